# SPDX-License-Identifier: MIT
"""Putting an export on disk, also over, after or beside an earlier one."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from pathlib import Path

from diptych.errors import NoteError
from diptych.notes.export import web_annotation
from diptych.notes.export.formats import Piece, Wish, export
from diptych.notes.export.ownership import (
    Mark,
    is_as_left,
    mark_of,
    signed,
    signed_json,
    state_of,
    without_mark,
)
from diptych.notes.export.placing import Again, Saved, Still, place_for, read
from diptych.notes.export.profiles import ENDINGS, TEMPLATES, Format
from diptych.notes.export.table import AS_UNICODE
from diptych.notes.export.write import encoded, is_ordinary, write_stream, write_text
from diptych.notes.link import ids_in
from diptych.notes.note import Note
from diptych.opened import read_whole


def save(
    notes: Iterable[Note],
    wish: Wish,
    target: Path,
    *,
    again: Again = Again.RENEW,
    still: Still | None = None,
) -> Saved:
    """Write the notes to ``target`` and say what was written.

    ``target`` is a file, or the folder to put it in; for Obsidian it is the
    folder of the pages, where a page that is not ours, or that somebody changed,
    is never replaced. ``still`` gives those of the notes with some ids that are
    there: a page keeps them when only others of its notes are exported.
    NoteError says why it could not be done; what was there is then still there.
    """
    kept = tuple(notes)
    if wish.format is Format.OBSIDIAN:
        from diptych.notes.export.pages import save_pages

        return save_pages(kept, wish, target, again, still)
    if target.is_dir():
        target = target / f"{wish.name}{ENDINGS[wish.format]}"
    wish = replace(wish, name=target.stem)
    # To /dev/stdout or a pipe: written through, without temporary file, mark or companions.
    if not is_ordinary(target):
        return Saved((write_stream(target, encoded(_to_file(export(kept, wish)[0], wish))),))
    if target.exists() and again is Again.APPEND:
        return _append(kept, wish, target)
    place, left_alone = place_for(target, again)
    written, beside_left = _write(kept, replace(wish, name=place.stem), place)
    return Saved(written, (*left_alone, *beside_left))


def as_written(notes: Iterable[Note], wish: Wish) -> tuple[Piece, ...]:
    """Return the files of an export as ``save`` writes them where nothing is yet."""
    if wish.format is Format.OBSIDIAN:
        from diptych.notes.export.pages import new_pages

        return new_pages(notes, wish)
    return _with_mark(export(notes, wish), wish)


def _write(
    notes: tuple[Note, ...], wish: Wish, target: Path
) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Write a main file and what belongs beside it."""
    left_alone: tuple[Path, ...] = ()
    if wish.format is Format.PANDOC:
        wish, left_alone = _beside(wish, target)
    main, *beside = _with_mark(export(notes, wish), wish)
    written = [write_text(target, _to_file(main, wish))]
    written += [write_text(target.with_name(piece.name), piece.text) for piece in beside]
    return tuple(written), left_alone


def _to_file(piece: Piece, wish: Wish) -> Iterable[str]:
    return chain([AS_UNICODE], piece.text) if wish.format is Format.CSV else piece.text


def _with_mark(pieces: tuple[Piece, ...], wish: Wish) -> tuple[Piece, ...]:
    main, *beside = pieces
    if wish.format in TEMPLATES:
        # A bibliography has no place for a mark; the page beside it says how it was left.
        files = {piece.name: _state_of_all(piece) for piece in beside}
        return (Piece(main.name, signed(main.text, Mark(files=files))), *beside)
    if wish.format is Format.WEB_ANNOTATION:
        return (Piece(main.name, signed_json(main.text)),)
    return pieces


def _state_of_all(piece: Piece) -> str:
    return state_of("".join(piece.text).encode("utf-8", "replace"))


def _beside(wish: Wish, target: Path) -> tuple[Wish, tuple[Path, ...]]:
    """Name the bibliography so that it replaces nothing but what we left there."""
    known = mark_of(target)
    ours = known.files if known else {}
    # The name it had last time first, so that references in the page go on leading there.
    stems = dict.fromkeys([*(Path(name).stem for name in ours), target.stem])
    left_alone: list[Path] = []
    for stem in stems:
        paths = [target.with_name(f"{stem}{ending}") for ending in (".json", ".bib")]
        foreign = [path for path in paths if path.exists() and not _is_ours(path, ours)]
        if not foreign:
            return replace(wish, bibliography=stem), tuple(left_alone)
        left_alone += foreign
    number = 2
    while any(target.with_name(f"{target.stem} {number}{e}").exists() for e in (".json", ".bib")):
        number += 1
    return replace(wish, bibliography=f"{target.stem} {number}"), tuple(left_alone)


def _is_ours(path: Path, ours: dict[str, str] | object) -> bool:
    try:
        return isinstance(ours, dict) and ours.get(path.name) == state_of(read_whole(path))
    except OSError:
        return False


def _append(notes: tuple[Note, ...], wish: Wish, target: Path) -> Saved:
    """Add the notes the file does not hold yet; the others stay as they are there."""
    untouched, mark = is_as_left(target), mark_of(target) or Mark()
    old = without_mark(read(target))
    # Read and written anew: nothing can be put after the end of a JSON document.
    if wish.format is Format.WEB_ANNOTATION:
        known = {note.id: note for note in web_annotation.from_json(old)}
        merged = (*known.values(), *(note for note in notes if note.id not in known))
        text: Iterable[str] = web_annotation.to_json(merged)
        return Saved((write_text(target, signed_json(text) if untouched else text),))
    present = _ids_in(old, wish.format)
    fresh = tuple(note for note in notes if note.id not in present)
    if not fresh:
        return Saved((target,))
    wish = replace(wish, continued=True, first=len(present) + 1)
    if mark.files:
        wish = replace(wish, bibliography=Path(next(iter(mark.files))).stem)
    pieces = export(fresh, wish)
    glue = "\n\n" if wish.format is not Format.CSV else "\r\n"
    written = [_append_bibliography(target.with_name(p.name), p) for p in pieces[1:]]
    text = [old.rstrip("\r\n"), glue, *pieces[0].text]
    if wish.format in TEMPLATES:
        states = {p.name: state_of(p.read_bytes()) for p in written if p.name in mark.files}
        text = signed(text, replace(mark, files=states), shared=not untouched)
    return Saved((write_text(target, text), *written))


def _append_bibliography(path: Path, piece: Piece) -> Path:
    """Add the works that are not in the bibliography yet."""
    fresh = "".join(piece.text)
    if not path.exists():
        return write_text(path, [fresh])
    old = read(path)
    if path.suffix == ".bib":
        entries = [entry for entry in re.split(r"(?m)^(?=@)", fresh) if entry.strip()]
        # @article{key, which names an entry
        missing = [entry for entry in entries if entry.split(",")[0] not in old]
        return write_text(path, [old.rstrip("\n"), "\n\n", *missing]) if missing else path
    try:
        items = json.loads(old)
        if not isinstance(items, list):
            raise TypeError(f"a list of works, not {old[:20]}")
        known = {item["id"] for item in items}
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise NoteError("{path} is no CSL-JSON; choose another name.", path=path) from error
    items += [item for item in json.loads(fresh) if item["id"] not in known]
    return write_text(path, [json.dumps(items, ensure_ascii=False, indent=2), "\n"])


def _ids_in(text: str, format: Format) -> set[str]:
    if format is Format.CSV:
        return {row[0] for row in csv.reader(io.StringIO(text)) if row}
    return ids_in(text)
