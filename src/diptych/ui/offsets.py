# SPDX-License-Identifier: MIT
"""Article places to pane positions and back; the only code that counts UTF-16.

An article counts Python code points; a pane holds another text (folded blocks
left out, markup hidden, a header put on top) and Qt counts its UTF-16 units, of
which an emoji takes two.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from diptych.patterns import late_pattern
from diptych.text.article import Span
from diptych.values import dataclass

# Searched for, not looked for character by character: texts may have millions.
_ASTRAL = late_pattern("[\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of article text that stands in the pane as it is, in code points."""

    article_start: int
    pane_start: int
    length: int

    @property
    def article_end(self) -> int:
        return self.article_start + self.length

    @property
    def pane_end(self) -> int:
        return self.pane_start + self.length


class PaneMap:
    """Converts between places in an article and positions in its pane."""

    def __init__(self, pane_text: str, pieces: Sequence[Piece]) -> None:
        self._by_article = sorted(pieces, key=lambda piece: piece.article_start)
        self._by_pane = sorted(pieces, key=lambda piece: piece.pane_start)
        self._article_starts = [piece.article_start for piece in self._by_article]
        self._pane_starts = [piece.pane_start for piece in self._by_pane]
        self._astral = [found.start() for found in _ASTRAL.finditer(pane_text)]
        # In units: each such character before it has added one.
        self._astral_units = [place + order for order, place in enumerate(self._astral)]

    def qt_position(self, place: int) -> int:
        """Return the Qt position of an article place, or of the nearest one shown."""
        if not self._by_article:
            return 0
        index = max(0, bisect_right(self._article_starts, place) - 1)
        piece = self._by_article[index]
        if place > piece.article_end and index + 1 < len(self._by_article):
            # Between two pieces stands what is not shown: the nearer end will do.
            following = self._by_article[index + 1]
            if following.article_start - place < place - piece.article_end:
                piece = following
        inside = min(max(place - piece.article_start, 0), piece.length)
        return self._units(piece.pane_start + inside)

    def place(self, qt_position: int) -> int:
        """Return the article place of a Qt position, or the nearest one there is."""
        if not self._by_pane:
            return 0
        point = self._points(qt_position)
        index = max(0, bisect_right(self._pane_starts, point) - 1)
        piece = self._by_pane[index]
        inside = min(max(point - piece.pane_start, 0), piece.length)
        return piece.article_start + inside

    def qt_ranges(self, span: Span) -> list[tuple[int, int]]:
        """Return the Qt ranges that show a span, in pane order; none if all is hidden."""
        first = max(0, bisect_right(self._article_starts, span.start) - 1)
        ranges = []
        # By number: a slice would copy the rest of a long text for each of thousands of spans.
        for number in range(first, len(self._by_article)):
            piece = self._by_article[number]
            if piece.article_start >= span.end:
                break
            start = max(span.start, piece.article_start)
            end = min(span.end, piece.article_end)
            if start < end:
                shift = piece.pane_start - piece.article_start
                ranges.append((self._units(start + shift), self._units(end + shift)))
        return _joined(sorted(ranges))

    def span(self, qt_start: int, qt_end: int) -> Span:
        """Return the article span that a pane selection covers."""
        start, end = self._points(qt_start), self._points(qt_end)
        inside = [
            (
                piece.article_start + max(start, piece.pane_start) - piece.pane_start,
                piece.article_start + min(end, piece.pane_end) - piece.pane_start,
            )
            for piece in self._by_pane
            if piece.pane_start < end and start < piece.pane_end
        ]
        if not inside:
            place = self.place(qt_start)
            return Span(place, place)
        return Span(min(low for low, _ in inside), max(high for _, high in inside))

    def is_shown(self, span: Span) -> bool:
        """Tell whether any part of the span stands in the pane."""
        return bool(self.qt_ranges(span))

    def _units(self, point: int) -> int:
        # units = code points + astral characters before
        return point + bisect_left(self._astral, point)

    def _points(self, unit: int) -> int:
        return unit - bisect_left(self._astral_units, unit)


def by_units(text: str) -> str:
    """Return a text with a character for each unit of Qt, those that take two replaced."""
    return _ASTRAL.sub("\ufffc\ufffc", text)


def utf16_length(text: str) -> int:
    """Return how many UTF-16 units Qt counts for a text."""
    return len(text) + sum(1 for _ in _ASTRAL.finditer(text))


def _joined(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in ranges:
        if joined and joined[-1][1] == start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
