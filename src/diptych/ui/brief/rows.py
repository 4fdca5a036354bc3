# SPDX-License-Identifier: MIT
"""What the brief of a pair lists: headings, and what the two say or leave out."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.compare.brief import Brief
from diptych.compare.values import Comparison, Match, OnlyHere
from diptych.text.article import Article, Span
from diptych.text.sides import SIDES, Side
from diptych.ui.desk.quoting import Quoting
from diptych.values import dataclass


@dataclass(frozen=True, slots=True)
class BriefRow:
    """One line of the brief; a heading has a name alone.

    ``left`` and ``right`` are where it stands, None on a side that does not say it.
    """

    key: str
    heading: str = ""
    left_text: str = ""
    right_text: str = ""
    left: Span | None = None
    right: Span | None = None
    differs: bool = False

    @property
    def is_heading(self) -> bool:
        return bool(self.heading)


@dataclass(frozen=True, slots=True)
class Headings:
    """The names of the parts, in the reader's language."""

    agree: str
    differ: str
    only_left: str
    only_right: str


def brief_rows(
    brief: Brief, comparison: Comparison, articles: tuple[Article, Article], names: Headings
) -> list[BriefRow]:
    """Return the brief as it is listed; parts without anything are left out."""
    quoting = Quoting(articles[0]), Quoting(articles[1])
    parts = (
        (names.agree, [_both(comparison.matches[n], quoting) for n in brief.agreements]),
        (names.differ, [_both(comparison.matches[n], quoting) for n in brief.differences]),
        (names.only_left, list(_alone(brief.only_left, Side.LEFT, quoting))),
        (names.only_right, list(_alone(brief.only_right, Side.RIGHT, quoting))),
    )
    # A heading is a row as well: it scrolls with what stands under it.
    return [
        row for name, rows in parts if rows for row in (BriefRow(f"heading {name}", name), *rows)
    ]


def _both(match: Match, quoting: tuple[Quoting, Quoting]) -> BriefRow:
    return BriefRow(
        # By its places: numbers change when the pair is compared again.
        f"{match.left.start}-{match.left.end} {match.right.start}-{match.right.end}",
        left_text=quoting[0].line(match.left)[0],
        right_text=quoting[1].line(match.right)[0],
        left=match.left,
        right=match.right,
        differs=match.is_difference,
    )


def _alone(
    passages: tuple[OnlyHere, ...], side: Side, quoting: tuple[Quoting, Quoting]
) -> Iterator[BriefRow]:
    for only in passages:
        text = quoting[SIDES.index(side)].line(only.span)[0]
        # With its side: both articles may leave something out at one place.
        key = f"{side.value} {only.span.start}-{only.span.end}"
        if side == Side.LEFT:
            yield BriefRow(key, left_text=text, left=only.span)
        else:
            yield BriefRow(key, right_text=text, right=only.span)
