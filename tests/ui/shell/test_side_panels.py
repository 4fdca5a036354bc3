# SPDX-License-Identifier: MIT
"""Panels beside the texts: folded where there is no room, gone in the focus mode."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from diptych.app import Diptych
from diptych.text.sides import SIDES, Side
from diptych.ui.shell.side_panels import BESIDE, LIBRARY, panels_with_room, usual_width

TEXTS = 700


@pytest.mark.parametrize(
    ("width", "shown"),
    [(900, set()), (1020, {BESIDE}), (1099, {BESIDE}), (1100, {BESIDE, LIBRARY})],
)
def test_in_a_narrow_window_panels_fold_until_the_texts_have_room(
    width: int, shown: set[str]
) -> None:
    assert panels_with_room([BESIDE, LIBRARY], width, TEXTS) == shown


def test_a_panel_grows_with_the_window_within_limits() -> None:
    assert [usual_width(BESIDE, width) for width in (1100, 2000, 4000)] == [320, 420, 480]


def test_a_narrow_window_leaves_forty_letters_to_a_column(diptych: Diptych, qtbot: QtBot) -> None:
    window = diptych.window
    window.resize(900, 600)
    qtbot.waitUntil(lambda: not window.library_panel.isVisible(), timeout=10_000)
    assert not window.side_panel.isVisible()
    letters = 40 * window.split.panes[Side.LEFT].view.fontMetrics().averageCharWidth() * 0.9
    assert all(window.split.panes[side].view.width() >= letters for side in SIDES)
    window.resize(1400, 800)
    qtbot.waitUntil(window.library_panel.isVisible, timeout=10_000)
    assert window.side_panel.isVisible()


def test_a_panel_asked_for_in_a_narrow_window_is_shown(diptych: Diptych, qtbot: QtBot) -> None:
    window = diptych.window
    window.resize(900, 600)
    qtbot.waitUntil(lambda: not window.side_panel.isVisible(), timeout=10_000)
    window.actions_by_id[BESIDE].trigger()
    assert window.side_panel.isVisible()


def test_the_texts_stand_alone_until_esc(diptych: Diptych, qtbot: QtBot) -> None:
    window = diptych.window
    window.actions_by_id["focus-mode"].trigger()
    around = (window.library_panel, window.side_panel, window.toolbar, window.status)
    assert not any(widget.isVisible() for widget in around)
    assert window.split.isVisible()
    qtbot.keyClick(window.split.panes[Side.LEFT].view, Qt.Key.Key_Escape)
    assert all(widget.isVisible() for widget in around)


def test_bands_can_be_left_out_and_stay_so(diptych: Diptych) -> None:
    diptych.window.actions_by_id["ribbons"].trigger()
    assert not diptych.window.split.ribbon.isVisible()
    assert not diptych.window.frame.preferences.now.ribbons
