# SPDX-License-Identifier: MIT
"""The texts of articles as they were read, in a file that may be deleted at any time."""

from __future__ import annotations

import sqlite3

from diptych.library import database
from diptych.library.reading import READER_VERSION
from diptych.library.stored_text import pack, unpack
from diptych.text.article import Article


class Texts:
    """Keeps articles as read; one that cannot be unpacked is not there."""

    def __init__(self, texts: sqlite3.Connection) -> None:
        self.connection = texts

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    def keep(self, article: Article) -> None:
        """Keep a text in the place of an earlier reading."""
        with database.writing(self.connection):
            self.connection.execute(
                "INSERT OR REPLACE INTO texts VALUES (?, ?, ?)",
                (article.id, READER_VERSION, pack(article)),
            )

    def get(self, id: str) -> tuple[Article, bool] | None:
        """Return an article as read, and whether today's readers would read it so."""
        row = self.connection.execute("SELECT * FROM texts WHERE id = ?", (id,)).fetchone()
        if row is None:
            return None
        try:
            return unpack(row["article"]), row["reader_version"] == READER_VERSION
        except ValueError:
            return None
