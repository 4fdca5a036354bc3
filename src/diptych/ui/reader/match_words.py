# SPDX-License-Identifier: MIT
"""The words inside the current match: what both sides say alike, and what differs."""

from __future__ import annotations

from collections.abc import Iterable

from diptych.compare.values import Kind, Match
from diptych.compare.word_changes import Alike, word_changes_between
from diptych.text.article import Article, Span
from diptych.text.sides import Side
from diptych.values import dataclass

LONGEST = 8_000  # code points of a passage; beyond that no reader looks at single words
ALMOST_ALIKE = 0.45  # with less in common every other word would be marked as changed


@dataclass(frozen=True, slots=True)
class MatchWords:
    """The spans of words on each side that are shared, and that stand otherwise there."""

    kind: Kind
    left_shared: tuple[Span, ...]
    right_shared: tuple[Span, ...]
    left_changed: tuple[Span, ...] = ()
    right_changed: tuple[Span, ...] = ()

    def shared(self, side: Side) -> tuple[Span, ...]:
        return self.left_shared if side == Side.LEFT else self.right_shared

    def changed(self, side: Side) -> tuple[Span, ...]:
        return self.left_changed if side == Side.LEFT else self.right_changed


def words_of_match(match: Match, left: Article, right: Article) -> MatchWords | None:
    """Return the words of a match; None where nothing is to be told apart."""
    if max(len(match.left), len(match.right)) > LONGEST:
        return None
    found = word_changes_between(left, right, match.left, match.right, alike=Alike.STEM)
    kept = [*found.same, *found.moved]
    changes = [each for each in found.changes if each.is_telling]
    if not kept or not changes:
        return None
    told = changes if found.likeness >= ALMOST_ALIKE else []
    return MatchWords(
        match.kind,
        _in_order(left_ for left_, _ in kept),
        _in_order(right_ for _, right_ in kept),
        tuple(each.left for each in told if len(each.left)),
        tuple(each.right for each in told if len(each.right)),
    )


def _in_order(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(sorted(spans))
