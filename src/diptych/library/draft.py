# SPDX-License-Identifier: MIT
"""What a reader hands on: pieces of text in order, and what the file says of itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import field

from diptych.library.outcomes import Limit
from diptych.patterns import late_pattern
from diptych.text.article import Block, BlockKind, BlockState, Span, TitleSource
from diptych.values import dataclass

# Three long novels: in a narrow column almost as high as Qt lays a text out (8,388,607 pixels,
# QFIXED_MAX); what lies below that could not be scrolled to.
MOST_CHARACTERS = 10_000_000

_ROW = 400  # characters in all the cells of a row
# Where a word may be parted at a line's end, and a byte order mark in the middle of a text.
# A space of no width parts the words of Thai, Lao, Burmese and Khmer.
_UNSEEN_SIGNS = "\u00ad\ufeff\u200b"
_UNSEEN_IN_WORDS = late_pattern("[\u00ad\ufeff]|(?<![\u0e00-\u17ff])\u200b(?![\u0e00-\u17ff])")


@dataclass(slots=True)
class Piece:
    """A block in the making; tidying changes its kind and state, never its text.

    ``text`` is what a reader sees of it. ``start`` and ``end`` are set by the
    formats whose canonical text is the file itself (txt, md) and by
    ``join_pieces`` for all others. ``loose`` tells that blank lines surround it;
    ``indent`` counts the columns before a plain line.
    """

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    state: BlockState = BlockState.SHOWN
    reason: str = ""
    page: int | None = None
    start: int = 0
    end: int = 0
    markup: tuple[Span, ...] = ()
    indent: int = 0
    loose: bool = False
    row: int = 0  # of a table; cells of one row share it, 0 is none
    fixed: bool = False  # the format itself says what this is
    mark: str = ""  # the number before a list item

    @property
    def is_visible(self) -> bool:
        return self.state is not BlockState.FOLDED

    @property
    def is_open(self) -> bool:
        """Tell whether a rule may still decide what the piece is."""
        return (
            not self.fixed and self.kind is BlockKind.PARAGRAPH and self.state is BlockState.SHOWN
        )

    def show(self) -> None:
        """Take back that it is dimmed or folded, and why."""
        self.state, self.reason = BlockState.SHOWN, ""

    def hide(self, state: BlockState, reason: str) -> None:
        """Present the piece as ``state`` for ``reason``."""
        self.state = state
        self.reason = reason

    def to_block(self) -> Block:
        span = Span(self.start, self.end)
        told = self.level, self.state, self.reason, self.page, self.markup, self.mark
        return Block(self.kind, span, *told)


@dataclass(slots=True)
class Facts:
    """What a file tells about itself; empty where it tells nothing."""

    title: str = ""
    title_source: TitleSource = TitleSource.DERIVED
    authors: tuple[str, ...] = ()
    date: str = ""
    source: str = ""
    language: str = ""
    tags: tuple[str, ...] = ()


@dataclass(slots=True)
class Draft:
    """One file as its format's reader understood it, before tidying is final.

    ``facts`` the file states of its article; ``properties`` are what the
    program that wrote it noted, believed where nothing better is found.
    """

    text: str
    pieces: list[Piece]
    facts: Facts = field(default_factory=Facts)
    properties: Facts = field(default_factory=Facts)
    format: str = "txt"
    encoding: str = "utf-8"
    warnings: tuple[str, ...] = ()


def join_rows(pieces: Sequence[Piece]) -> list[Piece]:
    """Put the cells of a table's row on one line, unless they hold whole paragraphs."""
    pieces = _with_drop_caps(pieces)
    joined: list[Piece] = []
    sizes = Counter[int]()
    for piece in pieces:
        # Of all cells of a row: tables that only lay a page out hold paragraphs in them.
        sizes[piece.row] += len(piece.text)
    for piece in pieces:
        last = joined[-1] if joined else None
        if last is not None and piece.row and piece.row == last.row and sizes[piece.row] <= _ROW:
            last.text = f"{last.text}\t{piece.text}"
            # A row is a row, however much it looks like a heading.
            last.fixed = True
        else:
            joined.append(piece)
    return joined


def _with_drop_caps(pieces: Sequence[Piece]) -> list[Piece]:
    """Give a large first letter that stands by itself back to its word."""
    kept: list[Piece] = []
    for piece in pieces:
        last = kept[-1] if kept else None
        # “T” and “he port was closed”: a drop cap in a frame of its own.
        is_letter = last is not None and len(last.text) == 1 and last.text.isupper()
        if last is not None and is_letter and piece.text[:1].islower() and not piece.row:
            kept.pop()
            piece.text = last.text + piece.text
        kept.append(piece)
    return kept


def join_pieces(pieces: Sequence[Piece]) -> str:
    """Set each piece's place in the text made of all of them, and return that text."""
    place = 0
    for piece in pieces:
        if not piece.text.isascii() and any(sign in piece.text for sign in _UNSEEN_SIGNS):
            piece.text = _UNSEEN_IN_WORDS.sub("", piece.text) or piece.text
        piece.start = place
        piece.end = place + len(piece.text)
        # The empty line between paragraphs, two line breaks.
        place = piece.end + 2
    return "\n\n".join(piece.text for piece in pieces)


class Refused(Exception):  # noqa: N818  it is an outcome, not a fault
    """A reader's word that the content is no article; ``code`` is an outcome code."""

    def __init__(self, code: str, limit: Limit | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.limit = limit


def check_length(characters: int) -> None:
    """Refuse what is longer than is read; asked before work that copies the text."""
    if characters > MOST_CHARACTERS:
        raise Refused("too-large", Limit(MOST_CHARACTERS, "characters"))
