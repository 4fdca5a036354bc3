# SPDX-License-Identifier: MIT
"""A file with notes from elsewhere, recognised by what is in it."""

from __future__ import annotations

import errno
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from diptych.errors import UNREADABLE, NoteError
from diptych.notes.export.web_annotation import annotations_in, note_of
from diptych.notes.incoming.calibre import from_calibre
from diptych.notes.incoming.hypothesis import from_hypothesis
from diptych.notes.incoming.members import identity, listed, mapping, parse
from diptych.notes.incoming.zotero import from_zotero
from diptych.notes.note import Note
from diptych.opened import text_named
from diptych.patterns import late_pattern

_LARGEST = 500_000_000  # bytes
_JSON = late_pattern(r"[\ufeff\s]*(\{|\[\s*[\]\[{])")  # a page may begin with a link


def read_notes(path: Path) -> tuple[Note, ...]:
    """Return the notes in a file: W3C annotations, Hypothesis, calibre or Zotero.

    NoteError when the file cannot be read or holds none of these.
    """
    try:
        text = text_named(path, most=_LARGEST)
    except UnicodeDecodeError as error:
        raise NoteError("{name} is not UTF-8 text.", name=path.name) from error
    except OSError as error:
        if error.errno == errno.EFBIG:
            raise NoteError("{name} is too large for a file of notes.", name=path.name) from error
        raise NoteError(UNREADABLE, path=path) from error
    try:
        return notes_in(text)
    except NoteError as error:
        raise NoteError("{name}: {error}", name=path.name, error=error.sentence) from error


def notes_in(text: str) -> tuple[Note, ...]:
    """Return the notes in a text of any of the known forms."""
    notes = _notes_in(parse(text)) if _JSON.match(text) else from_zotero(text)
    if notes is None or (not notes and not _JSON.match(text)):
        raise NoteError(
            "There are no notes in this file. Diptych reads W3C annotations, the JSON "
            "exports of Hypothesis and calibre, and Zotero's notes in Markdown."
        )
    return tuple(_told_apart(notes))


def _told_apart(notes: Iterable[Note]) -> Iterator[Note]:
    """Give notes of one id and moment that say something else names of their own.

    Of those of other moments the newest counts, as of versions of one note.
    """
    firsts: dict[tuple[str, datetime], str] = {}
    for note in notes:
        told = [(anchor.quote, anchor.title, anchor.source) for anchor in note.anchors]
        said = f"{note.id}\n{note.text}\n{told}"
        is_first = firsts.setdefault((note.id, note.modified), said) == said
        yield note if is_first else replace(note, id=identity("twice", said))


def _notes_in(document: object) -> tuple[Note, ...] | None:
    """Return the notes in a document of JSON, None where it is of no known form."""
    standard = list(annotations_in(document))
    if standard:
        return tuple(map(note_of, standard))
    whole = mapping(document)
    if whole.get("type") in ("calibre_annotation_collection", "calibre_highlights"):
        return from_calibre(document)
    rows = [mapping(each) for each in listed(whole.get("annotations", whole.get("rows", document)))]
    # Bare, as calibre's viewer writes them, or each within a row of its library.
    if any("highlighted_text" in {**row, **mapping(row.get("annotation"))} for row in rows):
        return from_calibre(document)
    if any("uri" in row or "target" in row for row in rows):
        return from_hypothesis(document)
    return None
