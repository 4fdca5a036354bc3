# SPDX-License-Identifier: MIT
"""What stands in the place of an empty list never keeps the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from diptych.ui.parts.controls import EmptyState
from diptych.ui.parts.theme import load_palette


@pytest.mark.parametrize("offers", [True, False])
def test_the_keyboard_goes_on_to_what_can_be_pressed(qtbot: QtBot, offers: bool) -> None:
    panel, stack, listed = QWidget(), QStackedWidget(), QListView()
    empty, below = EmptyState(load_palette("light")), QPushButton("Close")
    own = empty.add_button("Show all", "Resets the filters.", lambda: None) if offers else None
    stack.addWidget(listed)
    stack.addWidget(empty)
    column = QVBoxLayout(panel)
    column.addWidget(stack)
    column.addWidget(below)
    below.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    qtbot.addWidget(panel)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    listed.setFocus()

    stack.setCurrentWidget(empty)

    qtbot.waitUntil(lambda: panel.focusWidget() is (own or below))
