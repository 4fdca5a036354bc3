# SPDX-License-Identifier: MIT
"""A backup is restored after a second word; a template's default is a click away."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from diptych.ui.export.template_editor import TemplateEditor
from diptych.ui.notes.backups_dialog import BackupsDialog
from diptych.ui.notes.rows import BackupRow

ROWS = (BackupRow("/b/2", "24 Nov, 13:48", "4 notes"), BackupRow("/b/1", "23 Nov", "3 notes"))


def button(dialog: BackupsDialog | TemplateEditor, words: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if words in b.text().replace("&", ""))


@pytest.fixture
def editor(qtbot: QtBot) -> TemplateEditor:
    editor = TemplateEditor("", "mine", "ours")
    qtbot.addWidget(editor)
    return editor


def test_backup_is_restored_after_a_second_word(qtbot: QtBot) -> None:
    dialog = BackupsDialog(ROWS)
    qtbot.addWidget(dialog)
    with qtbot.assertNotEmitted(dialog.restore_requested):
        button(dialog, "Restore").click()
    with qtbot.waitSignal(dialog.restore_requested) as asked:
        button(dialog, "Really?").click()
    assert asked.args == ["/b/2"]


def test_without_backups_nothing_can_be_restored(qtbot: QtBot) -> None:
    dialog = BackupsDialog(())
    qtbot.addWidget(dialog)
    assert not button(dialog, "Restore").isEnabled()


def test_template_needs_a_name_to_be_saved(editor: TemplateEditor, qtbot: QtBot) -> None:
    assert not button(editor, "Save").isEnabled()
    box = editor.findChild(QLineEdit)
    assert box is not None
    box.setText("Short")
    with qtbot.waitSignal(editor.save_requested) as saved:
        button(editor, "Save").click()
    assert saved.args == ["Short", "mine"]


def test_default_comes_back_into_the_editor(editor: TemplateEditor) -> None:
    button(editor, "Back to the default").click()
    assert editor.source() == "ours"


def test_fault_is_told_and_the_last_preview_stays(editor: TemplateEditor) -> None:
    editor.show_preview("# Notes")
    editor.show_problem("The template has a fault in line 2.")
    shown = [box.toPlainText() for box in editor.findChildren(QPlainTextEdit)]
    assert "# Notes" in shown
    assert any("line 2" in label.text() for label in editor.findChildren(QLabel))
