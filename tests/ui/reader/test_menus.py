# SPDX-License-Identifier: MIT
"""Menus and keys: every letter and every key means one thing, in every language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from diptych.ui.parts import translation
from diptych.ui.shell.actions import SPECS, build_actions, fill_menus


@pytest.fixture(params=translation.LANGUAGES)
def window(
    request: pytest.FixtureRequest, qapp: QApplication, qtbot: QtBot
) -> Iterator[QMainWindow]:
    """A window with the menus of one language."""
    translation.speak(qapp, request.param)
    window = QMainWindow()
    qtbot.addWidget(window)
    fill_menus(window.menuBar(), build_actions(window))
    yield window
    translation.speak(qapp, "en")


def letters(texts: list[str]) -> list[str]:
    """Return the keys that choose the entries of one menu."""
    keys = [QKeySequence.mnemonic(text).toString() for text in texts]
    return [key for key in keys if key]


def test_no_letter_chooses_two_entries_of_a_menu(window: QMainWindow) -> None:
    bar = [action.text() for action in window.menuBar().actions()]
    menus = [[a.text() for a in top.menu().actions()] for top in window.menuBar().actions()]

    doubled = [
        [key for key, times in Counter(letters(texts)).items() if times > 1]
        for texts in (bar, *menus)
    ]
    assert not [keys for keys in doubled if keys]
    assert len(letters(bar)) == len(bar)


def test_every_action_stands_in_a_menu(window: QMainWindow) -> None:
    listed = {a.objectName() for top in window.menuBar().actions() for a in top.menu().actions()}

    assert {spec.id for spec in SPECS} <= listed


def test_no_key_does_two_things() -> None:
    keys = Counter(key for spec in SPECS for key in spec.keys)

    assert not [key for key, times in keys.items() if times > 1]
