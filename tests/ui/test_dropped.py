# SPDX-License-Identifier: MIT
"""What is dropped on the window: files, texts, addresses, articles of the library."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from diptych.app import Diptych
from diptych.text.sides import Side
from diptych.ui.parts.dropping import ARTICLE_MIME

DRAGGED = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)


def taking(widget: QWidget | None) -> QWidget | None:
    """Return the widget to which Qt gives what is dragged over another."""
    while widget is not None and not widget.acceptDrops():
        widget = widget.parentWidget()
    return widget


def drag(widget: QWidget, mime: QMimeData) -> bool:
    """Drag something over a widget; return whether it may be dropped there."""
    event = QDragEnterEvent(QPoint(40, 40), Qt.DropAction.CopyAction, mime, *DRAGGED)
    event.ignore()
    QApplication.sendEvent(taking(widget), event)
    return event.isAccepted()


def drop(widget: QWidget, mime: QMimeData) -> None:
    assert drag(widget, mime)
    event = QDropEvent(QPointF(40, 40), Qt.DropAction.CopyAction, mime, *DRAGGED)
    QApplication.sendEvent(taking(widget), event)


def urls(*addresses: str | Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls(
        [QUrl.fromLocalFile(str(a)) if isinstance(a, Path) else QUrl(a) for a in addresses]
    )
    return mime


def articles(*ids: str) -> QMimeData:
    mime = QMimeData()
    mime.setData(ARTICLE_MIME, "\n".join(ids).encode())
    return mime


@pytest.mark.parametrize("name", ["split", "library_panel", "status"])
def test_what_is_dropped_is_never_moved_out_of_where_it_was(diptych: Diptych, name: str) -> None:
    mime = QMimeData()
    mime.setText("A pier\n\nIt was mended in the spring.")
    widget = taking(getattr(diptych.window, name))
    offered = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    entering = QDragEnterEvent(QPoint(40, 40), offered, mime, *DRAGGED)
    dropping = QDropEvent(QPointF(40, 40), offered, mime, *DRAGGED)
    for event in (entering, dropping):
        event.setDropAction(Qt.DropAction.MoveAction)
        QApplication.sendEvent(widget, event)
        assert event.isAccepted() and event.dropAction() is Qt.DropAction.CopyAction


def test_a_text_dropped_on_an_empty_window_is_opened(
    open_window: Callable[..., Diptych], qtbot: QtBot
) -> None:
    diptych, mime = open_window(), QMimeData()
    mime.setText("A pier\n\nIt was mended in the spring.")

    drop(diptych.window, mime)

    left = diptych.states.pair.sides
    qtbot.waitUntil(lambda: left[Side.LEFT] is not None)
    assert left[Side.LEFT].article.called == "A pier"


def test_two_files_dropped_on_an_empty_window_are_opened(
    open_window: Callable[..., Diptych], files: tuple[Path, Path], qtbot: QtBot
) -> None:
    diptych = open_window()
    drop(diptych.window, urls(*files))
    qtbot.waitUntil(lambda: all(diptych.states.pair.pinned_ids()))


def test_a_file_dropped_on_a_side_frames_it_and_back_takes_it_off(
    diptych: Diptych, qtbot: QtBot, tmp_path: Path
) -> None:
    pair, pane = diptych.states.pair, diptych.window.split.panes[Side.RIGHT]
    before = pair.pinned_ids()
    (tmp_path / "drop.txt").write_text("A pier\n\nIt was mended in the spring.", encoding="utf-8")
    mime = urls(tmp_path / "drop.txt")
    assert drag(pane.view.viewport(), mime)
    assert pane.drop_frame.isVisible()

    drop(pane.view.viewport(), mime)
    assert not pane.drop_frame.isVisible()
    qtbot.waitUntil(lambda: pair.pinned_ids() != before)
    diptych.window.actions_by_id["back"].trigger()
    qtbot.waitUntil(lambda: pair.pinned_ids() == before)


def test_a_row_of_the_library_is_dropped_on_a_side_that_is_empty(
    diptych: Diptych, qtbot: QtBot
) -> None:
    pair, pane = diptych.states.pair, diptych.window.split.panes[Side.RIGHT]
    before = pair.pinned_ids()
    pair.clear(Side.RIGHT)
    assert pane.shown is not pane.view

    drop(pane.shown, articles(before[1]))

    qtbot.waitUntil(lambda: pair.pinned_ids() == before)


def test_of_two_rows_dropped_on_a_side_the_second_goes_across(
    diptych: Diptych, qtbot: QtBot
) -> None:
    pair, pane = diptych.states.pair, diptych.window.split.panes[Side.RIGHT]
    left, right = pair.pinned_ids()
    for side in Side:
        pair.clear(side)

    drop(pane.shown, articles(left, right))

    qtbot.waitUntil(lambda: pair.pinned_ids() == (right, left))


def test_an_address_on_the_web_makes_no_article(diptych: Diptych) -> None:
    mime = urls("https://example.org/pier")
    mime.setText("https://example.org/pier")
    before, panes = diptych.states.library.entries, diptych.window.split.panes

    for place in (diptych.window, diptych.window.library_panel, panes[Side.LEFT].view.viewport()):
        diptych.window.status.say("")
        drop(place, mime)
        assert "no network" in diptych.window.status.message.text()

    assert diptych.states.library.entries == before
