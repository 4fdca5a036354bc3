# SPDX-License-Identifier: MIT
"""Text made safe for Markdown: what is parsed back is what was put in."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_SPACE_LIKE = re.compile(r"[\v\f\x1c-\x1f\x85]")
_UNFIT = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")

# Everything some Markdown dialect reads as markup: CommonMark's own characters,
# tables and strike-out (GitHub), citations, mathematics and superscript (Pandoc),
# tags, highlights and comments (Obsidian). A backslash before it is right in all.
_SPECIAL = re.compile(
    r"[\\`*\[\]~^$|]"
    r"|(?<![^\W_])_|_(?![^\W_])"
    r"|<(?=[A-Za-z/!?])"
    r"|&(?=#?\w+;)"
    r"|(?<!\w)[@#](?=\w)"
    r"|=(?==)|%(?=%)"
)
_MAY_BE_SPECIAL = re.compile(r"[\\`*\[\]~^$|_<&@#=%]")  # most lines have none of these
_LINE_START = re.compile(
    r"(?P<punctuation>#{1,6}(?=\s|$)|>|[-+](?=\s|$|[-+=:|])|=(?=\s*$)|:(?=[\s:~-])"
    r"|\((?=(?:\w|@|[ivxlcdm]+|\d+)\)))"
    r"|(?P<number>\d{1,9}|[A-Za-z]|[ivxlcdm]+)(?=[.)](?:\s|$))"
)
_SHORT = 200
_BREAK = re.compile(r"\n\n(\n*)")


def plain(text: str) -> str:
    """Return ``text`` with ``\\n`` line ends and without what no text file may hold."""
    if text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNFIT.sub("\ufffd", _SPACE_LIKE.sub(" ", text))


def one_line(text: str) -> str:
    """Return ``text`` escaped for the inside of a paragraph, a link or a table cell."""
    return _known_line(text) if len(text) < _SHORT else _line(text)


@lru_cache(maxsize=2048)
def _known_line(text: str) -> str:
    """Escape what many notes have in common: titles, bylines, tags."""
    return _line(text)


def _line(text: str) -> str:
    return _marked_off(" ".join(plain(text).split()))


def _marked_off(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text) if _MAY_BE_SPECIAL.search(text) else text


def heading(text: str) -> str:
    """Return ``text`` escaped for a heading; braces would be attributes in Pandoc."""
    line = _escaped_line(" ".join(plain(text).split())).replace("{", r"\{")
    return re.sub(r"#(?=#*$)", r"\#", line) if line.endswith("#") else line


def paragraphs(text: str) -> str:
    """Return ``text`` as Markdown paragraphs that parse back to it, letter for letter.

    Line breaks stay soft breaks, blank lines part paragraphs; white space that
    Markdown would drop is written as character references.
    """
    text = plain(text)
    body = text.strip("\n")
    head = len(text) - len(text.lstrip("\n"))
    tail = len(text) - len(body) - head if body else 0
    pieces = _BREAK.split(body)
    escaped = [_escaped_paragraph(pieces[0])]
    for extra, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        escaped.append("&#10;" * len(extra) + _escaped_paragraph(piece))
    return "&#10;" * head + "\n\n".join(escaped) + "&#10;" * tail


def blockquote(text: str) -> str:
    """Return ``text`` as one block quotation that parses back to it."""
    return "\n".join(f"> {line}".rstrip(" ") for line in paragraphs(text).split("\n"))


def table_cell(text: str) -> str:
    """Return ``text`` for a cell of a table, where line breaks are references."""
    text = plain(text)
    return "&#10;".join(_escaped_line(line) for line in text.split("\n"))


def _escaped_paragraph(text: str) -> str:
    return "\n".join(map(_escaped_line, text.split("\n")))


def _escaped_line(line: str) -> str:
    middle = line.strip()
    before = line[: len(line) - len(line.lstrip())]
    after = line[len(before) + len(middle) :]
    start = _LINE_START.match(middle)
    escaped = _marked_off(middle)
    if start and start["number"]:
        cut = len(start["number"])
        escaped = middle[:cut] + "\\" + _marked_off(middle[cut:])
    elif start and not escaped.startswith("\\"):
        escaped = "\\" + escaped
    return _references(before) + escaped + _references(after)


def _references(spaces: str) -> str:
    return "".join(f"&#{ord(space)};" for space in spaces)


# The reader's own Markdown

_RISKY = re.compile(r"[<`~\t]|^ {0,3}(#|=+\s*$|-+\s*$)", re.MULTILINE)
_TAG = re.compile(r"(?<!\\)<(?=[A-Za-z/!?])")
_CODE_SPAN = re.compile(r"(?<![`\\])(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_AUTOLINK = re.compile(r"<(?:[A-Za-z][A-Za-z0-9.+-]{1,31}:[^\s<>]*|[\w.+-]+@[\w.-]+)>")
_DEEPEST = 6


def note_body(text: str, below: int = 3) -> str:
    """Return the reader's Markdown, kept from reaching beyond its own place.

    HTML becomes visible text, code fences are closed, headings stand under
    level ``below``. All else is left as typed.
    """
    text = plain(text).strip("\n").rstrip()
    if not _RISKY.search(text):
        return text
    text = _without_html(text)
    return _closed(_demoted(text, below))


def note_html(text: str) -> str:
    """Return the reader's Markdown as HTML in which no tag is theirs."""
    return str(_html_renderer().render(plain(text)))


@lru_cache(maxsize=1)
def _html_renderer() -> MarkdownIt:
    """Images are left out, for a page must not fetch anything."""
    from markdown_it import MarkdownIt  # only when notes leave: the window starts without

    return MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table")


def _without_html(text: str) -> str:
    """Escape tags until the parser sees none; what it calls code is left alone."""
    for _ in range(3):
        if "<" not in text:
            return text
        lines = text.split("\n")
        found = False
        for token in _parser().parse(text):
            if token.map is None or not _holds_html(token):
                continue
            found = True
            first, last = token.map
            whole = "\n".join(lines[first:last])
            escaped = _TAG.sub(r"\\<", whole) if token.type == "html_block" else _escape_tags(whole)
            lines[first:last] = escaped.split("\n")
        if not found:
            return text
        text = "\n".join(lines)
    return re.sub(r"<", "&lt;", text)


def _holds_html(token: Token) -> bool:
    children = token.children or []
    return token.type == "html_block" or any(child.type == "html_inline" for child in children)


def _escape_tags(inline: str) -> str:
    """Escape tags in a paragraph, but neither in code spans nor autolinks."""
    parts: list[str] = []
    last = 0
    for kept in re.finditer(f"{_CODE_SPAN.pattern}|{_AUTOLINK.pattern}", inline, re.DOTALL):
        parts += [_TAG.sub(r"\\<", inline[last : kept.start()]), kept.group()]
        last = kept.end()
    return "".join([*parts, _TAG.sub(r"\\<", inline[last:])])


def _demoted(text: str, below: int) -> str:
    lines = text.split("\n")
    for token in reversed(_parser().parse(text)):
        if token.type != "heading_open" or token.level or token.map is None:
            continue
        first, last = token.map
        level = min(_DEEPEST, int(token.tag[1:]) + below)
        if token.markup.startswith("#"):
            words = lines[first].lstrip().lstrip("#")
        else:
            words = " " + " ".join(line.strip() for line in lines[first : last - 1])
        lines[first:last] = ["#" * level + words]
    return "\n".join(lines)


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
