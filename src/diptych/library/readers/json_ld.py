# SPDX-License-Identifier: MIT
"""What a page says of its article in JSON-LD, read as leniently as sites write it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from lxml import etree

from diptych.patterns import late_pattern

# NewsArticle, BlogPosting, Review, Report.
_ARTICLE = late_pattern(r"article|posting|report(?!age)|review|reportage", re.IGNORECASE)
# WebPage, Recipe, VideoObject: read where nothing calls itself an article.
_OTHER = late_pattern(r"webpage|book|creativework|recipe|howto|videoobject", re.IGNORECASE)
# //<![CDATA[ {…} //]]>: some systems still hide scripts from browsers of 1997.
_WRAPPING = late_pattern(
    r"<!--|-->|(?:(?://|/\*)\s*)?<!\[CDATA\[\s*(?:\*/)?|(?:(?://|/\*)\s*)?\]\]>\s*(?:\*/)?"
)
_COMMENT = late_pattern(r"^[^\S\n]*//[^\n]*$|/\*.{0,5000}?\*/", re.MULTILINE | re.DOTALL)
_COMMA_TOO_MANY = late_pattern(r",(?=\s*[}\]])")
# "@type": "NewsArticle", in JSON that no reader takes: a comma or a quote is wrong in it.
_IS_ARTICLE = late_pattern(r"[\"']@type[\"']\s*:\s*\[?\s*[\"']\w*(?:Article|Posting)[\"']")
_GUESSES = {
    "headline": late_pattern(r"\"headline\"\s*:\s*\"([^\"\\{}]{4,300})\"\s*,"),
    "datePublished": late_pattern(r"\"datePublished\"\s*:\s*\"([\w:.+-]{8,40})\""),
    "author": late_pattern(
        r"\"author\"\s*:\s*\[?\s*\{[^{}]{0,300}?\"name\"\s*:\s*\"([^\"{}]{3,80})\""
    ),
}
_LONGEST = 500_000
_MOST_VALUES = 50
_MOST_NODES = 2_000
_DEEPEST = 4
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item")


def article_data(root: etree._Element) -> Mapping[str, Any]:
    """Return the object that describes the page's article, or an empty mapping."""
    scripts = list(_scripts(root))
    nodes = [node for script in scripts for node in _nodes(_loaded(script))]
    nodes = nodes or [node for script in scripts for node in _nodes(_guessed(script))]
    named = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}
    best = max(nodes, key=_rank, default={})
    if not _rank(best):
        return {}
    return {key: _resolved(value, named) for key, value in best.items()}


def text_of(value: Any) -> str:
    """Return the first text in a value, its entities decoded."""
    if isinstance(value, list):
        value = next((entry for entry in value if entry), "")
    if isinstance(value, dict):
        value = value.get("@value", "")
    if not isinstance(value, str):
        return ""
    return " ".join(unescape(unescape(value[:4000])).split())


def name_of(value: Any) -> str:
    """Return the name of a person or an outlet, however deeply it is wrapped."""
    for _ in range(_DEEPEST):
        if isinstance(value, list):
            value = value[0] if value else ""
        if isinstance(value, dict):
            parts = (text_of(value.get(key)) for key in ("givenName", "familyName"))
            value = value.get("name") or " ".join(part for part in parts if part)
    return text_of(value)


def _scripts(root: etree._Element) -> Iterator[str]:
    for script in root.iter("script"):
        kind = script.get("type", "").lower().partition(";")[0].strip()
        if kind == "application/ld+json" and 0 < len(script.text or "") <= _LONGEST:
            yield script.text or ""


def _loaded(source: str) -> Any:
    for mend in (str, _mended):
        try:
            return _values_of(mend(source))
        except (ValueError, RecursionError):
            continue
    return None


def _guessed(source: str) -> Any:
    """Return what stands in a script that is no JSON, such as with a quotation mark left bare."""
    if not _IS_ARTICLE.search(source):
        return None
    found = ((key, pattern.search(source)) for key, pattern in _GUESSES.items())
    told = {key: match[1] for key, match in found if match}
    return {"@type": "Article", **told} if told else None


def _values_of(source: str) -> list[Any]:
    """Return the values of a script, which may hold several one after the other."""
    decoder, place = json.JSONDecoder(strict=False), 0
    values: list[Any] = []
    source = source.strip("\ufeff \t\r\n")
    while place < len(source) and len(values) < _MOST_VALUES:
        value, end = decoder.raw_decode(source, place)
        values.append(value)
        place = end + len(source[end:]) - len(source[end:].lstrip())
    return values


def _mended(source: str) -> str:
    """Return JSON without the wrappings and slips that browsers do not mind."""
    plain = _COMMENT.sub("", _WRAPPING.sub("", source)).strip().rstrip(";").rstrip()
    return _COMMA_TOO_MANY.sub("", plain)


def _nodes(loaded: Any) -> Iterator[dict[str, Any]]:
    waiting, seen = [loaded], 0
    while waiting and seen < _MOST_NODES:
        value = waiting.pop(0)
        seen += 1
        if isinstance(value, list):
            waiting += value[:200]
        elif isinstance(value, dict):
            yield value
            waiting += [value[key] for key in _INSIDE if key in value]


def _rank(node: Mapping[str, Any]) -> int:
    """Return how likely a node describes the article: 0 is not at all."""
    kinds = node.get("@type")
    kind = " ".join(map(str, kinds)) if isinstance(kinds, list) else str(kinds)
    told = sum(key in node for key in ("headline", "author", "datePublished", "articleBody"))
    if not told:
        return 0
    return 100 + told if _ARTICLE.search(kind) else told if _OTHER.search(kind) else 0


def _resolved(value: Any, named: Mapping[str, dict[str, Any]]) -> Any:
    """Return a value with the nodes it only points to put in."""
    if isinstance(value, list):
        return [_resolved(entry, named) for entry in value[:50]]
    if isinstance(value, dict) and "name" not in value and "@id" in value:
        return named.get(str(value["@id"]), value)
    return value
