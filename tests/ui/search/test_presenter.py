# SPDX-License-Identifier: MIT
"""Searching in the whole window: the list under the box, and the dialogs that look words up."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from diptych.app import Diptych
from diptych.services.indexing import IndexWork
from diptych.text.sides import Side
from diptych.ui.parts.rows import RowList
from diptych.ui.search.both_dialog import SearchBoth
from diptych.ui.search.concordance_dialog import Concordance
from diptych.ui.search.quote_check_dialog import QuoteCheck
from diptych.ui.search.rows import RowKind
from ui.listed import listed


def select(view: QTextEdit, start: int, end: int) -> None:
    cursor = view.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)


def search(diptych: Diptych, qtbot: QtBot, words: str) -> None:
    with qtbot.waitSignal(diptych.states.index.levelled):
        diptych.states.index.level()
    diptych.window.actions_by_id["search"].trigger()
    with qtbot.waitSignal(diptych.states.search.found):
        diptych.window.toolbar.search.setText(words)


def test_right_lists_the_other_passages_of_an_article(diptych: Diptych, qtbot: QtBot) -> None:
    search(diptych, qtbot, "filler")
    first = listed(diptych.window.results)[0]

    QTest.keyClick(diptych.window.toolbar.search, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: len(listed(diptych.window.results)) > 2)

    assert first.more > 1
    assert listed(diptych.window.results)[1].kind is RowKind.PASSAGE
    assert listed(diptych.window.results)[1].article_id == first.article_id


def test_answers_are_counted_once_the_passages_are_there(diptych: Diptych, qtbot: QtBot) -> None:
    with qtbot.waitSignal(diptych.states.search.counted) as counted:
        search(diptych, qtbot, "filler")

    answer = diptych.states.search.answer
    assert answer is not None
    assert counted.args[0].languages == {"en": answer.results.total}


def test_better_spelling_is_searched_by_choosing_it(diptych: Diptych, qtbot: QtBot) -> None:
    search(diptych, qtbot, "pasengers xyzzy")
    (row,) = listed(diptych.window.results)

    assert row.title == "passengers xyzzy"
    QTest.keyClick(diptych.window.toolbar.search, Qt.Key.Key_Return)
    assert diptych.window.toolbar.search.text() == "passengers xyzzy"


def test_saved_search_is_listed_while_nothing_is_typed(diptych: Diptych, qtbot: QtBot) -> None:
    search(diptych, qtbot, "shift workers")
    diptych.window.actions_by_id["save-search"].trigger()

    diptych.window.toolbar.search.clear()

    assert [(row.title, row.meta) for row in listed(diptych.window.results)] == [
        ("shift workers", "Saved search")
    ]


def test_note_is_found_by_the_same_box(diptych: Diptych, qtbot: QtBot) -> None:
    view = diptych.window.split.panes["left"].view
    select(view, 0, 3)
    diptych.window.actions_by_id["note"].trigger()
    editor = diptych.window.editor
    qtbot.waitUntil(editor.isVisible)
    editor.findChild(QPlainTextEdit).setPlainText("Ask the lighthouse keeper")
    diptych.window.notes_presenter.flush()

    search(diptych, qtbot, "lighthouse")

    (row,) = listed(diptych.window.results)
    assert (row.kind, row.meta) == (RowKind.NOTE, "The harbour vote")


def test_changed_word_of_a_quotation_is_shown(diptych: Diptych, qtbot: QtBot) -> None:
    search(diptych, qtbot, "argument")
    diptych.window.actions_by_id["check-quote"].trigger()
    dialog = diptych.window.findChild(QuoteCheck)
    dialog.findChild(QPlainTextEdit).setPlainText("to win an election with the other side")

    with qtbot.waitSignal(diptych.states.lookups.quote_checked):
        dialog.check()

    findings = dialog.findChild(RowList).model().rows
    assert [finding.changes for finding in findings] == [(("election", "argument"),)] * 2


def test_contexts_of_a_word_are_copied_as_a_table(diptych: Diptych, qtbot: QtBot) -> None:
    diptych.window.actions_by_id["concordance"].trigger()
    dialog = diptych.window.findChild(Concordance)
    dialog.findChild(QLineEdit).setText("mayor")

    with qtbot.waitSignal(diptych.states.lookups.lines_found):
        dialog.search()
    copy = next(b for b in dialog.findChildren(QPushButton) if "opy" in b.text())
    copy.click()

    table = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[2] for line in table] == ["Word", "mayor", "mayor"]


def test_step_in_both_goes_to_the_facing_passages(diptych: Diptych, qtbot: QtBot) -> None:
    diptych.window.toolbar.search.setText("argument")
    with qtbot.waitSignal(diptych.states.lookups.both_found):
        diptych.window.actions_by_id["search-both"].trigger()
    dialog = diptych.window.findChild(SearchBoth)
    (row,) = listed(dialog)

    QTest.keyClick(dialog.findChild(QLineEdit), Qt.Key.Key_Down)

    carets = [diptych.window.split.panes[side].view.caret_place() for side in ("left", "right")]
    assert row.left is not None
    assert row.right is not None
    assert carets == [row.left.start, row.right.start]


def test_what_is_typed_is_looked_for_in_both_without_enter(diptych: Diptych, qtbot: QtBot) -> None:
    diptych.window.actions_by_id["search-both"].trigger()
    dialog = diptych.window.findChild(SearchBoth)
    with qtbot.waitSignal(diptych.states.lookups.both_found):
        QTest.keyClicks(dialog.findChild(QLineEdit), "argument")
    assert listed(dialog)

    dialog.findChild(QLineEdit).clear()
    qtbot.waitUntil(lambda: not listed(dialog))


def test_an_article_taken_off_leaves_no_passages_in_both(diptych: Diptych, qtbot: QtBot) -> None:
    diptych.window.toolbar.search.setText("argument")
    with qtbot.waitSignal(diptych.states.lookups.both_found):
        diptych.window.actions_by_id["search-both"].trigger()
    dialog = diptych.window.findChild(SearchBoth)

    diptych.states.pair.clear(Side.RIGHT)

    assert not listed(dialog)


@pytest.mark.parametrize("words", ["shift workers", "mayor"])
def test_selected_words_are_searched_in_the_library(diptych: Diptych, words: str) -> None:
    view = diptych.window.split.panes["left"].view
    start = view.toPlainText().index(words)
    view.setFocus()
    select(view, start, start + len(words))

    diptych.window.actions_by_id["search-selection"].trigger()

    assert diptych.window.toolbar.search.text() == (f'"{words}"' if " " in words else words)


@pytest.mark.parametrize(
    ("work", "words"), [(IndexWork.MOVE, "faster engine"), (IndexWork.ANEW, "made anew")]
)
def test_reader_is_told_why_the_whole_index_is_written(
    diptych: Diptych, work: IndexWork, words: str
) -> None:
    diptych.states.index.working.emit(work)

    assert words in diptych.window.status.message.text()


def test_many_new_articles_are_indexed_without_a_word(diptych: Diptych) -> None:
    before = diptych.window.status.message.text()

    diptych.states.index.working.emit(IndexWork.MUCH)

    assert diptych.window.status.message.text() == before
