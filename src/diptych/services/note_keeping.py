# SPDX-License-Identifier: MIT
"""Notes are written, changed, deleted, undone, and placed in the pinned pair."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from diptych.errors import NoteError
from diptych.notes.history import NoteChange, NoteStep, UndoHistory
from diptych.notes.joining import linked, merged, retagged
from diptych.notes.note import Colour, Note
from diptych.services.note_articles import Opened, notes_of_pair, opened
from diptych.services.note_places import PlacedNote, notes_on, place_note
from diptych.services.note_sections import Sections
from diptych.text.article import Article
from diptych.text.sides import Side
from diptych.values import dataclass

if TYPE_CHECKING:
    from datetime import datetime

    from diptych.notes.store import NotesFound
    from diptych.services.stores import Stores


@dataclass(frozen=True, slots=True)
class Kept:
    """A note as it was kept, placed in the pair, and the store's token by then."""

    placed: PlacedNote
    token: int


@dataclass(frozen=True, slots=True)
class PairNotes:
    """The notes of the pinned pair, and the store's token when they were read."""

    placed: tuple[PlacedNote, ...]
    token: int


@dataclass(frozen=True, slots=True)
class ManyNotes:
    """Notes that were changed at once, and how many steps take it back."""

    notes: tuple[Note, ...]
    steps: int


class Notebook:
    """The writing of one window: its history, and the pair its notes are placed in.

    Used from one thread, with that thread's stores.
    """

    def __init__(self) -> None:
        self._opened: dict[Side, Opened] = {}
        self._sections = Sections()
        self._history: UndoHistory | None = None
        # When this window last kept each note: what the store compares to tell others' writing.
        self._kept_at: dict[str, datetime] = {}
        # New notes without a word yet: undo would bring back an empty card.
        self._unrecorded: set[str] = set()

    def follow(self, stores: Stores, articles: Mapping[Side, tuple[Article, str]]) -> PairNotes:
        """Place notes in these articles from now on, and return those on them."""
        self._opened = {
            side: opened(stores, article, path) for side, (article, path) in articles.items()
        }
        # Before the notes are read: what is written meanwhile is then read once more, not
        # missed.
        token = stores.notes.token()
        return PairNotes(notes_on(stores, self._opened, self._sections), token)

    def newest(self, stores: Stores, query: str, *, limit: int) -> NotesFound:
        """Return the newest notes that hold the words of a query, of all for an empty one."""
        if query.strip():
            found = notes_holding(stores, query, limit=limit)
        else:
            found = stores.notes.newest(limit=limit)
        return replace(found, notes=self._sections.told(stores, found.notes))

    def add(self, stores: Stores, note: Note) -> Kept:
        """Keep a new note; it counts for undo once something is written in it."""
        self._unrecorded.add(note.id)
        return self._kept(stores, add_note(stores, note))

    def highlight(self, stores: Stores, note: Note) -> Kept:
        """Keep a mark without words, which is whole as it is."""
        kept = add_note(stores, note)
        self._history_of(stores).record(NoteChange(None, kept))
        return self._kept(stores, kept)

    def keep(self, stores: Stores, note: Note) -> Kept:
        """Keep what was written; what another window wrote meanwhile stays beside it."""
        # From the store, not the window: undo has to bring back what another window wrote.
        before = _stored(stores, note.id)
        # An earlier save of this window may have ended since the note was handed over.
        seen = self._kept_at.get(note.id, note.modified)
        kept = change_note(stores, replace(note, modified=seen))
        self._kept_at[kept.id] = kept.modified
        # Under another id it is a copy beside what another window wrote, and has no before.
        self._record(stores, before if kept.id == note.id else None, kept)
        return self._kept(stores, kept)

    def change(self, stores: Stores, note_id: str, change: Callable[[Note], Note]) -> Kept:
        """Change a note that is not being written."""
        before = stores.notes.note(note_id)
        after = change_note(stores, change(before))
        self._record(stores, before, after)
        return self._kept(stores, after)

    def close(self, stores: Stores, note_id: str) -> bool:
        """End writing a note; tell whether it was left without a word and is gone."""
        is_void = note_id in self._unrecorded
        self._unrecorded.discard(note_id)
        if is_void:
            stores.notes.purge(note_id)
        return is_void

    def change_all(self, stores: Stores, notes: Sequence[tuple[Note, Note]]) -> ManyNotes:
        """Keep notes that were changed: as they were, as they are; unchanged ones are left."""
        changed = []
        for before, after in notes:
            if not after.same_content(before):
                kept = change_note(stores, after)
                self._record(stores, before, kept)
                changed.append(kept)
        return ManyNotes(tuple(changed), len(changed))

    def merge(self, stores: Stores, note_ids: Sequence[str]) -> ManyNotes:
        """Make one note of several; the others are deleted, and undo brings them back."""
        notes = [stores.notes.note(note_id) for note_id in note_ids]
        whole = self.change_all(stores, [(notes[0], merged(notes))])
        # After the whole is kept: cut off in between, some words stand twice and none is lost.
        self.delete(stores, note_ids[1:])
        return ManyNotes(tuple(notes), whole.steps + len(note_ids) - 1)

    def link(self, stores: Stores, note_ids: Sequence[str]) -> ManyNotes:
        """Let each of several notes name the others."""
        notes = [stores.notes.note(note_id) for note_id in note_ids]
        return self.change_all(stores, [(note, linked(note, notes)) for note in notes])

    def delete(self, stores: Stores, note_ids: Sequence[str]) -> Note | None:
        """Move notes to "Recently deleted" and return the last of them."""
        last = None
        for note_id in note_ids:
            before = stores.notes.note(note_id)
            last = delete_note(stores, note_id)
            self._unrecorded.discard(note_id)
            self._record(stores, before, last)
        return last

    def restore(self, stores: Stores, note_ids: Sequence[str]) -> None:
        """Bring deleted notes back."""
        for note_id in note_ids:
            before = stores.notes.note(note_id)
            self._record(stores, before, restore_note(stores, note_id))

    def undo(self, stores: Stores) -> Note | None:
        """Take the last change back and return the note as it is now, None for no change."""
        return self._stepped(self._history_of(stores).undo())

    def redo(self, stores: Stores) -> Note | None:
        """Make the change again that was undone last, and return the note."""
        return self._stepped(self._history_of(stores).redo())

    def steps(self, stores: Stores) -> tuple[NoteStep, ...]:
        """Return the changes that can be taken back, the oldest first."""
        return self._history_of(stores).steps()

    def _stepped(self, note: Note | None) -> Note | None:
        if note is not None:
            # Or the next save of this window would be taken for another's.
            self._kept_at[note.id] = note.modified
        return note

    def _record(self, stores: Stores, before: Note | None, after: Note) -> None:
        history = self._history_of(stores)
        if after.id in self._unrecorded and before is not None:
            self._unrecorded.discard(after.id)
            # First the making, then the writing: undone twice, a new note is gone.
            history.record(NoteChange(None, before))
        if before != after:
            history.record(NoteChange(before, after))

    def _history_of(self, stores: Stores) -> UndoHistory:
        if self._history is None:
            self._history = UndoHistory(stores.notes.update)
        return self._history

    def _kept(self, stores: Stores, note: Note) -> Kept:
        (told,) = self._sections.told(stores, [note])
        return Kept(place_note(told, self._opened), stores.notes.token())


# Many notes


def coloured(
    stores: Stores, notebook: Notebook, note_ids: Sequence[str], colour: Colour
) -> ManyNotes:
    """Give notes a colour."""
    notes = [stores.notes.note(note_id) for note_id in note_ids]
    return notebook.change_all(stores, [(note, replace(note, colour=colour)) for note in notes])


def tagged_notes(
    stores: Stores,
    notebook: Notebook,
    note_ids: Sequence[str],
    *,
    added: Sequence[str],
    removed: Sequence[str],
) -> ManyNotes:
    """Give notes tags and take some away."""
    notes = [stores.notes.note(note_id) for note_id in note_ids]
    changed = [(note, retagged(note, added=added, removed=removed)) for note in notes]
    return notebook.change_all(stores, changed)


# One note


def read_note(stores: Stores, note_id: str) -> Note:
    """Return one note, deleted or not; NoteError when there is none."""
    return stores.notes.note(note_id)


def note_to_open(stores: Stores, note_id: str) -> Note:
    """Return a note that is to be opened; NoteError when there is none, or it was deleted."""
    note = read_note(stores, note_id)
    if note.deleted is not None:
        raise NoteError("The note was deleted; Notes, Recently deleted brings it back.")
    return note


def notes_named(stores: Stores, beginning: str) -> tuple[str, ...]:
    """Return up to two ids that begin like this, deleted notes included."""
    return stores.notes.named(beginning)


def add_note(stores: Stores, new: Note) -> Note:
    """Keep a new note and return it as kept, with its times."""
    return stores.notes.add(new)


def change_note(stores: Stores, changed: Note) -> Note:
    """Keep a changed note; one that was changed elsewhere meanwhile stays beside it."""
    return stores.notes.update(changed)


def delete_note(stores: Stores, note_id: str) -> Note:
    """Move a note to "Recently deleted" and return it."""
    return stores.notes.delete(note_id)


def restore_note(stores: Stores, note_id: str) -> Note:
    """Bring a note back from "Recently deleted" and return it."""
    return stores.notes.restore(note_id)


# Lists of notes


def notes_holding(stores: Stores, query: str, *, limit: int) -> NotesFound:
    """Return the newest notes that hold all words of a query, and how many do."""
    return stores.notes.find(query, limit=limit)


def all_notes(stores: Stores) -> tuple[Note, ...]:
    """Return all notes but the deleted ones, oldest first."""
    return stores.notes.notes()


def notes_on_pair(
    stores: Stores, left: tuple[Article, str], right: tuple[Article, str]
) -> tuple[Note, ...]:
    """Return the notes on two articles and on no other; each comes with its path."""
    return notes_of_pair(stores, opened(stores, *left), opened(stores, *right))


def deleted_notes(stores: Stores) -> tuple[Note, ...]:
    """Return the notes in "Recently deleted", oldest first."""
    return stores.notes.deleted_notes()


def purge_notes(stores: Stores, note_ids: Sequence[str]) -> None:
    """Remove notes for good."""
    for note_id in note_ids:
        stores.notes.purge(note_id)


def notes_token(stores: Stores) -> int:
    """Return a number that grows with every change of a note, whoever makes it."""
    return stores.notes.token()


def unreadable_notes(stores: Stores) -> tuple[tuple[str, str], ...]:
    """Return the notes met so far that could not be read in full, and why."""
    return tuple((problem.note, problem.reason) for problem in stores.notes.problems)


def _stored(stores: Stores, note_id: str) -> Note | None:
    try:
        return stores.notes.note(note_id)
    except NoteError:
        return None  # deleted for good in another window
