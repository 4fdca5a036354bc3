# SPDX-License-Identifier: MIT
"""What the library's lists show of an article and of a pair, and how it is filtered."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from diptych.library.progress import ReadingState
from diptych.text.sides import Side
from diptych.values import dataclass


@dataclass(frozen=True, slots=True)
class LibraryRow:
    """One article of the list.

    ``side`` is ``left`` or ``right`` for a pinned article, else empty; ``share``
    is how much it has in common with the pinned one, 0 to 1, None for not known.
    A title is derived when it is only the article's first words. ``group`` heads
    the rows from this one on, in a list that is grouped.
    """

    id: str
    title: str
    byline: str = ""
    meta: str = ""
    side: Side | None = None
    share: float | None = None
    available: bool = True
    derived_title: bool = False
    reading: ReadingState = ReadingState.UNREAD
    group: str = ""
    may_have_chapters: bool = True

    def below(self) -> str:
        """Return the line under the title."""
        return " · ".join(part for part in (self.byline, self.meta) if part)


@dataclass(frozen=True, slots=True)
class PairRow:
    """Two articles read together before, with how far the reader got; saved under a name."""

    left_id: str
    right_id: str
    titles: tuple[str, str]
    meta: str = ""
    name: str = ""

    @property
    def title(self) -> str:
        """Both titles in one line."""
        return " ⟷ ".join(self.titles)


class RowFilter:
    """Finds the rows that hold all words typed, whatever their case and accents."""

    def __init__(self, rows: Sequence[LibraryRow]) -> None:
        self._rows = tuple(rows)
        self._folded: list[str] = []

    def matching(self, typed: str) -> tuple[LibraryRow, ...]:
        """Return the rows for what is typed, in their order; all of them for nothing."""
        words = fold(typed).split()
        if not words:
            return self._rows
        # Only once something is typed.
        if len(self._folded) != len(self._rows):
            self._folded = [fold(f"{r.title} {r.byline} {r.meta}") for r in self._rows]
        return tuple(
            row
            for row, text in zip(self._rows, self._folded, strict=True)
            if all(word in text for word in words)
        )


def fold(text: str) -> str:
    """Return ``text`` without case and accents."""
    # Of ASCII nothing can be decomposed.
    if text.isascii():
        return text.lower()
    # The accents apart from their letters: ö is o and two dots.
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
