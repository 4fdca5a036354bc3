# SPDX-License-Identifier: MIT
"""The reader's notes: those of the pair, all of them, the one being written, undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from diptych.errors import DiptychError
from diptych.notes.anchor import Anchor, AnchorState, Side, anchor_for, resolve
from diptych.notes.note import Note, Stance, new_note
from diptych.notes.store import Pin, Verdict
from diptych.rooms import Rooms
from diptych.text.article import Article, Span
from diptych.ui.tasks import DiskLane

WATCH_MS = 2000  # how often other windows' changes are looked for
UNDO_DEPTH = 200


@dataclass(frozen=True, slots=True)
class Place:
    """Where one anchor of a note stands now; no span when its words are gone."""

    side: str  # side of the pinned pair, empty when the article is not pinned
    anchor: Anchor
    span: Span | None
    state: AnchorState


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note with the present places of its anchors."""

    note: Note
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One step to undo: a note before and after; None where there was none."""

    before: Note | None
    after: Note | None


class NotesController(QObject):
    """Keeps notes in step with the store and with the pinned pair."""

    pair_notes_changed = Signal(object)  # tuple[PlacedNote, ...]
    all_notes_changed = Signal(object)  # tuple[Note, ...]
    opened = Signal(object)  # PlacedNote to be edited
    saved = Signal(object)  # Note as kept
    deleted = Signal(object)  # Note
    pins_loaded = Signal(object)  # tuple[Pin, ...]
    verdicts_loaded = Signal(object)  # {(left quote, right quote): Verdict}
    written = Signal(str)  # path of an export
    failed = Signal(str)
    said = Signal(str)

    def __init__(self, disk: DiskLane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._disk = disk
        self._articles: dict[str, tuple[Article, str]] = {}
        self._undo: list[Change] = []
        self._redo: list[Change] = []
        self._before_edit: Note | None = None
        self._token = -1
        self._kept_at: dict[str, datetime] = {}  # touched by the disk lane alone
        self.pair_notes: tuple[PlacedNote, ...] = ()
        self.all_notes: tuple[Note, ...] = ()
        self.editing: Note | None = None
        self._watch = QTimer(self)
        self._watch.setInterval(WATCH_MS)
        self._watch.timeout.connect(self._look_for_changes)

    # Reading

    def start(self) -> None:
        """Read the notes and begin to watch for those of other windows."""
        self.refresh()
        self._watch.start()

    def set_pair(self, articles: dict[str, tuple[Article, str]]) -> None:
        """Follow the pinned articles: side -> (article, path)."""
        self._articles = dict(articles)
        self.refresh()

    def refresh(self) -> None:
        """Read the notes of the pair and of everything again."""
        articles = dict(self._articles)

        def work(rooms: Rooms) -> tuple[int, tuple[PlacedNote, ...], tuple[Note, ...]]:
            token = rooms.notes.token()
            return token, place_notes(rooms, articles), rooms.notes.notes()

        self._disk.run("notes", work, self._show, self._fail)

    def _show(self, found: tuple[int, tuple[PlacedNote, ...], tuple[Note, ...]]) -> None:
        self._token, self.pair_notes, self.all_notes = found
        self.pair_notes_changed.emit(self.pair_notes)
        self.all_notes_changed.emit(self.all_notes)

    def _look_for_changes(self) -> None:
        def seen(token: int) -> None:
            if token != self._token:
                self.refresh()

        self._disk.run("notes token", lambda rooms: rooms.notes.token(), seen, self._fail)

    def placed(self, note_id: str) -> PlacedNote | None:
        """Return a note of the pair with its places."""
        return next((p for p in self.pair_notes if p.note.id == note_id), None)

    # Writing

    def create(self, spans: Sequence[tuple[str, Span]]) -> None:
        """Begin a note on spans of the pinned sides, (side, span) each."""
        anchors = tuple(
            anchor_for(self._articles[side][0], span, side=Side(side), path=self._articles[side][1])
            for side, span in spans
            if side in self._articles
        )
        note = new_note("", anchors)

        def begun(kept: Note) -> None:
            self._before_edit = None
            self._open(kept)

        self._disk.run(f"add {note.id}", lambda rooms: rooms.notes.add(note), begun, self._fail)

    def edit(self, note_id: str) -> None:
        """Open an existing note."""
        if self.editing is not None and self.editing.id == note_id:
            self._open(self.editing)
            return

        def found(note: Note) -> None:
            self._before_edit = note
            self._open(note)

        self._disk.run("edit note", lambda rooms: rooms.notes.note(note_id), found, self._fail)

    def add_passage(self, side: str, span: Span) -> None:
        """Anchor the note being written to a passage of the other side as well."""
        if self.editing is None or side not in self._articles:
            return
        article, path = self._articles[side]
        anchor = anchor_for(article, span, side=Side(side), path=path)
        changed = replace(self.editing, anchors=(*self.editing.anchors, anchor))
        self._save(changed, then=self._open)

    def save(self, text: str, stance: Stance, tags: tuple[str, ...]) -> None:
        """Keep what has been typed so far in the note being written."""
        if self.editing is None:
            return
        changed = replace(self.editing, text=text, stance=stance, tags=tags)
        if not changed.same_content(self.editing):
            self._save(changed)

    def close(self) -> None:
        """End writing; a note left without any words is not kept."""
        note, self.editing = self.editing, None
        before, self._before_edit = self._before_edit, None
        if note is None:
            return
        if not note.text.strip() and before is None:
            self._disk.run(
                f"purge {note.id}",
                lambda rooms: rooms.notes.purge(note.id),
                lambda _: self.refresh(),
                self._fail,
            )
        elif before is None or not before.same_content(note):
            self._remember(Change(before, note))

    def delete(self, note_id: str) -> None:
        """Move a note to "Recently deleted"; undo brings it back."""
        if self.editing is not None and self.editing.id == note_id:
            self.editing = self._before_edit = None

        def work(rooms: Rooms) -> tuple[Note, Note]:
            before = rooms.notes.note(note_id)
            return before, rooms.notes.delete(note_id)

        def gone(both: tuple[Note, Note]) -> None:
            self._remember(Change(both[0], None))
            self.deleted.emit(both[0])
            self.refresh()

        self._disk.run(f"delete {note_id}", work, gone, self._fail)

    def undo(self) -> None:
        """Take the last change of a note back."""
        self._step(self._undo, self._redo, lambda change: (change.before, change.after))

    def redo(self) -> None:
        """Make the change again that was undone last."""
        self._step(self._redo, self._undo, lambda change: (change.after, change.before))

    def _step(
        self,
        source: list[Change],
        target: list[Change],
        way: Callable[[Change], tuple[Note | None, Note | None]],
    ) -> None:
        if not source:
            self.said.emit(self.tr("There is nothing to undo."))
            return
        change = source.pop()
        target.append(change)
        wanted, present = way(change)

        def work(rooms: Rooms) -> None:
            if wanted is not None:
                stored = rooms.notes.note(wanted.id)
                rooms.notes.update(replace(wanted, modified=stored.modified))
            elif present is not None:
                rooms.notes.delete(present.id)

        self._disk.run(f"undo {len(source)}", work, lambda _: self.refresh(), self._fail)

    def _remember(self, change: Change) -> None:
        self._undo.append(change)
        del self._undo[:-UNDO_DEPTH]
        self._redo.clear()

    def _open(self, note: Note) -> None:
        self.editing = note
        self.opened.emit(PlacedNote(note, place_anchors(note, self._articles, {})))
        self.refresh()

    def _save(self, note: Note, *, then: Callable[[Note], None] | None = None) -> None:
        self.editing = note

        def work(rooms: Rooms) -> Note:
            # An earlier save of this window may have ended since the note was handed over.
            seen = self._kept_at.get(note.id, note.modified)
            kept = rooms.notes.update(replace(note, modified=seen))
            self._kept_at[kept.id] = kept.modified
            return kept

        def kept(result: Note) -> None:
            if result.id != note.id:
                self.said.emit(
                    self.tr("The note was changed elsewhere; yours is kept as a note of its own.")
                )
            if self.editing is not None and self.editing.id == note.id:
                self.editing = replace(self.editing, id=result.id, modified=result.modified)
            self.saved.emit(result)
            if then is not None:
                then(result)
            else:
                self.refresh()

        self._disk.run(f"save {note.id}", work, kept, self._fail)

    # Verdicts

    def load_verdicts(self, left_id: str, right_id: str) -> None:
        """Read the accepted and rejected matches of a pair."""
        self._disk.run(
            "verdicts",
            lambda rooms: rooms.notes.verdicts(left_id, right_id),
            self.verdicts_loaded.emit,
            self._fail,
        )

    def set_verdict(
        self, ids: tuple[str, str], quotes: tuple[str, str], verdict: Verdict | None
    ) -> None:
        """Keep what the reader said of a match; None takes it back."""

        def work(rooms: Rooms) -> None:
            rooms.notes.set_verdict(
                *ids, left_quote=quotes[0], right_quote=quotes[1], verdict=verdict
            )

        self._disk.run(f"verdict {quotes}", work, failed=self._fail)

    # Places aligned by hand

    def load_pins(self, left_id: str, right_id: str) -> None:
        """Read the places of a pair that the reader tied together."""
        self._disk.run(
            "pins",
            lambda rooms: rooms.notes.pins(left_id, right_id),
            self.pins_loaded.emit,
            self._fail,
        )

    def set_pins(self, ids: tuple[str, str], pins: tuple[Pin, ...]) -> None:
        """Keep the places of a pair that the reader tied together."""
        self._disk.run(
            f"set pins {ids}", lambda rooms: rooms.notes.set_pins(*ids, pins), failed=self._fail
        )

    # Export

    def export(self, path: Path, *, pair_only: bool) -> None:
        """Write the notes as Markdown; a file is replaced whole or not at all."""
        articles = dict(self._articles)

        def work(rooms: Rooms) -> str:
            from diptych.notes.export.markdown import to_markdown
            from diptych.notes.export.write import write_text

            if pair_only:
                notes = tuple(placed.note for placed in place_notes(rooms, articles))
            else:
                notes = rooms.notes.notes()
            write_text(path, (to_markdown(notes),))
            return str(path)

        self._disk.run("export", work, self.written.emit, self._fail)

    def _fail(self, error: DiptychError) -> None:
        self.failed.emit(str(error))


def place_notes(rooms: Rooms, articles: dict[str, tuple[Article, str]]) -> tuple[PlacedNote, ...]:
    """Return the notes that speak of the pinned articles, with their present places."""
    versions = {
        side: frozenset(rooms.catalogue.lineage(article.id)) | {article.id}
        for side, (article, _) in articles.items()
    }
    ids = sorted(frozenset().union(*versions.values()))
    if not ids:
        return ()
    return tuple(
        PlacedNote(note, place_anchors(note, articles, versions))
        for note in rooms.notes.notes_on(ids)
    )


def place_anchors(
    note: Note, articles: dict[str, tuple[Article, str]], versions: dict[str, frozenset[str]]
) -> tuple[Place, ...]:
    """Find the anchors of a note in the pinned articles."""
    places = []
    for anchor in note.anchors:
        side = _pinned_side(anchor, articles, versions)
        if not side:
            places.append(Place("", anchor, None, AnchorState.EXACT))
            continue
        found = resolve(anchor, articles[side][0].text)
        places.append(Place(side, anchor, found.span, found.state))
    return tuple(places)


def _pinned_side(
    anchor: Anchor, articles: dict[str, tuple[Article, str]], versions: dict[str, frozenset[str]]
) -> str:
    """Return the side on which an anchor's article is pinned, its own side first."""
    for side in (anchor.side.value, "left", "right"):
        if side in articles:
            known = versions.get(side, frozenset({articles[side][0].id}))
            if anchor.article_id in known:
                return side
    return ""
