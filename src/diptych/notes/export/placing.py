# SPDX-License-Identifier: MIT
"""Where an export goes when something is there already."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path

from diptych.errors import NoteError
from diptych.notes.export.ownership import is_as_left
from diptych.notes.export.write import is_ordinary, write_bytes, write_stream
from diptych.notes.note import Note
from diptych.values import dataclass

Still = Callable[[Iterable[str]], Iterable[Note]]


class Again(StrEnum):
    """What to do when the file is there already.

    ``renew`` replaces only what we wrote and nobody changed since; anything else
    stays, and the next name is taken.
    """

    RENEW = "renew"
    OVERWRITE = "overwrite"
    APPEND = "append"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Saved:
    """The files written, and those that were in the way and stay as they are."""

    files: tuple[Path, ...]
    left_alone: tuple[Path, ...] = ()


def place_for(target: Path, again: Again) -> tuple[Path, tuple[Path, ...]]:
    """Return the file to write, and what is in its way and stays."""
    if not target.exists() or again in (Again.OVERWRITE, Again.APPEND):
        return target, ()
    if again is Again.NEW:
        return next_free(target), ()
    if is_as_left(target):
        return target, ()
    return next_free(target), (target,)


def put(target: Path, content: Iterable[bytes], again: Again) -> Saved:
    """Write a file that is one whole where it may be, and into a pipe or a device as they are."""
    # Nothing is renamed over these, and asking whose they are would wait for a writer.
    if not is_ordinary(target):
        return Saved((write_stream(target, content),))
    place, left_alone = place_for(target, again)
    return Saved((write_bytes(place, content),), left_alone)


def next_free(path: Path) -> Path:
    """Return ``path``, or the first of "name 2", "name 3" that is not there."""
    number = 2
    free = path
    while free.exists() or free.is_symlink():
        free = path.with_name(f"{path.stem} {number}{path.suffix}")
        number += 1
    return free


def read(path: Path) -> str:
    """Return a file's text as it is; NoteError when it is none."""
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            return stream.read()
    except (OSError, UnicodeDecodeError) as error:
        raise NoteError("{path} cannot be read as text; choose another name.", path=path) from error
