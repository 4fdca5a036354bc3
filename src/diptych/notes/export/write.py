# SPDX-License-Identifier: MIT
"""Putting a finished file in its place: the old one stays whole until the new one is."""

from __future__ import annotations

import errno
import hashlib
import os
import platform
import re
import stat
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from diptych.errors import NoteError
from diptych.translatable import Sentence, template

_UNFINISHED, _PART = ".diptych-", ".part"
_OWNER = re.compile(r"\.diptych-(?P<host>[0-9a-f]{6})-(?P<id>\d+)-")
_NO_FILES = (("dev",), ("proc",))  # /dev/stdout may lead to a file that a shell has open
_REASONS = {
    errno.ENXIO: template("nobody reads from this pipe"),
    errno.ENOSPC: template("the disk is full. Free some space and try again"),
    errno.EDQUOT: template("your disk quota is used up. Free some space and try again"),
    errno.EROFS: template("the disk is read-only. Choose another folder"),
    errno.EACCES: template(
        "its folder is read-only, or the file is open elsewhere. "
        "Close it there or choose another place"
    ),
    errno.EPERM: template("its folder is read-only. Choose another folder"),
    errno.ENOENT: template("its folder does not exist. Choose another folder"),
    errno.ENOTDIR: template("its folder is a file. Choose another folder"),
    errno.EISDIR: template("a folder of that name is already there. Choose another name"),
    errno.ENAMETOOLONG: template("its name or path is too long. Choose a shorter one"),
    errno.EFBIG: template("it would be larger than this disk allows"),
}


def write_text(path: Path, pieces: Iterable[str]) -> Path:
    """Write UTF-8 text to ``path``: temporary file, synced, renamed.

    Whatever is raised on the way, by the disk or by ``pieces``, leaves the old
    file as it was. NoteError says what the disk had against it.
    """
    return write_bytes(path, _encoded(pieces))


def write_bytes(path: Path, pieces: Iterable[bytes]) -> Path:
    """Write ``path`` as ``write_text`` does."""
    _put(path, pieces)
    _sync_folder(path.parent)
    return path


def is_ordinary(path: Path) -> bool:
    """Tell whether ``path`` is a file, or nothing yet: no device, pipe or socket."""
    try:
        is_file = stat.S_ISREG(path.stat().st_mode)
        return is_file and path.absolute().parts[1:2] not in _NO_FILES
    except OSError:
        return True


def write_stream(path: Path, pieces: Iterable[str]) -> Path:
    """Write text into what is no ordinary file; it stays what it is."""
    try:
        # A pipe that nobody reads would keep the writer waiting for ever.
        handle = os.open(path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "wb") as stream:
            os.set_blocking(handle, True)
            stream.writelines(_encoded(pieces))
    except BrokenPipeError as error:
        raise NoteError("{path} is a pipe whose reader has gone.", path=path) from error
    except OSError as error:
        raise _refusal(path, error) from error
    return path


def write_texts(files: Iterable[tuple[Path, Iterable[str]]]) -> None:
    """Write one file after the other as ``write_text`` does.

    What was written before something was raised stays.
    """
    folders = set()
    try:
        for path, pieces in files:
            _put(path, _encoded(pieces))
            folders.add(path.parent)
    finally:
        for folder in folders:  # once, for with thousands of files it is half the work
            _sync_folder(folder)


def _encoded(pieces: Iterable[str]) -> Iterator[bytes]:
    return (piece.encode("utf-8", "replace") for piece in pieces)


def _put(path: Path, pieces: Iterable[bytes]) -> None:
    remove_leftovers(path.parent)
    try:
        path = path.resolve() if path.is_symlink() else path  # the link stays a link
        handle, name = tempfile.mkstemp(prefix=part_prefix(), suffix=_PART, dir=path.parent)
    except OSError as error:
        raise _refusal(path, error) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.writelines(pieces)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(_mode(path))
        temporary.replace(path)
    except OSError as error:
        raise _refusal(path, error) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def part_prefix() -> str:
    """Return how the names of this process's unfinished files begin."""
    return f"{_UNFINISHED}{_host()}-{os.getpid()}-"


@lru_cache(maxsize=256)
def remove_leftovers(folder: Path) -> None:
    """Remove what processes of this computer that are no more left unfinished in a folder.

    Looked at once for each folder and process.
    """
    with suppress(OSError):
        for path in folder.glob(f"{_UNFINISHED}*{_PART}"):
            owner = _OWNER.match(path.name)
            if owner is None or (owner["host"] == _host() and not _is_running(int(owner["id"]))):
                path.unlink(missing_ok=True)


@lru_cache(maxsize=1)
def _host() -> str:
    return hashlib.sha256(platform.node().encode()).hexdigest()[:6]


def _is_running(process: int) -> bool:
    if os.name != "posix":
        return False  # Windows does not let an open file be removed
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        pass
    return True


def _mode(path: Path) -> int:
    """Return the rights of the file being replaced, or those a new file would get."""
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _sync_folder(folder: Path) -> None:
    """Make the renaming itself durable where the platform can."""
    if os.name != "posix":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def reason(error: OSError) -> Sentence:
    """Say what the disk had against writing, and what helps; the end of a sentence."""
    return Sentence(_REASONS.get(error.errno or 0, error.strerror or str(error)))


def _refusal(path: Path, error: OSError) -> NoteError:
    return NoteError("{path} could not be written: {reason}.", path=path, reason=reason(error))
