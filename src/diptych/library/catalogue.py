# SPDX-License-Identifier: MIT
"""What is in the library: articles by content, the files that hold them, corrections."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from diptych.errors import ArticleError, GoneError, LibraryError
from diptych.library import database
from diptych.library.corrections import Corrections
from diptych.library.entry import (
    LONGEST_SHOWN,
    Entry,
    Recorded,
    Stamp,
    changes,
    corrected,
    shown_title,
)
from diptych.library.file_paths import absolute, ends_of, stored_path, telling_end
from diptych.library.files import Files
from diptych.library.folders import Folders
from diptych.library.kept_lines import KeptLines, with_kept
from diptych.library.labels import Labels
from diptych.library.outcomes import visible
from diptych.library.progress import ReadingState
from diptych.library.reading_list import ReadingList
from diptych.library.texts import Texts
from diptych.library.versions import Versions
from diptych.text.article import Article, TitleSource
from diptych.translatable import Translatable

if TYPE_CHECKING:
    from diptych.library.recording import Recording

_SHORTEST_ID = 6  # letters; shorter heads would name several


def read_file(path: Path, *, encoding: str = "") -> Article:
    """Read a file; what reads is loaded with the first, for most texts are stored."""
    from diptych.library.reading import read_article

    return read_article(path, encoding=encoding)


class Catalogue:
    """The library's articles; its parts are what else is known of them.

    One instance belongs to one thread; several threads and processes may each
    open their own on the same files. The texts file may be deleted at any time:
    texts are read again from the articles' files.

    With ``unusable``, why the library's file cannot be read, a copy of it is; what
    that is says ``trouble``.
    """

    def __init__(
        self,
        library_file: Path,
        texts_file: Path,
        *,
        read: Callable[..., Article] = read_file,
        unusable: Translatable | None = None,
    ) -> None:
        self._read = read
        self.trouble: Translatable | None = None
        if unusable is None:
            self._library = database.open_library(library_file)
        else:
            from diptych.library.stand_in import stand_in

            self._library, self.trouble = stand_in(library_file, unusable)
        try:
            self._texts = Texts(texts_file)
        # Or the library's file would stay open until it is collected.
        except BaseException:
            self._library.close()
            raise
        self.files = Files(self._library)
        self.folders = Folders(self._library)
        self.labels = Labels(self._library)
        self.reading = ReadingList(self._library)
        self.corrections = Corrections(self._library)
        self.versions = Versions(self._library)
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

    def entries_of(self, ids: Iterable[str]) -> dict[str, Entry]:
        """Return the entries of some articles by id, without those that are gone."""
        rows = self._library.execute(
            "SELECT * FROM articles WHERE state = 'here'"
            " AND id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        ).fetchall()
        return {entry.id: entry for entry in self._to_entries(rows)}

    def ids(self) -> frozenset[str]:
        """Return the id of every article of the library."""
        rows = self._library.execute("SELECT id FROM articles WHERE state = 'here'").fetchall()
        return frozenset(row[0] for row in rows)

    @property
    def is_empty(self) -> bool:
        """Whether no article is here, and none was taken out."""
        return self._library.execute("SELECT 1 FROM articles LIMIT 1").fetchone() is None

    def entry(self, id: str) -> Entry:
        """Return one article's entry. Raises GoneError when it is not in the library."""
        found = self._entry_or_none(id)
        if found is not None:
            return found
        gone = self._library.execute("SELECT title FROM articles WHERE id = ?", (id,)).fetchone()
        if gone is not None:
            # A reader knows it by its title, and never saw its id.
            raise GoneError(
                "“{title}” is no longer in the library; add its file again.",
                title=visible(gone["title"]),
            )
        raise GoneError("There is no article {id} in the library; add its file.", id=visible(id))

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
            # Ids are hexadecimal: “g” sorts behind all that begin with the head.
            (path_or_id, path_or_id + "g"),
        ).fetchall()
        return self._entry_or_none(rows[0]["id"]) if len(rows) == 1 else None

    def article(self, id: str) -> Article:
        """Return the article with the reader's corrections.

        Raises LibraryError when its text is not stored and its file is gone or
        holds something else by now.
        """
        article = self.stored(id)
        # A copy that stands in for the library may be older than what was found in the index.
        if article is not None and self.trouble is not None and self._entry_or_none(id) is None:
            return article
        entry = self.entry(id)
        if article is None:
            article = self._read_again(id, entry)
        article = corrected(article, self.corrections.of([id]).get(id, {}), entry.tags)
        # By the file where another has the title; told by the whole library, not by the
        # article.
        article = replace(article, short_name=entry.short_name)
        return with_kept(article, self.kept.lines(id))

    def searched(self, id: str) -> Article:
        """Return the article as it is looked into: its lines, without the reader's corrections.

        For many at a time. Raises LibraryError as ``article`` does.
        """
        article = self.stored(id)
        row = self._library.execute("SELECT state FROM articles WHERE id = ?", (id,)).fetchone()
        if article is None or row is None or row["state"] != "here":
            return self.article(id)
        return with_kept(article, self.kept.lines(id))

    def stored(self, id: str) -> Article | None:
        """Return the text that is kept of an article, be it replaced by another by now."""
        kept = self._texts.get(id)
        if kept is None:
            return None
        article, is_current = kept
        if is_current:
            return article
        fresh = self._from_files(id)
        # Text of an earlier reader is better than none.
        return fresh if fresh is not None else article

    def added_at(self, id: str) -> float:
        """Return when an article came into the library, in seconds since 1970."""
        row = self._library.execute("SELECT added FROM articles WHERE id = ?", (id,)).fetchone()
        return float(row["added"]) if row else 0.0

    def record(self, path: Path, article: Article, stamp: Stamp) -> Recorded:
        """Note that the file at ``path`` holds ``article``."""
        # Before the library is written: should that fail, a text too many does no harm.
        self._texts.keep(article)
        path = absolute(path)
        with database.writing(self._library):
            return _recording(self._library, self.files).record(path, article, stamp)

    def remove(self, ids: Sequence[str]) -> None:
        """Take articles out of the library; their files are not touched."""
        self._set_state(ids, "here", "removed")

    def restore(self, ids: Sequence[str]) -> None:
        """Put removed articles back."""
        self._set_state(ids, "removed", "here")

    def removed(self) -> tuple[Entry, ...]:
        """Return the articles that were taken out and can be put back, by title."""
        rows = self._library.execute("SELECT * FROM articles WHERE state = 'removed'").fetchall()
        return tuple(sorted(self._to_entries(rows), key=lambda entry: entry.title.casefold()))

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
        short_name: str | None = None,
    ) -> Entry:
        """Keep the reader's corrections, which win over whatever the file says, for ever."""
        self.entry(id)
        values = {"title": title, "authors": authors, "date": date, "source": source,
                  "language": language, "direction": direction,
                  "short_name": short_name}  # fmt: skip
        self.corrections.keep(id, values)
        return self.entry(id)

    def read_as(self, id: str, encoding: str) -> Entry:
        """Read an article's file in the encoding the reader names, now and always.

        Raises LibraryError when the file is away, ArticleError when it is no text so.
        """
        entry = self.entry(id)
        article = self._from_files(id, encoding)
        # The file has to be there and the same: another encoding is found in its bytes.
        if article is None:
            raise LibraryError(
                "{path} is gone or changed; bring the file back, then choose its encoding.",
                path=visible(str(entry.path)),
            )
        with database.writing(self._library):
            _recording(self._library, self.files).write_article(article)
        # As Python calls it, so that it is known whatever name the reader typed.
        self.corrections.keep(id, {"encoding": article.encoding})
        return self.entry(id)

    def forget_corrections(self, id: str) -> Entry:
        """Let the file's own words stand again; tags and the chosen encoding stay."""
        self.corrections.forget(id)
        return self.entry(id)

    def open_chapter(self, id: str, number: int) -> Entry:
        """Put a chapter of an article into the library as an article of its own."""
        from diptych.text.chapters import chapter_article, chapters

        book = self.article(id)
        chapter = next((c for c in chapters(book) if c.number == number), None)
        if chapter is None:
            raise LibraryError(
                "{title} has no chapter {number}.", title=visible(book.title), number=number
            )
        part = chapter_article(book, chapter)
        self._texts.keep(part)
        with database.writing(self._library):
            _recording(self._library, self.files).write_article(part)
            self._library.execute(
                "UPDATE articles SET part_of = ?, part = ? WHERE id = ?", (id, number, part.id)
            )
        return self.entry(part.id)

    def alike(self) -> tuple[tuple[str, ...], ...]:
        """Return groups of articles that are copies of one another but for a few words."""
        from diptych.library.likeness import groups

        rows = self._library.execute(
            "SELECT id, sketch FROM sketches JOIN articles USING (id)"
            " WHERE state = 'here' ORDER BY added, articles.rowid"
        )
        return groups({row["id"]: row["sketch"] for row in rows})

    def _set_state(self, ids: Sequence[str], before: str, after: str) -> None:
        with database.writing(self._library):
            self._library.executemany(
                "UPDATE articles SET state = ? WHERE id = ? AND state = ?",
                [(after, id, before) for id in ids],
            )

    # Texts

    def _from_files(self, id: str, encoding: str = "") -> Article | None:
        book = self._library.execute(
            "SELECT part_of, part FROM articles WHERE id = ? AND part_of <> ''", (id,)
        ).fetchone()
        if book is not None:
            return self._from_book(book["part_of"], book["part"])
        for path in self.files.of(id):
            try:
                # Any of its files will do: the id is that of the content.
                article = self._read(path, encoding=encoding or self.corrections.encoding_of(path))
            except ArticleError:
                # Asked for by the reader, a failure is told; else the next file is tried.
                if encoding:
                    raise
                continue
            if article.id == id:
                self._texts.remember(article)
                return article
        return None

    def _from_book(self, id: str, number: int) -> Article | None:
        from diptych.text.chapters import chapter_article, chapters

        book = self.stored(id)
        found = [c for c in chapters(book) if c.number == number] if book is not None else []
        if book is None or not found:
            return None
        part = chapter_article(book, found[0])
        self._texts.remember(part)
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
        return self.entries_of([id]).get(id)

    def _to_entries(self, rows: Sequence[sqlite3.Row]) -> Iterable[Entry]:
        ids = [row["id"] for row in rows]
        corrections = self.corrections.of(ids)
        tags = self.labels.tags_of(ids)
        reading = self.reading.of(ids)
        files = self.files.first_of([row["part_of"] or row["id"] for row in rows])
        shared = self._shared_titles(rows, files)
        for row in rows:
            own_tags = (*database.texts_in(row["tags"]), *tags.get(row["id"], ()))
            # A chapter has its book's file.
            path, missing = files.get(row["part_of"] or row["id"], (Path(), True))
            entry = Entry(
                id=row["id"],
                path=path,
                title=row["title"],
                title_source=TitleSource(row["title_source"]),
                authors=database.texts_in(row["authors"]),
                date=row["date"],
                source=row["source"],
                language=row["language"],
                direction=row["direction"],
                words=row["words"],
                format=row["format"],
                added=row["added"],
                tags=tuple(dict.fromkeys(own_tags)),
                available=not missing,
                encoding=row["encoding"],
                warnings=database.texts_in(row["warnings"]),
                part_of=row["part_of"],
                part=row["part"],
                reading=reading.get(row["id"], ReadingState.UNREAD),
            )
            if row["id"] in corrections:
                entry = replace(entry, **changes(corrections[row["id"]]))
            # Two articles of one title are told apart by their files, unless the reader named
            # them.
            shown = shown_title(entry.title, entry.title_source)
            if not entry.short_name and not entry.part_of and shown in shared:
                entry = replace(entry, short_name=telling_end(path, shared[shown]))
            yield entry

    def _shared_titles(
        self, rows: Sequence[sqlite3.Row], files: Mapping[str, tuple[Path, bool]]
    ) -> dict[str, Counter[str]]:
        """Return the titles that more than one article has, with the ends of their files' paths."""
        known = {shown_title(row["title"], TitleSource(row["title_source"])) for row in rows}
        cut = [title for title in known if len(title) == LONGEST_SHOWN]
        # A range for each that is cut, so that the index on titles is used.
        found = self._library.execute(
            "SELECT id, title, title_source FROM articles WHERE state = 'here'"
            " AND title IN (SELECT value FROM json_each(?))"
            " UNION SELECT articles.id, title, title_source FROM json_each(?) AS cut"
            " JOIN articles ON title > cut.value AND title < cut.value || char(1114111)"
            " WHERE state = 'here'",
            (json.dumps(list(known)), json.dumps(cut)),
        ).fetchall()
        here: dict[str, dict[str, None]] = {}
        for row in found:
            shown = shown_title(row["title"], TitleSource(row["title_source"]))
            here.setdefault(shown, {})[row["id"]] = None
        shared = {title: ids for title, ids in here.items() if title in known and len(ids) > 1}
        others = self.files.first_of(
            [id for ids in shared.values() for id in ids if id not in files]
        )
        told: dict[str, Counter[str]] = {}
        for title, ids in shared.items():
            paths = ((files.get(id) or others.get(id, (Path(), True)))[0] for id in ids)
            told[title] = Counter(end for path in paths for end in ends_of(path))
        return told


def _recording(library: sqlite3.Connection, files: Files) -> Recording:
    from diptych.library.recording import Recording  # a search records nothing

    return Recording(library, files)
