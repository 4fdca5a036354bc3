# SPDX-License-Identifier: MIT
"""What a page says of its article: JSON-LD, Open Graph, Dublin Core, microdata, its title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from diptych.library.bylines import authors_of_line, is_name
from diptych.library.dates import date_inside, iso_date
from diptych.library.draft import Facts
from diptych.library.people import distinct, people, person, without_outlets
from diptych.library.readers.html_body import body_of
from diptych.library.readers.html_titles import title_of
from diptych.library.readers.json_ld import article_data, name_of, text_of
from diptych.text.article import TitleSource

_TITLES = (
    *("og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title", "headline"),
    *("parsely-title", "sailthru.title"),
)
_AUTHORS = (
    *("citation_author", "dc.creator", "dcterms.creator", "parsely-author", "byl", "author"),
    *("sailthru.author", "article:author_name", "article:author", "og:article:author", "dc.author"),
    *("dcsext.author", "shareaholic:article_author_name", "citation_authors", "rbauthors"),
)
_DATES = (
    *("article:published_time", "citation_publication_date", "citation_date", "dc.date"),
    *("dcterms.date", "dc.date.issued", "dcterms.created", "dcterms.issued", "date", "pubdate"),
    *("publishdate", "publish-date", "parsely-pub-date", "sailthru.date", "ptime", "dc.created"),
    *("og:article:published_time", "datepublished", "article.published", "publication_date"),
    *("published_at", "article:published", "og:published_time", "published", "displaydate"),
    *("shareaholic:article_published_time", "rnews:datepublished", "cxenseparse:recs:publishtime"),
    *("last-modified-by-author", "created", "article_date_original", "originalpublicationdate"),
    *("datecreated", "timestamp", "citation_online_date", "dc.date.created", "publish_date"),
)
_SOURCES = (
    *("og:site_name", "citation_journal_title", "dc.publisher", "application-name", "publisher"),
)
_TAGS = ("diptych:tags",)  # what a reading list knew; other pages' keywords are not the reader's
_LANGUAGES = ("dc.language", "content-language", "og:locale", "citation_language")
# “saved from url=(0032)https://paper.example/a” (browsers), “url: https://…” (SingleFile).
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)|^\s*url:\s*(\S+)", re.MULTILINE)
# /2024/05/03/ or /2024-05-03-
_DATED_ADDRESS = re.compile(
    r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/-])"
)
# A class such as “post-author” or “byline”, but not “authority”.
_AUTHOR_PLACE = re.compile(r"(?:^|[\s_-])(?:authors?|byline|autor|writer|by-?author)(?:$|[\s_-])")
# “entry-date”, “pubdate”, “post-meta”; not “update-banner”.
_DATE_PLACE = re.compile(
    r"(?:^|[\s_-])(?:(?:pub|post|entry|article|publish)?-?(?:date|time|datum|fecha|published)|"
    r"dateline|timestamp|posted-?on|datetime|byline|meta(?:data|info)?)(?:$|[\s_-])"
)
# “sidebar”, “related-posts”: names and dates there belong to other articles.
_NOT_ITS = re.compile(
    r"comment|related|sidebar|widget|footer|recommend|teaser|promo|popular|(?:^|[\s_-])nav|bio\b"
)
# https://paper.example/author/ann-lee/
_AUTHOR_ADDRESS = re.compile(
    r"/(?:authors?|autor(?:en|es|i)?|auteurs?|writers?|newsteam|byline|people|redakteure?)/[^/?#]+/?$"
)
# Where the name ends in “Ann Lee | The Post”, “Ann Lee on 3 May”, “Ann Lee (Oslo)”.
_NAME_ENDS = re.compile(r"\s+[|•·–—]\s+|\s+-\s+|\s*\bon\s+\w|,?\s+\d|\s*\(")
_MOST_PLACES = 40
_MOST_LINKS = 1500
_MOST_TIMES = 300


@dataclass(slots=True)
class HeadFacts:
    """The facts a page's head gives, and those that only its class names suggest."""

    facts: Facts = field(default_factory=Facts)
    suggested: Facts = field(default_factory=Facts)
    body: str = ""  # the text as the page's data gives it


def read_head_facts(root: etree._Element) -> HeadFacts:
    """Return what the page says of itself outside its running text."""
    meta, data = _meta(root), article_data(root)
    address = _address(root, meta)
    facts = Facts()
    outlets = [*_values(meta, _SOURCES[:1]), name_of(data.get("publisher"))]
    host = urlsplit(address).netloc.removeprefix("www.") if address else ""
    names = [text_of(data.get(key)) for key in ("headline", "name", "alternativeHeadline")]
    facts.title = title_of(root, names[:2], list(_values(meta, _TITLES)), [*outlets, host])
    if facts.title:
        facts.title_source = TitleSource.METADATA
    named = _authors(data.get("author")) or _authors(data.get("creator"))
    named = named or _meta_authors(meta) or _microdata_authors(root)
    facts.authors = without_outlets(named, [*outlets, host, host.split(".")[0]])
    facts.date = iso_date(text_of(data.get("datePublished"))) or _date(root, meta)
    facts.source = next(_values(meta, _SOURCES), "") or name_of(data.get("publisher"))
    facts.language = (
        root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
        or text_of(data.get("inLanguage")) or next(_values(meta, _LANGUAGES), "")
    )  # fmt: skip
    facts.tags = tuple(t for t in next(_values(meta, _TAGS), "").split(", ") if t)
    suggested = Facts(source=host, date=_placed_date(root) or _address_date(address))
    suggested.authors = without_outlets(_placed_authors(root), [*outlets, host])
    return HeadFacts(facts, suggested, body_of(data.get("articleBody")))


def _meta(root: etree._Element) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        name = name or element.get("http-equiv")
        content = _text(element.get("content"))
        if name and content:
            found.setdefault(name.lower().strip(), []).append(content)
    return found


def _values(meta: Mapping[str, list[str]], names: tuple[str, ...]) -> Iterator[str]:
    return (value for name in names for value in meta.get(name, ()))


def _text(value: str | None, length: int = 400) -> str:
    plain = " ".join(unescape((value or "")[:4000]).split())
    return "".join(c for c in plain if c.isprintable())[:length]


def _words(element: etree._Element, length: int = 200) -> str:
    texts = islice(element.itertext("*"), 200) if element.tag is not etree.Comment else ()
    return _text(" ".join(texts), length)


# Authors


def _authors(value: Any) -> tuple[str, ...]:
    entries = value if isinstance(value, list) else [value]
    names: list[str] = []
    for entry in entries[:20]:
        name = name_of(entry)
        names += people(name) if isinstance(entry, str) or "," in name else [name]
    return distinct(names)


def _meta_authors(meta: Mapping[str, list[str]]) -> tuple[str, ...]:
    for key in _AUTHORS:
        values = [value for value in meta.get(key, ()) if "://" not in value]
        if key in ("citation_author", "dc.creator", "dcterms.creator"):
            names = [name for v in values for name in (people(v) if ";" in v else (person(v),))]
        else:
            names = [name for value in values for name in people(value)]
        if found := distinct(names):
            return found
    return ()


def _microdata_authors(root: etree._Element) -> tuple[str, ...]:
    for path in (".//*[@itemprop='author']", ".//*[@rel='author']"):
        names: list[str] = []
        for element in islice(root.iterfind(path), 10):
            inner = element.find(".//*[@itemprop='name']")
            words = (element.get("content") or _words(element if inner is None else inner)).strip()
            if 2 < len(words) < 60 and not _is_elsewhere(element):
                names += people(_NAME_ENDS.split(words)[0])
        if found := distinct(names[:5]):
            return found
    return ()


def _placed_authors(root: etree._Element) -> tuple[str, ...]:
    """Return the people named where a class name says that the author stands."""
    for element in islice(_places(root, _AUTHOR_PLACE), _MOST_PLACES):
        words = _words(element)
        if not 4 < len(words) < 160:
            continue
        named = authors_of_line(words) or people(_NAME_ENDS.split(words)[0])
        if named and all(is_name(name) for name in named):
            return distinct(named)
    return _linked_authors(root)


def _linked_authors(root: etree._Element) -> tuple[str, ...]:
    """Return whom the page links as author: a pen name of one word counts, too."""
    for element in islice(root.iter("a", "span"), _MOST_LINKS):
        marks = f" {element.get('class', '')} ".lower()
        is_card = " fn " in marks or element.get("rel") == "author"
        if element.tag == "a" and not is_card:
            is_card = _AUTHOR_ADDRESS.search(element.get("href", "")[:300]) is not None
        if not is_card or _is_elsewhere(element):
            continue
        words = _words(element, 80)
        named = people(words)
        if 2 <= len(words) <= 60 and len(named) == 1 and len(named[0].split()) <= 4:
            return named
    return ()


# Dates


def _date(root: etree._Element, meta: Mapping[str, list[str]]) -> str:
    for element in islice(root.iterfind(".//*[@itemprop='datePublished']"), 5):
        value = element.get("content") or element.get("datetime") or _words(element)
        if not _is_elsewhere(element) and (date := iso_date(value)):
            return date
    named = (date for value in _values(meta, _DATES) if (date := iso_date(value)))
    return next(named, "") or _time(root)


def _time(root: etree._Element) -> str:
    """Return the time element that tells the article's date: not the page's or a teaser's."""
    found: list[tuple[int, str]] = []
    after_heading = False
    for element in islice(root.iter("time", "h1"), _MOST_TIMES):
        if element.tag == "h1":
            after_heading = True
            continue
        if _is_elsewhere(element):
            continue
        date = iso_date(element.get("datetime") or _words(element))
        if date:
            names = f"{element.get('class', '')} {element.get('itemprop', '')}".lower()
            is_sure = element.get("pubdate") is not None or "publish" in names
            rank = 3 * is_sure + 2 * after_heading - 4 * ("updat" in names or "modif" in names)
            found.append((rank, date))
    best = max((rank for rank, _ in found), default=0)
    return next((date for rank, date in found if rank == best), "")


def _placed_date(root: etree._Element) -> str:
    """Return the date that stands where a class name says that one does."""
    for element in islice(_places(root, _DATE_PLACE), _MOST_PLACES):
        words = _words(element)
        is_short = 5 < len(words) < 160 and any(c.isdigit() for c in words)
        date = (iso_date(words[:80]) or date_inside(words)) if is_short else ""
        if len(date) > len("2025"):
            return date
    return ""


def _address_date(address: str) -> str:
    found = _DATED_ADDRESS.search(urlsplit(address).path)
    return iso_date(f"{found[1]}-{found[2]}-{found[3]}") if found else ""


# Places


def _places(root: etree._Element, pattern: re.Pattern[str]) -> Iterator[etree._Element]:
    """Yield the elements whose class names match, those after the page's heading first."""
    before: list[etree._Element] = []
    is_after = False
    for element in root.iter(etree.Element):
        if element.tag == "h1":
            is_after = True
        names = f"{element.get('class', '')} {element.get('id', '')}".lower()[:300]
        if names == " " or element.tag in ("body", "html", "article", "main"):
            continue
        if pattern.search(names) and not _is_elsewhere(element):
            if is_after:
                yield element
            else:
                before.append(element)
    yield from before


def _is_elsewhere(element: etree._Element | None) -> bool:
    """Tell whether an element stands among comments, teasers or in the page's frame."""
    for _ in range(12):
        if element is None or element.tag in ("body", "html"):
            return False
        names = f"{element.get('class', '')} {element.get('id', '')}".lower()[:300]
        if _NOT_ITS.search(names) or element.tag in ("aside", "footer", "nav"):
            return True
        element = element.getparent()
    return False


def _address(root: etree._Element, meta: Mapping[str, list[str]]) -> str:
    """Return the address the page was saved from, as a browser or the page itself notes it."""
    tree = root.getroottree().getroot()
    before = islice(tree.itersiblings(etree.Comment, preceding=True), 5)
    comments = [*before, *islice(tree.iter(etree.Comment), 5)]
    for comment in comments:
        if found := _SAVED_FROM.search((comment.text or "")[:2000]):
            return str(found[1] or found[2])
    for link in root.iter("link"):
        if link.get("rel", "").lower() == "canonical" and "://" in link.get("href", ""):
            return str(link.get("href", ""))
    return next(_values(meta, ("og:url",)), "")
