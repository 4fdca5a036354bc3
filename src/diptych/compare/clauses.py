# SPDX-License-Identifier: MIT
"""Whether two places of a sentence stand in two clauses, each of which says its own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from diptych.patterns import late_pattern
from diptych.text.article import Span
from diptych.text.lexicon import words_of
from diptych.text.words import words

_BREAK = late_pattern(r"[,;:—–،؛，；、]")


def any_apart(text: str, places: Sequence[Span], language: str) -> bool:
    """Tell whether any two of some places stand in clauses that are joined, not one in the other.

    "It was not repaired and never found" denies two things; "it is not true that he did not
    come" denies that he stayed away.
    """
    return any(_are_apart(text, one, other, language) for one, other in combinations(places, 2))


def _are_apart(text: str, one: Span, other: Span, language: str) -> bool:
    first, second = sorted((one, other))
    if second.start < first.end:
        return False
    between = {word.form for word in words(text, first.end, second.start, language=language)}
    if not between.isdisjoint(words_of(language, "embeds_clauses")):
        return False
    return _BREAK.search(text, first.end, second.start) is not None or not between.isdisjoint(
        words_of(language, "joins_clauses")
    )
