# SPDX-License-Identifier: MIT
"""One article in its view: the place at the top through all that moves it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from diptych.text.article import BlockKind, BlockState
from diptych.ui.desk.trail import Top
from diptych.ui.parts import theme
from diptych.ui.reader.article_view import ArticleView
from diptych.ui.reader.document import Typography
from diptych.ui.reader.page_view import MOST_INNER_MARGIN, SIDE_MARGIN
from made_articles import article_of
from ui.pages import build_page
from ui.reader.test_document import built

BOOK = article_of([f"Paragraph {n} of a book on the night ferry. " * 4 for n in range(2_500)])
FAR = BOOK.blocks[2_000].span.start


@pytest.fixture
def view(qtbot: QtBot) -> ArticleView:
    """Return a long text that Qt has just begun to lay out, far down at ``FAR``."""
    theme.load_fonts()
    palette = theme.load_palette("light")
    view = ArticleView(palette)
    qtbot.addWidget(view)
    view.resize(500, 700)
    view.show()
    page = build_page(BOOK, "")
    view.show_page(page, built(page), Typography())
    view.scroll_to_top(Top(FAR))
    return view


def wait_for_layout(view: ArticleView, qtbot: QtBot) -> None:
    end = view.document().characterCount()
    qtbot.wait_until(lambda: view.laid_out_end() >= end)


def test_a_place_on_the_way_there_counts_as_reached(view: ArticleView) -> None:
    assert view.top_place() == FAR


def test_a_place_survives_another_width_before_it_is_reached(
    view: ArticleView, qtbot: QtBot
) -> None:
    view.resize(460, 700)
    wait_for_layout(view, qtbot)
    view.resize(440, 700)
    wait_for_layout(view, qtbot)
    assert abs(view.top_place() - FAR) < 80  # within the first line's paragraph


def test_a_height_asked_for_too_early_is_a_place_already(view: ArticleView) -> None:
    wanted = BOOK.blocks[1_500].span.start
    view.scroll_to_top(Top(FAR))
    view.scroll_to(view.height_of(wanted))
    assert abs(view.top_place() - wanted) < 80


def test_what_is_laid_out_first_is_never_taken_for_the_whole(
    view: ArticleView, qtbot: QtBot
) -> None:
    told: list[tuple[bool, bool]] = []

    def has_end() -> bool:
        return view.document().lastBlock().layout().lineCount() > 0

    def look() -> None:
        told.append((view.laid_out_end() >= view.document().characterCount(), has_end()))

    view.laid_out.connect(look)
    view.scroll_to_top(Top(0))  # else all above is laid out at once
    qtbot.wait_until(has_end)
    view.resize(460, 700)  # the lines are broken anew
    wait_for_layout(view, qtbot)
    look()
    assert told[-1] == (True, True)
    assert (False, False) in told and (True, False) not in told


def test_a_height_asked_for_while_the_view_grows_is_not_kept(
    view: ArticleView, qtbot: QtBot
) -> None:
    wait_for_layout(view, qtbot)
    span = BOOK.blocks[1_000].span
    view.verticalScrollBar().rangeChanged.connect(lambda *_: view.extent(span))
    view.resize(1_600, 700)  # so wide that the column does not fill it
    (at, _), *_ = view.ranges(span)
    block = view.document().findBlock(at)
    told = view.extent(span)
    assert told is not None
    assert told.top == view.document().documentLayout().blockBoundingRect(block).top()


def test_a_text_that_is_shorter_for_a_moment_keeps_its_place(
    view: ArticleView, qtbot: QtBot
) -> None:
    wait_for_layout(view, qtbot)
    bar = view.verticalScrollBar()
    before, longest = bar.value(), bar.maximum()
    bar.setRange(0, before // 2)
    bar.setRange(0, longest)
    assert bar.value() == before


@pytest.mark.parametrize("other_side", ["left", "right"])
def test_a_column_in_a_wide_pane_stands_near_the_other_article(
    qtbot: QtBot, other_side: str
) -> None:
    palette = theme.load_palette("light")
    view = ArticleView(palette, other_side=other_side)
    qtbot.addWidget(view)
    page = build_page(article_of(["One paragraph."]), "")
    inner_edge = []
    for width in (400, 1800):
        view.resize(width, 700)
        view.show()
        view.show_page(page, built(page), Typography())
        margins = view.document().rootFrame().frameFormat()
        left, right = margins.leftMargin(), margins.rightMargin()
        inner_edge.append((right, left) if other_side == "right" else (left, right))

    narrow, wide = inner_edge
    assert narrow == (SIDE_MARGIN, SIDE_MARGIN)
    assert wide[0] == MOST_INNER_MARGIN < wide[1]


def test_all_is_copied_but_what_diptych_put_in(qtbot: QtBot) -> None:
    theme.load_fonts()
    article = article_of(["One.", ("Sign up", BlockKind.PARAGRAPH, BlockState.FOLDED), "Two."])
    page = build_page(article, "Ada · 2 words")
    view = ArticleView(theme.load_palette("light"))
    qtbot.addWidget(view)
    view.show_page(page, built(page), Typography())
    view.selectAll()
    assert view.createMimeDataFromSelection().text() == f"{article.title}\n\nOne.\n\nTwo."


def test_what_stood_at_the_top_comes_back_to_the_pixel(view: ArticleView, qtbot: QtBot) -> None:
    wait_for_layout(view, qtbot)
    for height in (1, 30, 4_321, 4_322):
        view.verticalScrollBar().setValue(height)
        top = view.top()
        view.scroll_to_top(Top(FAR))

        view.scroll_to_top(top)

        assert view.verticalScrollBar().value() == height


def test_another_width_and_back_moves_no_pixel(view: ArticleView, qtbot: QtBot) -> None:
    wait_for_layout(view, qtbot)
    view.verticalScrollBar().setValue(4_321)
    for width in (460, 440, 500):
        view.resize(width, 700)
        wait_for_layout(view, qtbot)

    assert view.verticalScrollBar().value() == 4_321


def test_between_two_paragraphs_the_end_is_not_laid_out(qtbot: QtBot) -> None:
    theme.load_fonts()
    view = ArticleView(theme.load_palette("light"))
    qtbot.addWidget(view)
    view.resize(500, 700)
    page = build_page(BOOK, "")
    view.show_page(page, built(page), Typography())
    view.position_at(2_000)  # Qt has begun with it
    bar = view.verticalScrollBar()
    bar.setMaximum(1_000)

    places = []
    for height in range(1, 1_000, 3):
        bar.setValue(height)
        places.append(view.top_place())

    assert 0 < max(places) < FAR
    assert not view.document().lastBlock().layout().lineCount()
