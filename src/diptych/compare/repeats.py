# SPDX-License-Identifier: MIT
"""Passages that stand more than once in an article, as a refrain does."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from diptych.compare.counts import Ints
from diptych.compare.reading import Reading


def are_paired(
    left: Sequence[tuple[str, ...]], right: Sequence[tuple[str, ...]], rows: Ints, columns: Ints
) -> NDArray[np.bool_]:
    """Tell of each pair whether its passages are as often repeated: the first with the first.

    ``left`` and ``right`` are the words of every passage. Where one side repeats more
    often, the rest goes with the last one of the other. Without that two refrains of
    a hundred lines would make ten thousand matches.
    """
    (ours, our_count), (theirs, their_count) = _numbered(left), _numbered(right)
    # Third with third; what one side has beyond the other's number goes with its last.
    one, other = ours[rows], theirs[columns]
    ours_go_on = (one >= their_count[columns]) & (other == their_count[columns] - 1)
    theirs_go_on = (other >= our_count[rows]) & (one == our_count[rows] - 1)
    return np.asarray((one == other) | ours_go_on | theirs_go_on, np.bool_)


def equal_passages(left: Reading, right: Reading) -> set[tuple[int, int]]:
    """Return the pairs of passages that say something in the very same words, however few."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for column, words in enumerate(right.forms):
        # What says nothing by itself ("That is all.") is no partner.
        if right.stems[column]:
            places[tuple(words)].append(column)
    return {
        (row, column)
        for row, words in enumerate(left.forms)
        for column in places.get(tuple(words), ())
    }


def _numbered(passages: Sequence[tuple[str, ...]]) -> tuple[Ints, Ints]:
    """Return the how-manieth of its like each passage is, and how many there are."""
    seen: Counter[tuple[str, ...]] = Counter()
    numbers = np.zeros(len(passages), np.int64)
    for at, words in enumerate(passages):
        numbers[at] = seen[words]
        seen[words] += 1
    counts = np.array([seen[words] for words in passages], np.int64)
    return numbers, counts
