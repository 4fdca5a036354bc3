# SPDX-License-Identifier: MIT
"""Pairs of passages as arrays: best of each, what neighbours lend, what hubs cost.

Pairs stand ascending by left passage (row), then by right (column), each once.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from diptych.compare.counts import Floats, Ints


def best_of(owners: Ints, values: Floats, count: int) -> Floats:
    """Return the best value of each of ``count`` passages, -9 for one without any."""
    best: Floats = np.full(count, -9, np.float32)
    np.maximum.at(best, owners, values)
    return best


def ranks(owners: Ints, values: Floats, shape: tuple[int, int]) -> Ints:
    """Return each entry's place among those of its owner, best first, ties in order.

    ``shape`` is the number of owners and of passages across.
    """
    # Where every pair is there a row is sorted at a time; otherwise all by owner, then by value.
    table = _table(owners, values, shape)
    if table is not None:
        order = np.argsort(-table, axis=1, kind="stable")
        rank: Ints = np.empty(table.shape, np.int64)
        np.put_along_axis(rank, order, np.arange(shape[1])[None, :], axis=1)
        return _untabled(owners, rank)
    order = np.lexsort((-values, owners))
    counts = np.bincount(owners)
    firsts = np.repeat(np.cumsum(counts) - counts, counts)
    rank = np.empty(len(owners), np.int64)
    rank[order] = np.arange(len(owners)) - firsts
    return rank


def neighbour_support(rows: Ints, columns: Ints, score: Floats, width: int) -> Floats:
    """Return the mean score of the pairs one step up and one down the diagonal."""
    keys = rows * width + columns
    total: Floats = np.zeros(len(keys), np.float32)
    if not len(keys):
        return total
    for step in (-1, 1):
        # Without ``inside`` a step past the last column would be the first of the next row.
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
    most = min(reach, width), min(reach, height)
    up = _sums_of_best(rows, score, shape, reach=most[0]) / max(1, most[0])
    across = _sums_of_best(columns, score, shape[::-1], reach=most[1]) / max(1, most[1])
    up, across = up.astype(np.float32), across.astype(np.float32)
    return np.asarray((up[rows] + across[columns]) / 2, np.float32)


def _sums_of_best(
    owners: Ints, values: Floats, shape: tuple[int, int], *, reach: int
) -> NDArray[np.float64]:
    table = _table(owners, values, shape)
    if table is not None and reach < shape[1]:
        best = np.partition(table, shape[1] - reach, axis=1)[:, -reach:]
        # Summed in doubles, in which the order of additions does not show.
        return np.asarray(best.sum(axis=1, dtype=np.float64), np.float64)
    chosen = ranks(owners, values, shape) < reach
    return np.bincount(owners[chosen], values[chosen], minlength=shape[0]).astype(np.float64)


def _table(owners: Ints, values: Floats, shape: tuple[int, int]) -> Floats | None:
    """Return the values with a row for each owner if every pair is there."""
    if not len(owners) or len(owners) != shape[0] * shape[1]:
        return None
    return values.reshape(shape) if _are_rows(owners) else values.reshape(shape[::-1]).T


def _untabled(owners: Ints, table: Ints) -> Ints:
    return table.ravel() if _are_rows(owners) else table.T.ravel()


def _are_rows(owners: Ints) -> bool:
    """Tell of the owners of every pair whether they are the rows: 0, 0 ... or 0, 1 ..."""
    return len(owners) < 2 or owners[1] == 0
