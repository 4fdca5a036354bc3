# SPDX-License-Identifier: MIT
"""What opens for a moment is gone when it closes; a long day would fill the memory."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from diptych.app import Diptych
from diptych.text.sides import Side

# Of a window that is drawn nowhere; the soak does the same in a real one.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
HEADED = "# The pier\n\nOne sentence on the pier.\n\n## The boat\n\nOne sentence on the boat.\n"


def test_the_about_box_is_gone_when_it_closes(diptych: Diptych, qtbot: QtBot) -> None:
    diptych.window.actions_by_id["about"].trigger()
    (box,) = (d for d in diptych.window.findChildren(QDialog) if d.isVisible())

    with qtbot.waitSignal(box.destroyed):
        box.close()


def test_the_list_of_headings_is_gone_when_it_closes(
    open_window: Callable[..., Diptych], qtbot: QtBot, tmp_path: Path
) -> None:
    paths = [tmp_path / "left.md", tmp_path / "right.md"]
    for path in paths:
        path.write_text(HEADED + path.stem, encoding="utf-8")
    diptych = open_window(*paths)

    diptych.window.actions_by_id["outline"].trigger()
    (sheet,) = (d for d in diptych.window.findChildren(QDialog) if d.isVisible())

    sheet.close()
    qtbot.waitUntil(lambda: not isValid(sheet))


def test_the_menu_of_counterparts_is_gone_when_it_closes(diptych: Diptych, qtbot: QtBot) -> None:
    found = diptych.states.pair.found
    found.choices_offered.emit(Side.LEFT, (0, 0))
    menu = QApplication.activePopupWidget()

    assert isinstance(menu, QMenu)
    with qtbot.waitSignal(menu.destroyed):
        menu.close()
