# SPDX-License-Identifier: MIT
"""Which pairs of passages of two long texts are worth scoring in full."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from diptych.compare.cells import ranks
from diptych.compare.counts import Floats, Ints, expanded
from diptych.compare.reading import Reading
from diptych.compare.similarity import Nearness
from diptych.compare.weights import Field

QuickScore = Callable[[Ints, Ints], Floats]

_PROPOSED = 24  # pairs proposed for a passage by its rare words
_NEAREST = 8  # and by each encoder
_SCORED = 10  # of these, how many are scored in full
_COMMON_SHARE = 0.02  # a stem in more of the passages proposes nothing
# Bounds the memory: a row is as wide as the other text has passages.
_ROWS_AT_ONCE = 64


def proposed(
    left: Reading, right: Reading, stems: Field, quick: QuickScore, near: Sequence[Nearness]
) -> tuple[Ints, Ints]:
    """Return the pairs to score: by rare words, by meaning, and equal passages in order."""
    width = len(right)
    # Equal passages of common words alone ("That is all.") no rare word would propose.
    equal_rows, equal_columns = _identical(left.forms, right.forms)
    equal = equal_rows * width + equal_columns
    found = [_by_rare_stems(stems, width), *(nearness.nearest(_NEAREST) for nearness in near)]
    # Row and column as one number, so that what several ways propose is there once.
    keys = np.unique(np.concatenate([equal, *(rows * width + columns for rows, columns in found)]))
    rows, columns = np.divmod(keys, width)
    # A quick score thins the pairs out before all that speaks for them is weighed.
    worth = np.round(quick(rows, columns), 4)
    shape = len(left), len(right)
    best = ranks(rows, worth, shape) < _SCORED
    best |= ranks(columns, worth, shape[::-1]) < _SCORED
    best |= np.isin(keys, equal)
    return rows[best], columns[best]


def _by_rare_stems(stems: Field, width: int) -> tuple[Ints, Ints]:
    """Return for each left passage the pairs its rarer stems propose."""
    total = len(stems.left) + len(stems.right)
    # In short texts no word is common: nothing is left out below 40 passages.
    rare = stems.frequency <= max(40, int(_COMMON_SHARE * total))
    order = np.argsort(stems.right.columns, kind="stable")
    starts = np.searchsorted(stems.right.columns[order], np.arange(len(stems.rarity) + 1))
    found_rows: list[Ints] = []
    found_columns: list[Ints] = []
    keep = min(_PROPOSED, width)
    for first in range(0, len(stems.left), _ROWS_AT_ONCE):
        last = min(first + _ROWS_AT_ONCE, len(stems.left))
        some = slice(stems.left.starts[first], stems.left.starts[last])
        entries = np.flatnonzero(rare[stems.left.columns[some]]) + some.start
        standing, owner = expanded(starts, stems.left.columns[entries])
        entry = entries[owner]
        there = order[standing]
        cell = (stems.left.rows[entry] - first) * width + stems.right.rows[there]
        size = (last - first) * width
        cosine = np.bincount(
            cell, stems.left.weights[entry] * stems.right.weights[there], minlength=size
        )
        evidence = np.bincount(cell, stems.rarity[stems.left.columns[entry]], minlength=size)
        # A cosine alone favours short passages with one word in common.
        # worth = cosine * ln(1 + sum of the shared words' idf)
        worth = np.round(cosine * np.log1p(evidence), 6).reshape(-1, width)
        # The best few in no order, which is quicker than sorting; ranks come later.
        top = np.argpartition(-worth, keep - 1, axis=1)[:, :keep]
        held = np.take_along_axis(worth, top, axis=1) > 0
        found_rows.append((np.nonzero(held)[0] + first).astype(np.int64))
        found_columns.append(top[held].astype(np.int64))
    return np.concatenate(found_rows), np.concatenate(found_columns)


def _identical(
    left: Sequence[tuple[str, ...]], right: Sequence[tuple[str, ...]]
) -> tuple[Ints, Ints]:
    """Pair the first, second ... of equal passages, however common their words are."""
    waiting: dict[tuple[str, ...], list[int]] = {}
    # Backwards, since ``pop`` takes the last: the first of equal ones must come first.
    for column in range(len(right) - 1, -1, -1):
        if right[column]:
            waiting.setdefault(right[column], []).append(column)
    pairs = [(row, waiting[forms].pop()) for row, forms in enumerate(left) if waiting.get(forms)]
    both = np.array(pairs, np.int64).reshape(-1, 2)
    return both[:, 0], both[:, 1]
