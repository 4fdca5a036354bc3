# SPDX-License-Identifier: MIT
"""Notes as rows of the notes file, and back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import PurePosixPath

from diptych.notes.anchor import Anchor, Side
from diptych.notes.note import Colour, Note, Stance

NOTE_COLUMNS = "id, text, stance, tags, colour, created, modified, deleted, conflict_of, change"
ANCHOR_COLUMNS = (
    "note, place, article, content_hash, side, quote, prefix, suffix, start, "
    '"end", title, authors, source, date, path, page, paragraph, times'
)
Row = tuple[object, ...]


def time_text(time: datetime) -> str:
    """Write a time so that text order is time order."""
    return time.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def stem_of(path: str) -> str:
    """Return the name of a file without folder and ending, in one letter case."""
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


def anchor_of(row: sqlite3.Row | tuple[object, ...]) -> Anchor:
    """Return the anchor in a row of ``ANCHOR_COLUMNS``; ValueError when it makes no sense."""
    texts = [_text(value) for value in row[2:8]]
    start, end, page, paragraph, times = map(_number, (*row[8:10], *row[15:18]))
    article_id, content_hash, side, quote, prefix, suffix = texts
    return Anchor(
        article_id=article_id,
        content_hash=content_hash,
        side=Side(side),
        quote=quote,
        prefix=prefix,
        suffix=suffix,
        start=start,
        end=end,
        title=_text(row[10]),
        authors=strings(row[11]),
        source=_text(row[12]),
        date=_text(row[13]),
        path=_text(row[14]),
        page=page,
        paragraph=paragraph,
        times=times,
    )


def note_of(row: sqlite3.Row | tuple[object, ...], anchors: Iterable[Anchor]) -> Note:
    """Return the note in a row of ``NOTE_COLUMNS``; ValueError when it makes no sense."""
    return Note(
        id=_text(row[0]),
        text=_text(row[1]),
        anchors=tuple(anchors),
        stance=Stance(_text(row[2])),
        tags=strings(row[3]),
        colour=Colour(_text(row[4])),
        created=datetime.fromisoformat(_text(row[5])),
        modified=datetime.fromisoformat(_text(row[6])),
        deleted=datetime.fromisoformat(_text(row[7])) if row[7] is not None else None,
        conflict_of=_text(row[8]),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"text expected, not {value!r}")
    return value


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise ValueError(f"number expected, not {value!r}")
    return value


def strings(value: object) -> tuple[str, ...]:
    """Return the texts in a JSON array; ValueError when it is none."""
    return _listed(_text(value))


@lru_cache(maxsize=4096)
def _listed(text: str) -> tuple[str, ...]:
    values = json.loads(text)
    if not isinstance(values, list):
        raise ValueError(f"list expected, not {text!r}")
    return tuple(_text(each) for each in values)
