# SPDX-License-Identifier: MIT
"""Words that only join a sentence to the one before: "furthermore", "in conclusion".

Two passages that both hold one say nothing in common by it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from diptych.text.lexicon import phrases_of
from diptych.text.words import Word


@cache
def _by_first_word(language: str) -> Mapping[str, Sequence[tuple[str, ...]]]:
    """Return a language's phrases under their first words, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    phrases = (tuple(phrase.split()) for phrase in phrases_of(language, "connectors"))
    # The longest first: "in addition to that" before "in addition".
    for phrase in sorted(phrases, key=len, reverse=True):
        found.setdefault(phrase[0], []).append(phrase)
    return found


def without_connectors(words: Sequence[Word], *, language: str) -> tuple[Word, ...]:
    """Return the words without those that only join sentences; all if nothing else is there."""
    known = _by_first_word(language or "en")
    # Most passages hold none, and are given back as they came.
    if not any(word.form in known for word in words):
        return tuple(words)
    kept: list[Word] = []
    at = 0
    while at < len(words):
        phrases = known.get(words[at].form)
        length = _length_of(words, at, phrases) if phrases else 0
        if not length:
            kept.append(words[at])
        at += length or 1
    # "For example." says nothing else, yet a passage must keep some words.
    return tuple(kept or words)


def _length_of(words: Sequence[Word], at: int, phrases: Sequence[tuple[str, ...]]) -> int:
    """Return how many words from ``at`` on are one of the phrases, 0 for none of them."""
    for phrase in phrases:
        if tuple(word.form for word in words[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0
