# SPDX-License-Identifier: MIT
"""The reader's notes: those of the pair, all of them, the one being written, undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from diptych.errors import DiptychError
from diptych.notes.anchor import Anchor, AnchorState, anchor_for
from diptych.notes.note import Colour, Note, Stance, new_note, stamped, with_tags_in_text
from diptych.notes.store import NotesFound
from diptych.services.note_keeping import (
    Kept,
    Notebook,
    PairNotes,
    note_to_open,
    notes_token,
)
from diptych.services.note_places import AnchorPlace, PlacedNote, locate
from diptych.text.article import Article, Span
from diptych.text.sides import SIDES, Side
from diptych.ui.notes.deleted_state import DeletedState
from diptych.ui.notes.many_state import ManyState, StepsState
from diptych.ui.parts import clock
from diptych.ui.parts.lanes import DiskLane
from diptych.ui.parts.translation import told

WATCH_MS = 2000  # how often other windows' changes are looked for
LISTED = 500  # notes of everything that are listed at once


class NotesState(QObject):
    """Keeps notes in step with the store and with the pinned pair.

    ``lane`` is the notes' own, so that nothing else makes what was typed wait.
    """

    pair_notes_changed = Signal(object)  # tuple[PlacedNote, ...]
    all_notes_changed = Signal(object)  # tuple[Note, ...]
    opened = Signal(object)  # PlacedNote to be edited
    leaving = Signal()  # what was typed since the last pause has to come now
    saved = Signal(object)  # Note as kept
    deleted = Signal(object)  # Note
    closed = Signal()  # the note being written is gone
    located = Signal(object)  # Whereabouts
    store_changed = Signal()  # by this window or another
    not_saved = Signal(str)  # why; it is tried again until it is
    failed = Signal(str)
    said = Signal(str)

    def __init__(self, lane: DiskLane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._articles: dict[Side, tuple[Article, str]] = {}
        self._token = -1
        self._query = ""
        self._notebook = Notebook()  # touched by the lane alone
        self.recently_deleted = DeletedState(lane, self._notebook, self)
        self.steps = StepsState(lane, self._notebook, self)
        self.many = ManyState(lane, self._notebook, self.steps, self)
        self.many.changed.connect(lambda _: self.refresh())
        self.many.failed.connect(self.failed)
        self.steps.stepping.connect(self.leaving)
        self.steps.stepped.connect(self._take_step)
        self.steps.said.connect(self.said)
        self.steps.failed.connect(self.failed)
        self.pair_notes: tuple[PlacedNote, ...] = ()
        self.all_notes: tuple[Note, ...] = ()
        self.total = 0
        self.editing: Note | None = None
        self._unsaved: dict[str, Note] = {}  # what the disk refused, by note
        self._under_way: dict[str, Note] = {}  # what it has not answered yet
        self._watch = QTimer(self)
        self._watch.setInterval(WATCH_MS)
        self._watch.timeout.connect(self._look_for_changes)
        self.recently_deleted.changed.connect(self.refresh)
        self.recently_deleted.changed.connect(self.steps.count)
        self.recently_deleted.failed.connect(self.failed)

    # Reading

    def start(self) -> None:
        """Read the notes and begin to watch for those of other windows."""
        self.refresh()
        self._watch.start()

    def set_pair(self, articles: dict[Side, tuple[Article, str]]) -> None:
        """Follow the pinned articles: side -> (article, path)."""
        self._articles = dict(articles)
        self._refresh_pair()

    def refresh(self) -> None:
        """Read the notes of the pair and the newest of all again."""
        self._refresh_pair()
        self.list_all(self._query)

    def list_all(self, query: str) -> None:
        """List the newest notes of all, or those that hold the words of ``query``."""
        self._query = query
        work = partial(self._notebook.newest, query=query, limit=LISTED)
        self._lane.run("notes all", work, self._show_all, self._fail)

    def placed(self, note_id: str) -> PlacedNote | None:
        """Return a note of the pair with its places."""
        return next((p for p in self.pair_notes if p.note.id == note_id), None)

    def locate(self, note_id: str) -> None:
        """Find the articles of a note, wherever their files went."""
        work = partial(locate, note_id=note_id)
        self._lane.run("locate note", work, self.located.emit, self._fail)

    def _refresh_pair(self) -> None:
        work = partial(self._notebook.follow, articles=dict(self._articles))
        self._lane.run("notes", work, self._show_pair, self._fail)

    def _show_pair(self, found: PairNotes) -> None:
        # -1: read for the first time, which is no change.
        changed = self._token not in (-1, found.token)
        self._token, self.pair_notes = found.token, found.placed
        self.pair_notes_changed.emit(self.pair_notes)
        if changed:
            self.store_changed.emit()

    def _show_all(self, found: NotesFound) -> None:
        self.all_notes, self.total = found.notes, found.total
        self.all_notes_changed.emit(self.all_notes)

    def _look_for_changes(self) -> None:
        def seen(token: int) -> None:
            if token != self._token:
                self.refresh()

        # What the disk refused is tried again with each look.
        for note in tuple(self._unsaved.values()):
            self._keep(note)
        self._lane.run("notes token", notes_token, seen, self._fail)

    # Writing

    def create(self, spans: Sequence[tuple[Side, Span]]) -> None:
        """Begin a note on spans of the pinned sides, (side, span) each.

        It opens before the disk has it: what is typed meanwhile must go into it. And it is
        known at its place at once: who asks for a note there again means this one.
        """
        self.leaving.emit()
        self.close()
        places = tuple(
            AnchorPlace(side, self.anchor(side, span), span, AnchorState.EXACT)
            for side, span in spans
            if side in self._articles
        )
        anchors = tuple(place.anchor for place in places)
        note = stamped(new_note("", anchors), clock.now().astimezone(UTC))
        self._list_in_pair(PlacedNote(note, places))
        work = partial(self._notebook.add, note=note)
        # A name for each note: a newer job of a name drops the older.
        self._lane.run(f"add {note.id}", work, self._take, self._not_added)
        self._open(note)

    def highlight(self, note: Note) -> None:
        """Keep a mark without words."""

        work = partial(self._notebook.highlight, note=note)
        self._lane.run(f"add {note.id}", work, self._take_saved, self._fail)
        self.steps.count()

    def anchor(self, side: Side, span: Span) -> Anchor:
        """Return an anchor for a span of a pinned article."""
        article, path = self._articles[side]
        return anchor_for(article, span, side=Side(side), path=path)

    def edit(self, note_id: str) -> None:
        """Open an existing note; one of the pair before the disk is asked, as a new one is."""
        # It is open, perhaps with words that are not kept yet.
        if self.editing is not None and self.editing.id == note_id:
            self._open(self.editing)
            return
        self.leaving.emit()
        self.close()
        placed = self.placed(note_id)
        note = self._unsaved.get(note_id) or self._under_way.get(note_id)
        if note is None and placed is not None:
            note = placed.note
        if note is not None:
            self._open(note)
            return
        work = partial(note_to_open, note_id=note_id)
        self._lane.run("edit note", work, self._open, self._not_opened)

    def add_passage(self, side: Side, span: Span) -> bool:
        """Anchor the note being written to a passage as well; False where it is already."""
        self.leaving.emit()
        if self.editing is not None and side in self._articles:
            added = self.anchor(side, span)
            had = {(anchor.article_id, anchor.span) for anchor in self.editing.anchors}
            if (added.article_id, added.span) in had:
                return False
            every = (*self.editing.anchors, added)
            # The left one first, whichever was chosen first: so quotations stand in editor and
            # export.
            anchors = tuple(sorted(every, key=lambda anchor: SIDES.index(anchor.side)))
            self._save(replace(self.editing, anchors=anchors), then=self._open)
        return True

    def save(self, text: str, *, stance: Stance, tags: tuple[str, ...], colour: Colour) -> None:
        """Keep what has been typed so far in the note being written."""
        if self.editing is None:
            return
        typed = replace(self.editing, text=text, stance=stance, tags=tags, colour=colour)
        # A tag may be written as #word among the words.
        changed = with_tags_in_text(typed)
        if not changed.same_content(self.editing):
            self._save(changed)

    def close(self) -> None:
        """End writing; a new note left without a word is not kept."""
        note, self.editing = self.editing, None
        if note is None:
            return
        # Tried once more, at the last moment.
        if note.id in self._unsaved:
            self._keep(note)

        def ended(was_void: bool) -> None:
            if was_void:
                self.refresh()

        work = partial(self._notebook.close, note_id=note.id)
        self._lane.run(f"close {note.id}", work, ended, self._fail)

    def change(self, note_id: str, change: Callable[[Note], Note]) -> None:
        """Change a note that is not being written."""
        work = partial(self._notebook.change, note_id=note_id, change=change)
        self._lane.run(f"change {note_id}", work, self._take_saved, self._fail)
        self.steps.count()

    def delete(self, note_ids: Sequence[str]) -> None:
        """Move notes to "Recently deleted"; undo brings them back, to the last letter."""
        self.leaving.emit()
        if self.editing is not None and self.editing.id in note_ids:
            # Nothing more of it is to be kept.
            self.editing = None
            self.closed.emit()

        def gone(last: Note | None) -> None:
            if last is not None:
                self.deleted.emit(last)
            self.refresh()

        work = partial(self._notebook.delete, note_ids=tuple(note_ids))
        self._lane.run(f"delete {note_ids}", work, gone, self._fail)
        self.steps.count()

    def _take_step(self, note: Note) -> None:
        """Show a note of which a change was taken back, or done again."""
        if self.editing is not None and self.editing.id == note.id:
            self.editing = None
            if note.deleted:
                self.closed.emit()
            else:
                self._open(note)
        self.refresh()

    def _not_opened(self, error: DiptychError) -> None:
        # Another window removed it. Nothing is open now, so nothing may be typed either.
        if self.editing is None:
            self.closed.emit()
        self._fail(error)

    def _open(self, note: Note) -> None:
        self.leaving.emit()
        # It is written on while the disk answers: what the reader sees is newer than the answer.
        if self.editing is not None and self.editing.id == note.id:
            note = self.editing
        self.editing = note
        found = self.placed(note.id)
        self.opened.emit(PlacedNote(note, found.places if found else ()))

    def _save(self, note: Note, *, then: Callable[[Note], None] | None = None) -> None:
        self.editing = note
        self._keep(note, then=then)

    def _keep(self, note: Note, *, then: Callable[[Note], None] | None = None) -> None:
        self._unsaved.pop(note.id, None)
        self._under_way[note.id] = note

        def answered() -> None:
            if self._under_way.get(note.id) is note:
                del self._under_way[note.id]

        def done(kept: Kept) -> None:
            answered()
            result = kept.placed.note
            if result.id != note.id:
                self.said.emit(
                    self.tr("The note was changed elsewhere; yours is kept as a note of its own.")
                )
            # What is written on from now is the note of its own.
            if self.editing is not None and self.editing.id == note.id:
                self.editing = replace(self.editing, id=result.id, modified=result.modified)
            self._take(kept)
            self.saved.emit(result)
            if then is not None:
                then(result)

        def refused(error: DiptychError) -> None:
            answered()
            self._unsaved[note.id] = note
            self.not_saved.emit(told(error.sentence))

        work = partial(self._notebook.keep, note=note)
        self._lane.run(f"save {note.id}", work, done, refused)
        self.steps.count()

    def _take(self, kept: Kept) -> None:
        """Show a written note without reading the others again."""
        if kept.token == self._token + 1:  # else another window wrote as well
            self._token = kept.token
        self._list_in_pair(kept.placed)
        self.list_all(self._query)
        self.store_changed.emit()

    def _list_in_pair(self, placed: PlacedNote) -> None:
        others = [p for p in self.pair_notes if p.note.id != placed.note.id]
        # One that stands nowhere in the pair is none of its notes.
        if any(place.side for place in placed.places):
            known = self.placed(placed.note.id)
            at = self.pair_notes.index(known) if known else len(others)
            others.insert(at, placed)
        self.pair_notes = tuple(others)
        self.pair_notes_changed.emit(self.pair_notes)

    def _take_saved(self, kept: Kept) -> None:
        self._take(kept)
        self.saved.emit(kept.placed.note)

    def _not_added(self, error: DiptychError) -> None:
        # Its first words are kept as a change is, and then it is there.
        self.not_saved.emit(told(error.sentence))

    def _fail(self, error: DiptychError) -> None:
        self.failed.emit(told(error.sentence))
