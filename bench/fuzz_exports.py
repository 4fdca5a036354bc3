# SPDX-License-Identifier: MIT
"""Exports nasty notes and reads them back by the dialects' own readers.

    python3 dev.py bench fuzz_exports        1,000 notes, every reader that is installed

CommonMark is read by markdown-it-py, GitHub's Markdown by cmark-gfm and Pandoc's by
pandoc, where they are on the PATH. Counted is what came back changed: notes, titles,
tags, quotations, the words of notes, addresses, footnotes, and what is raw HTML or TeX.
White space inside a paragraph does not count.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree

from markdown_it import MarkdownIt

from diptych.notes.anchor import Anchor
from diptych.notes.export.formats import Wish, text_of
from diptych.notes.export.profiles import Format
from diptych.notes.note import Note, new_note
from diptych.text.sides import Side

WORDS = r"""
the quay closed May piles «nine» "forty" it's don't ‘pandoc’을 “a“ ”b” -- --- ... e.g. x Mr. Brown
p. 3 $5 $x$ $$y$$ a_b _c_ __d__ *e* **f** ~g~ ~~h~~ ^i^ `j` ``k`` <b> </i> <!-- --> <?php &amp;
&copy; &#35; [l] [m](n) ![o](p) [[q]] [^1] [@key] @you #tag ==r== %%s%% {{t}} {#id .c} \ \alpha
\begin{x} \input{y} https://people.example.org/~ann/a_b?x=*1*&y_=2 www.a_b.example/~c_d | |-| : ~ +
user_x@a.example - 1. 2) (a) A. i. # ## > ... – — … 第一句。 עברית हिन्दी 🚢 é snake_case_word
5*3*2 ::: {.x} === --- ``` ~~~ !
""".split()  # noqa: SIM905
STARTS = "", "- ", "+ ", "1. ", "# ", "> ", ": ", "~ ", "| ", "    ", "\t", "(a) ", "% "
BODIES = [
    "First thought\n\n---\nSecond thought",
    "---\ntitle: x\n---",
    '```js title="a.js"\na = 1\n\nb = 2\n```',
    '```js title="a.js"\na = 1\n\nb = 2',
    "~~~~ {.python #id}\nx\n~~~~",
    "```{=html}\n<script>alert(1)</script>\n```",
    "`x`{=html} and `<b>`{=html}",
    "see [1]\n\n[1]: http://{n}.example",
    'see [a b][one] and [one]\n\n[one]: <http://{n}.example/a_b> "Title"',
    "A claim.[^1]\n\n[^1]: fact {n}",
    "One[^a] two[^b].\n\n[^a]: fact {n}\n[^b]: more {n}",
    "Setext\n---\n\ntext under it",
    "two\nlines\n===",
    "# Heading #\ntext right under",
    "text\n# Heading right under",
    "text\n- list\n- right under\n\n  with a paragraph\n- last",
    "1. one\n   - two\n     - three\n2. four\n\n   ```py\n   x\n\n   y\n   ```",
    "text\n> quote right under\nlazy",
    "> open quote\n>\n> ```\n> code in it",
    "| a | b |\n|---|:-:|\n| 1 | `x` |\n\nafter",
    "<div>\n\n*x*\n\n</div>",
    "<script>alert(1)</script>\n\n<!-- never closed",
    "\\begin{{verbatim}} \\input{{/etc/passwd}} $\\input{{x}}$ $$y",
    "$$\nE = mc^2\n$$",
    "*open **bold `code [link](",
    "[link](https://a.example/~x_y_(z)) <https://b.example/_c_> ![i](j_k.png)",
    "%%open comment",
    "    indented code\n    ---\n\nafter",
    "- a\n* b\n+ c\n\n1) d\n2. e",
    "- [ ] open\n- [x] done",
    "Term\n: Definition\n\n| line block\n| second",
    "Mr. Brown said \"no\"... -- 'yes'",
    "[@holm, p. 3] and @holm and [-@holm]",
    "H~2~O x^2^ ~~gone~~",
    "::: warning\nbox\n:::",
    "line one\\\nline two  \nline three",
    'bare http://q.example/<b>x</b> "https://q.example"<i>y</i> (ftp://q.example<!-- z -->)',
]


@dataclass
class Read:
    """What a reader found of one note."""

    quotes: list[str] = field(default_factory=list)
    head: str = ""
    tags: str = ""
    words: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Block:
    """One block of a page as a reader sees it."""

    kind: str  # heading, quote, raw or other
    words: str
    links: tuple[str, ...] = ()
    level: int = 0


def made_notes(count: int, seed: int) -> list[Note]:
    """Return notes of which everything is nasty."""
    chance = random.Random(seed)
    return [_note(chance, number) for number in range(count)]


def _note(chance: random.Random, number: int) -> Note:
    def words(most: int) -> str:
        return " ".join(chance.choices(WORDS, k=chance.randint(1, most)))

    def passage() -> str:
        lines = [chance.choice(STARTS) + words(12) for _ in range(chance.randint(1, 4))]
        return chance.choice(["\n", "\n\n"]).join(lines).strip()

    def anchor(side: Side) -> Anchor:
        return Anchor("", "", side, passage(), title=f"{number} {words(5)}", authors=(words(2),))

    body = chance.choice(BODIES).replace("{n}", f"n{number}").replace("{{", "{").replace("}}", "}")
    if chance.random() < 0.4:
        body = f"{body}\n\n{chance.choice(STARTS)}{words(10)}"
    sides = [Side.LEFT, Side.RIGHT][: chance.randint(1, 2)]
    tags = tuple(dict.fromkeys(chance.choices(WORDS, k=chance.randint(0, 3))))
    return new_note(f"N{number} begins.\n\n{body}", tuple(map(anchor, sides)), tags=tags)


COUNTED = ("quotes", "titles", "tags", "words", "links", "footnotes", "raw")

# The three readers


def by_markdown_it(text: str) -> list[Block]:
    """Read CommonMark."""
    parser = MarkdownIt("commonmark")
    blocks: list[Block] = []
    depth, kind, parts, links, level = 0, "", [], [], 0
    for token in parser.parse(text):
        if token.nesting == 1 and depth == 0:
            kind = {"heading_open": "heading", "blockquote_open": "quote"}.get(token.type, "other")
            level, parts, links = int(token.tag[1]) if kind == "heading" else 0, [], []
        depth += token.nesting
        raw = token.type == "html_block"
        for child in token.children or []:
            raw = raw or child.type == "html_inline"
            parts.append("\n" if child.type.endswith("break") else child.content)
            links += [str(v) for k, v in child.attrs.items() if k in ("href", "src")]
        if token.type in ("fence", "code_block", "html_block"):
            parts.append(token.content)
        if raw and "<!-- diptych" not in token.content:
            blocks.append(Block("raw", token.content))
        if depth == 0 and (token.nesting == -1 or not token.children):
            blocks.append(Block(kind or "other", "".join(parts), tuple(links), level))
            kind, parts, links, level = "", [], [], 0
        elif token.nesting == -1:
            parts.append("\n")
    return blocks


def by_cmark(text: str) -> list[Block]:
    """Read GitHub's Markdown."""
    options = ["-e", "table", "-e", "autolink", "-e", "strikethrough", "--unsafe"]
    page = ElementTree.fromstring(_run(["cmark-gfm", *options, "-t", "xml"], text))
    return list(_cmark_blocks(page))


def _cmark_blocks(page: ElementTree.Element) -> Iterator[Block]:
    for node in page:
        name = node.tag.rpartition("}")[2]
        kind = _CMARK_KINDS.get(name, "other")
        parts: list[str] = []
        links: list[str] = []
        for each in node.iter():
            inner = each.tag.rpartition("}")[2]
            if inner == "html_inline":
                yield Block("raw", each.text or "")
            is_break = inner in ("softbreak", "linebreak", "paragraph", "table_cell")
            said = each.text or "" if inner in ("text", "code", "code_block") else ""
            parts.append("\n" if is_break else said)
            if inner in ("link", "image"):
                links.append(each.get("destination", ""))
        yield Block(kind, "".join(parts).strip(), tuple(links), int(node.get("level", "0")))


_CMARK_KINDS = {"heading": "heading", "block_quote": "quote", "html_block": "raw"}


def by_pandoc(text: str) -> list[Block]:
    """Read Pandoc's Markdown with its own extensions."""
    page = json.loads(_run(["pandoc", "-f", "markdown", "-t", "json"], text))
    return [block for node in page["blocks"] for block in _pandoc_block(node)]


def _pandoc_block(node: dict[str, Any]) -> list[Block]:
    words: list[str] = []
    links: list[str] = []
    raw: list[str] = []
    _gather(node, words, links, raw)
    kind = {"Header": "heading", "BlockQuote": "quote"}.get(node["t"], "other")
    level = node["c"][0] if kind == "heading" else 0
    found = [Block("raw", each) for each in raw]
    return [*found, Block(kind, "".join(words), tuple(links), level)]


def _gather(node: Any, words: list[str], links: list[str], raw: list[str]) -> None:
    """Collect what a node says, in reading order."""
    if isinstance(node, list):
        for each in node:
            _gather(each, words, links, raw)
        return
    if not isinstance(node, dict):
        return
    kind, content = node.get("t", ""), node.get("c")
    if kind == "Str":
        words.append(str(content))
    elif kind in ("Space", "SoftBreak", "LineBreak"):
        words.append(" ")
    elif kind in ("Code", "CodeBlock"):
        words.append(content[1])
    elif kind in ("RawInline", "RawBlock", "Math"):
        raw.append(f"{content[0]}: {content[1]}")
    elif kind == "Quoted":
        words.append("SMART")
        _gather(content[1], words, links, raw)
    elif kind == "Cite":
        if content[0][0]["citationId"].startswith(("holm-", "key")) or len(content) > 1:
            _gather(content[1], words, links, raw)
    elif kind in ("Link", "Image"):
        links.append(content[2][0])
        _gather(content[1], words, links, raw)
    elif kind == "Header":
        _gather(content[2], words, links, raw)
    elif kind == "Note":
        note: list[str] = []
        _gather(content, note, links, raw)
        words.append(f" NOTE({''.join(note).strip()}) ")
    elif kind:
        _gather(content, words, links, raw)
    if kind in ("Para", "Plain", "CodeBlock", "Header"):
        words.append("\n")


def _run(command: Sequence[str], text: str) -> str:
    done = subprocess.run(command, input=text, capture_output=True, check=False, encoding="utf-8")
    if done.returncode:
        raise SystemExit(f"{command[0]} failed: {done.stderr[:400]}")
    return done.stdout


# What is compared


def read_back(blocks: Sequence[Block], level: int) -> tuple[list[Read], int]:
    """Part a page into notes; count what is raw apart from our own last line."""
    notes: list[Read] = []
    raw = 0
    is_said = False
    for block in blocks:
        if block.kind == "raw":
            raw += 1
        elif block.kind == "heading" and block.level == level:
            notes.append(Read())
            is_said = False
        elif notes and not is_said and block.words.startswith("Note"):
            notes[-1].tags, is_said = block.words, True
        elif notes and not is_said and block.kind == "quote":
            notes[-1].quotes.append(flat(block.words))
        elif notes and not is_said:
            notes[-1].head += f" {block.words}"
        elif notes and is_said and "Open in Diptych" not in block.words and block.kind != "title":
            if block.kind == "heading" and block.level < level:
                is_said = False
                continue
            notes[-1].words.append(block.words)
            notes[-1].links += block.links
    return notes, raw


def flat(text: str) -> str:
    """Return words without regard to the space between them."""
    return " ".join(text.split())


def expected_words(note: Note, format: Format) -> str:
    """Return what CommonMark reads in a note; the others know tables and strike-out too."""
    parser = MarkdownIt("commonmark")
    if format is not Format.COMMONMARK:
        parser.enable(["table", "strikethrough"])
    parts: list[str] = []
    for token in parser.parse(note.text):
        parts += [token.content] if token.type in ("fence", "code_block", "html_block") else []
        for child in token.children or []:
            parts.append("\n" if child.type.endswith("break") else child.content)
        parts.append("\n")
    return flat("".join(parts))


def compare(
    notes: Sequence[Note], format: Format, reader: Callable[[str], list[Block]]
) -> Counter[str]:
    """Count what came back changed."""
    level = 2 if format is Format.PANDOC else 3
    found, raw = read_back(reader(text_of(notes, Wish(format))), level)
    counted = Counter({"notes": len(notes), "read": len(found), "raw": raw})
    for note, read in zip(notes, found, strict=False):
        if format is not Format.GITHUB or len(note.anchors) == 1:
            counted["quotes"] += read.quotes != [flat(anchor.quote) for anchor in note.anchors]
            _show(read.quotes, [flat(anchor.quote) for anchor in note.anchors])
        counted["tags"] += bool(note.tags) and f"tags: {', '.join(note.tags)}," not in flat(
            read.tags
        )
        counted["titles"] += not _has_titles(note, read, format)
        counted["words"] += not _same_words(note, read, format)
        counted["links"] += any(
            f"http://n{n}.example" not in "".join(read.links)
            for n in [note.text[1 : note.text.index(" ")]]
            if f"]: http://n{n}" in note.text
        )
        if "fact" in note.text and format is Format.PANDOC:
            counted["footnotes"] += "NOTE(fact" not in "".join(read.words)
    return counted


SHOWN = [0]


def _show(read: object, right: object) -> None:
    if read != right and SHOWN[0] > 0:
        SHOWN[0] -= 1
        print(f"  read  {read!r}\n  right {right!r}", file=sys.stderr)


def _has_titles(note: Note, read: Read, format: Format) -> bool:
    head, titles = _letters(read.head), [_letters(anchor.title) for anchor in note.anchors]
    if format is Format.GITHUB:  # as in the words of notes
        head, titles = re.sub(r"[~*]", "", head), [re.sub(r"[~*]", "", each) for each in titles]
    missing = [title for title in titles if title not in head]
    _show(head, missing) if missing else None
    return not missing


def _same_words(note: Note, read: Read, format: Format) -> bool:
    if "[^" in note.text:
        return f"N{note.text[1:].split()[0]}" in "".join(read.words)
    words, right = _letters("".join(read.words)), _letters(expected_words(note, format))
    if format is Format.GITHUB:  # strikes out between single tildes, keeps stars in addresses
        words, right = (re.sub(r"[~*]", "", text) for text in (words, right))
    _show(words, right) if words != right else None
    return words == right


def _letters(text: str) -> str:
    return "".join(text.split()).replace("☐", "[]").replace("☒", "[x]")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a line for each reader; the exit status counts the readers that differ."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--notes", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=14)
    parser.add_argument("--show", type=int, default=0, help="differences to print")
    options = parser.parse_args(arguments)
    SHOWN[0] = options.show
    notes = made_notes(options.notes, options.seed)
    readers = [(Format.COMMONMARK, "markdown-it-py", by_markdown_it)]
    readers += [(Format.GITHUB, "cmark-gfm", by_cmark)] if shutil.which("cmark-gfm") else []
    readers += [(Format.PANDOC, "pandoc", by_pandoc)] if shutil.which("pandoc") else []
    ill = 0
    for format_, name, reader in readers:
        counted = compare(notes, format_, reader)
        lost = counted["notes"] - counted["read"]
        changed = {
            k: counted[k]
            for k in ("quotes", "titles", "tags", "words", "links", "footnotes", "raw")
        }
        ill += bool(lost or any(changed.values()))
        print(f"{name}: {counted['read']} of {counted['notes']} notes; changed: {changed}")
    return ill


if __name__ == "__main__":
    sys.exit(main())
