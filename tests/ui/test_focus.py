# SPDX-License-Identifier: MIT
"""The keyboard's place is always seen, and no control is out of its reach."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from diptych.app import Diptych
from ui.every_dialog import DIALOGS


def stops(root: QWidget) -> list[QWidget]:
    """Return the visible widgets that Tab leads to."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and widget.isEnabled()
    ]


def looks_the_same_focused(widget: QWidget) -> bool:
    widget.clearFocus()
    QApplication.processEvents()
    before = widget.grab().toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    return widget.hasFocus() and widget.grab().toImage() == before


def unseen(root: QWidget) -> list[str]:
    """Return the controls that look alike with and without the keyboard."""
    root.activateWindow()
    QApplication.processEvents()
    return [
        f"{type(widget).__name__} {widget.accessibleName()}"
        for widget in stops(root)
        if looks_the_same_focused(widget)
    ]


def test_focus_is_seen_in_the_window(diptych: Diptych) -> None:
    diptych.window.actions_by_id["next-match"].trigger()
    assert not unseen(diptych.window)


def test_focus_is_seen_at_the_first_start(open_window: Callable[..., Diptych]) -> None:
    assert not unseen(open_window().window)


@pytest.mark.qt_log_ignore("plugin does not support", extend=True)
@pytest.mark.parametrize("name", DIALOGS)
def test_focus_is_seen_in_a_dialog(qtbot: QtBot, diptych_look: None, name: str) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = DIALOGS[name](parent)
    dialog.show()
    assert not unseen(dialog)


def test_every_button_is_reached_by_tab_or_has_an_action(diptych: Diptych) -> None:
    window = diptych.window
    by_mouse = [
        f"{type(button).__name__} {button.accessibleName() or button.text()}"
        for button in window.findChildren(QAbstractButton)
        if button.focusPolicy() == Qt.FocusPolicy.NoFocus
        and not button.objectName().startswith("qt_")
        and not isinstance(button.parent(), QScrollBar)
        and button.isVisible()
    ]
    assert not by_mouse
