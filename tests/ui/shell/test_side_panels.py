# SPDX-License-Identifier: MIT
"""Panels beside the texts: folded where there is no room, gone in the focus mode."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTabWidget, QToolButton
from pytestqt.qtbot import QtBot

from diptych.app import Diptych
from diptych.text.sides import SIDES, Side
from diptych.ui.matches.why_pane import WhyPane
from diptych.ui.reader.page_view import SIDE_MARGIN
from diptych.ui.shell.side_panels import BESIDE, LIBRARY, panels_with_room, usual_width
from ui.acting import trigger

TEXTS = 700


@pytest.mark.parametrize(
    ("width", "shown"),
    [(900, set()), (1000, {BESIDE}), (1199, {BESIDE}), (1200, {BESIDE, LIBRARY})],
)
def test_in_a_narrow_window_panels_fold_until_the_texts_have_room(
    width: int, shown: set[str]
) -> None:
    assert panels_with_room([BESIDE, LIBRARY], width, TEXTS) == shown


def test_a_panel_grows_with_the_window_within_limits() -> None:
    assert [usual_width(BESIDE, width) for width in (1100, 2000, 4000)] == [320, 420, 480]


@pytest.mark.parametrize("width", [900, 1024, 1100, 1180, 1280, 1440])
def test_a_column_has_forty_letters_in_every_window(
    diptych: Diptych, qtbot: QtBot, width: int
) -> None:
    window = diptych.window
    window.resize(width, 700)
    letters = replace(window.split.panes[Side.LEFT].typography, measure=40).measure_width()

    def columns() -> list[int]:
        views = [window.split.panes[side].view for side in SIDES]
        return [view.viewport().width() - 2 * SIDE_MARGIN for view in views]

    qtbot.waitUntil(lambda: min(columns()) >= int(letters) - 1)
    assert abs(columns()[0] - columns()[1]) <= 1


def test_panels_come_back_where_there_is_room(diptych: Diptych, qtbot: QtBot) -> None:
    window = diptych.window
    window.resize(900, 600)
    panels = (window.library_panel, window.side_panel)
    qtbot.waitUntil(lambda: not any(panel.isVisible() for panel in panels))
    window.resize(1400, 800)
    qtbot.waitUntil(lambda: all(panel.isVisible() for panel in panels))


def test_a_panel_asked_for_in_a_narrow_window_is_shown(diptych: Diptych, qtbot: QtBot) -> None:
    window = diptych.window
    window.resize(900, 600)
    qtbot.waitUntil(lambda: not window.side_panel.isVisible())
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


@pytest.mark.parametrize("page", ["woven", "overview"])
def test_a_panel_asked_for_behind_a_whole_page_comes_forward(
    diptych: Diptych, qtbot: QtBot, page: str
) -> None:
    window = diptych.window
    window.resize(1400, 800)
    qtbot.waitUntil(window.library_panel.isVisible)
    actions = window.actions_by_id
    actions[page].trigger()
    qtbot.waitUntil(lambda: not window.library_panel.isVisible())
    actions[LIBRARY].trigger()
    assert window.library_panel.isVisible() and not actions[page].isChecked()


def test_a_panel_keeps_its_width_while_a_whole_page_hides_it(
    diptych: Diptych, qtbot: QtBot
) -> None:
    window = diptych.window
    window.resize(1400, 800)
    qtbot.waitUntil(window.library_panel.isVisible)
    width = window.library_panel.width()
    actions = window.actions_by_id
    actions["woven"].trigger()
    for size in ((900, 600), (1400, 800)):
        window.resize(*size)
        QApplication.processEvents()
    actions["woven"].trigger()
    qtbot.waitUntil(lambda: window.library_panel.width() == width)


def test_on_a_small_screen_at_double_size_all_of_the_window_is_seen(
    diptych: Diptych, qtbot: QtBot
) -> None:
    """1440 x 900 at 200 % are 720 x 450, less what title and edges take."""
    window = diptych.window
    window.resize(704, 394)

    panels = (window.library_panel, window.side_panel)
    qtbot.waitUntil(lambda: not any(panel.isVisible() for panel in panels))

    assert (window.width(), window.height()) == (704, 394)
    page = window.centralWidget()
    assert window.toolbar.geometry().right() <= page.width()
    assert window.status.geometry().bottom() < window.height()


def test_buttons_leave_out_their_words_where_these_have_no_room(
    diptych: Diptych, qtbot: QtBot
) -> None:
    window, style = diptych.window, Qt.ToolButtonStyle
    button = window.toolbar.findChild(QToolButton, "button-scroll-together")
    assert button is not None
    for width, expected in (
        (704, style.ToolButtonIconOnly),
        (1400, style.ToolButtonTextBesideIcon),
    ):
        window.resize(width, 600)
        qtbot.waitUntil(lambda: button.toolButtonStyle() == expected)  # noqa: B023
        ends = [each.geometry().right() for each in window.toolbar.findChildren(QToolButton)]
        assert max(ends) <= window.toolbar.width()


def test_a_panel_folds_where_its_parts_would_lie_on_one_another(
    diptych: Diptych, qtbot: QtBot
) -> None:
    window = diptych.window
    window.resize(1400, 400)
    qtbot.waitUntil(lambda: not window.side_panel.isVisible())
    window.resize(1400, 800)
    qtbot.waitUntil(window.side_panel.isVisible)


def test_a_panel_folds_too_when_its_parts_come_after_the_window(
    diptych: Diptych, qtbot: QtBot
) -> None:
    window = diptych.window
    QApplication.processEvents()  # nothing is left to arrange
    assert window.side_panel.isVisible()
    pages = window.side_panel.findChild(QTabWidget)
    pages.setMinimumHeight(window.height())
    qtbot.waitUntil(lambda: not window.side_panel.isVisible())


SIZES = [(1440, 872), (1366, 740), (1280, 690), (1000, 620), (704, 394)]


def begin_note(diptych: Diptych, qtbot: QtBot) -> None:
    """Press N with the keyboard in a text, and let the window lay itself out."""
    diptych.window.split.panes[Side.LEFT].view.setFocus()
    trigger(diptych, "note")
    for _ in range(5):  # parts ask for their height one after the other
        QApplication.processEvents()


def type_into_focus(qtbot: QtBot, words: str) -> None:
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPlainTextEdit)
    qtbot.keyClicks(focused, words)


@pytest.mark.parametrize("size", SIZES)
def test_a_panel_that_is_written_in_stays_whatever_the_height(
    diptych: Diptych, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window = diptych.window
    window.resize(*size)
    QApplication.processEvents()
    diptych.states.pair.found.choose(0)
    window.matches.set_why_shown(True)
    begin_note(diptych, qtbot)
    type_into_focus(qtbot, "Both saw it")
    assert window.editor.isVisible()
    bottom = window.editor.mapTo(window, window.editor.rect().bottomLeft()).y()
    assert bottom < window.height() - window.status.height()
    window.editor.flush()
    assert diptych.states.notes.editing.text == "Both saw it"


def test_a_panel_that_is_written_in_stays_when_the_window_becomes_small(
    diptych: Diptych, qtbot: QtBot
) -> None:
    begin_note(diptych, qtbot)
    diptych.window.resize(704, 394)
    for _ in range(5):
        QApplication.processEvents()
    type_into_focus(qtbot, "still here")
    assert diptych.window.editor.isVisible()


def test_a_note_begun_in_the_woven_text_is_written_where_it_is_seen(
    diptych: Diptych, qtbot: QtBot
) -> None:
    diptych.states.pair.found.choose(0)
    trigger(diptych, "woven")
    begin_note(diptych, qtbot)
    type_into_focus(qtbot, "seen")
    assert diptych.window.editor.isVisible()


def test_a_note_is_written_in_a_panel_that_was_folded(diptych: Diptych, qtbot: QtBot) -> None:
    diptych.window.actions_by_id[BESIDE].trigger()
    begin_note(diptych, qtbot)
    type_into_focus(qtbot, "unfolded")


def test_a_low_window_gives_back_the_lists_to_who_goes_there(
    diptych: Diptych, qtbot: QtBot
) -> None:
    window = diptych.window
    window.resize(1000, 600)
    begin_note(diptych, qtbot)
    type_into_focus(qtbot, "kept")
    assert window.tabs.height() < 50
    trigger(diptych, "all-notes")
    qtbot.waitUntil(lambda: not window.editor.isVisible() and window.tabs.height() > 150)
    assert window.notes.isVisible()


def test_the_keyboard_goes_to_the_texts_when_its_panel_is_folded(
    diptych: Diptych, qtbot: QtBot
) -> None:
    begin_note(diptych, qtbot)
    diptych.window.actions_by_id[BESIDE].trigger()
    views = [pane.view for pane in diptych.window.split.panes.values()]
    assert QApplication.focusWidget() in views


@pytest.mark.parametrize("tab", ["only_here", "notes"])
def test_why_is_shown_to_who_asks_at_another_list(diptych: Diptych, qtbot: QtBot, tab: str) -> None:
    window = diptych.window
    diptych.states.pair.found.choose(0)
    window.tabs.setCurrentWidget(getattr(window, tab))
    trigger(diptych, "why-match")
    why = window.matches.findChild(WhyPane)
    qtbot.waitUntil(why.isVisible)  # with the matches, which are listed by and by
    trigger(diptych, "why-match")
    assert not why.isVisible()


@pytest.mark.parametrize("hidden_by", ["toggle-panel", "brief", "woven"])
@pytest.mark.parametrize(("action", "tab"), [("why-match", "matches"), ("all-notes", "notes")])
def test_a_list_asked_for_is_seen_whatever_hides_it(
    diptych: Diptych, action: str, tab: str, hidden_by: str
) -> None:
    diptych.states.pair.found.choose(0)
    trigger(diptych, hidden_by)
    trigger(diptych, action)
    assert getattr(diptych.window, tab).isVisible()


def test_a_panel_unfolded_to_write_a_note_folds_when_it_is_written(
    diptych: Diptych, qtbot: QtBot
) -> None:
    window = diptych.window
    window.resize(900, 600)
    qtbot.waitUntil(window.side_panel.isHidden)
    begin_note(diptych, qtbot)
    assert window.side_panel.isVisible()

    window.editor.closed.emit()

    qtbot.waitUntil(window.side_panel.isHidden)
