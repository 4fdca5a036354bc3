# SPDX-License-Identifier: MIT
"""Whether the index is level with the library, told at the start without opening it.

An engine and what it is made of take half a second to load and forty megabytes to
keep; most starts find library and index as they were left.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from diptych.opened import read_whole
from diptych.text.addresses import outlet_of

if TYPE_CHECKING:
    from diptych.library.entry import Entry
    from diptych.paths import Profile
    from diptych.search.indexed import StoredArticle
    from diptych.services.stores import Stores

log = logging.getLogger(__name__)


def is_level(stores: Stores) -> bool:
    """Tell whether library and index are what they were when the index was last levelled."""
    if _is_nothing(stores):
        return True
    try:
        files, content = read_whole(stores.profile.index_level_file).decode("ascii").split()
        if files == _digest_of_files(stores.profile):
            return True
    except (OSError, ValueError):
        return False
    # Also written to when an article is merely read; the index itself would answer only
    # once its engine is loaded.
    if content != _digest(stores):
        return False
    note_level(stores)
    return True


def _is_nothing(stores: Stores) -> bool:
    """Tell whether there is neither an index nor anything to be found, as at the first start."""
    return not any(_files(stores.profile.index_folder)) and not stores.catalogue.ids()


def note_level(stores: Stores) -> None:
    """Note that the index is level by now; a disk that has no room goes without."""
    from diptych.atomic import making  # a start that finds all level does without

    # What was levelled with a copy of the library says nothing of the library.
    if stores.catalogue.trouble is not None:
        return
    try:
        # The files first: what another process adds while the entries are read changes them.
        files = _digest_of_files(stores.profile)
        with making(stores.profile.index_level_file) as place:
            place.write_text(f"{files} {_digest(stores)}", "ascii")
    except OSError as error:
        log.info("that the index is level is not noted: %s", error)


def as_indexed(entry: Entry | StoredArticle) -> tuple[object, ...]:
    """Return what the index keeps of an entry beside its words, as library or index has it."""
    source = outlet_of(entry.source)
    return (entry.title, entry.authors, source, entry.date, entry.tags, entry.language)


def _digest_of_files(profile: Profile) -> str:
    """Return what tells the files of library and index from what they become by any change."""
    digest = hashlib.sha256()
    library = profile.library_file
    # SQLite writes into its log first; reading ten thousand entries takes longer than a search.
    written = [library, library.with_name(f"{library.name}-wal")]
    # Who only reads leaves an empty log while the file is open.
    written = [path for path in written if path.exists() and path.stat().st_size]
    for line in [*_lines(written), *_files(profile.index_folder)]:
        digest.update(line.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


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
    return _lines(sorted(folder.parent.glob(f"{folder.name}*/*")))


def _lines(files: Iterable[Path]) -> Iterator[str]:
    for path in files:
        status = path.stat()
        yield f"{path.parent.name} {path.name} {status.st_size} {status.st_mtime_ns}\n"
