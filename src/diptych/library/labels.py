# SPDX-License-Identifier: MIT
"""The reader's tags on articles, and the collections articles were put into."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

from diptych.library import database


class Labels:
    """Tags are words on an article, a collection is a named row of articles."""

    def __init__(self, library: sqlite3.Connection) -> None:
        self._library = library

    def tags_of(self, ids: Sequence[str]) -> dict[str, list[str]]:
        """Return the reader's tags of articles, by id."""
        found: dict[str, list[str]] = {}
        for row in database.rows_of(self._library, "tags", ids):
            found.setdefault(row["id"], []).append(row["tag"])
        return found

    def tag(self, ids: Sequence[str], tag: str) -> None:
        """Give articles a tag."""
        with database.writing(self._library):
            # One that is there already keeps its place in the order.
            self._library.executemany(
                "INSERT OR IGNORE INTO tags VALUES (?, ?)", [(id, tag) for id in ids]
            )

    def untag(self, ids: Sequence[str], tag: str) -> None:
        """Take one of the reader's tags from articles; a file's own tags stay."""
        with database.writing(self._library):
            self._library.executemany(
                "DELETE FROM tags WHERE id = ? AND tag = ?", [(id, tag) for id in ids]
            )

    def collect(self, ids: Sequence[str], name: str) -> None:
        """Put articles into the collection ``name``, which this makes if need be."""
        with database.writing(self._library):
            self._library.executemany(
                "INSERT OR IGNORE INTO collections VALUES (?, ?)", [(name, id) for id in ids]
            )

    def uncollect(self, ids: Sequence[str], name: str) -> None:
        """Take articles out of a collection; one that is empty is gone."""
        with database.writing(self._library):
            self._library.executemany(
                "DELETE FROM collections WHERE name = ? AND id = ?", [(name, id) for id in ids]
            )

    def collections(self) -> Mapping[str, tuple[str, ...]]:
        """Return the ids of each collection's articles, by its name."""
        found: dict[str, tuple[str, ...]] = {}
        for row in self._library.execute(
            "SELECT name, id FROM collections JOIN articles USING (id)"
            " WHERE state = 'here' ORDER BY name, collections.rowid"
        ):
            found[row["name"]] = (*found.get(row["name"], ()), row["id"])
        return found
