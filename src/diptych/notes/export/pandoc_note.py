# SPDX-License-Identifier: MIT
"""The reader's own Markdown written anew for Pandoc, whose rules are others.

What CommonMark reads is kept letter for letter. Pandoc would read more: fences
it does not close, YAML after three hyphens, raw HTML and TeX, mathematics,
citations. Notes of the reader's stay text.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from diptych.notes.export.escape import PANDOC, escaped_line, paragraphs, plain, started
from diptych.notes.export.note_text import PARSED_NEST, is_deep
from diptych.patterns import late_pattern
from diptych.values import dataclass

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

# HTML and Markdown know six levels.
_DEEPEST = 6
_INDENT = "    "
# e.g. python, c++, objective-c; anything else after a fence could be attributes
_LANGUAGE = late_pattern(r"[\w+-]{1,40}")
# [^3]: What the note says.
_DEFINITION = late_pattern(r"^ {0,3}\[\^(?P<label>[^\]\s]+)\]:[ \t]*(?P<text>.*)$")
# e.g. ``` or ~~~~
_FENCE = late_pattern(r"^ {0,3}(?P<marks>`{3,}|~{3,})")
# e.g. [^3]
_REFERENCE = late_pattern(r"\[\^([^\]\s]+)\]")
_CLOSING = late_pattern(r"(?<!\\)#(?=#*$)")  # Markdown takes these for the end of a heading
# [ ] or [x] at the beginning of an item, as it is written by then
_TASK = late_pattern(r"^\\\[([ xX])\\\](?= )")


def pandoc_note(text: str, below: int = 3) -> str:
    """Return a note for a file that Pandoc reads; headings stand under level ``below``."""
    text = plain(text).strip("\n").rstrip()
    if is_deep(text):
        return paragraphs(text, PANDOC)
    own = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:6]
    body, definitions = _parted(text)
    notes = {label: f"[^{number}-{own}]" for number, label in enumerate(definitions, 1)}
    writer = _Writer(below, notes)
    parts = [writer.written(body)]
    for label, words in definitions.items():
        # A definition without words would be none to Pandoc.
        said = writer.written(words) or "."
        parts.append(f"{notes[label]}: {_indented(said)}")
    return "\n\n".join(part for part in parts if part)


def _parted(text: str) -> tuple[str, dict[str, str]]:
    """Part the footnotes from the text: each goes on as long as it is indented."""
    kept: list[str] = []
    found: dict[str, list[str]] = {}
    fence, current = "", None
    for line in text.split("\n"):
        marks = _FENCE.match(line)
        definition = None if fence else _DEFINITION.match(line)
        # Of two definitions of one label the first counts, as in CommonMark.
        if definition and definition["label"] not in found:
            current = found[definition["label"]] = [definition["text"]]
        elif current is not None and (not line.strip() or line.startswith((_INDENT, "\t"))):
            current.append(line.removeprefix("\t").removeprefix(_INDENT))
        elif current is not None and current[-1].strip() and not marks:
            current.append(line)  # a paragraph goes on without indentation
        else:
            current = None
            kept.append(line)
            if marks and not fence:
                fence = marks["marks"]
            elif marks and line.strip().startswith(fence) and set(line.strip()) == {fence[0]}:
                fence = ""
    return "\n".join(kept), {label: "\n".join(lines).strip() for label, lines in found.items()}


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": PARSED_NEST}).enable(
        ["table", "strikethrough"]
    )
    # The parser would encode letters beyond ASCII; the address is to stay as typed.
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    return parser


@dataclass(frozen=True)
class _Writer:
    """Writes what the parser read."""

    below: int
    notes: Mapping[str, str]  # what stands for each footnote

    def written(self, text: str) -> str:
        return self._blocks(_tree(_parser().parse(text)))

    def _blocks(self, nodes: Sequence[_Node], between: str = "\n\n") -> str:
        return between.join(part for part in map(self._block, nodes) if part)

    def _block(self, node: _Node) -> str:
        token, type_ = node.token, node.type
        if type_ == "paragraph":
            return self._inline(node)
        if type_ == "heading":
            level = min(_DEEPEST, int(token.tag[1:]) + self.below)
            words = _CLOSING.sub(r"\\\g<0>", " ".join(self._inline(node).split()))
            return f"{'#' * level} {words}".rstrip()
        if type_ in ("fence", "code_block"):
            return _fenced(token)
        if type_ == "hr":
            # Three hyphens may begin a block of YAML.
            return "* * *"
        if type_ == "html_block":
            return "\n".join(escaped_line(line, PANDOC) for line in _lines(token.content))
        if type_ == "blockquote":
            lines = self._blocks(node.children).split("\n")
            return "\n".join(f"> {line}".rstrip() for line in lines)
        if type_ in ("bullet_list", "ordered_list"):
            return self._list(node)
        return self._table(node) if type_ == "table" else ""

    def _list(self, node: _Node) -> str:
        # The parser hides the paragraphs of a list without empty lines.
        is_tight = not any(c.type == "paragraph" and not c.token.hidden for c in _items(node))
        number = int(str(node.token.attrGet("start") or 1)) if node.type == "ordered_list" else 0
        items: list[str] = []
        for place, item in enumerate(node.children):
            mark = "-" if node.type == "bullet_list" else f"{number + place}{item.token.markup}"
            words = self._blocks(item.children, "\n" if is_tight and _is_short(item) else "\n\n")
            # The sign that Pandoc has for a task: [x] leads to a heading “x” where there is one.
            words = _TASK.sub(lambda task: "☐" if task[1] == " " else "☒", words)
            # Pandoc wants what belongs to an item four columns in.
            lead = f"{mark} ".ljust(len(_INDENT))
            items.append(f"{lead}{_indented(words, ' ' * len(lead))}".rstrip())
        return ("\n" if is_tight else "\n\n").join(items)

    def _table(self, node: _Node) -> str:
        lines: list[str] = []
        for row in (row for part in node.children for row in part.children):
            cells = [self._inline(cell).replace("\n", " ") for cell in row.children]
            lines.append(f"| {' | '.join(cells)} |")
            if len(lines) == 1:
                lines.append(f"|{'|'.join(_rule(cell) for cell in row.children)}|")
        return "\n".join(lines)

    def _inline(self, node: _Node) -> str:
        words = ""
        is_linked = False
        for inline in node.children:
            for token in inline.token.children or []:
                if is_linked and token.type in _TEXTS:
                    words += PANDOC.escaped(token.content)
                else:
                    words += self._piece(token, words)
                is_linked = token.type == "link_open" or (is_linked and token.type != "link_close")
        return words

    def _piece(self, token: Token, before: str) -> str:
        if token.type in _TEXTS:
            return self._text(token.content, is_first=not before or before.endswith("\n"))
        if token.type == "code_inline":
            return _code(token.content)
        if token.type == "link_close":
            return f"]({token.meta['to']})"
        if token.type == "image":
            alt = "".join(child.content for child in token.children or [])
            return f"![{PANDOC.marked_off(alt)}]({_target(token, 'src')})"
        return _SIGNS.get(token.type, "")

    def _text(self, text: str, *, is_first: bool) -> str:
        parts: list[str] = []
        last = 0
        for found in _REFERENCE.finditer(text):
            if found.group(1) in self.notes:
                parts += [_words(text[last : found.start()], not parts and is_first)]
                parts += [self.notes[found.group(1)]]
                last = found.end()
        return "".join([*parts, _words(text[last:], not parts and is_first)])


_TEXTS = ("text", "text_special", "html_inline")
_SIGNS = {
    "em_open": "*", "em_close": "*", "strong_open": "**", "strong_close": "**",
    "s_open": "~~", "s_close": "~~", "softbreak": "\n", "hardbreak": "\\\n", "link_open": "[",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Node:
    """A token with what stands inside it."""

    type: str
    token: Token
    children: tuple[_Node, ...] = ()


def _tree(tokens: Sequence[Token]) -> tuple[_Node, ...]:
    waiting: list[tuple[Token | None, list[_Node]]] = [(None, [])]
    for token in tokens:
        if token.nesting == 1:
            waiting.append((token, []))
        elif token.nesting == -1:
            opened, children = waiting.pop()
            assert opened is not None  # the parser closes what it opened
            name = opened.type.removesuffix("_open")
            waiting[-1][1].append(_Node(name, opened, tuple(children)))
        else:
            _pair_links(token)
            waiting[-1][1].append(_Node(token.type, token))
    return tuple(waiting[0][1])


def _pair_links(inline: Token) -> None:
    """Tell the end of each link where it leads."""
    opened: list[str] = []
    for child in inline.children or []:
        if child.type == "link_open":
            opened.append(_target(child, "href"))
        elif child.type == "link_close":
            child.meta = {"to": opened.pop()}


def _target(token: Token, name: str) -> str:
    address = str(token.attrGet(name) or "")
    # In angle brackets only these would end or change it.
    address = re.sub(r"[\s<>\\]", lambda found: f"%{ord(found.group()):02X}", address)
    address = re.sub(r"&(?=#?\w+;)", "&amp;", address)
    title = str(token.attrGet("title") or "")
    said = re.sub(r"([\\\"]|&(?=#?\w+;))", r"\\\1", " ".join(title.split()))
    return f'<{address}> "{said}"' if said else f"<{address}>"


def _words(text: str, is_first: bool) -> str:
    return started(text, PANDOC) if is_first else PANDOC.marked_off(text)


def _code(content: str) -> str:
    # One backtick more than any run inside.
    longest = max(map(len, re.findall("`+", content)), default=0)
    marks = "`" * (longest + 1)
    pad = " " if content.startswith("`") or content.endswith("`") else ""
    return f"{marks}{pad}{content}{pad}{marks}"


def _fenced(token: Token) -> str:
    longest = max(map(len, re.findall(r"^ *(`+)", token.content, re.MULTILINE)), default=2)
    marks = "`" * max(3, longest + 1)
    word = token.info.split()[0] if token.type == "fence" and token.info.split() else ""
    language = word if _LANGUAGE.fullmatch(word) else ""
    return "\n".join([f"{marks}{language}", *_lines(token.content), marks])


def _lines(content: str) -> list[str]:
    return content.removesuffix("\n").split("\n") if content else []


def _indented(text: str, by: str = _INDENT) -> str:
    """Indent all lines but the first."""
    first, *others = text.split("\n")
    return "\n".join([first, *(f"{by}{line}" if line else "" for line in others)])


def _items(node: _Node) -> Iterator[_Node]:
    return (child for item in node.children for child in item.children)


def _is_short(item: _Node) -> bool:
    """Tell whether nothing in an item needs a blank line before it."""
    kinds = [child.type for child in item.children]
    return kinds in ([], ["paragraph"]) or (
        kinds[:1] == ["paragraph"] and all(kind.endswith("list") for kind in kinds[1:])
    )


def _rule(cell: _Node) -> str:
    style = str(cell.token.attrGet("style") or "")
    left = ":" if "left" in style or "center" in style else "-"
    right = ":" if "right" in style or "center" in style else "-"
    return f"{left}---{right}"
