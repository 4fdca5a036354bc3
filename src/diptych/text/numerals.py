# SPDX-License-Identifier: MIT
"""Number words of the languages whose figures are read: their values, scales and joints."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from diptych.text.lexicon import table_of, tables_of
from diptych.values import dataclass


@dataclass(frozen=True, slots=True)
class Numerals:
    """The number words of one language, lower case.

    ``values`` add up, ``scales`` multiply what stands before them, ``joints``
    may stand between the parts of one number, ``alone`` are the scales that
    make a number without anything before them, ``articles`` stand for one
    before a scale. ``parts`` name a part of a whole: "third", "Drittel".
    ``units_first`` tells of a language that says five ten and five and twenty.
    """

    values: Mapping[str, int]
    scales: Mapping[str, int]
    joints: frozenset[str]
    alone: frozenset[str]
    articles: frozenset[str]
    parts: frozenset[str]
    units_first: bool = False


@cache
def numerals_of(language: str) -> Numerals:
    """Return the number words of a language, those of English for one unknown."""
    told = tables_of(language, "numerals") or tables_of("en", "numerals")
    return Numerals(
        values=_by_word(told["values"]),
        # "k" and "bn" are English in all languages but those that give them another meaning.
        scales={**_by_word(told.get("signs", {})), **_by_word(told["scales"])},
        joints=_words(told["joints"]),
        alone=_words(told["alone"]),
        articles=_words(told["articles"]),
        parts=_words(told["parts"]),
        units_first=bool(told.get("units_first")),
    )


@cache
def german_compound() -> str:
    """Return the pattern of a German number in one word: zweihundertfünf."""
    return rf"(?:{_german_part().pattern}){{2,9}}"


def parts_of_compound(word: str) -> list[str]:
    """Return the parts of a German number in one word: zwei hundert fünf."""
    parts = _german_part().findall(word)
    return parts if "".join(parts) == word else [word]


@cache
def _german_part() -> re.Pattern[str]:
    german = {*numerals_of("de").values, "hundert", "tausend", "und"} - {"null", "eins", "eine"}
    # The longest first: "achtzehn" begins with "acht".
    return re.compile("|".join(sorted(german, key=lambda part: (-len(part), part))))


@cache
def numbers_by_word(language: str, subject: str) -> Mapping[str, int]:
    """Return the words a language lists under a subject by numbers, each with its number."""
    return _by_word(table_of(language, subject))


def _by_word(listed: Mapping[str, str | list[str]]) -> dict[str, int]:
    """Read tables that list under each value the words that have it."""
    return {word: int(value) for value, words in listed.items() for word in _words(words)}


def _words(listed: str | list[str]) -> frozenset[str]:
    return frozenset((listed if isinstance(listed, str) else " ".join(listed)).split())
