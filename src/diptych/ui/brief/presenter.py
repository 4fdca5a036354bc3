# SPDX-License-Identifier: MIT
"""Joins the pair with its brief: opened when the pair is new, walked through, put away."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication

from diptych.compare.brief import brief_of
from diptych.text.sides import Side
from diptych.ui.brief.panel import BriefPanel
from diptych.ui.brief.rows import BriefRow, Headings, brief_rows
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.pair_state import PairState


class BriefPresenter(QObject):
    """Shows the brief in place of the lists beside the texts, as long as it is open."""

    def __init__(self, pair: PairState, panel: BriefPanel, frame: Frame) -> None:
        super().__init__(panel)
        self._pair = pair
        self._panel = panel
        self._tabs = frame.tabs
        self._texts = frame.texts
        self._status = frame.status
        self._preferences = frame.preferences
        self._action = frame.actions["brief"]
        self._beside = frame.actions["toggle-panel"]
        self._is_stopped = False
        self._opened_for: frozenset[str] = frozenset()  # the pair with which it came by itself
        # In whatever text the reader is; where words are typed Space stays a space.
        self._space = QShortcut(QKeySequence(Qt.Key.Key_Space), frame.window)
        self._space.setEnabled(False)
        self._connect()

    def _connect(self) -> None:
        pair, panel = self._pair, self._panel
        self._action.toggled.connect(self._turn)
        self._space.activated.connect(self._take_space)
        panel.row_chosen.connect(self._go)
        panel.closed.connect(lambda: self._action.setChecked(False))
        panel.wanted_at_first.connect(self._want_at_first)
        self._preferences.changed.connect(lambda _: self._show_choice())
        self._show_choice()
        pair.found.current_changed.connect(lambda *_: self._follow())
        for changed in (pair.pinned, pair.cleared, pair.found.visible_changed):
            changed.connect(lambda *_: self._show())
        pair.comparing.connect(lambda _: self._note_stop(False))
        pair.stopped.connect(lambda _: self._note_stop(True))

    def open_at_first(self) -> None:
        """Open the brief of a pair read for the first time, unless the reader wants none."""
        found = self._pair.found
        # A brief without a line would only be in the way of the list.
        has_something = any(match.shown for match in found.matches) and self._has_lines()
        # Nothing opens beside the texts for whoever has folded the panel away.
        if self._preferences.now.brief_at_first and has_something and self._beside.isChecked():
            is_readers = self._action.isChecked() and not self._opened_for
            self._action.setChecked(True)
            # A brief that the reader opened stays the reader's, also with a new pair.
            self._opened_for = frozenset() if is_readers else frozenset(self._pair.pinned_ids())

    def _has_lines(self) -> bool:
        comparison = self._pair.found.as_shown()
        brief = None if comparison is None else brief_of(comparison)
        return brief is not None and any(
            (brief.agreements, brief.differences, brief.only_left, brief.only_right)
        )

    def leave_pair(self) -> None:
        """Put away what came by itself with a new pair, now that the reader is back at another."""
        # Swapped it is the same pair.
        if self._opened_for not in (frozenset(), frozenset(self._pair.pinned_ids())):
            self._action.setChecked(False)

    def _take_space(self) -> None:
        """Go on in the brief, or press the button that has the keyboard."""
        focused = QApplication.focusWidget()
        # A shortcut of the window is asked before the button, whose key Space is too.
        if isinstance(focused, QAbstractButton):
            focused.click()
        else:
            self._panel.go_on()

    def _turn(self, shown: bool) -> None:
        # What the reader opens stays open.
        self._opened_for = frozenset()
        if shown:
            # It stands in the panel, which may be folded away.
            self._beside.setChecked(True)
        # Before it is hidden, which takes the keyboard away.
        had_keyboard = self._panel.isAncestorOf(self._panel.window().focusWidget() or self._tabs)
        self._tabs.setVisible(not shown)
        self._panel.setVisible(shown)
        self._space.setEnabled(shown)
        self._show()
        if not shown and had_keyboard:
            self._texts.focus(self._texts.focused_side())

    def _note_stop(self, stopped: bool) -> None:
        self._is_stopped = stopped
        self._show()

    def _show(self) -> None:
        if not self._action.isChecked():
            return
        comparison, articles = self._pair.found.as_shown(), self._pair.articles()
        if articles is None:
            self._panel.show_nothing_pinned()
        elif comparison is None:
            self._panel.show_stopped() if self._is_stopped else self._panel.show_waiting()
        else:
            brief = brief_of(comparison)
            rows = brief_rows(brief, comparison, articles, self._headings())
            self._panel.show_rows(rows, brief.tally)

    def _follow(self) -> None:
        """Let no other line seem to be the current one after a jump that led elsewhere."""
        found = self._pair.found
        # Without a current match there is no line to stand on.
        if self._action.isChecked() and found.current >= 0:
            match = found.matches[found.current]
            self._panel.show_current(match.left, match.right)

    def _headings(self) -> Headings:
        return Headings(
            self.tr("Both say"),
            self.tr("They differ"),
            self.tr("The right leaves out"),
            self.tr("The left leaves out"),
        )

    def _go(self, row: BriefRow) -> None:
        """Bring the texts to a line of the brief."""
        found = self._pair.found
        if row.left is not None and row.right is not None:
            for number in found.visible:
                # By its places, for the brief may be of a comparison before this one.
                match = found.matches[number]
                if (match.left, match.right) == (row.left, row.right):
                    found.choose(number)
                    return
            # A filter has hidden it since.
            return
        # A match that is chosen remembers it by itself.
        self._pair.remember_step(self._texts.places())
        if row.left is not None:
            # Of what one side alone says there is no match to go to.
            self._texts.go_to_alone(Side.LEFT, row.left)
        elif row.right is not None:
            self._texts.go_to_alone(Side.RIGHT, row.right)

    def _want_at_first(self, wanted: bool) -> None:
        """Open the brief by itself from now on, or put it away for good."""
        # Written at once: other processes read it too.
        self._preferences.keep(replace(self._preferences.now, brief_at_first=wanted))
        if not wanted:
            self._action.setChecked(False)
            self._status.say(self.tr("The brief stays in the View menu."))

    def _show_choice(self) -> None:
        self._panel.at_first.setChecked(self._preferences.now.brief_at_first)
