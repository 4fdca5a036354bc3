# SPDX-License-Identifier: MIT
"""Notes from elsewhere are brought in among those that are here."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace

from diptych.notes.note import Note
from diptych.notes.note_table import NoteTable

_CONFLICTS = uuid.UUID("6f0f6c43-6a5d-4f0e-9d53-6b7f3a1d2c11")


@dataclass(frozen=True, slots=True)
class Merge:
    """What became of the notes that were brought in."""

    added: tuple[Note, ...] = ()
    updated: tuple[Note, ...] = ()
    unchanged: tuple[Note, ...] = ()
    conflicts: tuple[Note, ...] = ()


def merge(table: NoteTable, notes: Iterable[Note], change: int) -> Merge:
    """Write those of the notes that are new or newer; a losing version stays as a copy."""
    added, updated, unchanged, conflicts = [], [], [], []
    for incoming in notes:
        stored = table.find(incoming.id)
        if stored is None:
            table.write(incoming, change)
            added.append(incoming)
        elif stored.same_content(incoming):
            unchanged.append(stored)
        elif _same_words(stored, incoming):
            if _is_at_home(incoming) and not _is_at_home(stored):
                table.write(incoming, change)
                updated.append(incoming)
            else:
                unchanged.append(stored)
        else:
            newer, older = incoming, stored
            if stored.modified >= incoming.modified:
                newer, older = stored, incoming
            copy = _conflict_copy(older)
            if not table.exists(copy.id):
                table.write(copy, change)
                conflicts.append(copy)
            if newer is incoming:
                table.write(incoming, change)
                updated.append(incoming)
            else:
                unchanged.append(stored)
    return Merge(tuple(added), tuple(updated), tuple(unchanged), tuple(conflicts))


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
