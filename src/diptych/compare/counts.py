# SPDX-License-Identifier: MIT
"""How often each token stands in each passage of one text: counted once, met with many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from diptych.text.tokens import is_unspaced
from diptych.values import dataclass

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]

_GRAM_SIZES = (3, 4, 5)
_LONGEST_FORM = 40  # a "word" past this is noise; its head stands for it


@dataclass(frozen=True, slots=True, eq=False)
class TokenCounts:
    """Row i has the tokens ``columns[starts[i]:starts[i + 1]]``, ascending, each once.

    ``ids`` numbers the tokens as they are first met. A weight is 1 + ln(times the
    token stands there).
    """

    ids: Mapping[str, int]
    starts: Ints
    columns: NDArray[np.int32]
    weights: Floats

    def __len__(self) -> int:
        return len(self.starts) - 1


def token_counts(passages: Sequence[Sequence[str]]) -> TokenCounts:
    """Count the tokens themselves."""
    ids: dict[str, int] = {}
    tokens, owners = _numbered(passages, ids)
    return _counted(ids, tokens, owners, len(passages))


def gram_counts(passages: Sequence[Sequence[str]]) -> TokenCounts:
    """Count the runs of 3 to 5 letters inside each token."""
    forms: dict[str, int] = {}
    tokens, owners = _numbered(passages, forms)
    ids: dict[str, int] = {}
    # Each distinct word is taken apart once, however often it stands there.
    known = [[ids.setdefault(gram, len(ids)) for gram in _grams(form)] for form in forms]
    starts = starts_of(np.fromiter((len(grams) for grams in known), np.int64, len(known)))
    grams = np.fromiter((gram for grams in known for gram in grams), np.int64, int(starts[-1]))
    entries, owner = expanded(starts, tokens)
    return _counted(ids, grams[entries], owners[owner], len(passages))


def expanded(starts: Ints, wanted: Ints) -> tuple[Ints, Ints]:
    """Return the entries of the wanted rows, and which of the wanted owns each."""
    lengths = starts[wanted + 1] - starts[wanted]
    owner = np.repeat(np.arange(len(wanted)), lengths)
    # The place inside each row: all places less where the row begins.
    offsets = np.arange(len(owner)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    return starts[wanted][owner] + offsets, owner


def starts_of(lengths: Ints) -> Ints:
    """Return where rows of these lengths begin, and at last where they end."""
    starts: Ints = np.zeros(len(lengths) + 1, np.int64)
    np.cumsum(lengths, out=starts[1:])
    return starts


def order_of(values: Ints) -> Ints:
    """Return the order that sorts numbers from 0 on, equal ones as they stand.

    By 16 bits at a time: NumPy sorts those by counting, ten times as fast as others.
    """
    order: Ints = np.argsort((values & 0xFFFF).astype(np.uint16), kind="stable")
    most, shift = int(values.max(initial=0)), 16
    while most >> shift:
        digits = ((values[order] >> shift) & 0xFFFF).astype(np.uint16)
        order = order[np.argsort(digits, kind="stable")]
        shift += 16
    return order


def _numbered(passages: Sequence[Sequence[str]], ids: dict[str, int]) -> tuple[Ints, Ints]:
    """Return all tokens by number, and which passage each belongs to; ``ids`` grows."""
    lengths = np.fromiter((len(tokens) for tokens in passages), np.int64, len(passages))
    flat = np.fromiter(
        (ids.setdefault(token, len(ids)) for tokens in passages for token in tokens),
        np.int64,
        int(lengths.sum()),
    )
    return flat, np.repeat(np.arange(len(passages)), lengths)


def _counted(ids: Mapping[str, int], tokens: Ints, owners: Ints, rows: int) -> TokenCounts:
    # Row and token as one number, so that one sort counts all of them.
    width = max(1, len(ids))
    keys, times = np.unique(owners * width + tokens, return_counts=True)
    owner, columns = np.divmod(keys, width)
    starts = starts_of(np.bincount(owner, minlength=rows))
    # tf = 1 + ln(times): what is said ten times in a passage says three times as much.
    weights = (1 + np.log(times)).astype(np.float32)
    return TokenCounts(ids, starts, columns.astype(np.int32), weights)


@lru_cache(maxsize=100_000)
def _grams(form: str) -> tuple[str, ...]:
    # An ideograph is a word already and has no letters to compare.
    if is_unspaced(form[0]):
        return (form,)
    # Spaces mark beginning and end: "form" in "reform" is not the word "form".
    padded = f" {form[:_LONGEST_FORM]} "
    return tuple(
        padded[at : at + size]
        for size in _GRAM_SIZES
        for at in range(max(1, len(padded) - size + 1))
    )
