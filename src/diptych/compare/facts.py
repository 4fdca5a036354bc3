# SPDX-License-Identifier: MIT
"""What a passage states that can be checked: figures, dates, names, quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from diptych.compare.figures import figures_in, may_tell_figure
from diptych.patterns import late_pattern
from diptych.text.article import Span
from diptych.text.calendar import Day
from diptych.text.dates import dates_in, may_tell_date
from diptych.text.lexicon import words_of_all
from diptych.text.numbers import with_plain_digits
from diptych.text.tokens import letters, run_of_letters
from diptych.values import dataclass


class Sort(StrEnum):
    """What sort of fact; the values are those of ``SharedFact.sort``."""

    FIGURE = "figure"
    DATE = "date"
    NAME = "name"
    QUOTATION = "quotation"


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: where it stands, and the key under which the same fact meets it.

    ``unit`` is what a figure counts ("%", "$", "day"), empty if unknown;
    ``attached`` tells of a figure that a hyphen ties it to that ("a five-year
    plan"), of a name that only its place at the beginning may give it a capital.
    """

    sort: Sort
    span: Span
    key: str
    unit: str = ""
    attached: bool = False


_WORD = late_pattern(letters(without="", but="\\d_"))
# “we shall not leave”: from 12 letters on, or each “so-called” word would be a quotation.
_QUOTED = late_pattern(
    r"“([^“”]{12,600})”|«([^«»]{12,600})»|「([^「」]{4,300})」|\"([^\"\n]{12,600})\""
)
# What names begin with in scripts that have capitals: Łódź, Šibenik, Київ, Αθήνα.
_CAPITALS = "A-ZÀ-ÞĆČĎĐĘĚĞİŁŃŇŐŒŘŚŞŠŤŮŰŹŻŽА-ЯЁҐЄІЇΆΈ-ΏΑ-Ω"
# "Anna van den Berg", "J. R. Marsh", "Bank of England": one name each.
_NAME = late_pattern(
    rf"(?:(?:[{_CAPITALS}][\w’'\-]*|[A-Z]\.(?:[A-Z]\.)*)"
    rf"(?:\s(?:of|the|de|van|von|al|bin|da|del)(?=\s[{_CAPITALS}]))?\s?)+"
)


def facts_in(text: str, span: Span, *, language: str, today: Day | None) -> tuple[Fact, ...]:
    """Return the facts of one passage in text order; dates count from ``today``."""
    text = _with_plain_digits(text)
    passage = span.of(text)
    words = frozenset(_WORD.findall(passage.lower()))
    found: list[Fact] = []
    if may_tell_date(passage, words, language):
        days = dates_in(text, span, today=today, language=language)
        found += (Fact(Sort.DATE, place, day.key()) for place, day in days)
    # Dates first: "3 April 2025" is no three and no 2025.
    taken = [fact.span for fact in found]
    # Most passages tell no fact; looking at each letter is cheaper than the patterns.
    # A digit, or a character of Chinese and Japanese, which have no word of their own to look up.
    is_sure_to_look = any(character.isdecimal() or character >= "\u2e80" for character in passage)
    if is_sure_to_look or may_tell_figure(words, language):
        found += (
            Fact(Sort.FIGURE, figure.span, figure.key, figure.unit, figure.attached)
            for figure in figures_in(text, span, language=language, taken=taken)
        )
    found += (f for f in _names(text, span) if not _hits(f.span, taken))
    found += _quotations(text, span)
    # Where two stand at one place the sort decides: always the same order.
    return tuple(sorted(found, key=lambda fact: (fact.span, fact.sort, fact.key)))


@lru_cache(maxsize=2)
def _with_plain_digits(text: str) -> str:
    return with_plain_digits(text)  # of the whole text once, not for each of its passages


def _hits(span: Span, taken: list[Span]) -> bool:
    return any(span.overlaps(other) for other in taken)


def _no_names() -> frozenset[str]:
    """Return what has a capital and names nobody: openers, titles, days and months.

    Of every language at once: names are looked for in quotations in other languages too.
    """
    return words_of_all("no_names")


def _names(text: str, span: Span) -> Iterator[Fact]:
    for match in _NAME.finditer(text, span.start, span.end):
        words = match.group().split()
        start = match.start()
        # "President", "On" and "Monday" have a capital and are no part of a name.
        while words and words[0].lower().strip(".") in _no_names():
            start = text.index(words[0], start) + len(words[0])
            words = words[1:]
        if not words:
            continue
        # Quotation marks, brackets, dashes and bullets may come first.
        at_beginning = start == span.start or not text[span.start : start].strip(' "“‘«—–-•*(')
        start = text.index(words[0], start)
        written = text[start : match.end()].rstrip()
        # Any word has a capital there; two in a row, or an acronym, are a name even so.
        is_unsure = at_beginning and len(words) == 1 and not written[1:].isupper()
        place = Span(start, start + len(written))
        yield Fact(Sort.NAME, place, name_key(written), attached=is_unsure)


def name_key(written: str) -> str:
    """Return the key of a name: no case, no possessive, no full stops, no titles."""
    # "Smith's" and "J. R." are Smith and JR.
    words = [re.sub(r"['’]s?$", "", word).replace(".", "").lower() for word in written.split()]
    told = [_without_case_ending(word) for word in words if word and word not in _no_names()]
    return " ".join(told) or written.lower()


def _without_case_ending(word: str) -> str:
    """Return a Russian name without the ending its place in the sentence gives it."""
    # Of short ones too much would go: Ким ends as Путиным does.
    if not "\u0400" <= word[0] <= "\u04ff" or len(word) < 5:
        return word
    # Путин, Путина, Путиным: the ending follows the verb, not the man.
    return re.sub(r"(?:[оыие]м|[оыие]й|ого|ому|ами|ях|ах|[аеиоуыюя])$", "", word)


def _quotations(text: str, span: Span) -> Iterator[Fact]:
    for match in _QUOTED.finditer(text, span.start, span.end):
        words = run_of_letters().findall(match.group().lower())
        # Fewer words in marks are a title or a word used with irony.
        if len(words) >= 4:
            yield Fact(Sort.QUOTATION, Span(match.start(), match.end()), " ".join(words))
