# SPDX-License-Identifier: MIT
"""The bar at a selection stands where all of it can be reached."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from diptych.app import Diptych
from diptych.paths import Profile
from diptych.ui.parts.theme import load_palette
from diptych.ui.reader.selection_bar import COLOURS, WORDED, SelectionBar
from diptych.ui.shell.open_windows import Asked


@pytest.mark.parametrize("left", [0, 100, 700])
def test_bar_at_a_narrow_column_is_never_cut_off(qtbot: QtBot, left: int) -> None:
    texts = QWidget()
    qtbot.addWidget(texts)
    texts.resize(800, 600)
    names = (*WORDED, *(f"highlight-{colour}" for colour in COLOURS))
    bar = SelectionBar({name: QAction(name, texts) for name in names}, load_palette("light"), texts)
    column = QRect(left, 0, 100, 600)
    texts.show()
    bar.show_at(QRect(left + 20, 200, 60, 20), column)
    assert bar.width() > column.width()
    assert texts.rect().contains(bar.geometry())


def test_bar_begins_in_the_colours_of_the_window(qapp: QApplication, profile: Profile) -> None:
    diptych = Diptych(qapp, profile, "dark")
    diptych.start(Asked())

    sheet = diptych.window.selection_presenter.bar.styleSheet()

    diptych.window.close()
    diptych.window.deleteLater()
    assert load_palette("dark").paper in sheet
