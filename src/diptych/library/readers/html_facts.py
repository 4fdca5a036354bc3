# SPDX-License-Identifier: MIT
"""What a page's head says of its article: JSON-LD, Open Graph, Dublin Core, time, title."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from diptych.library.bylines import people
from diptych.library.dates import iso_date
from diptych.library.draft import Facts
from diptych.text.article import TitleSource

_TITLES = (
    *("og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title", "headline"),
    *("parsely-title", "sailthru.title"),
)
_AUTHORS = (
    *("author", "citation_author", "dc.creator", "dcterms.creator", "parsely-author", "byl"),
    *("sailthru.author", "article:author_name", "article:author", "og:article:author"),
)
_DATES = (
    *("article:published_time", "citation_publication_date", "citation_date", "dc.date"),
    *("dcterms.date", "dc.date.issued", "dcterms.created", "date", "pubdate", "publishdate"),
    *("publish-date", "parsely-pub-date", "sailthru.date", "og:article:published_time", "ptime"),
    *("datepublished", "article.published", "publication_date"),
)
_SOURCES = (
    *("og:site_name", "citation_journal_title", "dc.publisher", "application-name", "publisher"),
)
_LANGUAGES = ("dc.language", "content-language", "og:locale", "citation_language")
_ARTICLE_TYPES = re.compile(
    r"article|posting|report|webpage|review|book|creativework", re.IGNORECASE
)
_SEPARATOR = re.compile(r"\s+(?:[|·•»«–—:]|-{1,2}|::)\s+")
_LONGEST_JSON = 500_000
_MOST_NODES = 2_000


@dataclass(slots=True)
class HeadFacts:
    """The facts a page's head gives, the most trusted place first."""

    facts: Facts = field(default_factory=Facts)


def read_head_facts(root: etree._Element) -> HeadFacts:
    """Return what the page says of itself outside its text."""
    meta = _meta(root)
    data = _linked_data(root)
    facts = Facts()
    title = _text(root.findtext(".//title"))
    heading = _single_heading(root)
    facts.title = _title(title, heading, _first(meta, _TITLES), _string(data.get("headline")))
    if facts.title:
        facts.title_source = TitleSource.METADATA
    facts.authors = _authors(data.get("author")) or _meta_authors(meta) or _marked_authors(root)
    facts.date = (
        iso_date(_string(data.get("datePublished")))
        or next((date for name in _DATES for date in map(iso_date, meta.get(name, ())) if date), "")
        or _time(root)
    )
    facts.source = _first(meta, _SOURCES) or _name(data.get("publisher"))
    facts.language = (
        root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
        or _string(data.get("inLanguage")) or _first(meta, _LANGUAGES)
    )  # fmt: skip
    return HeadFacts(facts)


def _meta(root: etree._Element) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        name = name or element.get("http-equiv")
        content = _text(element.get("content"))
        if name and content:
            found.setdefault(name.lower().strip(), []).append(content)
    return found


def _first(meta: Mapping[str, list[str]], names: tuple[str, ...]) -> str:
    return next((value for name in names for value in meta.get(name, ())), "")


def _text(value: str | None, length: int = 400) -> str:
    plain = " ".join((value or "")[:4000].split())
    return "".join(c for c in plain if c.isprintable())[:length]


def _title(title: str, heading: str, named: str, headline: str) -> str:
    """Return the page's title without its outlet's name, preferring what the head repeats."""
    best = headline or named
    if best:
        return _without_outlet(best, heading)
    return _without_outlet(title, heading)


def _without_outlet(title: str, heading: str) -> str:
    if heading and len(heading) >= 6 and heading.lower() in title.lower():
        return heading
    parts = _SEPARATOR.split(title)
    if len(parts) > 1:
        longest = max(parts[0], parts[-1], key=len) if len(parts) > 1 else title
        if len(longest.split()) >= 4 and len(longest) * 2 > len(title):
            return longest
    return title


def _single_heading(root: etree._Element) -> str:
    headings = [_text(" ".join(element.itertext())) for element in root.iter("h1")][:3]
    return headings[0] if len(headings) == 1 else ""


def _linked_data(root: etree._Element) -> Mapping[str, Any]:
    """Return the JSON-LD object that describes an article, or an empty mapping."""
    for script in root.iter("script"):
        if script.get("type", "").lower() != "application/ld+json" or not script.text:
            continue
        if len(script.text) > _LONGEST_JSON:
            continue
        try:
            loaded = json.loads(script.text, strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(loaded):
            kind = node.get("@type")
            kinds = " ".join(map(str, kind)) if isinstance(kind, list) else str(kind)
            if _ARTICLE_TYPES.search(kinds) and ("headline" in node or "author" in node):
                return node
    return {}


def _nodes(loaded: Any) -> Iterator[dict[str, Any]]:
    waiting, seen = [loaded], 0
    while waiting and seen < _MOST_NODES:
        value = waiting.pop(0)
        seen += 1
        if isinstance(value, list):
            waiting += value[:100]
        elif isinstance(value, dict):
            yield value
            waiting += [
                value[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in value
            ]


def _string(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return _text(value) if isinstance(value, str) else ""


def _name(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return _string(value.get("name")) if isinstance(value, dict) else _string(value)


def _authors(value: Any) -> tuple[str, ...]:
    entries = value if isinstance(value, list) else [value]
    names: list[str] = []
    for entry in entries[:20]:
        name = _name(entry)
        names += people(name) if isinstance(entry, str) else [name]
    return tuple(dict.fromkeys(name for name in names if name and not name.startswith("http")))


def _meta_authors(meta: Mapping[str, list[str]]) -> tuple[str, ...]:
    for key in _AUTHORS:
        names = [n for value in meta.get(key, ()) if "://" not in value for n in people(value)]
        if names:
            return tuple(dict.fromkeys(names))[:20]
    return ()


def _marked_authors(root: etree._Element) -> tuple[str, ...]:
    for path in (".//*[@rel='author']", ".//*[@itemprop='author']"):
        names = [_text(" ".join(element.itertext()), 100) for element in root.iterfind(path)]
        names = [name for name in names if 2 < len(name) < 60]
        if names:
            return tuple(dict.fromkeys(n for name in names[:5] for n in people(name)))
    return ()


def _time(root: etree._Element) -> str:
    for element in root.iter("time"):
        date = iso_date(element.get("datetime") or _text("".join(element.itertext())))
        if date:
            return date
    return ""
