# SPDX-License-Identifier: MIT
"""Articles that go together, as the panels show them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from diptych.compare.values import Comparison, Kind, Match, OnlyHere
from diptych.text.article import Article, Span
from diptych.ui.desk import present
from diptych.ui.desk.quoting import Quoting
from diptych.ui.overview.read_with import CandidateRow
from diptych.ui.overview.rows import PairDigest
from diptych.ui.parts.counted import WORDS_A_MINUTE, Counted
from diptych.ui.parts.facts import short_date
from diptych.ui.parts.kinds import kind_name

if TYPE_CHECKING:
    from diptych.library.entry import Entry
    from diptych.services.companions import ReadWith

_POINTS = 3  # passages of each kind in a digest
_POINT_LENGTH = 160  # code points


def candidate_row(article: Article, found: ReadWith, entry: Entry) -> CandidateRow:
    """Return an article to read with ``article`` as a row."""
    return CandidateRow(
        id=entry.id,
        title=entry.called,
        meta=" · ".join(part for part in _known(entry) if part),
        shared=found.companion.shared,
        share=found.share,
        sample=Quoting(article).line(found.sample)[0],
    )


def _known(entry: Entry) -> tuple[str, ...]:
    minutes = max(1, round(entry.words / WORDS_A_MINUTE))
    return (
        ", ".join(entry.authors),
        entry.outlet,
        short_date(entry.date),
        Counted().minutes(minutes),
    )


def pair_digest(left: Article, right: Article, comparison: Comparison) -> PairDigest:
    """Return a pair in a few lines, strongest and surest first."""
    shown = [match for match in comparison.matches if match.shown]
    strongest = sorted(shown, key=lambda match: -match.strength)
    return PairDigest(
        left.id,
        right.id,
        left.called,
        right.called,
        line=" · ".join((_counted([match.kind for match in shown]), _shares(comparison))),
        both=_both_points(left, right, strongest),
        only_left=_points(left, _surest(comparison.only_left)),
        only_right=_points(right, _surest(comparison.only_right)),
    )


def _counted(kinds: Sequence[Kind]) -> str:
    """Return "17 matches: 4 same words, 9 same claim, 4 same facts"."""
    total = Counted().matches(len(kinds))
    each = [f"{kinds.count(k)} {kind_name(k).lower()}" for k in Kind if k in kinds]
    return f"{total}: {', '.join(each)}" if each else total


def _shares(comparison: Comparison) -> str:
    """Return how much of each article has a counterpart, which says more than a number."""
    words = QCoreApplication.translate("PresentCompanions", "{0} % of the left, {1} % of the right")
    shares = (comparison.coverage_left, comparison.coverage_right)
    return words.format(*(round(share * 100) for share in shares))


def _both_points(left: Article, right: Article, matches: Sequence[Match]) -> tuple[str, ...]:
    """Return the strongest matches, each in the words of both sides."""
    # A passage is told once, by its strongest match: reversed, so that this one stays.
    said = {match.left: match for match in reversed(matches[: 2 * _POINTS])}
    chosen = [m for m in matches[: 2 * _POINTS] if said.get(m.left) is m][:_POINTS]
    lefts = _points(left, [m.left for m in chosen])
    rights = [_points(right, [m.right])[0] for m in chosen]
    return tuple(
        one if one == other else f"{one}\n⟷ {other}"
        for one, other in zip(lefts, rights, strict=True)
    )


def _surest(passages: Sequence[OnlyHere]) -> list[Span]:
    shown = [only for only in passages if only.shown]
    return [only.span for only in sorted(shown, key=lambda only: -only.score)]


def _points(article: Article, spans: Sequence[Span]) -> tuple[str, ...]:
    quoting = Quoting(article)
    # A passage of two matches is told once.
    lines = [quoting.line(span)[0] for span in dict.fromkeys(spans[: 2 * _POINTS])]
    return tuple(present.shortened(line, _POINT_LENGTH) for line in lines[:_POINTS])
