# SPDX-License-Identifier: MIT
"""Highlights as calibre exports them (JSON: the library's annotations, the viewer's highlights)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from diptych.errors import NoteError
from diptych.notes.anchor import Anchor
from diptych.notes.incoming.members import identity, listed, mapping, moment, string
from diptych.notes.note import Colour, Note
from diptych.text.sides import Side

_COLOURS = {
    "yellow": Colour.YELLOW,
    "green": Colour.GREEN,
    "blue": Colour.BLUE,
    "red": Colour.RED,
    "purple": Colour.VIOLET,
}


def from_calibre(document: object) -> tuple[Note, ...]:
    """Return the notes in a parsed collection; bookmarks and removed ones are left out.

    The library calls its list ``annotations``, the viewer ``highlights``.
    """
    whole = mapping(document)
    members = whole.get("annotations", whole.get("highlights", document))
    rows = [mapping(row) for row in listed(members)]
    found = [row for row in map(_with_facts, rows) if row.get("highlighted_text")]
    if not found and not rows:
        raise NoteError("There are no calibre highlights in this file.")
    return tuple(
        _note(row, name)
        for row, name in zip(found, _names(found), strict=True)
        if not row.get("removed")
    )


def _names(rows: Sequence[Mapping[str, object]]) -> Iterator[str]:
    """Give what each highlight is known by: its own name, or its words."""
    said: dict[str, list[str]] = {}
    for row in rows:
        name, words = string(row.get("uuid")), string(row.get("highlighted_text")).strip()
        comments = said.setdefault(words, [])
        comment = string(row.get("notes"))
        if not name and comment not in comments:
            comments.append(comment)
        # Another comment on the same words is a note of its own.
        number = 0 if name else comments.index(comment)
        yield name or (f"{words} {number + 1}" if number else words)


def _with_facts(row: Mapping[str, object]) -> Mapping[str, object]:
    """Return the highlight with what stands around it: the library wraps it, the viewer not."""
    return {**row, **mapping(row.get("annotation"))}


def _note(row: Mapping[str, object], name: str) -> Note:
    quote = string(row.get("highlighted_text")).strip()
    time = moment(row.get("timestamp"))
    style = mapping(row.get("style"))
    chapters = [string(each) for each in listed(row.get("toc_family_titles"))]
    authors = row.get("authors", row.get("book_authors"))
    return Note(
        id=identity("calibre", name),
        text=string(row.get("notes")),
        anchors=(
            Anchor(
                article_id="",
                content_hash="",
                side=Side.LEFT,
                quote=quote,
                # The viewer's export does not name the book: its first chapter has to do.
                title=string(row.get("title", row.get("book_title"))) or next(iter(chapters), ""),
                authors=tuple(filter(None, map(string, listed(authors)))),
            ),
        ),
        colour=_COLOURS.get(string(style.get("which")), Colour.NONE),
        created=time,
        modified=time,
    )
