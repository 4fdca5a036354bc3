# SPDX-License-Identifier: MIT
"""Weighs the signs of a pair of passages as was learned from labelled articles.

Twice: first each pair for itself, then once more with what its rivals have come to,
the other pairs of the same two passages, and its neighbours. What comes out is the
logarithm of the odds that a reader would call the two passages the same claim.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from diptych.compare.cells import best_of, neighbour_support, ranks
from diptych.compare.counts import Floats, Ints
from diptych.compare.signs import Pairs
from diptych.values import dataclass

# Of a passage's pairs the likeliest three tell whether any of them stands out.
_FEW = 3
# In log odds: beyond e**6 = 400 to 1 a pair that is further ahead says nothing more.
_STEEPEST = 6.0
_LEAST, _MOST = -12.0, 8.0  # log odds; beyond them nothing was learned
_HARDLY = 1e-4  # of a partner, so that the logarithm of none is a number


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign adds to the log odds; ``bias`` is what they are without any."""

    bias: float
    of: Mapping[str, float]

    def weighed(self, signs: Mapping[str, Floats], count: int) -> Floats:
        """Return the sum for each of ``count`` pairs."""
        total: Floats = np.full(count, self.bias, np.float32)
        for name, weight in self.of.items():
            if weight:  # some were left at 0 by the training
                total += np.float32(weight) * signs[name]
        return total


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """What was read of each pair; ``neighbours`` are a part of the ``odds``."""

    odds: Floats
    neighbours: Floats


@dataclass(frozen=True, slots=True)
class ClaimReader:
    """Both weighings, and the points of the line from log odds to how often that is right.

    ``partnered`` weighs what the pairs of a passage say of its having a partner at all.
    """

    first: Weights
    second: Weights
    scale: tuple[tuple[float, float], ...]
    partnered: Weights

    def read(self, pairs: Pairs, signs: Mapping[str, Floats]) -> Read:
        """Return the log odds of each pair, and what its neighbours add to them."""
        # log odds = bias + w1 * sign1 + w2 * sign2 + …, first of the pair by itself, then once more
        # with how it stands among its rivals, whose log odds the first weighing gave.
        first = self.first.weighed(signs, len(pairs))
        rivals = among_rivals(pairs, first)
        odds = self.second.weighed({**signs, **rivals}, len(pairs))
        return Read(odds, np.float32(self.second.of.get("beside", 0.0)) * rivals["beside"])

    def alone(self, pairs: Pairs, odds: Floats) -> tuple[Floats, Floats]:
        """Return how surely each passage has no partner, left and right, 0 to 1."""
        left, right = (
            # alone = 1 / (1 + e^log odds of having a partner)
            1 / (1 + np.exp(self.partnered.weighed(told, count)))
            for told, count in zip(of_partners(pairs, odds), pairs.shape, strict=True)
        )
        return left.round(4).astype(np.float32), right.round(4).astype(np.float32)


def among_rivals(pairs: Pairs, first: Floats) -> dict[str, Floats]:
    """Return how each pair stands beside the other pairs of its passages, and what is near."""
    first = np.clip(first, _LEAST, _MOST).astype(np.float32)
    chance = (1 / (1 + np.exp(-first))).astype(np.float32)
    height, width = pairs.shape
    row = _of_owner(pairs.rows, first, chance, height)
    column = _of_owner(pairs.columns, first, chance, width)
    both = [(one + other) / 2 for one, other in zip(row, column, strict=True)]
    worse = [np.minimum(one, other) for one, other in zip(row, column, strict=True)]
    beside = neighbour_support(pairs.rows, pairs.columns, chance, width)
    return {
        "odds": first,
        "ahead": np.asarray(both[0], np.float32),
        "behind": np.asarray(worse[0], np.float32),
        "share": np.asarray(both[1], np.float32),
        "least share": np.asarray(worse[1], np.float32),
        "hub": np.asarray(both[2], np.float32),
        "beside": beside,
    }


def of_partners(pairs: Pairs, odds: Floats) -> tuple[dict[str, Floats], dict[str, Floats]]:
    """Return what the log odds of its pairs say of each passage, left and right."""
    odds = np.clip(odds, _LEAST, _MOST).astype(np.float32)
    return (
        _partners(pairs.rows, odds, pairs.shape),
        _partners(pairs.columns, odds, pairs.shape[::-1]),
    )


def _partners(owners: Ints, odds: Floats, shape: tuple[int, int]) -> dict[str, Floats]:
    count = shape[0]
    best = np.maximum(best_of(owners, odds, count), _LEAST)
    is_few = ranks(owners, odds, shape) < _FEW
    sums = np.bincount(owners[is_few], odds[is_few], minlength=count)
    found = np.minimum(np.bincount(owners, minlength=count), _FEW)
    # How many partners are to be expected is the sum of the chances.
    expected = np.bincount(owners, 1 / (1 + np.exp(-odds)), minlength=count)
    return {
        "best": best,
        "few best": np.where(found > 0, sums / np.maximum(found, 1), _LEAST).astype(np.float32),
        "expected": np.log(expected + _HARDLY).astype(np.float32),
        "best beside": _beside(best),
    }


def _beside(best: Floats) -> Floats:
    """Return the mean of what stands before and after each, of the only one if it is alone."""
    if len(best) < 2:
        return best
    before = np.concatenate((best[1:2], best[:-1]))
    after = np.concatenate((best[1:], best[-2:-1]))
    return np.asarray((before + after) / 2, np.float32)


def _of_owner(
    owners: Ints, first: Floats, chance: Floats, count: int
) -> tuple[Floats, Floats, Floats]:
    """Return how far each pair is ahead of its best rival, its share, and the few best's mean."""
    order = np.lexsort((-first, owners))
    counts = np.bincount(owners, minlength=count)
    starts = np.cumsum(counts) - counts
    ranked, rank = first[order], np.empty(len(owners), np.int64)
    rank[order] = np.arange(len(owners)) - starts[owners[order]]
    last = np.maximum(len(owners) - 1, 0)
    best = ranked[np.minimum(starts, last)] if len(owners) else ranked
    second = ranked[np.minimum(starts + 1, last)] if len(owners) else ranked
    # Alone in its row it has no rival, and stands as far ahead as can be.
    second = np.where(counts > 1, second, _LEAST)
    rival = np.where(rank == 0, second[owners], best[owners])
    ahead = np.clip(first - rival, -_STEEPEST, _STEEPEST)
    odds = np.exp(first)
    total = np.bincount(owners, odds, minlength=count)
    # Alone it has all of the odds: the rest is a sliver, not 0.
    others = np.maximum(total[owners] - odds, 1e-6)
    # share = ln(odds / sum of the others' odds)
    share = np.clip(first - np.log(others), -2 * _STEEPEST, 2 * _STEEPEST)
    top = np.bincount(owners, np.where(rank < _FEW, chance, 0), minlength=count) / _FEW
    return (
        ahead.astype(np.float32),
        share.astype(np.float32),
        top[owners].astype(np.float32),
    )
