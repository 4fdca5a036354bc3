# SPDX-License-Identifier: MIT
"""Articles that go together, as the panels show them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from diptych.compare.values import Comparison, Kind, OnlyHere
from diptych.text.article import Article, Span
from diptych.ui.desk import present
from diptych.ui.desk.quoting import Quoting
from diptych.ui.overview.read_with import CandidateRow
from diptych.ui.overview.rows import PairDigest
from diptych.ui.parts.counted import WORDS_A_MINUTE, Counted
from diptych.ui.parts.facts import short_date

if TYPE_CHECKING:
    from diptych.library.entry import Entry
    from diptych.services.companions import ReadWith

_POINTS = 3  # passages of each kind in a digest
_POINT_LENGTH = 160  # code points


def candidate_row(article: Article, found: ReadWith, entry: Entry) -> CandidateRow:
    """Return an article to read with ``article`` as a row."""
    return CandidateRow(
        id=entry.id,
        title=entry.title,
        meta=" · ".join(part for part in _known(entry) if part),
        shared=found.companion.shared,
        share=found.share,
        sample=Quoting(article).line(found.sample)[0],
    )


def _known(entry: Entry) -> tuple[str, ...]:
    minutes = max(1, round(entry.words / WORDS_A_MINUTE))
    return (
        ", ".join(entry.authors),
        entry.source,
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
        left.title,
        right.title,
        line=_counted([match.kind for match in shown]),
        both=_points(left, [match.left for match in strongest]),
        only_left=_points(left, _surest(comparison.only_left)),
        only_right=_points(right, _surest(comparison.only_right)),
    )


def _counted(kinds: Sequence[Kind]) -> str:
    """Return "17 matches: 4 same words, 9 same claim, 4 same facts"."""
    total = Counted().matches(len(kinds))
    each = [f"{kinds.count(k)} {present.kind_name(k).lower()}" for k in Kind if k in kinds]
    return f"{total}: {', '.join(each)}" if each else total


def _surest(passages: Sequence[OnlyHere]) -> list[Span]:
    shown = [only for only in passages if only.shown]
    return [only.span for only in sorted(shown, key=lambda only: -only.score)]


def _points(article: Article, spans: Sequence[Span]) -> tuple[str, ...]:
    quoting = Quoting(article)
    lines = [quoting.line(span)[0] for span in dict.fromkeys(spans[: 2 * _POINTS])]
    return tuple(present.shortened(line, _POINT_LENGTH) for line in lines[:_POINTS])
