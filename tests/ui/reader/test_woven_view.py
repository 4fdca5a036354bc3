# SPDX-License-Identifier: MIT
"""Both articles as one column: true to the pair, still when it opens, quick in long texts."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from diptych.app import Diptych
from diptych.compare.weave import Voice
from diptych.services.retelling import WovenRow
from diptych.text.article import Span
from diptych.text.sides import Side
from diptych.ui.parts import theme
from diptych.ui.reader.woven_view import ROWS_AT_ONCE, WovenView
from ui.acting import trigger
from ui.moments import TimeForOne


def shown(diptych: Diptych, qtbot: QtBot) -> WovenView:
    diptych.window.actions_by_id["woven"].setChecked(True)
    view = diptych.window.retellings.woven.view
    qtbot.waitUntil(lambda: bool(diptych.states.woven.rows))
    qtbot.waitUntil(lambda: view.page is not None and not view.is_setting)
    return view


def row_that(diptych: Diptych, words: str) -> int:
    rows = diptych.states.woven.rows
    return next(n for n, row in enumerate(rows) if words in row.text)


def text_of(view: WovenView) -> list[str]:
    return view.toPlainText().split("\n")


def test_what_both_say_stands_once(diptych: Diptych, qtbot: QtBot) -> None:
    lines = text_of(shown(diptych, qtbot))

    assert sum("We did not come here" in line for line in lines) == 1
    assert any("dredging contract" in line for line in lines)
    assert any("Nobody asked the islanders" in line for line in lines)


def test_where_the_two_differ_both_wordings_stand_open(diptych: Diptych, qtbot: QtBot) -> None:
    lines = text_of(shown(diptych, qtbot))

    assert any(line.startswith("L  ") and "41,000" in line for line in lines)
    assert any(line.startswith("R  ") and "46,000" in line for line in lines)


def test_a_click_opens_both_wordings_and_moves_nothing(diptych: Diptych, qtbot: QtBot) -> None:
    view = shown(diptych, qtbot)
    at = next(n for n, line in enumerate(text_of(view)) if "We did not come here" in line)
    view.verticalScrollBar().setValue(40)

    view.toggle_at(view.document().findBlockByNumber(at))
    opened = text_of(view)
    view.toggle_at(view.document().findBlockByNumber(at))

    assert "We did not come here" in opened[at + 1] and opened[at + 2].startswith("R  ")
    assert not text_of(view)[at + 1].startswith("L  ")
    assert view.verticalScrollBar().value() == 40


def test_what_one_says_leads_to_where_it_stands(diptych: Diptych, qtbot: QtBot) -> None:
    view = shown(diptych, qtbot)

    view.row_wanted.emit(row_that(diptych, "dredging contract"))

    article = diptych.states.pair.sides[Side.LEFT]
    assert article is not None
    assert diptych.window.pages.currentIndex() == 0
    caret = diptych.window.frame.texts.caret_place(Side.LEFT)
    assert article.article.text[caret:].startswith("The dredging contract")


def test_keys_from_match_to_match_go_on_in_the_column(diptych: Diptych, qtbot: QtBot) -> None:
    view = shown(diptych, qtbot)

    for going, said in (("next-match", "The harbour vote"), ("next-difference", "Some 41,000")):
        diptych.window.actions_by_id[going].trigger()

        caret = view.textCursor()
        assert said in caret.block().text()
        assert view.viewport().rect().contains(view.cursorRect(caret))


def place_in(view: WovenView, word: str) -> QPoint:
    """Return where a word of the column stands in the view, brought into it."""
    cursor = view.document().find(word)
    view.setTextCursor(cursor)
    view.ensureCursorVisible()
    cursor.setPosition(cursor.selectionStart() + 2)
    return view.cursorRect(cursor).center()


def test_a_double_click_in_a_wording_selects_its_word(diptych: Diptych, qtbot: QtBot) -> None:
    view, left = shown(diptych, qtbot), Qt.MouseButton.LeftButton
    place = place_in(view, "passengers, a third")
    qtbot.mouseClick(view.viewport(), left, pos=place)
    qtbot.mouseDClick(view.viewport(), left, pos=place)
    qtbot.wait(QApplication.doubleClickInterval() + 50)

    assert view.textCursor().selectedText() == "passengers"
    assert diptych.window.actions_by_id["woven"].isChecked()


def test_a_click_in_a_wording_goes_to_where_it_stands(diptych: Diptych, qtbot: QtBot) -> None:
    view = shown(diptych, qtbot)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place_in(view, "46,000"))

    qtbot.waitUntil(lambda: not diptych.window.actions_by_id["woven"].isChecked())


def test_the_wheel_with_ctrl_makes_all_texts_larger(diptych: Diptych, qtbot: QtBot) -> None:
    view, preferences = shown(diptych, qtbot), diptych.window.frame.preferences
    size = preferences.now.reading_size

    view.size_step_requested.emit(2)

    assert preferences.now.reading_size == size + 2


def test_an_article_taken_off_leaves_nothing_stale(diptych: Diptych, qtbot: QtBot) -> None:
    view = shown(diptych, qtbot)

    diptych.states.pair.clear(Side.RIGHT)
    qtbot.waitUntil(lambda: view.page is None)

    assert view.toPlainText() == ""


def test_another_page_turns_the_action_off(diptych: Diptych, qtbot: QtBot) -> None:
    shown(diptych, qtbot)

    diptych.window.actions_by_id["overview"].setChecked(True)

    assert not diptych.window.actions_by_id["woven"].isChecked()


def test_without_a_pair_the_page_says_what_to_do(
    open_window: Callable[..., Diptych], files: tuple[Path, Path]
) -> None:
    diptych = open_window()

    diptych.window.actions_by_id["woven"].setChecked(True)

    assert "Alt+1" in diptych.window.retellings.woven.message()


@pytest.mark.parametrize("name", ["wovenOrder", ""])
def test_escape_leaves_the_page_wherever_the_keyboard_is(
    diptych: Diptych, qtbot: QtBot, name: str
) -> None:
    view, page = shown(diptych, qtbot), diptych.window.retellings.woven
    there = page.findChild(QPushButton, name) if name else view
    diptych.window.activateWindow()
    there.setFocus()
    qtbot.waitUntil(there.hasFocus)

    qtbot.keyClick(there, Qt.Key.Key_Escape)

    assert not diptych.window.actions_by_id["woven"].isChecked()


@pytest.fixture
def empty(qtbot: QtBot, diptych_look: None) -> WovenView:
    view = WovenView(theme.load_palette("light"))
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show()
    return view


def test_ten_thousand_rows_are_set_a_step_at_a_time(
    empty: WovenView, qtbot: QtBot, moments: type[TimeForOne]
) -> None:
    view = empty
    words = " ".join(f"word{n}" for n in range(12))
    rows = [
        WovenRow(voice, side, words, words, Span(n, n + 1), Span(n, n + 1), differs=n % 500 == 0)
        for n in range(3_300)
        for voice, side in (
            (Voice.BOTH, Side.LEFT),
            (Voice.LEFT, Side.LEFT),
            (Voice.RIGHT, Side.RIGHT),
        )
    ]

    view.show_rows(rows)
    qtbot.waitUntil(lambda: not view.is_setting)

    assert view.document().blockCount() > len(rows)
    rows_of_a_step = len(rows) / moments.taken
    assert rows_of_a_step < ROWS_AT_ONCE


def test_the_column_opens_where_the_reader_is(diptych: Diptych, qtbot: QtBot) -> None:
    diptych.window.actions_by_id["next-difference"].trigger()

    view = shown(diptych, qtbot)

    at = next(n for n, line in enumerate(text_of(view)) if "41,000 passengers" in line)
    cursor = QTextCursor(view.document().findBlockByNumber(at))
    qtbot.waitUntil(lambda: view.viewport().rect().contains(view.cursorRect(cursor)))


@pytest.fixture
def long_column(qtbot: QtBot, diptych_look: None) -> WovenView:
    """A column that Qt lays out in many steps, of rows that are alike on both sides."""
    view = WovenView(theme.load_palette("light"))
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show()
    words = "The council of both towns signed the second contract after a hundred had asked for it."
    view.show_rows(
        [
            WovenRow(
                Voice.BOTH, Side.LEFT, words, words, Span(n, n + 1), Span(n, n + 1), n % 99 == 7
            )
            for n in range(4_000)
        ]
    )
    qtbot.waitUntil(lambda: not view.is_setting)
    return view


def test_the_bars_stand_there_before_the_column_is_laid_out(
    qtbot: QtBot, diptych_look: None
) -> None:
    palette = theme.load_palette("light")
    view = WovenView(palette)
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show()
    words = "The council of both towns signed the second contract after a hundred had asked for it."
    view.show_rows(
        [
            WovenRow(Voice.LEFT, Side.LEFT, words, "", Span(n, n + 1), None, differs=False)
            for n in range(4_000)
        ]
    )
    qtbot.waitUntil(lambda: not view.is_setting)

    picture = view.viewport().grab().toImage()

    assert not view.document().lastBlock().layout().lineCount()
    bar = palette.color("voice-left")
    places = product(range(picture.width()), range(0, picture.height(), 9))
    assert any(picture.pixelColor(x, y) == bar for x, y in places)


def without_lines(view: WovenView, qtbot: QtBot) -> list[int]:
    """Return the paragraphs that have no line once Qt is through with the column."""
    qtbot.waitUntil(lambda: view.document().lastBlock().layout().lineCount() > 0)
    blocks = map(view.document().findBlockByNumber, range(view.document().blockCount()))
    return [block.blockNumber() for block in blocks if not block.layout().lineCount()]


def test_every_row_of_a_long_column_has_its_lines(long_column: WovenView, qtbot: QtBot) -> None:
    assert without_lines(long_column, qtbot) == []


def test_a_row_opened_while_a_long_column_is_laid_out_takes_no_lines_from_others(
    long_column: WovenView, qtbot: QtBot
) -> None:
    for number in (3, 40, 300):
        long_column.toggle_at(long_column.document().findBlockByNumber(number))

    assert without_lines(long_column, qtbot) == []


def test_the_keyboard_goes_into_the_column_and_back_to_its_side(
    diptych: Diptych, qtbot: QtBot
) -> None:
    window = diptych.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    trigger(diptych, "right-pane")
    view = shown(diptych, qtbot)
    qtbot.waitUntil(view.hasFocus)

    window.actions_by_id["woven"].setChecked(False)

    assert window.split.panes[Side.RIGHT].view.hasFocus()


def test_while_fewer_rows_are_set_those_that_stand_are_painted(
    empty: WovenView, qtbot: QtBot, moments: type[TimeForOne]
) -> None:
    view = empty
    rows = [
        WovenRow(Voice.BOTH, Side.LEFT, f"Row {n}", f"Row {n}", Span(n, n + 1), Span(n, n + 1))
        for n in range(20)
    ]
    view.show_rows(rows)
    qtbot.waitUntil(lambda: not view.is_setting)
    stood = view.viewport().grab().toImage()

    view.show_rows(rows[:1])

    assert view.is_setting
    assert view.viewport().grab().toImage() == stood
    view.toggle_at(view.document().lastBlock())  # goes by numbers that are no more
    qtbot.waitUntil(lambda: not view.is_setting)
    assert text_of(view) == ["Row 0"]
