# SPDX-License-Identifier: MIT
"""Exported Markdown parses back to the same quotes and notes."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from diptych.notes.anchor import Anchor
from diptych.notes.export import escape
from diptych.notes.export.entries import Figures
from diptych.notes.export.formats import Wish, text_of
from diptych.notes.export.profiles import Format
from diptych.notes.note import Colour, Note, Stance, new_note
from diptych.text.sides import Side
from notes.samples import anchor

HOSTILE = (
    "# no heading",
    "> no quote\n\n- no list\n1. nor this\n1986. A year",
    "---\n===\n***",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "a | b\n--- | ---",
    "<script>alert(1)</script> <!-- gone --> a<b &amp; &copy &#35;",
    "```\nfence\n~~~",
    "[link](http://x) ![image](y) [[wiki]] [^1] [@key]",
    "*a* _b_ __c__ snake_case_word ~~d~~ ==e== %%f%% $g$ ^h^ `i` \\* #tag @you",
    "    four spaces\n\ttab\n  trailing  \nend\\",
    "a\n\n\n\nb\n \nc",
    "{{ x }} {% raw %} ${y} {#id .class}",
    "第一句。\n\u3000\u3000第二句",
    "עברית \u202bשלום\u202c 🚢🚢 e\u0301",
    "+ plus\n* star\n- minus\n-5 degrees\n: definition\n::: div\n(a) list\nA. Smith",
    "setext\n-\n\nother\n=",
    "https://example.org/a_b?c=*d*&copy;e",
    "line\u2028separator\u00a0",
)
PARSERS = (
    MarkdownIt("commonmark"),
    MarkdownIt("commonmark").enable(["table", "strikethrough"]),
    MarkdownIt("gfm-like", {"linkify": False}),
)
WORDS = st.one_of(
    st.text(alphabet="ab1 \n\t#>-+*_`~[]()<>!|&;:.\\={}$^@%\"'/\u3000é", max_size=60),
    st.text(max_size=40),
)


def to_markdown(notes: list[Note], figures: Figures | None = None) -> str:
    return text_of(notes, Wish(Format.COMMONMARK, figures=figures))


def read(inline: Token) -> str:
    """Return the text of an inline token; anything but text is a failure."""
    words = []
    for child in inline.children or []:
        assert child.type in ("text", "text_special", "softbreak"), child
        words.append("\n" if child.type == "softbreak" else child.content)
    return "".join(words)


def read_quotes(markdown: str, parser: MarkdownIt) -> list[str]:
    """Return the text of each block quotation on the top level."""
    quotes: list[list[str]] = []
    depth = 0
    for token in parser.parse(markdown):
        if token.type == "blockquote_open" and token.level == 0:
            quotes.append([])
        depth += token.nesting if token.type.startswith("blockquote") else 0
        if depth and token.type == "inline":
            quotes[-1].append(read(token))
        elif depth:
            assert token.type.startswith(("blockquote", "paragraph")), token.type
    return ["\n\n".join(parts) for parts in quotes]


def note_on(quote: str, text: str = "Fine.") -> Note:
    left = replace(anchor("The old quay"), quote=quote)
    return new_note(text, (left,))


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("quote", HOSTILE)
def test_a_hostile_quote_comes_back_letter_for_letter(quote: str, parser: MarkdownIt) -> None:
    assert read_quotes(to_markdown([note_on(quote)]), parser) == [quote]


@given(WORDS)
@example("a\n\n\n")
@example("\n\n a")
@example("#\n##")
@example("1)\n2.")
def test_any_quote_comes_back_letter_for_letter(quote: str) -> None:
    (found,) = read_quotes(f"Left:\n\n{escape.blockquote(quote)}\n\nEnd.", PARSERS[1])
    assert found == escape.plain(quote)


@given(WORDS)
@example("a #")
@example("a \\")
def test_any_title_stays_in_its_heading(title: str) -> None:
    tokens = PARSERS[0].parse(f"## {escape.heading('x' + title)}\n\nEnd.")
    assert tokens[0].type == "heading_open"
    assert read(tokens[1]) == " ".join(escape.plain("x" + title).split())


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_title_breaks_nothing(text: str) -> None:
    left = replace(anchor("The old quay"), title=text, source=text, authors=(text,))
    tokens = PARSERS[1].parse(to_markdown([new_note("Fine.", (left,), tags=("x", text))]))
    opened = [token.tag for token in tokens if token.type == "heading_open"]
    assert opened == ["h1", "h2", "h3"]


BREAKOUTS = (
    "```\nnever closed",
    "~~~~\nnever closed\n~~~",
    "<div>\n\nopen",
    "<!-- open",
    "<script>x",
    "a <b>bold</b> `<kept>` <https://kept.example>",
    "# top\n\nsetext\n===\n\n## second",
    "- ```\n  in a list",
    "> quoted\n> ```",
    "text\n\n    code <b>",
    "| a |\n|---|\n| <i> |",
    "x `` <b> ` <i>",
    "<?php",
    "<![CDATA[ x",
)


@pytest.mark.parametrize("text", BREAKOUTS)
def test_a_note_cannot_reach_beyond_its_place(text: str) -> None:
    markdown = to_markdown([note_on("First.", text), note_on("Second.")])
    tokens = PARSERS[1].parse(markdown)
    assert "Second." in read_quotes_leniently(tokens)
    tops = [token.tag for token in tokens if token.type == "heading_open" and not token.level]
    assert [tag for tag in tops if tag < "h4"] == ["h1", "h2", "h3", "h3"]


@pytest.mark.parametrize("text", [*HOSTILE, *BREAKOUTS])
def test_no_html_is_ever_written(text: str) -> None:
    for token in PARSERS[1].parse(to_markdown([note_on("First.", text)])):
        children = token.children or []
        assert "html" not in token.type
        assert not any("html" in child.type for child in children)


@given(st.text(alphabet="ab <>/!-`\n#=*[]()\\\t ", max_size=80))
def test_no_note_whatever_swallows_the_next(text: str) -> None:
    markdown = to_markdown([note_on("First.", text), note_on("Second.")])
    tokens = PARSERS[1].parse(markdown)
    assert not any("html" in t.type for token in tokens for t in (token, *(token.children or [])))
    assert "Second." in read_quotes_leniently(tokens)


def read_quotes_leniently(tokens: list[Token]) -> list[str]:
    """Return the paragraphs of block quotations on the top level."""
    return [
        token.content
        for before, token in pairwise(tokens)
        if before.type == "paragraph_open" and before.level == 1
    ]


@pytest.mark.parametrize("text", ["Plain *words*.", "a < b and c > d", "- one\n- two", "x `<b>` y"])
def test_a_harmless_note_is_written_as_typed(text: str) -> None:
    assert f"\n\n{text}\n\n" in to_markdown([note_on("First.", text)])


def test_a_note_on_a_pair_tells_both_quotes_and_sources() -> None:
    right = replace(anchor("She promised a bus", side=Side.RIGHT), title="Shore bus", page=3)
    note = new_note("Mine.", (anchor("The old quay"), right), stance=Stance.DIFFERS, tags=("bus",))
    markdown = to_markdown([note], figures={note.id: (("nine", "ten"),)})
    for part in (
        "## Quay to close for repairs / Shore bus",
        "### 1. Differs",
        "**Left:** *Quay to close for repairs*, Ida Holm, The Tide, 2025-02-14, paragraph 1",
        "> The old quay",
        "**Right:** *Shore bus*, Ida Holm, The Tide, 2025-02-14, page 3",
        "Figures that differ: nine / ten",
        "tags: bus",
        f"(<diptych://note/{note.id}>)",
    ):
        assert part in markdown


@pytest.mark.parametrize("format_", [Format.COMMONMARK, Format.GITHUB, Format.PANDOC])
def test_a_highlight_says_its_colour_and_is_no_empty_note(format_: Format) -> None:
    highlight = new_note("", (anchor("The old quay"),), colour=Colour.YELLOW)
    markdown = text_of([highlight], Wish(format_))
    assert "**Highlight, yellow**, " in markdown
    assert "**Note**" not in markdown


def test_notes_on_one_pair_stand_under_one_heading() -> None:
    pair = (anchor("The old quay"), replace(anchor("a bus", side=Side.RIGHT), title="Other"))
    swapped = (replace(pair[1], side=Side.LEFT), replace(pair[0], side=Side.RIGHT))
    markdown = to_markdown([new_note("a", pair), new_note("b", pair[:1]), new_note("c", swapped)])
    assert markdown.count("\n## ") == 2


def test_a_note_without_passage_is_written_too() -> None:
    assert "Just a thought." in to_markdown([new_note("Just a thought.")])


def test_no_notes_make_a_document_all_the_same() -> None:
    assert to_markdown([]).startswith("# Notes\n")


def test_the_file_ends_with_one_line_end_and_has_no_wide_gaps() -> None:
    markdown = to_markdown([note_on("One."), note_on("Two.", "")])
    assert markdown.endswith(")\n") and "\n\n\n" not in markdown


def test_an_article_of_unknown_title_is_called_by_its_file() -> None:
    bare = Anchor("id", "hash", Side.LEFT, "Words.", path="C:\\texts\\quay.txt")
    assert "## quay.txt" in to_markdown([new_note("x", (bare,))])
