# SPDX-License-Identifier: MIT
"""How well scores of sentence pairs agree with the links."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.float32]


def average_precision(scores: Sequence[Table], grades: Sequence[Table]) -> float:
    """Return the average precision over all cells in one ranking."""
    score = np.concatenate([table.ravel() for table in scores])
    good = np.concatenate([table.ravel() for table in grades]) >= 2
    hit = good[np.argsort(-score, kind="stable")]
    if not hit.any():
        return 0.0
    return float((np.cumsum(hit)[hit] / (np.flatnonzero(hit) + 1)).mean())


def precision_at_ten(scores: Sequence[Table], grades: Sequence[Table]) -> float:
    """Return what share of the ten strongest of each pair is linked at all."""
    shares = [
        (g.ravel()[np.argsort(-s.ravel(), kind="stable")[:10]] >= 1).mean()
        for s, g in zip(scores, grades, strict=True)
    ]
    return float(np.mean(shares))


def without_hubs(table: Table, reach: int = 5, share: float = 0.25) -> Table:
    """Return the scores less what a sentence scores with everything (Conneau et al. 2018)."""
    up = np.sort(table, 1)[:, -reach:].mean(1)[:, None]
    across = np.sort(table, 0)[-reach:].mean(0)[None]
    return np.asarray(table - share * (up + across), np.float32)
