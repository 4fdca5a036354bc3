# SPDX-License-Identifier: MIT
"""Which change comes next from where one reads, in either text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from diptych.compare.changes.values import Change
from diptych.text.sides import SIDES, Side
from diptych.ui.desk.found_matches import span_on


class Walk:
    """The listed changes in the order of each text; a step is found by bisection."""

    def __init__(self, changes: Iterable[tuple[int, Change]] = ()) -> None:
        listed = list(changes)
        self._numbers: dict[Side, list[int]] = {}
        self._starts: dict[Side, list[int]] = {}
        self._ends: dict[Side, list[int]] = {}
        self._places: dict[Side, dict[int, int]] = {}
        for side in SIDES:
            order = sorted((span_on(change, side), number) for number, change in listed)
            self._numbers[side] = [number for _, number in order]
            self._starts[side] = [span.start for span, _ in order]
            self._ends[side] = [span.end for span, _ in order]
            self._places[side] = {number: at for at, (_, number) in enumerate(order)}

    def __len__(self) -> int:
        return len(self._numbers[Side.LEFT])

    def step(self, side: Side, direction: int, *, place: int, current: int) -> int:
        """Return the next (1) or previous (-1) change from a place on a side, -1 at the end.

        From within the current one it is the one after it, however many begin there.
        """
        starts = self._starts[side]
        at = self._places[side].get(current)
        # A place without words holds the letter it stands before.
        if at is not None and starts[at] <= place <= max(self._ends[side][at], starts[at] + 1):
            target = at + direction
        elif direction > 0:
            # One that begins right here is the next.
            target = bisect_left(starts, place)
        else:
            # The last one that begins before.
            target = bisect_right(starts, place - 1) - 1
        return self._numbers[side][target] if 0 <= target < len(starts) else -1

    def position(self, number: int) -> tuple[int, int]:
        """Return which of how many a change is in the left text, counted from 1; 0 for none."""
        at = self._places[Side.LEFT].get(number)
        return (0 if at is None else at + 1, len(self))
