# SPDX-License-Identifier: MIT
"""Undo and redo across creating, editing and deleting notes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from time import monotonic

from diptych.notes.note import Note, content
from diptych.values import dataclass

ONE_BREATH_S = 3.0  # edits closer together are undone together
# Changes; each holds two whole notes.
_DEEPEST = 200


@dataclass(frozen=True, slots=True)
class NoteChange:
    """A note before and after; ``before`` is None when it was created."""

    before: Note | None
    after: Note


@dataclass(frozen=True, slots=True)
class NoteStep:
    """A change by what tells it from others: typing on makes another one of it."""

    note_id: str
    at: datetime
    is_making: bool


class UndoHistory:
    """What was done to notes in this window, so that it can be undone.

    ``save`` is the store's ``update``: a note changed elsewhere meanwhile is
    never overwritten by undoing, the undone version becomes a copy. ``seconds`` are
    counted from anywhere: the clock of the day, which stamps the notes, may be set
    while one writes.
    """

    def __init__(
        self, save: Callable[[Note], Note], *, seconds: Callable[[], float] = monotonic
    ) -> None:
        self._save = save
        self._seconds = seconds
        self._recorded_at = seconds()
        self._done: list[NoteChange] = []
        self._undone: list[NoteChange] = []
        self._latest: dict[str, Note] = {}

    def record(self, change: NoteChange) -> None:
        """Remember what was just done; typing without a pause counts as one edit."""
        self._latest[change.after.id] = change.after
        # What was done since has made another future.
        self._undone.clear()
        last = self._done[-1] if self._done else None
        before, self._recorded_at = self._recorded_at, self._seconds()
        paused = self._recorded_at - before >= ONE_BREATH_S
        if last and not paused and _goes_on(last, change):
            self._done[-1] = NoteChange(last.before, change.after)
        else:
            self._done.append(change)
            del self._done[:-_DEEPEST]

    def steps(self) -> tuple[NoteStep, ...]:
        """Return what can be taken back, the oldest first."""
        return tuple(NoteStep(c.after.id, c.after.modified, c.before is None) for c in self._done)

    def undo(self) -> Note | None:
        """Take back the last change and return the note as it is now, or None."""
        if not self._done:
            return None
        change = self._done.pop()
        self._undone.append(change)
        # What was created is moved to the deleted ones, not removed: redo brings it back.
        if change.before is None:
            return self._set(replace(change.after, deleted=change.after.modified))
        return self._set(change.before)

    def redo(self) -> Note | None:
        """Do again what was last taken back and return the note, or None."""
        if not self._undone:
            return None
        change = self._undone.pop()
        self._done.append(change)
        return self._set(change.after)

    def _set(self, wanted: Note) -> Note:
        # The version that this window saw last: if another has written since, the store keeps
        # both.
        latest = self._latest.get(wanted.id, wanted)
        kept = self._save(replace(wanted, modified=latest.modified))
        self._latest[wanted.id] = kept
        return kept


def _goes_on(last: NoteChange, change: NoteChange) -> bool:
    """Tell whether both are edits of one note with nothing between."""
    return (
        last.before is not None
        and change.before is not None
        and last.after.id == change.after.id
        and last.after.deleted == change.after.deleted == change.before.deleted
        and content(last.after) == content(change.before)
    )
