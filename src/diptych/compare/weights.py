# SPDX-License-Identifier: MIT
"""How much the words of two texts weigh: tf-idf rows and their cosines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from diptych.text.words import is_unspaced

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]

_GRAM_SIZES = (3, 4, 5)
_LONGEST_FORM = 40  # a "word" past this is noise; its head stands for it
_COLUMNS_AT_ONCE = 2_048
_FREQUENT = 128  # pairs of passages that share a token; past that a matrix is quicker
_PAIRS_AT_ONCE = 8_192


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

    def __init__(self, left: Rows, right: Rows, columns: int, names: Sequence[str] = ()) -> None:
        passages = len(left) + len(right)
        counted = np.bincount(left.columns, minlength=columns)
        counted = counted + np.bincount(right.columns, minlength=columns)
        self.frequency = counted
        rarity = np.log((passages + 1) / (counted + 0.5))
        self.rarity: Floats = np.maximum(rarity, 0.1).astype(np.float32)
        self.names = names
        self.left = _weighted(left, self.rarity)
        self.right = _weighted(right, self.rarity)

    @cached_property
    def _right_keys(self) -> Ints:
        return self.right.rows * len(self.rarity) + self.right.columns

    def cosines_of(self, rows: Ints, columns: Ints) -> Floats:
        """Return the cosine of the left row and the right row of each pair given.

        Pairs ascend by row, then by column, each once.
        """
        return self._pairwise(rows, columns, self.left.weights, self.right.weights)

    def shared_rarity_of(self, rows: Ints, columns: Ints) -> Floats:
        """Return the summed rarity of the tokens shared by each pair given."""
        root = np.sqrt(self.rarity)
        return self._pairwise(rows, columns, root[self.left.columns], root[self.right.columns])

    def _products(self, left: Floats, right: Floats) -> Floats:
        """Return the products of all rows: rare tokens one by one, frequent ones as matrices."""
        columns = len(self.rarity)
        in_left = np.bincount(self.left.columns, minlength=columns)
        in_right = np.bincount(self.right.columns, minlength=columns)
        is_frequent = in_left * in_right > _FREQUENT
        total = self._rare_products(left, right, ~is_frequent & (in_left > 0) & (in_right > 0))
        shared = np.flatnonzero(is_frequent)
        place = np.full(columns, -1, np.int64)
        place[shared] = np.arange(len(shared))
        for first in range(0, len(shared), _COLUMNS_AT_ONCE):
            width = min(_COLUMNS_AT_ONCE, len(shared) - first)
            total += _block(self.left, left, place, first, width) @ (
                _block(self.right, right, place, first, width).T
            )
        return total

    def _rare_products(self, left: Floats, right: Floats, rare: NDArray[np.bool_]) -> Floats:
        height, width = len(self.left), len(self.right)
        entries = np.flatnonzero(rare[self.left.columns])
        order, starts = self._right_by_column
        standing, owner = expanded(starts, self.left.columns[entries])
        entry, there = entries[owner], order[standing]
        cell = self.left.rows[entry] * width + self.right.rows[there]
        sums = np.bincount(cell, left[entry] * right[there], minlength=height * width)
        return sums.reshape(height, width).astype(np.float32)

    @cached_property
    def _right_by_column(self) -> tuple[Ints, Ints]:
        order = np.argsort(self.right.columns, kind="stable")
        return order, np.searchsorted(self.right.columns[order], np.arange(len(self.rarity) + 1))

    def _pairwise(self, rows: Ints, columns: Ints, left: Floats, right: Floats) -> Floats:
        if len(rows) == len(self.left) * len(self.right):  # every pair, in order
            return self._products(left, right).ravel()
        result: Floats = np.zeros(len(rows), np.float32)
        keys = self._right_keys
        if not len(keys):
            return result
        for first in range(0, len(rows), _PAIRS_AT_ONCE):
            some = slice(first, first + _PAIRS_AT_ONCE)
            entries, owner = expanded(self.left.starts, rows[some])
            wanted = columns[some][owner] * len(self.rarity) + self.left.columns[entries]
            found = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
            hit = keys[found] == wanted
            products = left[entries[hit]] * right[found[hit]]
            result[some] = np.bincount(owner[hit], products, minlength=len(rows[some]))
        return result


def token_field(left: Sequence[Sequence[str]], right: Sequence[Sequence[str]]) -> Field:
    """Return the field of the tokens themselves."""
    ids: dict[str, int] = {}
    first, second = _flat(left, ids), _flat(right, ids)
    sides = [_rows(*flat, width=len(ids)) for flat in (first, second)]
    return Field(sides[0], sides[1], len(ids), tuple(ids))


def gram_field(left: Sequence[Sequence[str]], right: Sequence[Sequence[str]]) -> Field:
    """Return the field of the runs of 3 to 5 letters inside each token."""
    ids: dict[str, int] = {}
    flat = [_flat(side, ids) for side in (left, right)]
    gram_ids: dict[str, int] = {}
    known = [[gram_ids.setdefault(g, len(gram_ids)) for g in _grams(form)] for form in ids]
    starts = _starts(np.fromiter((len(k) for k in known), np.int64, len(known)))
    grams = np.fromiter((g for k in known for g in k), np.int64, int(starts[-1]))
    sides = []
    for tokens, owners, rows in flat:
        entries, owner = expanded(starts, tokens)
        sides.append(_rows(grams[entries], owners[owner], rows, width=len(gram_ids)))
    return Field(sides[0], sides[1], len(gram_ids))


def expanded(starts: Ints, wanted: Ints) -> tuple[Ints, Ints]:
    """Return the entries of the wanted rows, and which of the wanted owns each."""
    lengths = starts[wanted + 1] - starts[wanted]
    owner = np.repeat(np.arange(len(wanted)), lengths)
    offsets = np.arange(len(owner)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    return starts[wanted][owner] + offsets, owner


@lru_cache(maxsize=100_000)
def _grams(form: str) -> tuple[str, ...]:
    if is_unspaced(form[0]):
        return (form,)
    padded = f" {form[:_LONGEST_FORM]} "
    return tuple(
        padded[at : at + size]
        for size in _GRAM_SIZES
        for at in range(max(1, len(padded) - size + 1))
    )


def _flat(side: Sequence[Sequence[str]], ids: dict[str, int]) -> tuple[Ints, Ints, int]:
    lengths = np.fromiter((len(tokens) for tokens in side), np.int64, len(side))
    flat = np.fromiter(
        (ids.setdefault(token, len(ids)) for tokens in side for token in tokens),
        np.int64,
        int(lengths.sum()),
    )
    return flat, np.repeat(np.arange(len(side)), lengths), len(side)


def _rows(tokens: Ints, owners: Ints, rows: int, *, width: int) -> Rows:
    """Gather tokens into rows; a weight is 1 + ln(times the token stands there)."""
    keys, times = np.unique(owners * max(1, width) + tokens, return_counts=True)
    owner, columns = np.divmod(keys, max(1, width))
    starts = _starts(np.bincount(owner, minlength=rows))
    return Rows(starts, owner, columns, (1 + np.log(times)).astype(np.float32))


def _starts(lengths: Ints) -> Ints:
    starts: Ints = np.zeros(len(lengths) + 1, np.int64)
    np.cumsum(lengths, out=starts[1:])
    return starts


def _weighted(rows: Rows, rarity: Floats) -> Rows:
    weights = rows.weights * rarity[rows.columns]
    squares = np.bincount(rows.rows, weights.astype(np.float64) ** 2, minlength=len(rows))
    length = np.sqrt(np.maximum(squares, 1e-12))
    unit = (weights / length[rows.rows]).astype(np.float32)
    return Rows(rows.starts, rows.rows, rows.columns, unit)


def _block(rows: Rows, values: Floats, place: Ints, first: int, width: int) -> Floats:
    at = place[rows.columns] - first
    inside = (at >= 0) & (at < width)
    dense: Floats = np.zeros((len(rows), width), np.float32)
    dense[rows.rows[inside], at[inside]] = values[inside]
    return dense
