# SPDX-License-Identifier: MIT
"""Which sentences of a translation are one another's where no meaning tells it.

By their lengths (Gale and Church, A Program for Aligning Sentences, 1993), and by what
may stand in both whatever the languages: a figure, a date, a name by its sound.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from math import erfc, log, sqrt

from diptych.compare.word_rows import in_rows
from diptych.values import dataclass

Cell = tuple[int, int]

# A bead is what Gale and Church call a group of sentences that stand for one another.
# How likely so many sentences of one side stand for so many of the other.
Beads = Mapping[tuple[int, int], float]
BEADS: Beads = {(1, 1): 0.87, (1, 0): 0.03, (0, 1): 0.03, (2, 1): 0.035, (1, 2): 0.035}
# Where sentences were merged or split their meaning tells it.
ONE_BY_ONE: Beads = {(1, 1): 0.8, (1, 0): 0.1, (0, 1): 0.1}
_SPREAD = 6.8  # variance of the length of a translation, for each letter
_LEAST = 1e-12
_REACH = 80  # sentences that a translation may be ahead or behind; beyond it nothing is joined
_SHARED = 2.5  # what a figure or a name on both sides is worth, as a logarithm
_LACKING = 1.0  # what one costs that only one side has


@dataclass(frozen=True, slots=True)
class MeasuredSentence:
    """One sentence: how long it is, and what of it any language would keep."""

    length: float
    marks: frozenset[str] = frozenset()


def cells_between(
    left: Sequence[MeasuredSentence],
    right: Sequence[MeasuredSentence],
    joined: Set[Cell],
    likely: Mapping[Cell, float],
    beads: Beads,
) -> set[Cell]:
    """Return the pairs among what is left over on both sides between two that are joined."""
    found: set[Cell] = set()
    for rows, columns in gaps_between((len(left), len(right)), joined):
        near = {
            (row - rows.start, column - columns.start): worth
            for (row, column), worth in likely.items()
            if row in rows and column in columns
        }
        sides = left[rows.start : rows.stop], right[columns.start : columns.stop]
        inside = cells_by_length(*sides, near, beads)
        found |= {(row + rows.start, column + columns.start) for row, column in inside}
    return found


def gaps_between(shape: Cell, joined: Set[Cell]) -> Iterator[tuple[range, range]]:
    """Yield the rows left over in one place with the columns left over in the same place."""
    # Beginning and end count as joined, so that what stands before the first pair has a place
    # too.
    across = {**dict(sorted(joined)), -1: -1, shape[0]: shape[1]}
    taken = {column for _, column in joined} | {-1, shape[1]}
    used: set[int] = set()
    for rows in in_rows(row for row in range(shape[0]) if row not in across):
        after = across[rows.start - 1] + 1
        stop = next(at for at in range(after, shape[1] + 1) if at in taken)
        columns = range(after, stop)
        # Nothing behind the pair before: then what stands right before the pair after.
        if not columns:
            end = across[rows.stop]
            columns = range(next(at for at in range(end - 1, -2, -1) if at in taken) + 1, end)
        if columns and used.isdisjoint(columns):
            used.update(columns)
            yield rows, columns


def cells_by_length(
    left: Sequence[MeasuredSentence],
    right: Sequence[MeasuredSentence],
    likely: Mapping[Cell, float] = {},
    beads: Beads = BEADS,
) -> list[Cell]:
    """Return the pairs of sentences that are one another's, in order.

    ``likely`` is what else speaks for a pair, as a logarithm.
    """
    # How many letters of the one language stand for a letter of the other.
    ratio = sum(t.length for t in right) / max(1.0, sum(t.length for t in left))
    if not left or not right or not ratio:
        return []
    return _Table(left, right, ratio, likely, beads).path()


class _Table:
    """The best way to each pair of places; those far from the diagonal are not looked at."""

    def __init__(
        self,
        left: Sequence[MeasuredSentence],
        right: Sequence[MeasuredSentence],
        ratio: float,
        likely: Mapping[Cell, float],
        beads: Beads,
    ) -> None:
        self._left, self._right = left, right
        self._ratio = ratio
        self._likely = likely
        self._beads = beads
        self._before: dict[Cell, Cell] = {}
        self._fill()

    def path(self) -> list[Cell]:
        """Return the pairs on the best way through both texts."""
        cells: list[Cell] = []
        at = len(self._left), len(self._right)
        while at in self._before:
            start = self._before[at]
            cells += [(r, c) for r in range(start[0], at[0]) for c in range(start[1], at[1])]
            at = start
        return sorted(cells)

    def _fill(self) -> None:
        rows, columns = len(self._left), len(self._right)
        best: dict[Cell, float] = {(0, 0): 0.0}
        for row in range(rows + 1):
            # The diagonal, from which a translation is _REACH sentences off at most.
            middle = row * columns // rows
            for column in range(max(0, middle - _REACH), min(columns, middle + _REACH) + 1):
                here = best.get((row, column))
                if here is None:
                    continue
                for bead, chance in self._beads.items():
                    end = row + bead[0], column + bead[1]
                    if end[0] > rows or end[1] > columns:
                        continue
                    # cost = -ln(chance of the bead) - ln(chance of such lengths) - 2.5 * shared
                    # marks + 1 * marks of one side alone - what else speaks for it
                    cost = here - log(chance) + self._cost((row, column), end)
                    if cost < best.get(end, float("inf")):
                        best[end] = cost
                        self._before[end] = row, column

    def _cost(self, start: Cell, end: Cell) -> float:
        ours = self._left[start[0] : end[0]]
        theirs = self._right[start[1] : end[1]]
        if not ours or not theirs:
            # What has no partner costs what its bead does: there is nothing to measure it by.
            return 0.0
        here, there = (sum(told.length for told in side) for side in (ours, theirs))
        expected = (here + there / self._ratio) / 2
        # off = difference of lengths / its standard deviation, which grows with the root of the
        # length
        off = abs(there / self._ratio - here) / sqrt(max(1.0, expected) * _SPREAD)
        marks = [frozenset().union(*(told.marks for told in side)) for side in (ours, theirs)]
        shared, lacking = len(marks[0] & marks[1]), len(marks[0] ^ marks[1])
        likely = sum(
            self._likely.get((row, column), 0.0)
            for row in range(start[0], end[0])
            for column in range(start[1], end[1])
        )
        return (
            -log(max(_LEAST, erfc(off / sqrt(2)))) - _SHARED * shared + _LACKING * lacking - likely
        )
