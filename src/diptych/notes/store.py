# SPDX-License-Identifier: MIT
"""Where notes are kept: the one thing that may never be lost."""

from __future__ import annotations

import json
import uuid
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType

from diptych.errors import NoteError
from diptych.notes import merging, rows
from diptych.notes.database import Database
from diptych.notes.merging import Merge
from diptych.notes.note import Note, stamped, storable_note
from diptych.notes.note_table import NoteTable, Problem
from diptych.notes.pair_store import PairStore
from diptych.notes.quotations import Quotations
from diptych.notes.searching import query_of
from diptych.values import dataclass

KEPT_DELETED = timedelta(days=30)
_LONGEST_PAUSE = timedelta(days=7)
_LISTED = "IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class ChangesSince:
    """What happened since a token; ``notes`` holds ids, purged ones included."""

    token: int
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotesFound:
    """The notes a search shows, newest first, and how many there are in all."""

    notes: tuple[Note, ...]
    total: int


def utc_now() -> datetime:
    """Return the time the store stamps notes with."""
    return datetime.now(UTC)


class NoteStore:
    """The reader's notes in one SQLite file; one store per thread.

    ``pairs`` is the part of the file on pairs of articles, ``quotations`` the one on
    the passages that notes are on.
    """

    def __init__(self, path: Path, *, now: Callable[[], datetime] = utc_now) -> None:
        self._database = Database(path)
        self._now = now
        self._table = NoteTable(self._database)
        self.pairs = PairStore(self._database, now)
        self.quotations = Quotations(self._database)

    def __enter__(self) -> NoteStore:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the file back; everything is already on disk."""
        self._database.close()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The rows met so far that could not be read."""
        return self._table.problems

    # Reading

    def note(self, note_id: str) -> Note:
        """Return one note, deleted or not; NoteError when there is none."""
        found = self._table.select("id = ?", note_id)
        if not found:
            raise NoteError("There is no note {note_id}.", note_id=note_id)
        return found[0]

    def named(self, beginning: str) -> tuple[str, ...]:
        """Return up to two ids that begin like this, deleted notes included."""
        found = self._database.rows(
            "SELECT id FROM note WHERE id >= ? AND id < ? ORDER BY id LIMIT 2",
            beginning.casefold(),
            f"{beginning.casefold()}g",  # past every letter an id can go on with
        )
        return tuple(str(row[0]) for row in found)

    def notes(self) -> tuple[Note, ...]:
        """Return all notes but the deleted ones, oldest first."""
        return self._table.select("deleted IS NULL")

    def deleted_notes(self) -> tuple[Note, ...]:
        """Return the notes in "Recently deleted", oldest first."""
        return self._table.select("deleted IS NOT NULL")

    def notes_on(self, article_ids: Iterable[str], *, limit: int = -1) -> tuple[Note, ...]:
        """Return the notes with a passage in any of the articles, ``limit`` of them at most."""
        # A note on two of the articles stands once.
        chosen = (
            f"id IN (SELECT DISTINCT anchor.note FROM anchor JOIN note ON note.id = anchor.note "
            f"WHERE article {_LISTED} AND deleted IS NULL LIMIT ?)"
        )
        return self._table.select(chosen, _list(article_ids), limit)

    def notes_with(self, ids: Iterable[str]) -> tuple[Note, ...]:
        """Return those of the notes with these ids that are there and not deleted."""
        return self._table.select(f"deleted IS NULL AND id {_LISTED}", _list(ids))

    def newest(self, *, limit: int) -> NotesFound:
        """Return the notes changed last, the newest first."""
        with self._database.reading():
            notes = self._table.read(
                "id IN (SELECT id FROM note WHERE deleted IS NULL ORDER BY modified DESC LIMIT ?)",
                limit,
            )
            total = self.count()
        return NotesFound(tuple(sorted(notes, key=lambda note: note.modified, reverse=True)), total)

    def tagged(self, tag: str) -> tuple[Note, ...]:
        """Return the notes with a tag, oldest first."""
        return self._table.select(
            "deleted IS NULL AND tags != '[]' "
            "AND EXISTS (SELECT 1 FROM json_each(note.tags) WHERE value = ?)",
            tag,
        )

    def tags(self) -> dict[str, int]:
        """Return every tag in use with how many notes have it, in alphabetical order."""
        counted: Counter[str] = Counter()
        for row in self._database.rows(
            "SELECT tags, count(*) FROM note WHERE deleted IS NULL AND tags != '[]' GROUP BY tags"
        ):
            for tag in rows.strings(row[0]):
                counted[tag] += int(str(row[1]))
        return dict(sorted(counted.items(), key=lambda item: item[0].casefold()))

    def notes_of_pair(self, left_ids: Iterable[str], right_ids: Iterable[str]) -> tuple[Note, ...]:
        """Return the notes that speak of these two articles and of no other.

        Several ids per side name versions of one article. A note on one side
        alone belongs to the pair as well.
        """
        both = _list((*left_ids, *right_ids))
        chosen = (
            f"deleted IS NULL AND id IN (SELECT note FROM anchor WHERE article {_LISTED}) "
            f"AND NOT EXISTS (SELECT 1 FROM anchor WHERE anchor.note = note.id "
            f"AND NOT article {_LISTED})"
        )
        return self._table.select(chosen, both, both)

    def find(self, query: str, *, limit: int = 200) -> NotesFound:
        """Return the newest notes whose text, tags or quotes hold all words of ``query``.

        Case and accents do not matter, beginnings of words suffice; words in
        quotation marks stand together.
        """
        wanted = query_of(query)
        if not wanted:
            return NotesFound((), 0)
        with self._database.reading():
            # All are counted, few are read.
            total = self._database.rows("SELECT count(*) FROM word WHERE word MATCH ?", wanted)
            newest = self._database.rows(
                # Numbers grow with each write, so the newest are found without reading their
                # times.
                "SELECT note FROM searched WHERE number IN (SELECT rowid FROM word "
                "WHERE word MATCH ? ORDER BY rowid DESC LIMIT ?)",
                wanted,
                limit,
            )
            notes = self._table.read(f"id {_LISTED}", _list(str(row[0]) for row in newest))
        newest_first = tuple(sorted(notes, key=lambda note: note.modified, reverse=True))
        return NotesFound(newest_first, int(str(total[0][0])))

    def count(self) -> int:
        """Return how many notes there are, deleted ones left out."""
        found = self._database.rows("SELECT count(*) FROM note WHERE deleted IS NULL")
        return int(str(found[0][0]))

    def token(self) -> int:
        """Return a number that grows with every change, whoever makes it."""
        return int(str(self._database.rows("SELECT value FROM counter")[0][0]))

    def changed_since(self, token: int) -> ChangesSince:
        """Return the notes written since ``token`` by any process, and the new token."""
        with self._database.reading():
            now = self.token()
            if now == token:
                return ChangesSince(now, ())
            found = self._database.rows(
                "SELECT id FROM note WHERE change > ? UNION SELECT id FROM gone WHERE change > ?",
                token,
                token,
            )
        return ChangesSince(now, tuple(str(row[0]) for row in found))

    # Writing

    def add(self, note: Note) -> Note:
        """Keep a new note and return it as kept, with its times."""
        return self.add_all((note,))[0]

    def add_all(self, notes: Iterable[Note]) -> tuple[Note, ...]:
        """Keep several new notes in one step, all or none."""
        now = self._now()
        kept = tuple(stamped(note, now) for note in notes)
        with self._database.writing() as change:
            for note in kept:
                if self._table.exists(note.id):
                    raise NoteError("There is already a note {id}.", id=note.id)
                self._table.write(note, change)
        return kept

    def update(self, note: Note) -> Note:
        """Keep a changed note and return it as kept.

        ``note.modified`` is the version the writer has seen. Did someone else
        write in between, theirs stays and this one is kept as a copy: the note
        returned then has an id of its own, and ``conflict_of`` the old one.
        """
        note = storable_note(note)
        with self._database.writing() as change:
            stored = self._table.find(note.id)
            if stored and stored.same_content(note) and stored.deleted == note.deleted:
                return stored
            # A row that cannot be read has the id: it is left for the doctor.
            if stored is None and self._table.exists(note.id):
                note = replace(note, id=str(uuid.uuid4()), conflict_of=note.id)
            elif stored and stored.modified != note.modified:
                note = replace(note, id=str(uuid.uuid4()), conflict_of=note.id, deleted=None)
            note = replace(note, modified=self._later_than(note.modified))
            self._table.write(note, change)
        return note

    def delete(self, note_id: str) -> Note:
        """Move a note to "Recently deleted" and return it."""
        return self._set_deleted(note_id, deleted=True)

    def restore(self, note_id: str) -> Note:
        """Bring a note back from "Recently deleted" and return it."""
        return self._set_deleted(note_id, deleted=False)

    def purge(self, note_id: str) -> None:
        """Remove a note for good; unknown ones are gone already."""
        with self._database.writing() as change:
            self._table.purge(note_id, change)

    def purge_old(self, *, unused: timedelta = timedelta()) -> int:
        """Remove for good what was deleted more than 30 days ago; return how many.

        Nobody used the file for the time ``unused``. Of more than a week that is taken for a
        clock that was set, and does not count.
        """
        limit = rows.time_text(self._now() - KEPT_DELETED)
        with self._database.writing() as change:
            if unused > _LONGEST_PAUSE:
                self._table.put_off(unused, change)
            old = self._database.rows("SELECT id FROM note WHERE deleted < ?", limit)
            for row in old:
                self._table.purge(str(row[0]), change)
        return len(old)

    def merge(self, notes: Iterable[Note]) -> Merge:
        """Bring in notes from elsewhere: newest wins, the other stays as a copy.

        A version that came in before changes nothing.
        """
        now = self._now()
        with self._database.writing() as change:
            return merging.merge(self._table, notes, change, now)

    def _set_deleted(self, note_id: str, *, deleted: bool) -> Note:
        with self._database.writing() as change:
            stored = self._table.find(note_id)
            if stored is None:
                raise NoteError("There is no note {note_id}.", note_id=note_id)
            # Twice is once: the time of deleting stays.
            if bool(stored.deleted) == deleted:
                return stored
            time = self._later_than(stored.modified)
            since = self._later_than(self._table.newest() or time) if deleted else None
            note = replace(stored, deleted=since, modified=time)
            self._table.write(note, change)
        return note

    def _later_than(self, time: datetime) -> datetime:
        """Return the present, or just after ``time`` when the clock was set back."""
        now = self._now()
        if now > time:
            return now
        try:
            return time + timedelta(microseconds=1)
        except OverflowError:  # the last moment there is; an older Diptych let it in
            return now


def _list(values: Iterable[str]) -> str:
    return json.dumps(tuple(values))
