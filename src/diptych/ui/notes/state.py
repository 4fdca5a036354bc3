# SPDX-License-Identifier: MIT
"""The reader's notes: those of the pair, all of them, the one being written, undo."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from diptych.errors import DiptychError, NoteError
from diptych.notes.anchor import Anchor, AnchorState, anchor_for
from diptych.notes.history import Change, History
from diptych.notes.note import Colour, Note, Stance, new_note
from diptych.notes.pair_store import Alignment, Verdict
from diptych.notes.store import Found
from diptych.services.note_articles import Opened, Shelf, opened
from diptych.services.stores import Stores
from diptych.text.article import Article, Span
from diptych.text.sides import Side
from diptych.ui.parts.lanes import DiskLane
from diptych.ui.parts.translation import told

WATCH_MS = 2000  # how often other windows' changes are looked for
LISTED = 500  # notes of everything that are listed at once


@dataclass(frozen=True, slots=True)
class Place:
    """Where one anchor of a note stands now; no span when its words are gone."""

    side: Side | None  # side of the pinned pair, None when the article is not pinned
    anchor: Anchor
    span: Span | None
    state: AnchorState


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note with the present places of its anchors."""

    note: Note
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The articles of a note that are in the library, by side, with the place to begin at."""

    note_id: str
    articles: Mapping[Side, tuple[str, int]]
    missing: tuple[str, ...] = ()  # titles


@dataclass(frozen=True, slots=True)
class _Kept:
    """What one writing step brought, as the GUI thread takes it in."""

    placed: PlacedNote
    token: int


class NotesState(QObject):
    """Keeps notes in step with the store and with the pinned pair.

    ``lane`` is the notes' own, so that nothing else makes what was typed wait.
    """

    pair_notes_changed = Signal(object)  # tuple[PlacedNote, ...]
    all_notes_changed = Signal(object)  # tuple[Note, ...]
    opened = Signal(object)  # PlacedNote to be edited
    saved = Signal(object)  # Note as kept
    deleted = Signal(object)  # Note
    closed = Signal()  # the note being written is gone
    deleted_listed = Signal(object)  # tuple[Note, ...], the latest first
    located = Signal(object)  # Whereabouts
    store_changed = Signal()  # by this window or another
    pins_loaded = Signal(object)  # tuple[Alignment, ...]
    verdicts_loaded = Signal(object)  # {(left quote, right quote): Verdict}
    not_saved = Signal(str)  # why; it is tried again until it is
    failed = Signal(str)
    said = Signal(str)

    def __init__(self, lane: DiskLane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._articles: dict[Side, tuple[Article, str]] = {}
        self._token = -1
        self._query = ""
        self._steps = itertools.count()
        # These four are touched by the lane alone.
        self._opened: dict[Side, Opened] = {}
        self._history: History | None = None
        self._kept_at: dict[str, datetime] = {}
        self._unrecorded: set[str] = set()
        self.pair_notes: tuple[PlacedNote, ...] = ()
        self.all_notes: tuple[Note, ...] = ()
        self.total = 0
        self.editing: Note | None = None
        self._unsaved: dict[str, Note] = {}  # what the disk refused, by note
        self._watch = QTimer(self)
        self._watch.setInterval(WATCH_MS)
        self._watch.timeout.connect(self._look_for_changes)

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

        def work(stores: Stores) -> Found:
            if query.strip():
                return stores.notes.find(query, limit=LISTED)
            return stores.notes.newest(limit=LISTED)

        self._lane.run("notes all", work, self._show_all, self._fail)

    def placed(self, note_id: str) -> PlacedNote | None:
        """Return a note of the pair with its places."""
        return next((p for p in self.pair_notes if p.note.id == note_id), None)

    def locate(self, note_id: str) -> None:
        """Find the articles of a note, wherever their files went."""

        def work(stores: Stores) -> Whereabouts:
            note, shelf = stores.notes.note(note_id), Shelf(stores)
            here, found, missing = stores.catalogue.ids(), {}, []
            for anchor in note.anchors:
                article = shelf.article_of(anchor)
                if article is None or article.id not in here:
                    missing.append(anchor.title or anchor.path)
                elif anchor.side not in found:
                    found[anchor.side] = (article.id, anchor.start)
            return Whereabouts(note_id, found, tuple(missing))

        self._lane.run("locate note", work, self.located.emit, self._fail)

    def _refresh_pair(self) -> None:
        articles = dict(self._articles)

        def work(stores: Stores) -> tuple[int, tuple[PlacedNote, ...]]:
            self._opened = {
                side: opened(stores, article, path) for side, (article, path) in articles.items()
            }
            return stores.notes.token(), _notes_on(stores, self._opened)

        self._lane.run("notes", work, self._show_pair, self._fail)

    def _show_pair(self, found: tuple[int, tuple[PlacedNote, ...]]) -> None:
        changed = self._token not in (-1, found[0])
        self._token, self.pair_notes = found
        self.pair_notes_changed.emit(self.pair_notes)
        if changed:
            self.store_changed.emit()

    def _show_all(self, found: Found) -> None:
        self.all_notes, self.total = found.notes, found.total
        self.all_notes_changed.emit(self.all_notes)

    def _look_for_changes(self) -> None:
        def seen(token: int) -> None:
            if token != self._token:
                self.refresh()

        for note in tuple(self._unsaved.values()):
            self._keep(note)
        self._lane.run("notes token", lambda stores: stores.notes.token(), seen, self._fail)

    # Writing

    def create(self, spans: Sequence[tuple[Side, Span]]) -> None:
        """Begin a note on spans of the pinned sides, (side, span) each."""
        self.close()
        note = new_note("", tuple(self.anchor(side, s) for side, s in spans if self.has(side)))

        def work(stores: Stores) -> _Kept:
            self._unrecorded.add(note.id)
            return self._kept(stores, stores.notes.add(note))

        self._lane.run(f"add {note.id}", work, self._take_and_open, self._fail)

    def has(self, side: Side) -> bool:
        """Tell whether an article is pinned on a side."""
        return side in self._articles

    def anchor(self, side: Side, span: Span) -> Anchor:
        """Return an anchor for a span of a pinned article."""
        article, path = self._articles[side]
        return anchor_for(article, span, side=Side(side), path=path)

    def edit(self, note_id: str) -> None:
        """Open an existing note."""
        if self.editing is not None and self.editing.id == note_id:
            self._open(self.editing)
            return
        self.close()
        self._lane.run(
            "edit note", lambda stores: stores.notes.note(note_id), self._open, self._fail
        )

    def add_passage(self, side: Side, span: Span) -> None:
        """Anchor the note being written to a passage of the other side as well."""
        if self.editing is not None and self.has(side):
            anchors = (*self.editing.anchors, self.anchor(side, span))
            self._save(replace(self.editing, anchors=anchors), then=self._open)

    def save(self, text: str, *, stance: Stance, tags: tuple[str, ...], colour: Colour) -> None:
        """Keep what has been typed so far in the note being written."""
        if self.editing is None:
            return
        changed = replace(self.editing, text=text, stance=stance, tags=tags, colour=colour)
        if not changed.same_content(self.editing):
            self._save(changed)

    def close(self) -> None:
        """End writing; a new note left without a word is not kept."""
        note, self.editing = self.editing, None
        if note is None:
            return
        if note.id in self._unsaved:
            self._keep(note)

        def work(stores: Stores) -> bool:
            is_void = note.id in self._unrecorded
            self._unrecorded.discard(note.id)
            if is_void:
                stores.notes.purge(note.id)
            return is_void

        def ended(was_void: bool) -> None:
            if was_void:
                self.refresh()

        self._lane.run(f"close {note.id}", work, ended, self._fail)

    def change(self, note_id: str, change: Callable[[Note], Note]) -> None:
        """Change a note that is not being written."""

        def work(stores: Stores) -> _Kept:
            before = stores.notes.note(note_id)
            after = stores.notes.update(change(before))
            self._record(stores, before, after)
            return self._kept(stores, after)

        self._lane.run(f"change {note_id}", work, self._take, self._fail)

    def delete(self, note_ids: Sequence[str]) -> None:
        """Move notes to "Recently deleted"; undo brings them back."""
        if self.editing is not None and self.editing.id in note_ids:
            self.editing = None
            self.closed.emit()

        def work(stores: Stores) -> Note | None:
            last = None
            for note_id in note_ids:
                before = stores.notes.note(note_id)
                last = stores.notes.delete(note_id)
                self._unrecorded.discard(note_id)
                self._record(stores, before, last)
            return last

        def gone(last: Note | None) -> None:
            if last is not None:
                self.deleted.emit(last)
            self.refresh()

        self._lane.run(f"delete {note_ids}", work, gone, self._fail)

    def undo(self) -> None:
        """Take the last change of a note back."""
        self._step(History.undo, self.tr("There is nothing to undo."))

    def redo(self) -> None:
        """Make the change again that was undone last."""
        self._step(History.redo, self.tr("There is nothing to do again."))

    def _step(self, step: Callable[[History], Note | None], otherwise: str) -> None:
        def work(stores: Stores) -> Note | None:
            note = step(self._history_of(stores))
            if note is not None:
                self._kept_at[note.id] = note.modified
            return note

        def done(note: Note | None) -> None:
            if note is None:
                self.said.emit(otherwise)
                return
            if self.editing is not None and self.editing.id == note.id:
                self.editing = None
                if note.deleted:
                    self.closed.emit()
                else:
                    self._open(note)
            self.refresh()

        # Each step has a name of its own: none may be dropped for a later one.
        self._lane.run(f"undo {next(self._steps)}", work, done, self._fail)

    def _open(self, note: Note) -> None:
        self.editing = note
        found = self.placed(note.id)
        self.opened.emit(found or PlacedNote(note, ()))

    def _save(self, note: Note, *, then: Callable[[Note], None] | None = None) -> None:
        self.editing = note
        self._keep(note, then=then)

    def _keep(self, note: Note, *, then: Callable[[Note], None] | None = None) -> None:
        self._unsaved.pop(note.id, None)

        def work(stores: Stores) -> _Kept:
            before = self._stored(stores, note.id)
            # An earlier save of this window may have ended since the note was handed over.
            seen = self._kept_at.get(note.id, note.modified)
            kept = stores.notes.update(replace(note, modified=seen))
            self._kept_at[kept.id] = kept.modified
            self._record(stores, before if kept.id == note.id else None, kept)
            return self._kept(stores, kept)

        def done(kept: _Kept) -> None:
            result = kept.placed.note
            if result.id != note.id:
                self.said.emit(
                    self.tr("The note was changed elsewhere; yours is kept as a note of its own.")
                )
            if self.editing is not None and self.editing.id == note.id:
                self.editing = replace(self.editing, id=result.id, modified=result.modified)
            self._take(kept)
            self.saved.emit(result)
            if then is not None:
                then(result)

        def refused(error: DiptychError) -> None:
            self._unsaved[note.id] = note
            self.not_saved.emit(told(error.sentence))

        self._lane.run(f"save {note.id}", work, done, refused)

    def _stored(self, stores: Stores, note_id: str) -> Note | None:
        try:
            return stores.notes.note(note_id)
        except NoteError:
            return None  # deleted for good in another window

    def _record(self, stores: Stores, before: Note | None, after: Note) -> None:
        """Remember a change for undo; a new note counts once something is written in it."""
        history = self._history_of(stores)
        if after.id in self._unrecorded and before is not None:
            self._unrecorded.discard(after.id)
            history.record(Change(None, before))
        if before != after:
            history.record(Change(before, after))

    def _history_of(self, stores: Stores) -> History:
        if self._history is None:
            self._history = History(stores.notes.update)
        return self._history

    def _kept(self, stores: Stores, note: Note) -> _Kept:
        return _Kept(place_note(note, self._opened), stores.notes.token())

    def _take(self, kept: _Kept) -> None:
        """Show a written note without reading the others again."""
        if kept.token == self._token + 1:  # else another window wrote as well
            self._token = kept.token
        placed = kept.placed
        others = [p for p in self.pair_notes if p.note.id != placed.note.id]
        if any(place.side for place in placed.places):
            known = self.placed(placed.note.id)
            at = self.pair_notes.index(known) if known else len(others)
            others.insert(at, placed)
        self.pair_notes = tuple(others)
        self.pair_notes_changed.emit(self.pair_notes)
        self.list_all(self._query)
        self.store_changed.emit()

    def _take_and_open(self, kept: _Kept) -> None:
        self._take(kept)
        self._open(kept.placed.note)

    # Recently deleted

    def list_deleted(self) -> None:
        """List the notes deleted in the last thirty days."""
        self._lane.run(
            "notes deleted",
            lambda stores: stores.notes.deleted_notes()[::-1],
            self.deleted_listed.emit,
            self._fail,
        )

    def restore(self, note_ids: Sequence[str]) -> None:
        """Bring deleted notes back."""

        def work(stores: Stores) -> None:
            for note_id in note_ids:
                before = stores.notes.note(note_id)
                self._record(stores, before, stores.notes.restore(note_id))

        self._lane.run(f"restore {note_ids}", work, lambda _: self._deleted_changed(), self._fail)

    def purge(self, note_ids: Sequence[str]) -> None:
        """Remove deleted notes for good."""

        def work(stores: Stores) -> None:
            for note_id in note_ids:
                stores.notes.purge(note_id)

        self._lane.run(f"purge {note_ids}", work, lambda _: self._deleted_changed(), self._fail)

    def _deleted_changed(self) -> None:
        self.list_deleted()
        self.refresh()

    # Verdicts

    def load_verdicts(self, left_id: str, right_id: str) -> None:
        """Read the accepted and rejected matches of a pair."""
        self._lane.run(
            "verdicts",
            lambda stores: stores.notes.pairs.verdicts(left_id, right_id),
            self.verdicts_loaded.emit,
            self._fail,
        )

    def set_verdict(
        self, ids: tuple[str, str], quotes: tuple[str, str], verdict: Verdict | None
    ) -> None:
        """Keep what the reader said of a match; None takes it back."""

        def work(stores: Stores) -> None:
            stores.notes.pairs.set_verdict(
                *ids, left_quote=quotes[0], right_quote=quotes[1], verdict=verdict
            )

        self._lane.run(f"verdict {quotes}", work, failed=self._fail)

    # Places aligned by hand

    def load_pins(self, left_id: str, right_id: str) -> None:
        """Read the places of a pair that the reader tied together."""
        self._lane.run(
            "pins",
            lambda stores: stores.notes.pairs.alignments(left_id, right_id),
            self.pins_loaded.emit,
            self._fail,
        )

    def set_alignments(self, ids: tuple[str, str], pins: tuple[Alignment, ...]) -> None:
        """Keep the places of a pair that the reader tied together."""
        self._lane.run(
            f"set pins {ids}",
            lambda stores: stores.notes.pairs.set_alignments(*ids, pins),
            failed=self._fail,
        )

    def _fail(self, error: DiptychError) -> None:
        self.failed.emit(told(error.sentence))


def place_note(note: Note, articles: Mapping[Side, Opened]) -> PlacedNote:
    """Find the anchors of a note in the pinned articles, each on its own side first."""
    return PlacedNote(note, tuple(_place(anchor, articles) for anchor in note.anchors))


def _place(anchor: Anchor, articles: Mapping[Side, Opened]) -> Place:
    for side in dict.fromkeys((anchor.side, Side.LEFT, Side.RIGHT)):
        found = articles[side].place(anchor) if side in articles else None
        if found is not None:
            return Place(side, anchor, found.span, found.state)
    return Place(None, anchor, None, AnchorState.EXACT)


def _notes_on(stores: Stores, articles: Mapping[Side, Opened]) -> tuple[PlacedNote, ...]:
    ids = sorted({id_ for article in articles.values() for id_ in article.ids})
    placed = (place_note(note, articles) for note in stores.notes.notes_on(ids))
    return tuple(each for each in placed if any(place.side for place in each.places))
