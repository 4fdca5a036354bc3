# SPDX-License-Identifier: MIT
"""E-books (.epub): the chapters of the spine in order, each read as a page."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from diptych.library.archive import Archive, refuse_entities
from diptych.library.draft import Draft, Piece, Refused, join_pieces, join_rows
from diptych.library.encodings import decode
from diptych.library.outcomes import Limit
from diptych.library.properties import dublin_core
from diptych.library.readers.html import declared_encoding, pieces_of_page
from diptych.patterns import late_pattern
from diptych.text.article import BlockKind, BlockState, TitleSource

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_LARGEST_CHAPTER = 16 << 20
_MOST_CHAPTERS = 5000
_FONTS_ONLY = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document",
          "text/xml", "application/xml")  # fmt: skip
_ENDINGS = (".xhtml", ".html", ".htm")  # some programs call a page any stream of bytes
# text/nav.xhtml, book_toc.html: files that hold no chapter.
_CONTENTS_NAME = late_pattern(r"(?:^|[/_-])(?:nav|toc|contents|copyright|cover)\b", re.IGNORECASE)


def read_epub(content: bytes) -> Draft:
    """Return the draft of a book; its contents list and copyright page are folded."""
    archive = Archive(content)
    _refuse_locked(archive)
    package_name, package = _package(archive)
    pieces: list[Piece] = []
    chapters = list(_spine(archive, package_name, package))
    if not chapters:  # a broken list of chapters: all pages of the book, in order
        chapters = list(_all_pages(archive, package_name, package))
    for name, is_contents in chapters:
        pieces += _chapter(archive, name, is_contents=is_contents)
    pieces = join_rows(pieces)
    facts = dublin_core(package)
    if facts.title:
        facts.title_source = TitleSource.METADATA
    return Draft(text=join_pieces(pieces), pieces=pieces, facts=facts, format="epub", encoding="")


def _refuse_locked(archive: Archive) -> None:
    """Refuse books under rights management; scrambled fonts alone do no harm."""
    root = archive.xml_or_none(_ENCRYPTION)
    for method in root.iter("{*}EncryptionMethod") if root is not None else ():
        if method.get("Algorithm") not in _FONTS_ONLY:
            raise Refused("encrypted")


def _package(archive: Archive) -> tuple[str, etree._Element]:
    """Return the part that lists the book's pages: the one the container names, else any."""
    container = archive.xml_or_none(_CONTAINER)
    named = [
        posixpath.normpath(rootfile.get("full-path", "").replace("\\", "/").lstrip("/"))
        for rootfile in (container.iter("{*}rootfile") if container is not None else ())
    ]
    others = sorted((n for n in archive.names() if n.lower().endswith(".opf")), key=len)
    for name in (*named, *others):
        if name in archive:
            return name, archive.xml(name)
    raise Refused("damaged")


def _page_of(archive: Archive, folder: str, item: etree._Element) -> str:
    """Return the part that an entry of the list names, or an empty string if it is no page."""
    address = unquote(item.get("href", "").partition("#")[0]).replace("\\", "/")
    is_page = item.get("media-type", _PAGES[0]) in _PAGES or address.lower().endswith(_ENDINGS)
    return archive.name_like(posixpath.normpath(posixpath.join(folder, address))) if is_page else ""


def _spine(
    archive: Archive, package_name: str, package: etree._Element
) -> Iterator[tuple[str, bool]]:
    """Yield the chapters' part names, each once, and whether it is a contents page."""
    folder = posixpath.dirname(package_name)
    items = {item.get("id", ""): item for item in package.iter("{*}item")}
    seen: set[str] = set()
    for reference in package.iter("{*}itemref"):
        item = items.get(reference.get("idref", ""))
        name = _page_of(archive, folder, item) if item is not None else ""
        if item is None or not name or name in seen:
            continue
        seen.add(name)
        if len(seen) > _MOST_CHAPTERS:
            raise Refused("too-large", Limit(_MOST_CHAPTERS, "chapters"))
        is_nav = "nav" in item.get("properties", "").split()
        yield (
            name,
            is_nav or bool(_CONTENTS_NAME.search(name) and reference.get("linear") == "no"),
        )


def _all_pages(
    archive: Archive, package_name: str, package: etree._Element
) -> Iterator[tuple[str, bool]]:
    folder = posixpath.dirname(package_name)
    for item in list(package.iter("{*}item"))[:_MOST_CHAPTERS]:
        if name := _page_of(archive, folder, item):
            yield name, "nav" in item.get("properties", "").split()


def _chapter(archive: Archive, name: str, *, is_contents: bool) -> list[Piece]:
    content = archive.read(name, largest=_LARGEST_CHAPTER)
    refuse_entities(content)
    decoded = decode(content, declared=declared_encoding(content))
    pieces = pieces_of_page(decoded.text)
    for piece in pieces:
        if is_contents:
            piece.hide(BlockState.FOLDED, "contents")
            piece.fixed = True
        elif piece.kind is BlockKind.TITLE:
            piece.kind, piece.level = BlockKind.HEADING, 1
    return pieces
