# SPDX-License-Identifier: MIT
"""The words of each language, as ``resources/language`` lists them.

The only module of ``text`` that knows where words are kept; everything else asks here
and gets plain values. A language is read when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from diptych import assets

MONTHS, WEEKDAYS = "months", "weekdays"


@cache
def words_of(language: str, subject: str) -> frozenset[str]:
    """Return the words a language lists under a subject, none if it lists none."""
    return frozenset(_split(_file(language).get(subject, "")))


@cache
def words_of_all(subject: str) -> frozenset[str]:
    """Return the words that any language lists under a subject.

    For what is read before the language is known, or may be cited in any text. A new
    language joins in by its file alone; reading all of them once takes 3 ms.
    """
    return frozenset().union(*(words_of(each, subject) for each in assets.word_lists()))


@cache
def lines_of(language: str, subject: str) -> tuple[str, ...]:
    """Return what a language lists under a subject, in the order of the list."""
    return tuple(_file(language).get(subject, ()))


@cache
def lines_of_all(subject: str) -> tuple[str, ...]:
    """Return what any language lists under a subject, line by line."""
    return tuple(line for each in assets.word_lists() for line in lines_of(each, subject))


@cache
def phrases_of(language: str, subject: str) -> tuple[str, ...]:
    """Return the phrases that a language lists under a subject, parted by commas."""
    told = " ".join(_lines(_file(language).get(subject, "")))
    return tuple(phrase for each in told.split(",") if (phrase := each.strip()))


@cache
def table_of(language: str, subject: str) -> Mapping[str, str]:
    """Return what a language tells under a subject by key; words are parted by spaces."""
    told: Mapping[str, str | list[str]] = _file(language).get(subject, {})
    return {key: " ".join(_lines(words)) for key, words in told.items()}


@cache
def entries_of_all(subject: str) -> tuple[tuple[str, str], ...]:
    """Return the keys under which any language tells something, and what it tells there."""
    return tuple(entry for each in assets.word_lists() for entry in table_of(each, subject).items())


@cache
def tables_of(language: str, subject: str) -> Mapping[str, Any]:
    """Return what a language tells under a subject of many parts, as it is written there."""
    told: Mapping[str, Any] = _file(language).get(subject, {})
    return told


@cache
def names_of(language: str, what: str) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """Return the full and the short names of ``MONTHS`` or ``WEEKDAYS``, with their numbers.

    Lower case, without full stops. Months count from 1, weekdays from 0 for Monday. Those
    of CLDR come first, then the forms that a language's own file adds.
    """
    full: dict[str, int] = {}
    short: dict[str, int] = {}
    listed = _calendar().get(language, {}).get(what, ())
    for number, names in enumerate(listed, start=1 if what == MONTHS else 0):
        whole, _, abbreviated = names.partition("|")
        full |= dict.fromkeys(whole.split(), number)
        short |= dict.fromkeys(abbreviated.split(), number)
    for key, names in table_of(language, what).items():
        full |= dict.fromkeys(names.split(), int(key))
    return full, short


def calendar_languages() -> tuple[str, ...]:
    """Return the languages whose months are known, those with most readers first."""
    return tuple(_calendar())


def order_of_date(language: str) -> str:
    """Return ``dmy``, ``mdy`` or ``ymd``; empty where a language's countries disagree."""
    return str(_calendar().get(language, {}).get("order", ""))


def decimal_sign(language: str) -> str:
    """Return what stands before the tenths in a language, a full stop where nothing is known."""
    return str(_calendar().get(language, {}).get("decimal", "."))


@cache
def wordings(subject: str) -> str:
    """Return the pattern of any of what lines around an article say under a subject.

    ``wordings.json`` has them for all languages together: a byline is read before the
    language is known. Each is a pattern of ``re``; of two that match the first is taken.
    """
    return "|".join(assets.read_words("wordings")[subject])


def _split(told: str | list[str]) -> list[str]:
    return " ".join(_lines(told)).split()


def _lines(told: str | list[str]) -> list[str]:
    """Return the lines of a list; a short one is written as a single line."""
    return [told] if isinstance(told, str) else told


@cache
def _file(language: str) -> Mapping[str, Any]:
    return assets.read_words(language) if language.isalpha() else {}


@cache
def _calendar() -> Mapping[str, Any]:
    languages: Mapping[str, Any] = assets.read_words("calendar")["languages"]
    return languages


@cache
def units() -> Mapping[str, tuple[str, ...]]:
    """Return what measures and money are called in any language, by the unit's one name."""
    return {unit: tuple(_split(forms)) for unit, forms in assets.read_words("units").items()}


@cache
def place_names() -> tuple[str, ...]:
    """Return what towns and countries are called, a place a line, its names parted by "|"."""
    return tuple(assets.read_words("places")["places"])


@cache
def syllables() -> Mapping[str, str]:
    """Return the Chinese characters that are read as a syllable, by its pinyin without tone."""
    told: Mapping[str, str] = assets.read_words("pinyin")["syllables"]
    return told
