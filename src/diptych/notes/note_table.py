# SPDX-License-Identifier: MIT
"""The rows of notes and of their anchors: read, written, removed."""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from datetime import datetime, timedelta

from diptych.notes import rows
from diptych.notes.anchor import Anchor
from diptych.notes.database import Database
from diptych.notes.note import Note
from diptych.notes.searching import indexed
from diptych.values import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that could not be read; the others were."""

    note: str
    reason: str


class NoteTable:
    """Reads and writes whole notes; what is written belongs to the caller's transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._problems: dict[str, Problem] = {}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The rows met so far that could not be read."""
        return tuple(self._problems.values())

    def select(self, chosen: str, *parameters: object) -> tuple[Note, ...]:
        """Return the notes of which an SQL condition is true, oldest first."""
        with self._database.reading():
            return self.read(chosen, *parameters)

    def read(self, chosen: str, *parameters: object) -> tuple[Note, ...]:
        """Read notes inside a transaction; rows that make no sense become problems."""
        anchors: dict[str, list[Anchor]] = defaultdict(list)
        for row in self._database.rows(
            # Two queries for any number of notes, not one for each.
            f"SELECT {rows.ANCHOR_COLUMNS} FROM anchor "
            f"WHERE note IN (SELECT id FROM note WHERE {chosen}) ORDER BY note, place",
            *parameters,
        ):
            try:
                anchors[str(row[0])].append(rows.anchor_of(row))
            except ValueError as error:
                self._problems[f"{row[0]} {row[1]}"] = Problem(str(row[0]), str(error))
        notes: list[Note] = []
        for row in self._database.rows(
            f"SELECT {rows.NOTE_COLUMNS} FROM note WHERE {chosen} ORDER BY created, id", *parameters
        ):
            try:
                notes.append(rows.note_of(row, anchors[str(row[0])]))
            except ValueError as error:
                self._problems[str(row[0])] = Problem(str(row[0]), str(error))
        return tuple(notes)

    def find(self, note_id: str) -> Note | None:
        """Return one note, None when it is not here; inside a transaction."""
        return next(iter(self.read("id = ?", note_id)), None)

    def exists(self, note_id: str) -> bool:
        """Tell whether an id is taken, be it by a row that cannot be read."""
        return bool(self._database.rows("SELECT 1 FROM note WHERE id = ?", note_id))

    def write(self, note: Note, change: int) -> None:
        """Put a note in the place of what had its id."""
        connection = self._database.connection
        # Anchors and searched words go with it (ON DELETE CASCADE).
        connection.execute("DELETE FROM note WHERE id = ?", (note.id,))
        connection.execute("DELETE FROM gone WHERE id = ?", (note.id,))
        connection.execute(
            f"INSERT INTO note ({rows.NOTE_COLUMNS}) VALUES ({', '.join('?' * 10)})",
            rows.note_row(note, change),
        )
        connection.executemany(
            f"INSERT INTO anchor ({rows.ANCHOR_COLUMNS}) VALUES ({', '.join('?' * 18)})",
            rows.anchor_rows(note),
        )
        # Deleted notes are not found, and are indexed when they come back.
        if note.deleted is None:
            words = indexed(_searched(note))
            connection.execute("INSERT INTO searched (note, words) VALUES (?, ?)", (note.id, words))

    def newest(self) -> datetime | None:
        """Return when the last note was changed: a clock that was set back is behind that."""
        newest = self._database.rows("SELECT max(modified) FROM note")[0][0]
        try:
            return datetime.fromisoformat(str(newest))
        except ValueError:  # no note, or a row that is damaged
            return None

    def put_off(self, time: timedelta, change: int) -> None:
        """Let deleted notes count as deleted so much later."""
        kept = self._database.rows("SELECT id, deleted FROM note WHERE deleted IS NOT NULL")
        for note_id, deleted in kept:
            # What is damaged is left to the doctor; past the last day there is nothing waits.
            with suppress(ValueError, OverflowError):
                later = rows.time_text(datetime.fromisoformat(str(deleted)) + time)
                self._database.connection.execute(
                    "UPDATE note SET deleted = ?, change = ? WHERE id = ?", (later, change, note_id)
                )

    def purge(self, note_id: str, change: int) -> None:
        """Remove a note, and remember that it is gone for those who follow changes."""
        connection = self._database.connection
        if connection.execute("DELETE FROM note WHERE id = ?", (note_id,)).rowcount:
            connection.execute("INSERT OR REPLACE INTO gone VALUES (?, ?)", (note_id, change))

    def was_seen(self, note_id: str, version: str) -> bool:
        """Tell whether this version of a note came in before, from another program."""
        asked = "SELECT 1 FROM seen WHERE note = ? AND version = ?"
        return bool(self._database.rows(asked, note_id, version))

    def see(self, note_id: str, version: str) -> None:
        """Remember a version that comes in; it outlives the note."""
        self._database.connection.execute(
            "INSERT OR IGNORE INTO seen VALUES (?, ?)", (note_id, version)
        )


def _searched(note: Note) -> str:
    """Return all of a note that its reader may remember a word of."""
    passages = (f"{anchor.quote}\n{anchor.title}" for anchor in note.anchors)
    return "\n".join((note.text, *note.tags, *passages))
