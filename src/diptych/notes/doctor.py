# SPDX-License-Identifier: MIT
"""Checking the notes file, and mending what can be mended."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path

from diptych.atomic import making
from diptych.errors import NoteError
from diptych.notes import rows
from diptych.notes.backups import backups, copy_of_emptied, emptied, restore
from diptych.notes.database import (
    SCHEMA,
    Database,
    back_up,
    backup_name,
    connect,
    connect_to_read,
    schema_of,
)
from diptych.notes.migrations import INDEX_NOTES
from diptych.notes.safety import CheckFinding
from diptych.notes.salvage import salvaged
from diptych.snapshot import (
    NoFileError,
    finish_repair,
    is_log_alone,
    put_in_place,
    put_strangers_aside,
    repaired_beside,
    with_its_log,
)
from diptych.translatable import Translatable

_TABLES = (
    "gone",
    "note",
    "anchor",
    "verdict",
    "alignment",
    "versions",
    "placeless",
    "seen",
    "damaged",
)
_ONCE = {"alignment": "pin"}  # the name of a table in files of earlier versions


def check(notes_file: Path) -> tuple[CheckFinding, ...]:
    """Look for everything that can be wrong with a notes file, without changing it."""
    if (lost := emptied(notes_file)) is not None:
        return (lost,)
    if not notes_file.exists():
        return (CheckFinding("absent", "There are no notes yet."),)
    try:
        with closing(connect_to_read(notes_file)) as connection:
            if schema_of(connection) > SCHEMA:
                return (
                    CheckFinding("newer", f"{notes_file.name} was written by a newer Diptych."),
                )
            found = [*_faults(connection), *_bad_rows(connection), *_loose_ends(connection)]
            count = connection.execute("SELECT count(*) FROM note").fetchone()[0]
    except sqlite3.Error as error:
        sentence = Translatable("{file} is damaged ({error}).", file=notes_file, error=error)
        return (CheckFinding("damaged", sentence, mendable=True),)
    if not any(finding.mendable for finding in found):
        found.insert(0, CheckFinding("ok", f"{notes_file.name} is sound; it holds {count} notes."))
    return tuple(found)


def repair(notes_file: Path) -> tuple[str, ...]:
    """Mend what ``check`` found and return what was done, a sentence each.

    The file is copied first. Rows that cannot be read as a note move to the
    table ``damaged``; a file that cannot be read as a whole is set aside, what
    can be read of it goes into a new one, and notes only the last good backup
    holds are added. No window may have the file open meanwhile.

    Killed at any moment, the next repair brings what this one would have.
    """
    finish_repair(notes_file)
    try:
        aside = put_strangers_aside(notes_file)
    except NoFileError as error:
        raise NoteError(error.sentence) from error
    return (*aside, *_repaired(notes_file))


def _repaired(notes_file: Path) -> tuple[str, ...]:
    found = check(notes_file)
    if any(finding.code == "newer" for finding in found):
        raise NoteError(
            "{name} was written by a newer Diptych; it is left alone.", name=notes_file.name
        )
    if any(finding.code == "damaged" for finding in found):
        return _rebuild(notes_file)
    copy = copy_of_emptied(notes_file)
    if copy is not None:
        restore(copy.path, notes_file)
        return (f"{copy.notes} notes came back from {copy.path.name}.",)
    if not any(finding.mendable for finding in found):
        return ()
    with closing(connect(notes_file)) as connection:
        # Before anything is mended: what a repair does wrong can be taken back.
        kept = back_up(connection, backup_name(notes_file, "repair"))
    done = [f"The file was copied to {kept} first."]
    database = Database(notes_file)
    try:
        with database.writing():
            done += _mend(database.connection)
    finally:
        database.close()
    return tuple(done)


def _faults(connection: sqlite3.Connection) -> list[CheckFinding]:
    # The first is told; twenty are found sooner than all.
    answers = [row[0] for row in connection.execute("PRAGMA integrity_check(20)")]
    if answers == ["ok"]:
        return []
    sentence = Translatable("The file of notes is damaged: {error}.", error=answers[0])
    return [CheckFinding("damaged", sentence, mendable=True)]


def _bad_rows(connection: sqlite3.Connection) -> Iterator[CheckFinding]:
    for table, key, error in _unreadable(connection):
        sentence = Translatable(
            "A row of {table} ({row}) cannot be read: {error}.",
            table=table,
            row=key[0],
            error=error,
        )
        yield CheckFinding("bad-row", sentence, mendable=True)


def _loose_ends(connection: sqlite3.Connection) -> Iterator[CheckFinding]:
    loose = len(connection.execute("PRAGMA foreign_key_check").fetchall())
    if loose:
        sentence = Translatable("Rows that belong to notes that are gone: {count}.", count=loose)
        yield CheckFinding("loose-row", sentence, mendable=True)
    # The table of an earlier schema is filled when it is brought up to date.
    if schema_of(connection) == SCHEMA:
        missing = connection.execute(
            "SELECT count(*) FROM note WHERE deleted IS NULL "
            "AND id NOT IN (SELECT note FROM searched)"
        ).fetchone()[0]
        if missing:
            sentence = Translatable(
                "Notes that cannot be found by searching: {count}.", count=missing
            )
            yield CheckFinding("unsearchable", sentence, mendable=True)
    copies = connection.execute(
        "SELECT count(*) FROM note WHERE conflict_of != '' AND deleted IS NULL"
    ).fetchone()[0]
    if copies:
        yield CheckFinding(
            "conflict", f"{copies} notes are copies kept because two windows differed."
        )


def _unreadable(connection: sqlite3.Connection) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Give table, key and reason of each row that makes no sense."""
    # Bytes that are no UTF-8 are a fault of that row, not the end of the check.
    connection.text_factory = lambda value: value.decode("utf-8", "replace")
    for row in connection.execute(f"SELECT {rows.NOTE_COLUMNS} FROM note"):
        try:
            rows.note_of(row, ())
        except ValueError as error:
            yield "note", (str(row[0]),), str(error)
    for row in connection.execute(f"SELECT {rows.ANCHOR_COLUMNS} FROM anchor"):
        try:
            rows.anchor_of(row)
        except ValueError as error:
            yield "anchor", (str(row[0]), str(row[1])), str(error)


def _mend(connection: sqlite3.Connection) -> list[str]:
    bad = list(_unreadable(connection))
    for table, key, _ in bad:
        where = "id = ?" if table == "note" else "note = ? AND place = ?"
        _move_to_damaged(connection, table, where, key)
    done = [f"{len(bad)} unreadable rows were set apart."] if bad else []
    loose = connection.execute("PRAGMA foreign_key_check").fetchall()
    for table in ("anchor", "searched"):
        if any(row[0] == table for row in loose):
            where = "note NOT IN (SELECT id FROM note)"
            if table == "anchor":
                _move_to_damaged(connection, table, where, ())
            connection.execute(f"DELETE FROM {table} WHERE {where}")
    done += [f"{len(loose)} rows without a note were set apart."] if loose else []
    missing = connection.execute(INDEX_NOTES).rowcount
    return [*done, f"{missing} notes can be found again."] if missing else done


def _move_to_damaged(
    connection: sqlite3.Connection, table: str, where: str, key: tuple[str, ...]
) -> None:
    found = connection.execute(f"SELECT * FROM {table} WHERE {where}", key)
    # Kept with the names of its columns, for a later schema may have others.
    names = [column[0] for column in found.description]
    for row in found.fetchall():
        words = json.dumps(dict(zip(names, map(_plain, row), strict=True)), ensure_ascii=False)
        connection.execute("INSERT INTO damaged VALUES (?, ?)", (table, words))
    connection.execute(f"DELETE FROM {table} WHERE {where}", key)


def _plain(value: object) -> object:
    # JSON has no bytes.
    return value.hex() if isinstance(value, bytes) else value


def _rebuild(notes_file: Path) -> tuple[str, ...]:
    """Make a new file of what can be read, which takes the place of the damaged one when whole."""
    repaired = repaired_beside(notes_file)
    with making(repaired) as fresh:
        Database(fresh).close()
        # A repair that was broken off had the log of the damaged file too; without a word
        # written since, it knows more of each note.
        before = [repaired] if _is_newer(repaired, notes_file) else []
        saved = sum(_bring(fresh, _readable_rows(source)) for source in (*before, notes_file))
        # What SQLite reads is surer; the pages themselves add what it cannot reach.
        saved += _bring(fresh, salvaged(notes_file))
        saved += _bring(fresh, _readable_rows(repaired)) if repaired.exists() else 0
        done = [f"{saved} notes were saved from it."]
        # The newest that can be opened; it adds only what the damaged file does not have.
        copies = backups(notes_file)
        if copies:
            more = _bring(fresh, _readable_rows(copies[0].path))
            done.append(
                f"{more} notes came from the backup of {copies[0].time:%Y-%m-%d %H:%M} UTC."
            )
    aside = put_in_place(notes_file)
    assert aside is not None  # the check has just opened it
    return (f"The damaged file was set aside as {aside.name}.", *done)


def _is_newer(repaired: Path, notes_file: Path) -> bool:
    """Tell whether nothing was written to a damaged file since it was repaired."""
    if not repaired.exists() or not notes_file.exists():
        return False
    return repaired.stat().st_mtime_ns >= notes_file.stat().st_mtime_ns


def _bring(notes_file: Path, found: Iterable[tuple[str, tuple[object, ...]]]) -> int:
    """Write each row that is not there yet; return how many notes that brought."""
    database = Database(notes_file)
    try:
        with database.writing() as change:
            connection = database.connection
            before = connection.execute("SELECT count(*) FROM note").fetchone()[0]
            # Anchors may be found before their notes; whether these are there is asked at the
            # end.
            connection.execute("PRAGMA defer_foreign_keys = ON")
            gone = {row[0] for row in connection.execute("SELECT id FROM gone")}
            here = {
                "note": {row[0] for row in connection.execute("SELECT id FROM note")},
                "anchor": {row[0] for row in connection.execute("SELECT note FROM anchor")},
            }
            for table, row in found:
                # Neither revive what was removed for good, nor mix two states of a note.
                if table in here and (row[0] in gone or row[0] in here[table]):
                    continue
                if table == "gone":
                    gone.add(row[0])
                _insert(connection, table, row)
            _mend(connection)
            after = connection.execute("SELECT count(*) FROM note").fetchone()[0]
            # All of them: windows and the Markdown copy read everything again.
            connection.execute("UPDATE note SET change = ?", (change,))
            connection.execute("UPDATE gone SET change = ?", (change,))
    finally:
        database.close()
    return int(after - before)


def _insert(connection: sqlite3.Connection, table: str, row: tuple[object, ...]) -> None:
    marks = ", ".join("?" * len(row))
    # One of another schema has other columns, a damaged one may hold anything.
    with suppress(sqlite3.IntegrityError, sqlite3.OperationalError, sqlite3.InterfaceError):
        connection.execute(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", row)


def _readable_rows(source: Path) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Give the rows SQLite can read: from the front until the damage, then from the back."""
    with closing(_open_damaged(source)) as connection:
        connection.text_factory = lambda value: value.decode("utf-8", "replace")
        with suppress(sqlite3.Error):
            # A damaged row of the schema then hides its own table alone.
            connection.execute("PRAGMA writable_schema = ON")
        for table in _TABLES:
            for asked in _ways_to_read(table):
                try:
                    for row in connection.execute(asked):
                        yield table, row
                    break
                except sqlite3.Error:
                    continue


def _ways_to_read(table: str) -> list[str]:
    order = "rowid" if table in ("note", "damaged") else "1"
    names = (table, _ONCE[table]) if table in _ONCE else (table,)
    return [
        f"SELECT * FROM {name} ORDER BY {order} {direction}"
        for name in names
        for direction in ("ASC", "DESC")
    ]


def _open_damaged(source: Path) -> sqlite3.Connection:
    try:
        if is_log_alone(source):
            return with_its_log(source)
        return connect(source, read_only=True)
    except sqlite3.Error as error:
        raise NoteError(
            "{source} cannot be opened: {error}.", source=source, error=error
        ) from error
