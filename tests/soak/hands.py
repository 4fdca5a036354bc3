# SPDX-License-Identifier: MIT
"""Moves the window as a reader does: by pointer and keys, from inside its process."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QToolButton, QWidget

from diptych.app import Diptych
from diptych.compare.values import Match
from diptych.text.sides import SIDES, Side
from diptych.ui.desk.found_matches import span_on

PATIENCE_SECONDS = 180.0  # a loaded machine is slow; what hangs never comes
LOOK_MS = 5  # between two looks whether what is waited for has come
LEVEL_PIXELS = 4  # lines of other fonts begin a little higher
LEFT_BUTTON = Qt.MouseButton.LeftButton


class NeverCameError(AssertionError):
    """What was waited for did not come."""


class Hands:
    """Clicks, types and waits in one window."""

    def __init__(self, diptych: Diptych) -> None:
        self.diptych = diptych
        self.window = diptych.window
        self.pair = diptych.states.pair
        self.split = diptych.window.split
        self._living = QEventLoop()
        # One for all waiting: each single shot in a while leaves some bytes of PySide behind.
        self._look = QTimer()
        self._look.setSingleShot(True)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._living.quit)

    # Waiting

    def wait_until(self, what: str, look: Callable[[], object]) -> None:
        """Let the window live until something is so."""
        end = time.monotonic() + PATIENCE_SECONDS
        while not look():
            if time.monotonic() > end:
                raise NeverCameError(f"{what} did not come within {PATIENCE_SECONDS:.0f} s")
            # In Qt's own waiting the interpreter is free for the lanes' threads.
            self._look.start()
            self._living.exec()

    def rest(self) -> None:
        """Wait until no lane has anything to do that the reader waits for."""
        diptych = self.diptych
        lanes = (diptych.disk, diptych.noting, diptych.searching, diptych.compute)

        def is_still() -> bool:
            for _ in range(5):
                QApplication.processEvents()
                if any(lane.is_busy for lane in lanes):
                    return False
            return True

        self.wait_until("rest", is_still)

    # Moving

    def do(self, action: str) -> None:
        """Press the key of an action, or choose it in its menu where it has none."""
        entry = self.window.actions_by_id[action]
        focused = QApplication.focusWidget()
        keys = entry.shortcuts()
        is_heard = focused is not None and focused.window() is self.window
        if not keys or not is_heard or not self.window.isActiveWindow():
            entry.trigger()
            return
        stroke = keys[0][0]
        QTest.keyClick(focused, stroke.key(), stroke.keyboardModifiers())

    def press(self, widget: QWidget, key: Qt.Key) -> None:
        QTest.keyClick(widget, key)

    def click(self, widget: QWidget, place: QPoint, *, twice: bool = False) -> None:
        self._press(QTest.mouseClick, widget, place)
        if twice:
            self._press(QTest.mouseDClick, widget, place)

    def _press(self, press: Callable[..., None], widget: QWidget, place: QPoint) -> None:
        if isinstance(widget, QToolButton) and (menu := widget.menu()) is not None:
            # It waits inside every press until its menu is closed.
            menu.aboutToShow.connect(
                lambda: QTimer.singleShot(0, menu.close), Qt.ConnectionType.SingleShotConnection
            )
        press(widget, LEFT_BUTTON, Qt.KeyboardModifier.NoModifier, place)

    def click_row(self, view: QAbstractItemView, row: int, *, twice: bool = False) -> None:
        """Click a row of a list, at its left edge where no buttons are."""
        index = view.model().index(row, 0)
        view.scrollTo(index)
        rect = view.visualRect(index)
        self.click(view.viewport(), QPoint(rect.left() + 30, rect.center().y()), twice=twice)

    def close_what_opened(self) -> None:
        """Close menus and dialogs as Escape does."""
        for _ in range(10):
            QApplication.processEvents()
            popup = QApplication.activePopupWidget()
            if popup is not None:
                popup.close()
                continue
            dialogs = self.dialogs()
            if not dialogs:
                return
            dialogs[-1].reject()

    def dialogs(self) -> list[QDialog]:
        return [d for d in self.window.findChildren(QDialog) if d.isVisible()]

    # Looking

    def has_pair(self) -> bool:
        return self.pair.comparison is not None and all(self.pair.pinned_ids())

    def misplaced(self, number: int) -> str:
        """Return what is wrong with where a match stands in both texts, empty if nothing.

        Measured by Qt's cursor, not by the tables that the jump itself goes by.
        """
        match = self.pair.found.matches[number]
        tops = {}
        for side in SIDES:
            view, span = self.split.panes[side].view, span_on(match, side)
            pinned = self.pair.sides[side]
            if pinned is None or not view.ranges(span):
                return ""  # a fold hides it
            position = view.ranges(span)[0][0]
            seen, meant = view.document().characterAt(position), pinned.article.text[span.start]
            if seen != meant:
                return f"{side}: {seen!r} stands where {meant!r} should"
            tops[side] = self.line_top(side, position)
            if not -LEVEL_PIXELS <= tops[side] < view.viewport().height():
                return f"{side}: the match is out of sight at {tops[side]}"
        if abs(tops[Side.LEFT] - tops[Side.RIGHT]) <= LEVEL_PIXELS or not self._can_be_level(match):
            return ""
        return f"not level: {tops[Side.LEFT]} and {tops[Side.RIGHT]}"

    def line_top(self, side: Side, position: int) -> int:
        """Return the height in the view of the line that holds a Qt position."""
        view = self.split.panes[side].view
        cursor = QTextCursor(view.document())
        cursor.setPosition(position)
        return view.cursorRect(cursor).top()

    def _can_be_level(self, match: Match) -> bool:
        """Tell whether there is a height that both sides can scroll the match to."""
        lowest, highest = [], []
        for side in SIDES:
            view = self.split.panes[side].view
            bar = view.verticalScrollBar()
            top = self.line_top(side, view.ranges(span_on(match, side))[0][0]) + bar.value()
            lowest.append(top)
            highest.append(top - bar.maximum())
        return max(highest) <= min(lowest)
