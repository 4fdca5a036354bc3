# SPDX-License-Identifier: MIT
"""Keeps notes safe beside the reading: backups, the Markdown copy, notes from files."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from diptych.errors import DiptychError
from diptych.services.note_safety import Mirrors, list_backups, restore_backup, take_care
from diptych.ui.parts.lanes import DiskLane
from diptych.ui.parts.translation import told

CARE_MS = 2000  # after the start, when the window has its articles
MIRROR_MS = 1500  # after a change, so that typing is not copied letter by letter


class KeepingState(QObject):
    """Looks after the notes file.

    ``left_open`` says that its last user was cut off, ``unused`` how long ago the last one ended.
    """

    backups_listed = Signal(object)  # tuple[Backup, ...], the newest first
    restored = Signal(str)  # where the notes that were there are kept now; may be empty
    brought_in = Signal(object)  # BroughtIn
    mirrored = Signal(object)  # Mirrored
    failed = Signal(str)

    def __init__(
        self,
        disk: DiskLane,
        mirroring: DiskLane,
        *,
        left_open: bool,
        unused: timedelta,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._disk = disk
        self._mirroring = mirroring
        self._mirrors = Mirrors()  # used inside the lane only
        self._left_open = left_open
        self._unused = unused
        self._mirror_folder = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(MIRROR_MS)
        self._pause.timeout.connect(self._mirror)

    def start(self) -> None:
        """Check after an unclean end, back up, and clear what was deleted long ago."""
        QTimer.singleShot(CARE_MS, self, self._take_care)

    def _take_care(self) -> None:
        work = partial(take_care, left_open=self._left_open, unused=self._unused)
        self._disk.run("care for notes", work, self._tell_ill, self._fail)

    def _tell_ill(self, ill: str) -> None:
        if ill:
            cure = self.tr("Close Diptych and run “diptych doctor --repair”.")
            self.failed.emit(f"{told(ill)} {cure}")

    # Backups

    def list_backups(self) -> None:
        """List the copies of the notes file."""
        self._disk.run("list backups", list_backups, self.backups_listed.emit, self._fail)

    def restore(self, backup: Path) -> None:
        """Put a copy in the place of the notes file; what was there is copied first."""
        work = partial(restore_backup, backup=backup)
        self._disk.run("restore backup", work, self._restored, self._fail)

    def _restored(self, kept: Path | None) -> None:
        self.restored.emit(str(kept or ""))

    # The Markdown copy

    def set_mirror(self, folder: str) -> None:
        """Keep a copy in a folder from now on; an empty name ends that."""
        self._mirror_folder = folder
        self.notes_changed()

    def notes_changed(self) -> None:
        """Bring the copy level soon."""
        if self._mirror_folder:
            self._pause.start()

    def _mirror(self) -> None:
        work = partial(self._mirrors.follow, folder=Path(self._mirror_folder))
        self._mirroring.run("mirror notes", work, self.mirrored.emit, self._fail)

    # Notes from elsewhere

    def bring_in(self, path: Path) -> None:
        """Take the notes of a file over."""
        from diptych.services.note_import import bring_in  # loads every importer

        work = partial(bring_in, path=path)
        self._disk.run("bring notes in", work, self.brought_in.emit, self._fail)

    def _fail(self, error: DiptychError) -> None:
        self.failed.emit(told(error.sentence))
