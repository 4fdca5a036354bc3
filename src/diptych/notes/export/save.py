# SPDX-License-Identifier: MIT
"""Putting an export on disk, also over or after an earlier one."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from diptych.errors import NoteError
from diptych.notes.export import web_annotation
from diptych.notes.export.formats import ENDINGS, Format, Piece, Wish, export
from diptych.notes.export.write import reason, write_text, write_texts
from diptych.notes.note import Note

_LINK = re.compile(r"diptych://note/([0-9a-f-]{36})")


class Again(StrEnum):
    """What to do when the file is there already."""

    OVERWRITE = "overwrite"
    APPEND = "append"
    NEW = "new"


def save(
    notes: Iterable[Note], wish: Wish, target: Path, *, again: Again = Again.OVERWRITE
) -> tuple[Path, ...]:
    """Write the notes to ``target`` and return the files written.

    ``target`` is a file, or the folder to put it in; for Obsidian it is the
    folder of the pages, where a page that is not an export is never replaced.
    NoteError says why it could not be done; what was there is then still there.
    """
    kept = tuple(notes)
    if wish.format is Format.OBSIDIAN:
        return _save_pages(kept, wish, target, again)
    if target.is_dir():
        target = target / f"{wish.name}{ENDINGS[wish.format]}"
    if target.exists() and again is Again.NEW:
        target = next_free(target)
    wish = replace(wish, name=target.stem)
    if target.exists() and again is Again.APPEND:
        return _append(kept, wish, target)
    pieces = export(kept, wish)
    paths = [target, *(target.with_name(piece.name) for piece in pieces[1:])]
    return tuple(write_text(path, piece.text) for path, piece in zip(paths, pieces, strict=True))


def next_free(path: Path) -> Path:
    """Return ``path``, or the first of "name 2", "name 3" that is not there."""
    number = 2
    free = path
    while free.exists():
        free = path.with_name(f"{path.stem} {number}{path.suffix}")
        number += 1
    return free


def _append(notes: tuple[Note, ...], wish: Wish, target: Path) -> tuple[Path, ...]:
    """Add the notes the file does not hold yet; the others stay as they are there."""
    old = _read(target)
    if wish.format is Format.WEB_ANNOTATION:
        known = {note.id: note for note in web_annotation.from_json(old)}
        merged = (*known.values(), *(note for note in notes if note.id not in known))
        return (write_text(target, web_annotation.to_json(merged)),)
    present = _ids_in(old, wish.format)
    fresh = tuple(note for note in notes if note.id not in present)
    if not fresh:
        return (target,)
    pieces = export(fresh, replace(wish, continued=True, first=len(present) + 1))
    glue = "\n\n" if wish.format is not Format.CSV else "\r\n"
    written = [write_text(target, [old.rstrip("\r\n"), glue, *pieces[0].text])]
    written += [_append_bibliography(target.with_name(p.name), p) for p in pieces[1:]]
    return tuple(written)


def _append_bibliography(path: Path, piece: Piece) -> Path:
    """Add the works that are not in the bibliography yet."""
    fresh = "".join(piece.text)
    if not path.exists():
        return write_text(path, [fresh])
    old = _read(path)
    if path.suffix == ".bib":
        entries = [entry for entry in re.split(r"(?m)^(?=@)", fresh) if entry.strip()]
        missing = [entry for entry in entries if entry.split(",")[0] not in old]
        return write_text(path, [old.rstrip("\n"), "\n\n", *missing]) if missing else path
    try:
        items = json.loads(old)
        known = {item["id"] for item in items}
    except (ValueError, TypeError, KeyError) as error:
        raise NoteError("{path} is no CSL-JSON; choose another name.", path=path) from error
    items += [item for item in json.loads(fresh) if item["id"] not in known]
    return write_text(path, [json.dumps(items, ensure_ascii=False, indent=2), "\n"])


def _save_pages(
    notes: tuple[Note, ...], wish: Wish, folder: Path, again: Again
) -> tuple[Path, ...]:
    if folder.exists() and again is Again.NEW:
        folder = next_free(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NoteError(
            "The folder {folder} could not be made: {reason}.", folder=folder, reason=reason(error)
        ) from error
    pages: list[Path] = []

    def changed() -> Iterator[tuple[Path, Iterable[str]]]:
        for piece in export(notes, wish):
            path = folder / piece.name
            while path.exists() and not _LINK.search(_read(path)):
                path = next_free(path)  # a page of the reader's own
            pages.append(path)
            is_longer = path.exists() and again is Again.APPEND
            text = _longer_page(notes, wish, path, piece) if is_longer else piece.text
            if text:
                yield path, text

    write_texts(changed())
    return tuple(pages)


def _longer_page(notes: tuple[Note, ...], wish: Wish, path: Path, piece: Piece) -> Iterable[str]:
    """Return the page with the notes it lacks; nothing when it lacks none."""
    old = _read(path)
    present = set(_LINK.findall(old))
    wanted = set(_LINK.findall("".join(piece.text))) - present
    fresh = tuple(note for note in notes if note.id in wanted)
    if not fresh:
        return ()
    (addition,) = export(fresh, replace(wish, continued=True, progress=None))
    return (old.rstrip("\n"), "\n\n", *addition.text)


def _ids_in(text: str, format: Format) -> set[str]:
    if format is Format.CSV:
        return {row[0] for row in csv.reader(io.StringIO(text)) if row}
    return set(_LINK.findall(text))


def _read(path: Path) -> str:
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            return stream.read()
    except (OSError, UnicodeDecodeError) as error:
        raise NoteError("{path} cannot be read as text; choose another name.", path=path) from error
