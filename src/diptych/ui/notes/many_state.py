# SPDX-License-Identifier: MIT
"""Changes of many notes at once, and the steps in which all changes are taken back."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from diptych.errors import DiptychError
from diptych.notes.note import Note
from diptych.services.note_keeping import ManyNotes, Notebook
from diptych.services.stores import Stores
from diptych.ui.parts.lanes import DiskLane
from diptych.ui.parts.translation import told


class StepsState(QObject):
    """Goes back and forth through the changes of notes in the notes lane."""

    counted = Signal(object)  # tuple[NoteStep, ...] that can be taken back, the oldest first
    stepping = Signal()  # what was typed since the last pause has to come before
    stepped = Signal(object)  # Note as it is now
    nothing_to_undo = Signal()
    said = Signal(str)
    failed = Signal(str)

    def __init__(self, lane: DiskLane, notebook: Notebook, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = lane
        self._notebook = notebook  # touched by the lane alone
        self._numbers = itertools.count()
        self._under_way = 0

    def count(self) -> None:
        """Tell what can be taken back once what waits in the lane is done."""
        self._lane.run("note steps", self._notebook.steps, self._tell, self._fail)

    def count_then(self, go_on: Callable[[], None]) -> None:
        """Tell what can be taken back before going on with what stands for several steps."""

        def counted(steps: object) -> None:
            self._tell(steps)
            go_on()

        name = f"note steps {next(self._numbers)}"  # dropped for no later one
        self._lane.run(name, self._notebook.steps, counted, self._fail)

    def undo(self) -> None:
        """Take the last change of a note back."""
        done, gone = self.tr("The note is as it was before."), self.tr("The note is gone again.")
        self._step(self._notebook.undo, (done, gone), self.nothing_to_undo.emit)

    def redo(self) -> None:
        """Make the change again that was undone last."""
        nothing = self.tr("There is nothing to do again.")
        done, gone = self.tr("The note is changed again."), self.tr("The note is gone again.")
        self._step(self._notebook.redo, (done, gone), lambda: self.said.emit(nothing))

    def _step(
        self,
        step: Callable[[Stores], Note | None],
        words: tuple[str, str],
        otherwise: Callable[[], None],
    ) -> None:
        """Go a step; ``words`` say that it is done, and that it took the note away."""
        self.stepping.emit()

        def done(note: Note | None) -> None:
            self._under_way -= 1
            if note is None:
                otherwise()
                return
            self.said.emit(words[1] if note.deleted else words[0])
            self.stepped.emit(note)

        def failed(error: DiptychError) -> None:
            self._under_way -= 1
            self._fail(error)

        self._under_way += 1
        # Each step has a name of its own: none may be dropped for a later one.
        self._lane.run(f"undo {next(self._numbers)}", step, done, failed)
        self.count()

    def _tell(self, steps: object) -> None:
        # Of a moment ago, where a step that was asked for since is still to be gone.
        if not self._under_way:
            self.counted.emit(steps)

    def _fail(self, error: DiptychError) -> None:
        self.failed.emit(told(error.sentence))


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
