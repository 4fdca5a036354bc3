# SPDX-License-Identifier: MIT
"""Finds words as typed in an article's text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from diptych.text.article import Span
from diptych.text.sides import Side

MOST = 20_000  # places; more than anyone walks through


@dataclass(frozen=True, slots=True)
class FindQuery:
    """What is looked for; ``sides`` are left, right or both."""

    words: str
    match_case: bool = False
    whole_words: bool = False
    sides: tuple[Side, ...] = (Side.LEFT, Side.RIGHT)


def find_spans(text: str, query: FindQuery) -> tuple[Span, ...]:
    """Return the places of the words, white space in them standing for any."""
    parts = query.words.split()
    if not parts:
        return ()
    pattern = r"\s+".join(re.escape(part) for part in parts)
    if query.whole_words:
        pattern = rf"(?<!\w){pattern}(?!\w)"
    flags = re.NOFLAG if query.match_case else re.IGNORECASE
    found = []
    for match in re.finditer(pattern, text, flags):
        found.append(Span(match.start(), match.end()))
        if len(found) == MOST:
            break
    return tuple(found)
