# SPDX-License-Identifier: MIT
"""The passages of notes whose words changed or are gone, until the reader settles them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from diptych.errors import DiptychError
from diptych.notes.anchor import anchor_again
from diptych.notes.note import Note
from diptych.services.note_troubles import Trouble, find_troubles, leave_placeless
from diptych.text.article import Article, Span
from diptych.ui.notes.state import NotesState
from diptych.ui.parts.lanes import DiskLane
from diptych.ui.parts.translation import told

SETTLE_MS = 700


class AttentionState(QObject):
    """Finds troubles again whenever notes or articles change."""

    changed = Signal(object)  # tuple[Trouble, ...]
    failed = Signal(str)

    def __init__(self, lane: DiskLane, notes: NotesState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._notes = notes
        self.troubles: tuple[Trouble, ...] = ()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SETTLE_MS)
        self._pause.timeout.connect(self.refresh)
        notes.store_changed.connect(self.look_soon)

    def look_soon(self) -> None:
        """Look again once things have settled."""
        self._pause.start()

    def refresh(self) -> None:
        """Look for troubles now."""
        self._lane.run("troubles", find_troubles, self._show, self._fail)

    def accept(self, note_id: str, index: int, candidate: int) -> None:
        """Put a passage where a candidate stands."""
        trouble = self.trouble(note_id, index)
        if trouble is not None and trouble.article is not None:
            self.put(trouble, trouble.article, trouble.found.candidates[candidate].span)

    def put(self, trouble: Trouble, article: Article, span: Span) -> None:
        """Put a passage on a span of an article."""
        anchor = anchor_again(trouble.anchor, article, span)

        def change(note: Note) -> Note:
            # Of the note as it is then, which may have changed since.
            anchors = list(note.anchors)
            anchors[trouble.index] = anchor
            return replace(note, anchors=tuple(anchors))

        self._notes.change(trouble.note.id, change)
        # At once, and the next look will not find it either.
        self._drop(trouble)

    def keep(self, note_id: str, index: int) -> None:
        """Leave a passage without a place, and do not ask again while its article stays so."""
        trouble = self.trouble(note_id, index)
        if trouble is None:
            return
        work = partial(leave_placeless, trouble=trouble)
        self._lane.run(f"keep {note_id} {index}", work, failed=self._fail)
        self._drop(trouble)

    def trouble(self, note_id: str, index: int) -> Trouble | None:
        """Return a trouble that is still there."""
        return next((t for t in self.troubles if (t.note.id, t.index) == (note_id, index)), None)

    def _drop(self, trouble: Trouble) -> None:
        self._show(tuple(t for t in self.troubles if t != trouble))

    def _show(self, troubles: tuple[Trouble, ...]) -> None:
        self.troubles = troubles
        self.changed.emit(troubles)

    def _fail(self, error: DiptychError) -> None:
        self.failed.emit(told(error.sentence))
