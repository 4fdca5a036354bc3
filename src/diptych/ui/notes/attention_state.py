# SPDX-License-Identifier: MIT
"""The passages of notes whose words changed or are gone, until the reader settles them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal

from diptych.errors import DiptychError
from diptych.notes.anchor import LOST, Anchor, Resolution, anchor_again
from diptych.notes.note import Note
from diptych.services.note_articles import SURE, Shelf, gone_articles
from diptych.services.stores import Stores
from diptych.text.article import Article, Span
from diptych.ui.notes.state import NotesState
from diptych.ui.parts.lanes import DiskLane
from diptych.ui.parts.translation import told

LOOKED_AT = 300  # notes; more than that nobody settles in one sitting
SETTLE_MS = 700


@dataclass(frozen=True, slots=True)
class Trouble:
    """One passage that is fuzzy or lost; without an article it is not in the library."""

    note: Note
    index: int  # of the anchor
    article: Article | None
    found: Resolution

    @property
    def anchor(self) -> Anchor:
        """The passage as it was."""
        return self.note.anchors[self.index]


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
            anchors = list(note.anchors)
            anchors[trouble.index] = anchor
            return replace(note, anchors=tuple(anchors))

        self._notes.change(trouble.note.id, change)
        self._drop(trouble)

    def keep(self, note_id: str, index: int) -> None:
        """Leave a passage without a place, and do not ask again while its article stays so."""
        trouble = self.trouble(note_id, index)
        if trouble is None:
            return
        quote, article = trouble.anchor.quote, trouble.article

        def work(stores: Stores) -> None:
            stores.notes.quotations.leave_placeless(note_id, quote, article.id if article else "")

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


def find_troubles(stores: Stores) -> tuple[Trouble, ...]:
    """Return the passages without a sure place, the lost ones last.

    An article whose content is in the library holds its quotes where they were:
    only notes on others need be looked at.
    """
    from diptych.notes.resolution import resolve  # loads numpy

    here = stores.catalogue.ids()
    away = (frozenset(stores.notes.quotations.article_ids()) - here) | gone_articles(stores)
    if not away:
        return ()
    shelf, settled = Shelf(stores), stores.notes.quotations.placeless()
    found = []
    for note in stores.notes.notes_on(away, limit=LOOKED_AT):
        for index, anchor in enumerate(note.anchors):
            if anchor.article_id not in away:
                continue
            article = shelf.article_of(anchor)
            answer = LOST if article is None else resolve(anchor, article.text)
            key = (note.id, anchor.quote, article.id if article else "")
            if answer.state not in SURE and key not in settled:
                found.append(Trouble(note, index, article, answer))
    return tuple(sorted(found, key=lambda trouble: trouble.found.span is None))
