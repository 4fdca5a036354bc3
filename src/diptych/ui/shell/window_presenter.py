# SPDX-License-Identifier: MIT
"""What concerns the window as a whole: its title, where the keyboard is, what it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from diptych import __version__
from diptych.paths import Profile
from diptych.text.sides import SIDES, Side, other_side
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.library_state import LibraryState
from diptych.ui.desk.pair_state import PairState
from diptych.ui.library.panel import LibraryPanel
from diptych.ui.library.welcome import Welcome
from diptych.ui.reader.split_view import SplitView
from diptych.values import dataclass

if TYPE_CHECKING:
    from diptych.ui.shell.help_sheet import HelpSheet


@dataclass(frozen=True, slots=True)
class Parts:
    """What the keyboard moves between, from left to right, and what stands in the middle."""

    search: QWidget
    library: LibraryPanel
    welcome: Welcome
    split: SplitView
    beside: QSplitter  # the lists, or the brief in their place, and the note that is written
    middle: QStackedWidget  # the welcome or the split view


class WindowPresenter(QObject):
    """Names the window after the pair and moves the keyboard from part to part."""

    def __init__(
        self,
        parts: Parts,
        library: LibraryState,
        pair: PairState,
        frame: Frame,
        *,
        profile: Profile,
    ) -> None:
        super().__init__(frame.window)
        self._parts = parts
        self._pair = pair
        self._texts = frame.texts
        self._tabs = frame.tabs
        self._status = frame.status
        self._window = frame.window
        self._profile = profile
        self._help: HelpSheet | None = None
        self._keys = frame.actions["shortcuts"].trigger
        self._has_begun = self._is_choosing = False
        self._connect(library)
        self._connect_actions(frame.actions)

    def _connect(self, library: LibraryState) -> None:
        pair, once = self._pair, Qt.ConnectionType.SingleShotConnection
        pair.pinned.connect(lambda *_: self._show_title())
        pair.cleared.connect(lambda _: self._show_title())
        # Once the side is hidden and has lost the keyboard.
        pair.cleared.connect(self._go_on_beside, Qt.ConnectionType.QueuedConnection)
        pair.pinned.connect(self._begin_reading)
        self._parts.library.open_requested.connect(self._note_choosing)
        library.entries_changed.connect(self._begin_choosing, once)

    def _connect_actions(self, actions: Mapping[str, QAction]) -> None:
        # Closed, not quit: closing writes what is open and waits for the notes.
        actions["quit"].triggered.connect(self._window.close)
        actions["copy"].triggered.connect(self._copy)
        actions["next-pane"].triggered.connect(lambda: self._move_focus(1))
        actions["previous-pane"].triggered.connect(lambda: self._move_focus(-1))
        actions["legend"].triggered.connect(lambda: self._show_help(guide=False))
        actions["guide"].triggered.connect(lambda: self._show_help(guide=True))
        actions["report"].triggered.connect(self._show_report)
        actions["about"].triggered.connect(self._show_about)

    def welcome(self, is_empty: bool) -> None:
        """Show how to begin as long as there is nothing to read, then how to go on."""
        # The welcome goes, and with it the keyboard that it had.
        was_beginning = _holds(self._parts.welcome, self._window.focusWidget())
        self._parts.middle.setCurrentWidget(self._parts.welcome if is_empty else self._parts.split)
        if was_beginning and not is_empty:
            self._parts.library.focus_list()

    def _begin_choosing(self) -> None:
        """Give the keyboard to the library once it is read, if nothing is open."""
        if not _is_typing() and not any(self._pair.pinned_ids()):
            beginning = self._parts.middle.currentWidget() is self._parts.welcome
            (self._parts.welcome if beginning else self._parts.library).focus_list()

    def _note_choosing(self) -> None:
        self._is_choosing = True

    def _begin_reading(self, side: Side) -> None:
        """Give the keyboard to what is opened first; who chooses two in the library keeps it."""
        if self._has_begun or (self._is_choosing and not all(self._pair.pinned_ids())):
            return
        self._has_begun = True
        if not _is_typing():
            self._texts.focus(side)

    def _go_on_beside(self, side: Side) -> None:
        """Give the keyboard of a side that was emptied to the other, or to the library."""
        # It is somewhere else and stays there.
        if QApplication.focusWidget() is not None:
            return
        across = other_side(side)
        if self._pair.sides[across] is not None:
            self._texts.focus(across)
        elif self._parts.library.isVisible():
            self._parts.library.focus_list()

    def _show_title(self) -> None:
        titles = [p.article.called for p in self._pair.sides.values() if p is not None]
        self._window.setWindowTitle(" ⟷ ".join([*titles]) + " – Diptych" if titles else "Diptych")

    def _copy(self) -> None:
        focused = QApplication.focusWidget()
        copy = getattr(focused, "copy", None)
        if callable(copy) and _has_selection(focused):
            copy()
        else:
            self._status.say(self.tr("Select the words to be copied first."))

    def _move_focus(self, step: int) -> None:
        stops = [
            w
            for w in (
                self._parts.search,
                self._parts.library,
                self._parts.welcome,
                *(self._in_side(side) for side in SIDES),
                *self._beside(),
            )
            if w.isVisible()
        ]
        focused = QApplication.focusWidget()
        at = next((i for i, w in enumerate(stops) if w is focused or _holds(w, focused)), -1)
        for further in range(1, len(stops) + 1):
            _focus(stops[(at + step * further) % len(stops)])
            # A panel with nothing in it takes no keyboard; the next one does.
            if QApplication.focusWidget() is not focused:
                return

    def _beside(self) -> list[QWidget]:
        panels = (self._parts.beside.widget(n) for n in range(self._parts.beside.count()))
        front = (self._tabs.currentWidget() if each is self._tabs else each for each in panels)
        return [each for each in front if each is not None]

    def _in_side(self, side: Side) -> QWidget:
        """Return the text of a side, or what an empty side offers."""
        return self._parts.split.panes[side].shown

    def _show_help(self, *, guide: bool) -> None:
        from diptych.ui.shell.help_sheet import HelpSheet

        if self._help is not None:
            # One at a time, turned to what is asked for now.
            self._help.close()
        sheet = HelpSheet(self._window)
        sheet.keys_requested.connect(self._keys)
        # It deletes itself when it is closed.
        sheet.destroyed.connect(lambda: setattr(self, "_help", None))
        self._help = sheet
        if guide:
            sheet.show_guide()
        sheet.open()

    def _show_report(self) -> None:
        from diptych.ui.shell.report_dialog import ReportDialog

        ReportDialog(self._profile, self._window).open()

    def _show_about(self) -> None:
        box = QMessageBox(self._window)
        # Else each would stay in memory until the window closes.
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(self.tr("About Diptych"))
        box.setText(f"Diptych {__version__}")
        box.setInformativeText(
            self.tr(
                "Two articles side by side: what both say, and what only one does.\n\n"
                "Works without a network: it holds no code that could use one.\n"
                "Your notes are kept in {0}"
            ).format(self._profile.data)
        )
        box.open()


def _focus(part: QWidget) -> None:
    focus_list = getattr(part, "focus_list", None)
    if callable(focus_list):
        focus_list()
    else:
        part.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _holds(outer: QWidget, inner: QWidget | None) -> bool:
    return inner is not None and outer.isAncestorOf(inner)


def _is_typing() -> bool:
    """Tell whether the keyboard is where words are typed, and must not be taken away."""
    return isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit)


def _has_selection(widget: QWidget | None) -> bool:
    if isinstance(widget, QLineEdit):
        return widget.hasSelectedText()
    cursor = getattr(widget, "textCursor", None)
    return not callable(cursor) or cursor().hasSelection()
