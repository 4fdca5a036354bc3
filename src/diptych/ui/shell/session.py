# SPDX-License-Identifier: MIT
"""Keeps and restores what was open, and how the reader likes text to look."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QByteArray, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from diptych import settings as stored
from diptych.compare.values import Kind
from diptych.paths import Profile
from diptych.settings import SessionState, Settings
from diptych.text.sides import SIDES, Side
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.pair_state import PairState
from diptych.ui.library.presenter import LibraryPresenter
from diptych.ui.matches.panel import MatchesPanel
from diptych.ui.parts import theme
from diptych.ui.reader.document import Typography
from diptych.ui.reader.split_view import SplitView

SAVE_MS = 1500


class SessionPresenter(QObject):
    """Restores the session at start, saves it a moment after every change."""

    language_changed = Signal()

    def __init__(
        self,
        profile: Profile,
        frame: Frame,
        *,
        pair: PairState,
        split: SplitView,
        splitter: QSplitter,
        library: LibraryPresenter,
        library_panel: QWidget,
        side_panel: QWidget,
        matches: MatchesPanel,
        repaint: Callable[[theme.Palette], None],
    ) -> None:
        super().__init__(frame.window)
        self._profile = profile
        self._preferences = frame.preferences
        self._pair = pair
        self._split = split
        self._splitter = splitter
        self._library = library
        self._library_panel = library_panel
        self._side_panel = side_panel
        self._matches = matches
        self._tabs = frame.tabs
        self._actions = frame.actions
        self._window = frame.window
        self._repaint = repaint
        self._awaited: dict[Side, tuple[str, int]] = {}  # what restoring has not pinned yet
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(SAVE_MS)
        self._connect()
        self._apply_typography()

    def _connect(self) -> None:
        actions = self._actions
        for arrived in (self._pair.pinned, self._pair.cleared):
            arrived.connect(lambda side, *_: self._awaited.pop(side, None))
        self._pair.failed.connect(lambda *_: self._awaited.clear())
        self._saving.timeout.connect(self.save)
        self._preferences.changed.connect(self._changed)
        for changed in (
            self._pair.pinned,
            self._pair.cleared,
            self._pair.current_changed,
            self._pair.visible_changed,
            self._split.places_changed,
            self._splitter.splitterMoved,
            self._tabs.currentChanged,
        ):
            changed.connect(lambda *_: self._saving.start())
        actions["toggle-library"].toggled.connect(self._library_panel.setVisible)
        actions["toggle-panel"].toggled.connect(self._side_panel.setVisible)
        actions["full-screen"].toggled.connect(self._full_screen)
        actions["larger"].triggered.connect(lambda: self._resize_text(1.0))
        actions["smaller"].triggered.connect(lambda: self._resize_text(-1.0))
        actions["normal-size"].triggered.connect(self._normal_size)
        actions["appearance"].triggered.connect(self._ask_appearance)
        actions["scroll-together"].toggled.connect(self._keep_linked)
        actions["why-match"].toggled.connect(self._matches.set_why_shown)
        self._matches.why_toggled.connect(actions["why-match"].setChecked)
        self._matches.why_toggled.connect(lambda _: self._saving.start())
        self._matches.show_shortest_run(self._preferences.now.shortest_run)
        self._matches.shortest_run_chosen.connect(self._take_shortest_run)
        actions["learn-from-verdicts"].setChecked(self._preferences.now.learn_from_verdicts)
        self._pair.set_learning(self._preferences.now.learn_from_verdicts)
        self._pair.options = replace(
            self._pair.options, shortest_run=self._preferences.now.shortest_run
        )
        actions["learn-from-verdicts"].toggled.connect(self._learn)
        self._matches.set_single_keys(self._preferences.now.single_keys)
        actions["single-keys"].setChecked(self._preferences.now.single_keys)
        actions["single-keys"].toggled.connect(self._take_single_keys)
        QGuiApplication.styleHints().colorSchemeChanged.connect(lambda _: self._system_changed())

    # Session

    def restore(self, state: SessionState, *, pinned: bool = True) -> None:
        """Bring back the window, the pair, the places and the filter."""
        if state.geometry:
            self._window.restoreGeometry(QByteArray(base64.b64decode(state.geometry)))
        if len(state.splitter) == 3:
            self._splitter.setSizes(list(state.splitter))
        self._actions["toggle-library"].setChecked(state.library_shown)
        self._actions["toggle-panel"].setChecked(state.panel_shown)
        self._library_panel.setVisible(state.library_shown)
        self._side_panel.setVisible(state.panel_shown)
        self._tabs.setCurrentIndex(state.panel_tab)
        self._library.set_sort(state.library_sort)
        self._library.set_grouped(state.library_grouped)
        if len(state.library_shelf) == 2:
            self._library.set_shelf(*state.library_shelf)
        chosen = replace(
            self._pair.filter,
            kinds=frozenset(k for k in Kind if k.value not in state.hidden_kinds),
            strength=state.strength / 100,
        )
        self._matches.set_filter(chosen)
        self._pair.set_filter(chosen)
        self._actions["why-match"].setChecked(state.why_shown)
        self._actions["scroll-together"].setChecked(self._preferences.now.scroll_together)
        self._split.set_linked(self._preferences.now.scroll_together)
        if pinned:
            self._pair.want_match(state.match)
            for side, article_id, place in (
                (Side.LEFT, state.left, state.left_place),
                (Side.RIGHT, state.right, state.right_place),
            ):
                if article_id:
                    self._awaited[side] = (article_id, place)
                    self._pair.pin(side, article_id, place=place)

    def state(self) -> SessionState:
        """Return what is open now."""
        shown = zip(self._pair.pinned_ids(), self._split.places(), strict=True)
        (left, left_place), (right, right_place) = (
            self._awaited.get(side, pinned) for side, pinned in zip(SIDES, shown, strict=True)
        )
        chosen = self._pair.filter
        geometry = self._window.saveGeometry().data()
        return SessionState(
            left=left,
            right=right,
            left_place=left_place,
            right_place=right_place,
            geometry=base64.b64encode(bytes(geometry)).decode("ascii"),
            splitter=tuple(self._splitter.sizes()),
            library_shown=not self._library_panel.isHidden(),
            panel_shown=not self._side_panel.isHidden(),
            panel_tab=self._tabs.currentIndex(),
            match=self._pair.current_places,
            hidden_kinds=tuple(k.value for k in Kind if k not in chosen.kinds),
            strength=round(chosen.strength * 100),
            why_shown=self._actions["why-match"].isChecked(),
            library_sort=self._library.sort,
            library_grouped=self._library.is_grouped,
            library_shelf=self._library.shelf if self._library.shelf[0] else (),
        )

    def save(self) -> None:
        """Write session and settings now."""
        stored.save(self.state(), self._profile.session_file)
        self._preferences.write()

    # Appearance

    def _apply_typography(self) -> None:
        chosen = self._preferences.now
        typography = Typography(
            chosen.reading_family, chosen.reading_size, chosen.line_height, chosen.measure
        )
        self._split.set_typography(typography, reduced_motion=chosen.reduced_motion)

    def _changed(self, before: Settings) -> None:
        self._apply_typography()
        now = self._preferences.now
        if now.theme != before.theme:
            self._apply_theme()
        self._saving.start()
        if now.language != before.language:
            self.language_changed.emit()

    def _apply_theme(self) -> None:
        name = self._preferences.now.theme
        palette = theme.load_palette(theme.system_theme() if name == "system" else name)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            theme.apply(application, palette)
        self._repaint(palette)

    def _system_changed(self) -> None:
        if self._preferences.now.theme == "system":
            self._apply_theme()

    def _resize_text(self, step: float) -> None:
        smallest, largest = stored.limits_of("reading_size")
        size = min(max(self._preferences.now.reading_size + step, smallest), largest)
        self._preferences.change(replace(self._preferences.now, reading_size=size))

    def _normal_size(self) -> None:
        self._preferences.change(
            replace(self._preferences.now, reading_size=Settings().reading_size)
        )

    def _keep_linked(self, linked: bool) -> None:
        self._preferences.change(replace(self._preferences.now, scroll_together=linked))
        self._saving.start()

    def _learn(self, on: bool) -> None:
        self._pair.set_learning(on)
        self._preferences.change(replace(self._preferences.now, learn_from_verdicts=on))
        self._saving.start()

    def _take_single_keys(self, on: bool) -> None:
        self._matches.set_single_keys(on)
        self._preferences.change(replace(self._preferences.now, single_keys=on))
        self._saving.start()

    def _take_shortest_run(self, words: int) -> None:
        self._preferences.change(replace(self._preferences.now, shortest_run=words))
        self._pair.compare_again(replace(self._pair.options, shortest_run=words))
        self._saving.start()

    def _full_screen(self, on: bool) -> None:
        if on:
            self._window.showFullScreen()
        else:
            self._window.showNormal()

    def _ask_appearance(self) -> None:
        from diptych.ui.shell.appearance import AppearancePopover

        popover = AppearancePopover(self._preferences.now, self._window)
        popover.changed.connect(self._preferences.change)
        popover.show_at(self._actions["appearance"])
