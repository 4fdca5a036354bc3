# SPDX-License-Identifier: MIT
"""Where squares and dates stand in the overview: plain arithmetic, no screen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import sqrt

from diptych.patterns import late_pattern
from diptych.values import dataclass

SMALLEST_CELL, LARGEST_CELL = 11, 54
NUMBERS_FROM = 26  # pixels a square needs to hold its number
# 2025, 2025-02, 2025-02-14.
_ISO = late_pattern(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class DateMark:
    """A point of the timeline: which article, where, and its label if there is room.

    ``row`` is 0 for a label above the line and 1 for one below; ``label`` is
    empty when the label would run into another.
    """

    index: int
    x: float
    label: str
    row: int


def cell_size(count: int, width: float, height: float = 0.0) -> int:
    """Return the side of a square so that ``count`` of them fill ``width``.

    They keep to ``height`` as well, as long as they can still hold a number;
    smaller ones would gain nothing by it, and the sheet scrolls.
    """
    if count <= 0:
        return LARGEST_CELL
    side = max(SMALLEST_CELL, min(LARGEST_CELL, int(width / count)))
    return max(min(side, int(height / count)), min(side, NUMBERS_FROM)) if height else side


def depth(share: float) -> float:
    """Return how dark a square is, 0 to 1, for a share of the greatest; little already shows."""
    # depth = .16 + .84 * root of the share, so that one match among many is seen
    return 0.16 + 0.84 * sqrt(min(share, 1.0)) if share > 0 else 0.0


def day_number(iso: str) -> int | None:
    """Return a day count for a date, a month or a year; None if it is no date."""
    match = _ISO.fullmatch(iso)
    if match is None:
        return None
    try:
        # A month or year stands in its middle.
        month, day = int(match[2] or 7), int(match[3] or 15 if match[2] else 1)
        return date(int(match[1]), month, day).toordinal()
    except ValueError:
        return None


def date_marks(
    dates: Sequence[str], labels: Sequence[str], widths: Sequence[float], width: float
) -> list[DateMark]:
    """Place articles with a date along ``width``; labels alternate and never overlap.

    Equal dates share a place only if the line is too short to set them apart.
    """
    known = [(day, i) for i, iso in enumerate(dates) if (day := day_number(iso)) is not None]
    known.sort()
    if not known:
        return []
    first, last = known[0][0], known[-1][0]
    # Half of the wider label at the ends, so that none is cut off.
    inset = max(widths[known[0][1]], widths[known[-1][1]]) / 2 + 2
    room = max(width - 2 * inset, 1.0)
    # Points keep 16 pixels apart, as far as the line has room.
    step = min(16.0, room / max(len(known) - 1, 1))
    marks: list[DateMark] = []
    ends = [float("-inf"), float("-inf")]
    before = float("-inf")
    for order, (day, index) in enumerate(known):
        # All of one day stand in the middle.
        share = (day - first) / (last - first) if last > first else 0.5
        # Pushed apart, but never so far that the ones still to come have no room.
        furthest = inset + room - (len(known) - 1 - order) * step
        x = min(max(inset + share * room, before + step), furthest)
        before = x
        # Above or below, wherever the label before ends sooner.
        label, row = labels[index], 0 if ends[0] <= ends[1] else 1
        half = widths[index] / 2
        if x - half < ends[row] + 6:
            row = 1 - row
        if x - half < ends[row] + 6:
            label = ""
        else:
            ends[row] = x + half
        marks.append(DateMark(index, x, label, row))
    return marks
