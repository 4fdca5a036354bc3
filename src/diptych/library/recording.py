# SPDX-License-Identifier: MIT
"""Articles are written into the library: new ones, changed ones, copies, moved files."""

from __future__ import annotations

import json
import sqlite3
import time
from pathlib import Path

from diptych.library.entry import Arrival, Recorded, Stamp
from diptych.library.file_paths import stored_path
from diptych.library.files import Files
from diptych.library.likeness import minhash_signature
from diptych.opened import is_missing
from diptych.text.article import Article


class Recording:
    """Writes within the caller's transaction."""

    def __init__(self, library: sqlite3.Connection, files: Files) -> None:
        self._library = library
        self._files = files

    def record(self, path: Path, article: Article, stamp: Stamp) -> Recorded:
        """Note that a file holds an article and tell what that meant."""
        known = self._library.execute(
            "SELECT files.id, state FROM files JOIN articles USING (id) WHERE path = ?",
            (stored_path(path),),
        ).fetchone()
        # Asked before it is written: after that its id is here in any case.
        was = self._library.execute(
            "SELECT state FROM articles WHERE id = ?", (article.id,)
        ).fetchone()
        copy = self._present_copy(article.id, path) if was and was["state"] == "here" else None
        # With another file in place nothing has moved: both are there.
        moved = self._vanished_file(article.id, path) if copy is None else None
        self.write_article(article)
        # Replaced, not kept: the words of the same text may be read otherwise by now.
        self._library.execute(
            "INSERT OR REPLACE INTO sketches VALUES (?, ?)",
            (article.id, minhash_signature(article)),
        )
        self._files.write(path, article.id, stamp)
        if known and known["id"] == article.id:
            # Taken out by the reader and added again, it is new to them.
            is_here = known["state"] == "here"
            return Recorded(Arrival.UNCHANGED if is_here else Arrival.ADDED, article.id)
        if known:
            self._replace(known["id"], article.id)
            return Recorded(Arrival.CHANGED, article.id, previous=known["id"])
        if copy is not None:
            return Recorded(Arrival.COPY, article.id, other=copy)
        if moved is not None and was["state"] == "here":
            self._files.forget(moved)
            return Recorded(Arrival.MOVED, article.id, other=moved)
        return Recorded(Arrival.ADDED, article.id)

    def write_article(self, article: Article) -> None:
        """Write what is known of an article; its id is here from now on."""
        self._library.execute(
            "INSERT INTO articles (id, hash, format, title, title_source, authors, date, source,"
            " language, direction, encoding, words, tags, warnings, added)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET title = excluded.title, title_source ="
            " excluded.title_source, authors = excluded.authors, date = excluded.date, source ="
            " excluded.source, language = excluded.language, direction = excluded.direction,"
            " encoding = excluded.encoding, words = excluded.words, tags = excluded.tags, warnings"
            " = excluded.warnings, format = excluded.format, state = 'here', replaced_by = ''",
            (
                article.id,
                article.content_hash,
                article.format,
                article.title,
                article.title_source,
                json.dumps(article.authors, ensure_ascii=False),
                article.date,
                article.source,
                article.language,
                article.direction,
                article.encoding,
                article.words,
                json.dumps(article.tags, ensure_ascii=False),
                json.dumps(article.warnings, ensure_ascii=False),
                time.time(),
            ),
        )

    def _present_copy(self, id: str, path: Path) -> Path | None:
        return next((p for p in self._files.of(id) if p != path and not is_missing(p)), None)

    def _vanished_file(self, id: str, path: Path) -> Path | None:
        return next((p for p in self._files.of(id) if p != path), None)

    def _replace(self, old: str, new: str) -> None:
        """Make ``new`` the later version of ``old``, unless another file still holds that."""
        # What the reader said of the old text holds for the new one, unless of that something was
        # said already.
        for table, columns in (
            ("corrections", "field, value"),
            ("tags", "tag"),
            ("kept", "line"),
            ("reading", "state, since"),
        ):
            self._library.execute(
                f"INSERT OR IGNORE INTO {table} (id, {columns})"
                f" SELECT ?, {columns} FROM {table} WHERE id = ?",
                (new, old),
            )
        self._library.execute(
            "INSERT OR IGNORE INTO collections SELECT name, ? FROM collections WHERE id = ?",
            (new, old),
        )
        if not self._files.of(old):
            self._library.execute(
                "UPDATE articles SET state = 'replaced', replaced_by = ? WHERE id = ?", (new, old)
            )
