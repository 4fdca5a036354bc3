# SPDX-License-Identifier: MIT
"""Say in plain words what a query asks for."""

from __future__ import annotations

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
from diptych.text.stems import LANGUAGES
from diptych.text.terms import is_paired
from diptych.translatable import Translatable, joined, template

_IN_FIELD = {
    Field.TITLE: template("title: {words}"),
    Field.AUTHOR: template("author: {words}"),
    Field.SOURCE: template("source: {words}"),
    Field.TAG: template("tag: {words}"),
}
_LANGUAGE_NAMES = LANGUAGES | {"zh": "chinese", "ja": "japanese", "ko": "korean", "uk": "ukrainian"}


def in_words(node: Node) -> Translatable:
    """Return one line that reads ``neutral and country and not “war crime”``."""
    if isinstance(node, And):
        return joined(map(_inner, node.parts), Translatable(" and "))
    if isinstance(node, Or):
        return _alternatives(node)
    if isinstance(node, Not):
        return Translatable("not {words}", words=_inner(node.part))
    if isinstance(node, Near):
        return _near(node)
    if isinstance(node, In):
        words = _inner(node.part)
        return Translatable(_IN_FIELD.get(node.field, template("text: {words}")), words=words)
    if isinstance(node, Dated):
        if node.since and node.until:
            first, last = _date(node.since), _date(node.until)
            return Translatable("from {first} on, before {last}", first=first, last=last)
        if node.since:
            return Translatable("from {date} on", date=_date(node.since))
        return Translatable("before {date}", date=_date(node.until))
    if isinstance(node, InLanguage):
        name = _LANGUAGE_NAMES.get(node.code, node.code)
        return Translatable("in {language}", language=name.capitalize(), language_code=node.code)
    return _leaf(node)


def _near(node: Near) -> Translatable:
    left, right = _inner(node.left), _inner(node.right)
    if node.distance == 1:
        return Translatable("{left} within 1 word of {right}", left=left, right=right)
    return Translatable(
        "{left} within {count} words of {right}", left=left, count=node.distance, right=right
    )


def _leaf(node: Word | Phrase | Prefix | Fuzzy) -> Translatable:
    if is_paired(node.written):
        return Translatable(node.written)
    if isinstance(node, Phrase):
        return Translatable("“{words}”", words=node.written)
    if isinstance(node, Prefix):
        return Translatable("{words}…", words=node.written)
    if isinstance(node, Fuzzy):
        return Translatable("{words} or nearly so", words=node.written)
    return Translatable(node.written)


def _alternatives(node: Or) -> Translatable:
    """Name the spellings of one word once: its prefix or its hyphenated form."""
    if len(node.parts) == 2:
        first, second = node.parts
        # The word being typed is asked for whole and as a beginning.
        if isinstance(first, Word) and isinstance(second, Prefix):
            return Translatable("{words}…", words=second.written)
        # “well-known” is asked for as a phrase and as one word.
        if isinstance(first, Phrase) and isinstance(second, Word) and _is_joined(first, second):
            return Translatable(first.written)
    if len({part.written for part in node.parts if isinstance(part, Phrase)}) == 1 and all(
        # Spellings of one phrase, as with 1,000 and 1000.
        isinstance(part, Phrase)
        for part in node.parts
    ):
        return in_words(node.parts[0])
    return joined(map(_inner, node.parts), Translatable(" or "))


def _is_joined(phrase: Phrase, word: Word) -> bool:
    letters = [c for c in phrase.written if c.isalnum()]
    return "".join(letters) == word.written


def _inner(node: Node) -> Translatable:
    text = in_words(node)
    # Or “a and b or c” could be read in two ways.
    if isinstance(node, And | Or) and " " in text:
        return Translatable("({words})", words=text)
    return text


def _date(number: int) -> str:
    year, month, day = number // 10_000, number // 100 % 100, number % 100
    return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")
