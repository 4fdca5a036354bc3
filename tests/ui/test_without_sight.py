# SPDX-License-Identifier: MIT
"""What assistive technology is told: a name for every control, a list that reads."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from diptych.app import Diptych
from diptych.ui.parts.kinds import saying_name
from ui.every_dialog import DIALOGS

CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSlider, QComboBox, QLineEdit, QPlainTextEdit,
    QTextEdit,
)  # fmt: skip


def name_of(widget: QWidget) -> str:
    """Return what a screen reader says for a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface else ""


def is_part_of(widget: QWidget, *kinds: type[QWidget]) -> bool:
    """Tell whether a widget only helps another to work, as the list of a drop-down box does."""
    above = widget.parentWidget()
    return above is not None and (isinstance(above, kinds) or is_part_of(above, *kinds))


def nameless(root: QWidget) -> list[str]:
    """Return the controls below ``root`` that nothing could call by a name."""
    found = [
        widget
        for widget in root.findChildren(QWidget)
        if (isinstance(widget, CONTROLS) or widget.focusPolicy() != Qt.FocusPolicy.NoFocus)
        and not isinstance(widget, QScrollBar)
        and not widget.isHidden()
        and not is_part_of(widget, QComboBox, QAbstractItemView)
        and not widget.objectName().startswith("qt_")
    ]
    return [f"{type(w).__name__} in {type(w.parent()).__name__}" for w in found if not name_of(w)]


def test_every_control_of_the_first_start_has_a_name(open_window: Callable[..., Diptych]) -> None:
    assert not nameless(open_window().window)


def test_every_control_beside_two_articles_has_a_name(diptych: Diptych) -> None:
    assert not nameless(diptych.window)


@pytest.mark.qt_log_ignore("plugin does not support", extend=True)
@pytest.mark.parametrize("name", DIALOGS)
def test_every_control_of_a_dialog_has_a_name(qtbot: QtBot, name: str) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = DIALOGS[name](parent)
    dialog.show()
    assert not nameless(dialog)
    assert dialog.windowTitle() or name_of(dialog)


def is_unseen(action: QAction) -> bool:
    """Tell separators, the buttons in boxes, and menus that a button opens."""
    parent = action.parent()
    opens = isinstance(parent, QMenu) and parent.menuAction() == action
    return opens or action.isSeparator() or isinstance(parent, QLineEdit)


def test_every_action_has_words(diptych: Diptych) -> None:
    actions = diptych.window.findChildren(QAction)
    assert not [action for action in actions if not action.text() and not is_unseen(action)]


def test_the_panes_are_texts_named_by_side_and_title(diptych: Diptych) -> None:
    panes = diptych.window.split.panes
    assert name_of(panes["left"].view) == "Left article: The harbour vote"
    assert name_of(panes["right"].view) == "Right article: The ferry deal"


def test_the_match_list_is_a_list_that_reads_each_match(diptych: Diptych, qtbot: QtBot) -> None:
    view = diptych.window.matches.findChild(QAbstractItemView)
    qtbot.waitUntil(lambda: view.model().rowCount() > 0)
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.role() == QAccessible.Role.List
    said = interface.child(0).text(QAccessible.Text.Name)
    assert said.startswith(f"Match 1 of {interface.childCount()}, ")
    assert "left paragraph" in said
    assert "right paragraph" in said


def test_a_jump_is_announced(diptych: Diptych, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(diptych.window.status, "announce", said.append)
    diptych.window.actions_by_id["next-match"].trigger()

    pair = diptych.states.pair
    at, total = pair.found.position("left")
    kind = saying_name(pair.found.matches[pair.found.current].saying).lower()
    assert said[-1].startswith(f"Match {at} of {total}, {kind}, left paragraph ")


def test_a_jump_in_the_list_is_not_said_twice(
    diptych: Diptych, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    view = diptych.window.matches.findChild(QAbstractItemView)
    qtbot.waitUntil(lambda: view.model().rowCount() > 0)
    said: list[str] = []
    monkeypatch.setattr(diptych.window.status, "announce", said.append)
    diptych.window.activateWindow()
    diptych.window.matches.focus_list()
    diptych.window.actions_by_id["next-match"].trigger()
    assert said == []


def test_taking_a_verdict_back_is_announced(
    diptych: Diptych, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(diptych.window.status, "announce", said.append)
    for action in ("next-match", "reject", "undo"):
        diptych.window.actions_by_id[action].trigger()
    assert said[-1] == "The match is no longer rejected."
