# SPDX-License-Identifier: MIT
"""Assembles the panels and hands them to the presenters; no logic of its own.

The bare window is there first; what is to be built in it is loaded when it is, for
the reader waits for the window and not for the rest.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QIcon, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QMenu,
    QWidget,
)

from diptych import assets
from diptych.paths import Profile
from diptych.settings import SessionState, Settings
from diptych.text.sides import SIDES
from diptych.ui.parts import theme
from diptych.ui.shell.still import Still

if TYPE_CHECKING:
    from diptych.ui.desk.frame import Frame
    from diptych.ui.export.presenter import ExportPresenter
    from diptych.ui.export.print_presenter import PrintPresenter
    from diptych.ui.overview.panel import OverviewPanel
    from diptych.ui.overview.presenter import OverviewPresenter
    from diptych.ui.shell.states import States

# Less than a screen of 1440 x 900 at 200 % has beside its edges.
SMALLEST = (640, 390)
USUAL = (1440, 900)
FRAME = QSize(16, 56)  # about what title and edges take, of which nobody tells before


class MainWindow(QMainWindow):
    """The one window: library, two panes, matches and notes."""

    # Built when the page stands there, see ``completing``.
    overview: OverviewPanel
    overview_presenter: OverviewPresenter
    export_presenter: ExportPresenter
    print_presenter: PrintPresenter

    def __init__(self, palette: theme.Palette) -> None:
        super().__init__()
        self.palette_values = palette  # ``palette`` is Qt's own
        self._is_filled = False
        self.setObjectName("mainWindow")
        self.setWindowTitle("Diptych")
        self.setWindowIcon(QIcon(str(assets.resource_path("icons/diptych.svg"))))
        self.setMinimumSize(*SMALLEST)
        self.resize(_first_size(self.screen().availableSize()))
        # In no layout: it lies over menus and toolbar too, and is resized with the window.
        self.still = Still(palette, self)

    def place(self, geometry: str) -> None:
        """Stand where the window stood when it closed; ``geometry`` as the session keeps it."""
        self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))

    def page_picture(self) -> QPixmap | None:
        """Return the page that the window would come back with, if that is what it shows."""
        # What lies over the page for a moment does not come back.
        is_covered = not self.results.isHidden() or self.actions_by_id["brief"].isChecked()
        is_page = self.pages.currentWidget() is self.splitter and not is_covered
        is_whole = self.still.isHidden() and self.session_presenter.is_back()
        return self.grab() if is_page and is_whole else None

    def build_texts(self, settings: Settings) -> None:
        """Build menus, toolbar and texts; what stands beside them comes with ``fill``."""
        from diptych.ui.parts.status import StatusLine
        from diptych.ui.reader.split_view import SplitView
        from diptych.ui.shell import actions as action_table
        from diptych.ui.shell.columns import Columns
        from diptych.ui.shell.shortcuts import remapped_keys
        from diptych.ui.shell.toolbar import Toolbar

        # Of the whole window, for what is let go of beside the panes is meant to be read as well.
        self.setAcceptDrops(True)
        self.actions_by_id = action_table.build_actions(self, remapped_keys(settings))
        action_table.fill_menus(self.menuBar(), self.actions_by_id)
        self.toolbar = Toolbar(self.palette_values, self.actions_by_id)
        self.split = SplitView(self.palette_values)
        self.status = StatusLine()
        self.setStatusBar(self.status)
        for action in self.actions_by_id.values():  # before what each does, which may say more
            action.triggered.connect(self.status.end_message)
        self.columns = Columns(self.toolbar, self.split)
        self.splitter = self.columns.splitter
        self.pages, self.middle = self.columns.pages, self.columns.middle
        self.setCentralWidget(self.columns)
        # What is built later stands above it otherwise.
        self.still.raise_()

    def fill(
        self,
        states: States,
        profile: Profile,
        settings: Settings,
        before_close: Callable[[], None],
    ) -> None:
        """Build what the window holds besides, and have it do what it is for."""
        from diptych.ui.shell.completing import Completing, build_rest

        self._states = states
        self._profile = profile
        self._before_close = before_close
        self._build()
        self.frame = self._frame(settings)
        self._connect()
        self._is_filled = True
        self.still.raise_()
        self._completing = Completing(partial(build_rest, self, states), self)
        self.still.left.connect(self._completing.begin_soon)
        for menu in self.menuBar().findChildren(QMenu):
            menu.aboutToShow.connect(self._completing.finish)  # some desktops show it themselves
        if self.still.isHidden():
            self._completing.finish()

    def _build(self) -> None:
        from diptych.ui.library.panel import LibraryPanel
        from diptych.ui.library.welcome import Welcome
        from diptych.ui.matches.only_here import OnlyHerePanel
        from diptych.ui.matches.panel import MatchesPanel
        from diptych.ui.notes.editor import NoteEditor
        from diptych.ui.notes.panel import NotesPanel
        from diptych.ui.overview.read_with import ReadWith
        from diptych.ui.reader.find_bar import FindBar
        from diptych.ui.reader.outline_panel import OutlinePanel
        from diptych.ui.search.panel import SearchResults

        palette = self.palette_values
        self.library_panel = LibraryPanel(palette)
        self.welcome = Welcome(palette)
        self.offers = {side: ReadWith(palette) for side in SIDES}
        for side, offer in self.offers.items():
            self.split.panes[side].set_offer(offer)
        self.matches = MatchesPanel(palette)
        self.only_here = OnlyHerePanel(palette)
        self.outline = OutlinePanel(palette)
        self.notes = NotesPanel(palette)
        self.editor = NoteEditor(palette)
        self.find_bar = FindBar()
        self.middle.addWidget(self.welcome)
        self.columns.add_below(self.find_bar)
        self.columns.complete(self.library_panel, self._beside())
        self.results = SearchResults(palette)
        # In no layout, for they open over everything, below the search field.
        self.results.setParent(self)
        self.results.hide()

    def _beside(self) -> QWidget:
        from diptych.ui.desk.frame import PanelTabs
        from diptych.ui.shell.columns import Beside

        self.tabs = PanelTabs()
        self.tabs.addTab(self.matches, self.tr("Matches"))
        self.tabs.addTab(self.only_here, self.tr("Only here"))
        self.tabs.addTab(self.notes, self.tr("Notes"))
        self.side_panel = Beside(self.tabs, self.editor)
        return self.side_panel

    def _frame(self, settings: Settings) -> Frame:
        from diptych.ui.desk.frame import Frame
        from diptych.ui.desk.preferences import Preferences
        from diptych.ui.parts.translation import told
        from diptych.ui.reader.texts import PaneTexts

        preferences = Preferences(settings, self._profile.settings_file, self)
        preferences.refused.connect(lambda words: self.status.say(told(words)))
        texts = PaneTexts(self.split)
        return Frame(self, self.status, self.actions_by_id, self.tabs, texts, preferences)

    def _connect(self) -> None:
        """Build the presenters by subject; then join what two of them have to do."""
        from diptych.ui.shell.joins import join_library, join_pair, join_search

        # In this order: later ones are handed presenters of earlier ones, and what joins two needs
        # both.
        self._connect_library()
        self._connect_pair()
        self._connect_notes()
        self._connect_search()
        self._connect_overview()
        self._connect_session()
        join_library(self)
        join_pair(self, self._states)
        join_search(self, self._states)
        self._join_notes()

    def _connect_library(self) -> None:
        from diptych.ui.library.care_presenter import LibraryCarePresenter
        from diptych.ui.library.presenter import LibraryPresenter
        from diptych.ui.library.reading_presenter import ReadingListPresenter
        from diptych.ui.library.removing_presenter import RemovingPresenter
        from diptych.ui.library.shelving_presenter import ShelvingPresenter
        from diptych.ui.library.versions_presenter import VersionsPresenter

        states, frame = self._states, self.frame
        self.library_presenter = LibraryPresenter(
            states.library, states.pair, self.library_panel, frame
        )
        self.removing_presenter = RemovingPresenter(
            states.library, states.pair, self.library_panel, frame
        )
        self.library_care = LibraryCarePresenter(
            states.library, states.pair, self.library_panel, self.library_presenter, frame
        )
        self.versions_presenter = VersionsPresenter(
            states.library, states.pair, self.library_presenter, frame
        )
        self.reading_list_presenter = ReadingListPresenter(
            states.library, states.pair, self.library_panel, frame
        )
        self.shelving_presenter = ShelvingPresenter(
            states.library, states.pair, self.library_panel, frame
        )

    def _connect_pair(self) -> None:
        from diptych.ui.matches.meaning_presenter import MeaningPresenter
        from diptych.ui.matches.only_here_presenter import OnlyHerePresenter
        from diptych.ui.matches.presenter import MatchesPresenter
        from diptych.ui.reader.menus import ReaderMenus
        from diptych.ui.reader.outline_presenter import OutlinePresenter
        from diptych.ui.reader.places_presenter import PlacesPresenter
        from diptych.ui.reader.presenter import ReadingPresenter
        from diptych.ui.reader.selection_presenter import SelectionPresenter
        from diptych.ui.shell.retellings import Retellings

        states, frame, pair = self._states, self.frame, self._states.pair
        self.reading_presenter = ReadingPresenter(pair, self.split, frame)
        self.places_presenter = PlacesPresenter(
            pair,
            states.search.hits,
            states.alignments,
            frame,
            split=self.split,
            find_bar=self.find_bar,
        )
        self.selection_presenter = SelectionPresenter(
            pair, self.split, frame, palette=self.palette_values
        )
        self.reader_menus = ReaderMenus(pair, self.split, frame)
        self.retellings = Retellings(
            pair,
            states,
            frame,
            pages=self.pages,
            beside=self.side_panel,
            palette=self.palette_values,
        )
        self.outline_presenter = OutlinePresenter(pair, self.outline, frame, split=self.split)
        self.matches_presenter = MatchesPresenter(pair, states.judging, self.matches, frame)
        self.only_here_presenter = OnlyHerePresenter(pair, self.only_here, frame)
        self.meaning_presenter = MeaningPresenter(
            states.meaning, states.library, pair, self.matches.tally, frame
        )

    def _connect_notes(self) -> None:
        from diptych.ui.notes.care_presenter import NoteCarePresenter
        from diptych.ui.notes.many_presenter import ManyNotesPresenter
        from diptych.ui.notes.marking_presenter import MarkingPresenter
        from diptych.ui.notes.presenter import NotesPresenter

        states, frame = self._states, self.frame
        self.notes_presenter = NotesPresenter(
            states.notes,
            states.pair,
            states.attention,
            states.library,
            frame,
            panel=self.notes,
            editor=self.editor,
        )
        self.note_care_presenter = NoteCarePresenter(
            states.notes,
            states.attention,
            states.keeping,
            states.library,
            frame,
            panel=self.notes,
            editor=self.editor,
        )
        self.many_notes = ManyNotesPresenter(states.notes, self.notes, frame)
        self.marking_presenter = MarkingPresenter(states.notes, states.pair, frame)
        self.note_care_presenter.place_wanted.connect(self.notes_presenter.choose_place)

    def _connect_search(self) -> None:
        from diptych.ui.search.index_presenter import IndexPresenter
        from diptych.ui.search.lookups_presenter import LookupsPresenter
        from diptych.ui.search.presenter import SearchPresenter

        states, frame = self._states, self.frame
        self.search_presenter = SearchPresenter(
            states.search,
            states.library,
            states.pair,
            frame,
            box=self.toolbar.search,
            results=self.results,
        )
        self.lookups_presenter = LookupsPresenter(
            states.lookups, states.library, states.pair, frame, search=self.search_presenter
        )
        self.index_presenter = IndexPresenter(states.index, states.library, states.search, frame)

    def _connect_overview(self) -> None:
        from diptych.ui.overview.companions_presenter import CompanionPresenter

        states, frame = self._states, self.frame
        self.companion_presenter = CompanionPresenter(
            states.companions,
            states.library,
            states.pair,
            frame,
            offers=self.offers,
            articles=self.library_panel,
        )

    def _connect_session(self) -> None:
        from diptych.ui.reader.split_view import least_width
        from diptych.ui.shell.appearance_presenter import AppearancePresenter
        from diptych.ui.shell.history import HistoryPresenter
        from diptych.ui.shell.pinned_files import PinnedFiles
        from diptych.ui.shell.session import SessionPresenter
        from diptych.ui.shell.shortcuts import ShortcutPresenter
        from diptych.ui.shell.side_panels import BESIDE, LIBRARY, SidePanels, Surroundings
        from diptych.ui.shell.window_presenter import Parts, WindowPresenter

        states, frame, library = self._states, self.frame, self.library_presenter
        self.appearance_presenter = AppearancePresenter(self.split, frame)
        self.appearance_presenter.palette_changed.connect(self._repaint)
        self.history_presenter = HistoryPresenter(
            self._profile,
            states.pair,
            states.library,
            states.notes,
            frame,
            companions=states.companions,
            panel=self.library_panel,
        )
        self.history_presenter.pair_first_read.connect(self._open_brief_at_first)
        self.pinned_files = PinnedFiles(states.pair, library.adding, frame)
        self.side_panels = SidePanels(
            Surroundings(
                self.splitter,
                {LIBRARY: self.library_panel, BESIDE: self.side_panel},
                (self.menuBar(), self.toolbar, self.status),
                partial(least_width, self.split),
                lambda: self.side_panel.is_written_in,
            ),
            frame,
        )
        self.session_presenter = SessionPresenter(
            self._profile, states.pair, library, self.side_panels, frame
        )
        self.shortcut_presenter = ShortcutPresenter(frame)
        parts = Parts(
            self.toolbar.search,
            self.library_panel,
            self.welcome,
            self.split,
            self.side_panel,
            self.middle,
        )
        self.window_presenter = WindowPresenter(
            parts, states.library, states.pair, frame, profile=self._profile
        )

    def _join_notes(self) -> None:
        from diptych.ui.shell.notes_in_texts import NotesInTexts
        from diptych.ui.shell.side_panels import BESIDE
        from diptych.ui.shell.undoing import Undoing

        notes, panels = self.notes_presenter, self.side_panels
        notes.editor_wanted.connect(lambda: panels.bring(BESIDE))
        self.editor.hidden.connect(panels.arrange_soon)
        self.tabs.wanted.connect(lambda: self.actions_by_id["brief"].setChecked(False))
        self.tabs.wanted.connect(lambda: panels.insist(BESIDE))
        self.tabs.wanted.connect(self.side_panel.make_room)
        self.side_panel.lists_wanted.connect(lambda: panels.insist(BESIDE))
        self.side_panel.lists_wanted.connect(notes.put_away)
        self.notes_in_texts = NotesInTexts(self._states.notes, self.matches_presenter, self.frame)
        self.matches.note_requested.connect(notes.note_on_match)
        self.split.escaped.connect(self.search_presenter.clear)
        self.split.escaped.connect(self.side_panels.leave_focus)
        self.search_presenter.note_requested.connect(notes.open_note)
        self.undoing = Undoing(self._states.notes, self._states.judging, self.frame)

    def _open_brief_at_first(self) -> None:
        self._completing.finish()
        # Changes of long versions stand there before the pair is compared; who already goes
        # through them keeps them.
        if self._states.changes.current < 0:
            self.retellings.brief_presenter.open_at_first()

    def start(self, state: SessionState, *, restore_pair: bool = True) -> None:
        """Read the library and bring the last session back."""
        self._completing.watch()
        self.session_presenter.restore(state, pinned=restore_pair)
        if restore_pair and state.left and state.right and not state.changes_shown:
            both = frozenset((state.left, state.right))
            self.retellings.changes_presenter.leave_as_listed(both)
        pair, library = self._states.pair, self._states.library
        # Before anything is read, so that no change is missed.
        session, matches = self.session_presenter, self.matches_presenter
        self.still.leave_once(
            lambda: library.is_read and session.is_back() and matches.is_listed(),
            *(matches.listed, pair.compared, pair.stopped, pair.failed, library.entries_changed),
        )
        self._states.library.refresh()
        self._states.notes.start()
        self.notes_presenter.set_grouping(self.frame.preferences.now.note_grouping)
        self.note_care_presenter.start()
        self._states.index.level_after_start()
        self._states.folders.start()
        self._states.others.start()

    def _repaint(self, palette: theme.Palette) -> None:
        self.palette_values = palette
        # Dialogs follow by themselves.
        for widget in (
            self.selection_presenter,
            self.toolbar,
            self.library_panel,
            self.welcome,
            self.split,
            self.matches,
            self.only_here,
            self.outline,
            self.notes,
            self.editor,
            self.results,
            self.retellings,
            # Built later it takes the colours of then.
            *((self.overview,) if self._completing.is_done else ()),
        ):
            widget.set_palette_values(palette)
        for offer in self.offers.values():
            offer.set_palette_values(palette)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.still.resize(self.size())
        # Qt tells of a size before there is anything inside.
        if not self._is_filled:
            return
        self.side_panels.resized()
        if self.results.isVisible():
            self.search_presenter.place()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        # Nobody drags before.
        from diptych.ui.parts.dropping import ARTICLE_MIME, accept_copy, is_welcome

        if is_welcome(event) and not event.mimeData().hasFormat(ARTICLE_MIME):
            accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        from diptych.ui.parts.dropping import accept_copy, dropped

        self.library_presenter.adding.take_dropped(dropped(event))
        accept_copy(event)

    def come_forward(self) -> None:
        """Show the window to a reader who is somewhere else."""
        # Raising alone leaves a minimised window where it is.
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._is_filled:
            event.ignore()
            QTimer.singleShot(0, self.close)  # once there is something to save
            return
        # What stands in the editor may not be written yet.
        self.notes_presenter.flush()
        self.session_presenter.save()
        self.history_presenter.save()
        # Last, as the lanes end with it: what was just handed to them is done to its end.
        self._before_close()
        event.accept()


def _first_size(available: QSize) -> QSize:
    """Return the usual size of the window, or what the screen has room for."""
    return QSize(*USUAL).boundedTo(available - FRAME).expandedTo(QSize(*SMALLEST))
