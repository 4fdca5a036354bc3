# SPDX-License-Identifier: MIT
"""One Ctrl+Z for all: takes back what the reader did last, whichever feature did it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from diptych.ui.desk.frame import Frame
from diptych.ui.matches.judging import Judging
from diptych.ui.notes.state import NotesState


class Undoing(QObject):
    """Remembers in what order verdicts and changes of notes were made, and all that the
    line at the bottom offers to undo.

    How to take one back each feature knows itself, and whether it still can.
    """

    def __init__(self, notes: NotesState, judging: Judging, frame: Frame) -> None:
        super().__init__(frame.window)
        self._notes = notes
        self._status = frame.status
        self._done: list[tuple[Callable[[], object], str]] = []  # and what was said of it
        judging.judged.connect(lambda: self._done.append((judging.undo, "")))
        frame.status.undo_offered.connect(
            lambda undo: self._done.append((undo, self._status.message.text()))
        )
        frame.status.undo_taken.connect(self._forget)
        notes.saved.connect(lambda _: self._done.append((self._undo_note, "")))
        notes.deleted.connect(lambda _: self._done.append((self._undo_note, "")))
        notes.nothing_to_undo.connect(self._go_on)
        frame.actions["undo"].triggered.connect(self.undo)

    def undo(self) -> None:
        """Take back what was done last."""
        while self._done:
            said = self._status.message.text()
            take_back, words = self._done.pop()
            # What can no longer be taken back is passed over.
            if take_back() is not False:
                self._status.withdraw(said)
                # Verdicts and notes say themselves what they are now.
                if words and not self._status.message.text():
                    self._status.say(self.tr("Taken back: {0}").format(words))
                return
        self._undo_note()  # it knows of more than it told: a note that was begun

    def _forget(self, taken: Callable[[], object]) -> None:
        self._done = [each for each in self._done if each[0] != taken]

    def _undo_note(self) -> bool:
        self._notes.undo()
        return True

    def _go_on(self) -> None:
        if self._done:
            self.undo()
        else:
            self._status.say(self.tr("There is nothing to undo."))
