# SPDX-License-Identifier: MIT
"""Putting a finished file in its place: the old one stays whole until the new one is."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from diptych.atomic import reason, replacing, sync_folder
from diptych.errors import NoteError

_NO_FILES = (("dev",), ("proc",))  # /dev/stdout may lead to a file that a shell has open


def write_text(path: Path, pieces: Iterable[str]) -> Path:
    """Write UTF-8 text to ``path``: temporary file, synced, renamed.

    Whatever is raised on the way, by the disk or by ``pieces``, leaves the old
    file as it was. NoteError says what the disk had against it.
    """
    return write_bytes(path, encoded(pieces))


def write_bytes(path: Path, pieces: Iterable[bytes]) -> Path:
    """Write ``path`` as ``write_text`` does."""
    _put(path, pieces)
    sync_folder(path.parent)
    return path


def is_ordinary(path: Path) -> bool:
    """Tell whether ``path`` is a file, or nothing yet: no device, pipe or socket."""
    try:
        # Followed through links: a link to a file is replaced at its target.
        is_file = stat.S_ISREG(path.stat().st_mode)
        return is_file and path.absolute().parts[1:2] not in _NO_FILES
    except OSError:
        return True


def write_stream(path: Path, pieces: Iterable[bytes]) -> Path:
    """Write into what is no ordinary file; it stays what it is."""
    try:
        # A pipe that nobody reads would keep the writer waiting for ever.
        handle = os.open(path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "wb") as stream:
            if sys.platform != "win32":
                # Opened, it may wait: a slow reader is no error.
                os.set_blocking(handle, True)
            stream.writelines(pieces)
    except BrokenPipeError as error:
        raise NoteError("{path} is a pipe whose reader has gone.", path=path) from error
    except OSError as error:
        raise refusal(path, error) from error
    return path


def write_texts(files: Iterable[tuple[Path, Iterable[str]]]) -> None:
    """Write one file after the other as ``write_text`` does.

    What was written before something was raised stays.
    """
    folders = set()
    try:
        for path, pieces in files:
            _put(path, encoded(pieces))
            folders.add(path.parent)
    finally:
        for folder in folders:  # once, for with thousands of files it is half the work
            sync_folder(folder)


def encoded(pieces: Iterable[str]) -> Iterator[bytes]:
    """Give text as it is written to files."""
    # Halves of surrogate pairs become question marks rather than the end of an export.
    return (piece.encode("utf-8", "replace") for piece in pieces)


def _put(path: Path, pieces: Iterable[bytes]) -> None:
    try:
        with replacing(path, private=False) as stream:
            stream.writelines(pieces)
    except OSError as error:
        raise refusal(path, error) from error


def refusal(path: Path, error: OSError) -> NoteError:
    """Return what is said of a file that could not be written."""
    return NoteError("{path} could not be written: {reason}.", path=path, reason=reason(error))
