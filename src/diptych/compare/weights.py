# SPDX-License-Identifier: MIT
"""How much the words of two texts weigh: tf-idf rows and their cosines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from diptych.compare.counts import Floats, Ints, TokenCounts, expanded, order_of, starts_of
from diptych.values import dataclass

# Bounds the memory, as the rows at once do elsewhere.
_COLUMNS_AT_ONCE = 2_048
_FREQUENT = 128  # pairs of passages that share a token; past that a matrix is quicker
_TABLE = 1 << 18  # numbers in the table some rows are spread out in
_ENTRIES_AT_ONCE = 1 << 16  # so that they stay in the cache of a core


@dataclass(frozen=True, slots=True)
class Rows:
    """Weighted rows in compressed form, columns ascending inside a row."""

    starts: Ints  # row i is entries starts[i]:starts[i + 1]
    rows: Ints
    columns: Ints
    weights: Floats

    def __len__(self) -> int:
        return len(self.starts) - 1


class Field:
    """tf-idf rows of both texts over one sort of token, unit length.

    Rarity is ln((N + 1) / (df + 0.5)) over the passages of both texts, not under
    0.1; a token counts 1 + ln(times) inside a passage.
    """

    def __init__(self, left: TokenCounts, right: TokenCounts) -> None:
        self._counts = left, right
        # Each text numbers its tokens by itself: the right's are renumbered as the left's.
        met = _numbers_among(left, right)
        columns = max(len(left.ids), int(met.max(initial=-1)) + 1)
        first = _rows(left, left.columns.astype(np.int64))
        second = _in_order(_rows(right, met[right.columns]))
        passages = len(left) + len(right)
        counted = np.bincount(first.columns, minlength=columns)
        counted = counted + np.bincount(second.columns, minlength=columns)
        self.frequency = counted
        # idf = ln((N + 1) / (df + 0.5)), N and df of both texts' passages; at least 0.1, since in
        # two short texts every word looks common.
        rarity = np.log((passages + 1) / (counted + 0.5))
        self.rarity: Floats = np.maximum(rarity, 0.1).astype(np.float32)
        self.left = _weighted(first, self.rarity)
        self.right = _weighted(second, self.rarity)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The tokens by number."""
        left, right = self._counts
        return (*left.ids, *(token for token in right.ids if token not in left.ids))

    def cosines_of(self, rows: Ints, columns: Ints) -> Floats:
        """Return the cosine of the left row and the right row of each pair given.

        Pairs ascend by row, then by column, each once.
        """
        if self._are_all(rows):
            return self._products(self.left.weights, self.right.weights).ravel()
        return self._pairwise(rows, columns, [(self.left.weights, self.right.weights)])[0]

    def alike_of(self, rows: Ints, columns: Ints) -> tuple[Floats, Floats]:
        """Return ``cosines_of`` and ``shared_rarity_of``, looking up once what is shared."""
        if self._are_all(rows):
            return self.cosines_of(rows, columns), self._every_shared_rarity
        weights = (self.left.weights, self.right.weights), self._roots()
        cosines, rarity = self._pairwise(rows, columns, weights)
        return cosines, rarity

    def shared_rarity_of(self, rows: Ints, columns: Ints) -> Floats:
        """Return the summed rarity of the tokens shared by each pair given."""
        if self._are_all(rows):
            return self._every_shared_rarity
        return self._pairwise(rows, columns, [self._roots()])[0]

    @cached_property
    def _every_shared_rarity(self) -> Floats:
        return self._products(*self._roots()).ravel()

    def _roots(self) -> tuple[Floats, Floats]:
        # The root on both sides, so that the product of both is the rarity itself.
        root = np.sqrt(self.rarity)
        return root[self.left.columns], root[self.right.columns]

    def _products(self, left: Floats, right: Floats) -> Floats:
        """Return the products of all rows: rare tokens one by one, frequent ones as matrices."""
        height, width = len(self.left), len(self.right)
        # Rare tokens meet in few pairs, so each meeting is an entry; frequent ones meet in
        # most, where a product of matrices is quicker than millions of entries.
        entry, there, cell = self._rare_meetings
        sums = np.bincount(cell, left[entry] * right[there], minlength=height * width)
        total: Floats = sums.reshape(height, width).astype(np.float32)
        shared = np.flatnonzero(self._is_frequent)
        place = np.full(len(self.rarity), -1, np.int64)
        place[shared] = np.arange(len(shared))
        for first in range(0, len(shared), _COLUMNS_AT_ONCE):
            width = min(_COLUMNS_AT_ONCE, len(shared) - first)
            total += _block(self.left, left, place, first, width) @ (
                _block(self.right, right, place, first, width).T
            )
        return total

    @cached_property
    def _standing(self) -> tuple[Ints, Ints]:
        """In how many passages of the left and of the right each token stands."""
        columns = len(self.rarity)
        return (
            np.bincount(self.left.columns, minlength=columns),
            np.bincount(self.right.columns, minlength=columns),
        )

    @cached_property
    def _is_frequent(self) -> NDArray[np.bool_]:
        in_left, in_right = self._standing
        return np.asarray(in_left * in_right > _FREQUENT, np.bool_)

    @cached_property
    def _rare_meetings(self) -> tuple[Ints, Ints, Ints]:
        """The entries of rare tokens that meet, left and right, and the pair they meet in."""
        in_left, in_right = self._standing
        is_rare = ~self._is_frequent & (in_left > 0) & (in_right > 0)
        entries = np.flatnonzero(is_rare[self.left.columns])
        starts = starts_of(in_right)
        standing, owner = expanded(starts, self.left.columns[entries])
        entry, there = entries[owner], order_of(self.right.columns)[standing]
        return entry, there, self.left.rows[entry] * len(self.right) + self.right.rows[there]

    def _are_all(self, rows: Ints) -> bool:
        # Every pair once, so that their number tells it.
        return len(rows) == len(self.left) * len(self.right)

    def _pairwise(
        self, rows: Ints, columns: Ints, weights: Sequence[tuple[Floats, Floats]]
    ) -> list[Floats]:
        """Return the products of the rows of each pair, once for each weighing of both sides."""
        results: list[Floats] = [np.zeros(len(rows), np.float32) for _ in weights]
        width = len(self.rarity)
        at_once = max(1, min(len(self.left), _TABLE // max(1, width)))
        # Left rows are spread out over all columns, some at a time, so that what a
        # pair shares is looked up instead of searched.
        tables: list[Floats] = [np.zeros(at_once * width, np.float32) for _ in weights]
        lengths = np.diff(self.right.starts)[columns]
        for top in range(0, len(self.left), at_once):
            bottom = min(top + at_once, len(self.left))
            entries = slice(self.left.starts[top], self.left.starts[bottom])
            places = (self.left.rows[entries] - top) * width + self.left.columns[entries]
            for table, (left, _) in zip(tables, weights, strict=True):
                table[places] = left[entries]
            first, last = np.searchsorted(rows, (top, bottom))
            for some in _slices(lengths[first:last], int(first)):
                found, owner = expanded(self.right.starts, columns[some])
                there = (rows[some] - top)[owner] * width + self.right.columns[found]
                for result, table, (_, right) in zip(results, tables, weights, strict=True):
                    products = table[there] * right[found]
                    result[some] = np.bincount(owner, products, minlength=some.stop - some.start)
            # Only what was written is wiped: a table is far larger than a row.
            for table in tables:
                table[places] = 0
        return results


def _slices(lengths: Ints, first: int) -> Iterator[slice]:
    """Yield the pairs from ``first`` on in parts of about so many entries, at least a pair each."""
    ends = np.cumsum(lengths)
    start = 0
    while start < len(ends):
        before = int(ends[start - 1]) if start else 0
        end = max(int(np.searchsorted(ends, before + _ENTRIES_AT_ONCE, "right")), start + 1)
        yield slice(first + start, first + end)
        start = end


def _numbers_among(left: TokenCounts, right: TokenCounts) -> Ints:
    """Return the numbers of the right tokens, those of the left first, new ones after."""
    known = left.ids
    # ``map`` with ``repeat`` runs in C, for each word of a book.
    numbers = np.fromiter(map(known.get, right.ids, repeat(-1)), np.int64, len(right.ids))
    new = numbers < 0
    numbers[new] = len(known) + np.arange(int(new.sum()))
    return numbers


def _rows(counts: TokenCounts, columns: Ints) -> Rows:
    owners = np.repeat(np.arange(len(counts)), np.diff(counts.starts))
    return Rows(counts.starts, owners, columns, counts.weights)


def _in_order(rows: Rows) -> Rows:
    """Return the rows with the columns ascending inside each."""
    # Twice a stable sort: by column first, then by row.
    order = order_of(rows.columns)
    order = order[order_of(rows.rows[order])]
    return Rows(rows.starts, rows.rows, rows.columns[order], rows.weights[order])


def _weighted(rows: Rows, rarity: Floats) -> Rows:
    weights = rows.weights * rarity[rows.columns]
    squares = np.bincount(rows.rows, weights.astype(np.float64) ** 2, minlength=len(rows))
    # 1e-12: a passage without words has no length to divide by.
    length = np.sqrt(np.maximum(squares, 1e-12))
    unit = (weights / length[rows.rows]).astype(np.float32)
    return Rows(rows.starts, rows.rows, rows.columns, unit)


def _block(rows: Rows, values: Floats, place: Ints, first: int, width: int) -> Floats:
    at = place[rows.columns] - first
    inside = (at >= 0) & (at < width)
    dense: Floats = np.zeros((len(rows), width), np.float32)
    dense[rows.rows[inside], at[inside]] = values[inside]
    return dense
