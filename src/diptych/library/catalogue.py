# SPDX-License-Identifier: MIT
"""What is in the library: articles by content, the files that hold them, corrections."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from diptych.errors import ArticleError, LibraryError
from diptych.library import database
from diptych.library.entry import (
    Arrival,
    Entry,
    Recorded,
    Stamp,
    absolute,
    changes,
    corrected,
    path_of,
    stored_path,
)
from diptych.library.folders import Folders
from diptych.library.kept_lines import KeptLines, with_kept
from diptych.library.likeness import groups, sketch
from diptych.library.outcomes import visible
from diptych.library.reading import READER_VERSION, read_article
from diptych.library.stored_text import pack, unpack
from diptych.text.article import Article, TitleSource
from diptych.text.chapters import chapter_article, chapters

_SHORTEST_ID = 6


class Catalogue:
    """The library's articles.

    One instance belongs to one thread; several threads and processes may each
    open their own on the same files. The texts file may be deleted at any time:
    texts are read again from the articles' files.
    """

    def __init__(
        self,
        library_file: Path,
        texts_file: Path,
        *,
        read: Callable[..., Article] = read_article,
    ) -> None:
        self._read = read
        self._library = database.open_library(library_file)
        try:
            self._texts = database.open_texts(texts_file)
        except BaseException:
            self._library.close()
            raise
        self.folders = Folders(self._library)
        self.kept = KeptLines(self._library)

    def __enter__(self) -> Catalogue:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close both files."""
        self._library.close()
        self._texts.close()

    def entries(self) -> tuple[Entry, ...]:
        """Return every article of the library, the latest added last."""
        rows = self._library.execute(
            "SELECT * FROM articles WHERE state = 'here' ORDER BY added, rowid"
        ).fetchall()
        return tuple(self._to_entries(rows))

    def ids(self) -> frozenset[str]:
        """Return the id of every article of the library."""
        rows = self._library.execute("SELECT id FROM articles WHERE state = 'here'").fetchall()
        return frozenset(row["id"] for row in rows)

    def files(self) -> Mapping[str, tuple[Path, ...]]:
        """Return where the files of each article were when they were last seen."""
        found: dict[str, tuple[Path, ...]] = {}
        for row in self._library.execute("SELECT id, path FROM files"):
            found[row["id"]] = (*found.get(row["id"], ()), path_of(row["path"]))
        return found

    def entry(self, id: str) -> Entry:
        """Return one article's entry. Raises LibraryError when it is not in the library."""
        found = self._entry_or_none(id)
        if found is None:
            raise LibraryError(
                "There is no article {id} in the library; add its file.", id=visible(id)
            )
        return found

    def find(self, path_or_id: str) -> Entry | None:
        """Return the article a path, an id or the unmistakable head of an id names."""
        by_path = self._library.execute(
            "SELECT id FROM files WHERE path = ?", (stored_path(absolute(Path(path_or_id))),)
        ).fetchone()
        if by_path:
            return self._entry_or_none(by_path["id"])
        if len(path_or_id) < _SHORTEST_ID or not path_or_id.isalnum():
            return None
        rows = self._library.execute(
            "SELECT id FROM articles WHERE state = 'here' AND id >= ? AND id < ? LIMIT 2",
            (path_or_id, path_or_id + "g"),
        ).fetchall()
        return self._entry_or_none(rows[0]["id"]) if len(rows) == 1 else None

    def article(self, id: str) -> Article:
        """Return the article with the reader's corrections.

        Raises LibraryError when its text is not stored and its file is gone or
        holds something else by now.
        """
        entry = self.entry(id)
        article = self._stored_article(id)
        if article is None:
            article = self._read_again(id, entry)
        article = corrected(article, self._corrections([id]).get(id, {}), entry.tags)
        return with_kept(article, self.kept.lines(id))

    def latest(self, id: str) -> str:
        """Return the id of the version that took an article's place, or its own."""
        seen = {id}
        while True:
            row = self._library.execute(
                "SELECT replaced_by FROM articles WHERE id = ? AND state = 'replaced'", (id,)
            ).fetchone()
            if row is None or row["replaced_by"] in seen:
                return id
            id = row["replaced_by"]
            seen.add(id)

    def known_stamp(self, path: Path) -> Stamp | None:
        """Return the stamp under which a file was last recorded, if it was."""
        row = self._library.execute(
            "SELECT size, modified FROM files JOIN articles USING (id)"
            " WHERE path = ? AND state = 'here'",
            (stored_path(absolute(path)),),
        ).fetchone()
        return Stamp(row["size"], row["modified"]) if row else None

    def is_removed(self, path: Path) -> bool:
        """Tell whether the reader removed the article that the file at ``path`` held."""
        row = self._library.execute(
            "SELECT state FROM files JOIN articles USING (id) WHERE path = ?",
            (stored_path(absolute(path)),),
        ).fetchone()
        return row is not None and row["state"] == "removed"

    def record(self, path: Path, article: Article, stamp: Stamp) -> Recorded:
        """Note that the file at ``path`` holds ``article``."""
        self._store_text(article)
        path = absolute(path)
        with database.writing(self._library):
            return self._record(path, article, stamp)

    def remove(self, ids: Sequence[str]) -> None:
        """Take articles out of the library; their files are not touched."""
        self._set_state(ids, "here", "removed")

    def restore(self, ids: Sequence[str]) -> None:
        """Put removed articles back."""
        self._set_state(ids, "removed", "here")

    def correct(
        self,
        id: str,
        *,
        title: str | None = None,
        authors: Sequence[str] | None = None,
        date: str | None = None,
        source: str | None = None,
        language: str | None = None,
        direction: str | None = None,
    ) -> Entry:
        """Keep the reader's corrections, which win over whatever the file says, for ever."""
        self.entry(id)
        values = {"title": title, "authors": authors, "date": date, "source": source,
                  "language": language, "direction": direction}  # fmt: skip
        self._keep_corrections(id, values)
        return self.entry(id)

    def read_as(self, id: str, encoding: str) -> Entry:
        """Read an article's file in the encoding the reader names, now and always.

        Raises LibraryError when the file is away, ArticleError when it is no text so.
        """
        entry = self.entry(id)
        article = self._from_files(id, encoding)
        if article is None:
            raise LibraryError(
                "{path} is gone or changed; bring the file back, then choose its encoding.",
                path=visible(str(entry.path)),
            )
        with database.writing(self._library):
            self._write_article(article)
        self._keep_corrections(id, {"encoding": article.encoding})
        return self.entry(id)

    def chosen_encoding(self, path: Path) -> str:
        """Return the encoding the reader chose for a file, or an empty string."""
        row = self._library.execute(
            "SELECT value FROM files JOIN corrections USING (id)"
            " WHERE path = ? AND field = 'encoding'",
            (stored_path(absolute(path)),),
        ).fetchone()
        return str(json.loads(row["value"])) if row else ""

    def _keep_corrections(self, id: str, values: Mapping[str, object]) -> None:
        with database.writing(self._library):
            self._library.executemany(
                "INSERT OR REPLACE INTO corrections VALUES (?, ?, ?)",
                [
                    (id, field, json.dumps(value, ensure_ascii=False))
                    for field, value in values.items()
                    if value is not None
                ],
            )

    def forget_corrections(self, id: str) -> Entry:
        """Let the file's own words stand again; tags and the chosen encoding stay."""
        with database.writing(self._library):
            self._library.execute(
                "DELETE FROM corrections WHERE id = ? AND field <> 'encoding'", (id,)
            )
        return self.entry(id)

    def tag(self, ids: Sequence[str], tag: str) -> None:
        """Give articles a tag."""
        with database.writing(self._library):
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

    def lineage(self, id: str) -> tuple[str, ...]:
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

    def newest(self, id: str) -> str:
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

    def open_chapter(self, id: str, number: int) -> Entry:
        """Put a chapter of an article into the library as an article of its own."""
        book = self.article(id)
        chapter = next((c for c in chapters(book) if c.number == number), None)
        if chapter is None:
            raise LibraryError(
                "{title} has no chapter {number}.", title=visible(book.title), number=number
            )
        part = chapter_article(book, chapter)
        self._store_text(part)
        with database.writing(self._library):
            self._write_article(part)
            self._library.execute(
                "UPDATE articles SET part_of = ?, part = ? WHERE id = ?", (id, number, part.id)
            )
        return self.entry(part.id)

    def alike(self) -> tuple[tuple[str, ...], ...]:
        """Return groups of articles that are copies of one another but for a few words."""
        rows = self._library.execute(
            "SELECT id, sketch FROM sketches JOIN articles USING (id)"
            " WHERE state = 'here' ORDER BY added, articles.rowid"
        )
        return groups({row["id"]: row["sketch"] for row in rows})

    # Recording

    def _record(self, path: Path, article: Article, stamp: Stamp) -> Recorded:
        known = self._library.execute(
            "SELECT files.id, state FROM files JOIN articles USING (id) WHERE path = ?",
            (stored_path(path),),
        ).fetchone()
        was = self._library.execute(
            "SELECT state FROM articles WHERE id = ?", (article.id,)
        ).fetchone()
        copy = self._present_copy(article.id, path) if was and was["state"] == "here" else None
        moved = self._vanished_file(article.id, path) if copy is None else None
        self._write_article(article)
        self._library.execute(
            "INSERT OR IGNORE INTO sketches VALUES (?, ?)", (article.id, sketch(article))
        )
        self._write_file(path, article.id, stamp)
        if known and known["id"] == article.id:
            is_here = known["state"] == "here"
            return Recorded(Arrival.UNCHANGED if is_here else Arrival.ADDED, article.id)
        if known:
            self._replace(known["id"], article.id)
            return Recorded(Arrival.CHANGED, article.id, previous=known["id"])
        if copy is not None:
            return Recorded(Arrival.COPY, article.id, other=copy)
        if moved is not None and was["state"] == "here":
            self._library.execute("DELETE FROM files WHERE path = ?", (stored_path(moved),))
            return Recorded(Arrival.MOVED, article.id, other=moved)
        return Recorded(Arrival.ADDED, article.id)

    def _present_copy(self, id: str, path: Path) -> Path | None:
        return next((p for p in self._paths(id) if p != path and p.exists()), None)

    def _vanished_file(self, id: str, path: Path) -> Path | None:
        return next((p for p in self._paths(id) if p != path), None)

    def _paths(self, id: str) -> list[Path]:
        rows = self._library.execute(
            "SELECT path FROM files WHERE id = ? ORDER BY missing, rowid", (id,)
        )
        return [path_of(row["path"]) for row in rows]

    def _write_article(self, article: Article) -> None:
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

    def _write_file(self, path: Path, id: str, stamp: Stamp) -> None:
        self._library.execute(
            "INSERT INTO files (path, id, size, modified) VALUES (?, ?, ?, ?) ON CONFLICT (path)"
            " DO UPDATE SET id = excluded.id, size = excluded.size, modified = excluded.modified,"
            " missing = 0",
            (stored_path(path), id, stamp.size, stamp.modified),
        )

    def _replace(self, old: str, new: str) -> None:
        """Make ``new`` the later version of ``old``, unless another file still holds that."""
        for table, columns in (
            ("corrections", "field, value"),
            ("tags", "tag"),
            ("kept", "line"),
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
        if not self._paths(old):
            self._library.execute(
                "UPDATE articles SET state = 'replaced', replaced_by = ? WHERE id = ?", (new, old)
            )

    def _set_state(self, ids: Sequence[str], before: str, after: str) -> None:
        with database.writing(self._library):
            self._library.executemany(
                "UPDATE articles SET state = ? WHERE id = ? AND state = ?",
                [(after, id, before) for id in ids],
            )

    # Texts

    def _store_text(self, article: Article) -> None:
        with database.writing(self._texts):
            self._texts.execute(
                "INSERT OR REPLACE INTO texts VALUES (?, ?, ?)",
                (article.id, READER_VERSION, pack(article)),
            )

    def _stored_article(self, id: str) -> Article | None:
        row = self._texts.execute("SELECT * FROM texts WHERE id = ?", (id,)).fetchone()
        if row is None:
            return None
        try:
            article = unpack(row["article"])
        except ValueError:
            return None
        if row["reader_version"] == READER_VERSION:
            return article
        fresh = self._from_files(id)
        return fresh if fresh is not None else article

    def _from_files(self, id: str, encoding: str = "") -> Article | None:
        book = self._library.execute(
            "SELECT part_of, part FROM articles WHERE id = ? AND part_of <> ''", (id,)
        ).fetchone()
        if book is not None:
            return self._from_book(book["part_of"], book["part"])
        for path in self._paths(id):
            try:
                article = self._read(path, encoding=encoding or self.chosen_encoding(path))
            except ArticleError:
                if encoding:
                    raise
                continue
            if article.id == id:
                self._store_text(article)
                return article
        return None

    def _from_book(self, id: str, number: int) -> Article | None:
        book = self._stored_article(id)
        found = [c for c in chapters(book) if c.number == number] if book is not None else []
        if book is None or not found:
            return None
        part = chapter_article(book, found[0])
        self._store_text(part)
        return part

    def _read_again(self, id: str, entry: Entry) -> Article:
        article = self._from_files(id)
        if article is None:
            raise LibraryError(
                "The text of {title} is not stored, and {path} is gone or changed; bring the "
                "file back or add it again.",
                title=visible(entry.title),
                path=visible(str(entry.path)),
            )
        return article

    # Entries

    def _entry_or_none(self, id: str) -> Entry | None:
        rows = self._library.execute(
            "SELECT * FROM articles WHERE id = ? AND state = 'here'", (id,)
        ).fetchall()
        return next(iter(self._to_entries(rows)), None)

    def _to_entries(self, rows: Sequence[sqlite3.Row]) -> Iterable[Entry]:
        ids = [row["id"] for row in rows]
        corrections = self._corrections(ids)
        tags = self._tags(ids)
        files = self._first_files([row["part_of"] or row["id"] for row in rows])
        for row in rows:
            path, missing = files.get(row["part_of"] or row["id"], (Path(), True))
            entry = Entry(
                id=row["id"],
                path=path,
                title=row["title"],
                title_source=TitleSource(row["title_source"]),
                authors=tuple(json.loads(row["authors"])),
                date=row["date"],
                source=row["source"],
                language=row["language"],
                direction=row["direction"],
                words=row["words"],
                format=row["format"],
                added=row["added"],
                tags=tuple(dict.fromkeys((*json.loads(row["tags"]), *tags.get(row["id"], ())))),
                available=not missing,
                encoding=row["encoding"],
                warnings=tuple(json.loads(row["warnings"])),
                part_of=row["part_of"],
                part=row["part"],
            )
            yield replace(entry, **changes(corrections.get(row["id"], {})))

    def _corrections(self, ids: Sequence[str]) -> dict[str, dict[str, object]]:
        found: dict[str, dict[str, object]] = {}
        for row in self._rows_of("corrections", ids):
            found.setdefault(row["id"], {})[row["field"]] = json.loads(row["value"])
        return found

    def _tags(self, ids: Sequence[str]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for row in self._rows_of("tags", ids):
            found.setdefault(row["id"], []).append(row["tag"])
        return found

    def _first_files(self, ids: Sequence[str]) -> dict[str, tuple[Path, bool]]:
        found: dict[str, tuple[Path, bool]] = {}
        for row in self._rows_of("files", ids, order="missing, rowid"):
            found.setdefault(row["id"], (path_of(row["path"]), bool(row["missing"])))
        return found

    def _rows_of(
        self, table: str, ids: Sequence[str], *, order: str = "rowid"
    ) -> list[sqlite3.Row]:
        if len(ids) == 1:
            query = f"SELECT * FROM {table} WHERE id = ? ORDER BY {order}"
            return self._library.execute(query, tuple(ids)).fetchall()
        return self._library.execute(f"SELECT * FROM {table} ORDER BY {order}").fetchall()
