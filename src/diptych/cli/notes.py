# SPDX-License-Identifier: MIT
"""Commands on single notes: write, change, delete, bring back, list."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from diptych.cli.parsing import Commands, print_json
from diptych.cli.places import place_at
from diptych.errors import UNREADABLE, NoteError, UsageError
from diptych.opened import text_named
from diptych.services.articles import open_article
from diptych.services.note_keeping import (
    Notebook,
    add_note,
    all_notes,
    change_note,
    coloured,
    delete_note,
    deleted_notes,
    notes_holding,
    notes_named,
    notes_on_pair,
    read_note,
    restore_note,
    tagged_notes,
    unreadable_notes,
)
from diptych.text.sides import Side

if TYPE_CHECKING:
    from diptych.notes.anchor import Anchor
    from diptych.notes.note import Note
    from diptych.services.stores import Stores

# The values of Stance and Colour, spelled out so that no parser loads the notes.
STANCES = ("none", "agrees", "contradicts", "differs", "adds", "question")
COLOURS = ("none", "yellow", "green", "blue", "red", "violet")


def add_commands(commands: Commands) -> None:
    """Add the commands of this module."""
    notes = commands.group("note", "Write, change and list notes.")
    add = notes.add("add", _add, "Write a note on a passage or on a pair of passages.")
    _add_writing_options(add)
    edit = notes.add("edit", _edit, "Change a note; what is not named stays.")
    edit.add_argument("id", metavar="ID")
    _add_writing_options(edit)
    edit.add_argument("--no-tags", action="store_true", help="take all tags away")
    delete = notes.add("delete", _delete, "Move a note to the recently deleted ones.")
    delete.add_argument("id", metavar="ID")
    restore = notes.add("restore", _restore, "Bring a deleted note back.")
    restore.add_argument("id", metavar="ID")
    for name, run, words in (
        ("merge", _merge, "Make one note of several; the others are deleted."),
        ("link", _link, "Let each of several notes name the others."),
        ("tag", _tag_all, "Change the tags and the colour of several notes."),
    ):
        several = notes.add(name, run, words)
        several.add_argument("ids", nargs="+", metavar="ID")
    several.add_argument(
        "--add", action="append", default=[], metavar="T", help="a tag to give, may be repeated"
    )
    several.add_argument(
        "--remove", action="append", default=[], metavar="T", help="a tag to take away"
    )
    several.add_argument("--colour", choices=COLOURS, help="the colour of all")
    listing = notes.add("list", _list, "List notes, the oldest first.")
    listing.add_argument("--deleted", action="store_true", help="the recently deleted ones")
    listing.add_argument(
        "--pair", nargs=2, metavar=("LEFT", "RIGHT"), help="only those on this pair"
    )
    listing.add_argument("--tag", metavar="T", help="only those with this tag")
    listing.add_argument("--highlights", action="store_true", help="only marks without words")
    listing.add_argument("--colour", choices=COLOURS, help="only those in this colour")
    listing.add_argument("--find", metavar="WORDS", help="only notes that hold these words")


def _add_writing_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--left", metavar="ARTICLE:START-END", help="the passage on the left")
    parser.add_argument("--right", metavar="ARTICLE:START-END", help="the passage on the right")
    words = parser.add_mutually_exclusive_group()
    words.add_argument("--text", metavar="MARKDOWN", help="what the note says")
    words.add_argument("--text-file", metavar="FILE", help="read the text here; - is the input")
    parser.add_argument("--stance", choices=STANCES, help="what the passages are to one another")
    parser.add_argument("--colour", choices=COLOURS, help="the colour it is highlighted in")
    parser.add_argument("--tag", action="append", metavar="T", help="may be given again")


def _add(stores: Stores, options: argparse.Namespace) -> int:
    from diptych.notes.note import new_note, with_tags_in_text

    text = _text(options)
    # A highlight is a note without words; without a colour too nothing would be seen of it.
    if text is None and options.colour in (None, "none"):
        raise UsageError(
            "A note needs --text MARKDOWN or --text-file FILE, a highlight --colour COLOUR."
        )
    anchors = _anchors(stores, options)
    if not anchors:
        raise UsageError("A note needs --left or --right ARTICLE:START-END.")
    return _print(
        stores,
        options,
        add_note(stores, with_tags_in_text(_described(new_note(text or "", anchors), options))),
    )


def _edit(stores: Stores, options: argparse.Namespace) -> int:
    note = _described(_note(stores, options.id), options)
    text = _text(options)
    if text is not None:
        from diptych.notes.note import with_tags_in_text

        note = with_tags_in_text(replace(note, text=text))
    # After --tag, which replaces them: both given leave none.
    if options.no_tags:
        note = replace(note, tags=())
    added = _anchors(stores, options)
    # Passages are added and never replaced; the same one named twice stands once.
    note = replace(note, anchors=(*note.anchors, *(a for a in added if a not in note.anchors)))
    return _print(stores, options, change_note(stores, note))


def _delete(stores: Stores, options: argparse.Namespace) -> int:
    return _print(stores, options, delete_note(stores, _note(stores, options.id).id))


def _restore(stores: Stores, options: argparse.Namespace) -> int:
    return _print(stores, options, restore_note(stores, _note(stores, options.id).id))


def _several(stores: Stores, options: argparse.Namespace) -> tuple[str, ...]:
    return tuple(_note(stores, name).id for name in options.ids)


def _merge(stores: Stores, options: argparse.Namespace) -> int:
    ids = _several(stores, options)
    Notebook().merge(stores, ids)
    return _print(stores, options, read_note(stores, ids[0]))


def _link(stores: Stores, options: argparse.Namespace) -> int:
    ids = _several(stores, options)
    Notebook().link(stores, ids)
    return _print_all(stores, options, ids)


def _tag_all(stores: Stores, options: argparse.Namespace) -> int:
    from diptych.notes.note import Colour

    ids = _several(stores, options)
    notebook = Notebook()
    tagged_notes(stores, notebook, ids, added=options.add, removed=options.remove)
    if options.colour is not None:
        coloured(stores, notebook, ids, Colour(options.colour))
    return _print_all(stores, options, ids)


def _print_all(stores: Stores, options: argparse.Namespace, ids: tuple[str, ...]) -> int:
    from diptych.notes.export.json_view import note_json
    from diptych.services.note_articles import QuotedArticles
    from diptych.services.note_sections import Sections

    if options.json:
        shelf = QuotedArticles(stores)
        notes = Sections().told(stores, (read_note(stores, id_) for id_ in ids))
        print_json([note_json(note, shelf.article_of) for note in notes])
    else:
        print("\n".join(ids))
    return 0


def _list(stores: Stores, options: argparse.Namespace) -> int:
    from diptych.notes.export.json_view import note_json
    from diptych.services.note_articles import QuotedArticles
    from diptych.services.note_sections import Sections

    if options.deleted:
        notes: tuple[Note, ...] = deleted_notes(stores)
    elif options.find is not None:
        # The window lists the newest; a list that is piped on has all.
        notes = notes_holding(stores, options.find, limit=sys.maxsize).notes
    else:
        notes = chosen_notes(stores, options)
    # Of chosen notes this is done; deleted and found ones have it still to come.
    if options.tag is not None:
        notes = tuple(note for note in notes if options.tag in note.tags)
    if options.highlights:
        notes = tuple(note for note in notes if note.is_highlight)
    if options.colour is not None:
        notes = tuple(note for note in notes if note.colour.value == options.colour)
    # Damaged rows hide no others, so the list goes on; what is missing from it is named.
    for name, reason in unreadable_notes(stores):
        complaint = f"note {name} cannot be read in full: {reason}"
        print(f"diptych: {complaint}; see “diptych doctor”.", file=sys.stderr)
    if options.json:
        shelf = QuotedArticles(stores)
        told = Sections().told(stores, notes)
        print_json([note_json(note, shelf.article_of) for note in told])
    else:
        for each in notes:
            print(f"{each.id}  {_on_one_line(each)}")
    return 0


def _on_one_line(note: Note) -> str:
    """Return the words of a note; of a highlight its colour and the passage."""
    if not note.is_highlight:
        return " ".join(note.text.split())
    quoted = " … ".join(anchor.quote for anchor in note.anchors if anchor.quote)
    return f"[{note.colour.value}] {' '.join(quoted.split())}"


def chosen_notes(stores: Stores, options: argparse.Namespace) -> tuple[Note, ...]:
    """Return the notes of ``--pair`` that have ``--tag``, or all."""
    if options.pair:
        left, right = (open_article(stores, name) for name in options.pair)
        notes = notes_on_pair(stores, (left[0], str(left[1])), (right[0], str(right[1])))
    else:
        notes = all_notes(stores)
    return tuple(note for note in notes if options.tag is None or options.tag in note.tags)


def _described(note: Note, options: argparse.Namespace) -> Note:
    """Return the note with the stance, colour and tags of the options."""
    from diptych.notes.note import Colour, Stance

    if options.stance is not None:
        note = replace(note, stance=Stance(options.stance))
    if options.colour is not None:
        note = replace(note, colour=Colour(options.colour))
    if options.tag is not None:
        # Who writes #town means the tag town.
        tags = (tag.strip().lstrip("#").strip() for tag in options.tag)
        note = replace(note, tags=tuple(dict.fromkeys(filter(None, tags))))
    return note


def _text(options: argparse.Namespace) -> str | None:
    if options.text_file is None:
        text: str | None = options.text
        return text
    try:
        if options.text_file == "-":
            # Bytes, for sys.stdin decodes as the locale or the console says.
            return sys.stdin.buffer.read().decode("utf-8")
        return text_named(Path(options.text_file))
    except UnicodeDecodeError as error:
        raise NoteError(f"{options.text_file} is not UTF-8 text.") from error
    except OSError as error:
        raise NoteError(UNREADABLE, path=options.text_file) from error


def _note(stores: Stores, name: str) -> Note:
    """Return the note with this id, or with an id that begins like this and no other does."""
    if not name.strip():
        raise UsageError("Name the note by its id; “diptych note list” shows them.")
    # Up to two ids: more than that need not be known to refuse.
    found = notes_named(stores, name)
    if len(found) > 1:
        raise UsageError(f"Several notes begin with {name}; write more of the id.")
    # With none that begins so, the store words the refusal.
    return read_note(stores, found[0] if found else name)


def _anchors(stores: Stores, options: argparse.Namespace) -> tuple[Anchor, ...]:
    from diptych.text.sides import SIDES

    places = zip(SIDES, (options.left, options.right), strict=True)
    return tuple(anchor_at(stores, place, side) for side, place in places if place is not None)


def anchor_at(stores: Stores, place: str, side: Side = Side.LEFT) -> Anchor:
    """Return the anchor of ARTICLE:START-END. Raises UsageError for another form."""
    from diptych.notes.anchor import anchor_for

    article, path, span = place_at(stores, place)
    return anchor_for(article, span, side=side, path=str(path))


def _print(stores: Stores, options: argparse.Namespace, note: Note) -> int:
    from diptych.notes.export.json_view import note_json
    from diptych.services.note_articles import QuotedArticles
    from diptych.services.note_sections import Sections

    if options.json:
        (told,) = Sections().told(stores, [note])
        print_json(note_json(told, QuotedArticles(stores).article_of))
    else:
        print(note.id)
    return 0
