# SPDX-License-Identifier: MIT
"""A name is asked for with those used before at hand, and never taken empty."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from diptych.ui.parts.name_sheet import NameSheet


def about(name: str) -> str:
    return f"About {name}." if name else "Without a name nothing is kept."


@pytest.fixture
def sheet(qtbot: QtBot) -> NameSheet:
    sheet = NameSheet("Save this pair", about, name="Two papers", known=("Harbour", "Ferries"))
    # It deletes itself when it closes; a test asks afterwards.
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(sheet)
    sheet.open()
    return sheet


def box(sheet: NameSheet) -> QLineEdit:
    return sheet.findChild(QLineEdit)


def test_enter_takes_the_name_on_one_line(sheet: NameSheet, qtbot: QtBot) -> None:
    box(sheet).setText("  The   vote ")
    with qtbot.waitSignal(sheet.named) as named:
        QTest.keyClick(box(sheet), Qt.Key.Key_Return)
    assert named.args == ["The vote"] and not sheet.isVisible()


def test_escape_names_nothing(sheet: NameSheet, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(sheet.named):
        QTest.keyClick(box(sheet), Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_an_empty_name_says_what_comes_of_it_and_is_not_taken(
    sheet: NameSheet, qtbot: QtBot
) -> None:
    box(sheet).setText("   ")
    with qtbot.assertNotEmitted(sheet.named):
        QTest.keyClick(box(sheet), Qt.Key.Key_Return)
    assert sheet.line.text() == "Without a name nothing is kept." and sheet.isVisible()
    assert not sheet.findChild(QPushButton).isEnabled()


def test_names_used_before_are_offered_from_any_of_their_letters(sheet: NameSheet) -> None:
    completer = box(sheet).completer()
    completer.setCompletionPrefix("RR")
    assert completer.currentCompletion() == "Ferries"
    assert completer.completionCount() == 1
