# SPDX-License-Identifier: MIT
"""Changes of many notes at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from diptych.errors import DiptychError
from diptych.services.note_keeping import ManyNotes, Notebook
from diptych.ui.notes.steps_state import StepsState
from diptych.ui.parts.lanes import DiskLane
from diptych.ui.parts.translation import told


class ManyState(QObject):
    """Changes, merges and links notes in the notes lane."""

    changed = Signal(object)  # ManyNotes
    failed = Signal(str)

    def __init__(
        self, lane: DiskLane, notebook: Notebook, steps: StepsState, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._lane = lane
        self._notebook = notebook
        self._steps = steps

    def change(
        self, change: Callable[..., ManyNotes], ids: Sequence[str], **values: object
    ) -> None:
        """Change notes by a function of ``note_keeping``."""
        work = partial(change, notebook=self._notebook, note_ids=tuple(ids), **values)
        self._lane.run(f"many {ids} {values}", work, self._changed, self._fail)

    def merge(self, ids: Sequence[str]) -> None:
        """Make one note of several."""
        work = partial(self._notebook.merge, note_ids=tuple(ids))
        self._lane.run(f"merge {ids}", work, self._changed, self._fail)

    def link(self, ids: Sequence[str]) -> None:
        """Let each of several notes name the others."""
        work = partial(self._notebook.link, note_ids=tuple(ids))
        self._lane.run(f"link {ids}", work, self._changed, self._fail)

    def _changed(self, many: ManyNotes) -> None:
        # What is said of all of them takes them back at once, and so stands behind their steps.
        self._steps.count_then(partial(self.changed.emit, many))

    def _fail(self, error: DiptychError) -> None:
        self.failed.emit(told(error.sentence))
