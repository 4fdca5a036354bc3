# SPDX-License-Identifier: MIT
"""Learns what each sign of a match is worth: two logistic regressions, calibrated.

The first weighs each pair for itself, the second once more with its rivals; see
``diptych/compare/claim_reader.py``, which does the same with the numbers that come
out here. What must not speak against a match (shared words, nearness) is dropped
when the regression says so, and it is fitted again.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from groups import KINDS
from measures import average_precision, precision_at_ten
from numpy.typing import NDArray
from pairs import LabelledPair

from diptych.compare.claim_reader import ClaimReader, Weights, among_rivals
from diptych.compare.counts import Floats
from diptych.compare.signs import Pairs, bends_of

BEARING = 0.4  # what a link of grade 1 is worth as a target
PENALTY = 3.0
LIKELY, SURE = 0.5, 0.7  # strengths from which the best and all are shown
PARTS = 5
THINNED = 4  # cells without a link, one of which stands for so many
COUNTED = {"news": 0.5, "press": 0.5}  # beside affairs and debates: both are of one sort
RIVALS = ("odds", "ahead", "behind", "share", "least share", "hub", "beside")
ADDED = 0.3  # what a cell of a short piece or of strangers weighs beside one of whole articles
# These speak for a match or not at all.
FAVOURABLE = frozenset(
    {
        "stems", "rarity", "evidence", "letters", "forms", "run", "facts", "names", "figures",
        "covered", "contained", "common words",
        "odds", "ahead", "behind", "share", "least share", "beside",
        "best", "few best", "expected", "best beside",
        "claims alone", "claims around", "claims across",
        "tongues alone", "tongues around", "tongues across",
    }
)  # fmt: skip
BENT = frozenset(bends_of(FAVOURABLE | {"shorter"}))  # nor what is made of these
ADVERSE = frozenset(  # or against it
    {
        "other days", "other names", "other figures", "names apart", "figures apart", "bare facts",
        "strangers", "place", "heading",
    }
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Example:
    """A labelled pair with the signs of all its cells.

    ``added`` if it is no two whole articles, ``lined`` if each sentence is a paragraph.
    """

    pair: LabelledPair
    cells: Pairs
    signs: Mapping[str, Floats]
    added: bool = False
    lined: bool = False

    @property
    def worth(self) -> float:
        """What one of its cells weighs."""
        return ADDED if self.added else 1.0

    @property
    def wanted(self) -> NDArray[np.float64]:
        """What should come out for each cell: 1 for a link of grade 2, less for one of 1."""
        grades = self.pair.grades.ravel()
        return np.where(grades >= 2, 1.0, np.where(grades >= 1, BEARING, 0.0))


@dataclass(frozen=True, eq=False)
class Taught:
    """A reader, and the log odds of each example by one who has not seen its group."""

    reader: ClaimReader
    unseen: tuple[Floats, ...]


def learn(examples: Sequence[Example], names: Sequence[str], seed: int) -> Taught:
    """Return the reader that these examples teach, by the signs named."""
    return scaled(_reader(examples, names), examples, names, seed)


def scaled(
    reader: ClaimReader, examples: Sequence[Example], names: Sequence[str], seed: int
) -> Taught:
    """Return the reader with a scale made from groups that its like have not seen."""
    odds = tuple(_unseen(examples, names, seed))
    return Taught(replace(reader, scale=calibrated(odds, examples)), odds)


def _unseen(examples: Sequence[Example], names: Sequence[str], seed: int) -> Iterator[Floats]:
    """Yield the log odds of each example by a reader who has not seen its group."""
    parts = parts_of(examples, seed)
    readers = [
        _reader([e for e in examples if parts[e.pair.group] != part], names)
        for part in range(PARTS)
    ]
    for example in examples:
        reader = readers[parts[example.pair.group]]
        yield reader.read(example.cells, example.signs).odds


def parts_of(examples: Sequence[Example], seed: int) -> dict[str, int]:
    """Return in which part each group is held out, the same for one seed."""
    ids = sorted({example.pair.group for example in examples})
    random.Random(seed).shuffle(ids)
    return {id: at % PARTS for at, id in enumerate(ids)}


def _reader(examples: Sequence[Example], names: Sequence[str]) -> ClaimReader:
    """Return a reader without a scale; kinds count by ``COUNTED``, however many there are."""
    cells = {
        kind: sum(len(e.cells) * e.worth for e in examples if e.pair.kind == kind) for kind in KINDS
    }
    both = sum(cells.values()) / sum(count > 0 for count in cells.values())
    share = {kind: COUNTED.get(kind, 1) * both / max(1, count) for kind, count in cells.items()}
    wanted = np.concatenate([example.wanted for example in examples])
    counted = np.concatenate(
        [np.full(len(e.cells), share[e.pair.kind] * e.worth) for e in examples]
    )
    first = _weights(wanted, counted, names, [example.signs for example in examples])
    with_rivals = [
        {**e.signs, **among_rivals(e.cells, first.weighed(e.signs, len(e.cells)))} for e in examples
    ]
    second = _weights(wanted, counted, (*names, *RIVALS), with_rivals)
    return ClaimReader(first, second, (), Weights(0, {}))


def _weights(
    wanted: NDArray[np.float64],
    counted: NDArray[np.float64],
    names: Sequence[str],
    signs: Sequence[Mapping[str, Floats]],
) -> Weights:
    """Return what each sign is worth; of cells without a link every fourth stands for four."""
    kept = list(names)
    chosen = (wanted > 0) | (np.arange(len(wanted)) % THINNED == 0)
    weight = (np.where(wanted > 0, 1.0, THINNED) * counted)[chosen]
    table = np.concatenate([np.stack([s[n] for n in kept], 1) for s in signs])[chosen]
    middle, spread = table.mean(0), table.std(0) + 1e-6
    table = ((table - middle) / spread).astype(np.float64)
    found = np.zeros(len(kept) + 1)
    while True:
        found = logistic(table, wanted[chosen], weight, found)
        favours = np.array([_may_be(n, w) for n, w in zip(kept, found[1:], strict=True)])
        if favours.all():
            break
        kept = [n for n, good in zip(kept, favours, strict=True) if good]
        table, middle, spread = table[:, favours], middle[favours], spread[favours]
        found = found[np.concatenate([[True], favours])]
    by_sign = found[1:] / spread
    bias = float(found[0] - by_sign @ middle)
    return Weights(bias, {n: float(w) for n, w in zip(kept, by_sign, strict=True)})


def _may_be(name: str, weight: float) -> bool:
    if name in FAVOURABLE or name in BENT:
        return weight >= 0
    return name not in ADVERSE or weight <= 0


def logistic(
    table: NDArray[np.float64],
    wanted: NDArray[np.float64],
    weight: NDArray[np.float64],
    found: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Return bias and weights by Newton's method from ``found`` on, a ridge on the weights."""
    rows = np.concatenate([np.ones((len(table), 1)), table], axis=1)
    ridge = np.full(rows.shape[1], PENALTY)
    ridge[0] = 0
    found = found.copy()
    if not found.any():
        mean = np.average(wanted, weights=weight)
        found[0] = np.log(mean / (1 - mean))
    for _ in range(60):
        chance = 1 / (1 + np.exp(-np.clip(rows @ found, -30, 30)))
        slope = rows.T @ (weight * (chance - wanted)) + ridge * found
        bend = (rows * (weight * chance * (1 - chance))[:, None]).T @ rows + np.diag(ridge)
        step = np.linalg.solve(bend, slope)
        step /= max(1.0, float(np.abs(step).max()))  # far from the end Newton leaps too far
        found -= step
        if np.abs(step).max() < 1e-3:
            break
    return found


def calibrated(
    odds: Sequence[Floats], examples: Sequence[Example], points: int = 14
) -> tuple[tuple[float, float], ...]:
    """Return how often a match of such log odds is linked at all, as a line that rises.

    Only what may be shown counts: the best match of one of its passages. Each kind of
    article counts as much as the other, whatever its number.
    """
    told, grades, weight = shown_cells(odds, examples)
    order = np.argsort(told)
    told, linked, weight = told[order], (grades[order] >= 1).astype(float), weight[order]
    level = rising(linked, weight)
    shares = np.cumsum(weight) / weight.sum()
    edges = np.unique(
        np.concatenate([np.linspace(0, 0.8, points // 2), np.linspace(0.8, 1, points)])
    )
    line = []
    for low, high in pairwise(edges):
        some = (shares > low) & (shares <= high)
        if some.any():
            line.append(
                (
                    float(np.average(told[some], weights=weight[some])),
                    float(np.average(level[some], weights=weight[some])),
                )
            )
    line = [(-12.0, 0.0), *line, (max(12.0, line[-1][0] + 1), 1.0)]
    return tuple((round(x, 3), round(min(y, 1.0), 4)) for x, y in strictly_rising(line))


def strictly_rising(line: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return the points of a line that rises everywhere, if only by a hair."""
    kept = [line[0]]
    for x, y in line[1:]:
        if x > kept[-1][0] + 1e-3:
            kept.append((x, max(y, kept[-1][1] + 1e-4)))
    return kept


def shown_cells(
    odds: Sequence[Floats], examples: Sequence[Example]
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return log odds, grade and weight of the best match of every passage."""
    told, grades, weight = [], [], []
    counts = {kind: sum(e.pair.kind == kind for e in examples) for kind in KINDS}
    for values, example in zip(odds, examples, strict=True):
        table = values.reshape(example.cells.shape)
        best = (table >= table.max(1, keepdims=True)) | (table >= table.max(0, keepdims=True))
        told.append(table[best])
        grades.append(example.pair.grades[best])
        weight.append(np.full(int(best.sum()), 1 / counts[example.pair.kind]))
    return (
        np.concatenate(told).astype(float),
        np.concatenate(grades).astype(float),
        np.concatenate(weight),
    )


def rising(values: NDArray[np.float64], weight: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the nearest values that never fall (pool adjacent violators)."""
    blocks: list[list[float]] = []
    for value, share in zip(values, weight, strict=True):
        blocks.append([value, share, 1])
        while len(blocks) > 1 and blocks[-2][0] >= blocks[-1][0]:
            last = blocks.pop()
            both = blocks[-1][1] + last[1]
            blocks[-1][0] = (blocks[-1][0] * blocks[-1][1] + last[0] * last[1]) / both
            blocks[-1][1] = both
            blocks[-1][2] += last[2]
    return np.concatenate([np.full(int(count), value) for value, _, count in blocks])


def figures(odds: Sequence[Floats], examples: Sequence[Example]) -> str:
    """Return how well log odds find the links, for each kind of article."""
    told = []
    for kind in KINDS:
        some = [at for at, e in enumerate(examples) if e.pair.kind == kind and not e.added]
        if not some:
            continue
        grades = [examples[at].pair.grades for at in some]
        scores = [odds[at].reshape(examples[at].cells.shape) for at in some]
        told.append(
            f"{kind} AP {average_precision(scores, grades):.3f} "
            f"P@10 {precision_at_ten(scores, grades):.3f}"
        )
    return ", ".join(told)


def shown(taught: Taught, examples: Sequence[Example]) -> str:
    """Return what share of what is shown is linked, for each kind of article."""
    told = []
    points, felt = zip(*taught.reader.scale, strict=True)
    for kind in KINDS:
        found: list[NDArray[np.bool_]] = []
        for values, example in zip(taught.unseen, examples, strict=True):
            if example.pair.kind != kind or example.added:
                continue
            table = np.interp(values, points, felt).reshape(example.cells.shape)
            best = (table >= table.max(1, keepdims=True)) | (table >= table.max(0, keepdims=True))
            is_shown = (best & (table >= LIKELY)) | (table >= SURE)
            found.append(example.pair.grades[is_shown] >= 1)
        if found:
            every = np.concatenate(found)
            told.append(f"{kind} {len(every) / len(found):.1f} shown, {every.mean():.2f} linked")
    return ", ".join(told)
