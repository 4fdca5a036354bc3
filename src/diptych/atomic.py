# SPDX-License-Identifier: MIT
"""Puts a finished file in its place: whoever reads sees the old one or the new, never half.

Each writer has a temporary file of its own beside the target, so that two
processes saving the same file at once cannot take each other's away. Its name
says whose it is, so that the next writer takes away what a killed one left.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from diptych.opened import is_device, is_shut
from diptych.patterns import late_pattern
from diptych.translatable import Translatable, template

_UNFINISHED, _PART = ".diptych-", ".part"
# .diptych-3fa29c-4711-: the computer, and the process on it.
_OWNER = late_pattern(r"\.diptych-(?P<host>[0-9a-f]{6})-(?P<id>\d+)-")
_PUBLIC, _PRIVATE = 0o666, 0o600
_SHUT = template("you may not enter its folder. Change its permissions or choose another place")
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


@contextmanager
def replacing(path: Path, *, private: bool = True) -> Iterator[BinaryIO]:
    """Give a stream for what ``path`` shall hold; it is put there once all is on the disk.

    Whatever is raised on the way leaves the old file as it was and nothing beside
    it. A file that is replaced keeps its rights; a new one can be read by its owner
    alone, or if it is not ``private`` by whom the system lets. Raises OSError.
    """
    if path.is_symlink() and not is_device(path):
        path = _end_of(path)  # the link stays a link
    remove_leftovers(path.parent)
    import tempfile  # what only reads does without

    prefix = _prefix()
    handle, name = tempfile.mkstemp(prefix=prefix, suffix=_PART, dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            # Else a crash may leave the new name with an empty file.
            os.fsync(stream.fileno())
        # ``mkstemp`` made it readable by its owner alone.
        temporary.chmod(_rights(path, private=private))
        temporary.replace(path)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _end_of(link: Path) -> Path:
    """Return where a link leads; OSError when it leads in a circle."""
    with suppress(RuntimeError):  # so Python before 3.13 tells it
        end = link.resolve()
        if not end.is_symlink():
            return end
    raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(link))


def holds(path: Path, content: bytes) -> bool:
    """Tell whether a file holds just these bytes already; the others' are not read whole."""
    try:
        is_as_long = path.is_file() and path.stat().st_size == len(content)
        return is_as_long and path.read_bytes() == content
    except OSError:
        return False


@contextmanager
def making(target: Path) -> Iterator[Path]:
    """Give a place for what another library writes; it becomes ``target`` once it is whole."""
    remove_leftovers(target.parent)
    temporary = target.with_name(f"{_prefix()}{target.stem}{_PART}")
    try:
        yield temporary
        temporary.replace(target)
    finally:
        for left in temporary.parent.glob(f"{temporary.name}*"):
            with suppress(OSError):
                left.unlink()


@lru_cache(maxsize=256)
def remove_leftovers(folder: Path) -> None:
    """Remove what processes of this computer that are no more left unfinished in a folder.

    Looked at once for each folder and process.
    """
    with suppress(OSError):
        # SQLite's own companion of a copy that was cut off ends in ``-journal``.
        for path in folder.glob(f"{_UNFINISHED}*{_PART}*"):
            owner = _OWNER.match(path.name)
            if owner is None or (owner["host"] == _host() and not _is_running(int(owner["id"]))):
                path.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make the renaming itself durable where the platform can."""
    if os.name != "posix":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _prefix() -> str:
    return f"{_UNFINISHED}{_host()}-{os.getpid()}-"


@lru_cache(maxsize=1)
def _host() -> str:
    import platform

    return hashlib.sha256(platform.node().encode()).hexdigest()[:6]


def _is_running(process: int) -> bool:
    if os.name != "posix":
        return False  # Windows does not let an open file be removed
    try:
        # Signal 0 only asks whether there is such a process.
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    # It is somebody else's, so it runs.
    except OSError:
        pass
    return True


def _rights(path: Path, *, private: bool) -> int:
    with suppress(OSError):
        mode = path.stat().st_mode
        # Everyone may write into a device such as /dev/null.
        if stat.S_ISREG(mode):
            return mode & 0o777
    if private:
        return _PRIVATE
    # It can only be read by setting it.
    mask = os.umask(0)
    os.umask(mask)
    return _PUBLIC & ~mask


def reason(error: OSError) -> Translatable:
    """Say what the disk had against writing, and what helps; the end of a sentence."""
    if isinstance(error, PermissionError) and error.filename and is_shut(Path(error.filename)):
        return Translatable(_SHUT)
    return Translatable(_REASONS.get(error.errno or 0, error.strerror or str(error)))
