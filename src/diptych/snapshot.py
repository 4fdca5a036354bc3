# SPDX-License-Identifier: MIT
"""A SQLite file read where nothing can be written: a full disk, a read-only stick.

SQLite wants to write beside a file in write-ahead logging even to read it. Then
its pages, with those of its log over them, are read into memory instead.
"""

from __future__ import annotations

import errno
import os
import sqlite3
import struct
import tempfile
from contextlib import suppress
from pathlib import Path

_FRAME, _LOG_HEADER = 24, 32  # bytes before each page of a log, and before all of them
_ROLLBACK = b"\x01\x01"  # the journal mode of a file that has no log beside it
_FULL = "disk is full"
_UNWRITABLE = ("disk i/o", "unable to open", "readonly", "read-only", _FULL)


class Copy(sqlite3.Connection):
    """A file's content in memory, which remembers whose it is."""

    path: Path


def what_forbids_writing(folder: Path) -> int:
    """Return the error number of writing into a folder, 0 when it can be done."""
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
    if not is_of_kind or (path.exists() and not os.access(path, os.R_OK)):
        return False
    # What needed more than was left gives it back: the trial finds room again.
    return _FULL in told or bool(what_forbids_writing(path.parent))


def in_memory(path: Path) -> Copy:
    """Open a copy of the file as it is now; nobody else's later changes show in it.

    A file that could not even be begun is an empty one.
    """
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
    connection = sqlite3.connect(":memory:", isolation_level=None, factory=Copy)
    connection.path = path
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
