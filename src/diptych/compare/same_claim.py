# SPDX-License-Identifier: MIT
"""The same said in other words: how strongly each pair of passages corresponds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from diptych.compare.blend import Blend, blend_for
from diptych.compare.cells import best_of, heights_of, hub_height, neighbour_support
from diptych.compare.counts import Floats, Ints
from diptych.compare.diffusion import lent, shares_of
from diptych.compare.proposals import proposed
from diptych.compare.reading import Reading
from diptych.compare.same_facts import FactTable
from diptych.compare.similarity import Meaning, Nearness
from diptych.compare.values import Relation
from diptych.compare.weights import Field
from diptych.text.vectors import Vectors

_LETTERS_READ = 600  # of a passage; comparing letters takes the square of their number
DENSE_CELLS = 400_000  # up to here every pair of passages is scored

_EVIDENCE, _GRAMS, _WORDS = 0.35, 0.40, 0.25

# Two versions of one text: where the best pairs agree so much in letters, or so
# much in meaning, and most passages have such a partner.
_ALIKE_IN_LETTERS, _ALIKE_IN_MEANING = 0.55, 0.62
_OTHER_DAYS = -0.3  # facts; what happened on another day is another thing
_MOST_WORTH = 2.0  # past two facts a third says little more
_PARTNERED, _VERSIONS_LEAST = 0.6, 20


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """Scored pairs of passages, ascending by left passage, then by right.

    ``wording`` is the likeness of the words, ``neighbours`` what the pairs
    before and after add, ``rarity`` the summed rarity of the content words both
    passages hold, ``similarity`` the cosine of the first encoder, if any.
    """

    shape: tuple[int, int]
    rows: Ints
    columns: Ints
    score: Floats
    wording: Floats
    neighbours: Floats
    rarity: Floats
    similarity: Floats | None
    relation: Relation
    blend: Blend
    stems: Field

    def best(self) -> tuple[Floats, Floats]:
        """Return the best score of each passage, left and right, -9 without any."""
        left, right = self.shape
        return best_of(self.rows, self.score, left), best_of(self.columns, self.score, right)

    def heights(self) -> tuple[Floats, Floats]:
        """Return the mean of the few best scores of each passage, left and right."""
        reach = self.blend.alone_reach
        return heights_of(self.rows, self.columns, self.score, self.shape, reach=reach)


# The score, by the weights of the blend, for a pair of passages (i, j):
#
#     claim = wording*w + order*o + sum(meaning_k*m_k) + around*a
#     claim = (1 - paragraph)*claim + paragraph*claim(paragraph of i, paragraph of j)
#     score = claim*(1 - exp(-shorter/short)) - heading*h + facts*min(f, 2)
#     score = (1 - alike)*score + alike*lent
#     score = score + neighbour*mean(score(i-1, j-1), score(i+1, j+1))
#     score = score - hub*(mean of the best scores of i, and of those of j)
#
# w is how alike the words are, o the letters in order, m_k the meaning by encoder k
# (less what each passage has in common with all), a the words around; ``shorter`` counts
# words, h is 1 if one side is a heading, f what shared facts are worth, ``lent`` what
# passages like i and j in their own articles score together.
def score_cells(
    left: Reading,
    right: Reading,
    facts: FactTable,
    *,
    relation: Relation | None = None,
    meanings: Sequence[Meaning] = (),
) -> Cells:
    """Score the pairs of passages worth a look, recognising the relation if not given."""
    shape = len(left), len(right)
    across = _across_languages(left, right)
    texts = _Texts(left, right, meanings)
    rows, columns = texts.pairs()
    order = texts.order(rows, columns)
    similarity = texts.similarity(rows, columns)
    known = relation or _recognised(rows, columns, order, similarity, shape)
    blend = blend_for(known, encoders=len(meanings), across_languages=across)

    words = texts.wording(rows, columns)
    score = texts.claims(rows, columns, blend, words, order)
    if blend.short:
        score = score * _damping(left, right, rows, columns, blend.short)
    if blend.heading:
        score = score - blend.heading * _is_heading(left, right, rows, columns)
    if blend.facts:
        score = score + blend.facts * _worth_of_facts(facts, rows, columns, shape[1])
    score = np.asarray(score, np.float32)
    if blend.alike and meanings and len(rows) == shape[0] * shape[1]:
        given = _given_by_alike(score.reshape(shape), meanings).ravel()
        score = (1 - blend.alike) * score + blend.alike * given
    near = blend.neighbour * neighbour_support(rows, columns, score, shape[1])
    score = score + near
    score = score - blend.hub * hub_height(rows, columns, score, shape, reach=blend.hub_reach)
    return Cells(
        shape=shape,
        rows=rows,
        columns=columns,
        score=_rounded(score),
        wording=_rounded(words),
        neighbours=_rounded(near),
        rarity=_rounded(texts.stems.shared_rarity_of(rows, columns)),
        similarity=None if similarity is None else _rounded(similarity),
        relation=known,
        blend=blend,
        stems=texts.stems,
    )


class _Texts:
    """What speaks for a pair of passages: rare stems, letters, all words, meaning."""

    def __init__(self, left: Reading, right: Reading, meanings: Sequence[Meaning]) -> None:
        self._left, self._right = left, right
        self._meanings = meanings
        self._plain = [Nearness(meaning, around=0.0) for meaning in meanings[:1]]
        self.stems = Field(left.counts.stems, right.counts.stems)
        self._words = Field(left.counts.forms, right.counts.forms)
        self._grams = Field(left.counts.grams, right.counts.grams)

    def pairs(self) -> tuple[Ints, Ints]:
        """Return the pairs to score: all of them while they are few."""
        height, width = len(self._left), len(self._right)
        if height * width > DENSE_CELLS:
            return proposed(self._left, self._right, self.stems, self._quick, self._plain)
        rows = np.repeat(np.arange(height), width)
        return rows, np.tile(np.arange(width), height)

    def claims(
        self, rows: Ints, columns: Ints, blend: Blend, words: Floats, order: Floats
    ) -> Floats:
        """Return how strongly each pair corresponds by all of this, in its paragraphs too."""
        score = blend.wording * words + blend.order * order + self.meaning(rows, columns, blend)
        if blend.around:
            score = score + blend.around * self.surroundings(rows, columns)
        if blend.paragraph:
            sides = self._left, self._right
            whole = _paragraphs(sides, self._meanings, rows, columns, blend)
            score = (1 - blend.paragraph) * score + blend.paragraph * whole
        return score

    def wording(self, rows: Ints, columns: Ints) -> Floats:
        """Return how alike the words of each pair given are."""
        return _blended(self.stems, self._grams, self._words, rows, columns)

    def surroundings(self, rows: Ints, columns: Ints) -> Floats:
        """Return how alike the words around each pair are."""
        left, right = self._left.counts_around, self._right.counts_around
        stems, grams = Field(left.stems, right.stems), Field(left.grams, right.grams)
        evidence = stems.cosines_of(rows, columns) * np.log1p(stems.shared_rarity_of(rows, columns))
        return np.asarray(0.5 * evidence / 2 + 0.5 * grams.cosines_of(rows, columns), np.float32)

    def order(self, rows: Ints, columns: Ints) -> Floats:
        """Return how alike the letters in order are (Levenshtein without replacing)."""
        return _letter_order(self._left.forms, self._right.forms, rows, columns)

    def similarity(self, rows: Ints, columns: Ints) -> Floats | None:
        """Return the plain cosines of the first encoder, None without any."""
        return self._plain[0].cosines(rows, columns) if self._plain else None

    def meaning(self, rows: Ints, columns: Ints, blend: Blend) -> Floats:
        """Return the weighted nearness in meaning by all encoders."""
        total = np.zeros(len(rows))
        for weight, meaning in zip(blend.meaning, self._meanings, strict=True):
            if not weight:
                continue
            nearness = Nearness(meaning, around=blend.context)
            cosines = nearness.cosines(rows, columns)
            total += weight * nearness.corrected(rows, columns, cosines)
        return total.astype(np.float32)

    def _quick(self, rows: Ints, columns: Ints) -> Floats:
        rarity = np.log1p(self.stems.shared_rarity_of(rows, columns)) / 2
        evidence = _EVIDENCE * self.stems.cosines_of(rows, columns) * rarity
        total = (evidence + _WORDS * self._words.cosines_of(rows, columns)).astype(np.float32)
        for nearness in self._plain:
            cosines = nearness.cosines(rows, columns)
            total += np.float32(0.5) * nearness.corrected(rows, columns, cosines)
        return total


def _paragraphs(
    sides: tuple[Reading, Reading],
    meanings: Sequence[Meaning],
    rows: Ints,
    columns: Ints,
    blend: Blend,
) -> Floats:
    """Return for each pair how strongly the paragraphs around it correspond."""
    (whole_left, of_left), (whole_right, of_right) = (side.paragraphs for side in sides)
    joined = [Meaning(_joined(m.left, of_left), _joined(m.right, of_right)) for m in meanings[:1]]
    texts = _Texts(whole_left, whole_right, joined)
    blend = replace(blend, meaning=blend.meaning[:1])  # a mean of many vectors tells little more
    keys, back = np.unique(
        of_left[rows] * len(whole_right) + of_right[columns], return_inverse=True
    )
    above, across = np.divmod(keys, len(whole_right))
    score = blend.wording * texts.wording(above, across)
    if blend.order:
        score = score + blend.order * texts.order(above, across)
    score = score + texts.meaning(above, across, blend)
    return np.asarray(score[back], np.float32)


def _given_by_alike(score: Floats, meanings: Sequence[Meaning]) -> Floats:
    """Return what each pair has from the passages that are like its own in their article."""
    left = shares_of([meaning.left for meaning in meanings])
    right = shares_of([meaning.right for meaning in meanings])
    return lent(score, left, right)


def _joined(vectors: Vectors, owners: Ints) -> Vectors:
    """Return one vector for each paragraph, the mean of its passages'."""
    starts = np.flatnonzero(np.diff(owners, prepend=-1))
    sums = np.add.reduceat(vectors.alone, starts, axis=0, dtype=np.float64)
    length = np.linalg.norm(sums, axis=1, keepdims=True)
    rows = (sums / np.maximum(length, 1e-12)).astype(np.float32)
    return Vectors(vectors.encoder, rows, rows)


def _blended(stems: Field, grams: Field, words: Field, rows: Ints, columns: Ints) -> Floats:
    evidence = stems.cosines_of(rows, columns) * np.log1p(stems.shared_rarity_of(rows, columns))
    return np.asarray(
        _EVIDENCE * evidence / 2
        + _GRAMS * grams.cosines_of(rows, columns)
        + _WORDS * words.cosines_of(rows, columns),
        np.float32,
    )


def _rounded(values: NDArray[np.floating]) -> Floats:
    """Round away what the order of additions may change."""
    return np.round(values, 4).astype(np.float32)


def _across_languages(left: Reading, right: Reading) -> bool:
    ours, theirs = left.article.language, right.article.language
    return bool(ours and theirs and ours != theirs)


def _letter_order(
    left: Sequence[Sequence[str]], right: Sequence[Sequence[str]], rows: Ints, columns: Ints
) -> Floats:
    lefts = [" ".join(words)[:_LETTERS_READ] for words in left]
    rights = [" ".join(words)[:_LETTERS_READ] for words in right]
    if len(rows) == len(lefts) * len(rights):
        ratios = process.cdist(lefts, rights, scorer=fuzz.ratio, dtype=np.float32).ravel()
    else:
        ratios = process.cpdist(
            [lefts[row] for row in rows],
            [rights[column] for column in columns],
            scorer=fuzz.ratio,
            dtype=np.float32,
        )
    return np.asarray(ratios / 100, np.float32)


def _recognised(
    rows: Ints, columns: Ints, order: Floats, similarity: Floats | None, shape: tuple[int, int]
) -> Relation:
    """Tell two versions of one text from two voices by their mutually best pairs."""
    if min(shape) < _VERSIONS_LEAST:
        return Relation.VOICES
    signs = [(order, _ALIKE_IN_LETTERS)]
    if similarity is not None:
        signs.append((similarity, _ALIKE_IN_MEANING))
    for values, enough in signs:
        of_row, of_column = best_of(rows, values, shape[0]), best_of(columns, values, shape[1])
        mutual = values[(values >= of_row[rows]) & (values >= of_column[columns])]
        if len(mutual) >= _PARTNERED * min(shape) and float(np.median(mutual)) >= enough:
            return Relation.VERSIONS
    return Relation.VOICES


def _is_heading(left: Reading, right: Reading, rows: Ints, columns: Ints) -> NDArray[np.bool_]:
    """Tell of each pair whether a title or a heading is in it."""
    lefts, rights = np.array(left.headings, np.bool_), np.array(right.headings, np.bool_)
    return np.asarray(lefts[rows] | rights[columns], np.bool_)


def _worth_of_facts(facts: FactTable, rows: Ints, columns: Ints, width: int) -> Floats:
    """Return what the facts of each pair say for it, or against it: days that differ."""
    worth = np.where(facts.of_other_days(rows, columns), _OTHER_DAYS, 0).astype(np.float32)
    pairs = facts.pairs
    if not pairs or not len(rows):
        return worth
    cells = np.array([row * width + column for row, column in pairs], np.int64)
    values = np.array(list(pairs.values()), np.float32)
    wanted = rows * width + columns
    at = np.minimum(np.searchsorted(cells, wanted), len(cells) - 1)
    return worth + np.where(cells[at] == wanted, np.minimum(values[at], _MOST_WORTH), 0)


def _damping(left: Reading, right: Reading, rows: Ints, columns: Ints, short: float) -> Floats:
    lefts = np.array([len(words) for words in left.forms], np.float32)
    rights = np.array([len(words) for words in right.forms], np.float32)
    shorter = np.minimum(lefts[rows], rights[columns])
    return np.asarray(1 - np.exp(-shorter / short), np.float32)
