# SPDX-License-Identifier: MIT
"""Whom a page names as its author: in its data, in marked places, by links and in boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise
from typing import Any

from lxml import etree

from diptych.library.bylines import authors_of_line, is_name, is_named_person, is_office
from diptych.library.dates import date_inside, date_of_line
from diptych.library.draft import Piece
from diptych.library.head import is_outside
from diptych.library.head_lines import read_head_line
from diptych.library.people import distinct, is_system_name, people, person
from diptych.library.readers.html_hints import UNSEEN
from diptych.library.readers.html_places import (
    FRAMES,
    around_heading,
    class_names,
    elements_named,
    is_elsewhere,
    plain_text,
    words_of,
)
from diptych.library.readers.json_ld import name_of
from diptych.patterns import late_pattern
from diptych.text.article import BlockKind, BlockState, Span
from diptych.text.dates import dates_in
from diptych.text.lexicon import wordings

_METAS = (
    *("citation_author", "dc.creator", "dcterms.creator", "parsely-author", "byl", "author"),
    *("sailthru.author", "article:author_name", "article:author", "og:article:author", "dc.author"),
    *("dcsext.author", "shareaholic:article_author_name", "citation_authors", "rbauthors"),
    *("og:author", "twitter:author", "authors", "article.author", "cxenseparse:author"),
)
# Of a system of its own: “lrt_authors”, “article_author”, “byline”.
_ANY_META = late_pattern(r"(?:^|.*[._:-])(?:authors?|byline)(?:[._:-]?names?)?")
_ONE_NAME_EACH = ("citation_author", "dc.creator", "dcterms.creator")
# “Written by” of twitter:label1, whose name stands in twitter:data1.
_WRITTEN_BY = late_pattern(lambda: wordings("labels_of_an_author"), re.IGNORECASE)
# A class such as “post-author” or “byline”, but not “authority”.
_PLACE = late_pattern(
    r"(?:^|[\s_-])(?:authors?|byline|autor(?:en|es|in)?|auteurs?|autore|writer|writtenby|"
    r"written-?by|posted-?by|by-?author|by-?line|submitted|redakteur|journalist|reporter|"
    r"reader-credits)"
    r"(?:$|[\s_-])|(?:author|byline)(?:name|s?-?link)"
)
# “author-bio”, “about-the-author”: who that is, mostly after the article
_BOX = late_pattern(
    r"(?:authors?|autor(?:en)?|auteur|writer)[_-]{0,2}(?:bio|box|info|card|profile?|about|desc)|"
    r"about[_-]?(?:the[_-]?)?author|(?:^|[\s_-])bio(?:$|[\s_-])"
)
# https://paper.example/author/ann-lee/
_ADDRESS = late_pattern(
    r"/(?:authors?|autor(?:en|es|i|in)?|auteurs?|writers?|newsteam|byline|people|redakteure?|staff|"
    r"(?:meet-the|our)-team|editors|contributors?|columnists?|journalist(?:e[ns]?|a|as|i|s)?|reporters?|profil|redactor|"
    r"firmas?|team/author|user-uebersicht|opinion/by|by)/[^/#]+/?$"
)
# “author”: "Ann Lee" in what a page hands to its counters of readers
_IN_A_SCRIPT = late_pattern(
    r"[\"'](?:page|post|article|content|pagePost)?[_-]?(?:author|autor|byline)(?:_?name)?[\"']"
    r"\s?:\s?\"([^\"\\{}<>]{4,60})\"",
    re.IGNORECASE,
)
# Where the name ends in “Ann Lee | The Post”, “Ann Lee on 3 May”, “Ann Lee (Oslo)”.
_ENDS = late_pattern(
    lambda: (
        r"\s+[|•·–—/>›]\s*|\s+-\s+|\s*\bon\s+\w|,?\s+\d|\s*\((?![^()]{1,20}\)\s+[^\W\d_])|"
        rf"\s*@\w|\s*[:：]\s*$|\s+(?:{wordings('after_a_name')})\b"
    ),
    re.IGNORECASE,
)
# “on 3 May”, cut at the date
_BEFORE_A_DAY = late_pattern(lambda: rf"\s+(?:{wordings('before_a_day')})$")
# What stands before the name in a place for the author: “Gespeichert von”, “Un article de”.
_LEADS = late_pattern(
    lambda: (
        rf"^[\W_]*(?:(?:[^\W\d_]+[ ]){{0,4}}?(?:{wordings('by_before_a_name')})(?:[ ]*[:：])?[ ]+|"
        rf"(?:[^\W\d_]+[ ])?(?:{wordings('writers_before_a_name')})(?:[ ]*[:：])?[ ]+)"
    ),
    re.IGNORECASE,
)
# “Ann Lee, Friday”, “Ann Lee, Freitag”: the day behind a name.
_WEEKDAY = late_pattern(lambda: rf",?\s+(?:{wordings('days_behind_a_name')})\b", re.IGNORECASE)
_IN_BRACKETS = late_pattern(r"\([^()]*\)\s*")
# “About Me”, “Zitat von”, “Read More”
_NO_NAME = late_pattern(lambda: rf"\b(?:{wordings('in_no_name')})\b", re.IGNORECASE)
_PEN_NAME = late_pattern(r"[^\W_][\w.／-]{0,24}[^\W_]")
_ANYBODY = late_pattern(r"/(?:people|staff|team|firmas?)/")  # also about whom articles are
_MICRODATA = tuple(
    # By the attribute: to ask each element of a long page takes five times as long.
    etree.XPath(f"descendant::*/@{name}[.='{value}']/..")
    for name, value in (
        *(("itemprop", "author"), ("rel", "author")),
        *(("itemtype", "http://schema.org/Person"), ("itemtype", "https://schema.org/Person")),
        # Whom a licence of Creative Commons asks to name
        *(("property", "cc:attributionName"), ("rel", "cc:attributionURL")),
    )
)
# The last part of https://paper.example/staff/ann-lee/
_LAST_PART = late_pattern(r"/([^/?#]{5,60})/?(?:[?#].*)?$")
_BETWEEN = late_pattern(r"\s+[|–—»·-]\s+")
# “Dr. Ann Lee”, “Blog von Ann Lee”, “Ann Lee’s Blog”
_OWN = late_pattern(
    lambda: (
        rf"^(?:(?:{wordings('titles_of_scholars')})\.\s*)+|"
        rf"^(?:the\s+)?(?:{wordings('sites_of_ones_own')})\s+(?:{wordings('of_somebody')})\s+|"
        rf"(?:['’´`]?s)?\s+(?:{wordings('sites_of_ones_own')})$"
    ),
    re.IGNORECASE,
)
# “The Harbour Post”, “Küstenzeitung”: an outlet, and no person's name.
_OUTLET = late_pattern(lambda: rf"\b(?:{wordings('in_names_of_outlets')})\b", re.IGNORECASE)
# “About me”, “Über mich”, “关于我”: the link to the page of who writes the whole site.
_ABOUT_ME = late_pattern(lambda: wordings("about_me"), re.IGNORECASE)
_WORDS_OF_A_NAME = 2  # of a site's owner; “Eat What Tonight” is none
_MOST_PLACES = 40
# © 2006-2008 by Ann Lee
_HELD_BY = late_pattern(
    r"(?:©|\(c\)|copyright|\b(?:19|20)\d\d)[\s,]+(?:(?:19|20)\d\d\s?(?:[-–]\s?(?:19|20)\d\d)?,?\s+)?"
    r"(?:by|von)\s+(?!(?:der|die|das|dem|den|the)\s)([^\W\d_][\w.'’-]+\s+[^\W\d_][\w'’-]+)(?=\s*(?:$|[|,.•·–-]|[^\W\d_]))",
    re.IGNORECASE,
)
_FOOT = late_pattern(r"copyright|(?:^|[\s_-])(?:foot(?:er)?|credits?)(?:$|[\s_-])")
_FOOT_LENGTH = 1500  # characters
_TEASERS = 3  # places alike with another name each
_MOST_LINKS = 1500
_MOST_SCRIPTS = 60
_LONGEST_SCRIPT = 200_000
_NEAR = 14  # pieces after the title, or before the end, in which a line may name the author
_CLOSE = 5  # pieces after the title
_LONGEST_LINE, _LONGEST_NAME, _LONGEST_LABEL = 120, 40, 20  # characters
_LINES = (
    *(BlockKind.PARAGRAPH, BlockKind.BYLINE, BlockKind.DATE, BlockKind.DECK, BlockKind.NOTE),
    BlockKind.LIST_ITEM,
)


def stated_authors(
    root: etree._Element, data: Mapping[str, Any], meta: Mapping[str, list[str]]
) -> tuple[str, ...]:
    """Return whom the page's data and its microdata name, people before offices and systems."""
    first: tuple[str, ...] = ()
    for named in (
        _of_data(data.get("author")),
        _of_data(data.get("creator")),
        _of_metas(meta),
        _of_addresses(root, data, meta),
        _of_microdata(root),
    ):
        if any(map(names_a_person, named)):
            return named
        first = first or named
    return first


def placed_authors(root: etree._Element) -> tuple[str, ...]:
    """Return the people named where a class name says that the author stands, or by a link."""
    places = list(islice(elements_named(root, _PLACE), _MOST_PLACES))
    named = {element: names for element in places if (names := _named_in(element))}
    for address in islice(root.iter("address"), _MOST_PLACES):
        is_led = address.find(".//a") is not None or _LEADS.match(words_of(address))
        if is_led and not is_elsewhere(address, around_heading(root), FRAMES):
            named |= {address: names} if (names := _named_in(address)) else {}
    for element in named:
        alike = [other for other in named if class_names(other) == class_names(element)]
        if len({named[other] for other in alike}) >= _TEASERS and _is_in_a_listing(alike):
            continue  # each of them is another article's
        beside = (other for other in alike if other.getparent() is element.getparent())
        return distinct(name for other in beside for name in named[other])
    return _linked(root)


def _is_in_a_listing(alike: Sequence[etree._Element]) -> bool:
    """Tell whether the first of elements alike stands in an entry, and the next in another."""
    around = set(alike[1].iterancestors())
    own = [alike[0], *alike[0].iterancestors()]
    entry = next((one for one, above in pairwise(own) if above in around), alike[0])
    others = [alike[1], *alike[1].iterancestors()]
    other = next(one for one, above in pairwise(others) if above is entry.getparent())
    is_same = (entry.tag, class_names(entry)) == (other.tag, class_names(other))
    return is_same and entry is not alike[0]


def boxed_authors(root: etree._Element) -> tuple[str, ...]:
    """Return whom a box about the author, or a script of the page, names."""
    for element in islice(elements_named(root, _BOX, anywhere=True), _MOST_PLACES):
        for words in _parts(element):
            named = people(_name_of(words))
            if len(named) == 1 and names_a_person(named[0]):
                return named
    return _of_scripts(root)


def rights_holder(root: etree._Element) -> tuple[str, ...]:
    """Return the person by whom a page's foot says that all of it is: ``© 2008 by Ann Lee``."""
    ends = [*root.iter("footer"), *elements_named(root, _FOOT, anywhere=True)]
    for element in ends[:_MOST_PLACES]:
        found = _HELD_BY.search(words_of(element, _FOOT_LENGTH))
        named = people(found[1]) if found else ()
        if named and names_a_person(named[0]) and not sounds_like_an_outlet(named[0]):
            return named
    return ()


def site_owner(root: etree._Element, site: str) -> str:
    """Return whose own page this is: it is named after a person and tells ``about me``."""
    title = plain_text(root.findtext(".//title"))
    ends = [site, *_BETWEEN.split(title)[1:][-1:]]
    for name in (_OWN.sub("", end.strip()) for end in ends):
        is_titled = any(end.strip().startswith(("Dr.", "Prof.")) for end in ends)
        is_short = len(name.split()) == _WORDS_OF_A_NAME
        if (
            is_short
            and names_a_person(name)
            and not _OUTLET.search(name)
            and (is_titled or _tells_about_me(root))
        ):
            return name
    return ""


def _tells_about_me(root: etree._Element) -> bool:
    links = islice(root.iter("a"), _MOST_LINKS)
    return any(_ABOUT_ME.fullmatch(words_of(link, 40)) is not None for link in links)


def lined_authors(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """Return whom a short line near the title, or at the end, says the article is by."""
    title = _title_place(pieces)
    shown = [i for i, p in enumerate(pieces) if p.state is BlockState.SHOWN]
    end = max(shown[-_NEAR:][0], title + _NEAR) if shown else len(pieces)
    near = [p for p in pieces[title : title + _NEAR] if _may_name(p) or p.reason == UNSEEN]
    # Right at the title a byline is the article's, whatever its class is called.
    close = pieces[title : title + _CLOSE]
    near += [p for p in close if p not in near and authors_of_line(p.text.strip())]
    last = [piece for piece in pieces[end:][: 2 * _NEAR] if _may_name(piece)]
    for piece in (*near, *last):
        for line in piece.text[:1000].split("\n"):
            named = _of_line(line.strip()) if len(line) <= _LONGEST_LINE else ()
            if named and all(map(names_a_person, named)):
                return distinct(named)
    return _beside_a_label([*near, *last]) or _by_a_pen_name(near) or _beside_a_date(near)


def _of_line(line: str) -> tuple[str, ...] | None:
    """Return whom a byline names, also one with a day behind the name: ``By Ann Lee 3 May``."""
    whole = authors_of_line(line)
    if whole is None and date_inside(line):
        told = read_head_line(line)
        whole = told.authors or (told.name,) * bool(told.name) if told else None
    if whole is None and _LEADS.match(line) and date_inside(line):
        whole = people(_name_of(line))
    return whole


def _title_place(pieces: Sequence[Piece]) -> int:
    """Return where the title stands, else the first large heading, else the beginning."""
    headings = [i for i, p in enumerate(pieces) if p.kind is BlockKind.HEADING and p.level == 1]
    titles = (i for i, piece in enumerate(pieces) if piece.kind is BlockKind.TITLE)
    return next(titles, headings[0] if headings else 0)


def _may_name(piece: Piece) -> bool:
    return piece.kind in _LINES and (piece.state is BlockState.SHOWN or is_outside(piece))


def _beside_a_label(near: Sequence[Piece]) -> tuple[str, ...]:
    """Return the people after a line that is only ``Author``."""
    lines = [line for piece in near for line in piece.text[:1000].split("\n")]
    for label, line in pairwise(lines):
        if len(label) <= _LONGEST_LABEL and _WRITTEN_BY.fullmatch(label.strip(" :")):
            named = people(line) if len(line) <= _LONGEST_LINE else ()
            if named and all(map(names_a_person, named)):
                return named
    return ()


def _by_a_pen_name(near: Sequence[Piece]) -> tuple[str, ...]:
    """Return the pen name in a line that is a byline for sure: ``Posted by rasos, 3 May 2024``."""
    for piece in near:
        text = " ".join(piece.text.split())
        if len(text) > _LONGEST_LINE or not _LEADS.match(text):
            continue
        # Asked last: looking for dates in all lines took a sixth of reading a page.
        is_byline = piece.kind is BlockKind.BYLINE or date_inside(text)
        if is_byline and (named := _pen_name(_name_of(text))):
            return named
    return ()


def _beside_a_date(near: Sequence[Piece]) -> tuple[str, ...]:
    """Return the name that stands alone next to the article's day, or an ``on`` between them."""
    lines = [p for p in near if not _BEFORE_A_DAY.fullmatch(f" {p.text[:20].strip()}")]
    for one, other in pairwise(lines):
        for piece, beside in ((one, other), (other, one)):
            is_date = date_of_line(" ".join(beside.text.split())) is not None
            name = piece.text.strip()
            is_alone = len(name) <= _LONGEST_NAME and is_name(name)
            if is_date and is_alone and names_a_person(name):
                return (piece.text.strip(),)
    return ()


def _of_data(value: Any) -> tuple[str, ...]:
    entries = value if isinstance(value, list) else [value]
    names: list[str] = []
    for entry in entries[:20]:
        name = name_of(entry)
        apart = people(name)
        are_two = len(apart) > 1 and all(map(is_name, apart))
        names += apart if isinstance(entry, str) or "," in name or are_two else [name]
    return distinct(names)


def _of_metas(meta: Mapping[str, list[str]]) -> tuple[str, ...]:
    for key in _METAS:
        values = [value for value in meta.get(key, ()) if "://" not in value]
        if key in _ONE_NAME_EACH:
            names = [name for v in values for name in (people(v) if ";" in v else (person(v),))]
        else:
            names = [name for value in values for name in people(value)]
        if found := distinct(names):
            return found
    others = (key for key in meta if _ANY_META.fullmatch(key) and key not in _METAS)
    named = (people(value) for key in others for value in meta[key] if "://" not in value)
    return next((found for found in named if found and all(map(names_a_person, found))), ())


def _of_addresses(
    root: etree._Element, data: Mapping[str, Any], meta: Mapping[str, list[str]]
) -> tuple[str, ...]:
    """Return whom the page calls by the address that it states for its author."""
    author = data.get("author")
    stated = [*meta.get("article:author", ()), author if isinstance(author, str) else ""]
    parts = (_LAST_PART.search(value[:300]) for value in stated if "://" in value)
    slugs = {found[1].lower() for found in parts if found}
    names: list[str] = []
    for link in islice(root.iter("a"), _MOST_LINKS) if slugs else ():
        found = _LAST_PART.search(link.get("href", "")[:300])
        if found and found[1].lower() in slugs:
            named = people(_name_of(words_of(link, 80)))
            names += named if len(named) == 1 and names_a_person(named[0]) else ()
    return distinct(names)


def of_labels(meta: Mapping[str, list[str]]) -> tuple[str, ...]:
    """Return the author of a card for messages: a label and, beside it, the name.

    It is who posted the page, which need not be who wrote it.
    """
    for number in ("1", "2"):
        labels, values = (meta.get(f"twitter:{key}{number}", ()) for key in ("label", "data"))
        if labels and values and _WRITTEN_BY.fullmatch(labels[0].strip(" :")):
            return people(_ENDS.split(values[0])[0])
    return ()


def _of_microdata(root: etree._Element) -> tuple[str, ...]:
    layout = around_heading(root)
    for path in _MICRODATA:
        names: list[str] = []
        beside: etree._Element | None = None
        for element in path(root)[:10]:
            place = _around(element)
            if is_elsewhere(element, layout, FRAMES) or (
                beside is not None and place is not beside
            ):
                continue
            inner = element.find(".//*[@itemprop='name']")
            inner = element if inner is None else inner
            content = plain_text(element.get("content") or inner.get("content"))
            found = people(content) or _named_in(inner) or _pen_name(words_of(inner, 80))
            beside = place if found else beside
            names += found
        if found := distinct(names[:5]):
            return found
    return ()


def _around(element: etree._Element) -> etree._Element | None:
    """Return the element in which authors stand side by side; a teaser has its own."""
    above = element.getparent()
    return above if above is None or above.tag != "li" else above.getparent()


def _named_in(element: etree._Element) -> tuple[str, ...]:
    """Return the people whom an element that stands for the author names."""
    words = words_of(element)
    if not 4 < len(words) < 160:
        return ()
    named = authors_of_line(words) or people(_name_of(words))
    linked = [name for link in element.iter("a") for name in people(_name_of(words_of(link)))]
    parts = (people(_name_of(part)) for part in _parts(element))
    found = next((p for p in parts if p and all(map(names_a_person, p))), ())
    for apart in (distinct(linked), found):
        if apart and all(map(names_a_person, apart)) and not set(apart) <= set(named):
            return apart
    if named and all(map(names_a_person, named)):
        return distinct(named)
    return distinct(found) or (_pen_name(_name_of(words)) if _LEADS.match(words) else ())


def _pen_name(words: str) -> tuple[str, ...]:
    """Return the name a writer goes by, if the words are one: ``rasos``, ``J.Smith``."""
    return people(words) if _PEN_NAME.fullmatch(words) and not is_system_name(words) else ()


def _parts(element: etree._Element) -> Iterator[str]:
    """Yield the words of an element, each piece of its markup by itself."""
    for text in islice(element.itertext("*"), 30):
        if 4 <= len(text.strip()) <= 80:
            yield plain_text(text)


def _name_of(words: str) -> str:
    """Return what is left of a byline without what leads to the name and what follows it."""
    words = _LEADS.sub("", words, count=1)
    first = next((place.start for place, _ in dates_in(words, Span(0, len(words)))), len(words))
    words = _WEEKDAY.split(words[:first])[0]
    return _BEFORE_A_DAY.sub("", _ENDS.split(words.rstrip(" ,|·•–—-"))[0]).strip()


def sounds_like_an_outlet(name: str) -> bool:
    """Tell whether a name is that of a paper or a station: ``The Harbour Post``."""
    return _OUTLET.search(name) is not None


def names_a_person(name: str) -> bool:
    """Tell whether words are a person's name, and no office and nothing one clicks on."""
    name = _IN_BRACKETS.sub("", name)
    return is_named_person(name) and not is_office(name) and not _NO_NAME.search(name)


def _linked(root: etree._Element) -> tuple[str, ...]:
    """Return whom the page links as author: a pen name of one word counts, too."""
    layout = around_heading(root)
    for element in islice(root.iter("a", "span"), _MOST_LINKS):
        marks = f" {element.get('class', '')} ".lower()
        is_card = " fn " in marks or " username " in marks or element.get("rel") == "author"
        if element.tag == "a" and not is_card:
            is_card = _ADDRESS.search(element.get("href", "")[:300]) is not None
        if not is_card or is_elsewhere(element, layout):
            continue
        words = _name_of(words_of(element, 80))
        named = people(words)
        is_writer = is_card and not _ANYBODY.search(element.get("href", "")[:300])
        if len(named) == 1 and (names_a_person(named[0]) or (is_writer and _pen_name(words))):
            return named
    return ()


def _of_scripts(root: etree._Element) -> tuple[str, ...]:
    """Return the one author whom the page's scripts name; of several none is believed."""
    found: set[tuple[str, ...]] = set()
    for script in islice(root.iter("script"), _MOST_SCRIPTS):
        for match in _IN_A_SCRIPT.finditer((script.text or "")[:_LONGEST_SCRIPT]):
            named = people(plain_text(match[1]))
            if named and all(map(names_a_person, named)):
                found.add(named)
    return found.pop() if len(found) == 1 else ()
