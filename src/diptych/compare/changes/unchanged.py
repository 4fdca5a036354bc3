# SPDX-License-Identifier: MIT
"""Which passages of two versions nobody has touched: letter for letter, and in order.

Of two editions of a book they are nine in ten, and to read those word by word would
tell nothing new.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from diptych.compare.changes.places import Cell
from diptych.compare.in_order import heaviest_rising

# Passages in a row: a single sentence may have been moved to where nothing else stayed.
_IN_A_ROW = 3


def unchanged(left: Sequence[str], right: Sequence[str]) -> list[Cell]:
    """Return the pairs of equal passages in rows that stand once on each side, in order."""
    theirs = _once(right)
    equal = [(row, theirs[told]) for told, row in _once(left).items() if told in theirs]
    some = [cell for row in _in_a_row(equal) if len(row) >= _IN_A_ROW for cell in row]
    weighed = [(column, float(len(left[row]))) for row, column in some]
    return [some[at] for at in heaviest_rising(weighed)]


def _once(side: Sequence[str]) -> dict[str, int]:
    counts = Counter(side)
    return {told: at for at, told in enumerate(side) if counts[told] == 1}


def _in_a_row(cells: Sequence[Cell]) -> Iterator[list[Cell]]:
    """Yield the pairs that follow one another on both sides together."""
    row: list[Cell] = []
    for cell in cells:
        if row and cell != (row[-1][0] + 1, row[-1][1] + 1):
            yield row
            row = []
        row.append(cell)
    yield row
