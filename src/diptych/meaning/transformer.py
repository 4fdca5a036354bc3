# SPDX-License-Identifier: MIT
"""A small BERT in numpy: texts as numbers of word pieces in, their mean meaning out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from diptych.meaning.weights import Weights

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from diptych.meaning.encoder import Rows

_HEAD = 32  # numbers in what one head attends to
_PIECES_AT_ONCE = 1_024  # enough that widening the weights again costs nothing
_ROWS_AT_ONCE = 32  # of what is widest, so that it stays in the processor's own memory
# BERT's own, in its layer norm.
_EPSILON = 1e-12
_STRONGEST = np.float32(60)  # fit of a query and a key: e to it is still a number
# ln(p / (1 - p)) where p is the normal distribution up to x, as x times a polynomial
# of x squared. GELU (Hendrycks and Gimpel 2016) made with it is off by .00002 at most.
# The signs are turned, since 1 / (1 + e to the minus that) is what is needed.
_NORMAL = tuple(map(np.float32, (-1.5953566, -0.073487937, 0.00051711628, 0.0000167691)))
_FLAT = np.float32(30)  # of x squared: from there on p is 0 or 1


class Transformer:
    """The layers of Devlin et al. (2018) with the mean of the last as a text's vector.

    The pieces of many texts lie one below the other in one matrix, so that nothing
    is padded; texts look only at their own. Weights stay 8-bit in the mapped file
    and are widened while they are used: that is less than a hundredth of the work.
    """

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self.dimensions = int(weights.stored(_WORDS).shape[1])

    def encode(self, texts: Sequence[Sequence[int]]) -> Rows:
        """Return one row of unit length for each text, none of which is empty."""
        rows = np.zeros((len(texts), self.dimensions), np.float32)
        for some in batches([len(text) for text in texts]):
            rows[some] = self._means([texts[at] for at in some])
        return rows

    def _means(self, texts: Sequence[Sequence[int]]) -> Rows:
        lengths = [len(text) for text in texts]
        states = self._embedded(texts)
        for layer in self._layers:
            states = layer.after(states, lengths)
        starts = np.cumsum([0, *lengths[:-1]])
        means = np.add.reduceat(states, starts, axis=0)
        means /= np.array(lengths, np.float32)[:, None]
        means /= np.maximum(np.linalg.norm(means, axis=1, keepdims=True), _EPSILON)
        return means

    def _embedded(self, texts: Sequence[Sequence[int]]) -> Rows:
        pieces = np.concatenate([np.asarray(text, np.int64) for text in texts])
        places = np.concatenate([np.arange(len(text)) for text in texts])
        states = self._rows(_WORDS, pieces)
        states += self._rows(_PLACES, places)
        states += self._weights.stored(_FIRST_OF_TWO)[0]
        return self._first_norm.of(states)

    def _rows(self, name: str, chosen: NDArray[np.int64]) -> Rows:
        rows = self._weights.stored(name)[chosen].astype(np.float32)
        rows *= self._weights.scale(name)[chosen]
        return rows

    @cached_property
    def _first_norm(self) -> _Norm:
        return _Norm(self._weights, "embeddings.LayerNorm")

    @cached_property
    def _layers(self) -> tuple[_Layer, ...]:
        found: list[_Layer] = []
        while self._weights.has(f"{_layer_name(len(found))}.output.dense.weight"):
            found.append(_Layer(self._weights, _layer_name(len(found))))
        return tuple(found)


_WORDS = "embeddings.word_embeddings.weight"
_PLACES = "embeddings.position_embeddings.weight"
_FIRST_OF_TWO = "embeddings.token_type_embeddings.weight"


def _layer_name(number: int) -> str:
    return f"encoder.layer.{number}"


def batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Yield the places of texts that go together, those of one length side by side."""
    some: list[int] = []
    pieces = 0
    for at in sorted(range(len(lengths)), key=lambda at: (lengths[at], at)):
        if some and pieces + lengths[at] > _PIECES_AT_ONCE:
            yield some
            some, pieces = [], 0
        some.append(at)
        pieces += lengths[at]
    if some:
        yield some


class _Layer:
    """One layer: each piece looks at the others of its text, then is thought over alone."""

    def __init__(self, weights: Weights, name: str) -> None:
        looking = f"{name}.attention.self"
        self._looking = [_Dense(weights, f"{looking}.{part}") for part in ("query", "key", "value")]
        self._seen = _Dense(weights, f"{name}.attention.output.dense")
        self._seen_norm = _Norm(weights, f"{name}.attention.output.LayerNorm")
        self._widen = _Dense(weights, f"{name}.intermediate.dense")
        self._narrow = _Dense(weights, f"{name}.output.dense")
        self._norm = _Norm(weights, f"{name}.output.LayerNorm")

    def after(self, states: Rows, lengths: Sequence[int]) -> Rows:
        """Return the states of all pieces after this layer; ``lengths`` are in order."""
        queries, keys, values = (part.of(states) for part in self._looking)
        seen = self._seen.of(_attended(queries, keys, values, lengths))
        seen += states
        seen = self._seen_norm.of(seen)
        wide = self._widen.of(seen)
        for first in range(0, len(wide), _ROWS_AT_ONCE):
            bend(wide[first : first + _ROWS_AT_ONCE])
        narrow = self._narrow.of(wide)
        narrow += seen
        return self._norm.of(narrow)


def _attended(queries: Rows, keys: Rows, values: Rows, lengths: Sequence[int]) -> Rows:
    """Return for each piece the values of its text, weighed by how its query fits their keys."""
    found = np.empty_like(values)
    # softmax(Q K^T / root of 32) V, each head by itself
    queries *= np.float32(_HEAD**-0.5)
    start = 0
    for length, alike in groupby(lengths):
        count = sum(1 for _ in alike)
        stop = start + count * length
        shape = (count, length, values.shape[1] // _HEAD, _HEAD)
        query, key, value, out = (
            rows[start:stop].reshape(shape).swapaxes(1, 2)
            for rows in (queries, keys, values, found)
        )
        fit = query @ key.swapaxes(2, 3)
        # What is clipped cannot overflow, so the greatest need not be taken off first.
        np.clip(fit, -_STRONGEST, _STRONGEST, out=fit)
        np.exp(fit, out=fit)
        np.matmul(fit, value, out=out)
        # Adding up by a product is quicker, and so is dividing what is narrower.
        out /= (fit @ np.ones(length, np.float32))[..., None]
        start = stop
    return found


def bend(rows: Rows) -> None:
    """Replace each x by x times the normal distribution up to x (GELU), in place."""
    square = rows * rows
    np.minimum(square, _FLAT, out=square)
    power = square * _NORMAL[-1]
    for factor in _NORMAL[-2:0:-1]:
        power += factor
        power *= square
    power += _NORMAL[0]
    power *= rows
    # Far below zero this is infinite, and what x is divided by it 0, as it should be.
    with np.errstate(over="ignore"):
        np.exp(power, out=power)
    power += np.float32(1)
    rows /= power


class _Dense:
    """A matrix and what is added."""

    def __init__(self, weights: Weights, name: str) -> None:
        self._matrix = weights.stored(f"{name}.weight")
        self._scale = weights.scale(f"{name}.weight")
        self._added = weights.stored(f"{name}.bias")

    def of(self, rows: Rows) -> Rows:
        matrix = self._matrix.astype(np.float32)
        matrix *= self._scale
        found: Rows = rows @ matrix.T
        found += self._added
        return found


class _Norm:
    """Brings each row to mean 0 and deviation 1, then stretches and moves it."""

    def __init__(self, weights: Weights, name: str) -> None:
        self._stretch = weights.stored(f"{name}.weight")
        self._move = weights.stored(f"{name}.bias")

    def of(self, rows: Rows) -> Rows:
        """Change ``rows`` in place and return them."""
        rows -= rows.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", rows, rows) / np.float32(rows.shape[1])
        rows /= np.sqrt(spread + np.float32(_EPSILON))[:, None]
        rows *= self._stretch
        rows += self._move
        return rows
