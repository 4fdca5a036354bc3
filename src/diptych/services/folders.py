# SPDX-License-Identifier: MIT
"""The reader's folders, which are looked through again and again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from diptych.errors import LibraryError

if TYPE_CHECKING:
    from diptych.services.stores import Stores

MOST_WATCHED = 1_000  # told of by the system; the others are found by the clock
_MOST_TRIED = 20  # folders that each file's own is compared with


def folders(stores: Stores) -> tuple[Path, ...]:
    """Return the folders of the library, the first added first."""
    return stores.catalogue.folders.paths()


def forget_folder(stores: Stores, folder: Path) -> None:
    """Look through a folder no longer; its articles stay. Raises LibraryError for others."""
    if not stores.catalogue.folders.forget(folder):
        raise LibraryError("{folder} is not a folder of the library.", folder=folder)


def watched(stores: Stores) -> tuple[str, ...]:
    """Return the library's folders and, as far as there are not too many, those in them."""
    from diptych.library.walk import is_folder  # a pair does not wait for it

    found = dict.fromkeys(str(folder) for folder in folders(stores))
    for file, known in stores.catalogue.folders.files().items():
        if len(found) >= MOST_WATCHED:
            break
        if not known.is_missing and any(
            # The library's own folders come first in it; files added singly are in none of
            # them.
            file.is_relative_to(folder)
            for folder in tuple(found)[:_MOST_TRIED]
        ):
            found[str(file.parent)] = None
    # The system's watch refuses a path that is not there: a drive that was unplugged.
    return tuple(name for name in found if is_folder(Path(name)))
