# SPDX-License-Identifier: MIT
"""The same said in other words: how strongly each pair of passages corresponds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from diptych.compare.reading import Reading
from diptych.compare.values import Relation
from diptych.compare.weights import Field, Floats, Ints, expanded, gram_field, token_field

DENSE_CELLS = 400_000  # up to here every pair of passages is scored
_PROPOSED = 24  # pairs proposed for a passage by its rare words, above that
_SCORED = 10  # of these, how many are scored in full
_COMMON_SHARE = 0.02  # a stem in more of the passages proposes nothing
_ROWS_AT_ONCE = 64

_EVIDENCE, _GRAMS, _WORDS = 0.35, 0.40, 0.25
_NEIGHBOUR = 0.25
_HUB, _HUB_REACH = 0.5, 5
_VERSIONS_AT, _VERSIONS_LEAST = 0.55, 20
_DAMPING = 6.0  # words; shorter passages match by accident


@dataclass(frozen=True, slots=True)
class Blend:
    """Weights of wording and letter order, and the scores that show a pair.

    A pair is shown from ``low`` on if it is the best of both its passages, and
    from ``high`` on in any case.
    """

    wording: float
    order: float
    low: float
    high: float


_BLENDS = {
    Relation.VOICES: Blend(1.0, 0.0, 0.06, 0.25),
    Relation.VERSIONS: Blend(0.40, 0.60, 0.15, 0.38),
}


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """Scored pairs of passages, ascending by left passage, then by right.

    ``wording`` is the share of the score that comes from the words,
    ``neighbours`` what the pairs before and after it add, ``rarity`` the summed
    rarity of the content words both passages hold.
    """

    rows: Ints
    columns: Ints
    score: Floats
    wording: Floats
    neighbours: Floats
    rarity: Floats
    relation: Relation
    blend: Blend
    stems: Field

    def best_of_row(self, rows: int) -> Floats:
        """Return the best score of each left passage, -9 without any."""
        return _best(self.rows, self.score, rows)

    def best_of_column(self, columns: int) -> Floats:
        """Return the best score of each right passage, -9 without any."""
        return _best(self.columns, self.score, columns)


def score_cells(left: Reading, right: Reading, *, relation: Relation | None) -> Cells:
    """Score the pairs of passages worth a look, recognising the relation if not given."""
    stems = token_field(left.stems, right.stems)
    words = token_field(left.forms, right.forms)
    grams = gram_field(left.forms, right.forms)
    if len(left) * len(right) <= DENSE_CELLS:
        rows, columns = (a.ravel() for a in np.indices((len(left), len(right))))
        shared = stems.shared_rarity()
        rarity = shared.ravel()
        wording = (
            _EVIDENCE * stems.cosines() * np.log1p(shared) / 2
            + _GRAMS * grams.cosines()
            + _WORDS * words.cosines()
        ).ravel()
        order = _order_of_all(left, right)
    else:
        rows, columns, quick = _proposals(left, right, stems, words)
        rarity = stems.shared_rarity_of(rows, columns)
        wording = quick + _GRAMS * grams.cosines_of(rows, columns)
        order = _order_of(left, right, rows, columns)
    known = relation or _recognised(rows, columns, order, len(left), len(right))
    blend = _BLENDS[known]
    score = blend.wording * wording + blend.order * order
    if known is Relation.VOICES:
        score = score * _damping(left, right, rows, columns)
    near = _neighbour_support(rows, columns, score, len(right))
    score = score + near
    score = score - _hub_height(rows, columns, score, len(left), len(right))
    return Cells(
        rows=rows,
        columns=columns,
        score=_rounded(score),
        wording=_rounded(wording),
        neighbours=_rounded(near),
        rarity=_rounded(rarity),
        relation=known,
        blend=blend,
        stems=stems,
    )


def _rounded(values: NDArray[np.floating]) -> Floats:
    """Round away what the order of additions may change."""
    return np.round(values, 4).astype(np.float32)


def _order_of_all(left: Reading, right: Reading) -> Floats:
    ratios = process.cdist(
        _sentences(left.forms), _sentences(right.forms), scorer=fuzz.ratio, dtype=np.float32
    )
    return (np.asarray(ratios, np.float32) / 100).ravel().astype(np.float32)


def _order_of(left: Reading, right: Reading, rows: Ints, columns: Ints) -> Floats:
    lefts, rights = _sentences(left.forms), _sentences(right.forms)
    ratios = process.cpdist(
        [lefts[row] for row in rows], [rights[column] for column in columns], scorer=fuzz.ratio
    )
    return (np.asarray(ratios, np.float32) / 100).astype(np.float32)


def _sentences(forms: Sequence[Sequence[str]]) -> list[str]:
    return [" ".join(words) for words in forms]


def _proposals(
    left: Reading, right: Reading, stems: Field, words: Field
) -> tuple[Ints, Ints, Floats]:
    """Choose the pairs to score in full; return them with what their words say."""
    rows, columns = _by_rare_stems(stems, len(right))
    same_rows, same_columns = _identical(left.forms, right.forms)
    keys = np.unique(
        np.concatenate([rows * len(right) + columns, same_rows * len(right) + same_columns])
    )
    rows, columns = np.divmod(keys, len(right))
    quick = (
        _EVIDENCE
        * stems.cosines_of(rows, columns)
        * np.log1p(stems.shared_rarity_of(rows, columns))
        / 2
        + _WORDS * words.cosines_of(rows, columns)
    ).astype(np.float32)
    best = (_rank(rows, quick) < _SCORED) | (_rank(columns, quick) < _SCORED)
    best |= np.isin(keys, same_rows * len(right) + same_columns)
    return rows[best], columns[best], quick[best]


def _by_rare_stems(stems: Field, width: int) -> tuple[Ints, Ints]:
    """Return for each left passage the pairs its rarer stems propose."""
    total = len(stems.left) + len(stems.right)
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
        worth = np.round(cosine * np.log1p(evidence), 6).reshape(-1, width)
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
    for column in range(len(right) - 1, -1, -1):
        if right[column]:
            waiting.setdefault(right[column], []).append(column)
    pairs = [(row, waiting[forms].pop()) for row, forms in enumerate(left) if waiting.get(forms)]
    both = np.array(pairs, np.int64).reshape(-1, 2)
    return both[:, 0], both[:, 1]


def _rank(owners: Ints, values: Floats) -> Ints:
    """Return each entry's place among those of its owner, best first."""
    order = np.lexsort((-values, owners))
    counts = np.bincount(owners)
    firsts = np.repeat(np.cumsum(counts) - counts, counts)
    rank: Ints = np.empty(len(owners), np.int64)
    rank[order] = np.arange(len(owners)) - firsts
    return rank


def _recognised(rows: Ints, columns: Ints, order: Floats, height: int, width: int) -> Relation:
    """Tell two versions of one text from two voices by the letters in order."""
    if min(height, width) < _VERSIONS_LEAST:
        return Relation.VOICES
    by_row, by_column = _best(rows, order, height), _best(columns, order, width)
    mutual = order[(order >= by_row[rows]) & (order >= by_column[columns])]
    if len(mutual) and float(np.median(mutual)) >= _VERSIONS_AT:
        return Relation.VERSIONS
    return Relation.VOICES


def _best(owners: Ints, values: Floats, count: int) -> Floats:
    best: Floats = np.full(count, -9, np.float32)
    np.maximum.at(best, owners, values)
    return best


def _damping(left: Reading, right: Reading, rows: Ints, columns: Ints) -> Floats:
    lefts = np.array([len(words) for words in left.forms], np.float32)
    rights = np.array([len(words) for words in right.forms], np.float32)
    shorter = np.minimum(lefts[rows], rights[columns])
    return np.asarray(1 - np.exp(-shorter / _DAMPING), np.float32)


def _neighbour_support(rows: Ints, columns: Ints, score: Floats, width: int) -> Floats:
    """Return what the pairs one step up and down the diagonal lend to each."""
    keys = rows * width + columns
    total = np.zeros(len(keys), np.float32)
    for step in (-1, 1):
        inside = (columns + step >= 0) & (columns + step < width)
        wanted = keys + step * (width + 1)
        at = np.clip(np.searchsorted(keys, wanted), 0, max(0, len(keys) - 1))
        if len(keys):
            total += np.where(inside & (keys[at] == wanted), score[at], 0)
    return total * np.float32(_NEIGHBOUR / 2)


def _hub_height(rows: Ints, columns: Ints, score: Floats, height: int, width: int) -> Floats:
    """Return how much each pair's passages match everything, to be taken off."""
    up = _mean_of_best(rows, score, height, min(_HUB_REACH, width))
    across = _mean_of_best(columns, score, width, min(_HUB_REACH, height))
    return np.asarray(_HUB * (up[rows] + across[columns]) / 2, np.float32)


def _mean_of_best(owners: Ints, score: Floats, count: int, reach: int) -> Floats:
    best = _rank(owners, score) < reach
    sums = np.bincount(owners[best], score[best], minlength=count)
    return (sums / max(1, reach)).astype(np.float32)
