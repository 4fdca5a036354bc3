# SPDX-License-Identifier: MIT
"""Commands on notes and their export."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from diptych.cli.parsing import Commands, print_json
from diptych.errors import LibraryError, UsageError

if TYPE_CHECKING:
    from diptych.notes.anchor import Anchor
    from diptych.notes.note import Note
    from diptych.rooms import Rooms
    from diptych.text.article import Article, Span

PLACE = re.compile(r"(?P<article>.+):(?P<start>\d+)-(?P<end>\d+)$", re.DOTALL)


def add_commands(commands: Commands) -> None:
    """Add the commands of this module."""
    notes = commands.group("note", "Write and list notes.")
    add = notes.add("add", _add, "Write a note on a passage or on a pair of passages.")
    add.add_argument("--left", metavar="ARTICLE:START-END")
    add.add_argument("--right", metavar="ARTICLE:START-END")
    add.add_argument("--text", required=True)
    notes.add("list", _list, "List all notes.")
    export = commands.add("export", _export, "Write notes as Markdown.")
    export.add_argument("--pair", nargs=2, metavar=("LEFT", "RIGHT"))
    export.add_argument("--to", metavar="FILE")


def _list(rooms: Rooms, options: argparse.Namespace) -> int:
    from diptych.notes.export.json_view import note_json

    notes = rooms.notes.notes()
    if options.json:
        print_json([note_json(note, text_for(rooms)) for note in notes])
    else:
        for each in notes:
            print(f"{each.id}  {' '.join(each.text.split())}")
    return 0


def _add(rooms: Rooms, options: argparse.Namespace) -> int:
    from diptych.notes.export.json_view import note_json

    note = _added_note(rooms, options)
    if options.json:
        print_json(note_json(note, text_for(rooms)))
    else:
        print(note.id)
    return 0


def _added_note(rooms: Rooms, options: argparse.Namespace) -> Note:
    from diptych.notes.anchor import Side, anchor_for
    from diptych.notes.note import new_note

    anchors = []
    for side, place in (("left", options.left), ("right", options.right)):
        if place is not None:
            article, path, span = _place(rooms, place)
            anchors.append(anchor_for(article, span, side=Side(side), path=str(path)))
    if not anchors:
        raise UsageError("A note needs --left or --right ARTICLE:START-END.")
    return rooms.notes.add(new_note(options.text, tuple(anchors)))


def _place(rooms: Rooms, text: str) -> tuple[Article, Path, Span]:
    from diptych.text.article import Span

    found = PLACE.match(text)
    if found is None:
        raise UsageError(f"“{text}” is not a place; write ARTICLE:START-END.")
    article, path = rooms.open_article(found["article"])
    start, end = int(found["start"]), int(found["end"])
    if not start < end <= len(article.text):
        raise UsageError(
            f"{start}-{end} is not in {path}, whose text has {len(article.text)} characters."
        )
    return article, path, Span(start, end)


def text_for(rooms: Rooms) -> Callable[[Anchor], str | None]:
    """Return a look-up from an anchor to its article's present text, None when unknown."""

    def text(anchor: Anchor) -> str | None:
        entry = rooms.catalogue.find(anchor.article_id) or rooms.catalogue.find(anchor.path)
        if entry is None:
            return None
        try:
            return rooms.catalogue.article(entry.id).text
        except LibraryError:
            return None

    return text


def _export(rooms: Rooms, options: argparse.Namespace) -> int:
    from diptych.notes.export.markdown import to_markdown
    from diptych.notes.export.write import write_text

    if options.pair:
        ids = []
        for name in options.pair:
            article, _ = rooms.open_article(name)
            ids.append((article.id, *rooms.catalogue.lineage(article.id)))
        notes = rooms.notes.notes_of_pair(*ids)
    else:
        notes = rooms.notes.notes()
    markdown = to_markdown(notes)
    if options.to is not None:
        write_text(Path(options.to), (markdown,))
    if options.json:
        print_json({"notes": len(notes), "path": options.to, "markdown": markdown})
    elif options.to is None:
        print(markdown, end="")
    return 0
