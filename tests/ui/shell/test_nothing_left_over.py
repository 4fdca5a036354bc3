# SPDX-License-Identifier: MIT
"""What opens for a moment is gone when it closes; a long day would fill the memory."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot

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


def test_the_menu_of_counterparts_is_gone_when_it_closes(diptych: Diptych, qtbot: QtBot) -> None:
    found = diptych.states.pair.found
    found.choices_offered.emit(Side.LEFT, (0, 0))
    menu = QApplication.activePopupWidget()

    assert isinstance(menu, QMenu)
    with qtbot.waitSignal(menu.destroyed):
        menu.close()
