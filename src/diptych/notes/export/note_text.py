# SPDX-License-Identifier: MIT
"""The reader's own Markdown, kept from reaching beyond its own place in a page."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from diptych.notes.export.escape import (
    MARKDOWN,
    escaped_line,
    paragraphs,
    plain,
    with_ended_addresses,
)
from diptych.patterns import late_pattern

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

# Tags, code, tabs, definitions, headings and rules: a note without any stays as typed.
_RISKY = late_pattern(r"[<`~\t]|\]:|^[ >]*(#|=+\s*$|-[- ]*$)", re.MULTILINE)
# e.g. --- or - - -
_RULE = late_pattern(r"(?:-[ \t]*){3,}$")
# [^1]: at the start of a line
_FOOTNOTE = late_pattern(r"^ {0,3}\[(\^[^\]\s]+)\]:", re.MULTILINE)
# “> - ” before a line: a footnote moves with what holds it
_CONTAINER = late_pattern(r"(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])) ?)+")
# e.g. <b>, </b>, <!-- or <?php, unless a backslash stands before it
_TAG = late_pattern(r"(?<!\\)<(?=[A-Za-z/!?])")
# e.g. `code` or ``a ` in it``: as many backticks at the end as at the beginning
_CODE_SPAN = late_pattern(r"(?<![`\\])(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
# <https://paper.example>, <ann@paper.example>
_AUTOLINK = late_pattern(r"<(?:[A-Za-z][A-Za-z0-9.+-]{1,31}:[^\s<>]*|[\w.+-]+@[\w.-]+)>")
# `code`, <https://paper.example>, <!-- a remark -->: nothing in them is Markdown
_KEPT = late_pattern(f"{_CODE_SPAN.pattern}|{_AUTOLINK.pattern}|<!--.*?-->", re.DOTALL)
# https://paper.example/<b>: GitHub's link would take a backslash before the tag in
_ADDRESS_AT_TAG = late_pattern(
    r"(?<![\w/<])(?<!\]\()(?:https?|ftp)://[^\s<>()\[\]`]+(?=[^\s<`]*<[A-Za-z/!?])", re.IGNORECASE
)
# [the port][1], [port][] and [port]: links by a label that may be defined elsewhere
_LABEL = late_pattern(
    r"(?<!\\)(?P<before>\[(?!\^)(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*\])?"
    r"(?<!\\)\[(?P<label>(?:[^\[\]\\]|\\.)+)\](?P<after>:|\[\]|(?![\[(]))"
)
# %% a remark %% and $$ a formula $$ of Obsidian
_PAIRED_MARKS = (late_pattern(r"(?<!\\)%%"), late_pattern(r"(?<!\\)\$\$"))
# HTML and Markdown know six levels.
_DEEPEST = 6
# Of tokens within tokens, two for each list: at 20 of them markdown-it reads no further.
_DEEPEST_NEST, PARSED_NEST = 16, 100
# Seven signs of lists and quotations in a line, or one far to the right
_MAY_BE_DEEP = late_pattern(
    r"^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])){7}|^[ \t]{12,}(?:[>*+-]|\d{1,9}[.)])", re.MULTILINE
)


def note_body(text: str, below: int = 3, *, has_footnotes: bool = True) -> str:
    """Return the reader's Markdown, kept from reaching beyond its own place.

    HTML becomes visible text, code fences are closed, headings stand under
    level ``below``, labels of links and footnotes get names no other note has.
    All else is left as typed, but for what lies so deep that its readers lose it and
    all behind it: that becomes plain text.
    """
    text = plain(text).strip("\n").rstrip()
    if is_deep(text):
        return paragraphs(text)
    if not _RISKY.search(text):
        return text
    text = _ended_addresses(_without_html(text))
    text = _labelled(_demoted(text, below), has_footnotes)
    return _closed(text)


def vault_body(text: str, below: int = 3) -> str:
    """Return ``note_body`` for Obsidian, in which no remark or formula is left open.

    Either would hide all notes behind it; the readers of CommonMark know neither.
    """
    body = note_body(text, below)
    for mark in _PAIRED_MARKS:
        body = _without_odd(mark, body)
    return body


def _without_odd(mark: re.Pattern[str], body: str) -> str:
    """Escape the last of some marks when it has no partner; those in code are none."""
    tokens = _parser().parse(body) if mark.search(body) else ()
    found: list[str] = []

    def counted(part: str) -> str:
        found.extend(mark.findall(part))
        return part

    _in_prose(body, tokens, counted)
    last, passed = len(found), 0

    def escaped(sign: re.Match[str]) -> str:
        nonlocal passed
        passed += 1
        return "".join(f"\\{c}" for c in sign.group()) if passed == last else sign.group()

    return _in_prose(body, tokens, lambda part: mark.sub(escaped, part)) if last % 2 else body


def is_deep(text: str) -> bool:
    """Tell whether lists or quotations lie deeper than every reader goes."""
    return bool(_MAY_BE_DEEP.search(text)) and any(
        token.level > _DEEPEST_NEST for token in _parser().parse(text)
    )


def note_html(text: str) -> str:
    """Return the reader's Markdown as HTML in which no tag is theirs."""
    return str(_html_renderer().render(plain(text)))


@lru_cache(maxsize=1)
def _html_renderer() -> MarkdownIt:
    """Images are left out, for a page must not fetch anything."""
    from markdown_it import MarkdownIt  # only when notes leave: the window starts without
    from markdown_it.rules_block import StateBlock, reference

    def but_footnotes(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        # “[^1]: words” defines a link to CommonMark, which would show neither link nor words.
        at = state.bMarks[start] + state.tShift[start]
        return not state.src.startswith("[^", at) and reference(state, start, end, silent)

    renderer = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    renderer.block.ruler.at("reference", but_footnotes)
    return renderer


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    # Past its limit it sees nothing of what follows, and would let a tag there through.
    return MarkdownIt("commonmark", {"maxNesting": PARSED_NEST}).enable("table")


def _without_html(text: str) -> str:
    """Escape tags until the parser sees none; what it calls code is left alone."""
    # Escaping one tag may make another visible; after three rounds every “<” is a reference.
    for _ in range(3):
        if "<" not in text:
            return text
        lines = text.split("\n")
        found = False
        for token in _parser().parse(text):
            # Without a map it stands inside another token, which has one.
            if token.map is None or not _holds_html(token):
                continue
            found = True
            first, last = token.map
            whole = "\n".join(lines[first:last])
            if token.type == "html_block":
                visible = _visible if token.level else escaped_line
                lines[first:last] = [visible(line) for line in lines[first:last]]
            else:
                lines[first:last] = _escape_tags(whole).split("\n")
        if not found:
            return text
        text = "\n".join(lines)
    return re.sub(r"<", "&lt;", text)


def _visible(line: str) -> str:
    """Return a line of HTML as text; where it stands, in a list or a quotation, it stays."""
    container = _CONTAINER.match(line)
    start = container.end() if container else 0
    return line[:start] + escaped_line(line[start:])


def _holds_html(token: Token) -> bool:
    children = token.children or []
    return token.type == "html_block" or any(child.type == "html_inline" for child in children)


def _escape_tags(inline: str) -> str:
    """Escape tags in a paragraph, but neither in code spans nor autolinks."""
    parts: list[str] = []
    last = 0
    for kept in _KEPT.finditer(inline):
        whole = kept.group()
        is_comment = whole.startswith("<!--")
        parts += [_tags_visible(inline[last : kept.start()], whole if is_comment else "")]
        # A comment is shown: words the reader wrote are not to vanish.
        parts += [MARKDOWN.escaped(whole) if is_comment else whole]
        last = kept.end()
    return "".join([*parts, _tags_visible(inline[last:])])


def _tags_visible(text: str, comment: str = "") -> str:
    """Escape tags; an address right before one is put in brackets, where it ends for GitHub.

    A ``comment`` that follows is a tag too.
    """
    parts: list[str] = []
    last = 0
    for address in _ADDRESS_AT_TAG.finditer(text + comment[:2]):
        parts += [_TAG.sub(r"\\<", text[last : address.start()]), f"<{address.group()}>"]
        last = address.end()
    return "".join([*parts, _TAG.sub(r"\\<", text[last:])])


def _ended_addresses(text: str) -> str:
    """End an address before an escaped tag by a reference where brackets cannot."""
    if "\\<" not in text:
        return text

    return _in_prose(text, _parser().parse(text), with_ended_addresses)


def _demoted(text: str, below: int) -> str:
    lines = text.split("\n")
    # From the end, for a heading of two lines becomes one and would shift those below.
    for token in reversed(_parser().parse(text)):
        if token.type == "hr" and token.map is not None:
            # To Pandoc three hyphens may begin a block of YAML.
            lines[token.map[0]] = _RULE.sub("* * *", lines[token.map[0]].rstrip())
        if token.type != "heading_open" or token.level or token.map is None:
            continue
        first, last = token.map
        level = min(_DEEPEST, int(token.tag[1:]) + below)
        if token.markup.startswith("#"):
            words = lines[first].lstrip().lstrip("#")
        else:
            # A heading underlined with = or - may have several lines.
            words = " " + " ".join(line.strip() for line in lines[first : last - 1])
        lines[first:last] = ["#" * level + words]
    return "\n".join(lines)


def _labelled(text: str, has_footnotes: bool) -> str:
    """Give the labels defined in a note names that no other note's can be taken for."""
    if "]:" not in text:
        return text
    env: dict[str, dict[str, object]] = {}
    tokens = _parser().parse(text, env)
    # Only labels that this note defines: others may be words in brackets.
    labels = {_normal(label) for label in env.get("references", {})}
    if has_footnotes:
        labels |= {_normal(label) for label in _FOOTNOTE.findall(text)}
    if not labels:
        return text
    # Of the note itself, so that every export gives the same names.
    own = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:6]
    return _in_prose(text, tokens, lambda part: _renamed(part, labels, own))


def _in_prose(text: str, tokens: Sequence[Token], change: Callable[[str], str]) -> str:
    """Change what is no code; line breaks stay where they are."""
    lines = text.split("\n")
    code = {n for t in tokens if t.type in ("fence", "code_block") and t.map for n in range(*t.map)}
    prose = [line if n not in code else "" for n, line in enumerate(lines)]
    changed = _outside_code("\n".join(prose), change).split("\n")
    return "\n".join(lines[n] if n in code else changed[n] for n in range(len(lines)))


def _renamed(text: str, labels: set[str], own: str) -> str:
    def named(found: re.Match[str]) -> str:
        before, label, after = found.group("before", "label", "after")
        if _normal(label) not in labels:
            return found.group()
        if label.startswith("^"):
            return f"{before or ''}[{label}-{own}]{after}"
        if before:  # [text][label]
            return f"{before}[{label}-{own}]{after}"
        if after.startswith(":"):
            return f"[{label}-{own}]{after}"
        # [port] and [port][] show the label, so it stays as the words.
        return f"[{label}][{label}-{own}]{after.removeprefix('[]')}"

    return _LABEL.sub(named, text)


def _outside_code(text: str, change: Callable[[str], str]) -> str:
    parts: list[str] = []
    last = 0
    for code in _CODE_SPAN.finditer(text):
        parts += [change(text[last : code.start()]), code.group()]
        last = code.end()
    return "".join([*parts, change(text[last:])])


def _normal(label: str) -> str:
    # As CommonMark matches labels: without regard to case and to runs of spaces.
    return " ".join(label.split()).casefold()


def _closed(text: str) -> str:
    """Close a code fence left open; inside a list or quote it ends by itself."""
    fences = [t for t in _parser().parse(text) if t.type == "fence" and t.level == 0]
    if not fences or fences[-1].map is None:
        return text
    lines = text.split("\n")
    first, last = fences[-1].map
    markup = fences[-1].markup
    closing = lines[last - 1].strip()
    is_closed = last - 1 > first and set(closing) == {markup[0]} and len(closing) >= len(markup)
    return text if is_closed or last < len(lines) else f"{text}\n{markup}"
