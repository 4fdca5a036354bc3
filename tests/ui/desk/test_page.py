# SPDX-License-Identifier: MIT
"""What a pane shows of an article, and in which order."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.library import reading
from diptych.library.reading import read_article
from diptych.text.article import BlockKind, BlockState, Span, TitleSource
from diptych.ui.desk.page import LONGEST_PARAGRAPH, Page, is_right_to_left
from made_articles import article_of, folded, heading
from ui.pages import build_page


def styles(page: Page) -> list[str]:
    return [paragraph.style for paragraph in page.paragraphs]


def texts(page: Page) -> list[str]:
    return [paragraph.text for paragraph in page.paragraphs]


def test_title_and_facts_stand_above_the_text() -> None:
    page = build_page(article_of(["Body."], title="The vote"), "The Strait · 1 word")
    assert texts(page) == ["The vote", "The Strait · 1 word", "Body."]


def test_title_of_the_text_is_not_shown_twice() -> None:
    title = ("The vote", BlockKind.TITLE, BlockState.SHOWN)
    page = build_page(article_of([title, "Body."], title="The vote"), "")
    assert texts(page) == ["The vote", "Body."]


def test_corrected_title_stands_above_the_old_one() -> None:
    title = ("Teh vote", BlockKind.TITLE, BlockState.SHOWN)
    page = build_page(article_of([title, "Body."], title="The vote"), "")
    assert texts(page) == ["The vote", "Teh vote", "Body."]


def test_a_title_made_of_the_first_words_does_not_stand_above_them() -> None:
    article = article_of(["Body."], title="Body…", title_source=TitleSource.DERIVED)
    assert texts(build_page(article, "")) == ["Body."]


def test_byline_moves_into_the_header() -> None:
    byline = ("By Ada Lindqvist", BlockKind.BYLINE, BlockState.SHOWN)
    page = build_page(article_of(["Body.", byline]), "1 word")
    assert styles(page) == ["title", "byline", "facts", "paragraph"]


def test_folded_blocks_become_one_line() -> None:
    page = build_page(article_of([folded("Share"), folded("Register"), "Body."]), "")
    assert texts(page)[1] == "▸ 2 lines folded away: sign-up"


def test_opened_fold_shows_its_blocks() -> None:
    article = article_of([folded("Share"), folded("Register"), "Body."])
    page = build_page(article, "", open_folds=frozenset({0}))
    assert texts(page)[2:] == ["Share", "Register", "Body."]


def test_fold_hides_its_place_from_the_map() -> None:
    page = build_page(article_of([folded("Share"), "Body."]), "")
    assert not page.map.is_shown(Span(0, 5))


def test_markup_is_left_out() -> None:
    article = article_of(["a **bold** word"], markup={0: (Span(2, 4), Span(8, 10))})
    assert texts(build_page(article, ""))[-1] == "a bold word"


def test_line_break_inside_a_paragraph_becomes_a_space() -> None:
    assert texts(build_page(article_of(["one\ntwo"]), ""))[-1] == "one two"


def test_code_keeps_its_lines() -> None:
    code = ("one\ntwo", BlockKind.CODE, BlockState.SHOWN)
    assert texts(build_page(article_of([code]), ""))[-1] == "one\u2028two"


def test_control_characters_keep_places_in_step() -> None:
    page = build_page(article_of(["a\x00\u2029b"]), "")
    assert texts(page)[-1] == "a  b"


def test_outline_lists_headings() -> None:
    page = build_page(article_of(["One.", heading("The wall"), "Two."]), "")
    assert [(entry.title, entry.place) for entry in page.outline] == [("The wall", 5)]


def test_outline_leads_to_the_words_of_a_heading_and_not_to_its_hidden_marks(
    tmp_path: Path,
) -> None:
    (tmp_path / "wall.md").write_text("# Walls\n\nOne.\n\n## The wall\n\nTwo.", encoding="utf-8")
    article = read_article(tmp_path / "wall.md")
    page = build_page(article, "")
    (entry,) = page.outline
    assert article.text[entry.place :].startswith("The wall")
    assert page.map.is_shown(Span(entry.place, entry.place + 1))


def test_very_long_block_is_drawn_in_pieces() -> None:
    page = build_page(article_of(["x" * (LONGEST_PARAGRAPH * 2 + 5)]), "")
    assert [len(text) for text in texts(page)[1:]] == [LONGEST_PARAGRAPH, LONGEST_PARAGRAPH, 5]


def test_a_long_block_is_cut_at_spaces_and_goes_on_without_a_gap() -> None:
    words = ("harbour vote " * (LONGEST_PARAGRAPH // 10)).strip()
    paragraphs = build_page(article_of([words]), "").paragraphs[1:]
    assert "".join(p.text for p in paragraphs) == words
    assert all(p.text.endswith(" ") for p in paragraphs[:-1])
    assert [p.goes_on for p in paragraphs] == [True] * (len(paragraphs) - 1) + [False]


def test_pieces_of_a_block_run_the_same_way() -> None:
    first = "שלום " * (LONGEST_PARAGRAPH // 5)
    page = build_page(article_of([first + "harbour " * LONGEST_PARAGRAPH]), "")
    assert {p.rtl for p in page.paragraphs[1:]} == {True}


def test_places_across_pieces_of_a_long_block_are_found() -> None:
    page = build_page(article_of(["x" * (LONGEST_PARAGRAPH + 10)]), "")
    start = page.map.qt_position(LONGEST_PARAGRAPH + 3)
    assert page.map.place(start) == LONGEST_PARAGRAPH + 3


def test_article_without_text_has_a_title_only() -> None:
    assert texts(build_page(article_of([], title="Empty"), "")) == ["Empty"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Hello", False), ("مرحبا", True), ("שלום", True), ("2025 – مرحبا", True), ("…", False)],
)
def test_direction_follows_the_first_letters(text: str, expected: bool) -> None:
    assert is_right_to_left(text) is expected


def test_items_of_a_list_know_its_widest_number() -> None:
    written = "9. one\n10. two\n    - in it\n\nBetween.\n\n1. one\n"
    page = build_page(reading.article_of(written.encode(), Path("a.md")), "")
    items = [p for p in page.paragraphs if p.style == "list-item"]
    assert [(p.text, p.mark, p.widest) for p in items] == [
        ("one", "9.", "10."), ("two", "10.", "10."), ("in it", "•", ""), ("one", "1.", "1."),
    ]  # fmt: skip
