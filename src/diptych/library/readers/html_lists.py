# SPDX-License-Identifier: MIT
"""The numbers of a page's lists, as a browser counts them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Protocol

from diptych.patterns import late_pattern
from diptych.text.list_marks import GOES_ON, counted

_LISTS = ("ol", "ul", "menu", "dir")
_NUMBER = late_pattern(r"[ \t\n]*([-+]?\d{1,9})")
# list-style: upper-roman inside; list-style-type: none
_STYLE = late_pattern(
    r"list-style(?:-type)?\s*:[^;]*?\b(none|decimal|(?:low|upp)er-\w+)", re.IGNORECASE
)
_STYLES = {
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
    "none": "",
}


class Item(Protocol):
    """What gets a mark."""

    mark: str


class ListNumbers:
    """Gives the items of numbered lists their marks; a list of bullets has none."""

    def __init__(self) -> None:
        self._open: list[_List | None] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element."""
        if tag in _LISTS:
            self._open.append(_List(attributes) if tag == "ol" else None)
        elif tag == "li" and self._open and (inner := self._open[-1]):
            inner.start_item(attributes)

    def take(self, item: Item) -> None:
        """Take a block that stands in a list's item."""
        if self._open and (inner := self._open[-1]):
            inner.take(item)

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if tag in _LISTS and self._open and (inner := self._open.pop()):
            inner.end()

    def finish(self) -> None:
        """Take the end of the page, which may leave lists open."""
        while self._open:
            self.end("ol")


class _List:
    def __init__(self, attributes: Mapping[str, str]) -> None:
        self._step = -1 if "reversed" in attributes else 1
        first = _number(attributes, "start")
        # From back to front a list counts down to one, from as many as it has items.
        self._is_counted = first is None and self._step < 0
        self._number = (0 if self._is_counted else 1 if first is None else first) - self._step
        self._style = _style_of(attributes)
        self._items: list[tuple[Item, int]] = []
        self._count = 0
        self._is_new = False

    def start_item(self, attributes: Mapping[str, str]) -> None:
        value = _number(attributes, "value")
        self._number = value if value is not None else self._number + self._step
        self._count += 1
        self._is_new = True

    def take(self, item: Item) -> None:
        if self._is_new:
            self._items.append((item, self._number))
        else:
            item.mark = GOES_ON
        self._is_new = False

    def end(self) -> None:
        more = self._count if self._is_counted else 0
        for item, number in self._items:
            item.mark = f"{counted(number + more, self._style)}." if self._style else GOES_ON


def _number(attributes: Mapping[str, str], name: str) -> int | None:
    found = _NUMBER.match(attributes.get(name) or "")
    return int(found[1]) if found else None


def _style_of(attributes: Mapping[str, str]) -> str:
    """Return how a list counts: 1, a, A, i or I; empty if it shows nothing."""
    named = _STYLE.search(attributes.get("style") or "")
    if named:
        return _STYLES.get(named[1].lower(), "1")
    style = (attributes.get("type") or "").strip()
    return style if style in ("a", "A", "i", "I") else "1"
