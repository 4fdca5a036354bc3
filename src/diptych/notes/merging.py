# SPDX-License-Identifier: MIT
"""Notes from elsewhere are brought in among those that are here."""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from enum import Enum, auto

from diptych.notes.note import UNKNOWN_TIME, Note, stamped
from diptych.notes.note_table import NoteTable
from diptych.values import dataclass

_CONFLICTS = uuid.UUID("6f0f6c43-6a5d-4f0e-9d53-6b7f3a1d2c11")
_CLOCKS_DIFFER = timedelta(days=1)  # by which another computer's clock may be ahead


@dataclass(frozen=True, slots=True)
class Merge:
    """What became of the notes that were brought in."""

    added: tuple[Note, ...] = ()
    updated: tuple[Note, ...] = ()
    unchanged: tuple[Note, ...] = ()
    conflicts: tuple[Note, ...] = ()


class _Fate(Enum):
    """What became of a note; in the order of ``Merge``."""

    ADDED = auto()
    UPDATED = auto()
    UNCHANGED = auto()
    CONFLICT = auto()


def merge(table: NoteTable, notes: Iterable[Note], change: int, now: datetime) -> Merge:
    """Write those of the notes that are new or newer; a losing version stays as a copy.

    A version that came in before changes nothing, whatever became of the note
    since: edited, deleted or removed for good.
    """
    done: dict[_Fate, list[Note]] = {fate: [] for fate in _Fate}
    for note in notes:
        for fate, kept in _merged(table, note, change, now):
            done[fate].append(kept)
    return Merge(*(tuple(done[fate]) for fate in _Fate))


def _merged(
    table: NoteTable, note: Note, change: int, now: datetime
) -> Iterator[tuple[_Fate, Note]]:
    incoming = _plausible(stamped(note, now), now)
    stored = table.find(incoming.id)
    # Before it is noted as seen, which the next line does.
    was_seen = table.was_seen(incoming.id, _version(incoming))
    table.see(incoming.id, _version(incoming))
    if stored is None and not was_seen:
        table.write(incoming, change)
        yield _Fate.ADDED, incoming
    # Seen and not here: the reader removed it for good.
    elif stored is None:
        yield _Fate.UNCHANGED, incoming
    elif not stored.same_content(incoming) and _same_words(stored, incoming):
        # The same words, now with an article: an import before the article was in the library.
        finds_home = _is_at_home(incoming) and not _is_at_home(stored)
        if finds_home:
            table.write(incoming, change)
        yield (_Fate.UPDATED, incoming) if finds_home else (_Fate.UNCHANGED, stored)
    elif was_seen or stored.same_content(incoming):
        yield _Fate.UNCHANGED, stored
    else:
        is_untouched = table.was_seen(stored.id, _version(stored))
        # Without a date nobody knows which is newer; the reader's own words stay.
        is_dated = {note.modified, note.created} != {UNKNOWN_TIME}
        wins = incoming.modified > stored.modified if is_dated else is_untouched
        # Only a version that nobody changed since it came in may go without a copy.
        if not (wins and is_untouched):
            copy = _conflict_copy(stored if wins else incoming)
            if not table.exists(copy.id):
                table.write(copy, change)
                yield _Fate.CONFLICT, copy
        if wins:
            table.write(incoming, change)
        yield (_Fate.UPDATED, incoming) if wins else (_Fate.UNCHANGED, stored)


def _plausible(note: Note, now: datetime) -> Note:
    """Return the note without times that can only be wrong, for they are still to come."""
    latest = now + _CLOCKS_DIFFER
    # A note dated in the far future could never be changed again: later would be impossible.
    created, modified = (time if time <= latest else now for time in (note.created, note.modified))
    deleted = min(note.deleted, now) if note.deleted else None
    return replace(note, created=created, modified=modified, deleted=deleted)


def _same_words(one: Note, other: Note) -> bool:
    """Tell whether two versions differ in nothing but where their passages stand."""
    return _words(one) == _words(other) and one.deleted == other.deleted


def _version(note: Note) -> str:
    """Name the words of a version, wherever its passages stand."""
    words = json.dumps([*_words(note), bool(note.deleted)], ensure_ascii=False)
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:32]


def _words(note: Note) -> tuple[object, ...]:
    quotes = [anchor.quote for anchor in note.anchors]
    return (note.text, note.stance.value, note.tags, note.colour.value, quotes)


def _is_at_home(note: Note) -> bool:
    """Tell whether every passage belongs to an article known by its content."""
    return all(anchor.article_id for anchor in note.anchors)


def _conflict_copy(note: Note) -> Note:
    """Return the losing version as a note of its own, named after its content.

    One that was deleted stays so: what the reader took away is not to come back beside it.
    """
    words = json.dumps([note.id, note.text, repr(note.anchors), note.stance, note.tags])
    # By its content, so that the same import leaves one copy, not one each time.
    name = uuid.uuid5(_CONFLICTS, words)
    return replace(note, id=str(name), conflict_of=note.id)
