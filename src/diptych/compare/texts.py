# SPDX-License-Identifier: MIT
"""Two texts side by side: their words counted against each other, and what that tells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from rapidfuzz import fuzz, process

from diptych.compare import signs
from diptych.compare.counts import Floats, Ints
from diptych.compare.proposals import proposed
from diptych.compare.reading import Reading
from diptych.compare.same_facts import FactTable
from diptych.compare.same_words import Run
from diptych.compare.shared_wording import words_shared
from diptych.compare.signs import Pairs
from diptych.compare.similarity import Meaning, Nearness
from diptych.compare.weights import Field

DENSE_CELLS = 400_000  # up to here every pair of passages is scored

_LETTERS_READ = 600  # of a passage; comparing letters takes the square of their number
_EVIDENCE, _GRAMS, _WORDS = 0.35, 0.40, 0.25


class Texts:
    """What speaks for a pair of passages: rare stems, letters, all words, meaning."""

    def __init__(self, left: Reading, right: Reading, meanings: Sequence[Meaning]) -> None:
        self.left, self.right = left, right
        self.meanings = tuple(meanings)
        # Pairs are proposed, and versions recognised, by the first encoder alone.
        self._plain = [Nearness(meaning) for meaning in meanings[:1]]
        self.stems = Field(left.counts.stems, right.counts.stems)
        self._words = Field(left.counts.forms, right.counts.forms)
        self._grams = Field(left.counts.grams, right.counts.grams)

    def pairs(self) -> Pairs:
        """Return the pairs to score: all of them while they are few."""
        height, width = shape = len(self.left), len(self.right)
        if height * width > DENSE_CELLS:
            found = proposed(self.left, self.right, self.stems, self._quick, self._plain)
            return Pairs(*found, shape)
        rows = np.repeat(np.arange(height), width)
        return Pairs(rows, np.tile(np.arange(width), height), shape)

    @property
    def encoders(self) -> frozenset[str]:
        """By which sorts of encoder there are vectors."""
        return frozenset(signs.sort_of(meaning.encoder) for meaning in self.meanings)

    def signs(
        self, pairs: Pairs, facts: FactTable, order: Floats, runs: Sequence[Run] = ()
    ) -> dict[str, Floats]:
        """Return what a reader of claims weighs of each pair."""
        common = Field(self.left.common_words, self.right.common_words)
        found = signs.of_words(pairs, self.stems, self._grams, self._words, common)
        found["wording"] = _wording(found)
        found["letters in order"] = order
        found["words around"] = self._surroundings(pairs)
        found |= signs.of_facts(pairs, facts)
        shared = words_shared(self.left, self.right, runs)
        found["run"] = np.log1p(signs.laid_out(pairs, shared))
        found |= signs.of_strangers(pairs, facts, self.left, self.right)
        found["bare facts"] = found["facts"] * (1 - found["contained"])
        found |= signs.of_lengths(pairs, self.left, self.right)
        for sort in sorted(self.encoders):
            # Also a third encoder is heard: two of one sort count as one, as weights were learned
            # for sorts.
            same = [m for m in self.meanings if signs.sort_of(m.encoder) == sort]
            owners = self.left.owners, self.right.owners
            near = [signs.of_meaning(pairs, owners, meaning) for meaning in same]
            for name in near[0]:
                mean = sum(values[name] for values in near) / np.float32(len(near))
                found[f"{sort} {name}"] = np.asarray(mean, np.float32)
        return found | signs.bent(found)

    def wording(self, rows: Ints, columns: Ints) -> Floats:
        """Return how alike the words of each pair given are."""
        cosine, rarity = self.stems.alike_of(rows, columns)
        return _wording(
            {
                "evidence": cosine * np.log1p(rarity),
                "letters": self._grams.cosines_of(rows, columns),
                "forms": self._words.cosines_of(rows, columns),
            }
        )

    def rarity(self, rows: Ints, columns: Ints) -> Floats:
        """Return the summed rarity of the telling words each pair given shares."""
        return self.stems.shared_rarity_of(rows, columns)

    def order(self, rows: Ints, columns: Ints) -> Floats:
        """Return how alike the letters in order are (Levenshtein without replacing)."""
        return _letter_order(self.left.told_forms, self.right.told_forms, rows, columns)

    def similarity(self, rows: Ints, columns: Ints) -> Floats | None:
        """Return the plain cosines of the first encoder, None without any."""
        return self._plain[0].cosines(rows, columns) if self._plain else None

    def meaning(self, rows: Ints, columns: Ints) -> Floats:
        """Return the cosines of the first encoder, hubs taken off; 0 without any."""
        if not self._plain:
            return np.zeros(len(rows), np.float32)
        cosines = self._plain[0].cosines(rows, columns)
        return self._plain[0].corrected(rows, columns, cosines)

    def _surroundings(self, pairs: Pairs) -> Floats:
        """Return how alike the words around each pair are."""
        left, right = self.left.counts_around, self.right.counts_around
        stems, forms = (Field(*sides) for sides in zip(left, right, strict=True))
        # likeness = (cosine of stems * ln(1 + shared idf) / 2 + cosine of all words) / 2
        cosine, rarity = stems.alike_of(pairs.rows, pairs.columns)
        evidence = cosine * np.log1p(rarity) / 2
        words = forms.cosines_of(pairs.rows, pairs.columns)
        return np.asarray((evidence + words) / 2, np.float32)

    def _quick(self, rows: Ints, columns: Ints) -> Floats:
        cosine, shared = self.stems.alike_of(rows, columns)
        evidence = _EVIDENCE * cosine * (np.log1p(shared) / 2)
        total = (evidence + _WORDS * self._words.cosines_of(rows, columns)).astype(np.float32)
        # Without it what is said in other words would be thinned out before it is weighed.
        if self._plain:
            total += np.float32(0.5) * self.meaning(rows, columns)
        return total


def _wording(found: Mapping[str, Floats]) -> Floats:
    # wording = .35 * cosine of stems * ln(1 + shared idf) / 2 + .40 * cosine of letters + .25 *
    # cosine of all words
    return np.asarray(
        _EVIDENCE * found["evidence"] / 2 + _GRAMS * found["letters"] + _WORDS * found["forms"],
        np.float32,
    )


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
