# SPDX-License-Identifier: MIT
"""The headings of an article with what lies under each; pure functions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from diptych.ui.desk.page import OutlineEntry


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A heading; ``count`` matches or changes begin under it or under one of its own.

    ``share`` of what it heads, 0 to 1, lies above where one reads; ``above`` are its parents.
    """

    title: str
    level: int
    place: int
    count: int = 0
    share: float = 0.0
    is_here: bool = False
    above: tuple[str, ...] = ()


def outline_rows(
    outline: Sequence[OutlineEntry], *, here: int, places: Sequence[int], length: int
) -> tuple[OutlineRow, ...]:
    """Return the headings with the one ``here`` stands under, and how many ``places`` each has.

    ``places`` are where the matches or changes of this side begin, ``length`` is its text's.
    """
    starts = sorted(places)
    present = max((n for n, entry in enumerate(outline) if entry.place <= here), default=-1)
    rows: list[OutlineRow] = []
    parents: list[OutlineEntry] = []
    for number, entry in enumerate(outline):
        # A heading stands under the nearest above it of a higher rank.
        parents = [parent for parent in parents if parent.level < entry.level]
        # It reaches to the next that is not under it.
        later = (other.place for other in outline[number + 1 :] if other.level <= entry.level)
        end = next(later, length)
        count = bisect_left(starts, end) - bisect_left(starts, entry.place)
        share = min(max(here - entry.place, 0) / max(end - entry.place, 1), 1.0)
        above = tuple(parent.title for parent in parents)
        is_here = number == present
        rows.append(OutlineRow(entry.title, entry.level, entry.place, count, share, is_here, above))
        parents.append(entry)
    return tuple(rows)


def filtered(rows: Sequence[OutlineRow], typed: str) -> tuple[OutlineRow, ...]:
    """Return the rows that hold all words typed, each with the headings it stands under."""
    wanted = typed.casefold().split()
    if not wanted:
        return tuple(rows)
    return tuple(
        # The whole way instead of an indent: its parents may be filtered out.
        replace(row, title=whole, level=1)
        for row in rows
        for whole in (" › ".join((*row.above, row.title)),)
        if all(word in whole.casefold() for word in wanted)
    )
