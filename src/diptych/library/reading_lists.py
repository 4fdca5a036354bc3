# SPDX-License-Identifier: MIT
"""Exports of reading lists: Omnivore, wallabag, Readwise, Instapaper and Pocket.

An export holds many articles, or only their addresses. Each entry with a text
becomes a page of its own, with what the export knows of it in its head.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from diptych.library.dates import iso_date
from diptych.library.draft import Refused
from diptych.library.encodings import decode
from diptych.library.outcomes import Limit
from diptych.patterns import late_pattern
from diptych.values import dataclass

if TYPE_CHECKING:
    from diptych.library.archive import Archive

LARGEST = 64 << 20  # bytes
_MOST = 20_000  # entries
ENDINGS = (".csv", ".json", ".zip")
_LONGEST_FIELD = 16 << 20
_IS_LIST = late_pattern(r"(?:.*/)?metadata_[\w-]+\.json")  # of Omnivore's; the pages lie apart
_TAGGED = late_pattern(r"<[^>]*>")
# What wallabag keeps in place of a page that it could not fetch.
_NOTHING_SAVED = late_pattern(r"wallabag can['’]t retrieve contents", re.IGNORECASE)
_READWISE, _INSTAPAPER, _WALLABAG = "highlight", "selection", "content"
# Columns that a table of addresses has in no other trade: of Instapaper, wallabag, Pocket,
# Readwise Reader and Raindrop.
_OF_LISTS = frozenset((_INSTAPAPER, _WALLABAG, "time_added", "saved date", "excerpt"))


@dataclass(frozen=True, slots=True)
class SavedPage:
    """One entry of a list: what is known of a page, and its text as HTML (or nothing)."""

    title: str = ""
    address: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    source: str = ""
    language: str = ""
    tags: tuple[str, ...] = ()
    body: str = ""

    @property
    def has_text(self) -> bool:
        text = _TAGGED.sub(" ", self.body)
        return bool(text.strip()) and _NOTHING_SAVED.search(text[:400]) is None


def may_be_list(path: Path) -> bool:
    """Tell by a glance at a file of a folder whether it may be an export."""
    if path.suffix.lower() == ".zip":
        try:
            with zipfile.ZipFile(path) as archive:
                return any(map(_IS_LIST.fullmatch, archive.namelist()[:_MOST]))
        except (zipfile.BadZipFile, ValueError, NotImplementedError):
            # In a folder a broken zip is one of the files that are no articles; added by
            # itself it is refused as damaged, by whoever reads it.
            return False
    with path.open("rb") as stream:
        head = stream.read(4096).lower()
    return b"title" in head and (b"url" in head or b"highlight" in head)


def saved_pages(
    content: bytes, ending: str, *, beside: PagesBeside | None = None
) -> tuple[SavedPage, ...] | None:
    """Return the entries of an export, or None where the content is none.

    ``beside`` finds the pages of a list that has none of them in itself. Raises
    Refused for an archive that is broken or what is too large.
    """
    if ending == ".zip":
        return _of_archive(content)
    if ending == ".json":
        return _of_json(content, beside)
    return _of_csv(content) if ending == ".csv" else None


def page_source(page: SavedPage) -> str:
    """Return an entry as an HTML page."""
    heads = [("author", author) for author in page.authors]
    heads += [("article:published_time", page.date), ("og:site_name", page.source)]
    heads += [("diptych:tags", tag) for tag in page.tags]
    metas = "".join(
        f'<meta name="{name}" content="{escape(value)}">' for name, value in heads if value
    )
    link = f'<link rel="canonical" href="{escape(page.address)}">' if page.address else ""
    title = escape(page.title)
    return (
        f'<!doctype html>\n<html lang="{escape(page.language)}"><head><meta charset="utf-8">'
        f"<title>{title}</title>{link}{metas}</head>\n<body><article><h1>{title}</h1>\n"
        f"{page.body}\n</article></body></html>\n"
    )


class PagesBeside:
    """The pages that lie apart from an unpacked list, read up to a sum of bytes."""

    def __init__(self, list: Path) -> None:
        self._folder = list.parent / "content"
        self._left = LARGEST if _IS_LIST.fullmatch(list.name) else 0

    def page(self, slug: str) -> str:
        """Return the page that a list calls so, or nothing. Raises Refused past the sum."""
        path = self._folder / f"{slug}.html"
        try:
            # Neither a name such as ../../x nor a link leads out of the export.
            is_inside = path.resolve().parent == self._folder.parent.resolve() / "content"
            if not self._left or not is_inside or not path.is_file():
                return ""
            self._left -= path.stat().st_size
            if self._left <= 0:
                raise Refused("too-large", Limit(LARGEST >> 20, "MB"))
            return decode(path.read_bytes()).text
        except (OSError, ValueError):
            return ""


# JSON


def _of_json(content: bytes, beside: PagesBeside | None) -> tuple[SavedPage, ...] | None:
    try:
        loaded = _loaded(content)
    except Refused:
        return None  # some other text of that ending
    entries = loaded.get("entries", loaded.get("items")) if isinstance(loaded, dict) else loaded
    if not isinstance(entries, list) or not entries:
        return None
    found = [entry for entry in entries[:_MOST] if isinstance(entry, dict)]
    if not found or not all("url" in entry and "title" in entry for entry in found[:20]):
        return None
    return tuple(
        _of_entry(
            entry, _text(entry, "content") or (beside.page(_text(entry, "slug")) if beside else "")
        )
        for entry in found
    )


def _loaded(content: bytes) -> Any:
    try:
        return json.loads(decode(content).text)
    except (ValueError, RecursionError) as error:
        raise Refused("damaged") from error


def _of_entry(entry: Mapping[str, Any], body: str) -> SavedPage:
    authors = entry.get("published_by") or entry.get("author") or ()
    date = entry.get("published_at") or entry.get("publishedAt") or ""
    return SavedPage(
        title=_line(entry.get("title")),
        address=_line(entry.get("url")),
        authors=_names(authors),
        date=iso_date(str(date)[:40]),
        source=_line(entry.get("siteName") or entry.get("domain_name")),
        language=_line(entry.get("language") or entry.get("itemLanguage"))[:20],
        tags=_names(entry.get("tags") or entry.get("labels") or ()),
        body=body,
    )


def _text(entry: Mapping[str, Any], key: str) -> str:
    value = entry.get(key)
    return value if isinstance(value, str) else ""


def _line(value: Any) -> str:
    plain = " ".join(str(value)[:2000].split()) if isinstance(value, str | int) else ""
    return "".join(c for c in plain if c.isprintable())[:500]


def _names(value: Any) -> tuple[str, ...]:
    values = value if isinstance(value, list | tuple) else [value]
    names = (
        _line(entry.get("label") or entry.get("name") if isinstance(entry, dict) else entry)
        for entry in values[:50]
    )
    return tuple(dict.fromkeys(name for name in names if name))


# Archives


def _of_archive(content: bytes) -> tuple[SavedPage, ...] | None:
    """Return the entries of an Omnivore export: lists in JSON, a page for each of them."""
    from diptych.library.archive import Archive  # with lxml; most of what is added is no archive

    archive = Archive(content)
    lists = [name for name in archive.names() if _IS_LIST.fullmatch(name)]
    if not lists:
        return None
    pages: list[SavedPage] = []
    for name in sorted(lists):
        folder = name.rpartition("/")[0]
        entries = _loaded(archive.read(name))
        for entry in entries if isinstance(entries, list) else ():
            if isinstance(entry, dict) and len(pages) < _MOST:
                pages.append(_of_entry(entry, _page_of(archive, folder, _text(entry, "slug"))))
    return tuple(pages)


def _page_of(archive: Archive, folder: str, slug: str) -> str:
    name = f"{folder}/content/{slug}.html" if folder else f"content/{slug}.html"
    return decode(archive.read(name)).text if slug and name in archive else ""


# Tables


def _of_csv(content: bytes) -> tuple[SavedPage, ...] | None:
    rows = _rows(decode(content).text)
    first = next(rows, None)
    if first is None:
        return None
    if _READWISE in first and "book title" in first:
        return _of_highlights([first, *rows])
    if {"url", "title"} <= first.keys() and not _OF_LISTS.isdisjoint(first):
        return tuple(_of_row(row) for row in (first, *rows))
    return None


def _rows(text: str) -> Iterator[dict[str, str]]:
    before = csv.field_size_limit(_LONGEST_FIELD)
    try:
        heads = text[:2000].partition("\n")[0]
        delimiter = max(",;\t", key=heads.count)
        reader = csv.DictReader(io.StringIO(text), delimiter=delimiter)
        for count, row in enumerate(reader):
            if count >= 10 * _MOST:
                raise Refused("too-large", Limit(10 * _MOST, "lines"))
            yield {str(key).lower().strip(): str(value or "") for key, value in row.items()}
    except csv.Error as error:
        raise Refused("damaged") from error
    finally:
        csv.field_size_limit(before)


def _of_row(row: Mapping[str, str]) -> SavedPage:
    body = row.get(_WALLABAG, "")
    return SavedPage(
        title=_line(row.get("title")),
        address=_line(row.get("url")),
        language=_line(row.get("language"))[:20],
        tags=_tags(row.get("tags") or row.get("document tags") or ""),
        body=body if _TAGGED.search(body) else _paragraphs([body or row.get(_INSTAPAPER, "")]),
    )


def _tags(written: str) -> tuple[str, ...]:
    """Read tags as tables write them: one, two or one|two or ["one", "two"] or ['one', 'two']."""
    bare = written.strip()
    if not bare.startswith("["):
        return _names([tag.strip() for tag in bare.split("|" if "|" in bare else ",")])
    try:
        listed = json.loads(bare)
    except (ValueError, RecursionError):
        listed = [tag.strip(" '\"") for tag in bare.strip("[]").split(",")]
    return _names(listed)


def _of_highlights(rows: Sequence[Mapping[str, str]]) -> tuple[SavedPage, ...]:
    """Return one page for each article or book: what was marked in it, in its order."""
    grouped: dict[tuple[str, str], list[Mapping[str, str]]] = {}
    for row in rows:
        key = row.get("book title", ""), row.get("book author", "")
        grouped.setdefault(key, []).append(row)
    return tuple(
        SavedPage(
            title=_line(title),
            authors=_names([author]),
            tags=_tags(marked[0].get("document tags", "")),
            body=_paragraphs([row.get(_READWISE, "") for row in marked]),
        )
        for (title, author), marked in grouped.items()
    )


def _paragraphs(texts: Sequence[str]) -> str:
    parts = [part.strip() for text in texts for part in re.split(r"\n\s*\n", text)]
    return "\n".join(f"<p>{escape(part)}</p>" for part in parts if part)
