# SPDX-License-Identifier: MIT
"""The texts of articles as they were read, in a file that may be deleted at any time."""

from __future__ import annotations

import logging
import sqlite3
from pathlib import Path

from diptych.errors import LibraryError
from diptych.library import database
from diptych.library.stored_text import READER_VERSION, pack, unpack
from diptych.text.article import Article

log = logging.getLogger(__name__)


class Texts:
    """Keeps articles as read; one that cannot be unpacked is not there."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.connection = database.open_texts(path)

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    def keep(self, article: Article) -> None:
        """Keep a text in the place of an earlier reading; raise LibraryError where it cannot be."""
        try:
            self._write(article)
        except sqlite3.DatabaseError as error:
            log.info("%s is made anew: %s", self._path.name, error)
            self.connection.close()
            database.remove(self._path)
            self.connection = database.open_texts(self._path)
            self._write(article)

    def remember(self, article: Article) -> None:
        """Keep a text where that can be done; reading goes on where it cannot."""
        try:
            self.keep(article)
        except LibraryError as error:
            log.info("a text is not kept: %s", error)

    def _write(self, article: Article) -> None:
        with database.writing(self.connection):
            self.connection.execute(
                "INSERT OR REPLACE INTO texts VALUES (?, ?, ?)",
                (article.id, READER_VERSION, pack(article)),
            )

    def get(self, id: str) -> tuple[Article, bool] | None:
        """Return an article as read, and whether today's readers would read it so."""
        try:
            row = self.connection.execute("SELECT * FROM texts WHERE id = ?", (id,)).fetchone()
        except sqlite3.Error as error:
            log.info("texts cannot be read: %s", error)
            return None
        if row is None:
            return None
        try:
            return unpack(row["article"]), row["reader_version"] == READER_VERSION
        except ValueError:
            return None
