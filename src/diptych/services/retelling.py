# SPDX-License-Identifier: MIT
"""A pair told otherwise than side by side: in brief, and woven into one column."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from diptych.compare.values import NOWHERE
from diptych.text.article import BlockKind, Span
from diptych.text.sides import SIDES, Side
from diptych.values import dataclass

if TYPE_CHECKING:
    from diptych.compare.brief import Brief
    from diptych.compare.values import Comparison, Match, OnlyHere
    from diptych.compare.weave import Strand, Voice
    from diptych.text.article import Article

_HEADINGS = (BlockKind.TITLE, BlockKind.HEADING)


def brief_json(
    brief: Brief, comparison: Comparison, left: Article, right: Article
) -> dict[str, Any]:
    """Return a brief with its texts as plain values."""
    from dataclasses import asdict

    return {
        "tally": asdict(brief.tally),
        "agreements": [_match(comparison.matches[n], left, right) for n in brief.agreements],
        "differences": [_match(comparison.matches[n], left, right) for n in brief.differences],
        "only_left": [_alone(only, left) for only in brief.only_left],
        "only_right": [_alone(only, right) for only in brief.only_right],
    }


def woven(
    comparison: Comparison, left: Article, right: Article, order: Side = Side.LEFT
) -> tuple[Strand, ...]:
    """Return both articles as one column, in the order of one of them."""
    from diptych.compare.weave import weave

    return weave(comparison, left, right, order=order)


@dataclass(frozen=True, slots=True)
class WovenRow:
    """A piece of the column with its words: those of both sides where both say it.

    The spans reach from the first to the last of its passages, empty on a side that does
    not say it. ``differs`` tells that the two sides disagree there.
    """

    voice: Voice
    told_by: Side
    left_text: str
    right_text: str
    left: Span
    right: Span
    differs: bool = False
    is_heading: bool = False

    @property
    def text(self) -> str:
        """What stands in the column."""
        return self.left_text if self.told_by == Side.LEFT else self.right_text

    def span(self, side: Side) -> Span:
        """Where it stands on a side."""
        return self.left if side == Side.LEFT else self.right


def woven_rows(
    comparison: Comparison, left: Article, right: Article, order: Side
) -> tuple[WovenRow, ...]:
    """Return the column ready to be shown; of long texts it takes a while."""
    articles = {Side.LEFT: left, Side.RIGHT: right}
    return tuple(
        _row(strand, comparison, articles) for strand in woven(comparison, left, right, order)
    )


def _row(
    strand: Strand,
    comparison: Comparison,
    articles: dict[Side, Article],
) -> WovenRow:
    from diptych.compare.weave import told

    spans = {side: strand.spans(side) for side in SIDES}
    texts = {side: told(articles[side], spans[side]) for side in SIDES}
    left, right = (_whole(spans[side]) for side in SIDES)
    return WovenRow(
        strand.voice,
        strand.told_by,
        texts[Side.LEFT],
        texts[Side.RIGHT],
        left,
        right,
        # -1 stands for a piece that one side alone says.
        strand.match >= 0 and comparison.matches[strand.match].is_difference,
        _is_heading(articles[strand.told_by], spans[strand.told_by][0]),
    )


def _is_heading(article: Article, span: Span) -> bool:
    # The first block that ends after the span's start; blocks stand in the order of the text.
    at = bisect_right(article.blocks, span.start, key=lambda block: block.span.end)
    return at < len(article.blocks) and article.blocks[at].kind in _HEADINGS


def _whole(spans: tuple[Span, ...]) -> Span:
    return Span(spans[0].start, spans[-1].end) if spans else NOWHERE


def strand_json(
    strand: Strand, comparison: Comparison, left: Article, right: Article
) -> dict[str, Any]:
    """Return a piece of the column with its texts as plain values."""
    from diptych.compare.weave import told

    sides = zip(SIDES, (left, right), strict=True)
    said = {side.value: _told(strand.spans(side), told(a, strand.spans(side))) for side, a in sides}
    saying = comparison.matches[strand.match].saying.value if strand.match >= 0 else ""
    return {"voice": strand.voice.value, "told_by": strand.told_by.value, "saying": saying, **said}


def _told(spans: tuple[Span, ...], text: str) -> dict[str, Any] | None:
    return {"spans": [[s.start, s.end] for s in spans], "text": text} if spans else None


def _match(match: Match, left: Article, right: Article) -> dict[str, Any]:
    return {
        "saying": match.saying.value,
        "strength": match.strength,
        "left": _quoted(match.left, left),
        "right": _quoted(match.right, right),
        "differing": [[each.left, each.right] for each in match.evidence.differing],
    }


def _alone(only: OnlyHere, article: Article) -> dict[str, Any]:
    return {**_quoted(only.span, article), "importance": only.importance}


def _quoted(span: Span, article: Article) -> dict[str, Any]:
    words = " ".join(article.reading_of(span).split())
    return {"start": span.start, "end": span.end, "text": words}
