# SPDX-License-Identifier: MIT
"""Number words of the languages whose figures are read: their values, scales and joints."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from diptych.text.lexicon import table_of, tables_of
from diptych.values import dataclass

_APART = frozenset(["null", "eins", "eine"])


@dataclass(frozen=True, slots=True)
class Numerals:
    """The number words of one language, lower case.

    ``values`` add up, ``scales`` multiply what stands before them, ``joints``
    may stand between the parts of one number, ``alone`` are the scales that
    make a number without anything before them, ``articles`` stand for one
    before a scale. ``parts`` name a part of a whole: "third", "Drittel". ``in_compounds``
    are those of which a number in one word is made, none where numbers are many words.
    ``units_first`` tells of a language that says five ten and five and twenty.
    """

    values: Mapping[str, int]
    scales: Mapping[str, int]
    joints: frozenset[str]
    alone: frozenset[str]
    articles: frozenset[str]
    parts: frozenset[str]
    in_compounds: frozenset[str] = frozenset()
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
        in_compounds=_in_compounds(told),
        units_first=bool(told.get("units_first")),
    )


def _in_compounds(told: Mapping[str, Any]) -> frozenset[str]:
    """Return the words that a language writes together: zwei, hundert, und, fünf."""
    joining = _words(told.get("compounds", ""))
    # "Eins" would end what "ein" begins, einsechstel; nothing is made of null.
    return (joining | (_by_word(told["values"]).keys() - _APART)) if joining else frozenset()


def compound(numerals: Numerals) -> str:
    """Return the pattern of a number in one word: zweihundertfünf, duecentocinque.

    It ends with no joint: "zesen" is no number, and "vieren" a Dutch verb.
    """
    if not numerals.in_compounds:
        return r"(?!)"
    part = _part(numerals.in_compounds).pattern
    last = _part(numerals.in_compounds - numerals.joints).pattern
    return rf"(?:{part}){{1,8}}(?:{last})"


def parts_of_compound(word: str, numerals: Numerals) -> list[str]:
    """Return the parts of a number in one word: zwei hundert fünf."""
    if not numerals.in_compounds:
        return [word]
    parts = _part(numerals.in_compounds).findall(word)
    is_whole = "".join(parts) == word and parts[-1] not in numerals.joints
    return parts if is_whole else [word]


@cache
def _part(words: frozenset[str]) -> re.Pattern[str]:
    # The longest first: "achtzehn" begins with "acht".
    return re.compile("|".join(sorted(words, key=lambda part: (-len(part), part))))


@cache
def numbers_by_word(language: str, subject: str) -> Mapping[str, int]:
    """Return the words a language lists under a subject by numbers, each with its number."""
    return _by_word(table_of(language, subject))


def _by_word(listed: Mapping[str, str | list[str]]) -> dict[str, int]:
    """Read tables that list under each value the words that have it."""
    return {word: int(value) for value, words in listed.items() for word in _words(words)}


def _words(listed: str | list[str]) -> frozenset[str]:
    return frozenset((listed if isinstance(listed, str) else " ".join(listed)).split())
