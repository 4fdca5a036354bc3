# SPDX-License-Identifier: MIT
"""Notices that something happened in the library's folders."""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from diptych.services.folders import watched
from diptych.ui.desk.library_state import LibraryState
from diptych.ui.parts.lanes import DiskLane

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
        library.looked_through.connect(lambda _: self._looked())
        library.added.connect(lambda _: self._list_folders())

    def start(self) -> None:
        """Look through the folders now and from now on."""
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._state_changed)
        self._look()

    def _look(self) -> None:
        # Something is being added; it is tried again afterwards.
        if self._importing.is_busy:
            self._settling.start()
            return
        self._began = time.monotonic()
        self._library.look_through()

    def _looked(self) -> None:
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
        if gone:
            self._watcher.removePaths(gone)
        if fresh:
            self._watcher.addPaths(fresh)

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        # What happens to files happens in other windows.
        if state == Qt.ApplicationState.ApplicationActive and not self._settling.isActive():
            self._settling.start()
