# SPDX-License-Identifier: MIT
"""Which part of a long passage a card shows: the one with the words that matter."""

from __future__ import annotations

from collections.abc import Sequence

ELLIPSIS = "…"
_LEAD_IN = 18  # characters kept before the first mark
_TOO_LATE = 0.5  # of the room: marks that start later are worth moving to


def excerpt(
    text: str, marks: Sequence[tuple[int, int]], room: int
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the text from shortly before its first mark, with the marks moved along.

    Texts that fit into ``room`` characters, and those marked early enough to be
    seen, stay whole. The start falls on a word where the script has spaces.
    """
    ranges = tuple((start, end) for start, end in marks if 0 <= start < end <= len(text))
    first = min((start for start, _ in ranges), default=0)
    if len(text) <= room or first < room * _TOO_LATE:
        return text, tuple(marks)
    # Near the end of the text there is no point in leaving half the room empty.
    start = min(first - _LEAD_IN, len(text) - int(room * 0.8))
    space = text.find(" ", start, first)
    start = space + 1 if space >= 0 else start
    if start <= 0:
        return text, tuple(marks)
    # The ellipsis takes a place of its own.
    shift = start - len(ELLIPSIS)
    # A mark that begins before is cut to what is shown.
    kept = tuple((max(s, start) - shift, e - shift) for s, e in ranges if e > start)
    return ELLIPSIS + text[start:], kept
