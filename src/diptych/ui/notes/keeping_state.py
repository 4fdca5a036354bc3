# SPDX-License-Identifier: MIT
"""Keeps notes safe beside the reading: backups, the Markdown copy, notes from files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from diptych.errors import DiptychError
from diptych.notes.backups import Backup
from diptych.services.stores import Stores
from diptych.ui.parts.lanes import DiskLane
from diptych.ui.parts.translation import told

if TYPE_CHECKING:
    from diptych.notes.mirror import Mirror

CARE_MS = 2000  # after the start, when the window has its articles
MIRROR_MS = 1500  # after a change, so that typing is not copied letter by letter


class KeepingState(QObject):
    """Looks after the notes file; ``left_open`` says that its last user was cut off."""

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
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._disk = disk
        self._mirroring = mirroring
        self._mirrors: dict[Path, Mirror] = {}  # used inside the lane only
        self._left_open = left_open
        self._mirror_folder = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(MIRROR_MS)
        self._pause.timeout.connect(self._mirror)

    def start(self) -> None:
        """Check after an unclean end, back up, and clear what was deleted long ago."""
        QTimer.singleShot(CARE_MS, self, self._take_care)

    def _take_care(self) -> None:
        left_open = self._left_open

        def work(stores: Stores) -> str:
            from diptych.notes.backups import back_up_at_start
            from diptych.notes.doctor import check

            path = stores.profile.notes_file
            ills = [f.sentence for f in check(path) if f.mendable] if left_open else []
            if not ills:
                back_up_at_start(path)
                stores.notes.purge_old()
            return ills[0] if ills else ""

        self._disk.run("care for notes", work, self._tell_ill, self._fail)

    def _tell_ill(self, ill: str) -> None:
        if ill:
            cure = self.tr("Close Diptych and run “diptych doctor --repair”.")
            self.failed.emit(f"{told(ill)} {cure}")

    # Backups

    def list_backups(self) -> None:
        """List the copies of the notes file."""

        def work(stores: Stores) -> tuple[Backup, ...]:
            from diptych.notes.backups import backups

            return backups(stores.profile.notes_file)

        self._disk.run("list backups", work, self.backups_listed.emit, self._fail)

    def restore(self, backup: Path) -> None:
        """Put a copy in the place of the notes file; what was there is copied first."""

        def work(stores: Stores) -> str:
            from diptych.notes.backups import restore

            return str(restore(backup, stores.profile.notes_file) or "")

        self._disk.run("restore backup", work, self.restored.emit, self._fail)

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
        folder = Path(self._mirror_folder)

        def work(stores: Stores) -> object:
            from diptych.notes.mirror import Mirror

            if folder not in self._mirrors:
                self._mirrors = {folder: Mirror(folder, stores.profile.mirror_file)}
            return self._mirrors[folder].follow(stores.notes)

        self._mirroring.run("mirror notes", work, self.mirrored.emit, self._fail)

    # Notes from elsewhere

    def bring_in(self, path: Path) -> None:
        """Take the notes of a file over."""

        def work(stores: Stores) -> object:
            from diptych.services.note_import import bring_in

            return bring_in(stores, path)

        self._disk.run("bring notes in", work, self.brought_in.emit, self._fail)

    def _fail(self, error: DiptychError) -> None:
        self.failed.emit(told(error.sentence))
