# SPDX-License-Identifier: MIT
"""Pairs of passages as arrays: best of each, what neighbours lend, what hubs cost.

Pairs stand ascending by left passage (row), then by right (column), each once.
"""

from __future__ import annotations

import numpy as np

from diptych.compare.weights import Floats, Ints


def best_of(owners: Ints, values: Floats, count: int) -> Floats:
    """Return the best value of each of ``count`` passages, -9 for one without any."""
    best: Floats = np.full(count, -9, np.float32)
    np.maximum.at(best, owners, values)
    return best


def height_of(owners: Ints, values: Floats, count: int, *, reach: int) -> Floats:
    """Return the mean of the ``reach`` best values of each passage, -9 for one without any."""
    best = ranks(owners, values) < reach
    sums = np.bincount(owners[best], values[best], minlength=count)
    counts = np.bincount(owners[best], minlength=count)
    return np.where(counts > 0, sums / np.maximum(counts, 1), -9).round(4).astype(np.float32)


def ranks(owners: Ints, values: Floats) -> Ints:
    """Return each entry's place among those of its owner, best first, ties in order."""
    order = np.lexsort((-values, owners))
    counts = np.bincount(owners)
    firsts = np.repeat(np.cumsum(counts) - counts, counts)
    rank: Ints = np.empty(len(owners), np.int64)
    rank[order] = np.arange(len(owners)) - firsts
    return rank


def neighbour_support(rows: Ints, columns: Ints, score: Floats, width: int) -> Floats:
    """Return the mean score of the pairs one step up and one down the diagonal."""
    keys = rows * width + columns
    total: Floats = np.zeros(len(keys), np.float32)
    if not len(keys):
        return total
    for step in (-1, 1):
        inside = (columns + step >= 0) & (columns + step < width)
        wanted = keys + step * (width + 1)
        at = np.clip(np.searchsorted(keys, wanted), 0, len(keys) - 1)
        total += np.where(inside & (keys[at] == wanted), score[at], 0)
    return np.asarray(total / 2, np.float32)


def hub_height(
    rows: Ints, columns: Ints, score: Floats, shape: tuple[int, int], *, reach: int
) -> Floats:
    """Return how much each pair's two passages match everything.

    That is the mean of the ``reach`` best scores of a passage, averaged over
    the two; it tells hubs from true partners (Conneau et al. 2018, CSLS).
    """
    height, width = shape
    up = _mean_of_best(rows, score, height, min(reach, width))
    across = _mean_of_best(columns, score, width, min(reach, height))
    return np.asarray((up[rows] + across[columns]) / 2, np.float32)


def _mean_of_best(owners: Ints, score: Floats, count: int, reach: int) -> Floats:
    best = ranks(owners, score) < reach
    sums = np.bincount(owners[best], score[best], minlength=count)
    return (sums / max(1, reach)).astype(np.float32)
