# SPDX-License-Identifier: MIT
"""Which articles the notes quote, and which passages the reader leaves without a place."""

from __future__ import annotations

import json

from diptych.notes import rows
from diptych.notes.database import Database
from diptych.notes.note import storable

# Jumps from path to path in the index instead of reading every anchor.
_DISTINCT = """WITH RECURSIVE known (value) AS (
    SELECT min({0}) FROM anchor
    UNION ALL SELECT (SELECT min({0}) FROM anchor WHERE anchor.{0} > known.value)
    FROM known WHERE known.value IS NOT NULL
) SELECT value FROM known WHERE value IS NOT NULL"""
_PATHS, _ARTICLES = _DISTINCT.format("path"), _DISTINCT.format("article")


class Quotations:
    """The part of the notes file that tells the passages notes are on."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def article_ids(self) -> tuple[str, ...]:
        """Return the id of every article a note quotes; empty for one that is unknown."""
        return tuple(str(row[0]) for row in self._database.rows(_ARTICLES))

    def articles_called(self, title: str, *, address: str = "", path: str = "") -> tuple[str, ...]:
        """Return the ids of quoted articles that share a title, web address or file name."""
        found: list[tuple[object, ...]] = []
        with self._database.reading():
            for column, value in (("title", title), ("source", address)):
                if value:
                    found += self._database.rows(
                        f"SELECT DISTINCT article FROM anchor WHERE {column} = ?", value
                    )
            # SQLite does not know file names, so the few different paths are looked through
            # here.
            if path:
                stem = rows.stem_of(path)
                alike = [str(row[0]) for row in self._database.rows(_PATHS)]
                alike = [each for each in alike if rows.stem_of(each) == stem]
                found += self._database.rows(
                    "SELECT DISTINCT article FROM anchor "
                    "WHERE path IN (SELECT value FROM json_each(?))",
                    json.dumps(alike),
                )
        return tuple(dict.fromkeys(str(row[0]) for row in found))

    def leave_placeless(self, note_id: str, quote: str, article_id: str) -> None:
        """Remember that the reader leaves a passage without a place in this article."""
        with self._database.writing():
            self._database.connection.execute(
                "INSERT OR IGNORE INTO placeless VALUES (?, ?, ?)",
                (note_id, storable(quote), article_id),
            )

    def placeless(self) -> frozenset[tuple[str, str, str]]:
        """Return the passages left without a place: note, quote and article."""
        found = self._database.rows("SELECT note, quote, article FROM placeless")
        return frozenset((str(note), str(quote), str(article)) for note, quote, article in found)
