# SPDX-License-Identifier: MIT
"""What a page's own style sheets hide, of rules that name one element or class."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from diptych.patterns import late_pattern

_LONGEST = 300_000  # characters of a sheet
_BRACES = late_pattern(r"([{}])")
_REMARK = late_pattern(r"/\*.*?\*/", re.DOTALL)
# .note, p.note, #note; what depends on other elements is not followed
_SIMPLE = late_pattern(r"(?:[a-z][a-z0-9]{0,10})?[.#][\w-]{1,80}")
# { color: red; display: none }
_SHOWN_OR_NOT = late_pattern(r"(?:^|[;\s])(display|visibility)\s*:\s*([a-z-]+)", re.IGNORECASE)


def hidden_selectors(root: etree._Element) -> frozenset[str]:
    """Return the selectors that the page's sheets set to be hidden, such as ``p.note``."""
    said: dict[tuple[str, str], bool] = {}
    for sheet in root.iter("style"):
        for selectors, declarations in _rules((sheet.text or "")[:_LONGEST]):
            for name, value in _SHOWN_OR_NOT.findall(declarations):
                for selector in selectors.split(","):
                    if _SIMPLE.fullmatch(selector.strip()):
                        hides = value.lower() in ("none", "hidden")
                        said[selector.strip(), name.lower()] = hides
    return frozenset(selector for (selector, _), hides in said.items() if hides)


def is_selected(tag: str, attributes: Mapping[str, str], selectors: frozenset[str]) -> bool:
    """Tell whether one of the selectors names an element."""
    signs = [f".{name}" for name in attributes.get("class", "")[:400].split()]
    signs += [f"#{attributes['id']}"] if attributes.get("id") else []
    return any(sign in selectors or f"{tag}{sign}" in selectors for sign in signs)


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Yield the selectors and declarations of a sheet, but for those that hold at times only."""
    depth, before = 0, ""
    parts = _BRACES.split(_REMARK.sub(" ", sheet))
    for text, brace in zip(parts[::2], [*parts[1::2], ""], strict=True):
        if brace == "{":
            depth += 1
            before = text.rpartition(";")[2] if depth == 1 else before
        elif brace == "}":
            if depth == 1 and "@" not in before:
                yield before, text
            depth = max(depth - 1, 0)
