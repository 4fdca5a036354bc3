# SPDX-License-Identifier: MIT
"""Composition root: builds the lanes, the states and the window, and nothing else."""

from __future__ import annotations

import builtins
import gc
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from diptych import __version__
from diptych import settings as stored
from diptych.paths import Profile
from diptych.settings import SessionState, Settings
from diptych.ui.parts import theme, translation
from diptych.ui.shell import still
from diptych.ui.shell.main_window import MainWindow
from diptych.ui.shell.open_windows import Asked
from diptych.ui.shell.screen_at_start import launch_no_bus, saying_why_there_is_none

if TYPE_CHECKING:
    from diptych.translatable import Translatable
    from diptych.ui.notes.keeping_state import KeepingState
    from diptych.ui.shell.states import States

NOTHING_ASKED = Asked()
APPLICATION_ID = "io.github.diptych.Diptych"
FIRST_PAINT_MS = 500  # so long, at most, the rest waits for the bare window


def _nothing(_: Diptych) -> None:
    """Show nothing before all is built."""


class Diptych:
    """The running application: its lanes, its window, and the order of closing them.

    ``first`` is called with the bare window, before what goes into it is even loaded.
    """

    def __init__(
        self,
        application: QApplication,
        profile: Profile,
        theme_name: str = "",
        *,
        first: Callable[[Diptych], None] = _nothing,
    ) -> None:
        self.application = application
        self.profile = profile.create()
        self.settings = stored.load(Settings, profile.settings_file)
        self.session = stored.load(SessionState, profile.session_file)
        self._is_bare = False  # with texts to come back, and no picture of them
        self.is_to_return = False  # closed only to come back in another language
        translation.speak(application, self.settings.language)
        name = theme_name or self.settings.theme
        theme.set_interface_size(self.settings.interface_size)
        self.palette = theme.tinted(
            theme.load_palette(theme.system_theme() if name == "system" else name),
            self.settings.tint,
        )
        theme.apply_roles(application, self.palette)
        self.window = MainWindow(self.palette)
        # The window is painted before anything else is loaded, see ``show_at_once``.
        first(self)
        self._open_lanes()
        self._build_texts()
        self.states = self._states()
        self.window.fill(self.states, profile, self.settings, before_close=self.close)
        theme.apply_sheet(application, self.palette)
        self.window.appearance_presenter.rebuilding_asked.connect(self._return)

    def _open_lanes(self) -> None:
        from diptych.ui.parts.lanes import ComputeLane, DiskLane

        profile = self.profile
        # One for each that must not wait for another (docs/decisions/notes-lane.md).
        self.disk = DiskLane(profile)
        self.searching = DiskLane(profile)
        self.noting = DiskLane(profile)
        self.importing = DiskLane(profile)
        self.mirroring = DiskLane(profile)
        self.compute = ComputeLane()
        self.indexing = ComputeLane("indexing")
        self.encoding = ComputeLane("encoding")
        for lane in (self.disk, self.searching, self.noting, self.importing, self.mirroring):
            lane.troubled.connect(self._say_trouble)

    def _say_trouble(self, trouble: Translatable) -> None:
        self.window.status.say(translation.told(trouble))

    def _build_texts(self) -> None:
        """Build what the texts stand in, and show those that were open where nothing is shown."""
        if not self._is_bare:
            self.window.build_texts(self.settings)
            return
        from diptych.services.kept_comparisons import comparisons_of
        from diptych.ui.shell.first_texts import FirstTexts

        texts = FirstTexts(self.window, self.session, self.settings)
        texts.read(self.disk, comparisons_of(self.profile))
        self.window.build_texts(self.settings)
        theme.apply_sheet(self.application, self.palette)
        texts.show(self.disk)
        self.application.setStyleSheet("")  # see ``apply_sheet``

    def _states(self) -> States:
        # Not before the first paint: tests/test_start_up.py holds what may be loaded until then.
        from diptych.services.kept_comparisons import comparisons_of
        from diptych.ui.changes.state import ChangesState
        from diptych.ui.desk.library_state import LibraryState
        from diptych.ui.desk.pair_hits import PairHits
        from diptych.ui.desk.pair_state import PairState
        from diptych.ui.export.state import ExportState
        from diptych.ui.library.watch import FolderWatch, OthersWatch
        from diptych.ui.matches.judging import Judging
        from diptych.ui.matches.meaning_state import MeaningState
        from diptych.ui.notes.attention_state import AttentionState
        from diptych.ui.notes.state import NotesState
        from diptych.ui.overview.state import CompanionState
        from diptych.ui.reader.alignment_state import AlignmentState
        from diptych.ui.reader.woven_state import WovenState
        from diptych.ui.search.index_state import IndexState
        from diptych.ui.search.lookups_state import LookupsState
        from diptych.ui.search.state import SearchState
        from diptych.ui.shell.states import States
        from diptych.ui.story.state import StoryState

        profile = self.profile
        notes = NotesState(self.noting)
        library = LibraryState(self.disk, self.importing)
        # To compare a restored pair anew took a second of CPU at every start.
        pair = PairState(self.disk, self.compute, comparisons_of(profile))
        changes = ChangesState(self.compute, self.noting, pair)
        # Of a computer with two cores encoding and sketching took half meanwhile.
        changes.looking.connect(self.encoding.hold)
        companions = CompanionState(self.disk, self.compute, self.encoding, profile)
        meaning = MeaningState(self.disk, self.encoding, profile)
        index = IndexState(self.searching, self.indexing, profile)
        # Files that are added took three times as long beside it.
        for waiting in (companions, meaning, index):
            self.importing.busy_changed.connect(waiting.wait_for_files)
        return States(
            library=library,
            pair=pair,
            judging=Judging(self.noting, pair),
            alignments=AlignmentState(self.noting, pair),
            companions=companions,
            meaning=meaning,
            changes=changes,
            woven=WovenState(self.compute, pair),
            story=StoryState(self.disk),
            notes=notes,
            attention=AttentionState(self.noting, notes),
            keeping=self._keeping(),
            export=ExportState(self.disk, profile.templates_folder),
            search=SearchState(self.searching, profile, PairHits()),
            lookups=LookupsState(self.searching),
            index=index,
            folders=FolderWatch(library, self.importing),
            others=OthersWatch(library, self.disk, profile.library_file),
        )

    def _keeping(self) -> KeepingState:
        from diptych.notes.safety import unused_before, was_left_open
        from diptych.ui.notes.keeping_state import KeepingState

        # Both are asked before this window writes anything.
        left_open = was_left_open(self.profile.notes_file)
        unused = unused_before(self.profile.session_file)
        return KeepingState(self.disk, self.mirroring, left_open=left_open, unused=unused)

    def start(
        self,
        wanted: Asked = NOTHING_ASKED,
        *,
        size: tuple[int, int] | None = None,
    ) -> None:
        """Show the window, then read what was asked for, or else what was open last.

        With ``size`` the window takes it instead of the one it had last.
        """
        state = self.session
        if size is not None:
            # The place and the widths of last time would undo it.
            state = replace(state, geometry="", splitter=())
            self.window.resize(*size)
        elif not self.window.isVisible():
            self.window.place(state.geometry)
        self.window.show()
        # In another turn, so that the window is there first.
        QTimer.singleShot(0, lambda: self._fill(state, wanted))

    def show_at_once(self, wanted: Asked) -> None:
        """Show the bare window, with the page as it was left, and wait until it is painted.

        What the reader does meanwhile is kept for when there is something to do it with.
        """
        window, picture = self.window, None
        window.place(self.session.geometry)
        # What is asked for brings another page than the one that was left.
        if wanted == NOTHING_ASKED:
            of = still.what_it_is_of(self.profile, self.palette)
            picture = still.kept(self.profile.page_file, of, window.devicePixelRatioF())
            was_open = self.session.left or self.session.right
            self._is_bare = picture is None and bool(was_open)
        still.forget(self.profile.page_file)  # old as soon as anything is done
        painted = QEventLoop()
        window.still.painted.connect(painted.quit)
        QTimer.singleShot(FIRST_PAINT_MS, painted.quit)
        window.still.cover(picture)
        window.show()
        # Keys and clicks wait until there is something to answer them.
        painted.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    def _fill(self, state: SessionState, wanted: Asked) -> None:
        self.window.start(state, restore_pair=wanted == NOTHING_ASKED)
        self._open(wanted)

    def show(self, wanted: Asked) -> None:
        """Come to the front with what was asked for elsewhere: by a link, by a second start."""
        self.window.come_forward()
        self._open(wanted)

    def _open(self, wanted: Asked) -> None:
        if wanted.files:
            self.window.library_presenter.adding.open(wanted.files)
        if wanted.note_id:
            self.window.notes_presenter.open_note(wanted.note_id)

    def _return(self) -> None:
        """Close the window; every word in it is built anew when it comes back."""
        self.is_to_return = True
        # Not within a signal of the window that goes.
        QTimer.singleShot(0, self.window.close)

    def close(self) -> None:
        """End the lanes; the window has saved what was open."""
        picture = None if self.is_to_return else self.window.page_picture()
        # First, and to its end: nothing that was typed may be lost.
        self.noting.finish()
        self.compute.close()
        self.indexing.close()
        self.encoding.close()
        self.searching.close()
        self.importing.close()
        self.mirroring.close()
        self.disk.close()
        if picture is not None:
            # Last, for it is of the files as the lanes leave them.
            of = still.what_it_is_of(self.profile, self.palette)
            still.keep(picture, self.profile.page_file, of)


def make_application(arguments: list[str]) -> QApplication:
    """Return the Qt application with its name, fonts and translation."""
    _import_plainly()
    launch_no_bus()
    with saying_why_there_is_none():
        application = QApplication(arguments)
    application.setApplicationName("diptych")
    application.setApplicationDisplayName("Diptych")
    application.setApplicationVersion(__version__)
    # By it a Wayland desktop finds the icon.
    application.setDesktopFileName(APPLICATION_ID)
    theme.load_fonts()
    return application


def _import_plainly() -> None:
    """Import as before Qt was loaded: nobody here asks for snake_case names of Qt's.

    For their sake PySide reads the source of every module that is imported, and keeps it:
    a tenth of a start, and 7 MB.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def say_at_start(sentence: str) -> None:
    """Say in a window of its own why there is no other; from a menu nobody reads a terminal."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else make_application(sys.argv[:1])
    translation.speak(application, "")  # for the button
    QMessageBox.warning(None, "Diptych", sentence)


def run(profile: Profile, wanted: Asked, theme_name: str = "") -> int:
    """Start the window and return the exit status once it has closed."""
    gc.disable()  # nothing that is built now is ever garbage; ShortRounds collects later
    application = make_application(sys.argv[:1])
    while True:
        first = partial(Diptych.show_at_once, wanted=wanted)
        diptych = Diptych(application, profile, theme_name, first=first)
        status = _live(diptych, wanted)
        if not diptych.is_to_return:
            return status
        # The window before has shown what was asked for.
        wanted = NOTHING_ASKED


def _live(diptych: Diptych, wanted: Asked) -> int:
    """Run a window that is built until it closes; be reached by whoever asks it for something."""
    from diptych.ui.shell.bugs import log_to, report_bugs
    from diptych.ui.shell.garbage import ShortRounds, keep_little_memory
    from diptych.ui.shell.open_windows import OpenWindow
    from diptych.ui.shell.outside import EndedFromOutside, FilesFromDesktop

    log_to(diptych.profile)
    keep_little_memory()
    rounds = ShortRounds(diptych.application)
    # A pair's matches are most of what there is, and stay.
    diptych.states.pair.compared.connect(rounds.loaded)
    report_bugs(diptych.window)
    reachable = OpenWindow(diptych.profile.windows_folder)
    reachable.asked.connect(diptych.show)
    ways_in: list[OpenWindow | FilesFromDesktop | EndedFromOutside] = [reachable]
    if sys.platform == "darwin":  # nowhere else is it told, and it looks at every event
        told_to_open = FilesFromDesktop(diptych.application)
        told_to_open.asked.connect(diptych.show)
        ways_in.append(told_to_open)
    told_to_end = EndedFromOutside(diptych.application)
    told_to_end.asked.connect(diptych.window.close)
    ways_in.append(told_to_end)
    diptych.start(wanted)
    status = diptych.application.exec()
    for way_in in reversed(ways_in):
        way_in.close()
    return status
