# SPDX-License-Identifier: MIT
"""Which passages a run of shared words brings together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from diptych.compare.reading import Reading
from diptych.compare.same_words import SEED, Run

Cell = tuple[int, int]


def cells_of_runs(left: Reading, right: Reading, runs: Iterable[Run]) -> dict[Cell, list[Run]]:
    """Return the pairs of passages that shared wording covers, with the runs there."""
    cells: dict[Cell, list[Run]] = defaultdict(list)
    for run in runs:
        shared = _overlaps(left, right, run)
        enough = {c: words for c, words in shared.items() if _is_enough(left, right, c, words)}
        if not enough and shared:
            widest = max(shared, key=lambda cell: (shared[cell], -cell[0], -cell[1]))
            enough = {widest: shared[widest]}
        for cell in sorted(enough):
            cells[cell].append(run)
    return cells


def words_shared(left: Reading, right: Reading, runs: Iterable[Run]) -> dict[Cell, int]:
    """Return how many words of one run each pair of passages shares at most, in order."""
    most: dict[Cell, int] = {}
    for run in runs:
        for cell, words in _overlaps(left, right, run).items():
            most[cell] = max(most.get(cell, 0), words)
    return dict(sorted(most.items()))


def _is_enough(left: Reading, right: Reading, cell: Cell, words: int) -> bool:
    shorter = min(len(left.words[cell[0]]), len(right.words[cell[1]]))
    return words >= 2 * SEED or (words >= SEED - 1 and words >= 0.5 * shorter)


def _overlaps(left: Reading, right: Reading, run: Run) -> dict[Cell, int]:
    """Return how many equal words of the run each pair of passages shares.

    Counted word by word: were the run laid evenly along both texts, a sentence left out
    of one would seem to stand beside the sentence after the gap.
    """
    overlaps: dict[Cell, int] = defaultdict(int)
    for at, there, length in run.stretches:
        for row in left.passages_of_words(at, at + length):
            start = max(at, left.first_word[row])
            end = min(at + length, left.first_word[row + 1])
            first, last = there + start - at, there + end - at
            for column in right.passages_of_words(first, last):
                overlaps[row, column] += min(last, right.first_word[column + 1]) - max(
                    first, right.first_word[column]
                )
    return overlaps
