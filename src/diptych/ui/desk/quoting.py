# SPDX-License-Identifier: MIT
"""Puts passages of an article on one line, with the marks that stand in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from diptych.patterns import late_pattern
from diptych.text.article import Article, Span

# White space or words: "The", " ", "harbour’s", "\n\n".
_PIECE = late_pattern(r"\s+|\S+")


class Quoting:
    """Quotes from one article: markup is left out, white space becomes one space."""

    def __init__(self, article: Article) -> None:
        self._text = article.text
        markup = sorted(span for block in article.blocks for span in block.markup)
        self._hidden = [(span.start, span.end) for span in markup]
        self._hidden_ends = [span.end for span in markup]

    def line(
        self, span: Span, marks: Sequence[Span] = ()
    ) -> tuple[str, tuple[tuple[int, int], ...]]:
        """Return a span as one line of text, with marks as offsets into that line."""
        words = _Line()
        for start, end in self._shown(span):
            for piece in _PIECE.finditer(self._text, start, end):
                words.add(piece.start(), piece[0])
        ranges = (
            words.range(max(mark.start, span.start), min(mark.end, span.end)) for mark in marks
        )
        return words.text(), tuple(r for r in ranges if r is not None)

    def _shown(self, span: Span) -> Iterator[tuple[int, int]]:
        """Yield the parts of a span that are not markup."""
        start = span.start
        for low, high in self._hidden[bisect_right(self._hidden_ends, start) :]:
            if low >= span.end:
                break
            if start < low:
                yield start, low
            start = max(start, high)
        if start < span.end:
            yield start, span.end


class _Line:
    """A line in the making: its words, and where each was taken from."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._words: list[tuple[int, int, int]] = []  # start and end in the article, place here
        self._length = 0
        self._space_due = False

    def add(self, start: int, piece: str) -> None:
        if piece.isspace():
            # A line begins without a blank.
            self._space_due = self._length > 0
            return
        if self._space_due:
            self._parts.append(" ")
            self._length += 1
            self._space_due = False
        self._parts.append(piece)
        self._words.append((start, start + len(piece), self._length))
        self._length += len(piece)

    def text(self) -> str:
        return "".join(self._parts)

    def range(self, start: int, end: int) -> tuple[int, int] | None:
        touched = [word for word in self._words if word[0] < end and start < word[1]]
        if not touched:
            return None
        first, last = touched[0], touched[-1]
        low = first[2] + max(0, start - first[0])
        return low, last[2] + min(end, last[1]) - last[0]
