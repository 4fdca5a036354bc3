# SPDX-License-Identifier: MIT
"""Keeps and restores what was open."""

from __future__ import annotations

import base64
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer

from diptych.compare.values import Kind
from diptych.paths import Profile
from diptych.services.match_filter import MatchFilter
from diptych.settings import SessionState
from diptych.text.sides import SIDES, Side
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.pair_state import PairState
from diptych.ui.desk.trail import Top

if TYPE_CHECKING:
    from diptych.ui.library.presenter import LibraryPresenter
    from diptych.ui.shell.side_panels import SidePanels

# Begun anew by each change: scrolling tells of one with every frame.
SAVE_MS = 1500


def filter_left(state: SessionState, now: MatchFilter) -> MatchFilter:
    """Return a filter as it was when the window closed."""
    # Those hidden are kept, so that a kind that comes new is shown.
    kinds = frozenset(k for k in Kind if k.value not in state.hidden_kinds)
    return replace(now, kinds=kinds, strength=state.strength / 100)


class SessionPresenter(QObject):
    """Restores the session at start, saves it a moment after every change."""

    def __init__(
        self,
        profile: Profile,
        pair: PairState,
        library: LibraryPresenter,
        panels: SidePanels,
        frame: Frame,
    ) -> None:
        super().__init__(frame.window)
        self._profile = profile
        self._preferences = frame.preferences
        self._pair = pair
        self._library = library
        self._panels = panels
        self._splitter = panels.splitter
        self._last_widths: tuple[int, ...] = ()
        self._texts = frame.texts
        self._tabs = frame.tabs
        self._actions = frame.actions
        self._window = frame.window
        self._awaited: dict[Side, tuple[str, Top]] = {}  # what restoring has not pinned yet
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(SAVE_MS)
        self._connect()

    def _connect(self) -> None:
        pair, actions = self._pair, self._actions
        for arrived in (pair.pinned, pair.cleared):
            arrived.connect(lambda side, *_: self._awaited.pop(side, None))
        # What cannot be opened is waited for no longer, and the session lets go of it.
        pair.failed.connect(lambda *_: self._awaited.clear())
        self._saving.timeout.connect(self.save)
        for changed in (
            pair.pinned,
            pair.cleared,
            pair.found.current_changed,
            pair.found.visible_changed,
            self._texts.places_changed,
            self._splitter.splitterMoved,
            self._tabs.currentChanged,
            self._preferences.changed,
            actions["why-match"].toggled,
        ):
            changed.connect(lambda *_: self._saving.start())
        actions["full-screen"].toggled.connect(self._full_screen)
        # For a window that the desktop itself makes as large as the screen.
        self._window.installEventFilter(self)
        self._note_state()

    def restore(self, state: SessionState, *, pinned: bool = True) -> None:
        """Bring back the panels, the pair, the places and the filter."""
        self._panels.take_widths(state.splitter)
        self._panels.wish(library=state.library_shown, beside=state.panel_shown)
        self._tabs.setCurrentIndex(state.panel_tab)
        self._library.set_sort(state.library_sort)
        self._library.set_grouped(state.library_grouped)
        if len(state.library_shelf) == 2:
            # Written by hand it may be of any length.
            self._library.set_shelf(*state.library_shelf)
        self._pair.found.set_filter(filter_left(state, self._pair.found.filter))
        self._actions["why-match"].setChecked(state.why_shown)
        self._actions["scroll-together"].setChecked(self._preferences.now.scroll_together)
        if pinned:
            # It is chosen once the comparison is there.
            self._pair.found.want_match(state.match)
            for side, article_id, top in (
                (Side.LEFT, state.left, Top(state.left_place, state.left_past)),
                (Side.RIGHT, state.right, Top(state.right_place, state.right_past)),
            ):
                if article_id:
                    self._awaited[side] = (article_id, top)
                    self._pair.pin(side, article_id, place=top)

    def is_back(self) -> bool:
        """Tell whether what is restored stands there, matches and all."""
        is_pair = all(self._pair.pinned_ids())
        return not self._awaited and (self._pair.comparison is not None or not is_pair)

    def state(self) -> SessionState:
        """Return what is open now."""
        shown = zip(self._pair.pinned_ids(), self._texts.places(), strict=True)
        # What is not pinned yet stays as it was read: who closes early loses no pair.
        (left, left_top), (right, right_top) = (
            self._awaited.get(side, pinned) for side, pinned in zip(SIDES, shown, strict=True)
        )
        chosen = self._pair.found.filter
        geometry = self._window.saveGeometry().data()
        return SessionState(
            left=left,
            right=right,
            left_place=left_top.place,
            right_place=right_top.place,
            left_past=left_top.past,
            right_past=right_top.past,
            geometry=base64.b64encode(bytes(geometry)).decode("ascii"),
            splitter=self._widths(),
            # What the reader wants, not what is seen: a narrow window folds panels by itself.
            library_shown=self._panels.is_wished("toggle-library"),
            panel_shown=self._panels.is_wished("toggle-panel"),
            panel_tab=self._tabs.currentIndex(),
            match=self._pair.found.current_places,
            hidden_kinds=tuple(k.value for k in Kind if k not in chosen.kinds),
            strength=round(chosen.strength * 100),
            why_shown=self._actions["why-match"].isChecked(),
            library_sort=self._library.sort,
            library_grouped=self._library.is_grouped,
            library_shelf=self._library.shelf if self._library.shelf[0] else (),
            changes_shown=self._pair.shows_changes or self._pair.may_show_changes(),
        )

    def _widths(self) -> tuple[int, ...]:
        """Return the widths of the panels; one that is folded keeps the one it had."""
        now = tuple(self._splitter.sizes())
        if all(now):
            self._last_widths = now
        return self._last_widths or now

    def save(self) -> None:
        """Write session and settings now."""
        self._preferences.keep_in(self._profile.session_file, self.state())
        self._preferences.write()

    def _note_state(self) -> None:
        """Let the action say what is seen, also when the desktop or the last session made it so."""
        self._actions["full-screen"].setChecked(self._window.isFullScreen())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowStateChange:
            self._note_state()
        return super().eventFilter(watched, event)

    def _full_screen(self, on: bool) -> None:
        full = Qt.WindowState.WindowFullScreen
        now = self._window.windowState()
        self._window.setWindowState(now | full if on else now & ~full)  # maximised stays so
