# SPDX-License-Identifier: MIT
"""What the reader says of articles, against what their files say."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from diptych.library import database
from diptych.library.file_paths import absolute, stored_path


class Corrections:
    """The corrected fields of articles, and the encodings chosen for files."""

    def __init__(self, library: sqlite3.Connection) -> None:
        self._library = library

    def of(self, ids: Sequence[str]) -> dict[str, dict[str, object]]:
        """Return the corrected fields of articles, by id."""
        found: dict[str, dict[str, object]] = {}
        for row in database.rows_of(self._library, "corrections", ids):
            with suppress(ValueError, RecursionError):  # damaged: the file's own words stand
                found.setdefault(row["id"], {})[row["field"]] = json.loads(row["value"])
        return found

    def keep(self, id: str, values: Mapping[str, object]) -> None:
        """Keep the values that are not None."""
        with database.writing(self._library):
            self._library.executemany(
                "INSERT OR REPLACE INTO corrections VALUES (?, ?, ?)",
                [
                    (id, field, json.dumps(value, ensure_ascii=False))
                    for field, value in values.items()
                    # An empty text is a correction as well: there is no author.
                    if value is not None
                ],
            )

    def forget(self, id: str) -> None:
        """Let the file's own words stand again; the chosen encoding stays."""
        with database.writing(self._library):
            self._library.execute(
                "DELETE FROM corrections WHERE id = ? AND field <> 'encoding'", (id,)
            )

    def encoding_of(self, path: Path) -> str:
        """Return the encoding the reader chose for a file, or an empty string."""
        row = self._library.execute(
            "SELECT value FROM files JOIN corrections USING (id)"
            " WHERE path = ? AND field = 'encoding'",
            (stored_path(absolute(path)),),
        ).fetchone()
        return str(json.loads(row["value"])) if row else ""
