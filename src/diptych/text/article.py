# SPDX-License-Identifier: MIT
"""What an article is, once read: one text, its blocks, and what is known of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import field
from enum import StrEnum

from diptych.text.addresses import outlet_of
from diptych.values import dataclass

# Among an article's warnings when nothing in its file vouches for the encoding.
GUESSED_ENCODING = "the encoding is a guess"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of Python code points in an article's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}-{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the part of ``text`` the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


def united(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans in text order, those that overlap made one."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start < result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)


class BlockKind(StrEnum):
    """What a block is in the article; the values are part of the JSON contract."""

    TITLE = "title"
    DECK = "deck"
    BYLINE = "byline"
    DATE = "date"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    QUOTE = "quote"
    CODE = "code"
    TABLE = "table"
    CAPTION = "caption"
    NOTE = "note"


class BlockState(StrEnum):
    """How a block is presented.

    shown: read, searched, compared. secondary: small, searched, not compared
    (captions, author notes). dimmed: likely furniture, in place, searched, not
    compared. folded: surely furniture, behind one line, not compared.
    """

    SHOWN = "shown"
    SECONDARY = "secondary"
    DIMMED = "dimmed"
    FOLDED = "folded"


class TitleSource(StrEnum):
    """Where a title comes from; a derived one is the article's first words."""

    METADATA = "metadata"
    TEXT = "text"
    DERIVED = "derived"
    FILE = "file"


RUNNING_HEAD = "running head or page number"
IN_A_FIGURE = "words in a figure"
"""Reasons of dimmed blocks that stand between the paragraphs of a page."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph-like part of an article.

    ``markup`` are spans inside the block that a reader does not see: the
    ``# `` of a Markdown heading, the address of a link. ``level`` is 1 to 6 for
    headings, 1 and up for list items, 0 elsewhere. ``page`` counts from 1. ``mark`` is
    the number before a list item or a heading ("3.", "c)"), which is no part of the text.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    state: BlockState = BlockState.SHOWN
    reason: str = ""
    page: int | None = None
    markup: tuple[Span, ...] = ()
    mark: str = ""


def called(short_name: str, title: str) -> str:
    """Return a title with the short name first: where a line is cut, it is at the end."""
    return f"{short_name} · {title}" if short_name else title


@dataclass(frozen=True, slots=True)
class Article:
    """One readable text.

    ``text`` is canonical: for .txt and .md the decoded file with ``\\n`` line
    ends, for other formats the blocks' texts joined by blank lines. Every
    non-space character of it lies in exactly one block; blocks are in text
    order. ``content_hash`` is the SHA-256 of the file's bytes in hexadecimal.
    ``short_name`` tells it from another of the same title: the reader's own word
    ("draft 1", "KJV"), else the name of its file, empty where titles differ.
    ``date`` is ISO 8601 (``2025-02-14``, ``2025-02`` or ``2025``) or empty,
    ``language`` an ISO 639-1 code or empty, ``direction`` ``ltr`` or ``rtl``.
    """

    text: str
    blocks: tuple[Block, ...]
    title: str
    content_hash: str
    title_source: TitleSource = TitleSource.DERIVED
    authors: tuple[str, ...] = ()
    date: str = ""
    source: str = ""
    language: str = ""
    direction: str = "ltr"
    format: str = "txt"
    encoding: str = "utf-8"
    tags: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    words: int = 0
    short_name: str = ""

    @property
    def called(self) -> str:
        """What the article is called wherever two of them may stand together."""
        return called(self.short_name, self.title)

    @property
    def outlet(self) -> str:
        """Who publishes it, as lists say it."""
        return outlet_of(self.source)

    @property
    def id(self) -> str:
        """The library's name for the article: the head of its content hash."""
        return self.content_hash[:16]

    def reading_text(self) -> str:
        """Return ``text`` with markup blanked by spaces, offsets unchanged.

        Searching and comparing read this, so that a link's address or an
        asterisk never counts as a word.
        """
        hidden = [span for block in self.blocks for span in block.markup]
        if not hidden:
            return self.text
        parts: list[str] = []
        last = 0
        for span in sorted(hidden):
            parts.append(self.text[last : span.start])
            parts.append("".join(c if c == "\n" else " " for c in span.of(self.text)))
            last = span.end
        parts.append(self.text[last:])
        return "".join(parts)

    def reading_of(self, span: Span) -> str:
        """Return a part of ``reading_text`` without making the whole of it."""
        text = list(span.of(self.text))
        at = bisect_right(self.blocks, span.start, key=lambda block: block.span.end)
        for block in self.blocks[at:]:
            if block.span.start >= span.end:
                break
            for hidden in block.markup:
                low, high = max(hidden.start, span.start), min(hidden.end, span.end)
                for place in range(low - span.start, high - span.start):
                    text[place] = "\n" if text[place] == "\n" else " "
        return "".join(text)


@dataclass(frozen=True, slots=True)
class Passage:
    """A span that is a unit of meaning: a sentence or a list item.

    ``block`` indexes ``Article.blocks``. ``lead_in`` is the span of the line
    that introduces a list item ("The plan has three parts:"), when there is one.
    """

    span: Span
    block: int
    lead_in: Span | None = field(default=None)
