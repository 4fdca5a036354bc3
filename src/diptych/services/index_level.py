# SPDX-License-Identifier: MIT
"""Whether the index is level with the library, told at the start without opening it.

An engine and what it is made of take half a second to load and forty megabytes to
keep; most starts find library and index as they were left.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diptych.library.entry import Entry
    from diptych.services.stores import Stores

log = logging.getLogger(__name__)


def is_level(stores: Stores) -> bool:
    """Tell whether library and index are what they were when the index was last levelled."""
    try:
        # A digest of entries and files, for the index itself answers only once its engine is
        # loaded.
        return stores.profile.index_level_file.read_text("ascii") == _digest(stores)
    except (OSError, ValueError):
        return False


def note_level(stores: Stores) -> None:
    """Note that the index is level by now; a disk that has no room goes without."""
    try:
        stores.profile.index_level_file.write_text(_digest(stores), "ascii")
    except OSError as error:
        log.info("that the index is level is not noted: %s", error)


def as_indexed(entry: Entry) -> tuple[object, ...]:
    """Return what the index keeps of an entry beside its words."""
    return (entry.title, entry.authors, entry.source, entry.date, entry.tags, entry.language)


def _digest(stores: Stores) -> str:
    digest = hashlib.sha256()
    for entry in stores.catalogue.entries():
        # Names of files on Linux need be no UTF-8; surrogates stand for their bytes.
        digest.update(f"{entry.id} {as_indexed(entry)}\n".encode("utf-8", "surrogatepass"))
    for line in _files(stores.profile.index_folder):
        digest.update(line.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[str]:
    """Yield what tells the files of the index from others, whichever engine wrote them."""
    # Of “index” and of “index-large”, where the larger engine lives.
    for path in sorted(folder.parent.glob(f"{folder.name}*/*")):
        status = path.stat()
        yield f"{path.parent.name} {path.name} {status.st_size} {status.st_mtime_ns}\n"
