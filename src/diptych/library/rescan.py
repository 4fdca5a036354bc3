# SPDX-License-Identifier: MIT
"""Looks through the library's folders again: added, changed, moved, missing, returned."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from diptych.library import outcomes
from diptych.library.catalogue import Catalogue
from diptych.library.entry import Stamp
from diptych.library.file_paths import absolute
from diptych.library.folders import KnownFile
from diptych.library.scan import (
    AddReport,
    Progress,
    Reading,
    Refusal,
    Taken,
    Tally,
    read_files,
)
from diptych.library.walk import Unseen, articles_in


def rescan(
    catalogue: Catalogue,
    folders: Sequence[Path] = (),
    *,
    reading: Reading,
    progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> AddReport:
    """Bring the library level with the folders named, or with all folders and single files.

    Files that did not change are not read. What is gone stays readable from
    its stored text, and a file found elsewhere is taken for the moved one. What
    the reader removed does not come back.
    """
    watched = tuple(map(absolute, folders)) or catalogue.folders.paths()
    known = catalogue.folders.files()
    tally = Tally()
    found = _Found(catalogue, known)
    unseen = _look_through(watched, found, tally, cancelled)
    # Added by themselves, they lie in no folder that is looked through.
    single = {path for path in known if not any(path.is_relative_to(f) for f in watched)}
    # Who names folders asks for those alone.
    for path in () if folders else sorted(single):
        found.look_at(path)
    # Only what was looked for can be gone: neither files beside the folders that were named, nor
    # what lies where the look failed.
    gone = [
        path
        for path, file in known.items()
        if path not in found.present
        and not (folders and path in single)
        and not any(map(path.is_relative_to, unseen))
    ]
    # What was missing at the last look is no news.
    fresh = [path for path in gone if not known[path].is_missing]
    catalogue.folders.note_missing(fresh)
    catalogue.folders.note_returned(found.returned)
    was_cancelled = read_files(
        catalogue, found.to_read, tally, reading=reading, progress=progress, cancelled=cancelled
    )
    tally.known = found.untouched
    # Only now: reading has told which of them have merely moved.
    tally.missing += _missing(catalogue, fresh, known)
    return tally.report(was_cancelled=was_cancelled)


class _Found:
    """Sorts the files that are there by what they mean for the library."""

    def __init__(self, catalogue: Catalogue, known: dict[Path, KnownFile]) -> None:
        self._known = known
        self._refused = catalogue.folders.refused()
        self.present: set[Path] = set()
        self.to_read: list[Path] = []
        self.returned: list[Path] = []
        self.untouched = 0

    def look_at(self, path: Path) -> None:
        try:
            stamp = Stamp.of(path)
        except (OSError, ValueError):
            return
        self.present.add(path)
        file = self._known.get(path)
        if file is None:
            # Refused as it is by now; only a change of it makes another try worth its time.
            if self._refused.get(path) != stamp:
                self.to_read.append(path)
        # The reader took the article out: its file does not bring it back.
        elif file.is_removed:
            return
        elif file.stamp != stamp:
            self.to_read.append(path)
        else:
            self.untouched += 1
            if file.is_missing:
                self.returned.append(path)


def _look_through(
    folders: Sequence[Path],
    found: _Found,
    tally: Tally,
    cancelled: Callable[[], bool] | None,
) -> list[Path]:
    """Look at all files of the folders; return the places of which nothing is known now.

    A drive that fails or a look that is broken off says nothing of what lies there.
    """
    unseen: list[Path] = []
    for number, folder in enumerate(folders):
        for file in articles_in(folder):
            if isinstance(file, Unseen):
                tally.failed.append(Refusal(folder, file.code, file.sentence))
                # A folder that is gone took its files along; one that cannot be read may hold
                # them still.
                if file.code != "gone":
                    unseen.append(file.folder)
            else:
                found.look_at(file)
            if cancelled is not None and cancelled():
                # Of the rest of this folder and of those after it nothing is known.
                return [*unseen, *folders[number:]]
    return unseen


def _missing(
    catalogue: Catalogue, paths: Iterable[Path], known: dict[Path, KnownFile]
) -> Iterator[Taken]:
    """Yield the articles of files that are gone, but for those that have only moved."""
    for path in paths:
        entry = catalogue.find(known[path].id)
        # Where another file holds the same words, the article is here still.
        if entry is not None and not entry.available:
            yield Taken(entry.id, path, entry.title, outcomes.refusal("gone", path).sentence)
