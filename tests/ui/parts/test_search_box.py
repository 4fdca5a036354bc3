# SPDX-License-Identifier: MIT
"""Keys in a box that move in the list under it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from diptych.ui.parts.search_box import SearchBox, step_meant

NONE, KEYPAD = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


def pressed(key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, held)


@pytest.mark.parametrize(
    ("key", "step"),
    [
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_Up, -1),
        (Qt.Key.Key_PageDown, 10),
        (Qt.Key.Key_PageUp, -10),
        (Qt.Key.Key_Right, 0),
    ],
)
def test_arrows_and_page_keys_move_in_the_list(key: Qt.Key, step: int) -> None:
    assert step_meant(pressed(key)) == step


@pytest.mark.parametrize(("held", "step"), [(KEYPAD, 1), (SHIFT, 0), (ALT, 0)])
def test_a_mac_says_keypad_of_every_arrow(held: Qt.KeyboardModifier, step: int) -> None:
    assert step_meant(pressed(Qt.Key.Key_Down, held)) == step


def test_a_key_that_is_let_go_moves_nothing() -> None:
    assert step_meant(QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Down, NONE)) == 0


def test_the_search_field_takes_the_arrows_of_a_mac(qtbot: QtBot) -> None:
    box = SearchBox()
    qtbot.addWidget(box)

    with qtbot.waitSignal(box.moved) as moved:
        qtbot.keyClick(box, Qt.Key.Key_Down, KEYPAD)

    assert moved.args == [1]


@pytest.mark.parametrize(("width", "shown"), [(400, "Search 2 articles   Ctrl+K"), (90, "Search")])
def test_the_hint_is_never_cut_off(qtbot: QtBot, width: int, shown: str) -> None:
    box = SearchBox()
    qtbot.addWidget(box)
    box.offer_hints(("Search 2 articles   Ctrl+K", "Search 2 articles", "Search", ""))
    box.resize(width, 30)
    box.show()
    assert box.placeholderText() == shown


def test_the_shortest_hint_has_room_however_narrow_the_row(qtbot: QtBot) -> None:
    box = SearchBox()
    qtbot.addWidget(box)
    box.offer_hints(("Искать среди 12 статей", "Искать…", ""))
    box.resize(box.minimumWidth(), 30)
    box.show()
    assert box.placeholderText() == "Искать…"
