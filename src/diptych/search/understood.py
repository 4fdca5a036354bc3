# SPDX-License-Identifier: MIT
"""Say in plain words what a query asks for."""

from __future__ import annotations

from diptych.search.analysis import is_unspaced
from diptych.search.expression import (
    And,
    Dated,
    Fuzzy,
    In,
    InLanguage,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Word,
)
from diptych.search.indexed import Field
from diptych.search.stemming import LANGUAGES

_FIELD_NAMES = {
    Field.TITLE: "title",
    Field.AUTHOR: "author",
    Field.SOURCE: "source",
    Field.TAG: "tag",
}
_LANGUAGE_NAMES = LANGUAGES | {"zh": "chinese", "ja": "japanese", "ko": "korean", "uk": "ukrainian"}


def in_words(node: Node) -> str:
    """Return one line that reads ``neutral and country and not “war crime”``."""
    if isinstance(node, And):
        return " and ".join(_inner(part) for part in node.parts)
    if isinstance(node, Or):
        return _alternatives(node)
    if isinstance(node, Not):
        return f"not {_inner(node.part)}"
    if isinstance(node, Near):
        words = "word" if node.distance == 1 else "words"
        return f"{_inner(node.left)} within {node.distance} {words} of {_inner(node.right)}"
    if isinstance(node, In):
        return f"{_FIELD_NAMES.get(node.field, 'text')}: {_inner(node.part)}"
    if isinstance(node, Dated):
        return f"from {_date(node.since)} on" if node.since else f"before {_date(node.until)}"
    if isinstance(node, InLanguage):
        return f"in {_LANGUAGE_NAMES.get(node.code, node.code).capitalize()}"
    return _leaf(node)


def _leaf(node: Word | Phrase | Prefix | Fuzzy) -> str:
    if is_unspaced(node.written):
        return node.written
    if isinstance(node, Phrase):
        return f"“{node.written}”"
    if isinstance(node, Prefix):
        return f"{node.written}…"
    if isinstance(node, Fuzzy):
        return f"{node.written} or nearly so"
    return node.written


def _alternatives(node: Or) -> str:
    """Name the spellings of one word once: its prefix or its hyphenated form."""
    if len(node.parts) == 2:
        first, second = node.parts
        if isinstance(first, Word) and isinstance(second, Prefix):
            return f"{second.written}…"
        if isinstance(first, Phrase) and isinstance(second, Word) and _is_joined(first, second):
            return first.written
    return " or ".join(_inner(part) for part in node.parts)


def _is_joined(phrase: Phrase, word: Word) -> bool:
    letters = [c for c in phrase.written if c.isalnum()]
    return "".join(letters) == word.written


def _inner(node: Node) -> str:
    text = in_words(node)
    return f"({text})" if isinstance(node, And | Or) and " " in text else text


def _date(number: int) -> str:
    year, month, day = number // 10_000, number // 100 % 100, number % 100
    return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")
