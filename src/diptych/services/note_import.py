# SPDX-License-Identifier: MIT
"""Notes from a file become notes of this profile, on the library's articles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from diptych.errors import ArticleError, LibraryError
from diptych.notes.incoming.reading import read_notes
from diptych.notes.incoming.settling import Shelved, settle
from diptych.notes.merging import Merge
from diptych.notes.note import Note
from diptych.values import dataclass

if TYPE_CHECKING:
    from diptych.services.stores import Stores

_AT_ONCE = 500  # notes to one step, so that other writers need not wait


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What became of the notes of a file; ``homeless`` have a passage no article here holds."""

    merge: Merge
    homeless: tuple[Note, ...]


def bring_in(
    stores: Stores, path: Path, *, progress: Callable[[int], None] | None = None
) -> BroughtIn:
    """Read a file of notes, place them in the library's articles and keep them."""
    settled = settle(read_notes(path), _library(stores), progress=progress)
    merges = [
        stores.notes.merge(settled.notes[start : start + _AT_ONCE])
        for start in range(0, len(settled.notes), _AT_ONCE)
    ]
    return BroughtIn(
        Merge(
            added=tuple(note for merge in merges for note in merge.added),
            updated=tuple(note for merge in merges for note in merge.updated),
            unchanged=tuple(note for merge in merges for note in merge.unchanged),
            conflicts=tuple(note for merge in merges for note in merge.conflicts),
        ),
        settled.homeless,
    )


def _library(stores: Stores) -> list[Shelved]:
    found = []
    for entry in stores.catalogue.entries():
        try:
            found.append(Shelved(stores.catalogue.article(entry.id), str(entry.path)))
        except (ArticleError, LibraryError):
            continue  # its text is gone; no note can be placed in it
    return found
