# SPDX-License-Identifier: MIT
"""The library file is copied, checked and mended: what the reader put into it is theirs."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from diptych.atomic import making
from diptych.errors import LibraryError
from diptych.library import database
from diptych.opened import is_missing
from diptych.patterns import late_pattern
from diptych.snapshot import (
    COPIES,
    NoFileError,
    copies_of,
    finish_repair,
    is_log_alone,
    put_in_place,
    put_strangers_aside,
    repaired_beside,
    strangers,
    with_its_log,
)
from diptych.translatable import Translatable

KEPT = 10  # copies
_NAME = late_pattern(r"-(\d{8}-\d{6}-\d{6})-library\.sqlite$")
_STAMP = "%Y%m%d-%H%M%S-%f"
# What only the reader can say; the rest is found again in the articles' files.
_OWN = ("corrections", "tags", "collections", "folders", "kept", "reading", "saved_pairs")
_TABLES = ("articles", "files", *_OWN, "refused")


def back_up(library_file: Path, *, now: datetime | None = None) -> Path | None:
    """Copy the library unless the newest copy says the same, and drop the oldest copies."""
    if is_missing(library_file):
        return None
    stamp = (now or datetime.now(UTC)).strftime(_STAMP)
    copies = _listed(library_file, stamp)
    with closing(database.open_library(library_file)) as library:
        if copies and _says(library) == _said_by(copies[0]):
            return None
        target = library_file.parent / COPIES / f"{library_file.stem}-{stamp}-library.sqlite"
        database.copy_library(library, target)
        now_own = _own(library)
    old = copies[KEPT - 1 :]
    # Where more was the reader's than now, the copy with most of it stays: a file that a
    # crash has cut to nothing would else push out all that hold what was in it.
    fullest = max(copies, key=_own_in, default=None)
    if fullest is not None and _own_in(fullest) > now_own:
        old = [copy for copy in old if copy != fullest]
    for copy in old:
        copy.unlink(missing_ok=True)
    return target


def backups(library_file: Path) -> list[Path]:
    """Return the copies of the library, the newest first."""
    return _listed(library_file, datetime.now(UTC).strftime(_STAMP))


def _listed(library_file: Path, stamp: str) -> list[Path]:
    # One from the future was made before the clock was set back: none of the present is older.
    found = [
        (name.group(1) <= stamp, name.group(1), path)
        for path in copies_of(library_file)
        if (name := _NAME.search(path.name))
    ]
    return [path for _, _, path in sorted(found, reverse=True)]


def check(library_file: Path) -> Translatable | None:
    """Return what is wrong with the library, None when it is sound or not there yet."""
    if (lost := emptied(library_file)) is not None:
        return lost
    if not library_file.exists() or is_newer(library_file):
        return None
    try:
        with closing(database.open_to_check(library_file)) as library:
            answer = library.execute("PRAGMA integrity_check(1)").fetchone()[0]
            if answer == "ok":
                library.execute("SELECT count(*) FROM articles").fetchone()
                answer = database.missing_table(library)
            if not answer:
                return None
    except sqlite3.Error as error:
        answer = error
    return Translatable("The library {file} is damaged ({error}).", file=library_file, error=answer)


def emptied(library_file: Path) -> Translatable | None:
    """Tell of what a copy holds where the library has nothing and never had: it was begun anew.

    Told as well is what is no file.
    """
    finish_repair(library_file)
    if found := strangers(library_file):
        return NoFileError(found[0]).sentence
    if is_log_alone(library_file):
        return NoFileError(library_file).sentence
    if library_file.exists() and library_file.stat().st_size:
        try:
            with closing(database.open_to_check(library_file)) as library:
                # One that is taken out of the library leaves its row there.
                if _count(library) or _own(library):
                    return None
        except sqlite3.Error:
            return None  # which is another illness
    for copy in _copies_with_something(library_file):
        with closing(database.open_to_check(copy)) as other:
            return Translatable(
                "{file} holds no articles; its copy {copy} holds {count}.",
                file=library_file.name,
                copy=copy.name,
                count=_count(other),
            )
    return None


def _copies_with_something(library_file: Path) -> list[Path]:
    return [copy for copy in backups(library_file) if _own_in(copy) or _articles_in(copy)]


def is_newer(library_file: Path) -> bool:
    """Tell whether the library was written by a newer Diptych: then nothing is wrong with it."""
    if is_missing(library_file):
        return False
    with suppress(sqlite3.Error), closing(database.open_to_check(library_file)) as library:
        return database.is_newer(library)
    return False


def repair(library_file: Path) -> tuple[str, ...]:
    """Mend a damaged library: what can be read of it and of its newest copy make a new one.

    The damaged file is set aside once the new one is whole. No window may have it open
    meanwhile. Killed at any moment, the next repair brings what this one would have.
    """
    finish_repair(library_file)
    try:
        strange = put_strangers_aside(library_file)
    except NoFileError as error:
        raise LibraryError(error.sentence) from error
    if check(library_file) is None:
        return strange
    repaired, copies = repaired_beside(library_file), _copies_with_something(library_file)[:1]
    sources = [path for path in (library_file, repaired) if path.exists() or is_log_alone(path)]
    with making(repaired) as fresh, closing(database.open_library(fresh)) as library:
        saved = sum(_bring(library, source) for source in sources)
        brought = [_bring(library, copy) for copy in copies]
    aside = put_in_place(library_file)
    done = [
        f"{count} articles came from the copy {copy.name}."
        for count, copy in zip(brought, copies, strict=True)
    ]
    if aside is not None:
        done[:0] = [
            f"The damaged library was set aside as {aside.name}.",
            f"{saved} articles were saved from it.",
        ]
    return (*strange, *done)


def _bring(library: sqlite3.Connection, source: Path) -> int:
    """Write each readable row that is not there yet; return how many articles that brought."""
    before = _count(library)
    library.execute("PRAGMA foreign_keys = OFF")
    library.execute("BEGIN IMMEDIATE")
    for table, row in _readable(source):
        marks = ", ".join("?" * len(row))
        with suppress(sqlite3.Error):  # a row nobody can make sense of
            library.execute(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", row)
    library.execute("COMMIT")
    library.execute("PRAGMA foreign_keys = ON")
    return _count(library) - before


def _own(library: sqlite3.Connection) -> int:
    """Count the rows that only the reader can say."""
    return sum(library.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in _OWN)


def _own_in(copy: Path) -> int:
    with suppress(sqlite3.Error), closing(database.open_to_check(copy)) as library:
        return _own(library)
    return 0


def _articles_in(copy: Path) -> int:
    with suppress(sqlite3.Error), closing(database.open_to_check(copy)) as library:
        return _count(library)
    return 0


def _count(library: sqlite3.Connection) -> int:
    return int(library.execute("SELECT count(*) FROM articles").fetchone()[0])


def _readable(source: Path) -> Iterator[tuple[str, tuple[object, ...]]]:
    opened = with_its_log if is_log_alone(source) else database.open_to_check
    with suppress(sqlite3.Error), closing(opened(source)) as damaged:
        damaged.execute("PRAGMA writable_schema = ON")  # a damaged row hides its table alone
        for table in _TABLES:
            for direction in ("ASC", "DESC"):
                try:
                    for row in damaged.execute(f"SELECT * FROM {table} ORDER BY 1 {direction}"):
                        yield table, tuple(row)
                    break
                except sqlite3.Error:
                    continue


def _says(library: sqlite3.Connection) -> str:
    told = hashlib.sha256()
    for table in (*_OWN, "articles"):
        for row in library.execute(f"SELECT * FROM {table} ORDER BY 1, 2"):
            told.update(repr(tuple(row)).encode("utf-8", "replace"))
    return told.hexdigest()


def _said_by(copy: Path) -> str:
    with suppress(sqlite3.Error), closing(database.open_to_check(copy)) as library:
        return _says(library)
    return ""
