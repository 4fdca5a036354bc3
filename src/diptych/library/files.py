# SPDX-License-Identifier: MIT
"""The files that hold the library's articles, as they were when they were last seen."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path

from diptych.library import database
from diptych.library.entry import Stamp
from diptych.library.file_paths import absolute, path_of, stored_path


class Files:
    """Which file holds which article; several may hold the same."""

    def __init__(self, library: sqlite3.Connection) -> None:
        self._library = library

    def all(self) -> Mapping[str, tuple[Path, ...]]:
        """Return where the files of each article were when they were last seen."""
        found: dict[str, tuple[Path, ...]] = {}
        for row in self._library.execute("SELECT id, path FROM files"):
            found[row["id"]] = (*found.get(row["id"], ()), path_of(row["path"]))
        return found

    def of(self, id: str) -> list[Path]:
        """Return where an article's files are, those that are missing last."""
        rows = self._library.execute(
            "SELECT path FROM files WHERE id = ? ORDER BY missing, rowid", (id,)
        )
        return [path_of(row["path"]) for row in rows]

    def first_of(self, ids: Sequence[str]) -> dict[str, tuple[Path, bool]]:
        """Return the first file of each article and whether it is missing."""
        found: dict[str, tuple[Path, bool]] = {}
        for row in database.rows_of(self._library, "files", ids, order="missing, rowid"):
            found.setdefault(row["id"], (path_of(row["path"]), bool(row["missing"])))
        return found

    def known_stamp(self, path: Path) -> Stamp | None:
        """Return the stamp under which a file was last recorded, if it was."""
        row = self._library.execute(
            "SELECT size, modified FROM files JOIN articles USING (id)"
            " WHERE path = ? AND state = 'here'",
            (stored_path(absolute(path)),),
        ).fetchone()
        # Of an article that was taken out none: adding its file again is to bring it back.
        return Stamp(row["size"], row["modified"]) if row else None

    def write(self, path: Path, id: str, stamp: Stamp) -> None:
        """Note that a file holds an article; within the caller's transaction."""
        self._library.execute(
            "INSERT INTO files (path, id, size, modified) VALUES (?, ?, ?, ?) ON CONFLICT (path)"
            " DO UPDATE SET id = excluded.id, size = excluded.size, modified = excluded.modified,"
            " missing = 0",
            (stored_path(path), id, stamp.size, stamp.modified),
        )

    def forget(self, path: Path) -> None:
        """Let go of a file that is somewhere else now; within the caller's transaction."""
        self._library.execute("DELETE FROM files WHERE path = ?", (stored_path(path),))
