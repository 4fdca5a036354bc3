# SPDX-License-Identifier: MIT
"""What is typed leaves the editor soon, and on every way of leaving."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from diptych.ui.notes.editor import SAVE_EVERY_MS, NoteEditor
from diptych.ui.notes.quotes import QuoteList
from diptych.ui.notes.rows import NoteDraft, QuoteRow
from diptych.ui.parts.controls import Chip
from diptych.ui.parts.theme import load_palette

LEFT = QuoteRow("left", "The harbour vote", "one call")
DRAFT = NoteDraft("n1", "As it was", (LEFT,), "agrees", ("sources",))


@pytest.fixture
def editor(qtbot: QtBot) -> NoteEditor:
    editor = NoteEditor(load_palette("light"))
    qtbot.addWidget(editor)
    editor.open_note(DRAFT)
    editor.show()
    return editor


def text_box(editor: NoteEditor) -> QPlainTextEdit:
    return editor.findChild(QPlainTextEdit)


@pytest.mark.parametrize("height", [310, 420])
def test_both_quotations_are_seen_in_a_low_editor(editor: NoteEditor, height: int) -> None:
    long = "The harbour cannot be settled in one call, nor in any meeting that follows it. " * 3
    editor.resize(310, height)
    editor.open_note(NoteDraft("n3", "x", tuple(QuoteRow(s, s, long) for s in ("left", "right"))))
    shown = editor.findChild(QScrollArea)
    assert shown.height() >= editor.findChild(QuoteList).heightForWidth(editor.width() - 26)


def test_opening_a_note_is_no_change(editor: NoteEditor, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(editor.draft_changed, wait=SAVE_EVERY_MS + 100):
        editor.open_note(replace(DRAFT, id="n2", text="Another"))


def test_draft_is_what_was_opened(editor: NoteEditor) -> None:
    assert editor.draft() == DRAFT


def test_typing_leaves_within_half_a_second(editor: NoteEditor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editor.draft_changed, timeout=500) as changed:
        QTest.keyClicks(text_box(editor), "!")
    assert changed.args == [replace(DRAFT, text="As it was!")]


def test_typing_on_does_not_put_the_saving_off(editor: NoteEditor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editor.draft_changed, timeout=SAVE_EVERY_MS + 300):
        for _ in range(5):
            QTest.keyClicks(text_box(editor), "x", delay=SAVE_EVERY_MS // 4)


def test_hiding_lets_the_draft_leave_at_once(editor: NoteEditor, qtbot: QtBot) -> None:
    text_box(editor).setPlainText("new words")
    with qtbot.waitSignal(editor.draft_changed, timeout=100) as changed:
        editor.hide()
    assert changed.args[0].text == "new words"


def test_opening_another_note_lets_the_first_leave(editor: NoteEditor, qtbot: QtBot) -> None:
    text_box(editor).setPlainText("new words")
    with qtbot.waitSignal(editor.draft_changed, timeout=100) as changed:
        editor.open_note(NoteDraft("n2", "other"))
    assert (changed.args[0].id, changed.args[0].text) == ("n1", "new words")


def test_escape_saves_and_closes(editor: NoteEditor, qtbot: QtBot) -> None:
    text_box(editor).setPlainText("new words")
    with qtbot.waitSignals([editor.draft_changed, editor.closed], timeout=500):
        QTest.keyClick(text_box(editor), Qt.Key.Key_Escape)


def test_stance_leaves_at_once(editor: NoteEditor, qtbot: QtBot) -> None:
    chip = next(c for c in editor.findChildren(Chip) if c.text() == "Contradicts")
    with qtbot.waitSignal(editor.draft_changed, timeout=100) as changed:
        chip.click()
    assert changed.args[0].stance == "contradicts"


def test_tags_are_part_of_the_draft(editor: NoteEditor) -> None:
    editor.findChild(QLineEdit).setText("#one, two")
    assert editor.draft().tags == ("one", "two")


def test_missing_side_is_offered(editor: NoteEditor, qtbot: QtBot) -> None:
    button = next(b for b in editor.findChildren(QPushButton) if "right" in b.text())
    with qtbot.waitSignal(editor.add_side_requested) as asked:
        button.click()
    assert asked.args == ["right"]


def test_added_passage_keeps_what_is_being_typed(editor: NoteEditor, qtbot: QtBot) -> None:
    text_box(editor).setPlainText("half a th")
    saved: list[NoteDraft] = []
    editor.draft_changed.connect(saved.append)
    editor.flush()
    both = replace(saved[-1], anchors=(LEFT, QuoteRow("right", "Ferry", "the call")))
    editor.open_note(both)
    assert editor.draft() == both


def test_same_words_keep_the_cursor(editor: NoteEditor) -> None:
    cursor = text_box(editor).textCursor()
    cursor.setPosition(3)
    text_box(editor).setTextCursor(cursor)
    editor.open_note(DRAFT)
    assert text_box(editor).textCursor().position() == 3


def test_saved_time_is_shown(editor: NoteEditor) -> None:
    editor.show_saved("14:02")
    assert any(label.text() == "Saved 14:02" for label in editor.findChildren(QLabel))


def test_delete_names_the_note(editor: NoteEditor, qtbot: QtBot) -> None:
    button = next(b for b in editor.findChildren(QToolButton) if b.text() == "Delete")
    with qtbot.waitSignal(editor.delete_requested) as deleted:
        button.click()
    assert deleted.args == ["n1"]


@pytest.mark.parametrize("text", ["", "{{ x }} ** # `", "🚢\u202eabc", "x" * 200_000])
def test_hostile_text_comes_back_as_typed(editor: NoteEditor, text: str) -> None:
    editor.open_note(NoteDraft("n3", text))
    assert editor.draft().text == text


def test_tag_of_several_words_is_not_taken_apart(editor: NoteEditor, qtbot: QtBot) -> None:
    draft = replace(DRAFT, tags=("port fund", "sources"))
    editor.open_note(draft)
    with qtbot.assertNotEmitted(editor.draft_changed):
        editor.flush()
    assert editor.draft().tags == draft.tags


def test_ctrl_return_ends_writing_and_does_nothing_else(editor: NoteEditor, qtbot: QtBot) -> None:
    accepted = QShortcut(QKeySequence("Ctrl+Return"), editor.window())
    text_box(editor).setFocus()
    with (
        qtbot.waitSignal(editor.closed),
        qtbot.assertNotEmitted(accepted.activated),
    ):
        QTest.keyClick(text_box(editor), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert editor.draft() == DRAFT
