# SPDX-License-Identifier: MIT
"""Spelling variants: two ways to write one word, brought to one of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from diptych.text.lexicon import lines_of


@lru_cache(maxsize=50_000)
def as_spelt(word: str, language: str) -> str:
    """Return one spelling of a word that has several: colour and color, ёлка and елка."""
    for pattern, replacement in _rules(language):
        word = pattern.sub(replacement, word)
    return word


@cache
def _rules(language: str) -> Sequence[tuple[re.Pattern[str], str]]:
    rules = (line.split() for line in lines_of(language or "en", "spelling"))
    return tuple((re.compile(rule[0]), " ".join(rule[1:])) for rule in rules)
