# SPDX-License-Identifier: MIT
"""What a page says of its article: JSON-LD, Open Graph, Dublin Core, microdata, its title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from itertools import islice

from lxml import etree

from diptych.library.dates import date_inside, iso_date
from diptych.library.draft import Facts
from diptych.library.people import plain_name, without_outlets
from diptych.library.readers.html_authors import (
    boxed_authors,
    names_a_person,
    of_labels,
    placed_authors,
    rights_holder,
    site_owner,
    sounds_like_an_outlet,
    stated_authors,
)
from diptych.library.readers.html_body import body_of
from diptych.library.readers.html_drawn import drawn_body
from diptych.library.readers.html_places import (
    around_heading,
    elements_named,
    is_elsewhere,
    plain_text,
    words_of,
)
from diptych.library.readers.html_titles import title_of
from diptych.library.readers.json_ld import article_data, name_of, text_of
from diptych.patterns import late_pattern
from diptych.text.addresses import address_parts
from diptych.text.article import TitleSource
from diptych.values import dataclass

_TITLES = (
    *("og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title", "headline"),
    *("parsely-title", "sailthru.title"),
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
_SUMMARIES = ("description", "og:description", "twitter:description", "dc.description")
_HOLDERS = ("copyright", "copyrightholder", "dc.rights", "publisher", "dc.publisher")
_TAGS = ("diptych:tags",)  # what a reading list knew; other pages' keywords are not the reader's
_LANGUAGES = ("dc.language", "content-language", "og:locale", "citation_language")
# “saved from url=(0032)https://paper.example/a” (browsers), “url: https://…” (SingleFile).
_SAVED_FROM = late_pattern(r"saved from url=\(\d+\)(\S+)|^\s*url:\s*(\S+)", re.MULTILINE)
# https://web.archive.org/web/20240305103122/https://paper.example/a
_ARCHIVED = late_pattern(r"^https?://web\.archive\.org/web/\d{4,14}[a-z_]{0,4}/", re.IGNORECASE)
# /2024/05/03/ or /2024-05-03-
_DATED_ADDRESS = late_pattern(
    r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/-])"
)
# “entry-date”, “pubdate”, “post-meta”; not “update-banner”.
_DATE_PLACE = late_pattern(
    r"(?:^|[\s_-])(?:(?:pub|post|entry|article|publish)?-?(?:date|time|datum|fecha|published)|"
    r"dateline|timestamp|posted-?on|submitted|datetime|byline|meta(?:data|info)?)(?:$|[\s_-])"
)
_MOST_PLACES = 40
_MOST_TIMES = 300


@dataclass(slots=True)
class HeadFacts:
    """The facts a page's head gives, and those that only its class names suggest."""

    facts: Facts = field(default_factory=Facts)
    suggested: Facts = field(default_factory=Facts)
    boxed: tuple[str, ...] = ()  # whom only a box about the author or a script names
    outlets: tuple[str, ...] = ()
    body: str = ""  # the text as the page's data gives it
    drawn: str = ""  # the text as a script would draw it
    described: str = ""  # how the page sums itself up


def read_head_facts(root: etree._Element) -> HeadFacts:
    """Return what the page says of itself outside its running text."""
    meta, data = _meta(root), article_data(root)
    address = _address(root, meta)
    facts = Facts()
    host = address_parts(address).netloc.removeprefix("www.") if address else ""
    site = next(_values(meta, _SOURCES[:1]), "")
    owner = site_owner(root, site)
    outlets = [*_values(meta, _SOURCES[:1]), _outlet(data.get("publisher"))]
    outlets += [host, host.split(".")[0], *site.split(" | ")[1:]]
    outlets = [outlet for outlet in outlets if plain_name(outlet) != plain_name(owner)]
    names = [text_of(data.get(key)) for key in ("headline", "name", "alternativeHeadline")]
    facts.title = title_of(root, names[:2], list(_values(meta, _TITLES)), [*outlets, site, host])
    if facts.title:
        facts.title_source = TitleSource.METADATA
    facts.authors = without_outlets(stated_authors(root, data, meta), outlets)
    facts.date = iso_date(text_of(data.get("datePublished"))) or _date(root, meta)
    facts.source = next(_values(meta, _SOURCES), "") or name_of(data.get("publisher"))
    facts.language = (
        root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
        or text_of(data.get("inLanguage")) or next(_values(meta, _LANGUAGES), "")
    )  # fmt: skip
    facts.tags = tuple(_values(meta, _TAGS))
    suggested = Facts(source=host, date=_placed_date(root) or _address_date(address))
    suggested.authors = without_outlets(placed_authors(root), outlets)
    is_held = all(name in " ".join(_values(meta, _HOLDERS)) for name in facts.authors)
    is_house = is_held or all(sounds_like_an_outlet(n) or _is_login(n) for n in facts.authors)
    if is_house and any(map(names_a_person, suggested.authors)):
        facts.authors = ()  # who holds the page's rights; what it shows tells who wrote
    if not facts.authors:
        posted = without_outlets(of_labels(meta), outlets)
        facts.authors = () if suggested.authors else posted
    boxed: tuple[str, ...] = ()
    if not (facts.authors or suggested.authors):
        boxed = boxed_authors(root) or ((owner,) if owner else rights_holder(root))
    return HeadFacts(
        facts,
        suggested,
        boxed=without_outlets(boxed, outlets),
        outlets=tuple(outlets),
        body=body_of(data.get("articleBody")),
        drawn=drawn_body(root, [facts.title, *names]),
        described="\n".join([*_values(meta, _SUMMARIES), text_of(data.get("description"))]),
    )


def _is_login(name: str) -> bool:
    """Tell whether a name is one that somebody signs in with: ``sarah-indra``, ``sv_team``."""
    return name.islower() and len(name.split()) == 1


def _outlet(publisher: object) -> str:
    """Return the name of who publishes the page, unless that is a person."""
    kinds = publisher.get("@type", "") if isinstance(publisher, dict) else ""
    return "" if "Person" in kinds else name_of(publisher)


def _meta(root: etree._Element) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        name = name or element.get("http-equiv")
        content = plain_text(element.get("content") or element.get("value"))
        if name and content:
            found.setdefault(name.lower().strip(), []).append(content)
    return found


def _values(meta: Mapping[str, list[str]], names: tuple[str, ...]) -> Iterator[str]:
    return (value for name in names for value in meta.get(name, ()))


# Dates


def _date(root: etree._Element, meta: Mapping[str, list[str]]) -> str:
    layout = around_heading(root)
    for element in islice(root.iterfind(".//*[@itemprop='datePublished']"), 5):
        value = element.get("content") or element.get("datetime") or words_of(element)
        if not is_elsewhere(element, layout) and (date := iso_date(value)):
            return date
    named = (date for value in _values(meta, _DATES) if (date := iso_date(value)))
    return next(named, "") or _time(root)


def _time(root: etree._Element) -> str:
    """Return the time element that tells the article's date: not the page's or a teaser's."""
    found: list[tuple[int, str]] = []
    after_heading = False
    layout = around_heading(root)
    for element in islice(root.iter("time", "h1"), _MOST_TIMES):
        if element.tag == "h1":
            after_heading = True
            continue
        if is_elsewhere(element, layout):
            continue
        date = iso_date(element.get("datetime") or words_of(element))
        if date:
            names = f"{element.get('class', '')} {element.get('itemprop', '')}".lower()
            is_sure = element.get("pubdate") is not None or "publish" in names
            rank = 3 * is_sure + 2 * after_heading - 4 * ("updat" in names or "modif" in names)
            found.append((rank, date))
    best = max((rank for rank, _ in found), default=0)
    return next((date for rank, date in found if rank == best), "")


def _placed_date(root: etree._Element) -> str:
    """Return the date that stands where a class name says that one does."""
    for element in islice(elements_named(root, _DATE_PLACE), _MOST_PLACES):
        words = words_of(element)
        is_short = 5 < len(words) < 160 and any(c.isdigit() for c in words)
        date = (iso_date(words[:80]) or date_inside(words)) if is_short else ""
        if len(date) > len("2025"):
            return date
    return ""


def _address_date(address: str) -> str:
    found = _DATED_ADDRESS.search(address_parts(address).path)
    return iso_date(f"{found[1]}-{found[2]}-{found[3]}") if found else ""


# Places


def _address(root: etree._Element, meta: Mapping[str, list[str]]) -> str:
    """Return where the page is from, though an archive kept it."""
    return _ARCHIVED.sub("", _saved_from(root, meta))


def _saved_from(root: etree._Element, meta: Mapping[str, list[str]]) -> str:
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
