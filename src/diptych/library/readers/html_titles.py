# SPDX-License-Identifier: MIT
"""The title of a page's article, out of several that differ: heading, head, JSON-LD."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import unescape
from itertools import islice

from lxml import etree

from diptych.library.prose import weight
from diptych.patterns import late_pattern

# “The port closes – The Harbour Post”, “The port closes|Post”.
_SEPARATOR = late_pattern(r"\s+(?:[|·•»«–—:]|-{1,2}|::|/)\s+|\s*\|\s*")
# “Home page”, “Untitled document”, “index.html”.
_EMPTY = late_pattern(
    r"(?:home(?: ?page)?|index|untitled(?: document)?|no title|new page(?: \d+)?|document|page|"
    r"startseite|accueil|inicio|главная|[\w.-]{1,80}\.(?:html?|php|aspx?|docx?|pdf|txt))",
    re.IGNORECASE,
)
_PARTING = ("br", "p", "div", "h2", "h3", "li")
_FEW = 6  # characters
# https://paper.example/, /index.html: the address of the whole site
_HOME = late_pattern(r"(?:https?://[^/]+)?/?(?:index\.(?:html?|php))?", re.IGNORECASE)
# class="post-title", class="entry-title"
_TITLE_NAMES = late_pattern(r"(?:^|[\s_-])(?:title|headline|entry-?title|post-?title)(?:$|\s)")
# “Coast Diary: ”, “Coast Diary » Blog Archive » ”
_AFTER_THE_SITE = late_pattern(r"[:»›>|–—-]\s$")
_MOST_HEADINGS = 30
# Each is read with all that is in it, and one left open holds those after it.
_MOST_LOOKED_AT = 100
_FEW_WORDS = 3
_WORD = late_pattern(r"\w+")
_LONGEST = 300


def title_of(
    root: etree._Element, names: Sequence[str], metas: Sequence[str], outlets: Iterable[str]
) -> str:
    """Return the title: the heading that the head repeats, else what the head says best.

    ``names`` are the headline and the name in JSON-LD, ``metas`` what meta tags
    say, ``outlets`` the names of the site.
    """
    known = {_plain(outlet) for outlet in outlets if outlet}
    known |= {_plain(outlet).removeprefix("the") for outlet in known}
    page = _line(root.findtext(".//title") or "")
    said = [
        text for text in map(_line, (*names, *metas, page)) if text and not _is_empty(text, known)
    ]
    tops = [_without_kicker(root, text, said) for text in _headings(root, "h1", known)]
    for heading in (*tops, *_headings(root, "h2", known)):
        if _is_repeated(heading, said, is_top=heading in tops):
            return heading
    if marked := _marked_heading(root, said):
        return marked
    best = [
        text for text in map(_line, (*names[:1], *metas)) if text and not _is_empty(text, known)
    ]
    if best:
        return _without_outlet(best[0], known, said)
    if len(tops) == 1 and (not said or _is_site(said[0], known)):
        return tops[0]
    if page and tops and not metas and _is_of_the_article(root, tops[0], page):
        return tops[0]
    if page and not _is_empty(page, known):
        return _without_outlet(page, known, said)
    return next(iter((*tops, *_headings(root, "h2", known))), "")


def _line(text: str) -> str:
    plain = " ".join(unescape(text[:4000]).split())
    return "".join(c for c in plain if c.isprintable())[:_LONGEST]


def _plain(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _is_empty(text: str, known: Iterable[str]) -> bool:
    return bool(_EMPTY.fullmatch(text)) or _plain(text) in known or not _plain(text)


def _is_site(text: str, known: set[str]) -> bool:
    """Tell whether a title names the site and one of its sections only."""
    return any(_plain(part).removeprefix("the") in known for part in _SEPARATOR.split(text))


def _headings(root: etree._Element, tag: str, known: set[str]) -> list[str]:
    found: list[str] = []
    for element in islice(root.iter(tag), _MOST_LOOKED_AT):
        if any(above.tag in ("nav", "footer", "aside") for above in element.iterancestors()):
            continue
        if _leads_home(element):
            continue
        parts = any(child.tag in _PARTING for child in element.iter())
        text = _line((" " if parts else "").join(element.itertext("*"))).strip(" ¶🔗")
        if any((link.text or "").strip() == "#" for link in element.iter("a")):
            text = text.strip(" #")
        if weight(text) >= _FEW and not _is_empty(text, known) and text not in found:
            found.append(text)
        if len(found) >= 12:
            break
    return found


def _without_kicker(root: etree._Element, heading: str, said: Sequence[str]) -> str:
    """Return a heading without a label in an element of its own, where the head leaves that out."""
    known = {_plain(text): text for text in said}
    for element in islice(root.iter("h1"), _MOST_HEADINGS):
        if _line("".join(element.itertext("*"))) != heading:
            continue
        for part in islice(element.iter("*"), 1, _MOST_HEADINGS):
            label = _plain("".join(part.itertext("*")))
            for rest in (_plain(heading).removeprefix(label), _plain(heading).removesuffix(label)):
                if label and rest in known:
                    return known[rest]
    return heading


def _marked_heading(root: etree._Element, said: Sequence[str]) -> str:
    """Return the heading that its class or its link calls the title, after the site's name."""
    for element in islice(root.iter("h1", "h2", "h3"), _MOST_HEADINGS):
        is_marked = _TITLE_NAMES.search(element.get("class", "").lower()) or any(
            link.get("rel") == "bookmark" for link in element.iter("a")
        )
        text = _line("".join(element.itertext("*"))) if is_marked else ""
        if len(text) >= _FEW and any(
            other.endswith(text) and _AFTER_THE_SITE.search(other[: -len(text)]) for other in said
        ):
            return text
    return ""


def _leads_home(heading: etree._Element) -> bool:
    """Tell whether a heading is the site's sign: a link to its first page and nothing else."""
    link = heading.find(".//a")
    return link is not None and _HOME.fullmatch(link.get("href", "").strip()[:200]) is not None


def _is_of_the_article(root: etree._Element, heading: str, page: str) -> bool:
    """Tell whether a heading is the article's where the page's own title names something else."""
    own, other = set(_words(heading)), set(_words(page))
    both = len(own & other) * 2
    if both > len(other) or both >= len(own) or len(heading.split()) < _FEW_WORDS:
        return False
    element = next(root.iter("h1"))
    around = {above.tag for above in element.iterancestors()}
    return "header" not in around - {"article"} and element.find(".//a") is None


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.casefold()) if len(word) > 3]


def _is_repeated(heading: str, said: Sequence[str], *, is_top: bool) -> bool:
    plain = _plain(heading)
    for text in said:
        other = _plain(text)
        if plain == other or (is_top and weight(plain) >= _FEW and plain in other):
            return True
        if is_top and len(other) * 2 > len(plain) and other in plain:
            return len(heading) < 2 * len(text)
    return False


def _without_outlet(title: str, known: set[str], said: Sequence[str]) -> str:
    """Return a title without the outlet's name at its end or beginning."""
    found = list(_SEPARATOR.finditer(title))
    if not found:
        return title
    first, last = found[0], found[-1]
    head, tail = title[: last.start()], title[last.end() :]
    before, rest = title[: first.start()], title[first.end() :]
    for kept, cut in ((head, tail), (rest, before)):
        if _plain(cut).removeprefix("the") in known or _plain(cut) in known:
            return _without_outlet(kept, known, said) if len(kept) < len(title) else kept
        if any(_plain(kept) == _plain(text) for text in said if text != title):
            return kept
    repeated = sum(_plain(title) in _plain(text) for text in said) > 1
    if not repeated and len(head.split()) >= 4 and len(head) * 2 > len(title):
        return head if len(tail.split()) <= 4 else title
    if not repeated and len(rest.split()) >= 4 and len(before.split()) <= 3 and len(found) == 1:
        return rest
    return title
