# SPDX-License-Identifier: MIT
"""Which words are surely names where any word has a capital: first in a sentence or a speech."""

from __future__ import annotations

import re
from functools import lru_cache

from diptych.compare.changes.names import OPENS, knows_names
from diptych.text.article import Span
from diptych.text.lexicon import words_of
from diptych.text.place_names import bare, places_of
from diptych.text.stopwords import stop_words

_SURE = 4  # consonants of a place: "Sold" has those of one, "Hamburg" more
_CAPITAL_NOUNS = frozenset({"de", "lb"})


def opens_something(text: str, passage: Span, word: Span) -> bool:
    """Tell whether a word has its capital from its place: first in a passage or a speech."""
    before = text[passage.start : word.start]
    return not any(map(str.isalnum, before)) or OPENS.search(before) is not None


def is_known_name(text: str, word: Span, language: str) -> bool:
    """Tell whether a word is a name wherever it stands: of a place, a person, this text."""
    said = word.of(text)
    if not said[:1].isupper() or not said.isalpha() or not knows_names(text):
        return False
    lower = said.lower()
    if lower in stop_words(language or "en"):
        return False
    if lower in words_of("en", "given_names"):
        return True
    if len(bare(said)) >= _SURE and places_of(said):
        return True
    return language not in _CAPITAL_NOUNS and said in _inside_sentences(text)


@lru_cache(maxsize=4)
def _inside_sentences(text: str) -> frozenset[str]:
    """Return the words that have a capital behind a small word."""
    return frozenset(re.findall(r"[a-zа-яёà-ÿ],?\s([A-ZА-ЯЁÀ-Þ]\w+)", text))
