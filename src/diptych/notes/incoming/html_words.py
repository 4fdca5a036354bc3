# SPDX-License-Identifier: MIT
"""A note that another program wrote in HTML, as the Markdown of ours."""

from __future__ import annotations

import re

from lxml import etree

from diptych.patterns import late_pattern

_SIGNS = {"b": "**", "strong": "**", "i": "*", "em": "*", "code": "`"}
_BEFORE = {"br": "\n", "li": "\n- "}
_BLOCKS = {"p", "div", "blockquote", "ul", "ol", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "table"}
_UNSAID = {"script", "style", "head", "title"}
_BLANK_LINES = late_pattern(r"\n\s*\n\s*")


def html_words(html: str) -> str:
    """Return the words of a page: paragraphs, list items, links, bold and italics stay."""
    parser = etree.HTMLParser(encoding="utf-8", remove_pis=True, remove_comments=True)
    try:
        root = etree.fromstring(html.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        return html.strip()
    said: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        # Entities and the like have no name.
        if not isinstance(element.tag, str):
            continue
        if event == "start":
            said += [_begun(element), "" if element.tag in _UNSAID else _line(element.text)]
        else:
            said += [_ended(element), _line(element.tail)]
    return _BLANK_LINES.sub("\n\n", "".join(said)).strip()


def _begun(element: etree._Element) -> str:
    if element.tag in _BLOCKS:
        return "\n\n"
    if element.tag == "a" and element.get("href"):
        return "["
    return _BEFORE.get(element.tag) or _SIGNS.get(element.tag, "")


def _ended(element: etree._Element) -> str:
    if element.tag in _BLOCKS:
        return "\n\n"
    if element.tag == "a" and (address := element.get("href")):
        return f"](<{address}>)"
    return _SIGNS.get(element.tag, "")


def _line(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")
