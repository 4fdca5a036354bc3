# SPDX-License-Identifier: MIT
"""Figures of two passages that count the same thing and are not the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache

from diptych.compare.facts import Fact, Sort
from diptych.compare.rounding import is_told_roughly, number_of
from diptych.compare.units import CONVERTED, MEASURES, counted, measure
from diptych.patterns import late_pattern
from diptych.text.lexicon import lines_of_all
from diptych.text.patterns import any_of
from diptych.text.tokens import letters
from diptych.text.words import Word, words
from diptych.values import dataclass

Rivals = tuple[Fact, Fact]

_FARTHEST = 3  # times; figures further apart count different things
_NAMED_WITHIN = 3  # words after a figure: "19 independent steps"
_JOINING = " -\u00a0\n"
_LOOKED_AT = 60  # letters before and after a figure
# "/h", " per head", " an hour", " each day", " pro Kopf", " par an".
_EACH = late_pattern(r"\s*(?:/|per\b|an?\b|each\b|pro\b|par\b)\s*[^\W\d_]+", re.IGNORECASE)
_WORD = late_pattern(letters(without="", but="\\d_"))
# How far off a figure may be that is told so; one told as "over 400" may well be 480.
_OR_MORE = Decimal(1), Decimal("1.3")
_OR_LESS = Decimal("0.75"), Decimal(1)
_ABOUT = Decimal("0.9"), Decimal("1.1")


@dataclass(frozen=True, slots=True)
class PassageFacts:
    """What a passage counts: its facts in the text they stand in, and which the other has too."""

    text: str
    facts: Sequence[Fact]
    met: Sequence[Fact]

    def figures(self) -> list[Fact]:
        """Return the figures that the other side does not have."""
        known = {fact.span for fact in self.met}
        return [f for f in self.facts if f.sort is Sort.FIGURE and f.unit and f.span not in known]


def rivals(left: PassageFacts, right: PassageFacts) -> tuple[Rivals, ...]:
    """Return the figures that count the same thing otherwise, in order of the left.

    None of a thing that is counted twice on a side, since nobody knows which is meant, or
    that has a figure both sides tell.
    """
    # A thing of which both tell one figure is settled: what else is counted of it is something
    # else.
    settled = {fact.unit for side in (left, right) for fact in side.met}
    told = [{fact.key for fact in side.facts} for side in (left, right)]
    # Of all first: which figure stands once is only known then.
    about_one = [
        (ours, theirs)
        for ours in left.figures()
        for theirs in right.figures()
        if settled.isdisjoint((ours.unit, theirs.unit))
        and _count_one_thing(left, right, ours, theirs)
    ]
    return tuple(
        (ours, theirs)
        for ours, theirs in about_one
        if _stands_once(ours, [one for one, _ in about_one])
        and _stands_once(theirs, [other for _, other in about_one])
        # A figure that the other side has anywhere is no difference.
        and ours.key not in told[1]
        and theirs.key not in told[0]
        and _are_apart(left.text, right.text, ours, theirs)
    )


def _stands_once(fact: Fact, among: Iterable[Fact]) -> bool:
    return sum(other is fact for other in among) == 1


def _count_one_thing(left: PassageFacts, right: PassageFacts, ours: Fact, theirs: Fact) -> bool:
    if ours.attached != theirs.attached:
        return False
    if ours.attached:  # "a five-year plan" describes a thing: which one must be said
        return ours.unit == theirs.unit and _name_one_thing(left, right, ours, theirs)
    if ours.unit == theirs.unit:
        return ours.unit in MEASURES or not _are_other_things(left.text, right.text, ours, theirs)
    if not MEASURES.isdisjoint((ours.unit, theirs.unit)):
        return False
    return _name_one_thing(left, right, ours, theirs)


def _name_one_thing(left: PassageFacts, right: PassageFacts, ours: Fact, theirs: Fact) -> bool:
    """Tell whether what is counted has one name: "23 steps", "19 independent steps"."""
    one, other = _named(left.text, ours), _named(right.text, theirs)
    return any(
        counted(mine.form) == counted(yours.form)
        # "Two new towers" and "three new ferries" share no more than what they are like.
        and (mine is one[-1] or yours is other[-1] or _are_many(mine, yours))
        for mine in one
        for yours in other
    )


def _are_other_things(left: str, right: str, ours: Fact, theirs: Fact) -> bool:
    """Tell whether what follows both figures only describes: "412 silver coins" and "hoards"."""
    one, other = _named(left, ours)[:2], _named(right, theirs)[:2]
    # Plurals right behind both figures are what is counted, and nothing that describes it.
    if min(len(one), len(other)) < 2 or _are_many(one[0], other[0]):
        return False
    return _are_many(one[1], other[1]) and one[1].stem != other[1].stem


def _are_many(one: Word, other: Word) -> bool:
    return one.form.endswith("s") and other.form.endswith("s")


def _named(text: str, fact: Fact) -> list[Word]:
    """Return the first words after a figure that tell something, as far as they name a thing."""
    found: list[Word] = []
    end = fact.span.end
    for word in words(text, end, end + _LOOKED_AT, language="en"):
        # A comma or a stop ends the name; a hyphen or a broken line does not.
        is_apart = bool(text[end : word.start].strip(_JOINING))
        if not word.stem or is_apart or len(found) == _NAMED_WITHIN:
            break
        if found and word.form.endswith("ed"):  # "lifts listed in Annex A"
            break
        found.append(word)
        end = word.end
    return found


def _are_apart(left: str, right: str, ours: Fact, theirs: Fact) -> bool:
    """Tell whether two figures are near enough to count one thing, and surely not the same."""
    first, second = number_of(ours.key), number_of(theirs.key)
    # No figure is so many times 0.
    if first is None or second is None or not first or not second or first == second:
        return False
    if _written_unit(left, ours) != _written_unit(right, theirs):
        return False
    if _is_rate(left, ours) != _is_rate(right, theirs):
        return False
    is_near = max(first / second, second / first) <= _FARTHEST
    return (
        is_near
        and not is_told_roughly(ours.key, theirs.key)
        and not _leaves_room(left, ours, second / first)
        and not _leaves_room(right, theirs, first / second)
    )


def _written_unit(text: str, fact: Fact) -> str:
    """Return in what a length of time is told: what lasts weeks is no rival of what lasts days."""
    if fact.unit not in CONVERTED:
        return ""
    written = _WORD.findall(fact.span.of(text).lower())
    return (measure(written[-1]) or written[-1]) if written else fact.unit


def _is_rate(text: str, fact: Fact) -> bool:
    """Tell whether a figure is told of each hour, head or month: 20 kilometres an hour."""
    return _EACH.match(text, fact.span.end) is not None


def _leaves_room(text: str, fact: Fact, times: Decimal) -> bool:
    """Tell whether a figure is told as rough enough for one so many times as large."""
    before = text[max(0, fact.span.start - _LOOKED_AT) : fact.span.start]
    for least, most in _rooms(before):
        return least <= times <= most
    return False


def _rooms(before: str) -> Iterator[tuple[Decimal, Decimal]]:
    """Yield between what multiples a figure may be that is told behind these words."""
    # "No more than" ends as "more than" does.
    for subject, room in (("or_less", _OR_LESS), ("or_more", _OR_MORE), ("about", _ABOUT)):
        if _ending(subject).search(before):
            yield room


@cache
def _ending(subject: str) -> re.Pattern[str]:
    listed = any_of(lines_of_all(subject))
    # "more than ", "at least a ", "mehr als eine ": at the very end of what stands before the
    # figure, an article at most behind it. In 约超过 no blank parts the words, so that no boundary
    # stands there.
    return re.compile(
        rf"(?:(?<!\w)|(?<=[\u4e00-\u9fff]))(?:{listed})\s*(?:an?|the|une?|eine?n?)?\s*\Z",
        re.IGNORECASE,
    )
