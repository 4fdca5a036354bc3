# SPDX-License-Identifier: MIT
"""What speaks for and against a pair of passages making the same claim, in numbers.

What a reader of claims weighs (``claim_reader.py``): how alike the words are, how
near the meaning, which facts and names are shared, how long both are. The same for
both sides: swapping them changes no number.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from diptych.compare.cells import hub_height
from diptych.compare.counts import Floats, Ints, token_counts
from diptych.compare.facts import Fact, Sort
from diptych.compare.reading import Reading
from diptych.compare.same_facts import FactTable
from diptych.compare.similarity import Meaning
from diptych.compare.weights import Field
from diptych.text.vectors import Vectors
from diptych.values import dataclass

CLAIMS, TONGUES = "claims", "tongues"
# How the names of encoders begin, whatever their version.
_SORTS = {"claims": CLAIMS, "tongues": TONGUES, "use": TONGUES}
# As ``reach`` in CSLS (Conneau et al. 2018), which has 10.
_HUB_REACH = 10
_ALONE_LEAST, _AROUND_LEAST = 0.25, 0.42  # as in nine of ten labelled pairs
_MOST_WORTH = 2.0  # past two facts a third says little more
_FACT_SORTS = (Sort.FIGURE, Sort.DATE)
# What a sign is worth bends at these heights: little likeness says nothing, much says all.
_BENDS = {
    "claims alone": (0.35, 0.5, 0.65),
    "claims around": (0.35, 0.5, 0.65),
    "claims across": (0.35, 0.5, 0.65),
    "tongues alone": (0.35, 0.5, 0.65),
    "tongues around": (0.35, 0.5, 0.65),
    "stems": (0.1, 0.25),
    "letters": (0.15, 0.3),
    "forms": (0.15, 0.3),
    "rarity": (1.0, 2.0),
}
# Words that two passages share say the more, the nearer these are in meaning.
_TOGETHER = ("stems", "rarity", "facts", "names", "shorter", "tongues alone", "claims around")
_SMALLEST, _LARGEST = 20, 150  # passages; what is shorter or longer was not learned from


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Pairs of passages, ascending by left (row), then by right (column), each once."""

    rows: Ints
    columns: Ints
    shape: tuple[int, int]

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def are_all(self) -> bool:
        """Tell whether every pair is there."""
        return len(self.rows) == self.shape[0] * self.shape[1]

    def hub_height(self, values: Floats, *, reach: int = _HUB_REACH) -> Floats:
        """Return how much the two passages of each pair have in common with everything."""
        return hub_height(self.rows, self.columns, values, self.shape, reach=reach)

    def cosines(self, left: Floats, right: Floats) -> Floats:
        """Return the products of the rows given for both sides."""
        # A product of matrices, if every pair is there; else only the pairs, some at a time.
        if self.are_all:
            return np.asarray((left @ right.T).ravel(), np.float32)
        result: Floats = np.zeros(len(self), np.float32)
        for first in range(0, len(self), 1_024):
            some = slice(first, first + 1_024)
            result[some] = np.einsum("ij,ij->i", left[self.rows[some]], right[self.columns[some]])
        return result


def of_meaning(pairs: Pairs, owners: tuple[Ints, Ints], meaning: Meaning) -> dict[str, Floats]:
    """Return how near each pair is by one encoder: alone, with its context, across.

    ``owners`` tell which paragraph each passage stands in, left and right.
    """
    left, right = meaning.left, meaning.right
    alone = pairs.cosines(left.alone, right.alone)
    around = pairs.cosines(left.around, right.around)
    across = (pairs.cosines(left.alone, right.around) + pairs.cosines(left.around, right.alone)) / 2
    return {
        "alone": alone,
        "around": around,
        "across": np.asarray(across, np.float32),
        # Articles of which nothing is alike were not learned from; what little they
        # share would stand out too much.
        "alone hub": np.maximum(pairs.hub_height(alone), _ALONE_LEAST),
        "around hub": np.maximum(pairs.hub_height(around), _AROUND_LEAST),
        "wide": pairs.cosines(left.wide, right.wide),
        "paragraph": _of_paragraphs(pairs, owners, meaning),
    }


def _of_paragraphs(pairs: Pairs, owners: tuple[Ints, Ints], meaning: Meaning) -> Floats:
    """Return how near the paragraphs around each pair are, and how much more than any others.

    Long paragraphs are near to one another whatever they say, and one sentence is not; what all
    have is taken off, so that a text says the same with its sentences in lines of their own.
    """
    left, right = joined(meaning.left, owners[0]).alone, joined(meaning.right, owners[1]).alone
    rows, columns = owners[0][pairs.rows], owners[1][pairs.columns]
    if pairs.are_all:
        near = (left @ right.T)[rows, columns]
    else:
        # A shape that never fits, so that these pairs are not taken for all there are.
        near = Pairs(rows, columns, (0, 1)).cosines(left, right)
    # The mean over all pairs of passages is the product of the means.
    every = left[owners[0]].mean(0) @ right[owners[1]].mean(0)
    return np.asarray(near - every, np.float32)


def bends_of(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names of what ``bent`` makes of the signs of these names."""
    known = set(names)
    past = (_past(name, least) for name in _BENDS if name in known for least in _BENDS[name])
    near = "claims alone" in known
    return (*past, *(_with(name) for name in _TOGETHER if near and name in known))


def bent(told: Mapping[str, Floats]) -> dict[str, Floats]:
    """Return how far signs are past the heights where they bend, and what tells together."""
    found: dict[str, Floats] = {}
    for name, heights in _BENDS.items():
        for least in heights if name in told else ():
            found[_past(name, least)] = np.maximum(told[name] - np.float32(least), np.float32(0))
    if "claims alone" in told:
        near = told["claims alone"]
        found |= {_with(n): np.asarray(told[n] * near, np.float32) for n in _TOGETHER if n in told}
    return found


def _past(name: str, least: float) -> str:
    return f"{name} past {least}"


def _with(name: str) -> str:
    return f"claims alone with {name}"


def sort_of(encoder: str) -> str:
    """Return which sort of encoder bears a name, or raise ValueError: none was learned for it."""
    family = encoder.partition("-")[0]
    if family not in _SORTS:
        raise ValueError(f"the claim reader was not taught by vectors of {encoder}")
    return _SORTS[family]


def joined(vectors: Vectors, owners: Ints) -> Vectors:
    """Return one vector for each paragraph, the mean of its passages'."""
    starts = np.flatnonzero(np.diff(owners, prepend=-1))
    # In doubles, in which the order of additions does not show.
    sums = np.add.reduceat(vectors.alone, starts, axis=0, dtype=np.float64)
    length = np.linalg.norm(sums, axis=1, keepdims=True)
    rows = (sums / np.maximum(length, 1e-12)).astype(np.float32)
    return Vectors(vectors.encoder, rows)


def of_words(
    pairs: Pairs, stems: Field, grams: Field, forms: Field, common: Field
) -> dict[str, Floats]:
    """Return how alike the words of each pair are; ``common`` are the stems of no name."""
    rows, columns = pairs.rows, pairs.columns
    cosine, rarity = stems.alike_of(rows, columns)
    told = np.log1p(rarity).astype(np.float32)
    letters = grams.cosines_of(rows, columns)
    # covered, contained = rarity shared / rarity of all words, of the passage of which that is
    # less and of the other
    ours, theirs = (rarity / np.maximum(total, 1) for total in _rarities(pairs, stems))
    return {
        "covered": np.minimum(ours, theirs).astype(np.float32),
        "contained": np.minimum(np.maximum(ours, theirs), 1).astype(np.float32),
        "common words": np.log1p(common.shared_rarity_of(rows, columns)).astype(np.float32),
        "stems": cosine,
        "rarity": told,
        "evidence": cosine * told,
        "letters": letters,
        "letters hub": pairs.hub_height(letters),
        "forms": forms.cosines_of(rows, columns),
    }


def _rarities(pairs: Pairs, stems: Field) -> tuple[Floats, Floats]:
    """Return how rare all the words of the two passages of each pair are."""
    left, right = (
        np.bincount(side.rows, stems.rarity[side.columns], minlength=len(side))
        for side in (stems.left, stems.right)
    )
    return left[pairs.rows].astype(np.float32), right[pairs.columns].astype(np.float32)


def of_facts(pairs: Pairs, facts: FactTable) -> dict[str, Floats]:
    """Return what the facts of each pair say for it, and against it."""
    return {
        "facts": np.minimum(laid_out(pairs, facts.pairs), _MOST_WORTH),
        "other days": facts.of_other_days(pairs.rows, pairs.columns).astype(np.float32),
        **_shared("names", pairs, facts, (Sort.NAME,)),
        **_shared("figures", pairs, facts, _FACT_SORTS),
    }


def of_strangers(
    pairs: Pairs, facts: FactTable, left: Reading, right: Reading
) -> dict[str, Floats]:
    """Return how many names, at least, each of two passages has that the other text never has.

    Where one article tells of people whom the other does not know, and the other way
    round, they tell of two things, however alike.
    """
    ours, theirs = _unknown(facts.left, right), _unknown(facts.right, left)
    # Of both: one side may always tell of somebody more.
    fewer = np.minimum(ours[pairs.rows], theirs[pairs.columns])
    return {"strangers": np.minimum(fewer, 2).astype(np.float32)}


def _unknown(side: Sequence[Sequence[Fact]], other: Reading) -> Ints:
    """Return how many names of each passage have no word that stands in the other text."""
    known = {form for forms in other.forms for form in forms}
    return np.array(
        [
            len({f.key for f in facts if f.sort is Sort.NAME and known.isdisjoint(f.key.split())})
            for facts in side
        ],
        np.int64,
    )


def laid_out(pairs: Pairs, known: Mapping[tuple[int, int], float]) -> Floats:
    """Return what is known of each pair, 0 where nothing is; ``known`` is in order."""
    width = pairs.shape[1]
    if not known or not len(pairs):
        return np.zeros(len(pairs), np.float32)
    # In order, so that pairs are found by bisection.
    cells = np.array([row * width + column for row, column in known], np.int64)
    values = np.array(list(known.values()), np.float32)
    wanted = pairs.rows * width + pairs.columns
    at = np.minimum(np.searchsorted(cells, wanted), len(cells) - 1)
    return np.where(cells[at] == wanted, values[at], 0).astype(np.float32)


def _shared(
    name: str, pairs: Pairs, facts: FactTable, sorts: tuple[Sort, ...]
) -> dict[str, Floats]:
    """Return how far the facts of some sorts are the same, and where all are others."""
    left, right = (_keys(side, sorts) for side in (facts.left, facts.right))
    field = Field(token_counts(left), token_counts(right))
    cosine = field.cosines_of(pairs.rows, pairs.columns)
    # Both name some and share none; where one names none nothing is said.
    both = np.array([bool(keys) for keys in left], np.bool_)[pairs.rows]
    both &= np.array([bool(keys) for keys in right], np.bool_)[pairs.columns]
    counts = [np.array([min(len(set(keys)), 3) for keys in side]) for side in (left, right)]
    fewer = np.minimum(counts[0][pairs.rows], counts[1][pairs.columns])
    return {
        name: cosine,
        f"other {name}": (both & (cosine <= 0)).astype(np.float32),
        # figures apart = fewer of the two, 3 at most * (1 - cosine)
        f"{name} apart": (fewer * (1 - cosine)).astype(np.float32),
    }


def _keys(side: Sequence[Sequence[Fact]], sorts: tuple[Sort, ...]) -> list[list[str]]:
    return [[f"{f.sort}{f.key}" for f in facts if f.sort in sorts] for facts in side]


def of_lengths(pairs: Pairs, left: Reading, right: Reading) -> dict[str, Floats]:
    """Return how long the passages of each pair are, and whether one is a heading."""
    ours, theirs = (np.log1p([len(words) for words in side.forms]) for side in (left, right))
    one, other = ours[pairs.rows], theirs[pairs.columns]
    heads = [np.array(side.headings, np.bool_) for side in (left, right)]
    largest = min(max(*pairs.shape, _SMALLEST), _LARGEST)
    return {
        "shorter": np.minimum(one, other).astype(np.float32),
        "longer": np.maximum(one, other).astype(np.float32),
        "heading": (heads[0][pairs.rows] | heads[1][pairs.columns]).astype(np.float32),
        "many": np.full(len(pairs), np.log(largest), np.float32),
        "place": _apart(pairs),
    }


def _apart(pairs: Pairs) -> Floats:
    """Return how far apart the passages of each pair stand, each in its own article."""
    height, width = (max(1, count) for count in pairs.shape)
    # The middle of each passage, so that a single one stands in the middle of its article.
    ours, theirs = (pairs.rows + 0.5) / height, (pairs.columns + 0.5) / width
    return np.abs(ours - theirs).astype(np.float32)
