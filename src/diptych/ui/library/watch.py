# SPDX-License-Identifier: MIT
"""Notices that something happened in the library's folders, or to the library itself."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from diptych.services.articles import ids
from diptych.services.folders import watched
from diptych.ui.desk.library_state import LibraryState
from diptych.ui.parts.lanes import DiskLane

if TYPE_CHECKING:
    from diptych.library.scan import AddReport

WRITTEN_MS = 1_000  # commands write in several steps
SETTLE_MS = 1_500  # several files are copied in one go
LOOK_MS = 120_000  # a changed file's folder does not tell; neither do network drives
REST = 40  # times as long as a look took, at least, to the next one by the clock
LONGEST_REST_MS = 24 * 3600 * 1000  # Qt counts no further than 24 days


class FolderWatch(QObject):
    """Has the folders looked through when they change, on return to the window, and at times."""

    def __init__(
        self, library: LibraryState, importing: DiskLane, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._importing = importing
        self._is_put_off = False  # the reader broke a look off
        self._began: float | None = None  # a look that others asked for was not timed
        self._watcher = QFileSystemWatcher(self)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE_MS)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._settling.timeout.connect(self._look)
        self._clock.timeout.connect(self._look)
        self._watcher.directoryChanged.connect(lambda _: self._settling.start())
        library.looked_through.connect(self._looked)
        library.added.connect(lambda _: self._list_folders())

    def start(self) -> None:
        """Look through the folders now and from now on."""
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._state_changed)
        self._look()

    def _look(self) -> None:
        if self._is_put_off:
            return
        # Something is being added; it is tried again afterwards.
        if self._importing.is_busy:
            self._settling.start()
            return
        self._began = time.monotonic()
        self._library.look_through()

    def _looked(self, report: AddReport) -> None:
        # Until somebody asks for one, or Diptych starts again.
        self._is_put_off = report.was_cancelled
        spent_s = 0.0 if self._began is None else time.monotonic() - self._began
        self._began = None
        # rest = 40 * what the look took, from two minutes to a day
        self._clock.start(min(max(LOOK_MS, round(REST * spent_s * 1000)), LONGEST_REST_MS))
        self._list_folders()

    def _list_folders(self) -> None:
        self._importing.run("folders", watched, self._watch)

    def _watch(self, folders: Sequence[str]) -> None:
        present = set(self._watcher.directories())
        gone = sorted(present - set(folders))
        fresh = sorted(set(folders) - present)
        # Of an empty list Qt warns.
        if gone:
            self._watcher.removePaths(gone)
        if fresh:
            self._watcher.addPaths(fresh)

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        # What happens to files happens in other windows.
        if state == Qt.ApplicationState.ApplicationActive and not self._settling.isActive():
            self._settling.start()


class OthersWatch(QObject):
    """Notices that another process changed the library: a command, or a second window."""

    def __init__(
        self, library: LibraryState, disk: DiskLane, file: Path, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._disk = disk
        # What is written stands in the log first, and only later in the file itself.
        self._files = (file, file.with_name(f"{file.name}-wal"))
        self._watcher = QFileSystemWatcher(self)
        self._written = QTimer(self)
        self._written.setSingleShot(True)
        self._written.setInterval(WRITTEN_MS)
        self._written.timeout.connect(self._look)
        self._watcher.fileChanged.connect(lambda _: self._note())

    def start(self) -> None:
        """Watch the library from now on."""
        self._watch()

    def _note(self) -> None:
        # Not put off by each further write, or a long import would never be seen.
        if not self._written.isActive():
            self._written.start()

    def _look(self) -> None:
        self._watch()
        # Most of what is written is our own, and the list tells of it already.
        self._disk.run("ids", ids, self._compare)

    def _compare(self, present: frozenset[str]) -> None:
        if self._library.is_read and present != {entry.id for entry in self._library.entries}:
            self._library.note_change()

    def _watch(self) -> None:
        """Watch the files that are there; one that was replaced is watched no longer."""
        missing = {str(path) for path in self._files if path.exists()} - set(self._watcher.files())
        if missing:
            self._watcher.addPaths(sorted(missing))
