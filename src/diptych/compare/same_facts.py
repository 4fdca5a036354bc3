# SPDX-License-Identifier: MIT
"""Facts two passages share, and figures that differ between them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from diptych.compare.calendar_words import day_of
from diptych.compare.facts import Fact, Sort, facts_in
from diptych.compare.reading import Reading
from diptych.compare.values import DifferingFigure, SharedFact
from diptych.text.article import Span

# What a shared fact of a sort says for two passages telling the same thing. A
# name says little: both articles are about the same people.
_WORTH = {Sort.FIGURE: 1.0, Sort.DATE: 1.0, Sort.NAME: 0.25, Sort.QUOTATION: 2.0}
_SMALL_FIGURE = 0.3  # "two", "3": without a unit such a figure meets by accident
_COMMON = 12  # a fact in more passages of one side is no evidence
FACTS_ENOUGH = 1.9  # of these a pair is shown though nothing else agrees
_JOINING = 0.25
_TOLD_EXACTLY = frozenset({Sort.FIGURE, Sort.DATE})


@dataclass(frozen=True, slots=True)
class Meeting:
    """A fact of the left passage and the same fact of the right one."""

    left: Fact
    right: Fact
    worth: float


class FactTable:
    """The facts of both articles, by passage."""

    def __init__(self, left: Reading, right: Reading) -> None:
        self.left = _facts_of(left)
        self.right = _facts_of(right)
        self._texts = left.text, right.text
        sides = [Counter(_keys(side)) for side in (self.left, self.right)]
        self._standing = sides[0] + sides[1]
        self._shared = sides[0].keys() & sides[1].keys()

    @cached_property
    def pairs(self) -> dict[tuple[int, int], float]:
        """Return the worth of the shared facts of every pair that shares some."""
        places: dict[tuple[str, str], list[int]] = defaultdict(list)
        for column, facts in enumerate(self.right):
            for key in sorted({_key(f) for f in facts} & self._shared):
                places[key].append(column)
        worth: dict[tuple[int, int], float] = defaultdict(float)
        for row, facts in enumerate(self.left):
            for key in sorted({_key(f) for f in facts} & self._shared):
                if len(places[key]) > _COMMON:
                    continue
                for column in places[key]:
                    worth[row, column] = 0.0
        return {
            (row, column): sum(m.worth for m in self.meetings(row, column))
            for row, column in sorted(worth)
        }

    def meetings(self, row: int, column: int) -> tuple[Meeting, ...]:
        """Return the facts the two passages share, in order of the left one."""
        there: dict[tuple[str, str], Fact] = {}
        for fact in self.right[column]:
            there.setdefault(_key(fact), fact)
        met: list[Meeting] = []
        seen: set[tuple[str, str]] = set()
        for fact in self.left[row]:
            key = _key(fact)
            if key in there and key not in seen and _units_agree(fact, there[key]):
                seen.add(key)
                met.append(Meeting(fact, there[key], self._worth(fact)))
        return tuple(met)

    def join(self, row: int, column: int) -> bool:
        """Tell whether a figure or a date both passages hold joins them."""
        told = (m.worth for m in self.meetings(row, column) if m.left.sort in _TOLD_EXACTLY)
        return sum(told) >= _JOINING

    def differing(self, row: int, column: int) -> tuple[tuple[Fact, Fact], ...]:
        """Return figures that count the same thing and differ, at most one a unit."""
        return _differing(self.left[row], self.right[column])

    def told(self, met: Iterable[Meeting]) -> tuple[SharedFact, ...]:
        """Return the shared facts as each side writes them."""
        left, right = self._texts
        return tuple(
            SharedFact(m.left.sort.value, m.left.span.of(left), m.right.span.of(right)) for m in met
        )

    def told_differing(self, found: Iterable[tuple[Fact, Fact]]) -> tuple[DifferingFigure, ...]:
        """Return the differing figures as each side writes them."""
        left, right = self._texts
        return tuple(DifferingFigure(a.span.of(left), b.span.of(right)) for a, b in found)

    def _worth(self, fact: Fact) -> float:
        worth = _WORTH[fact.sort]
        if fact.sort is Sort.FIGURE and not fact.unit and len(fact.key) < 3:
            worth = _SMALL_FIGURE
        standing = self._standing[_key(fact)]
        return worth * 2 / max(2, standing)


def differing_figures(left: str, right: str) -> tuple[DifferingFigure, ...]:
    """Return the figures of two passages that count the same thing and differ."""
    sides = [facts_in(text, Span(0, len(text)), language="", today=None) for text in (left, right)]
    return tuple(DifferingFigure(a.span.of(left), b.span.of(right)) for a, b in _differing(*sides))


def _differing(left: Sequence[Fact], right: Sequence[Fact]) -> tuple[tuple[Fact, Fact], ...]:
    ours, theirs = _figures_by_unit(left), _figures_by_unit(right)
    found: list[tuple[Fact, Fact]] = []
    for unit, figures in ours.items():
        others = theirs.get(unit, [])
        if len(figures) != 1 or len(others) != 1 or figures[0].key == others[0].key:
            continue
        found.append((figures[0], others[0]))
    return tuple(found)


def _figures_by_unit(facts: Sequence[Fact]) -> dict[str, list[Fact]]:
    by_unit: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.sort is Sort.FIGURE and fact.unit:
            by_unit[fact.unit].append(fact)
    return by_unit


@lru_cache(maxsize=16)
def _facts_of(reading: Reading) -> tuple[tuple[Fact, ...], ...]:
    """Return the facts of each passage; those of the last few articles are remembered."""
    article = reading.article
    today = day_of(article.date)
    return tuple(
        facts_in(reading.text, p.span, language=article.language, today=today)
        for p in reading.passages
    )


def _key(fact: Fact) -> tuple[str, str]:
    return fact.sort.value, fact.key


def _keys(side: Sequence[Sequence[Fact]]) -> Iterable[tuple[str, str]]:
    return (key for facts in side for key in sorted({_key(fact) for fact in facts}))


def _units_agree(left: Fact, right: Fact) -> bool:
    """Tell whether nothing known of the units speaks against the same figure."""
    marks = {"%", "$", "£", "€", "¥", "₽"}
    if left.unit in marks or right.unit in marks:
        return left.unit == right.unit
    return True
