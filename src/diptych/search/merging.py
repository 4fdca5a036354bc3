# SPDX-License-Identifier: MIT
"""Which files of an index are worth making one of."""

from __future__ import annotations

from collections.abc import Sequence

# Merging writes each article again: a few files are let be.
_FEWEST_MERGED = 4


def worth_merging(sizes: Sequence[tuple[int, int]]) -> list[int]:
    """Choose the segments to make one of, by their living and all articles.

    Those that are mostly deleted, and those not larger than all smaller ones
    together: an article is written again a few times at most.
    """
    # Smallest first, so that ``grown`` is what all smaller ones have together.
    order = sorted(range(len(sizes)), key=lambda i: sizes[i])
    grown, alike = 0, 0
    for place, i in enumerate(order):
        # All up to the last that is not larger than those before it together.
        if sizes[i][0] <= grown:
            alike = place + 1
        grown += sizes[i][0]
    chosen = order[:alike] if alike >= _FEWEST_MERGED else []
    # More than half deleted: what is left is soon written.
    emptied = [i for i in order if 2 * sizes[i][0] < sizes[i][1] and i not in chosen]
    return chosen + emptied
