# SPDX-License-Identifier: MIT
"""Several notes made into one, or told of one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from diptych.errors import NoteError
from diptych.notes.link import note_link
from diptych.notes.note import Colour, Note, Stance

NAMED_BY = 60  # code points of a note that a link to it shows
# A bracket in the first words would end the link.
_ESCAPED = str.maketrans({"[": r"\[", "]": r"\]", "\\": r"\\"})


def merged(notes: Sequence[Note]) -> Note:
    """Return the first note with what all of them say: texts in order, passages and tags once.

    Colour and stance are the first that were chosen. Raises NoteError for fewer than two.
    """
    if len(notes) < 2:
        raise NoteError("Choose at least two notes to merge.")
    first = notes[0]
    anchors = dict.fromkeys(anchor for note in notes for anchor in note.anchors)
    return replace(
        first,
        text="\n\n".join(note.text.strip() for note in notes if note.text.strip()),
        anchors=tuple(anchors),
        tags=tuple(dict.fromkeys(tag for note in notes for tag in note.tags)),
        colour=next((n.colour for n in notes if n.colour is not Colour.NONE), first.colour),
        stance=next((n.stance for n in notes if n.stance is not Stance.NONE), first.stance),
    )


def linked(note: Note, others: Sequence[Note]) -> Note:
    """Return a note that names others at its end; what it names already is not repeated."""
    # Told by the address: the words of the link are the reader's to change.
    new = [
        other for other in others if other.id != note.id and note_link(other.id) not in note.text
    ]
    lines = [f"- [{_name(other)}](<{note_link(other.id)}>)" for other in new]
    if not lines:
        return note
    return replace(note, text="\n\n".join(filter(None, (note.text.strip(), "\n".join(lines)))))


def retagged(note: Note, *, added: Sequence[str] = (), removed: Sequence[str] = ()) -> Note:
    """Return a note with other tags."""
    kept = (tag for tag in (*note.tags, *added) if tag not in removed)
    return replace(note, tags=tuple(dict.fromkeys(kept)))


def _name(note: Note) -> str:
    """Return what a note is called: its first words, or else those it is on."""
    quotes = (anchor.quote for anchor in note.anchors)
    words = " ".join((note.text.strip() or next(quotes, "") or note.id).split())
    shown = words if len(words) <= NAMED_BY else words[:NAMED_BY].rsplit(" ", 1)[0] + "…"
    return shown.translate(_ESCAPED)
