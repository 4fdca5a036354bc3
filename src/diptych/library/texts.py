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

# A search looks into twenty texts for each letter typed, and most of them for the next one too.
_RECENT, _LONGEST_RECENT = 64, 50_000  # texts, code points


class Texts:
    """Keeps articles as read; one that cannot be unpacked is not there."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.connection = database.open_texts(path)
        self._recent: dict[str, tuple[Article, bool]] = {}
        self._version = 0  # as SQLite counts what others wrote

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
        self._recent.pop(article.id, None)
        with database.writing(self.connection):
            self.connection.execute(
                "INSERT OR REPLACE INTO texts VALUES (?, ?, ?)",
                (article.id, READER_VERSION, pack(article)),
            )

    def get(self, id: str) -> tuple[Article, bool] | None:
        """Return an article as read, and whether today's readers would read it so."""
        try:
            self._forget_if_changed()
            if id in self._recent:
                return self._recent[id]
            row = self.connection.execute("SELECT * FROM texts WHERE id = ?", (id,)).fetchone()
        except sqlite3.Error as error:
            log.info("texts cannot be read: %s", error)
            return None
        if row is None:
            return None
        try:
            found = unpack(row["article"]), row["reader_version"] == READER_VERSION
        except ValueError:
            return None
        if len(found[0].text) <= _LONGEST_RECENT:
            if len(self._recent) == _RECENT:
                del self._recent[next(iter(self._recent))]
            self._recent[id] = found
        return found

    def _forget_if_changed(self) -> None:
        """Forget the recent texts when another process or thread has written any."""
        (version,) = self.connection.execute("PRAGMA data_version").fetchone()
        if version != self._version:
            self._recent.clear()
            self._version = version
