# SPDX-License-Identifier: MIT
"""The notes deleted in the last thirty days."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from diptych.errors import DiptychError
from diptych.notes.note import Note
from diptych.services.note_keeping import Notebook, deleted_notes, purge_notes
from diptych.ui.parts.lanes import DiskLane
from diptych.ui.parts.translation import told


class DeletedState(QObject):
    """Lists deleted notes, brings them back, or removes them for good."""

    listed = Signal(object)  # tuple[Note, ...], the latest first
    changed = Signal()  # there are other notes now
    failed = Signal(str)

    def __init__(self, lane: DiskLane, notebook: Notebook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._notebook = notebook  # touched by the lane alone

    def list_deleted(self) -> None:
        """List the notes deleted in the last thirty days."""
        self._lane.run("notes deleted", deleted_notes, self._show, self._fail)

    def restore(self, note_ids: Sequence[str]) -> None:
        """Bring deleted notes back; undo deletes them again."""
        work = partial(self._notebook.restore, note_ids=tuple(note_ids))
        self._lane.run(f"restore {note_ids}", work, lambda _: self._changed(), self._fail)

    def purge(self, note_ids: Sequence[str]) -> None:
        """Remove deleted notes for good."""
        work = partial(purge_notes, note_ids=tuple(note_ids))
        self._lane.run(f"purge {note_ids}", work, lambda _: self._changed(), self._fail)

    def _show(self, notes: tuple[Note, ...]) -> None:
        self.listed.emit(notes[::-1])

    def _changed(self) -> None:
        self.list_deleted()
        self.changed.emit()

    def _fail(self, error: DiptychError) -> None:
        self.failed.emit(told(error.sentence))
