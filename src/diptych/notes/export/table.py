# SPDX-License-Identifier: MIT
"""Notes as rows of a table: one for each note, left and right passage side by side."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from diptych.notes.anchor import Anchor
from diptych.notes.export.entries import Progress, place_of, title_of
from diptych.notes.export.escape import plain
from diptych.notes.link import note_link
from diptych.notes.note import Note
from diptych.notes.rows import time_text
from diptych.patterns import late_pattern

_SIDE = ("title", "authors", "source", "date", "place", "quote")
HEADER = (
    *("id", "text", "stance", "tags", "colour", "created", "modified"),
    *(f"left_{name}" for name in _SIDE),
    *(f"right_{name}" for name in _SIDE),
    *("further_quotes", "link"),
)
# First in a file: without it Excel reads the system's old encoding, “Мэр” as “РњСЌСЂ”.
AS_UNICODE = "\ufeff"
# e.g. =SUM(A1), +cmd, @now; not -3.5, which is a number
_FORMULA = late_pattern(r"[=+\-@\t\r](?!\d*[.,]?\d*$)")


def csv_lines(notes: Sequence[Note], *, progress: Progress | None = None) -> Iterator[str]:
    """Give a CSV file (RFC 4180, UTF-8) line by line.

    A cell that a spreadsheet would run as a formula gets an apostrophe before it.
    """
    yield csv_line(HEADER)
    yield from csv_rows(notes, progress=progress)


def csv_rows(notes: Sequence[Note], *, progress: Progress | None = None) -> Iterator[str]:
    """Give the lines of the notes without the header, to put after others."""
    for done, note in enumerate(notes, 1):
        if progress is not None:
            progress(done, len(notes))
        yield csv_line(tuple(map(csv_cell, _row(note))))


def _row(note: Note) -> tuple[str, ...]:
    further = [a.quote for a in note.anchors if a not in (note.left, note.right)]
    return (
        note.id,
        note.text,
        note.stance.value,
        ", ".join(note.tags),
        note.colour.value,
        time_text(note.created),
        time_text(note.modified),
        *_passage(note.left),
        *_passage(note.right),
        "\n\n".join(further),
        note_link(note.id),
    )


def _passage(anchor: Anchor | None) -> tuple[str, ...]:
    if anchor is None:
        return ("",) * len(_SIDE)
    return (
        title_of(anchor),
        "; ".join(anchor.authors),
        anchor.source,
        anchor.date,
        place_of(anchor),
        anchor.quote,
    )


def csv_cell(text: str) -> str:
    """Return a text as a cell that no spreadsheet takes for a formula."""
    text = plain(text)
    # As OWASP advises against CSV injection.
    return f"'{text}" if _FORMULA.match(text) else text


def csv_line(cells: tuple[str, ...]) -> str:
    """Return one row (RFC 4180)."""
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\r\n").writerow(cells)
    return stream.getvalue()
