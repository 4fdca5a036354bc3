# SPDX-License-Identifier: MIT
"""Adds files, folders and samples to the library, and says what became of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMessageBox

from diptych.services import samples
from diptych.services.indexing import ManyFiles
from diptych.text.sides import SIDES, Side, other_side
from diptych.ui.desk import present
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.library_state import LibraryState
from diptych.ui.desk.pair_state import PairState, Place
from diptych.ui.desk.shelf_state import ShelfState
from diptych.ui.library.panel import LibraryPanel
from diptych.ui.parts.counted import grouped
from diptych.ui.parts.dropping import Dropped
from diptych.ui.parts.status import Work
from diptych.ui.parts.translation import told

if TYPE_CHECKING:
    from diptych.library.scan import AddReport


class AddingPresenter(QObject):
    """Asks what to add, shows how it goes, and pins what was added to be read."""

    folder_requested = Signal(object)  # Path to show in the desktop's file browser

    def __init__(
        self, library: LibraryState, pair: PairState, panel: LibraryPanel, frame: Frame
    ) -> None:
        super().__init__(frame.window)
        self._library = library
        self._shelf = ShelfState(library)
        self._pair = pair
        self._panel = panel
        self._status = frame.status
        self._actions = frame.actions
        self._window = frame.window
        self._pin_next: dict[Side, Path] = {}
        self._pin_place: Place | None = None
        self._more_than_two = False  # files were added at once
        self._pasted: Path | None = None  # to be told of once it is added
        self._shows_samples = False
        self._connect(panel)

    def _connect(self, panel: LibraryPanel) -> None:
        library, actions = self._library, self._actions
        library.adding.connect(self._show_adding)
        library.added.connect(self._show_added)
        library.many_found.connect(self._ask_many)
        library.looked_through.connect(self._show_news)
        panel.add_files_requested.connect(self.ask_files)
        panel.add_folder_requested.connect(self.ask_folder)
        panel.open_samples_requested.connect(self.open_samples)
        panel.dropped.connect(self.take_dropped)
        actions["add-files"].triggered.connect(self.ask_files)
        actions["add-folder"].triggered.connect(self.ask_folder)
        actions["paste-article"].triggered.connect(self.paste)
        actions["open-samples"].triggered.connect(self.open_samples)

    def add(self, paths: Iterable[Path | str]) -> None:
        """Add files and folders."""
        chosen = [Path(path) for path in paths]
        # A folder is added to be read from, not to be compared at once.
        self._more_than_two = len(chosen) > len(SIDES) and not any(map(Path.is_dir, chosen))
        if chosen:
            self._library.add(chosen)

    def add_and_pin(self, wanted: Mapping[Side, Path], *, place: Place | None = None) -> None:
        """Add files and put each on its side, at ``place`` if one is given."""
        self._pin_next = dict(wanted)
        self._pin_place = place
        self.add(wanted.values())

    def open(self, paths: Sequence[Path]) -> None:
        """Add what was opened from outside: one file is pinned, or the first two of more."""
        # A folder is added, but cannot be pinned.
        files = [path for path in paths if not path.is_dir()]
        if len(files) == 1:
            self._pin_next = {self._pair.free_side(): files[0]}
        else:
            self._pin_next = dict(zip(SIDES, files, strict=False))
        self._pin_place = None
        self.add(paths)

    def paste(self) -> None:
        """Make an article of the text in the clipboard and open it."""
        self.take_text(QGuiApplication.clipboard().text(), self._pair.free_side())

    def take_dropped(self, dropped: Dropped, side: Side | None = None) -> None:
        """Add the files, or make an article of the text, that was dropped on the window.

        One file dropped on a side is opened there, a second one across; dropped elsewhere
        they are opened if nothing else is.
        """
        if dropped.is_on_the_web:
            self._status.say(
                self.tr("Diptych uses no network: save the page as a file and drop that.")
            )
        elif dropped.text:
            self.take_text(dropped.text, side or self._pair.free_side())
        elif len(dropped.paths) > len(SIDES) or any(path.is_dir() for path in dropped.paths):
            self.add(dropped.paths)
        elif side is not None and dropped.paths:
            self.add_and_pin(dict(zip((side, other_side(side)), dropped.paths, strict=False)))
        elif not any(self._pair.pinned_ids()):
            self.open(dropped.paths)
        else:
            self.add(dropped.paths)

    def take_text(self, text: str, side: Side) -> None:
        """Make an article of a text and put it on a side."""

        def kept(path: Path) -> None:
            self._pasted = path
            self.add_and_pin({side: path})

        self._shelf.keep_text(text, kept)

    def _tell_pasted(self, report: AddReport) -> None:
        """Say what a pasted text is called; it can be taken out again at once."""
        pasted, self._pasted = self._pasted, None
        taken = next((t for t in report.added if t.path == pasted), None)
        if taken is None:
            refused = next((each for each in report.failed if each.path == pasted), None)
            if refused is not None:
                self._status.say(self.tr("The text cannot be read as an article."))
            return

        def take_out() -> bool:
            # Another undo may have taken it out already.
            known = self._library.entry(taken.id) is not None
            if known:
                self._library.remove((taken.id,))
            return known

        # Nobody chose its title: it is the beginning of what was pasted.
        words = self.tr("Made an article of the text: “{0}”.")
        self._status.say(words.format(present.shortened(taken.title, 60)), undo=take_out)

    def ask_files(self) -> None:
        """Let the reader choose files to add."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window, self.tr("Add files"), str(Path.home()), self._file_filter()
        )
        self.add(names)

    def _file_filter(self) -> str:
        from diptych.library.sniffing import EXTENSIONS

        lists = (".csv", ".json", ".zip")  # what reading lists export
        patterns = " ".join(f"*{extension}" for extension in (*EXTENSIONS, *lists))
        return self.tr("Articles ({0});;All files (*)").format(patterns)

    def ask_folder(self) -> None:
        """Let the reader choose a folder to add."""
        name = QFileDialog.getExistingDirectory(
            self._window, self.tr("Add a folder"), str(Path.home())
        )
        if name:
            self.add([name])

    def open_samples(self) -> None:
        """Add the sample articles and pin the two that explain the application."""
        self._pin_next = dict(zip((Side.LEFT, Side.RIGHT), samples.sample_pair(), strict=True))
        self._shows_samples = True
        self._pair.found.want_first_match()
        self.add(samples.sample_paths())

    def _ask_many(self, many: ManyFiles) -> None:
        """Ask before a very large folder is read."""
        self._status.end_work(Work.ADDING)
        question = QMessageBox(self._window)
        question.setWindowTitle(self.tr("Many articles"))
        question.setText(self.tr("%n article(s) were found. Add them all?", "", many.count))
        question.setInformativeText(
            self.tr("Reading them takes a while; you can go on reading, pause and cancel.")
        )
        add = question.addButton(self.tr("&Add them"), QMessageBox.ButtonRole.AcceptRole)
        question.addButton(QMessageBox.StandardButton.Cancel)
        question.setDefaultButton(add)
        # The window, its parent, would keep it to the end.
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        add.clicked.connect(lambda: self._library.add(many.paths, is_confirmed=True))
        question.open()

    def _pause(self, paused: bool) -> None:
        if paused:
            self._library.brake.pause()
        else:
            self._library.brake.resume()

    def _show_news(self, report: AddReport) -> None:
        """Say what a look through the folders found."""
        self._status.end_work(Work.ADDING)
        if report.was_cancelled:
            self._status.say(
                self.tr("The rest of your folders is looked through at the next start.")
            )
        if report.was_cancelled or not report.has_news:
            return
        # Each look finds the same files unchanged or unreadable: that is no news.
        parts = [self._summary(replace(report, unchanged=(), failed=()))]
        if report.missing:
            parts.append(self.tr("%n gone", "", len(report.missing)))
        self._status.say(self.tr("Your folders: {0}").format(", ".join(parts)))

    def _show_adding(self, done: int, total: int, what: str) -> None:
        if total:
            text = self.tr("Adding {0}: {1} of {2}").format(what, grouped(done), grouped(total))
        else:
            text = self.tr("Looking for articles {0}").format(what)
        # While files are still being looked for there is nothing to pause.
        cancel, pause = self._library.brake.cancel, self._pause if total else None
        self._status.show_work(Work.ADDING, text, done, total, cancel=cancel, pause=pause)

    def _show_added(self, report: AddReport | None) -> None:
        # A file that came in beside a folder leaves that under way.
        if not self._library.brake.is_at_work:
            self._status.end_work(Work.ADDING)
        if report is None:
            return
        line = self._summary(report)
        if self._pin_next and self._shows_samples:
            self._status.say(self._first_keys())
        elif self._more_than_two and (self._pin_next or not all(self._pair.pinned_ids())):
            # Three versions, say: nothing else would tell why two of them are open, or none.
            self._status.say(f"{line}. {present.two_at_a_time()}")
        elif not self._pin_next or report.added:
            self._status.say(line)
        self._shows_samples = self._more_than_two = False
        if report.failed:
            self._explain(report, line)
        if report.added and not self._pin_next:
            self._panel.select(report.added[0].id)  # what is new is in view
        self._pin_added(report)
        self._tell_pasted(report)

    def _first_keys(self) -> str:
        """Say which two keys a new reader needs first."""
        keys = [
            self._actions[name].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            for name in ("next-match", "note")
        ]
        return self.tr("{0} goes to the next match; {1} writes a note on it.").format(*keys)

    def _summary(self, report: AddReport) -> str:
        """Return what became of added files in one line."""
        parts = [self.tr("%n added", "", len(report.added))]
        if report.updated:
            parts.append(self.tr("%n updated", "", len(report.updated)))
        if report.unchanged:
            parts.append(self.tr("%n already here", "", len(report.unchanged)))
        if report.failed:
            parts.append(self.tr("%n not readable", "", len(report.failed)))
        return ", ".join(parts)

    def _explain(self, report: AddReport, line: str) -> None:
        from diptych.ui.library.import_summary import FailedFile, ImportSummary

        failed = [FailedFile(str(f.path), f.code, told(f.reason)) for f in report.failed]
        dialog = ImportSummary(line, failed, self._window)
        dialog.retry_requested.connect(self.add)
        dialog.reveal_requested.connect(lambda path: self.folder_requested.emit(Path(path).parent))
        dialog.open()

    def _pin_added(self, report: AddReport) -> None:
        wanted, place = self._pin_next, self._pin_place
        self._pin_next, self._pin_place = {}, None
        if not wanted:  # of thousands of files the window would ask the disk for each
            return
        # What was here already is to be opened too.
        added = (*report.added, *report.unchanged, *report.updated)
        # A link and a relative path lead to one file.
        known = {Path(item.path).resolve(): item.id for item in added}
        for side, path in wanted.items():
            if path.resolve() in known:
                self._pair.pin(side, known[path.resolve()], place=place)
