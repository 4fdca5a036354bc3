# SPDX-License-Identifier: MIT
"""The notes file: opened safely, migrated with a backup, written in whole steps."""

from __future__ import annotations

import errno
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from diptych.atomic import making
from diptych.errors import NoteError
from diptych.notes.migrations import MIGRATIONS
from diptych.notes.searching import indexed
from diptych.snapshot import (
    COPIES,
    Connection,
    NoFileError,
    address_of,
    finish_repair,
    in_memory,
    is_only_unwritable,
    or_in_memory,
    refuse_strangers,
    what_forbids_writing,
)
from diptych.translatable import Translatable

SCHEMA = len(MIGRATIONS)
APPLICATION = 0x44697074  # "Dipt", so that `file` and others can name the file
_BUSY_SECONDS = 10.0
# The last ones are said of a file of another program, or without one of its tables: what
# can be read of it is saved as from a damaged one.
_DAMAGE = ("not a database", "malformed", "already exists", "no such table", "no such column")
# Times 0.05 s: two seconds, since the switch to WAL does not heed the busy timeout.
_ATTEMPTS = 40


class Database:
    """One connection to a notes file; belongs to the thread that opened it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._refusal: Translatable | None = None  # why nothing can be written
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            finish_repair(path)
            self.connection = connect(path)
            self._prepare_or_close()
        except (OSError, sqlite3.Error) as error:
            # A full or read-only disk leaves the notes readable: they go on from memory.
            if not is_only_unwritable(path, error):
                raise NoteError(sentence(path, error)) from error
            self._refusal = sentence(path, error)
            self._open_to_read()

    def _open_to_read(self) -> None:
        """Let reading go on where nothing can be written."""
        try:
            self.connection = in_memory(self.path)
            self.connection.create_function("indexed", 1, indexed, deterministic=True)
            self._refuse_newer()
            self._migrate()
            # Or a write into memory would look as if it were kept.
            self.connection.execute("PRAGMA query_only = ON")
        except (OSError, sqlite3.Error) as error:
            raise NoteError(sentence(self.path, error)) from error

    def _prepare_or_close(self) -> None:
        try:
            self._prepare()
        # Left open, it would be closed whenever it is collected.
        except BaseException:
            self.connection.close()
            raise

    def close(self) -> None:
        """Give the file back; nothing is pending."""
        self.connection.close()

    def rows(self, sql: str, *parameters: object) -> list[tuple[object, ...]]:
        """Return all rows of a query; text that is not UTF-8 is read with marks in it."""
        try:
            return self.connection.execute(sql, parameters).fetchall()
        except sqlite3.OperationalError as error:
            # sqlite3 raises OperationalError for text that is no UTF-8.
            if "decode" not in str(error):
                raise NoteError(sentence(self.path, error)) from error
        except sqlite3.Error as error:
            raise NoteError(sentence(self.path, error)) from error
        # For this query alone: everywhere else damaged text is to be noticed.
        self.connection.text_factory = _forgiving
        try:
            return self.connection.execute(sql, parameters).fetchall()
        except sqlite3.Error as error:
            raise NoteError(sentence(self.path, error)) from error
        finally:
            self.connection.text_factory = str

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Let several queries see one state of the file."""
        try:
            # A deferred transaction sees one state from its first query on, and keeps no writer
            # out.
            self.connection.execute("BEGIN")
        except sqlite3.Error as error:
            raise NoteError(sentence(self.path, error)) from error
        try:
            yield
        finally:
            self._rollback()

    @contextmanager
    def writing(self) -> Iterator[int]:
        """Run a whole step or none of it; gives the number of the change.

        A step that writes nothing does not count as a change.
        """
        if self._refusal is not None:
            raise NoteError(self._refusal)
        try:
            # The lock at once: taken at the first write, two that have read would wait for each
            # other.
            self.connection.execute("BEGIN IMMEDIATE")
            change = int(self.connection.execute("SELECT value FROM counter").fetchone()[0]) + 1
            before = self.connection.total_changes
            yield change
            if self.connection.total_changes > before:
                self.connection.execute("UPDATE counter SET value = ?", (change,))
            self.connection.execute("COMMIT")
        except sqlite3.Error as error:
            self._rollback()
            raise NoteError(sentence(self.path, error)) from error
        except BaseException:
            self._rollback()
            raise

    def _rollback(self) -> None:
        with suppress(sqlite3.Error):
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")

    def _refuse_newer(self) -> int:
        """Return the schema of the file; NoteError when it is one of a newer Diptych."""
        found = schema_of(self.connection)
        if found > SCHEMA:
            raise NoteError(
                "{name} was written by a newer Diptych (schema {found}, this one knows {known}). "
                "Update Diptych, or choose another profile with --profile.",
                name=self.path.name,
                found=found,
                known=SCHEMA,
            )
        return found

    def _prepare(self) -> None:
        found = self._refuse_newer()
        self._use_wal()
        # NORMAL, as is usual with WAL, would lose the last steps with the power.
        self.connection.execute("PRAGMA synchronous = FULL")
        self.connection.execute("PRAGMA foreign_keys = ON")
        if found < SCHEMA:
            # An empty file, of schema 0, has nothing to keep.
            if found:
                back_up(self.connection, backup_name(self.path, f"schema-{found}"))
            self._migrate()

    def _use_wal(self) -> None:
        """Switch to write-ahead logging; the switch itself does not wait for others."""
        for attempt in range(_ATTEMPTS):
            try:
                self.connection.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError:
                if attempt == _ATTEMPTS - 1:
                    raise
                time.sleep(0.05)

    def _migrate(self) -> None:
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            found = schema_of(self.connection)  # another process may have been quicker
            for step in MIGRATIONS[found:]:
                for statement in step:
                    self.connection.execute(_terse(statement))
            self.connection.execute(f"PRAGMA application_id = {APPLICATION}")
            # A PRAGMA takes no parameters; both are numbers of ours.
            self.connection.execute(f"PRAGMA user_version = {max(found, SCHEMA)}")
            self.connection.execute("COMMIT")
        except BaseException:
            self._rollback()
            raise


def _terse(statement: str) -> str:
    """Return SQL without comments and padding.

    SQLite keeps statements as written in the file's first page; as long as they
    fit there, damage anywhere else leaves the tables readable.
    """
    return " ".join(line.partition("--")[0].strip() for line in statement.splitlines())


def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """Open a notes file as it is, without preparing it; NoFileError for what is none."""
    refuse_strangers(path)
    address = address_of(path, "ro" if read_only else "rwc")
    # isolation_level None: transactions begin where we say, not before the first write.
    connection = sqlite3.connect(
        address, timeout=_BUSY_SECONDS, isolation_level=None, uri=True, factory=Connection
    )
    # Statements of the schema call it, so every connection has it, also one that only mends.
    connection.create_function("indexed", 1, indexed, deterministic=True)
    return connection


def connect_to_read(path: Path) -> sqlite3.Connection:
    """Open a notes file to read it, wherever it lies."""
    return or_in_memory(connect(path, read_only=True), path)


def schema_of(connection: sqlite3.Connection) -> int:
    """Return the number of the schema a notes file has; 0 for an empty file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def backup_name(path: Path, reason: str, time: datetime | None = None) -> Path:
    """Return where a copy of the notes file goes, named for the moment and the reason."""
    stamp = (time or datetime.now(UTC)).strftime("%Y%m%d-%H%M%S-%f")
    return path.parent / COPIES / f"{path.stem}-{stamp}-{reason}.sqlite"


def back_up(connection: sqlite3.Connection, target: Path) -> Path:
    """Copy an open notes file, whole and consistent, to ``target``."""
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with making(target) as temporary, closing(connect(temporary)) as copy:
        connection.backup(copy)
        # A copy is one file: in WAL it would need a log beside it to be opened.
        copy.execute("PRAGMA journal_mode = DELETE")
    return target


def sentence(path: Path, error: Exception) -> Translatable:
    """Say in words what went wrong with the notes file, and what helps."""
    if isinstance(error, NoFileError):
        return error.sentence
    # Errors of SQLite and of the system alike, so their words have to tell.
    told = str(error).lower()
    forbidden = what_forbids_writing(path.parent) if _is_vague(told) else 0
    if "locked" in told or "busy" in told:
        return Translatable(
            "{name} is in use by another program; try again in a moment.", name=path.name
        )
    if "full" in told or "no space" in told or forbidden in (errno.ENOSPC, errno.EDQUOT):
        return Translatable(
            "{name} cannot be written: the disk is full. Free some space and try again.",
            name=path.name,
        )
    if forbidden or "readonly" in told or "read-only" in told or "permission" in told:
        return Translatable(
            "{path} cannot be written: the file or its folder is read-only.", path=path
        )
    if any(words in told for words in _DAMAGE):
        return Translatable(
            "{path} is damaged. Run `diptych doctor --repair`, or restore a backup from {backups}.",
            path=path,
            backups=path.parent / COPIES,
        )
    return Translatable("{path} cannot be used: {error}.", path=path, error=error)


def _is_vague(told: str) -> bool:
    """Tell whether SQLite's words leave open what the disk had against it."""
    return "i/o" in told or "unable to open" in told


def _forgiving(value: bytes) -> str:
    return value.decode("utf-8", "replace")
