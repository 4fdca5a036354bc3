# SPDX-License-Identifier: MIT
"""Copies of the notes file: the last ten starts, one a day for fourteen days."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from diptych.errors import NoteError
from diptych.notes.database import (
    SCHEMA,
    back_up,
    backup_name,
    connect,
    connect_to_read,
    schema_of,
    sentence,
)
from diptych.notes.migrations import MIGRATIONS
from diptych.notes.safety import AT_START, Backup, CheckFinding
from diptych.opened import is_missing
from diptych.patterns import late_pattern
from diptych.snapshot import (
    COPIES,
    NoFileError,
    are_copies_shut,
    copies_of,
    finish_repair,
    is_log_alone,
    is_to_stay,
    put_in_place,
    repaired_beside,
    strangers,
)
from diptych.translatable import Translatable

STARTS = 10
DAYS = 14
# notes-20240503-104500-123456-before-import.sqlite: when, and what for
_NAME = late_pattern(r"-(\d{8}-\d{6}-\d{6})-([a-z0-9-]+)\.sqlite$")


def backups(notes_file: Path) -> tuple[Backup, ...]:
    """Return the copies of a notes file, newest first; unreadable ones are left out."""
    found = []
    for path, time, reason in _listed(notes_file):
        with suppress(sqlite3.Error), closing(connect_to_read(path)) as copy:
            count = copy.execute("SELECT count(*) FROM note WHERE deleted IS NULL").fetchone()[0]
            found.append(Backup(path, time, reason, int(count)))
    return tuple(found)


def unreadable_backups(notes_file: Path) -> tuple[Path, ...]:
    """Return the copies that ``backups`` leaves out: one that is damaged can save nothing."""
    folder = notes_file.parent / COPIES
    if are_copies_shut(notes_file) or (folder.exists() and not folder.is_dir()):
        return (folder,)
    readable = {backup.path for backup in backups(notes_file)}
    return tuple(path for path, _, _ in _listed(notes_file) if path not in readable)


def back_up_if_changed(
    notes_file: Path, *, reason: str = AT_START, now: datetime | None = None
) -> Path | None:
    """Copy the notes file unless nothing changed since the last copy, and drop old copies.

    Takes about a second for 100,000 notes: call it off the GUI thread.
    """
    now = now or datetime.now(UTC)
    if is_missing(notes_file):
        return None
    try:
        with closing(connect_to_read(notes_file)) as connection:
            listed = _listed(notes_file, now)
            # A file of an earlier schema is copied when it is brought up to date, under that
            # name.
            if schema_of(connection) != SCHEMA or (listed and _same(connection, listed[0][0])):
                return None
            made = back_up(connection, backup_name(notes_file, reason, now))
            _rotate(notes_file, now, _known(connection))
    except (OSError, sqlite3.Error) as error:
        raise NoteError(
            "No backup could be made. {why}", why=sentence(notes_file, error)
        ) from error
    return made


def restore(backup: Path, notes_file: Path) -> Path | None:
    """Put a backup in the place of the notes file; every open window sees the change.

    Returns the copy of what was there before, None when that was unreadable; an
    unreadable file is set aside beside the notes file. NoteError when the backup
    itself is damaged or too new, and nothing has changed then.
    """
    _check(backup)
    try:
        # First a copy of what is there: to put the wrong backup back can be undone.
        kept = None
        if not _is_sound(notes_file):
            _put_in_place_of_damaged(backup, notes_file)
        else:
            with closing(connect_to_read(notes_file)) as connection:
                kept = back_up(connection, backup_name(notes_file, "restore"))
        with (
            closing(connect_to_read(backup)) as source,
            closing(connect(notes_file)) as live,
        ):
            token = _counter(live) if kept else 0
            # Page by page into the open file: windows that have it open keep a whole one.
            source.backup(live)
            _announce(live, token)
    except (OSError, sqlite3.Error) as error:
        raise NoteError(sentence(notes_file, error)) from error
    return kept


def _put_in_place_of_damaged(backup: Path, notes_file: Path) -> None:
    """Set a damaged file aside only once what takes its place is whole."""
    with closing(connect_to_read(backup)) as source:
        back_up(source, repaired_beside(notes_file))
    put_in_place(notes_file)


def emptied(notes_file: Path) -> CheckFinding | None:
    """Tell of notes in a copy where the file has none and never had: it was begun anew.

    So a crash may leave it, or whoever took it away. Told as well is what is no file.
    """
    finish_repair(notes_file)
    if found := strangers(notes_file):
        sentence = NoFileError(found[0]).sentence
        return CheckFinding("no-file", sentence, mendable=not is_to_stay(notes_file))
    if is_log_alone(notes_file):
        return CheckFinding("damaged", NoFileError(notes_file).sentence, mendable=True)
    copy = copy_of_emptied(notes_file)
    if copy is None:
        return None
    sentence = Translatable(
        "{file} holds no notes; its copy of {time} holds {count}.",
        file=notes_file.name,
        time=f"{copy.time.astimezone():%Y-%m-%d %H:%M}",
        count=copy.notes,
    )
    return CheckFinding("emptied", sentence, mendable=True)


def copy_of_emptied(notes_file: Path) -> Backup | None:
    """Return the newest copy with notes of a file that has none and never had."""
    try:
        if notes_file.exists() and notes_file.stat().st_size:
            with closing(connect_to_read(notes_file)) as connection:
                # The counter rises with the first note, and with what a restored copy brings.
                if connection.execute("SELECT value FROM counter").fetchone()[0]:
                    return None
    except (OSError, sqlite3.Error):
        return None  # which is another illness
    return next((copy for copy in backups(notes_file) if copy.notes), None)


def _listed(notes_file: Path, now: datetime | None = None) -> list[tuple[Path, datetime, str]]:
    """Return the copies by their names, newest first.

    One from the future was made before the clock was set back: none of the present is older.
    """
    now = now or datetime.now(UTC)
    found = []
    for path in copies_of(notes_file):
        name = _NAME.search(path.name)
        if name:
            # By the name, not the file's time, which copying a profile changes.
            time = datetime.strptime(name.group(1), "%Y%m%d-%H%M%S-%f").replace(tzinfo=UTC)
            found.append((path, time, name.group(2)))
    return sorted(found, key=lambda each: (each[1] <= now, each[1]), reverse=True)


def _rotate(notes_file: Path, now: datetime, known: set[str]) -> None:
    """Drop copies that are neither of the last starts nor the last of a recent day.

    But none that alone holds a note which nobody removed: ``known`` are those of the
    file, removed ones with them. A file that was cut to nothing by a crash would else
    push out all its copies.
    """
    listed = _listed(notes_file, now)
    starts = [path for path, _, reason in listed if reason == AT_START]
    kept = set(starts[:STARTS])
    days: set[object] = set()
    for path, time, _ in listed:
        # The newest come first, so it is the last copy of each day that stays.
        if time > now - timedelta(days=DAYS) and time.date() not in days:
            days.add(time.date())
            kept.add(path)
    # By hand, before a restore, a repair or a new schema: starts must not push these out.
    others = [path for path, _, reason in listed if reason != AT_START]
    kept.update(others[:STARTS])
    dropped = [path for path, _, _ in listed if path not in kept]
    alone = {path: _ids_in(path) - known for path in dropped}
    # Hardly ever is there one, and then each copy is looked into.
    elsewhere = set().union(*map(_ids_in, kept)) if any(alone.values()) else set()
    for path in dropped:
        if alone[path] <= elsewhere:
            path.unlink(missing_ok=True)
        else:
            elsewhere |= alone[path]


def _known(connection: sqlite3.Connection) -> set[str]:
    """Return the notes of a file, and those that were removed from it for good."""
    found = connection.execute("SELECT id FROM note UNION SELECT id FROM gone")
    return {str(row[0]) for row in found}


def _ids_in(copy: Path) -> set[str]:
    with suppress(sqlite3.Error), closing(connect_to_read(copy)) as connection:
        return {str(row[0]) for row in connection.execute("SELECT id FROM note")}
    return set()


def _same(connection: sqlite3.Connection, copy: Path) -> bool:
    """Tell whether the copy already holds everything."""
    with suppress(sqlite3.Error), closing(connect_to_read(copy)) as other:
        return schema_of(other) == SCHEMA and _counter(other) == _counter(connection)
    return False


def _counter(connection: sqlite3.Connection) -> int:
    with suppress(sqlite3.Error):
        return int(connection.execute("SELECT value FROM counter").fetchone()[0])
    return 0


def _announce(connection: sqlite3.Connection, token: int) -> None:
    """Let every window notice that all notes may have changed."""
    connection.execute("BEGIN IMMEDIATE")
    # Higher than either file's, or a window would take the older number for nothing new.
    change = max(token, _counter(connection)) + 1
    connection.execute("UPDATE counter SET value = ?", (change,))
    connection.execute("UPDATE note SET change = ?", (change,))
    connection.execute("COMMIT")


def _check(backup: Path) -> None:
    if not _is_sound(backup) or _acts_by_itself(backup):
        raise NoteError("{backup} is no sound backup; choose another one.", backup=backup)
    with closing(connect_to_read(backup)) as connection:
        if schema_of(connection) > SCHEMA:
            raise NoteError(
                "{name} was made by a newer Diptych. Update Diptych first.", name=backup.name
            )


def _acts_by_itself(path: Path) -> bool:
    """Tell whether a file would change notes when others are written, beyond what ours do."""
    ours = {_in_a_line(statement) for step in MIGRATIONS for statement in step}
    with closing(connect_to_read(path)) as connection:
        found = connection.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'")
        return not all(_in_a_line(sql) in ours for (sql,) in found)


def _in_a_line(sql: str) -> str:
    return " ".join(sql.split())


def _is_sound(path: Path) -> bool:
    if not path.exists():
        return False
    try:
        with closing(connect_to_read(path)) as connection:
            connection.execute("SELECT count(*) FROM note").fetchone()
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.Error:
        return False
