# SPDX-License-Identifier: MIT
"""Passages of one article that are alike lend one another part of their scores.

An article says what matters to it more than once. What corresponds to one of
these passages then corresponds, somewhat, to the others: scores are spread over
the graph of each passage's nearest ones (Zhou et al. 2003, "Ranking on Data
Manifolds", one step of it).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from diptych.compare.counts import Floats
from diptych.text.vectors import Vectors

_NEAREST = 6
_TEMPERATURE = 0.1  # cosines; how much more the nearest of them lends than the next


def lent(score: Floats, left: Floats, right: Floats) -> Floats:
    """Return what each pair would score by its passages' look-alikes alone.

    ``score`` has a row for each left passage and a column for each right one;
    ``left`` and ``right`` are the shares that ``shares_of`` told.
    """
    return np.asarray((left @ score + score @ right.T) / 2, np.float32)


def shares_of(vectors: Sequence[Vectors]) -> Floats:
    """Return for each passage of an article what share of its look-alikes' each other one has.

    ``vectors`` are those of the article, by each encoder. Rows sum to 1, or to
    0 where there is but one passage.
    """
    count = len(vectors[0])
    alike: Floats = np.zeros((count, count), np.float32)
    for one in vectors:
        alike += (one.alone @ one.alone.T + one.around @ one.around.T) / (2 * len(vectors))
    alike = np.round(alike, 5)
    np.fill_diagonal(alike, -np.inf)
    kept = min(_NEAREST, count - 1)
    if kept < 1:
        return np.zeros((count, count), np.float32)
    least = np.partition(alike, count - kept, axis=1)[:, count - kept]
    worth = np.where(alike >= least[:, None], np.exp(alike / _TEMPERATURE), 0)
    return np.asarray(worth / worth.sum(axis=1, keepdims=True), np.float32)
