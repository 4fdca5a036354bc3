# SPDX-License-Identifier: MIT
"""Where notes are kept: the one thing that may never be lost."""

from __future__ import annotations

import json
import uuid
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from types import TracebackType

from diptych.errors import NoteError
from diptych.notes import rows
from diptych.notes.anchor import Anchor
from diptych.notes.database import Database
from diptych.notes.note import UNKNOWN_TIME, Note, storable, storable_note
from diptych.notes.searching import indexed, query_of

KEPT_DELETED = timedelta(days=30)
_CONFLICTS = uuid.UUID("6f0f6c43-6a5d-4f0e-9d53-6b7f3a1d2c11")
_LISTED = "IN (SELECT value FROM json_each(?))"
# Jumps from path to path in the index instead of reading every anchor.
_DISTINCT = """WITH RECURSIVE known (value) AS (
    SELECT min({0}) FROM anchor
    UNION ALL SELECT (SELECT min({0}) FROM anchor WHERE anchor.{0} > known.value)
    FROM known WHERE known.value IS NOT NULL
) SELECT value FROM known WHERE value IS NOT NULL"""
_PATHS, _ARTICLES = _DISTINCT.format("path"), _DISTINCT.format("article")


class Verdict(StrEnum):
    """What the reader said of a match."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, order=True)
class Pin:
    """Two places the reader declared to be the same, in code points of each article."""

    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that could not be read; the others were."""

    note: str
    reason: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What happened since a token; ``notes`` holds ids, purged ones included."""

    token: int
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The notes a search shows, newest first, and how many there are in all."""

    notes: tuple[Note, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Merge:
    """What became of the notes that were brought in."""

    added: tuple[Note, ...] = ()
    updated: tuple[Note, ...] = ()
    unchanged: tuple[Note, ...] = ()
    conflicts: tuple[Note, ...] = ()


def utc_now() -> datetime:
    """Return the time the store stamps notes with."""
    return datetime.now(UTC)


class NoteStore:
    """Notes, verdicts and alignment pins in one SQLite file; one store per thread."""

    def __init__(self, path: Path, *, now: Callable[[], datetime] = utc_now) -> None:
        self._database = Database(path)
        self._now = now
        self._problems: dict[str, Problem] = {}

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
        return tuple(self._problems.values())

    # Reading

    def note(self, note_id: str) -> Note:
        """Return one note, deleted or not; NoteError when there is none."""
        found = self._select("id = ?", note_id)
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
        return self._select("deleted IS NULL")

    def deleted_notes(self) -> tuple[Note, ...]:
        """Return the notes in "Recently deleted", oldest first."""
        return self._select("deleted IS NOT NULL")

    def notes_on(self, article_ids: Iterable[str], *, limit: int = -1) -> tuple[Note, ...]:
        """Return the notes with a passage in any of the articles, ``limit`` of them at most."""
        chosen = (
            f"id IN (SELECT DISTINCT anchor.note FROM anchor JOIN note ON note.id = anchor.note "
            f"WHERE article {_LISTED} AND deleted IS NULL LIMIT ?)"
        )
        return self._select(chosen, _list(article_ids), limit)

    def notes_with(self, ids: Iterable[str]) -> tuple[Note, ...]:
        """Return those of the notes with these ids that are there and not deleted."""
        return self._select(f"deleted IS NULL AND id {_LISTED}", _list(ids))

    def newest(self, *, limit: int) -> Found:
        """Return the notes changed last, the newest first."""
        with self._database.reading():
            notes = self._read(
                "id IN (SELECT id FROM note WHERE deleted IS NULL ORDER BY modified DESC LIMIT ?)",
                limit,
            )
            total = self.count()
        return Found(tuple(sorted(notes, key=lambda note: note.modified, reverse=True)), total)

    def tagged(self, tag: str) -> tuple[Note, ...]:
        """Return the notes with a tag, oldest first."""
        return self._select(
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

    def article_ids(self) -> tuple[str, ...]:
        """Return the id of every article a note quotes; empty for one that is unknown."""
        return tuple(str(row[0]) for row in self._database.rows(_ARTICLES))

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
        return self._select(chosen, both, both)

    def articles_called(self, title: str, *, address: str = "", path: str = "") -> tuple[str, ...]:
        """Return the ids of quoted articles that share a title, web address or file name."""
        found: list[tuple[object, ...]] = []
        with self._database.reading():
            for column, value in (("title", title), ("source", address)):
                if value:
                    found += self._database.rows(
                        f"SELECT DISTINCT article FROM anchor WHERE {column} = ?", value
                    )
            if path:
                stem = rows.stem_of(path)
                alike = [str(row[0]) for row in self._database.rows(_PATHS)]
                alike = [each for each in alike if rows.stem_of(each) == stem]
                found += self._database.rows(
                    f"SELECT DISTINCT article FROM anchor WHERE path {_LISTED}", _list(alike)
                )
        return tuple(dict.fromkeys(str(row[0]) for row in found))

    def find(self, query: str, *, limit: int = 200) -> Found:
        """Return the newest notes whose text, tags or quotes hold all words of ``query``.

        Case and accents do not matter, beginnings of words suffice; words in
        quotation marks stand together.
        """
        wanted = query_of(query)
        if not wanted:
            return Found((), 0)
        with self._database.reading():
            total = self._database.rows("SELECT count(*) FROM word WHERE word MATCH ?", wanted)
            newest = self._database.rows(
                "SELECT note FROM searched WHERE number IN (SELECT rowid FROM word "
                "WHERE word MATCH ? ORDER BY rowid DESC LIMIT ?)",
                wanted,
                limit,
            )
            notes = self._read(f"id {_LISTED}", _list(str(row[0]) for row in newest))
        newest_first = tuple(sorted(notes, key=lambda note: note.modified, reverse=True))
        return Found(newest_first, int(str(total[0][0])))

    def count(self) -> int:
        """Return how many notes there are, deleted ones left out."""
        found = self._database.rows("SELECT count(*) FROM note WHERE deleted IS NULL")
        return int(str(found[0][0]))

    def token(self) -> int:
        """Return a number that grows with every change, whoever makes it."""
        return int(str(self._database.rows("SELECT value FROM counter")[0][0]))

    def changed_since(self, token: int) -> Changes:
        """Return the notes written since ``token`` by any process, and the new token."""
        with self._database.reading():
            now = self.token()
            if now == token:
                return Changes(now, ())
            found = self._database.rows(
                "SELECT id FROM note WHERE change > ? UNION SELECT id FROM gone WHERE change > ?",
                token,
                token,
            )
        return Changes(now, tuple(str(row[0]) for row in found))

    # Writing

    def add(self, note: Note) -> Note:
        """Keep a new note and return it as kept, with its times."""
        return self.add_all((note,))[0]

    def add_all(self, notes: Iterable[Note]) -> tuple[Note, ...]:
        """Keep several new notes in one step, all or none."""
        now = self._now()
        kept = tuple(_stamped(note, now) for note in notes)
        with self._database.writing() as change:
            for note in kept:
                if self._exists(note.id):
                    raise NoteError("There is already a note {id}.", id=note.id)
                self._write(note, change)
        return kept

    def update(self, note: Note) -> Note:
        """Keep a changed note and return it as kept.

        ``note.modified`` is the version the writer has seen. Did someone else
        write in between, theirs stays and this one is kept as a copy: the note
        returned then has an id of its own, and ``conflict_of`` the old one.
        """
        note = storable_note(note)
        with self._database.writing() as change:
            stored = self._find(note.id)
            if stored and stored.same_content(note) and stored.deleted == note.deleted:
                return stored
            if stored is None and self._exists(note.id):
                note = replace(note, id=str(uuid.uuid4()), conflict_of=note.id)
            elif stored and stored.modified != note.modified:
                note = replace(note, id=str(uuid.uuid4()), conflict_of=note.id, deleted=None)
            note = replace(note, modified=self._later_than(note.modified))
            self._write(note, change)
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
            self._purge(note_id, change)

    def purge_old(self) -> int:
        """Remove for good what was deleted more than 30 days ago; return how many."""
        limit = rows.time_text(self._now() - KEPT_DELETED)
        with self._database.writing() as change:
            old = self._database.rows("SELECT id FROM note WHERE deleted < ?", limit)
            for row in old:
                self._purge(str(row[0]), change)
        return len(old)

    def merge(self, notes: Iterable[Note]) -> Merge:
        """Bring in notes from elsewhere: newest wins, the other stays as a copy.

        Bringing in the same notes again changes nothing.
        """
        added, updated, unchanged, conflicts = [], [], [], []
        now = self._now()
        with self._database.writing() as change:
            for incoming in (_stamped(note, now) for note in notes):
                stored = self._find(incoming.id)
                if stored is None:
                    self._write(incoming, change)
                    added.append(incoming)
                elif stored.same_content(incoming):
                    unchanged.append(stored)
                elif _same_words(stored, incoming):
                    if _is_at_home(incoming) and not _is_at_home(stored):
                        self._write(incoming, change)
                        updated.append(incoming)
                    else:
                        unchanged.append(stored)
                else:
                    newer, older = incoming, stored
                    if stored.modified >= incoming.modified:
                        newer, older = stored, incoming
                    copy = _conflict_copy(older)
                    if not self._exists(copy.id):
                        self._write(copy, change)
                        conflicts.append(copy)
                    if newer is incoming:
                        self._write(incoming, change)
                        updated.append(incoming)
                    else:
                        unchanged.append(stored)
        return Merge(tuple(added), tuple(updated), tuple(unchanged), tuple(conflicts))

    # Passages without a place

    def leave_placeless(self, note_id: str, quote: str, article_id: str) -> None:
        """Remember that the reader leaves a passage without a place in this article."""
        with self._database.writing():
            self._database.connection.execute(
                "INSERT OR IGNORE INTO placeless VALUES (?, ?, ?)",
                (note_id, storable(quote), article_id),
            )

    def placeless(self) -> frozenset[tuple[str, str, str]]:
        """Return the passages left without a place: note, quote and article."""
        found = self._database.rows("SELECT note, quote, article FROM placeless")
        return frozenset((str(note), str(quote), str(article)) for note, quote, article in found)

    # Matches of a pair

    def verdicts(self, left_id: str, right_id: str) -> dict[tuple[str, str], Verdict]:
        """Return the reader's verdicts by (left quote, right quote)."""
        first, second, swapped = _ordered(left_id, right_id)
        found = self._database.rows(
            "SELECT left_quote, right_quote, verdict FROM verdict "
            "WHERE left_article = ? AND right_article = ?",
            first,
            second,
        )
        known = {verdict.value: verdict for verdict in Verdict}
        return {
            (str(right), str(left)) if swapped else (str(left), str(right)): known[str(verdict)]
            for left, right, verdict in found
            if verdict in known
        }

    def set_verdict(
        self,
        left_id: str,
        right_id: str,
        *,
        left_quote: str,
        right_quote: str,
        verdict: Verdict | None,
    ) -> None:
        """Keep the reader's verdict on a match; None takes it back."""
        first, second, swapped = _ordered(left_id, right_id)
        quotes = (right_quote, left_quote) if swapped else (left_quote, right_quote)
        key = (first, second, *map(storable, quotes))
        with self._database.writing():
            connection = self._database.connection
            if verdict is None:
                connection.execute(
                    "DELETE FROM verdict WHERE (left_article, right_article, left_quote, "
                    "right_quote) = (?, ?, ?, ?)",
                    key,
                )
            else:
                time = rows.time_text(self._now())
                connection.execute(
                    "INSERT OR REPLACE INTO verdict VALUES (?, ?, ?, ?, ?, ?)",
                    (*key, verdict.value, time),
                )

    def pins(self, left_id: str, right_id: str) -> tuple[Pin, ...]:
        """Return the places the reader aligned by hand, in order of the left text."""
        first, second, swapped = _ordered(left_id, right_id)
        found = self._database.rows(
            "SELECT left_place, right_place FROM pin WHERE left_article = ? AND right_article = ?",
            first,
            second,
        )
        pairs = ((int(str(left)), int(str(right))) for left, right in found)
        return tuple(sorted(Pin(b, a) if swapped else Pin(a, b) for a, b in pairs))

    def set_pins(self, left_id: str, right_id: str, pins: Iterable[Pin]) -> None:
        """Replace the places the reader aligned by hand."""
        first, second, swapped = _ordered(left_id, right_id)
        places = {(pin.right, pin.left) if swapped else (pin.left, pin.right) for pin in pins}
        with self._database.writing():
            connection = self._database.connection
            connection.execute(
                "DELETE FROM pin WHERE left_article = ? AND right_article = ?", (first, second)
            )
            connection.executemany(
                "INSERT INTO pin VALUES (?, ?, ?, ?)",
                [(first, second, *place) for place in sorted(places)],
            )

    # Rows

    def _select(self, chosen: str, *parameters: object) -> tuple[Note, ...]:
        with self._database.reading():
            return self._read(chosen, *parameters)

    def _read(self, chosen: str, *parameters: object) -> tuple[Note, ...]:
        """Read notes inside a transaction; rows that make no sense become problems."""
        anchors: dict[str, list[Anchor]] = defaultdict(list)
        for row in self._database.rows(
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

    def _find(self, note_id: str) -> Note | None:
        return next(iter(self._read("id = ?", note_id)), None)

    def _exists(self, note_id: str) -> bool:
        return bool(self._database.rows("SELECT 1 FROM note WHERE id = ?", note_id))

    def _write(self, note: Note, change: int) -> None:
        connection = self._database.connection
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
        if note.deleted is None:
            words = indexed(_searched(note))
            connection.execute("INSERT INTO searched (note, words) VALUES (?, ?)", (note.id, words))

    def _purge(self, note_id: str, change: int) -> None:
        connection = self._database.connection
        if connection.execute("DELETE FROM note WHERE id = ?", (note_id,)).rowcount:
            connection.execute("INSERT OR REPLACE INTO gone VALUES (?, ?)", (note_id, change))

    def _set_deleted(self, note_id: str, *, deleted: bool) -> Note:
        with self._database.writing() as change:
            stored = self._find(note_id)
            if stored is None:
                raise NoteError("There is no note {note_id}.", note_id=note_id)
            if bool(stored.deleted) == deleted:
                return stored
            time = self._later_than(stored.modified)
            note = replace(stored, deleted=time if deleted else None, modified=time)
            self._write(note, change)
        return note

    def _later_than(self, time: datetime) -> datetime:
        """Return the present, or just after ``time`` when the clock was set back."""
        return max(self._now(), time + timedelta(microseconds=1))


def _searched(note: Note) -> str:
    """Return all of a note that its reader may remember a word of."""
    passages = (f"{anchor.quote}\n{anchor.title}" for anchor in note.anchors)
    return "\n".join((note.text, *note.tags, *passages))


def _stamped(note: Note, now: datetime) -> Note:
    note = storable_note(note)
    created = now if note.created == UNKNOWN_TIME else note.created
    modified = created if note.modified == UNKNOWN_TIME else note.modified
    return replace(note, created=created, modified=modified)


def _same_words(one: Note, other: Note) -> bool:
    """Tell whether two versions differ in nothing but where their passages stand."""
    return all(
        getattr(one, name) == getattr(other, name)
        for name in ("text", "stance", "tags", "colour", "deleted")
    ) and [a.quote for a in one.anchors] == [a.quote for a in other.anchors]


def _is_at_home(note: Note) -> bool:
    """Tell whether every passage belongs to an article known by its content."""
    return all(anchor.article_id for anchor in note.anchors)


def _conflict_copy(note: Note) -> Note:
    """Return the losing version as a note of its own, named after its content."""
    words = json.dumps([note.id, note.text, repr(note.anchors), note.stance, note.tags])
    name = uuid.uuid5(_CONFLICTS, words)
    return replace(note, id=str(name), conflict_of=note.id, deleted=None)


def _ordered(left_id: str, right_id: str) -> tuple[str, str, bool]:
    """Return the pair in the order it is stored in, and whether that swaps sides."""
    swapped = left_id > right_id
    return (right_id, left_id, True) if swapped else (left_id, right_id, False)


def _list(values: Iterable[str]) -> str:
    return json.dumps(tuple(values))
