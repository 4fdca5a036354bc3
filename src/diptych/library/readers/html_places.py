# SPDX-License-Identifier: MIT
"""Elements of a page that its class names tell of, apart from teasers, comments and frames."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from html import unescape
from itertools import islice

from lxml import etree

from diptych.patterns import late_pattern

# “sidebar”, “related-posts”: names and dates there belong to other articles.
_NOT_ITS = late_pattern(
    r"comment|related|sidebar|widget|footer|recommend|teaser|promo|popular|testimonial|(?:^|[\s_-])nav|bio\b|listing"
    r"|(?:quote|image|photo|picture|caption|video|licen[cs]e)[_-]{0,2}(?:author|byline|credit|info)"
    r"|(?:image|photo|picture)[_-]{0,2}licen[cs]e"
)
# Words of systems that set whole articles in “widgets”, and the end of an article of its own.
_NO_WORDS = late_pattern(
    r"\S*(?:elementor|siteorigin|fusion|brxe)\S*|"
    r"(?:entry|post|article|content|story|byline|authors?)-?(?:footer|widget)\S*|"
    r"\S*(?:no|without|with|has)-(?:sidebar|comments|related|widget)\S*"
)
_HIGHEST = 12  # elements above
_NAMES = ("class", "id", "data-testid", "data-component", "data-qa")
# Found by libxml2, and from the attributes: to ask each element of a long page takes seven times
# as long, and most say nothing at all.
_WITH_NAMES = etree.XPath(
    "descendant-or-self::*/@*[{}]/.. | descendant-or-self::h1".format(
        " or ".join(f"name()='{name}'" for name in _NAMES)
    )
)
FRAMES = ("aside", "nav")
_FRAMES_AND_PICTURES = (*FRAMES, "figure", "figcaption")
_UNNAMED = ("body", "html", "article", "main", "svg", "symbol", "path", "img", "meta", "link")


def plain_text(value: str | None, length: int = 400) -> str:
    """Return words on one line, their entities decoded."""
    plain = " ".join(unescape((value or "")[:4000]).split())
    return "".join(c for c in plain if c.isprintable())[:length]


def words_of(element: etree._Element, length: int = 200) -> str:
    """Return the words of an element and of all that is in it."""
    texts = islice(element.itertext("*"), 200) if element.tag is not etree.Comment else ()
    return plain_text(" ".join(texts), length)


def class_names(element: etree._Element) -> str:
    """Return the class names of an element and what else names it, in small letters."""
    if not element.keys():
        return ""  # most of a long page's
    names = (element.get(name, "") for name in _NAMES)
    return " ".join(name for name in names if name).lower()[:300]


def around_heading(root: etree._Element) -> frozenset[etree._Element]:
    """Return the elements around the page's first heading and its main part.

    What their class names say, ``sidebar-grid``, is said of the page's layout.
    """
    tops = (next(root.iter(tag), None) for tag in ("h1", "main"))
    return frozenset(above for top in tops if top is not None for above in top.iterancestors())


def elements_named(
    root: etree._Element, pattern: re.Pattern[str], *, anywhere: bool = False
) -> Iterator[etree._Element]:
    """Yield the elements whose class names match, those after the page's heading first."""
    before: list[etree._Element] = []
    is_after = False
    layout = around_heading(root)
    for element in _WITH_NAMES(root):
        if element.tag == "h1":
            is_after = True
        names = class_names(element)
        if not names or element.tag in _UNNAMED:
            continue
        if pattern.search(names) and (anywhere or not is_elsewhere(element, layout)):
            if is_after:
                yield element
            else:
                before.append(element)
    yield from before


def is_elsewhere(
    element: etree._Element | None,
    layout: Collection[etree._Element] = (),
    others: Collection[str] = _FRAMES_AND_PICTURES,
) -> bool:
    """Tell whether an element stands among comments, teasers, pictures or in the page's frame.

    ``layout`` are the elements around the page's heading, which are its article's,
    ``others`` the tags of what is not.
    """
    is_foot = False
    for _ in range(_HIGHEST):
        if element is None or element.tag in ("body", "html"):
            break
        if element.tag == "article":
            is_foot = False  # it is the article's own
        names = "" if element in layout else _NO_WORDS.sub("", class_names(element))
        is_other = element.tag in others and element not in layout
        if (is_other and not _is_margin(element, layout)) or _NOT_ITS.search(names):
            return True
        is_foot = is_foot or element.tag == "footer"
        element = element.getparent()
    return is_foot


def _is_margin(element: etree._Element, layout: Collection[etree._Element]) -> bool:
    """Tell whether an element is the margin of the page's own article, where bylines stand, too."""
    above = islice(element.iterancestors(), _HIGHEST)
    return element.tag == "aside" and any(a.tag == "article" and a in layout for a in above)
