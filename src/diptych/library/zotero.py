# SPDX-License-Identifier: MIT
"""What Zotero knows of a file in its folder, or in an export with files.

Zotero keeps a file as ``storage/ABCD2345/name.pdf`` and what it is in
``zotero.sqlite`` beside ``storage``; an export has ``files/12/name.pdf`` and an
``.rdf`` beside ``files``. What its owner put in order there says more than the file.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from diptych.library.database import open_foreign
from diptych.library.dates import iso_date
from diptych.library.draft import Refused
from diptych.library.prose import title_line
from diptych.patterns import late_pattern
from diptych.text.article import Article, TitleSource
from diptych.values import dataclass

if TYPE_CHECKING:
    from lxml import etree

_KEY = late_pattern(r"[A-Z0-9]{8}")
# What Zotero shows of a title as italics, small capitals, raised or lowered letters
_MARKUP = late_pattern(r"</?(?:i|b|sub|sup|sc|span(?: [^<>]{0,100})?)>", re.IGNORECASE)
_NUMBER = late_pattern(r"\d{1,9}")
_LARGEST = 64 << 20  # bytes of an export's list
# 2025-02-00 2/2025: first as a number, then as it was typed
_DATE = late_pattern(r"(\d{4})-(\d\d)-(\d\d)\b")
_TITLES = ("title", "caseName", "nameOfAct", "subject")
_SOURCES = (
    *("publicationTitle", "websiteTitle", "blogTitle", "forumTitle", "bookTitle"),
    *("proceedingsTitle", "encyclopediaTitle", "dictionaryTitle", "programTitle"),
)
_ITEM = "SELECT parentItemID FROM itemAttachments JOIN items USING (itemID) WHERE key = ?"
_FIELDS = (
    "SELECT fieldName, value FROM itemData JOIN fields USING (fieldID)"
    " JOIN itemDataValues USING (valueID) WHERE itemID = ?"
)
_AUTHORS = (
    "SELECT firstName, lastName FROM itemCreators JOIN creators USING (creatorID)"
    " JOIN creatorTypes USING (creatorTypeID) WHERE itemID = ? AND creatorType = 'author'"
    " ORDER BY orderIndex LIMIT 100"
)
# Of type 1 are words of a catalogue that came with the work, not its owner's.
_TAGS = "SELECT name FROM itemTags JOIN tags USING (tagID) WHERE itemID = ? AND type = 0 LIMIT 100"
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_FOAF = "{http://xmlns.com/foaf/0.1/}"
_BIB = "{http://purl.org/net/biblio#}"
_ZOTERO = "{http://www.zotero.org/namespaces/export#}"
_LINK = "{http://purl.org/rss/1.0/modules/link/}link"
_PART = "{http://purl.org/dc/terms/}isPartOf"


@dataclass(frozen=True, slots=True)
class Known:
    """What Zotero tells of a work."""

    title: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    source: str = ""
    tags: tuple[str, ...] = ()


def with_zotero(article: Article, path: Path) -> Article:
    """Return the article with what Zotero knows of its file, if that lies in Zotero's folder."""
    known = _known(path.absolute())
    if known is None:
        return article
    title = title_line(_MARKUP.sub("", known.title))
    return replace(
        article,
        title=title or article.title,
        title_source=TitleSource.METADATA if title else article.title_source,
        authors=known.authors or article.authors,
        date=known.date or article.date,
        source=known.source or article.source,
        tags=tuple(dict.fromkeys((*known.tags, *article.tags))),
    )


def _known(path: Path) -> Known | None:
    key, shelf = path.parent.name, path.parent.parent
    try:
        if shelf.name == "storage" and _KEY.fullmatch(key):
            database = shelf.parent / "zotero.sqlite"
            return _in_database(database, key) if database.is_file() else None
        if shelf.name == "files" and _NUMBER.fullmatch(key):
            lists = sorted(each for each in shelf.parent.glob("*.rdf") if each.is_file())
            found = (_in_export(each, each.stat().st_mtime_ns).get(key) for each in lists[:5])
            return next(filter(None, found), None)
    # Another program's, damaged, or being written: the file speaks for itself.
    except (OSError, ValueError, sqlite3.Error, Refused):
        pass
    return None


# Zotero's folder


def _in_database(path: Path, key: str) -> Known | None:
    with closing(open_foreign(path)) as database:
        row = database.execute(_ITEM, (key,)).fetchone()
        if row is None or row[0] is None:
            return None
        item = (row[0],)
        fields = {str(name): _line(value) for name, value in database.execute(_FIELDS, item)}
        names = database.execute(_AUTHORS, item)
        return Known(
            title=next((fields[name] for name in _TITLES if name in fields), ""),
            authors=_distinct(f"{_line(first)} {_line(last)}" for first, last in names),
            date=_date(fields.get("date", "")),
            source=next((fields[name] for name in _SOURCES if name in fields), ""),
            tags=_distinct(_line(name) for (name,) in database.execute(_TAGS, item)),
        )


def _date(written: str) -> str:
    found = _DATE.match(written)
    if found is None:
        return iso_date(written)
    known = [part for part in found.groups() if part != "00"]
    return iso_date("-".join(known))


# An export


@lru_cache(1)
def _in_export(path: Path, _written: int) -> Mapping[str, Known]:
    """Return what an export's list tells, by the number of the folder that a file lies in."""
    from diptych.library.archive import parse_xml  # with lxml, for few lie in an export

    if path.stat().st_size > _LARGEST:
        return {}
    root = parse_xml(path.read_bytes())
    places = {
        element.get(f"{_RDF}about", ""): Path(resource.get(f"{_RDF}resource", "")).parent.name
        for element in root.iterfind(f"{_ZOTERO}Attachment")
        for resource in element.iterfind(f"{_RDF}resource")
    }
    named = {element.get(f"{_RDF}about", ""): element for element in root}
    return {
        places[link]: _of_item(item, named)
        for item in root
        for each in item.iterfind(_LINK)
        if (link := each.get(f"{_RDF}resource", "")) in places
    }


def _of_item(item: etree._Element, named: Mapping[str, etree._Element]) -> Known:
    persons = item.iterfind(f"{_BIB}authors/{_RDF}Seq/{_RDF}li/{_FOAF}Person")
    tags = (each.text for each in item.iterfind(f"{_DC}subject") if len(each) == 0)
    return Known(
        title=_line(item.findtext(f"{_DC}title")),
        authors=_distinct(
            f"{_line(_given(each))} {_line(each.findtext(f'{_FOAF}surname'))}" for each in persons
        ),
        date=iso_date(_line(item.findtext(f"{_DC}date"))),
        source=_whole(item, named),
        tags=_distinct(map(_line, tags)),
    )


def _given(person: etree._Element) -> object:
    return person.findtext(f"{_FOAF}givenName") or person.findtext(f"{_FOAF}givenname")


def _whole(item: etree._Element, named: Mapping[str, etree._Element]) -> str:
    """Return the name of what the work is part of, told in its place or elsewhere."""
    part = item.find(_PART)
    if part is None:
        return ""
    other = named.get(part.get(f"{_RDF}resource", ""))
    wholes = [other] if other is not None else list(part)
    return next((_line(each.findtext(f"{_DC}title")) for each in wholes), "")


def _line(value: object) -> str:
    return title_line(str(value)[:1000]) if isinstance(value, str | int) else ""


def _distinct(names: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.strip() for name in names if name.strip()))[:50]
