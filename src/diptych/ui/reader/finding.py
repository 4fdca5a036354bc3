# SPDX-License-Identifier: MIT
"""Finds words as typed in an article's text."""

from __future__ import annotations

from diptych.errors import SearchError
from diptych.text.article import Span
from diptych.text.sides import Side
from diptych.values import dataclass

LONGEST_S = 1.0  # a pattern may ask for more work than there is time in the world
MOST = 20_000  # places; more than anyone walks through


@dataclass(frozen=True, slots=True)
class FindQuery:
    """What is looked for; ``sides`` are left, right or both."""

    words: str
    match_case: bool = False
    whole_words: bool = False
    is_pattern: bool = False
    sides: tuple[Side, ...] = (Side.LEFT, Side.RIGHT)


def find_spans(text: str, query: FindQuery) -> tuple[Span, ...]:
    """Return the places of the words, white space in them standing for any, or of a pattern.

    Raises SearchError for a pattern with a fault, or one that takes too long.
    """
    import regex  # with the first search, not with the window

    pattern = _pattern(query)
    if not pattern:
        return ()
    # Version 0 reads a pattern as Python's own ``re`` does.
    flags = regex.V0 if query.match_case else regex.V0 | regex.IGNORECASE
    found = []
    try:
        for match in regex.finditer(pattern, text, flags | regex.MULTILINE, timeout=LONGEST_S):
            # ``x*`` finds nothing at all between any two letters.
            if match.end() > match.start():
                found.append(Span(match.start(), match.end()))
            if len(found) == MOST:
                break
    except regex.error as error:
        raise SearchError("The pattern has a fault: {reason}.", reason=str(error)) from error
    except TimeoutError as error:
        raise SearchError("The pattern takes too long; make it simpler.") from error
    return tuple(found)


def _pattern(query: FindQuery) -> str:
    if query.is_pattern:
        return query.words
    import regex

    parts = query.words.split()
    pattern = r"\s+".join(regex.escape(part) for part in parts)
    # Not by \b, which wants a letter there: "(see" begins without one.
    return rf"(?<!\w){pattern}(?!\w)" if parts and query.whole_words else pattern
