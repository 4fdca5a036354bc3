# SPDX-License-Identifier: MIT
"""A SQLite file read where nothing can be written: a full disk, a read-only stick.

SQLite wants to write beside a file in write-ahead logging even to read it. Then
its pages, with those of its log over them, are read into memory instead.

What stands in its place and is no file is not opened at all: SQLite would wait
for a pipe without end.
"""

from __future__ import annotations

import errno
import os
import sqlite3
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from diptych.opened import is_missing, is_no_file, is_shut, listed, size_of
from diptych.translatable import Translatable

_FRAME, _LOG_HEADER = 24, 32  # bytes before each page of a log, and before all of them
_ROLLBACK = b"\x01\x01"  # the journal mode of a file that has no log beside it
_FULL = "disk is full"
_UNWRITABLE = ("disk i/o", "unable to open", "readonly", "read-only", _FULL)
COPIES = "backups"  # the folder they lie in, beside the database
COMPANIONS = ("-wal", "-shm", "-journal")  # what SQLite keeps beside a file


class NoFileError(sqlite3.OperationalError):
    """Something else than a file, or one that may not be read, stands where SQLite opens one.

    Or there is nothing, and a log beside it, which SQLite would delete.
    """

    def __init__(self, path: Path) -> None:
        if is_log_alone(path):
            self.sentence = Translatable(
                "{path} is gone or empty, but its log is there. Run `diptych doctor --repair`; "
                "what the log holds and the newest backup are put together.",
                path=path,
            )
        elif is_missing(path):
            self.sentence = Translatable(
                "{path} is a link, and what it leads to cannot be found. Connect the disk that "
                "it lies on.",
                path=path,
            )
        elif not is_no_file(path):
            self.sentence = Translatable(
                "{path} cannot be read: permission is denied. It is left as it is; allow "
                "yourself to read it.",
                path=path,
            )
        else:
            self.sentence = Translatable(
                "{path} is no file: a folder, a pipe or a device stands in its place. "
                "Run `diptych doctor --repair` to put it aside.",
                path=path,
            )
        super().__init__(self.sentence)


class Connection(sqlite3.Connection):
    """A file that may be damaged where SQLite quotes it."""

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        with told_as_damage():
            return super().execute(sql, parameters)


@contextmanager
def told_as_damage() -> Iterator[None]:
    """Raise sqlite3.DatabaseError where Python cannot read what SQLite says of a file.

    Its words are taken for UTF-8, and a name in them may be what the damage left of it.
    """
    try:
        yield
    except UnicodeDecodeError as error:
        damage = sqlite3.DatabaseError("malformed database schema")
        damage.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise damage from error


class Copy(Connection):
    """A file's content in memory, which remembers whose it is."""

    path: Path
    refusal: Translatable | None = None  # why nothing is written, if not for want of room


def address_of(path: Path, mode: str) -> str:
    """Return a file's address for SQLite, with the mode it is opened in: ro, rw, rwc.

    https://www.sqlite.org/uri.html
    """
    whole = path.absolute()
    # pathlib's own way to say it loads all that speaks with a network, from Python 3.14 on.
    drive = "/" if whole.drive else ""  # file:///C:/town, and file://// before a share
    place = quote(os.fsencode(drive + whole.as_posix()), safe="/:")
    return f"file://{place}?mode={mode}"


def strangers(path: Path) -> tuple[Path, ...]:
    """Return what is no file of a database and of what SQLite keeps beside it.

    A link counts by what it leads to, and as a stranger where that is not there; so
    does a file that may not be read.
    """
    beside = (path.with_name(path.name + ending) for ending in COMPANIONS)
    return tuple(each for each in (path, *beside) if _is_stranger(each))


def is_to_stay(path: Path) -> bool:
    """Tell whether a database, or what lies beside it, may be sound behind what bars the way.

    A link whose target is not there, whose disk may only be away, or a file that may not
    be read: nobody puts it aside.
    """
    return any(_may_be_sound(stranger) for stranger in strangers(path))


def refuse_strangers(path: Path) -> None:
    """Raise NoFileError where a database, or what lies beside it, is no file or may not be read.

    So it is where the log is there alone.
    """
    alone = (path,) if is_log_alone(path) else ()
    for stranger in (*strangers(path), *alone):
        raise NoFileError(stranger)


def is_log_alone(path: Path) -> bool:
    """Tell whether the log of a database holds something and the database nothing."""
    log = path.with_name(path.name + "-wal")
    return size_of(log) > _LOG_HEADER and not size_of(path)


def copies_of(path: Path) -> list[Path]:
    """Return the copies of a database; none where its folder of copies may not be entered."""
    return listed(path.parent / COPIES, f"{path.stem}-*.sqlite")


def are_copies_shut(path: Path) -> bool:
    """Tell whether the copies of a database cannot be listed, for want of permission."""
    folder = path.parent / COPIES
    return is_shut(folder) or (folder.is_dir() and not os.access(folder, os.R_OK | os.X_OK))


def put_aside(path: Path) -> Path:
    """Rename a database that cannot be read, with what lies beside it; return its new name."""
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    aside = path.with_name(f"{path.stem}-damaged-{stamp}{path.suffix}")
    # The log goes first: beside a new file it would be played into that.
    for ending in (*COMPANIONS, ""):
        with suppress(FileNotFoundError):
            path.with_name(path.name + ending).replace(aside.with_name(aside.name + ending))
    return aside


def repaired_beside(path: Path) -> Path:
    """Return where what was repaired of a database waits for its place."""
    return path.with_name(f"{path.stem}-repaired{path.suffix}")


def put_in_place(path: Path) -> Path | None:
    """Put a repaired database in the place of the damaged one; return that one's new name.

    Killed in between, ``finish_repair`` or the next repair goes on.
    """
    aside = put_aside(path) if path.exists() or is_log_alone(path) else None
    repaired_beside(path).replace(path)
    return aside


def finish_repair(path: Path) -> None:
    """Put a repaired database in its place if all that a kill has kept it from is that."""
    if is_shut(path):
        return
    repaired = repaired_beside(path)
    # Beside a log that was left alone it would have that played into it.
    is_free = not path.exists() and not path.is_symlink() and not is_log_alone(path)
    if repaired.exists() and is_free:
        with suppress(OSError):  # on a read-only disk it waits
            repaired.replace(path)


def put_strangers_aside(path: Path) -> tuple[str, ...]:
    """Rename what is no file and stands where a database or its log is; a sentence for each.

    What may be sound stays, and NoFileError is raised.
    """
    found = strangers(path)
    for stranger in found:
        if _may_be_sound(stranger):
            raise NoFileError(stranger)
    if path in found:
        return (_told_aside(path, put_aside(path)),)
    return tuple(_told_aside(each, put_aside(each)) for each in found)


def _told_aside(path: Path, aside: Path) -> str:
    return Translatable(
        "{name} was no file; it was put aside as {aside}.", name=path.name, aside=aside.name
    )


def _is_stranger(path: Path) -> bool:
    # A link into nothing, or around in a circle, is no file either.
    return _is_barred(path) or is_no_file(path) or (path.is_symlink() and not path.exists())


def _is_barred(path: Path) -> bool:
    return is_shut(path) or (path.is_file() and not os.access(path, os.R_OK))


def _may_be_sound(stranger: Path) -> bool:
    return _is_barred(stranger) or is_missing(stranger)


def what_forbids_writing(folder: Path) -> int:
    """Return the error number of writing into a folder, 0 when it can be done."""
    import tempfile  # what only reads does without

    try:
        with tempfile.TemporaryFile(dir=folder) as trial:
            trial.write(b"\0" * 8192)
            trial.flush()
    except OSError as error:
        return error.errno or errno.EIO
    return 0


def is_only_unwritable(path: Path, error: Exception) -> bool:
    """Tell whether a file only cannot be opened, or begun, for want of a place to write."""
    told = str(error).lower()
    is_of_kind = isinstance(error, OSError) or any(words in told for words in _UNWRITABLE)
    if not is_of_kind or is_shut(path) or (path.exists() and not os.access(path, os.R_OK)):
        return False
    # What needed more than was left gives it back: the trial finds room again.
    return _FULL in told or bool(what_forbids_writing(path.parent))


def or_in_memory(connection: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    """Return a connection that was opened to read, or a copy where no file can be made beside.

    What is damaged is left to whoever asks it something.
    """
    try:
        # Opening reads nothing: what is wrong shows at the first query.
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        connection.close()
        if not is_only_unwritable(path, error):
            raise
        return in_memory(path)
    except sqlite3.DatabaseError:
        pass
    return connection


def in_memory(path: Path) -> Copy:
    """Open a copy of the file as it is now; nobody else's later changes show in it.

    A file that could not even be begun is an empty one.
    """
    refuse_strangers(path)
    return with_its_log(path)


def empty(path: Path) -> Copy:
    """Open nothing, in memory, in the place of a file that is not to be looked at."""
    connection = sqlite3.connect(":memory:", isolation_level=None, factory=Copy)
    connection.path = path
    return connection


def with_its_log(path: Path) -> Copy:
    """Open a copy of the file, if there is one, with what its log holds."""
    content = bytearray(path.read_bytes() if path.exists() else b"")
    # Two bytes tell the page size; 1 stands for 65,536, which they cannot hold.
    size = struct.unpack(">H", content[16:18])[0] if len(content) > 100 else 4096
    size = 65_536 if size == 1 else size
    with suppress(OSError):
        log = path.with_name(f"{path.name}-wal").read_bytes()
        for number, page in logged(log, size).items():
            start = (number - 1) * size
            content.extend(b"\0" * (start + size - len(content)))
            content[start : start + size] = page
    connection = empty(path)
    if content:
        content[18:20] = _ROLLBACK
        connection.deserialize(bytes(content))
    return connection


def logged(log: bytes, size: int) -> dict[int, bytes]:
    """Return the pages that whole steps wrote to a log and nobody carried over yet.

    https://www.sqlite.org/fileformat2.html#the_write_ahead_log
    """
    whole: dict[int, bytes] = {}
    step: dict[int, bytes] = {}
    for place in range(_LOG_HEADER, len(log) - _FRAME - size + 1, _FRAME + size):
        number, is_end = struct.unpack(">II", log[place : place + 8])
        # Another salt than the header's is of a log before.
        if log[place + 8 : place + 16] != log[16:24]:
            break
        step[number] = log[place + _FRAME : place + _FRAME + size]
        # What ends a step tells the size of the file then; any other frame has 0 there.
        if is_end:
            whole |= step
            step = {}
    return whole
