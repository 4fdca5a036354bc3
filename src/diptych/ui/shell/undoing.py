# SPDX-License-Identifier: MIT
"""One Ctrl+Z for all: takes back what the reader did last, whichever feature did it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from diptych.notes.history import NoteStep
from diptych.ui.desk.frame import Frame
from diptych.ui.matches.judging import Judging
from diptych.ui.notes.state import NotesState
from diptych.values import dataclass


@dataclass(frozen=True, slots=True)
class Deed:
    """What was done: how it is taken back, and done again by whoever knows how."""

    take_back: Callable[[], object]
    do_again: Callable[[], object] | None = None
    words: str = ""  # what was said of it
    step: NoteStep | None = None  # of the notes' own


class Undoing(QObject):
    """Remembers in what order verdicts and changes of notes were made, and all that the
    line at the bottom offers to undo.

    How to take one back each feature knows itself, and whether it still can.
    """

    def __init__(self, notes: NotesState, judging: Judging, frame: Frame) -> None:
        super().__init__(frame.window)
        self._notes = notes
        self._status = frame.status
        self._done: list[Deed] = []
        self._undone: list[Deed] = []
        judging.judged.connect(lambda: self._note(Deed(judging.undo, judging.redo)))
        frame.status.undo_offered.connect(
            lambda undo: self._note(Deed(undo, words=self._status.message.text()))
        )
        frame.status.undo_taken.connect(self._forget)
        notes.steps.counted.connect(self._take_steps)
        for changed in (notes.saved, notes.deleted, notes.recently_deleted.changed):
            changed.connect(lambda *_: self._keep_notes_undone())
        notes.steps.nothing_to_undo.connect(self._go_on)
        frame.actions["undo"].triggered.connect(self.undo)
        frame.actions["redo"].triggered.connect(self.redo)

    def undo(self) -> None:
        """Take back what was done last."""
        while self._done:
            said = self._status.message.text()
            deed = self._done.pop()
            # What can no longer be taken back is passed over.
            if deed.take_back() is not False:
                self._undone.append(deed)
                self._status.withdraw(said)
                # Verdicts and notes say themselves what they are now.
                if deed.words and not self._status.message.text():
                    self._status.say(self.tr("Taken back: {0}").format(deed.words))
                return
        # It knows of more than it has told by now.
        self._undone.append(Deed(self._undo_note, self._redo_note))
        self._undo_note()

    def redo(self) -> None:
        """Do again what was taken back last."""
        deed = self._undone.pop() if self._undone else None
        if deed is None or deed.do_again is None:
            self._undone.clear()
            self._status.say(self.tr("There is nothing to do again."))
            return
        # A change of a note is told by its notebook, which knows where it stands in the order.
        if deed.do_again() is not False and deed.do_again != self._redo_note:
            self._done.append(deed)

    def _note(self, deed: Deed) -> None:
        self._done.append(deed)
        # What is done since has made another future.
        self._undone.clear()

    def _take_steps(self, steps: Sequence[NoteStep]) -> None:
        """Have every change of a note stand in the order once, the new ones last."""
        there = set(steps)
        self._done = [deed for deed in self._done if deed.step is None or deed.step in there]
        known = {deed.step for deed in self._done}
        self._done += [
            Deed(self._undo_note, self._redo_note, step=step) for step in steps if step not in known
        ]

    def _keep_notes_undone(self) -> None:
        # The disk may only now have answered what was written before the last undo. Whether a
        # change of a note can still be done again its notebook knows.
        self._undone = [deed for deed in self._undone if deed.do_again == self._redo_note]

    def _forget(self, taken: Callable[[], object]) -> None:
        self._done = [each for each in self._done if each.take_back != taken]

    def _undo_note(self) -> bool:
        self._notes.steps.undo()
        return True

    def _redo_note(self) -> bool:
        self._notes.steps.redo()
        return True

    def _go_on(self) -> None:
        # The notes had nothing, so there is nothing of theirs to do again.
        if self._undone:
            self._undone.pop()
        if self._done:
            self.undo()
        else:
            self._status.say(self.tr("There is nothing to undo."))
