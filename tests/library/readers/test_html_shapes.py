# SPDX-License-Identifier: MIT
"""Panels, second articles, furniture's headings and text in data are told by a page's shape."""

from __future__ import annotations

import json

import pytest

from diptych.text.article import Article, BlockKind, BlockState
from library.samples import PROSE, PROSE_2, PROSE_3, article_from, texts

TITLE = "Harbour wall goes to a vote"


def page(inner: str, *, head: str = "", after: str = "", title: str = TITLE) -> Article:
    return article_from(
        f"<!doctype html><html lang=en><head><title>{title}</title>{head}</head><body><article>"
        f"<h1>{TITLE}</h1>{inner}</article>{after}</body></html>",
        "page.html",
    )


def test_panels_that_open_at_their_heading_are_shown() -> None:
    panels = "".join(
        f"<h3>{question}</h3><div class=p style='display: none'><p>{answer}</p></div>"
        for question, answer in (("What will it cost?", PROSE_2), ("Who is for it?", PROSE_3))
    )

    article = page(f"<p>{PROSE}</p>{panels}")

    assert texts(article, BlockKind.PARAGRAPH, BlockState.SHOWN) == [PROSE, PROSE_2, PROSE_3]


def test_one_hidden_dialog_stays_hidden() -> None:
    dialog = f"<h3>Members</h3><div class=p style='display: none'><p>{PROSE_3}</p></div>"

    article = page(f"<p>{PROSE}</p><p>{PROSE_2}</p>{dialog}")

    assert PROSE_3 not in texts(article, state=BlockState.SHOWN)


def test_questions_in_buttons_are_headings() -> None:
    questions = "".join(
        f"<button class=q>{question}</button><div><p>{answer}</p></div>"
        for question, answer in (("What will it cost?", PROSE_2), ("Who is for it?", PROSE_3))
    )

    article = page(f"<p>{PROSE}</p>{questions}")

    assert texts(article, BlockKind.HEADING) == ["What will it cost?", "Who is for it?"]


@pytest.mark.parametrize(
    "after",
    [
        f"<article><h2><a href=/x>Another story altogether</a></h2><p>{PROSE_3}</p></article>",
        f"<article><h1>Another story altogether</h1><p>{PROSE_3}</p></article>",
    ],
)
def test_a_second_article_is_dimmed(after: str) -> None:
    article = page(f"<p>{PROSE}</p><p>{PROSE_2}</p>", after=after)

    assert texts(article, BlockKind.PARAGRAPH, BlockState.SHOWN) == [PROSE, PROSE_2]


def test_sections_set_as_articles_stay() -> None:
    after = f"<article><h2>What it will cost</h2><p>{PROSE_3}</p></article>"

    article = page(f"<p>{PROSE}</p><p>{PROSE_2}</p>", after=after)

    assert PROSE_3 in texts(article, state=BlockState.SHOWN)


def test_line_numbers_beside_code_are_folded() -> None:
    cells = "<td><pre>1\n2</pre></td><td><pre>let wall = 1\nraise(wall)</pre></td>"

    article = page(f"<p>{PROSE}</p><table><tr>{cells}</tr></table><p>{PROSE_2}</p>")

    assert texts(article, state=BlockState.FOLDED) == ["1 2"]


@pytest.mark.parametrize(
    "heading", ["Most read stories", "Share this article", "You may also like"]
)
def test_headings_of_furniture_are_folded(heading: str) -> None:
    article = page(f"<p>{PROSE}</p><h3>{heading}</h3><p>{PROSE_2}</p>")

    assert texts(article, state=BlockState.FOLDED) == [heading]


def test_a_heading_over_nothing_but_links_goes_with_them() -> None:
    links = "<h2>Mehr zum Thema</h2><ul><li><a href=/a>Die alte Mauer</a></li></ul>"

    article = page(f"<p>{PROSE}</p>{links}<p>{PROSE_2}</p>")

    assert texts(article, state=BlockState.SHOWN)[1:] == [PROSE, PROSE_2]


@pytest.mark.parametrize("heading", ["Comments", "Privacy", "Related work"])
def test_a_heading_over_prose_stays(heading: str) -> None:
    article = page(f"<p>{PROSE}</p><h2 id=privacy-notice>{heading}</h2><p>{PROSE_2}</p>")

    assert heading in texts(article, state=BlockState.SHOWN)


def test_a_link_among_other_items_of_a_list_stays() -> None:
    items = "<ul><li>The price of stone</li><li><a href=/x>The timetable of the work</a></li></ul>"

    article = page(f"<p>{PROSE}</p>{items}<p>{PROSE_2}</p>")

    assert "The timetable of the work" in texts(article, state=BlockState.SHOWN)


def test_a_menu_above_the_title_is_dimmed() -> None:
    article = article_from(
        f"<title>{TITLE}</title><table><tr><td><a href=a>Home</a><br><a href=b>Visitors</a></td>"
        f"<td><h1>{TITLE}</h1><p>{PROSE}</p><p>{PROSE_2}</p></td></tr></table>",
        "page.html",
    )

    assert texts(article, state=BlockState.DIMMED) == ["Home Visitors"]


def test_the_text_behind_a_wall_is_read_from_the_pages_data() -> None:
    data = {"@type": "NewsArticle", "articleBody": f"{PROSE}\n\n{PROSE_2}\n\n{PROSE_3}"}
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'

    article = page(f"<p>{PROSE}</p><p>Subscribe to read on.</p>", head=head)

    assert texts(article, BlockKind.PARAGRAPH, BlockState.SHOWN)[:3] == [PROSE, PROSE_2, PROSE_3]


def test_data_of_what_the_page_shows_adds_nothing() -> None:
    data = {"@type": "NewsArticle", "articleBody": f"{PROSE} {PROSE_2} {PROSE_3}"}
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'

    article = page(f"<p>{PROSE}</p><p>{PROSE_2}</p><p>{PROSE_3}</p>", head=head)

    assert article.text.count(PROSE) == 1


@pytest.mark.parametrize("title", ["The Bay Post", "The Bay Post - Local news"])
def test_a_sites_name_is_not_the_title(title: str) -> None:
    assert page(f"<p>{PROSE}</p><p>{PROSE_2}</p>", title=title).title == TITLE


def test_nested_hidden_words_do_not_cut_a_sentence() -> None:
    article = page(
        f"<p>The <b style='display:none'><b>read</b> aloud</b>wall is old.</p><p>{PROSE}</p>"
    )

    assert "The wall is old." in texts(article, state=BlockState.SHOWN)


def test_a_single_break_beside_double_ones_parts_no_paragraph() -> None:
    article = page(f"<div>{PROSE}<br><br>{PROSE_2}<br>{PROSE_3}</div>")

    assert texts(article, BlockKind.PARAGRAPH) == [PROSE, f"{PROSE_2} {PROSE_3}"]


def test_paragraphs_in_a_heading_that_never_ends_are_paragraphs() -> None:
    page = f"<h1>The wall</h1><h2>A town decides<div><p>{PROSE}</p><p>{PROSE_2}</p></div></h2>"

    article = article_from(f"<html><body>{page}</body>", "page.html")

    assert texts(article, BlockKind.PARAGRAPH) == [PROSE, PROSE_2]
    assert texts(article, BlockKind.HEADING) == ["A town decides"]


def test_a_deck_printed_twice_is_shown_once() -> None:
    page = f"<h1>The wall</h1><p>{PROSE_3}</p><p>{PROSE_3}</p><p>{PROSE}</p><p>{PROSE_2}</p>"

    article = article_from(f"<html><body>{page}</body>", "page.html")

    assert texts(article, state=BlockState.SHOWN).count(PROSE_3) == 1


def test_who_took_a_picture_is_not_who_wrote() -> None:
    page = f"<h1>The wall</h1><div class=author>Foto: Bo Ek</div><p>{PROSE}</p><p>{PROSE_2}</p>"

    article = article_from(f"<html><body>{page}</body>", "page.html")

    assert not texts(article, BlockKind.BYLINE)
    assert article.authors == ()
