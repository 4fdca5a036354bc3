# SPDX-License-Identifier: MIT
"""Which passages a run of shared words brings together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from diptych.compare.reading import Reading
from diptych.compare.same_words import SEED, Run
from diptych.text.words import Word

Cell = tuple[int, int]
_LOOKED_THROUGH = 4_000_000  # pairs of words


def cells_of_runs(left: Reading, right: Reading, runs: Iterable[Run]) -> dict[Cell, list[Run]]:
    """Return the pairs of passages that shared wording covers, with the runs there."""
    cells: dict[Cell, list[Run]] = defaultdict(list)
    for run in runs:
        shared = _overlaps(left, right, run)
        enough = {c: words for c, words in shared.items() if _is_enough(left, right, c, words)}
        if not enough and shared:
            # Short passages may each hold too little of a run; then the one that holds most has
            # it.
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


def longest_run(left: Sequence[Word], right: Sequence[Word]) -> tuple[int, int, int]:
    """Return where the longest run of words that both hold starts on each side, and its length.

    Of passages of thousands of words nothing is told, it would take too long.
    """
    if len(left) * len(right) > _LOOKED_THROUGH:
        return 0, 0, 0
    forms = [word.form for word in left]
    # Joined by blanks, "art" is not found in "part"; looked up as strings, which is in C.
    theirs = f" {' '.join(word.form for word in right)} "
    start = length = 0
    for at in range(len(forms)):
        # The longest so far only grows, so each place is asked for one word more and no less.
        while at + length < len(forms) and _spaced(forms[at : at + length + 1]) in theirs:
            start, length = at, length + 1
    if not length:
        return 0, 0, 0
    before = theirs.index(_spaced(forms[start : start + length]))
    return start, theirs.count(" ", 0, before), length


def _spaced(forms: Sequence[str]) -> str:
    return f" {' '.join(forms)} "


def _is_enough(left: Reading, right: Reading, cell: Cell, words: int) -> bool:
    shorter = min(len(left.words[cell[0]]), len(right.words[cell[1]]))
    # Eight words, or three that are half of the shorter passage.
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
                # The part of the equal words that lies in this passage.
                overlaps[row, column] += min(last, right.first_word[column + 1]) - max(
                    first, right.first_word[column]
                )
    return overlaps
