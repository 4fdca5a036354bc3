# SPDX-License-Identifier: MIT
"""No two actions share a key, and typing keeps its letters."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QKeySequenceEdit, QPushButton
from pytestqt.qtbot import QtBot

from diptych.ui.parts.rows import RowList
from diptych.ui.shell.remap import ActionRow, Keyed, refusal
from diptych.ui.shell.shortcuts_dialog import ShortcutList

ACTIONS = (
    Keyed("pin", "Pin left", ("Alt+1",)),
    Keyed("next", "Next match", ("Alt+Down", "F7")),
    Keyed("go", "Go to library", ("Ctrl+G, L",)),
)


@pytest.mark.parametrize("keys", ["Ctrl+J", "F9", "Alt+2", "", "Shift+F7", "Ctrl+Up"])
def test_free_keys_are_taken(qapp: object, keys: str) -> None:
    assert refusal(ACTIONS, "pin", keys) == ""


def test_own_key_is_no_conflict(qapp: object) -> None:
    assert refusal(ACTIONS, "pin", "Alt+1") == ""


def test_taken_key_names_its_action(qapp: object) -> None:
    assert refusal(ACTIONS, "pin", "F7") == "F7 already does “Next match”."


def test_beginning_of_a_longer_sequence_is_taken(qapp: object) -> None:
    assert "Go to library" in refusal(ACTIONS, "pin", "Ctrl+G")


@pytest.mark.parametrize("keys", ["Esc", "Tab", "Return", "Down", "Shift+Tab", "Space"])
def test_keys_that_move_and_choose_are_refused(qapp: object, keys: str) -> None:
    assert "needed" in refusal(ACTIONS, "pin", keys)


@pytest.mark.parametrize("keys", ["A", "Shift+A", "7", "Я"])
def test_letters_alone_are_refused(qapp: object, keys: str) -> None:
    assert "typing" in refusal(ACTIONS, "pin", keys)


@pytest.fixture
def dialog(qtbot: QtBot) -> ShortcutList:
    dialog = ShortcutList(
        (
            ActionRow("pin", "Pin left", "Go", "Alt+1"),
            ActionRow("next", "Next", "Go", "Alt+Down, F7"),
        )
    )
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def press(dialog: ShortcutList, keys: str) -> None:
    box = dialog.findChild(QKeySequenceEdit)
    box.setKeySequence(keys)
    box.editingFinished.emit()


def test_new_keys_are_asked_for(dialog: ShortcutList, qtbot: QtBot) -> None:
    QTest.keyClick(dialog.findChild(RowList), Qt.Key.Key_Down)
    with qtbot.waitSignal(dialog.remap_requested) as asked:
        press(dialog, "Ctrl+J")
    assert asked.args == ["pin", "Ctrl+J"]


def test_keys_of_another_action_are_not_asked_for(dialog: ShortcutList, qtbot: QtBot) -> None:
    QTest.keyClick(dialog.findChild(RowList), Qt.Key.Key_Down)
    with qtbot.assertNotEmitted(dialog.remap_requested):
        press(dialog, "F7")


def test_default_is_asked_for_one_action(dialog: ShortcutList, qtbot: QtBot) -> None:
    QTest.keyClick(dialog.findChild(RowList), Qt.Key.Key_Down)
    default = next(b for b in dialog.findChildren(QPushButton) if b.text() == "&Default")
    with qtbot.waitSignal(dialog.reset_requested) as asked:
        default.click()
    assert asked.args == ["pin"]


def test_mere_list_cannot_be_changed(qtbot: QtBot) -> None:
    dialog = ShortcutList((("Pin left", "Alt+1"),))
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClick(dialog.findChild(RowList), Qt.Key.Key_Down)
    assert not dialog.findChild(QKeySequenceEdit).isVisible()
