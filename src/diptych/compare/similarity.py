# SPDX-License-Identifier: MIT
"""How near two passages are in meaning, by vectors that an encoder made before."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from diptych.compare.counts import Floats, Ints
from diptych.text.vectors import Vectors
from diptych.values import dataclass

_HUB, _HUB_REACH = 0.7, 10
# Bounds the memory: a book's whole matrix would be gigabytes.
_ROWS_AT_ONCE = 512
_STRIPES = 12
# 1,024 pairs of 512 floats: 4 MB are copied at a time, not a book's.
_PAIRS_AT_ONCE = 1_024


@dataclass(frozen=True, slots=True, eq=False)
class Meaning:
    """The vectors of both articles, by one encoder."""

    left: Vectors
    right: Vectors

    def __post_init__(self) -> None:
        if self.left.encoder != self.right.encoder:
            raise ValueError(f"{self.left.encoder} does not meet {self.right.encoder}")

    @property
    def encoder(self) -> str:
        """The encoder that made them."""
        return self.left.encoder


class Nearness:
    """Cosines of one encoder, hubs taken off."""

    def __init__(self, meaning: Meaning) -> None:
        self._left = meaning.left.alone
        self._right = meaning.right.alone

    def cosines(self, rows: Ints, columns: Ints) -> Floats:
        """Return the plain cosine of each pair given."""
        result: Floats = np.zeros(len(rows), np.float32)
        # One product of matrices, quicker than pairs of rows.
        if len(rows) == len(self._left) * len(self._right):
            return np.asarray((self._left @ self._right.T).ravel(), np.float32)
        for first in range(0, len(rows), _PAIRS_AT_ONCE):
            some = slice(first, first + _PAIRS_AT_ONCE)
            result[some] = np.einsum("ij,ij->i", self._left[rows[some]], self._right[columns[some]])
        return result

    def corrected(self, rows: Ints, columns: Ints, cosines: Floats) -> Floats:
        """Return the cosines less what the two passages share with everything."""
        up, across = self._heights
        # corrected = cosine - HUB * (height left + height right) / 2; see ``cells.hub_height``.
        height = (up[rows] + across[columns]) / 2
        return np.asarray(cosines - _HUB * height, np.float32)

    def nearest(self, count: int) -> tuple[Ints, Ints]:
        """Return for each left passage the pairs with its ``count`` nearest right ones."""
        count = min(count, len(self._right))
        _, across = self._heights
        rows: list[Ints] = []
        columns: list[Ints] = []
        for first in range(0, len(self._left), _ROWS_AT_ONCE):
            near = self._left[first : first + _ROWS_AT_ONCE] @ self._right.T
            # The left passage's own height is the same for all its pairs and changes no order.
            near -= _HUB * across[None, :] / 2
            # Rounded, so that the last bit of another processor changes no choice.
            np.negative(np.round(near, 5, out=near), out=near)
            top = np.argpartition(near, count - 1, axis=1)[:, :count]
            rows.append(np.repeat(np.arange(first, first + len(near)), count))
            # Pairs must ascend by row, then column, as everything after expects.
            columns.append(np.sort(top, axis=1).ravel().astype(np.int64))
        return np.concatenate(rows), np.concatenate(columns)

    @cached_property
    def _heights(self) -> tuple[Floats, Floats]:
        """The mean of each passage's best cosines on the other side, left and right."""
        of_left, of_right = min(_HUB_REACH, len(self._right)), min(_HUB_REACH, len(self._left))
        means: list[Floats] = [np.zeros(0, np.float32)]
        best: Floats = np.zeros((len(self._right), 0), np.float32)
        for first in range(0, len(self._left), _ROWS_AT_ONCE):
            near = self._left[first : first + _ROWS_AT_ONCE] @ self._right.T
            # The best so far beside the next rows: a column's greatest come from all of them.
            best = _most(np.concatenate([best, near.T], axis=1), of_right)
            means.append(_most(near, of_left).mean(axis=1))
        return np.concatenate(means), best.mean(axis=1)


def _most(values: Floats, count: int) -> Floats:
    """Return the greatest of each row, ascending; ``values`` are left in another order."""
    # Only of rows so wide that the stripes leave most of them out.
    if values.shape[1] >= 4 * _STRIPES * count:
        values = _of_greatest_stripes(values, count)
    if count < values.shape[1]:
        values.partition(values.shape[1] - count, axis=1)
        values = values[:, values.shape[1] - count :]
    return np.sort(values, axis=1)


def _of_greatest_stripes(values: Floats, count: int) -> Floats:
    """Return of each row what may be among its greatest: ``count`` stripes have them all.

    A stripe is every so-manieth value, so that the greatest of all stripes are
    found in one go over the row; sorting rows out takes several times as long.
    """
    # Ten greatest of 5,552 cosines in 512 rows took 4.7 ms of CPU so, 14.9 before.
    width = values.shape[1] // _STRIPES
    striped = values[:, : width * _STRIPES].reshape(len(values), _STRIPES, width)
    greatest = striped.max(axis=1)
    kept = np.argpartition(greatest, width - count, axis=1)[:, width - count :]
    found = np.take_along_axis(striped, kept[:, None, :], axis=2)
    return np.concatenate([found.reshape(len(values), -1), values[:, width * _STRIPES :]], axis=1)
