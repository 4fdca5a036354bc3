# SPDX-License-Identifier: MIT
"""Opens the library's two SQLite files and keeps their tables up to date."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from diptych.errors import LibraryError

_BUSY_SECONDS = 10.0
LIBRARY_MIGRATIONS = (
    """
    CREATE TABLE articles (
        id TEXT PRIMARY KEY,
        hash TEXT NOT NULL,
        format TEXT NOT NULL,
        title TEXT NOT NULL,
        title_source TEXT NOT NULL,
        authors TEXT NOT NULL,
        date TEXT NOT NULL,
        source TEXT NOT NULL,
        language TEXT NOT NULL,
        direction TEXT NOT NULL,
        encoding TEXT NOT NULL,
        words INTEGER NOT NULL,
        tags TEXT NOT NULL,
        warnings TEXT NOT NULL,
        added REAL NOT NULL,
        state TEXT NOT NULL DEFAULT 'here',
        replaced_by TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE INDEX articles_replaced_by ON articles (replaced_by) WHERE replaced_by <> '';
    CREATE TABLE files (
        path ANY PRIMARY KEY,
        id TEXT NOT NULL REFERENCES articles (id),
        size INTEGER NOT NULL,
        modified INTEGER NOT NULL,
        missing INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX files_id ON files (id);
    CREATE TABLE corrections (
        id TEXT NOT NULL REFERENCES articles (id),
        field TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (id, field)
    ) STRICT;
    CREATE TABLE tags (
        id TEXT NOT NULL REFERENCES articles (id),
        tag TEXT NOT NULL,
        PRIMARY KEY (id, tag)
    ) STRICT;
    CREATE TABLE collections (
        name TEXT NOT NULL,
        id TEXT NOT NULL REFERENCES articles (id),
        PRIMARY KEY (name, id)
    ) STRICT;
    """,
    """
    CREATE TABLE folders (path ANY PRIMARY KEY, added REAL NOT NULL) STRICT;
    CREATE TABLE refused (
        path ANY PRIMARY KEY,
        size INTEGER NOT NULL,
        modified INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE kept (id TEXT NOT NULL, line TEXT NOT NULL, PRIMARY KEY (id, line)) STRICT;
    CREATE TABLE sketches (
        id TEXT PRIMARY KEY REFERENCES articles (id),
        sketch BLOB NOT NULL
    ) STRICT;
    ALTER TABLE articles ADD COLUMN part_of TEXT NOT NULL DEFAULT '';
    ALTER TABLE articles ADD COLUMN part INTEGER NOT NULL DEFAULT 0;
    """,
)
TEXTS_MIGRATIONS = (
    """
    CREATE TABLE texts (
        id TEXT PRIMARY KEY,
        reader_version INTEGER NOT NULL,
        article BLOB NOT NULL
    ) STRICT;
    """,
)


def open_library(path: Path) -> sqlite3.Connection:
    """Open the file that holds what is the reader's own."""
    try:
        return _open(path, LIBRARY_MIGRATIONS)
    except (sqlite3.Error, OSError) as error:
        raise LibraryError(
            "The library {path} cannot be opened ({error}); restore it from a backup, or move it "
            "away to start a new one.",
            path=path,
            error=error,
        ) from error


def open_texts(path: Path) -> sqlite3.Connection:
    """Open the file of stored texts; a broken one is thrown away, as it can be made again."""
    try:
        return _open(path, TEXTS_MIGRATIONS)
    except sqlite3.DatabaseError:
        for suffix in ("", "-wal", "-shm"):
            with suppress(FileNotFoundError):
                path.with_name(path.name + suffix).unlink()
    try:
        return _open(path, TEXTS_MIGRATIONS)
    except (sqlite3.Error, OSError) as error:
        raise LibraryError(
            "The stored texts {path} cannot be opened ({error}); make their folder writable.",
            path=path,
            error=error,
        ) from error


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """Make everything inside happen wholly or not at all; other processes wait meanwhile."""
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
    except sqlite3.OperationalError as error:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise LibraryError(
            "The library could not be written ({error}); free some disk space or close the other "
            "window, and try again.",
            error=error,
        ) from error


def _open(path: Path, migrations: Sequence[str]) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
    try:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        _migrate(connection, migrations)
    except BaseException:
        connection.close()
        raise
    return connection


def _migrate(connection: sqlite3.Connection, migrations: Sequence[str]) -> None:
    if connection.execute("PRAGMA user_version").fetchone()[0] >= len(migrations):
        return
    connection.execute("BEGIN EXCLUSIVE")
    done = connection.execute("PRAGMA user_version").fetchone()[0]
    for script in migrations[done:]:
        for statement in script.split(";"):
            if statement.strip():
                connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {max(done, len(migrations))}")
    connection.execute("COMMIT")


def rows_of(
    library: sqlite3.Connection, table: str, ids: Sequence[str], *, order: str = "rowid"
) -> list[sqlite3.Row]:
    """Return the rows of some articles in a table, of all but for a single one."""
    if len(ids) == 1:
        query = f"SELECT * FROM {table} WHERE id = ? ORDER BY {order}"
        return library.execute(query, tuple(ids)).fetchall()
    return library.execute(f"SELECT * FROM {table} ORDER BY {order}").fetchall()
