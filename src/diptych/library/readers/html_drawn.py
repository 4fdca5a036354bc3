# SPDX-License-Identifier: MIT
"""The text that a page's script would draw, out of the data it would draw it from.

A page saved before its script had run holds its article as HTML inside JSON, in an
attribute or in a script. It is believed where the object that holds it bears the title
of the page.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from html import unescape
from itertools import islice
from typing import Any

from lxml import etree

from diptych.library.readers.html_body import body_of
from diptych.patterns import late_pattern

# </p> as scripts and attributes write it
_SIGNS = ("</p>", "<\\/p>", "\\u003c/p", "\\u003cp", "&lt;/p", "&lt;\\/p")
# var article = {…}, window.__DATA__ = {…}, or an object alone
_BEGINS = late_pattern(r"(?:^|=)\s*(?=\{\s*\")")
_WITH_DATA = etree.XPath(
    "descendant::*[self::script or @*[starts-with(name(), 'data-') and starts-with(., '{')]]"
)
_TITLES = ("title", "headline", "name")
_SHORTEST_TITLE = 12  # letters
_LONGEST, _MOST = 2_000_000, 12  # characters of data; scripts and attributes
_MOST_NODES, _DEEPEST = 20_000, 12


def drawn_body(root: etree._Element, titles: Collection[str]) -> str:
    """Return the paragraphs that a script would draw under one of ``titles``, a line each."""
    plain = {_plain(title) for title in titles}
    plain = {title for title in plain if len(title) >= _SHORTEST_TITLE}
    best = ""
    for data in islice(_written(root), _MOST) if plain else ():
        for node in _named(data, plain):
            body = body_of("\n".join(_pages_in(node)))
            best = max(best, body, key=len)
    return best


def _written(root: etree._Element) -> Iterator[Any]:
    """Yield the objects that attributes and scripts hold, if they hold paragraphs."""
    for element in _WITH_DATA(root):
        if element.tag == "script":
            texts = [element.text or ""]
        else:
            texts = [v for k, v in element.items() if k.startswith("data-") and v[:1] == "{"]
        for text in texts:
            if len(text) <= _LONGEST and any(sign in text for sign in _SIGNS):
                yield from _loaded(text)


def _loaded(text: str) -> Iterator[Any]:
    found = _BEGINS.search(text)
    if found:
        try:
            yield json.JSONDecoder(strict=False).raw_decode(text, found.end())[0]
        except (ValueError, RecursionError):
            return


def _named(data: Any, titles: Collection[str]) -> Iterator[dict[str, Any]]:
    """Yield the objects that bear one of the titles."""
    for node in _nodes(data):
        if isinstance(node, dict) and any(
            isinstance(node.get(key), str) and _plain(node[key][:400]) in titles for key in _TITLES
        ):
            yield node


def _pages_in(node: Any) -> Iterator[str]:
    """Yield the strings in an object that are HTML."""
    for value in _nodes(node):
        text = unescape(value) if isinstance(value, str) and "&lt;" in value else value
        if isinstance(text, str) and "</p>" in text:
            yield text


def _nodes(data: Any) -> Iterator[Any]:
    """Yield all values in a value, in the order they are written."""
    waiting: list[tuple[Any, int]] = [(data, 0)]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        value, depth = waiting.pop()
        yield value
        if depth < _DEEPEST and isinstance(value, dict | list):
            inner = list(value.values()) if isinstance(value, dict) else value
            waiting += [(each, depth + 1) for each in reversed(inner)]


def _plain(text: str) -> str:
    return "".join(c for c in unescape(text).casefold() if c.isalnum())
