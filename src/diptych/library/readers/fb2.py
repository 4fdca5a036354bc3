# SPDX-License-Identifier: MIT
"""FictionBook (.fb2): its chapters in order, its notes as footnotes."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from diptych.library.archive import Archive, parse_xml
from diptych.library.dates import iso_date
from diptych.library.draft import Draft, Facts, Piece, Refused, join_pieces
from diptych.library.properties import text
from diptych.library.prose import title_line
from diptych.library.readers.note_marks import NOTE_MARK, as_mark
from diptych.library.sniffing import is_book
from diptych.text.article import BlockKind, BlockState, TitleSource

_KINDS = {
    "p": BlockKind.PARAGRAPH,
    "v": BlockKind.PARAGRAPH,
    "subtitle": BlockKind.HEADING,
    "text-author": BlockKind.QUOTE,
    "td": BlockKind.TABLE,
    "th": BlockKind.TABLE,
}
_QUOTES = ("cite", "epigraph", "annotation")
_NOTES = ("notes", "comments", "footnotes")
_DEEPEST = 6


def read_fb2(content: bytes) -> Draft:
    """Return the draft of a book, packed or not; its pictures are not looked at."""
    # Many libraries hand these books out as .fb2.zip.
    if content[:2] == b"PK":
        archive = Archive(content)
        content = archive.read(next(name for name in archive.names() if is_book(name)))
    root = parse_xml(content)
    if _local(root) != "FictionBook":
        raise Refused("damaged")
    pieces = [
        piece
        for body in root.iterfind("{*}body")
        for piece in _pieces(body, is_note=body.get("name", "") in _NOTES)
    ]
    if not pieces:
        raise Refused("no-text")
    return Draft(
        text=join_pieces(pieces), pieces=pieces, facts=_facts(root), format="fb2", encoding=""
    )


def _local(element: etree._Element) -> str:
    tag = element.tag
    # The tag of a comment is a function.
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _pieces(body: etree._Element, *, is_note: bool) -> Iterator[Piece]:
    """Yield the blocks of a body; a title of several lines is one heading."""
    depth = quotes = titles = 0
    lines: list[str] = []
    mark = ""
    # Walked without recursion: sections are nested as deep as somebody likes.
    for event, element in etree.iterwalk(body, events=("start", "end")):
        local = _local(element)
        step = 1 if event == "start" else -1
        depth += step * (local == "section")
        quotes += step * (local in _QUOTES)
        titles += step * (local == "title")
        if event == "start":
            continue
        # Its end is reached, so all of its lines are known.
        if local == "title" and not titles:
            title, lines = " ".join(lines), []
            # The number of a note is its title.
            mark = _mark_of(title) if is_note else ""
            if not mark:
                yield _heading(title, depth, is_note=is_note)
        elif titles and local == "p":
            lines.append(text(element))
        elif local in _KINDS and not titles and (words := _text(element)):
            words, mark = f"{mark} {words}".strip(), ""
            yield _block(local, words, depth, is_quote=quotes > 0, is_note=is_note)


def _mark_of(title: str) -> str:
    """Return the mark that a note's title is, "[3]" for 3; empty if it is words."""
    sign = title.strip("[](){}.* ") or title
    return as_mark(sign) if NOTE_MARK.fullmatch(sign) else ""


def _text(element: etree._Element) -> str:
    """Return the words of a paragraph, the marks of notes in brackets."""
    for link in element.iter("{*}a", "{*}sup"):
        said = "".join(link.itertext()).strip()
        if link.get("type") == "note" and NOTE_MARK.fullmatch(said):
            link.text, link[:] = as_mark(said), []
    return text(element)


def _heading(words: str, depth: int, *, is_note: bool) -> Piece:
    piece = Piece(words, kind=BlockKind.HEADING, loose=True, fixed=True)
    piece.level = min(max(depth, 1), _DEEPEST)
    return _as_note(piece) if is_note else piece


def _block(local: str, words: str, depth: int, *, is_quote: bool, is_note: bool) -> Piece:
    kind = BlockKind.QUOTE if is_quote else _KINDS[local]
    piece = Piece(words, kind=kind, loose=True, fixed=kind is not BlockKind.PARAGRAPH)
    if kind is BlockKind.HEADING:
        # A subtitle stands below the title of its section.
        piece.level = min(depth + 1, _DEEPEST)
    return _as_note(piece) if is_note else piece


def _as_note(piece: Piece) -> Piece:
    piece.kind, piece.level, piece.fixed = BlockKind.NOTE, 0, True
    piece.hide(BlockState.SECONDARY, "footnote")
    return piece


def _facts(root: etree._Element) -> Facts:
    about = root.find("{*}description/{*}title-info")
    facts = Facts()
    if about is None:
        return facts
    facts.title = title_line(about.findtext("{*}book-title") or "")
    facts.title_source = TitleSource.METADATA if facts.title else facts.title_source
    facts.authors = tuple(dict.fromkeys(filter(None, map(_name, about.iterfind("{*}author")))))[:20]
    date = about.find("{*}date")
    if date is not None:
        # The attribute is meant for programs; the words may be "spring 1912".
        facts.date = iso_date(date.get("value", "")) or iso_date(text(date))
    facts.language = (about.findtext("{*}lang") or "").strip()[:20]
    publisher = root.find("{*}description/{*}publish-info/{*}publisher")
    facts.source = title_line(text(publisher))[:200] if publisher is not None else ""
    return facts


def _name(author: etree._Element) -> str:
    parts = [author.findtext(f"{{*}}{part}-name") or "" for part in ("first", "middle", "last")]
    name = " ".join(" ".join(parts).split()) or (author.findtext("{*}nickname") or "").strip()
    return name[:200]
