# SPDX-License-Identifier: MIT
"""Notes as rows of the notes file, and back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import PurePosixPath
from types import NoneType
from typing import Any

from diptych.notes.anchor import Anchor
from diptych.notes.note import Colour, Note, Stance
from diptych.text.sides import Side

NOTE_COLUMNS = "id, text, stance, tags, colour, created, modified, deleted, conflict_of, change"
ANCHOR_COLUMNS = (
    "note, place, article, content_hash, side, quote, prefix, suffix, start, "
    '"end", title, authors, source, date, path, page, paragraph, times'
)
Row = tuple[object, ...]
_Types = tuple[type | tuple[type, ...], ...]
_NOTE_TYPES: _Types = (str, str, str, str, str, str, str, (str, NoneType), str, object)
_ANCHOR_TYPES: _Types = (
    *(object, object),  # which note, and its place there: what the row was found by
    *(str, str, str, str, str, str, int, int),
    *(str, str, str, str, str, int, int, int),
)


def time_text(time: datetime) -> str:
    """Write a time so that text order is time order."""
    # Always six digits and Z: of other forms the order of texts would not be that of times.
    return time.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def stem_of(path: str) -> str:
    """Return the name of a file without folder and ending, in one letter case."""
    # Paths of Windows too, which a note may bring to another system.
    return PurePosixPath(path.replace("\\", "/")).stem.casefold()


def note_row(note: Note, change: int) -> Row:
    """Return the note as a row of the table ``note``."""
    return (
        note.id,
        note.text,
        note.stance.value,
        json.dumps(note.tags, ensure_ascii=False),
        note.colour.value,
        time_text(note.created),
        time_text(note.modified),
        time_text(note.deleted) if note.deleted else None,
        note.conflict_of,
        change,
    )


def anchor_rows(note: Note) -> list[Row]:
    """Return the note's anchors as rows of the table ``anchor``."""
    return [
        (
            note.id,
            place,
            anchor.article_id,
            anchor.content_hash,
            anchor.side.value,
            anchor.quote,
            anchor.prefix,
            anchor.suffix,
            anchor.start,
            anchor.end,
            anchor.title,
            json.dumps(anchor.authors, ensure_ascii=False),
            anchor.source,
            anchor.date,
            anchor.path,
            anchor.page,
            anchor.paragraph,
            anchor.times,
        )
        for place, anchor in enumerate(note.anchors)
    ]


def anchor_of(row: sqlite3.Row | Row) -> Anchor:
    """Return the anchor in a row of ``ANCHOR_COLUMNS``; ValueError when it makes no sense."""
    # SQLite keeps any type in any column: a damaged row may hold a number for a text.
    values = _checked(row, _ANCHOR_TYPES)
    return Anchor(
        article_id=values[2],
        content_hash=values[3],
        side=Side(values[4]),
        quote=values[5],
        prefix=values[6],
        suffix=values[7],
        start=values[8],
        end=values[9],
        title=values[10],
        authors=strings(values[11]),
        source=values[12],
        date=values[13],
        path=values[14],
        page=values[15],
        paragraph=values[16],
        times=values[17],
    )


def note_of(row: sqlite3.Row | Row, anchors: Iterable[Anchor]) -> Note:
    """Return the note in a row of ``NOTE_COLUMNS``; ValueError when it makes no sense."""
    values = _checked(row, _NOTE_TYPES)
    return Note(
        id=values[0],
        text=values[1],
        anchors=tuple(anchors),
        stance=Stance(values[2]),
        tags=strings(values[3]),
        colour=Colour(values[4]),
        created=datetime.fromisoformat(values[5]),
        modified=datetime.fromisoformat(values[6]),
        deleted=datetime.fromisoformat(values[7]) if values[7] is not None else None,
        conflict_of=values[8],
    )


def _checked(row: sqlite3.Row | Row, types: _Types) -> tuple[Any, ...]:
    """Return the values of a row; ValueError when one is not of its type."""
    values = tuple(row)
    if not all(map(isinstance, values, types)):
        bad = next(
            value for value, type in zip(values, types, strict=True) if not isinstance(value, type)
        )
        raise ValueError(f"not what belongs there: {bad!r}")
    return values


def strings(value: object) -> tuple[str, ...]:
    """Return the texts in a JSON array; ValueError when it is none."""
    if not isinstance(value, str):
        raise ValueError(f"text expected, not {value!r}")
    return _listed(value)


@lru_cache(maxsize=4096)
def _listed(text: str) -> tuple[str, ...]:
    # Most notes have the same few lists of tags and authors, hence the cache.
    values = json.loads(text)
    if not (isinstance(values, list) and all(isinstance(each, str) for each in values)):
        raise ValueError(f"list of texts expected, not {text!r}")
    return tuple(values)
