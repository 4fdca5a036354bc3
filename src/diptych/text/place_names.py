# SPDX-License-Identifier: MIT
"""Which towns and countries words may name, whatever the script: Hamburg, Гамбург, 汉堡."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from diptych.text.article import Span
from diptych.text.lexicon import place_names, words_of
from diptych.text.sounds import is_hangul
from diptych.text.tokens import is_unspaced
from diptych.text.words import words
from diptych.values import dataclass

# A vowel tells too little: Hamburg, Hambourg and Hamburgo are one, and so are Бремен and Бремене.
_VOWELS = frozenset("aeiouyæœøıаеёиоуыэюяьъйіїєαεηιουωϊϋ")
_LONGEST = 8  # characters of a name in a script without spaces
_SHORTEST = 2
_SURE = 3  # consonants
_MOST_WORDS = 2
_ENDING = 2  # letters that an inflected word, or one made of a name, has more
_SHORTEST_STEM = 4
_SYLLABLES = 2  # of a Korean name, where each letter is one
_THE = "ال"


@dataclass(frozen=True, slots=True)
class PlaceName:
    """Words that are the name of a place, and the numbers of the places that have it.

    A few consonants alone are not ``is_sure``: "The" and Theux have the same.
    """

    span: Span
    places: frozenset[int]
    is_sure: bool = True


def has_capitals(name: str) -> bool:
    """Tell whether a name is of a script that has capitals."""
    return bool(name) and name[0].lower() != name[0].upper()


@lru_cache(maxsize=1 << 12)
def bare(word: str) -> str:
    """Return a word's consonants, its first letter and no mark: "hmbrg" of Hamburg, Hambourg."""
    plain = unicodedata.normalize("NFD", word.lower().replace("ß", "s"))
    letters = [sign for sign in plain if sign.isalpha()]
    found = letters[0] if letters else ""
    for letter in letters[1:]:
        if letter not in _VOWELS and not found.endswith(letter):
            found += letter
    return found


def places_of(name: str) -> frozenset[int]:
    """Return the numbers of the places that a word with a capital may name."""
    return _places().get(bare(name), frozenset())


_PARTED = frozenset("·•‧・")  # the parts of a foreign name


def places_in(text: str, span: Span, language: str) -> Iterator[PlaceName]:
    """Yield what may name a place in ``text[span.start : span.end]``, in order."""
    found = words(text, span.start, span.end)
    number = 0
    while number < len(found):
        word = found[number]
        placed = _longest(text, [each.end for each in found[number:]], word.start, language)
        if placed is None:
            number += 1
            continue
        yield placed
        while number < len(found) and found[number].start < placed.span.end:
            number += 1


def _longest(text: str, ends: list[int], start: int, language: str) -> PlaceName | None:
    """Return the longest name of a place that begins at a word."""
    if is_unspaced(text[start]):
        for end in reversed(ends[_SHORTEST - 1 : _LONGEST]):
            if _is_cut_out(text, start, end):
                continue
            if places := _places().get(text[start:end]):
                return PlaceName(Span(start, end), places)
        return None
    if has_capitals(text[start]):
        said = text[start : ends[0]]
        if text[start].isupper() and (places := places_of(said)):
            return PlaceName(Span(start, ends[0]), places, is_sure=len(bare(said)) >= _SURE)
        return None
    for end in reversed(ends[:_MOST_WORDS]):
        if places := _spaced(" ".join(text[start:end].split()), language):
            return PlaceName(Span(start, end), places)
    return None


def _is_cut_out(text: str, start: int, end: int) -> bool:
    """Tell whether characters are a part of a longer name: ヴィン of ヴィンター, 罗马 of 罗马诺."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in _PARTED or after in _PARTED:
        return True
    return (_is_katakana(text[start]) and _is_katakana(before)) or (
        _is_katakana(text[end - 1]) and _is_katakana(after)
    )


def _is_katakana(sign: str) -> bool:
    return "ァ" <= sign <= "ヺ" or sign == "ー"


@lru_cache(maxsize=1 << 12)
def _spaced(said: str, language: str) -> frozenset[int]:
    """Return the places that words name, whatever particle is written onto them."""
    known = _places()
    particles = sorted(words_of(language, "particles_before") | {"", _THE}, key=len)
    for each in particles:
        name = said.removeprefix(each)
        if not said.startswith(each):
            continue
        for form in (name, _THE + name):
            if form in known:
                return known[form]
    return _by_stem(said) if language in {"ko", "ar", "hi"} else frozenset()


def _by_stem(said: str) -> frozenset[int]:
    """Return the places from whose name a word is made: ألماني, 함부르크에서."""
    plain = said.removeprefix(_THE)
    shortest = _SYLLABLES if is_hangul(said[0]) else _SHORTEST_STEM
    for length in range(len(plain), shortest - 1, -1):
        if places := _stems().get(plain[:length]):
            return places if len(plain) - length <= _ENDING else frozenset()
    return frozenset()


@cache
def _places() -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for number, names in enumerate(place_names()):
        for name in names.split("|"):
            found[name].add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


@cache
def _stems() -> Mapping[str, frozenset[int]]:
    """Return the places by their names, and by those without the last letter."""
    found: dict[str, frozenset[int]] = dict(_places())
    for name, places in _places().items():
        if len(name) > _SHORTEST_STEM and not name.isascii():
            found.setdefault(name[:-1], places)
    return found
