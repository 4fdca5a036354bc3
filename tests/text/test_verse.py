# SPDX-License-Identifier: MIT
"""Lines of verse are counted, those of prose are not."""

from __future__ import annotations

from pathlib import Path

from diptych.library.reading import read_article
from diptych.notes.anchor import anchor_for
from diptych.notes.export.entries import place_words
from diptych.text.article import Article, Span
from diptych.text.sides import Side
from diptych.text.verse import line_at, lines_that_go_on, verse_lines

POEM = """The Ford

The river is loud at the foot of the hill,
The stones are all under, the wading is ill.

The ferryman sleeps with his hat on his face,
And nobody calls him at this kind of place.
"""
PROSE = "He came to the river at noon, and the ford was under water. " * 3


def read(text: str, folder: Path) -> Article:
    file = folder / "text.txt"
    file.write_text(text, encoding="utf-8")
    return read_article(file)


def test_lines_are_counted_through_all_stanzas(tmp_path: Path) -> None:
    article = read(POEM, tmp_path)
    lines = verse_lines(article)
    assert list(lines.values()) == [1, 2, 3, 4]
    assert line_at(lines, article.text.index("nobody")) == 4
    assert line_at(lines, 0) == 0  # the title


def test_numbers_printed_beside_the_lines_part_no_stanza(tmp_path: Path) -> None:
    numbered = POEM.replace("the hill,", "the hill,        1").replace(
        "his face,", "his face,        3"
    )
    article = read(numbered, tmp_path)
    lines = verse_lines(article)
    going_on = {article.text[start : start + 9] for start in lines_that_go_on(article)}
    assert list(lines.values()) == [1, 2, 3, 4]
    assert going_on == {"The river", "The ferry"}


def test_a_few_lines_of_verse_in_prose_are_not_counted(tmp_path: Path) -> None:
    article = read(f"{POEM}\n{PROSE}\n\n{PROSE}\n", tmp_path)
    assert verse_lines(article) == {}


def test_a_line_is_told_before_a_paragraph_and_after_a_page() -> None:
    assert place_words(0, 7, line=4) == "line 4"
    assert place_words(12, 7, line=4) == "page 12"


def test_an_anchor_that_is_in_another_line_now_is_the_same(tmp_path: Path) -> None:
    article = read(POEM, tmp_path)
    assert anchor_for(article, Span(20, 30), side=Side.LEFT).line == 0
