# SPDX-License-Identifier: MIT
"""Word by word, what two passages have in common and where they part.

The longest common row of words is what stays (Myers' and Hyyrö's bit-parallel
algorithms, as RapidFuzz has them); what is left is a change, unless the same word
stands elsewhere on the other side: then it has only moved.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum

from diptych.compare.word_rows import (
    Gap,
    Row,
    common_rows,
    gaps,
    moved_rows,
    span_of,
    without_moved,
)
from diptych.text.article import Article, Span
from diptych.text.lexicon import words_of
from diptych.text.tokens import is_ideograph, is_unspaced
from diptych.text.words import Word, words
from diptych.values import dataclass

_MOST_PAIRS = 400_000_000  # of words; the table of what is common takes an eighth in bytes
# Characters in a row where there are no spaces: fewer are common to any two texts.
_SHORTEST_UNSPACED = 2
# Share of the words that stay; with fewer, what stands at one place may be of two things.
_ONE_SENTENCE = 0.5
_LEAST_KEPT = 6  # words; "it cost 9 crowns" may be said of anything
_SHORTEST_SPELT = 4  # of an alphabet, such as the Thai one


class Alike(StrEnum):
    """When two words count as the same."""

    STEM = "stem"  # "carried" and "carries": what two writers say
    WRITTEN = "written"  # letter for letter but for the first capital: what an editor changed


class WordChangeKind(StrEnum):
    """What became of words; the values are part of the JSON contract."""

    CHANGED = "changed"
    ONLY_LEFT = "only-left"
    ONLY_RIGHT = "only-right"


@dataclass(frozen=True, slots=True)
class WordChange:
    """Neighbouring words that differ; a side that has none there has an empty span.

    ``is_telling`` tells of more than articles, pronouns and the like.
    """

    change: WordChangeKind
    left: Span
    right: Span
    is_telling: bool = True


@dataclass(frozen=True, slots=True)
class WordChanges:
    """Two passages word by word, in code points of each article, in the order of the left.

    ``same`` are the words that follow one another on both sides alike, ``moved`` those
    that stand elsewhere on the other side; neither is a difference. ``likeness`` is the
    share of both sides' words that stay, 0 to 1; ``kept`` counts them on one side.
    """

    same: tuple[tuple[Span, Span], ...]
    moved: tuple[tuple[Span, Span], ...]
    changes: tuple[WordChange, ...]
    likeness: float
    kept: int = 0

    @property
    def is_one_sentence(self) -> bool:
        """Tell whether these are two wordings of one sentence, so that each change tells."""
        return self.likeness >= _ONE_SENTENCE and self.kept >= _LEAST_KEPT


@dataclass(frozen=True, slots=True)
class Passages:
    """The two passages to be set against each other: whole texts and a span in each."""

    left_text: str
    right_text: str
    left: Span
    right: Span
    left_language: str = ""
    right_language: str = ""


def word_changes(passages: Passages, alike: Alike) -> WordChanges:
    """Return what is the same in two passages and what differs, word by word."""
    p = passages
    left = words(p.left_text, p.left.start, p.left.end, language=p.left_language)
    right = words(p.right_text, p.right.start, p.right.end, language=p.right_language)
    if len(left) * len(right) > _MOST_PAIRS:
        # Too long for the table: one change from end to end, which says at least where it is.
        return WordChanges((), (), (WordChange(WordChangeKind.CHANGED, p.left, p.right),), 0.0)
    return _Sides(passages, left, right, alike).compared()


def word_changes_between(
    left: Article, right: Article, left_span: Span, right_span: Span, *, alike: Alike
) -> WordChanges:
    """Do the same for passages of two articles; markup is passed over."""
    found = word_changes(
        Passages(
            left.reading_of(left_span),
            right.reading_of(right_span),
            Span(0, len(left_span)),
            Span(0, len(right_span)),
            left.language,
            right.language,
        ),
        alike,
    )
    # Read from the start of each passage; places count from there.
    by = left_span.start, right_span.start
    return WordChanges(
        tuple(_moved_by(pair, by) for pair in found.same),
        tuple(_moved_by(pair, by) for pair in found.moved),
        tuple(
            replace(each, left=ours, right=theirs)
            for each in found.changes
            for ours, theirs in (_moved_by((each.left, each.right), by),)
        ),
        found.likeness,
        found.kept,
    )


def _moved_by(spans: tuple[Span, Span], by: tuple[int, int]) -> tuple[Span, Span]:
    (left, right), (ours, theirs) = spans, by
    return (
        Span(left.start + ours, left.end + ours),
        Span(right.start + theirs, right.end + theirs),
    )


class _Sides:
    """The words of both passages, numbered alike where they count as the same."""

    def __init__(
        self, passages: Passages, left: Sequence[Word], right: Sequence[Word], alike: Alike
    ) -> None:
        self._passages = passages
        self._left, self._right = left, right
        self._alike = alike
        numbers: dict[str, int] = {}
        self._ours, self._theirs = (
            [numbers.setdefault(self._key(text, word), len(numbers)) for word in side]
            for text, side in ((passages.left_text, left), (passages.right_text, right))
        )
        self._telling = frozenset(
            number
            for words_, keys in ((left, self._ours), (right, self._theirs))
            for word, number in zip(words_, keys, strict=True)
            # Negations have no stem, yet they tell.
            if word.stem or word.form in _negations(passages)
        )

    def compared(self) -> WordChanges:
        ours, theirs = self._ours, self._theirs
        common = common_rows(ours, theirs)
        same = [row for row in common if self._holds(range(row.left, row.left + row.length))]
        loose = list(gaps(same, len(ours), len(theirs)))
        moved = list(moved_rows(ours, theirs, loose, self._holds))
        kept = sum(count for _, _, count in same)
        return WordChanges(
            same=tuple(self._spans(a, b, n) for a, b, n in same),
            moved=tuple(self._spans(a, b, n) for a, b, n in moved),
            changes=tuple(self._changes(loose, moved)),
            # likeness = 2 * words that stay / words of both
            likeness=2 * kept / max(1, len(self._left) + len(self._right)),
            kept=kept,
        )

    def _key(self, text: str, word: Word) -> str:
        if self._alike is Alike.STEM:
            return word.stem or word.form
        # "Last year" that has moved to the end of its sentence is still the same.
        return text[word.start].lower() + text[word.start + 1 : word.end]

    def _holds(self, ours: range) -> bool:
        """Tell whether a common row of words says something, and is not met by chance."""
        if self._alike is Alike.STEM and self._telling.isdisjoint(self._ours[at] for at in ours):
            return False
        first = self._passages.left_text[self._left[ours.start].start]
        return not is_unspaced(first) or len(ours) >= (
            _SHORTEST_UNSPACED if is_ideograph(first) else _SHORTEST_SPELT
        )

    def _changes(self, loose: Sequence[Gap], moved: Sequence[Row]) -> Iterator[WordChange]:
        for here, there in without_moved(loose, moved):
            yield self._change(here, there)

    def _change(self, left: range, right: range) -> WordChange:
        change = (
            WordChangeKind.CHANGED
            if left and right
            else WordChangeKind.ONLY_LEFT
            if left
            else WordChangeKind.ONLY_RIGHT
        )
        keys = {*(self._ours[n] for n in left), *(self._theirs[n] for n in right)}
        return WordChange(
            change,
            span_of(self._left, left, self._passages.left.end),
            span_of(self._right, right, self._passages.right.end),
            not keys.isdisjoint(self._telling),
        )

    def _spans(self, ours: int, theirs: int, count: int) -> tuple[Span, Span]:
        left, right = self._left, self._right
        return (
            Span(left[ours].start, left[ours + count - 1].end),
            Span(right[theirs].start, right[theirs + count - 1].end),
        )


def _negations(passages: Passages) -> frozenset[str]:
    languages = (passages.left_language or "en", passages.right_language or "en")
    return frozenset().union(*(words_of(language, "negations") for language in languages))
