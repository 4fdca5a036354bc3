# SPDX-License-Identifier: MIT
"""The reader's folders, which are looked through again and again, and what they held."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from diptych.library import database
from diptych.library.entry import Stamp
from diptych.library.file_paths import absolute, path_of, stored_path
from diptych.values import dataclass


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file as it was recorded last; ``is_removed`` when its article was taken out."""

    id: str
    stamp: Stamp
    is_missing: bool = False
    is_removed: bool = False


class Folders:
    """Which folders are watched, which files were found in them, which were refused."""

    def __init__(self, library: sqlite3.Connection) -> None:
        self._library = library

    def paths(self) -> tuple[Path, ...]:
        """Return the watched folders, the first added first."""
        rows = self._library.execute("SELECT path FROM folders ORDER BY added, rowid")
        return tuple(path_of(row["path"]) for row in rows)

    def watch(self, folder: Path) -> None:
        """Watch a folder and the folders in it; one that lies in a watched one is known."""
        folder = absolute(folder)
        present = self.paths()
        # Looked through with that one; twice would find each file two times.
        if any(folder.is_relative_to(other) for other in present):
            return
        # Folders inside the new one are looked through with it from now on.
        inside = [stored_path(other) for other in present if other.is_relative_to(folder)]
        with database.writing(self._library):
            self._library.executemany("DELETE FROM folders WHERE path = ?", [(p,) for p in inside])
            self._library.execute(
                "INSERT INTO folders VALUES (?, ?)", (stored_path(folder), time.time())
            )

    def forget(self, folder: Path) -> bool:
        """Watch a folder no longer and tell whether it was watched; its articles stay."""
        with database.writing(self._library):
            done = self._library.execute(
                "DELETE FROM folders WHERE path = ?", (stored_path(absolute(folder)),)
            )
        return done.rowcount > 0

    def files(self) -> dict[Path, KnownFile]:
        """Return every recorded file."""
        rows = self._library.execute(
            "SELECT path, files.id, size, modified, missing, state FROM files"
            " JOIN articles USING (id)"
        )
        return {
            path_of(row["path"]): KnownFile(
                row["id"],
                Stamp(row["size"], row["modified"]),
                is_missing=bool(row["missing"]),
                is_removed=row["state"] == "removed",
            )
            for row in rows
        }

    def note_missing(self, paths: Iterable[Path]) -> None:
        """Note that files are not where they were; their articles stay readable."""
        self._set_missing(paths, 1)

    def note_returned(self, paths: Iterable[Path]) -> None:
        """Note that files are back where they were, untouched."""
        self._set_missing(paths, 0)

    def refused(self) -> Mapping[Path, Stamp]:
        """Return the files that are no articles, with what they were like when that was seen."""
        rows = self._library.execute("SELECT * FROM refused")
        return {path_of(row["path"]): Stamp(row["size"], row["modified"]) for row in rows}

    def note_refused(self, stamps: Mapping[Path, Stamp]) -> None:
        """Remember files that are no articles, so that they are not read at every look."""
        with database.writing(self._library):
            self._library.executemany(
                "INSERT OR REPLACE INTO refused VALUES (?, ?, ?)",
                [(stored_path(path), s.size, s.modified) for path, s in stamps.items()],
            )

    def _set_missing(self, paths: Iterable[Path], missing: int) -> None:
        with database.writing(self._library):
            self._library.executemany(
                "UPDATE files SET missing = ? WHERE path = ?",
                [(missing, stored_path(absolute(path))) for path in paths],
            )
