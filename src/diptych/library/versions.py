# SPDX-License-Identifier: MIT
"""What became of articles whose files were changed."""

from __future__ import annotations

import sqlite3
from itertools import product


class Versions:
    """A changed file holds a new article; the one it held before knows which."""

    def __init__(self, library: sqlite3.Connection) -> None:
        self._library = library

    def latest(self, id: str) -> str:
        """Return the id of what became of an article's file; ``id`` itself if it never changed."""
        seen = {id}
        while True:
            row = self._library.execute(
                "SELECT replaced_by FROM articles WHERE id = ? AND state = 'replaced'", (id,)
            ).fetchone()
            if row is None or not row["replaced_by"] or row["replaced_by"] in seen:
                return id
            id = row["replaced_by"]
            seen.add(id)

    def all(self) -> dict[str, str]:
        """Return the ids of all articles whose files were changed, with what became of each."""
        rows = self._library.execute(
            "SELECT id FROM articles WHERE state = 'replaced' AND replaced_by <> ''"
        )
        return {row["id"]: self.latest(row["id"]) for row in rows.fetchall()}

    def earlier(self, id: str) -> tuple[str, ...]:
        """Return the ids of earlier versions of a changed file, the latest first."""
        found: list[str] = []
        waiting = [id]
        while waiting:
            rows = self._library.execute(
                "SELECT id FROM articles WHERE replaced_by = ? ORDER BY added DESC",
                (waiting.pop(0),),
            ).fetchall()
            fresh = [row["id"] for row in rows if row["id"] not in found and row["id"] != id]
            found += fresh
            waiting += fresh
        return tuple(found)

    def of_pair(self, left_id: str, right_id: str) -> tuple[tuple[str, str], ...]:
        """Return two ids, and the pairs they were before their files changed, the latest first.

        The notes know an article by the content it had when something was said of it.
        """
        lineages = [(id_, *self.earlier(id_)) for id_ in (left_id, right_id)]
        numbered = product(*map(enumerate, lineages))
        # By how many changes ago, on both sides together.
        ordered = sorted(numbered, key=lambda pair: (pair[0][0] + pair[1][0], pair[0][0]))
        return tuple((left, right) for (_, left), (_, right) in ordered)
