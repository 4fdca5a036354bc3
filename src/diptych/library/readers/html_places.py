# SPDX-License-Identifier: MIT
"""Elements of a page that its class names tell of, apart from teasers, comments and frames."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice

from lxml import etree

from diptych.patterns import late_pattern

# “sidebar”, “related-posts”: names and dates there belong to other articles.
_NOT_ITS = late_pattern(
    r"comment|related|sidebar|widget|footer|recommend|teaser|promo|popular|testimonial|(?:^|[\s_-])nav|bio\b"
)
# Words of systems that set whole articles in “widgets”, and the end of an article of its own.
_NO_WORDS = late_pattern(
    r"\S*(?:elementor|siteorigin|fusion|brxe)\S*|(?:entry|post|article|content)-?(?:footer|widget)\S*|"
    r"\S*(?:no|without|with|has)-(?:sidebar|comments|related|widget)\S*"
)
_HIGHEST = 12  # elements above


def plain_text(value: str | None, length: int = 400) -> str:
    """Return words on one line, their entities decoded."""
    plain = " ".join(unescape((value or "")[:4000]).split())
    return "".join(c for c in plain if c.isprintable())[:length]


def words_of(element: etree._Element, length: int = 200) -> str:
    """Return the words of an element and of all that is in it."""
    texts = islice(element.itertext("*"), 200) if element.tag is not etree.Comment else ()
    return plain_text(" ".join(texts), length)


def class_names(element: etree._Element) -> str:
    """Return the class names and the name of an element, in small letters."""
    return f"{element.get('class', '')} {element.get('id', '')}".lower()[:300]


def elements_named(
    root: etree._Element, pattern: re.Pattern[str], *, anywhere: bool = False
) -> Iterator[etree._Element]:
    """Yield the elements whose class names match, those after the page's heading first."""
    before: list[etree._Element] = []
    is_after = False
    for element in root.iter(etree.Element):
        if element.tag == "h1":
            is_after = True
        names = class_names(element)
        if names == " " or element.tag in ("body", "html", "article", "main"):
            continue
        if pattern.search(names) and (anywhere or not is_elsewhere(element)):
            if is_after:
                yield element
            else:
                before.append(element)
    yield from before


def is_elsewhere(element: etree._Element | None) -> bool:
    """Tell whether an element stands among comments, teasers or in the page's frame."""
    is_foot = False
    for _ in range(_HIGHEST):
        if element is None or element.tag in ("body", "html"):
            break
        if element.tag == "article":
            is_foot = False  # it is the article's own
        if element.tag in ("aside", "nav") or _NOT_ITS.search(
            _NO_WORDS.sub("", class_names(element))
        ):
            return True
        is_foot = is_foot or element.tag == "footer"
        element = element.getparent()
    return is_foot
