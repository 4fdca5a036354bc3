# SPDX-License-Identifier: MIT
"""Opens the library's two SQLite files and keeps their tables up to date."""

from __future__ import annotations

import errno
import json
import logging
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from diptych.atomic import making
from diptych.errors import LibraryError, UnusableLibraryError
from diptych.snapshot import (
    COMPANIONS,
    Connection,
    Copy,
    NoFileError,
    address_of,
    empty,
    finish_repair,
    in_memory,
    is_only_unwritable,
    or_in_memory,
    refuse_strangers,
    told_as_damage,
    what_forbids_writing,
)
from diptych.translatable import Translatable

log = logging.getLogger(__name__)

_MOST_FOREIGN_STEPS = 2_000  # thousands of SQLite's
_BUSY_SECONDS = 10.0
_FEW_IDS = 100
_FILE = "PRAGMA database_list"
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
    """
    CREATE TABLE reading (id TEXT PRIMARY KEY, state TEXT NOT NULL, since REAL NOT NULL) STRICT;
    CREATE TABLE saved_pairs (
        name TEXT PRIMARY KEY,
        left_id TEXT NOT NULL,
        right_id TEXT NOT NULL,
        added REAL NOT NULL
    ) STRICT;
    """,
    # Whoever is listed is asked whether another has the same title.
    "CREATE INDEX articles_title ON articles (title) WHERE state = 'here';",
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
    """Open the file that holds what is the reader's own.

    Where nothing can be written it can still be read.
    """
    try:
        return _open(path, LIBRARY_MIGRATIONS, _Library)
    except (sqlite3.Error, OSError) as error:
        if isinstance(error, sqlite3.NotSupportedError):
            raise UnusableLibraryError(
                "{name} was written by a newer Diptych. Update Diptych, or choose another profile "
                "with --profile.",
                name=path.name,
            ) from error
        if is_only_unwritable(path, error):
            # A full or read-only disk leaves the library readable.
            return _open_to_read(path, LIBRARY_MIGRATIONS)
        if isinstance(error, NoFileError):
            raise UnusableLibraryError(error.sentence) from error
        # What the disk or a lock did; all else is damage of the file itself.
        if isinstance(error, sqlite3.OperationalError | OSError) and not _is_damage(error):
            raise LibraryError(_cannot_write(path, error)) from error
        raise UnusableLibraryError(_damaged(path)) from error


def _damaged(path: Path) -> Translatable:
    return Translatable(
        "The library {path} is damaged. Run “diptych doctor --repair”; what can be read of it "
        "and the newest backup are put together.",
        path=path,
    )


class _Cursor(sqlite3.Cursor):
    """Says in a sentence that the file is damaged, wherever that comes out."""

    def execute(self, sql: str, parameters: Any = (), /) -> _Cursor:
        with self._explained():
            super().execute(sql, parameters)
        return self

    def executemany(self, sql: str, parameters: Iterable[Any], /) -> _Cursor:
        with self._explained():
            super().executemany(sql, parameters)
        return self

    def fetchone(self) -> Any:
        with self._explained():
            return super().fetchone()

    def fetchall(self) -> list[Any]:
        with self._explained():
            return super().fetchall()

    def __next__(self) -> Any:
        with self._explained():
            return super().__next__()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            with told_as_damage():
                yield
        except sqlite3.DatabaseError as error:
            if not _is_damage(error):
                raise
            # By the plain cursor: this one would explain its own error again, without end.
            name = self.connection.cursor(sqlite3.Cursor).execute(_FILE).fetchone()[2]
            raise UnusableLibraryError(_damaged(Path(name))) from error


class _Library(Connection):
    """The reader's own file, whose damage may show in the middle of reading."""

    def execute(self, sql: str, parameters: Any = (), /) -> _Cursor:
        return self.cursor(_Cursor).execute(sql, parameters)

    def executemany(self, sql: str, parameters: Iterable[Any], /) -> _Cursor:
        return self.cursor(_Cursor).executemany(sql, parameters)


def _is_damage(error: sqlite3.Error | OSError) -> bool:
    code = getattr(error, "sqlite_errorcode", 0)
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return True
    # A table that is not there, or is there before it is made, is of another program's file.
    told = str(error) if code == sqlite3.SQLITE_ERROR else ""
    return told.startswith("no such") or "already exists" in told


def open_to_check(path: Path) -> sqlite3.Connection:
    """Open a library as it is, to be read and not changed."""
    refuse_strangers(path)
    address = address_of(path, "ro")
    connection = sqlite3.connect(
        address, timeout=_BUSY_SECONDS, isolation_level=None, uri=True, factory=Connection
    )
    return or_in_memory(connection, path)


def open_foreign(path: Path) -> sqlite3.Connection:
    """Open another program's database, to be read while that program may run and hold it.

    A view in it that was made to run on ends after some million steps, with sqlite3.Error.
    """
    connection = sqlite3.connect(address_of(path, "ro&immutable=1"), uri=True)
    steps = iter(range(_MOST_FOREIGN_STEPS))
    connection.set_progress_handler(lambda: next(steps, None) is None, 1000)
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def copy_library(library: sqlite3.Connection, target: Path) -> None:
    """Copy an open library, whole and consistent, to ``target``."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with making(target) as temporary, closing(sqlite3.connect(temporary)) as copy:
            # SQLite's own copying: what others write meanwhile is in it whole or not at all.
            library.backup(copy)
            # One file, without a log beside it.
            copy.execute("PRAGMA journal_mode = DELETE")
    except (sqlite3.Error, OSError) as error:
        raise LibraryError(
            _damaged(Path(library.execute(_FILE).fetchone()[2]))
            if isinstance(error, sqlite3.Error) and _is_damage(error)
            else _cannot_write(target, error)
        ) from error


def is_newer(library: sqlite3.Connection) -> bool:
    """Tell whether a library was written by a newer Diptych."""
    return bool(library.execute("PRAGMA user_version").fetchone()[0] > len(LIBRARY_MIGRATIONS))


def missing_table(library: sqlite3.Connection) -> str:
    """Say which table a library lacks that is as new as this Diptych; empty for none.

    A database of another program has tables and no number of ours.
    """
    found = {row[0] for row in library.execute("SELECT name FROM sqlite_master")}
    version = library.execute("PRAGMA user_version").fetchone()[0]
    if found and not version:
        return "not a library"
    known = sqlite3.connect(":memory:", isolation_level=None)
    with closing(known):
        known.row_factory = sqlite3.Row
        _migrate(known, LIBRARY_MIGRATIONS[:version])
        wanted = [row[0] for row in known.execute("SELECT name FROM sqlite_master")]
    return next((f"no table {name}" for name in wanted if name not in found), "")


def open_texts(path: Path) -> sqlite3.Connection:
    """Open the file of stored texts; a broken one is thrown away, as it can be made again.

    That of a newer Diptych stays for it: it may hold texts whose files are gone.
    """
    try:
        return _open(path, TEXTS_MIGRATIONS)
    except sqlite3.NotSupportedError:
        # Beside it, by the number of the schema, so that each Diptych has its own.
        own = path.with_stem(f"{path.stem}-{len(TEXTS_MIGRATIONS)}")
        log.info("%s was written by a newer Diptych; %s is used", path.name, own.name)
        return open_texts(own)
    except (sqlite3.Error, OSError) as error:
        if is_only_unwritable(path, error):
            return _open_to_read(path, TEXTS_MIGRATIONS)
        # A cache: texts are read again from the articles' files.
        remove(path)
    try:
        return _open(path, TEXTS_MIGRATIONS)
    except (sqlite3.Error, OSError) as error:
        if not what_forbids_writing(path.parent):
            raise LibraryError(_cannot_write(path, error)) from error
    # Nowhere to write: texts are kept as long as the program runs.
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.row_factory = sqlite3.Row
    _migrate(connection, TEXTS_MIGRATIONS)
    return connection


def remove(path: Path) -> None:
    """Delete a file that can be made again, with what SQLite keeps beside it.

    A folder in the place of one is put aside, for nobody knows what is in it.
    """
    for suffix in ("", *COMPANIONS):
        place = path.with_name(path.name + suffix)
        with suppress(OSError):
            if place.is_dir() and not place.is_symlink():
                place.rename(place.with_name(f"{place.name}-{os.urandom(4).hex()}"))
            else:
                place.unlink()


def open_copy(path: Path) -> Copy:
    """Open a copy of the library in memory, to be read; of one not there an empty one."""
    return _open_to_read(path, LIBRARY_MIGRATIONS)


def open_empty(path: Path) -> Copy:
    """Open an empty library in memory, in the place of one."""
    return _to_read(empty(path), LIBRARY_MIGRATIONS)


def _open_to_read(path: Path, migrations: Sequence[str]) -> Copy:
    return _to_read(in_memory(path), migrations)


def _to_read(connection: Copy, migrations: Sequence[str]) -> Copy:
    connection.row_factory = sqlite3.Row
    _migrate(connection, migrations)
    connection.execute("PRAGMA query_only = ON")
    return connection


def _cannot_write(path: Path, error: Exception) -> Translatable:
    if isinstance(error, NoFileError):
        return error.sentence
    forbidden = what_forbids_writing(path.parent)
    number = error.errno if isinstance(error, OSError) else forbidden
    if number in (errno.ENOSPC, errno.EDQUOT) or "full" in str(error).lower():
        return Translatable(
            "{name} cannot be written: the disk is full. Free some space and try again.",
            name=path.name,
        )
    if forbidden:
        return _read_only(path)
    return Translatable("{path} cannot be used: {error}.", path=path, error=error)


def _read_only(path: Path) -> Translatable:
    return Translatable("{path} cannot be written: the file or its folder is read-only.", path=path)


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """Make everything inside happen wholly or not at all; other processes wait meanwhile."""
    try:
        # The lock at once, or two that have read would wait for each other.
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            if connection.in_transaction:  # SQLite may have taken all back by itself
                connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
    except sqlite3.OperationalError as error:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise LibraryError(_not_written(connection, error)) from error


def _not_written(connection: sqlite3.Connection, error: sqlite3.Error) -> Translatable:
    """Say what the disk had against it where SQLite's words leave that open."""
    if isinstance(connection, Copy):
        if connection.refusal is not None:
            return connection.refusal
        path = connection.path
    else:
        path = Path(connection.execute(_FILE).fetchone()[2])
    forbidden = what_forbids_writing(path.parent)
    if forbidden or "full" in str(error).lower():
        return _cannot_write(path, error)
    if isinstance(connection, Copy):
        return Translatable(
            "{name} could not be written when it was opened; start Diptych again to write.",
            name=path.name,
        )
    if "readonly" in str(error):  # the file alone, in a folder that may be written
        return _read_only(path)
    return Translatable(
        "The library could not be written ({error}); free some disk space or close the other "
        "window, and try again.",
        error=error,
    )


def _open(
    path: Path, migrations: Sequence[str], kind: type[sqlite3.Connection] = Connection
) -> sqlite3.Connection:
    finish_repair(path)
    refuse_strangers(path)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None, factory=kind)
    try:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA journal_mode = WAL")
        # With WAL a power cut may lose the last steps, never the file.
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        _migrate(connection, migrations)
    except BaseException:
        connection.close()
        raise
    return connection


def _migrate(connection: sqlite3.Connection, migrations: Sequence[str]) -> None:
    found = connection.execute("PRAGMA user_version").fetchone()[0]
    if found > len(migrations):
        raise sqlite3.NotSupportedError(f"schema {found}")
    if found == len(migrations):
        return
    # Asked once more with the lock: another process may have been quicker.
    connection.execute("BEGIN EXCLUSIVE")
    done = connection.execute("PRAGMA user_version").fetchone()[0]
    for script in migrations[done:]:
        # executescript would commit before it begins.
        for statement in script.split(";"):
            if statement.strip():
                connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {max(done, len(migrations))}")
    connection.execute("COMMIT")


def texts_in(written: str) -> tuple[str, ...]:
    """Return the texts of a list in JSON; of one that is damaged, none."""
    if written == "[]":  # as of most articles, and each start reads them all
        return ()
    try:
        return tuple(map(str, json.loads(written)))
    except (ValueError, TypeError, RecursionError):
        return ()


def rows_of(
    library: sqlite3.Connection, table: str, ids: Sequence[str], *, order: str = "rowid"
) -> list[sqlite3.Row]:
    """Return the rows of some articles in a table, and of all others too when they are many."""
    if len(ids) <= _FEW_IDS:
        # By the index, as the hits of a search want it; who asks for many wants nearly all.
        query = (
            f"SELECT * FROM {table} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY {order}"
        )
        return library.execute(query, (json.dumps(list(ids)),)).fetchall()
    return library.execute(f"SELECT * FROM {table} ORDER BY {order}").fetchall()
