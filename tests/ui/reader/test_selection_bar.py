# SPDX-License-Identifier: MIT
"""The bar at a selection stands where all of it can be reached."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from diptych.ui.reader.selection_bar import COLOURS, WORDED, SelectionBar


@pytest.mark.parametrize("left", [0, 100, 700])
def test_bar_at_a_narrow_column_is_never_cut_off(qtbot: QtBot, left: int) -> None:
    texts = QWidget()
    qtbot.addWidget(texts)
    texts.resize(800, 600)
    names = (*WORDED, *(f"highlight-{colour}" for colour in COLOURS))
    bar = SelectionBar({name: QAction(name, texts) for name in names}, texts)
    column = QRect(left, 0, 100, 600)
    texts.show()
    bar.show_at(QRect(left + 20, 200, 60, 20), column)
    assert bar.width() > column.width()
    assert texts.rect().contains(bar.geometry())
