# SPDX-License-Identifier: MIT
"""Facts two passages share, and figures that differ between them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from functools import cache, cached_property, lru_cache
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from diptych.compare.aliases import aliases_among
from diptych.compare.counts import Ints
from diptych.compare.facing import Facing
from diptych.compare.facts import Fact, Sort, facts_in
from diptych.compare.figures import figures_in, may_tell_figure
from diptych.compare.quotations import shared_quotations
from diptych.compare.reading import Reading
from diptych.compare.rivals import PassageFacts, rivals
from diptych.compare.rounding import is_rounded
from diptych.compare.units import MEASURES
from diptych.compare.values import DifferingFigure, SharedFact
from diptych.patterns import late_pattern
from diptych.text.article import Span
from diptych.text.calendar import day_of
from diptych.text.lexicon import words_of_all
from diptych.values import dataclass

# What a shared fact of a sort says for two passages telling the same thing. A
# name says little: both articles are about the same people.
_WORTH = {Sort.FIGURE: 1.0, Sort.DATE: 1.0, Sort.NAME: 0.25, Sort.QUOTATION: 2.0}
# "Two", "3", "14" meet by accident unless both sides count the same thing.
_FEW, _SMALL_FIGURE = 0.1, 0.3
# Numbers up to a dozen are counted in every article: “three ministers” is worth little.
_FEW_END = 12
_ROUNDED = 0.5  # of its worth, where one side rounds the other's figure
_COMMON = 12  # a fact in more passages of one side is no evidence
# Any digit, and the characters of Chinese and Japanese.
_SURE_TO_LOOK = late_pattern("\\d|[^\\x00-\u2e7f]")
# 12, or a day written in characters: 三日.
_DIGIT = late_pattern("\\d|[一二三四五六七八九十][日号號]")
# Of worth: a figure that more than eight passages tell joins none of them.
_JOINING = 0.25
_TOLD_EXACTLY = frozenset({Sort.FIGURE, Sort.DATE})
_ROUND_FROM = 3  # digits

_UNKNOWN = "-00"  # the end of a date's key that tells no day

Sides = tuple[tuple[Fact, ...], ...]

_known_facts: WeakKeyDictionary[Reading, Sides] = WeakKeyDictionary()  # forgotten with the reading


@dataclass(frozen=True, slots=True)
class Meeting:
    """A fact of the left passage and the same fact of the right one."""

    left: Fact
    right: Fact
    worth: float


class FactTable:
    """The facts of both articles, by passage.

    ``quoted`` are the quotations two passages share, of ``quoted_words`` or more.
    """

    def __init__(self, left: Reading, right: Reading, *, quoted_words: int = 4) -> None:
        self.left, self.right = _under_one_name(facts_of(left), facts_of(right))
        self._readings = left, right
        self._texts = left.text, right.text
        sides = [Counter(_keys(side)) for side in (self.left, self.right)]
        # Of both texts together: what everybody tells is worth least.
        self._standing = sides[0] + sides[1]
        self._shared = sides[0].keys() & sides[1].keys()
        self.quoted = shared_quotations(self.left, self.right, self._texts, least=quoted_words)
        self._met: dict[tuple[int, int], tuple[Meeting, ...]] = {}

    @cached_property
    def pairs(self) -> dict[tuple[int, int], float]:
        """The worth of the shared facts of every pair that shares some."""
        places: dict[tuple[str, str], list[int]] = defaultdict(list)
        for column, facts in enumerate(self.right):
            # Sorted, since a set of words comes in another order in each process.
            for key in sorted({_key(f) for f in facts} & self._shared):
                places[key].append(column)
        found = set(self.quoted)
        for row, facts in enumerate(self.left):
            for key in sorted({_key(f) for f in facts} & self._shared):
                if len(places[key]) <= _COMMON:
                    found.update((row, column) for column in places[key])
        return {
            (row, column): sum(m.worth for m in self.meetings(row, column))
            for row, column in sorted(found)
        }

    def meetings(self, row: int, column: int) -> tuple[Meeting, ...]:
        """Return the facts the two passages share, in order of the left one."""
        there = self.right[column]
        if not there or not self.left[row]:
            return ()
        if (row, column) not in self._met:
            self._met[row, column] = self._meetings(row, column, there)
        return self._met[row, column]

    def _meetings(self, row: int, column: int, there: Sequence[Fact]) -> tuple[Meeting, ...]:
        met: list[Meeting] = []
        seen: set[tuple[str, str]] = set()
        for fact in self.left[row]:
            if fact.sort is Sort.QUOTATION or _key(fact) in seen:
                continue
            other = _same(fact, there)
            if other is not None:
                seen.add(_key(fact))
                met.append(Meeting(fact, other, self._worth(fact, other)))
        met += (Meeting(a, b, _WORTH[a.sort]) for a, b in self.quoted.get((row, column), ()))
        return tuple(sorted(met, key=lambda meeting: (meeting.left.span, meeting.left.sort)))

    def join(self, row: int, column: int) -> bool:
        """Tell whether a figure or a date both passages hold joins them."""
        if (row, column) not in self.pairs:
            return False
        met = [m for m in self.meetings(row, column) if m.left.sort in _TOLD_EXACTLY]
        if sum(m.worth for m in met) < _JOINING:
            return False
        sides = (
            (self.left[row], {m.left.span for m in met}),
            (
                self.right[column],
                {m.right.span for m in met},
            ),
        )
        return not any(_has_more(facts, spans) for facts, spans in sides)

    def one_side_has_more(self, row: int, column: int) -> tuple[bool, bool]:
        """Tell of each side whether it counts what both count again, with another figure."""
        met = [m for m in self.meetings(row, column) if m.left.sort is Sort.FIGURE]
        return (
            bool(met) and _has_more(self.left[row], {m.left.span for m in met}),
            bool(met) and _has_more(self.right[column], {m.right.span for m in met}),
        )

    def of_other_days(self, rows: Ints, columns: Ints) -> NDArray[np.bool_]:
        """Tell of each pair whether both name a day and no date of one can be the other's."""
        left, right = (_dates_with_days(side) for side in (self.left, self.right))
        both = np.array([bool(dates) for dates in left], np.bool_)[rows]
        both &= np.array([bool(dates) for dates in right], np.bool_)[columns]
        for at in np.flatnonzero(both):
            ours, theirs = left[rows[at]], right[columns[at]]
            both[at] = not any(_can_be_one(a, b) for a in ours for b in theirs)
        return both

    def differing(self, row: int, column: int) -> tuple[tuple[Fact, Fact], ...]:
        """Return the facts that tell of the same thing and differ, in order of the left.

        A figure the other side has too, or rounds, is no difference; nor is one that
        describes a thing ("a five-year plan"). Figures of one unit are set against each
        other, and in nearly equal sentences whatever stands at one place.
        """
        met = [(m.left, m.right) for m in self.meetings(row, column)]
        ours, theirs = self.left[row], self.right[column]
        by_unit = (
            *rivals(
                PassageFacts(self._texts[0], ours, [fact for fact, _ in met]),
                PassageFacts(self._texts[1], theirs, [fact for _, fact in met]),
            ),
            *_differing_days(ours, theirs, self._texts),
        )
        told = {fact.span for pair in by_unit for fact in pair}
        left, right = self._readings
        facing = Facing(
            left,
            right,
            (left.passages[row].span, right.passages[column].span),
            (ours, theirs),
            ({fact.span for fact, _ in met}, {fact.span for _, fact in met}),
        )
        by_place = (pair for pair in facing.differing() if told.isdisjoint(f.span for f in pair))
        return tuple(sorted((*by_unit, *by_place), key=lambda pair: pair[0].span))

    def told(self, met: Iterable[Meeting]) -> tuple[SharedFact, ...]:
        """Return the shared facts as each side writes them."""
        left, right = self._texts
        return tuple(
            SharedFact(
                m.left.sort.value,
                m.left.span.of(left),
                m.right.span.of(right),
                m.left.key if m.left.sort is Sort.DATE else "",
            )
            for m in met
        )

    def told_differing(self, found: Iterable[tuple[Fact, Fact]]) -> tuple[DifferingFigure, ...]:
        """Return the differing figures as each side writes them."""
        left, right = self._texts
        return tuple(
            DifferingFigure(a.span.of(left), b.span.of(right), a.span, b.span) for a, b in found
        )

    def _worth(self, fact: Fact, other: Fact) -> float:
        # worth = worth of the sort * (.1 or .3 if small) * (.5 if rounded) * (.3 if of other
        # things) * 2 / passages that tell it
        worth = _WORTH[fact.sort]
        if fact.sort is Sort.FIGURE and len(fact.key) < 3 and not _of_one_unit(fact, other):
            worth = _FEW if fact.key.isdecimal() and int(fact.key) <= _FEW_END else _SMALL_FIGURE
        if fact.key != other.key:
            worth *= _ROUNDED
        if _count_other_things(fact, other):
            worth *= _SMALL_FIGURE
        # Told once on each side it is worth all; each further place takes some away.
        standing = max(self._standing[_key(fact)], self._standing[_key(other)])
        return worth * 2 / max(2, standing)


def _count_other_things(fact: Fact, other: Fact) -> bool:
    """Tell whether one figure counts crowns, the other seabirds."""
    units = {fact.unit, other.unit}
    return fact.sort is Sort.FIGURE and len(units) == 2 and units.isdisjoint(_no_units())


@cache
def _no_units() -> frozenset[str]:
    """Return what stands behind a figure and counts nothing: the "or" of "110 or 230 volts"."""
    return frozenset({"", *words_of_all("between_figures")})


def _has_more(facts: Iterable[Fact], met: Set[Span]) -> bool:
    """Tell whether a side counts the same thing again, with another figure: 2.4 and 5 GHz."""
    figures = [fact for fact in facts if fact.sort is Sort.FIGURE and not fact.attached]
    units = {fact.unit for fact in figures if fact.span in met}
    is_open = not units.isdisjoint(_no_units())  # "2.4 and 5 GHz"
    counted = units | (_no_units() - {""} if units else set())  # "110 or 230 volts"
    return any(is_open or fact.unit in counted for fact in figures if fact.span not in met)


def differing_figures(left: str, right: str) -> tuple[DifferingFigure, ...]:
    """Return the figures of two passages that count the same thing and differ."""
    # Of most pairs a look at the figures alone tells that none can differ.
    if not (_may_tell(left) and _may_tell(right) and _may_count_one_thing(left, right)):
        return ()
    ours, theirs = map(_facts_of, (left, right))
    met = [(fact, other) for fact in ours if (other := _same(fact, theirs)) is not None]
    found = rivals(
        PassageFacts(left, ours, [fact for fact, _ in met]),
        PassageFacts(right, theirs, [fact for _, fact in met]),
    )
    return tuple(DifferingFigure(a.span.of(left), b.span.of(right)) for a, b in found)


def _may_tell(text: str) -> bool:
    """Tell whether it is worth looking for figures in a text."""
    if _SURE_TO_LOOK.search(text):
        return True
    return may_tell_figure(frozenset(text.lower().split()), "")


def _may_count_one_thing(left: str, right: str) -> bool:
    """Tell whether a unit is counted in both texts, or in both a thing that bears a name."""
    ours, theirs = _units(left), _units(right)
    return not ours.isdisjoint(theirs) or (not ours <= MEASURES and not theirs <= MEASURES)


@lru_cache(maxsize=2)  # one claim is set against many passages
def _facts_of(text: str) -> tuple[Fact, ...]:
    return facts_in(text, Span(0, len(text)), language="", today=None)


@lru_cache(maxsize=2)
def _units(text: str) -> frozenset[str]:
    """Return the units of the figures in a text, dates still among them."""
    figures = figures_in(text, Span(0, len(text)), language="")
    return frozenset(figure.unit for figure in figures if figure.unit)


def _differing_days(
    left: Sequence[Fact], right: Sequence[Fact], texts: tuple[str, str]
) -> tuple[tuple[Fact, Fact], ...]:
    """Return the one day each side names, when they are the same but for one part."""
    ours, theirs = ([f for f in side if f.sort is Sort.DATE] for side in (left, right))
    if len(ours) != 1 or len(theirs) != 1:
        return ()
    days = ours[0], theirs[0]
    # "On Tuesday" and "two weeks ago" count from days that the two texts do not share.
    if not all(_DIGIT.search(f.span.of(text)) for f, text in zip(days, texts, strict=True)):
        return ()
    return (days,) if _is_other_day(ours[0].key, theirs[0].key) else ()


def _is_other_day(left: str, right: str) -> bool:
    """Tell whether two dates differ in the day alone, or in the year alone.

    Days further apart are two events rather than two accounts of one.
    """
    if not (_is_day(left) and _is_day(right)):
        return False
    (year, month, day), (other_year, other_month, other_day) = left.split("-"), right.split("-")
    # Of one that names no year nothing is known.
    is_other_year = year != other_year and bool(year.strip("0")) and bool(other_year.strip("0"))
    return month == other_month and is_other_year != (day != other_day)


def facts_of(reading: Reading) -> Sides:
    """Return the facts of each passage, read once for a reading."""
    known = _known_facts.get(reading)
    if known is None:
        known = _known_facts[reading] = _read_facts(reading)
    return known


def _read_facts(reading: Reading) -> Sides:
    article = reading.article
    today = day_of(article.date)
    known: dict[str, tuple[Fact, ...]] = {}  # what stands again and again is read once
    found: list[tuple[Fact, ...]] = []
    for passage in reading.passages:
        text = passage.span.of(reading.text)
        if text not in known:
            known[text] = facts_in(text, Span(0, len(text)), language=article.language, today=today)
        found.append(tuple(_moved(fact, passage.span.start) for fact in known[text]))
    return tuple(found)


def _moved(fact: Fact, by: int) -> Fact:
    return replace(fact, span=Span(fact.span.start + by, fact.span.end + by))


def _under_one_name(left: Sides, right: Sides) -> tuple[Sides, Sides]:
    """Give both sides one key for names that mean the same, and for days of unknown years."""
    every = [fact for side in (left, right) for facts in side for fact in facts]
    # One that is surely a name somewhere is one everywhere.
    sure = {fact.key for fact in every if fact.sort is Sort.NAME and not fact.attached}
    aliases = aliases_among(sure)
    has_no_year = any(fact.sort is Sort.DATE and fact.key.startswith("0000") for fact in every)

    def renamed(fact: Fact) -> Fact:
        if fact.sort is Sort.NAME and fact.key in aliases:
            return replace(fact, key=aliases[fact.key])
        if has_no_year and fact.sort is Sort.DATE and _is_day(fact.key):
            return replace(fact, key=f"0000{fact.key[4:]}")
        return fact

    def known(side: Sides) -> Sides:
        return tuple(
            tuple(renamed(f) for f in facts if f.sort is not Sort.NAME or f.key in sure)
            for facts in side
        )

    return known(left), known(right)


def _same(fact: Fact, others: Sequence[Fact]) -> Fact | None:
    """Return the same fact among ``others``, else one that is it rounded."""
    sort, key = fact.sort, fact.key
    exact = [o for o in others if o.key == key and o.sort is sort and _units_agree(fact, o)]
    if exact:
        return min(exact, key=lambda other: other.unit != fact.unit)
    if sort is not Sort.FIGURE or len(key) < _ROUND_FROM:
        return None
    figures = (o for o in others if o.sort is sort and len(o.key) >= _ROUND_FROM)
    rounded = (o for o in figures if is_rounded(key, o.key))
    return next((other for other in rounded if _units_agree(fact, other)), None)


def _key(fact: Fact) -> tuple[str, str]:
    return fact.sort, fact.key


def _keys(side: Sequence[Sequence[Fact]]) -> Iterable[tuple[str, str]]:
    return (key for facts in side for key in sorted({_key(fact) for fact in facts}))


def _of_one_unit(left: Fact, right: Fact) -> bool:
    return bool(left.unit) and left.unit == right.unit


def _dates_with_days(side: Sides) -> list[frozenset[str]]:
    """Return the dates of each passage that names a day of a month."""
    dates = (frozenset(f.key for f in facts if f.sort is Sort.DATE) for facts in side)
    return [some if any(_is_day(key) for key in some) else frozenset() for some in dates]


def _is_day(key: str) -> bool:
    return not key.endswith(_UNKNOWN)


def _can_be_one(left: str, right: str) -> bool:
    """Tell whether two dates are the same as far as both are told."""
    return all(
        ours == theirs or not (ours.strip("0") and theirs.strip("0"))
        for ours, theirs in zip(left.split("-"), right.split("-"), strict=True)  # "00": not told
    )


def _units_agree(left: Fact, right: Fact) -> bool:
    """Tell whether nothing known of the units speaks against the same figure."""
    if left.unit in MEASURES and right.unit in MEASURES:
        return left.unit == right.unit
    # 20 per cent are not 20 boats.
    if {"%", "part"} & {left.unit, right.unit}:
        return left.unit == right.unit
    return True
