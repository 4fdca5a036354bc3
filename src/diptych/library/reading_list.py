# SPDX-License-Identifier: MIT
"""How far the reader has come with articles, and pairs kept under a name."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence

from diptych.errors import LibraryError
from diptych.library import database
from diptych.library.progress import ReadingState, SavedPair


class ReadingList:
    """The part of the library that says what was read; an article not in it is unread."""

    def __init__(self, library: sqlite3.Connection) -> None:
        self._library = library

    def of(self, ids: Sequence[str]) -> dict[str, ReadingState]:
        """Return how far the reader has come, by id; unread ones are left out."""
        known = {each.value: each for each in ReadingState}
        return {
            row["id"]: known[row["state"]]
            for row in database.rows_of(self._library, "reading", ids)
            if row["state"] in known
        }

    def mark(self, ids: Sequence[str], state: ReadingState) -> None:
        """Say how far the reader has come with articles."""
        with database.writing(self._library):
            self._library.executemany("DELETE FROM reading WHERE id = ?", [(id,) for id in ids])
            if state is not ReadingState.UNREAD:
                self._library.executemany(
                    "INSERT INTO reading VALUES (?, ?, ?)",
                    [(id, state.value, time.time()) for id in ids],
                )

    def pairs(self) -> tuple[SavedPair, ...]:
        """Return the pairs kept under a name, the newest first."""
        rows = self._library.execute("SELECT * FROM saved_pairs ORDER BY added DESC, name")
        return tuple(SavedPair(row["name"], row["left_id"], row["right_id"]) for row in rows)

    def save_pair(self, pair: SavedPair) -> None:
        """Keep a pair under a name; another one of that name gives way."""
        if not pair.name.strip():
            raise LibraryError("A pair needs a name to be kept under.")
        with database.writing(self._library):
            # The newest by the order they were kept in, wherever the clock was set to.
            self._library.execute(
                "INSERT OR REPLACE INTO saved_pairs"
                " SELECT ?, ?, ?, MAX(?, COALESCE(MAX(added) + 0.001, 0)) FROM saved_pairs",
                (pair.name, pair.left, pair.right, time.time()),
            )

    def forget_pair(self, name: str) -> None:
        """Keep a pair no longer; its articles stay."""
        with database.writing(self._library):
            self._library.execute("DELETE FROM saved_pairs WHERE name = ?", (name,))
