# SPDX-License-Identifier: MIT
"""Where the marks of Markdown's inline syntax lie in the file.

The parser gives words without their places. They are found again by walking
the file and the parser's words side by side: whatever lies between two words
is markup.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from diptych.text.article import Span


def inline_markup(
    text: str, inlines: Sequence[Token], outer: Sequence[Span], start: int, end: int
) -> list[Span] | None:
    """Return the markup between ``start`` and ``end``, with the block's own (``outer``).

    None when the words cannot all be found again; the block is then shown as
    the file writes it.
    """
    spans = list(outer)
    place = spans[0].end if spans and spans[0].start == start else start
    for inline in inlines:
        for word in _words(inline.children or []):
            found = _find(text, word, place, end)
            if found is None:
                return None
            if word.is_markup:
                found += len(word.content)
            if found > place and text[place:found].strip():
                spans += _without_newlines(text, place, found)
            place = found if word.is_markup else found + len(word.content)
    if text[place:end].strip():
        spans += _without_newlines(text, place, end)
    return spans


class _Word:
    """A stretch of the file as the parser gives it, and how to look for it.

    ``is_markup`` tells that it is a tag, which the reader does not see.
    """

    __slots__ = ("after_link", "content", "is_markup")

    def __init__(self, content: str, *, after_link: bool = False, is_markup: bool = False) -> None:
        self.content = content
        self.after_link = after_link
        self.is_markup = is_markup


def _words(children: Sequence[Token], *, after_link: bool = False) -> Iterator[_Word]:
    for token in children:
        if token.type == "link_close":
            after_link = token.markup != "autolink"
            continue
        if token.type == "image":
            yield from _words(token.children or [], after_link=after_link)
            after_link = True
            continue
        if token.type == "text_special":
            content = token.markup
        elif token.type in ("text", "code_inline", "html_inline"):
            content = token.content.strip() if token.type == "code_inline" else token.content
        else:
            continue
        if content.strip():
            yield _Word(content, after_link=after_link, is_markup=token.type == "html_inline")
            after_link = False


def _find(text: str, word: _Word, place: int, end: int) -> int | None:
    if word.after_link:
        place = _past_address(text, place, end)
    found = text.find(word.content, place, end)
    return found if found >= 0 else None


def _past_address(text: str, place: int, end: int) -> int:
    """Return the place after the ``](address "title")`` or ``][name]`` that ends a link."""
    bracket = text.find("]", place, end)
    if bracket < 0:
        return place
    following = text[bracket + 1 : bracket + 2]
    if following == "[":
        closing = text.find("]", bracket + 2, end)
        return closing + 1 if closing >= 0 else bracket + 1
    if following != "(":
        return bracket + 1
    depth, quote = 0, ""
    for index in range(bracket + 1, end):
        character = text[index]
        if text[index - 1] == "\\":
            continue
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'" and text[index - 1].isspace():
            quote = character
        elif character == "(":
            depth += 1
        elif character == ")":
            depth -= 1
            if depth == 0:
                return index + 1
    return bracket + 1


def _without_newlines(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the stretch as spans that leave line ends visible, so that words stay apart."""
    place = start
    for line in text[start:end].split("\n"):
        kept = line.rstrip(" \t") if place + len(line) < end else line
        lead = len(kept) - len(kept.lstrip(" \t")) if place == start else 0
        if kept.strip(" \t"):
            yield Span(place + lead, place + len(kept))
        place += len(line) + 1
