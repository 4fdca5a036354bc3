# SPDX-License-Identifier: MIT
"""Opens what stands in the place of a file, only if it is one."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

# What reading a damaged file of JSON gives; a number without end is of the last kind.
DAMAGED_JSON = (
    OSError,
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    RecursionError,
    OverflowError,
)
_MOST = 1 << 28  # bytes; no file of ours comes near
_LONGEST = 1 << 24  # bytes; a note or a template is never as long


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a file to read it. OSError for a pipe, which may wait for ever, and for a device."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with open(os.open(path, flags), "rb") as stream:  # noqa: PTH123  a descriptor has no path
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            raise OSError(errno.EINVAL, "it is no file", str(path))
        yield stream


def is_no_file(path: Path) -> bool:
    """Tell whether something else than a file stands there; False where nothing does."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False


def is_shut(path: Path) -> bool:
    """Tell whether one of the folders on the way to a file may not be entered."""
    # Path.exists raises an error there before Python 3.14, and says no from then on.
    try:
        path.lstat()
    except PermissionError:
        return True
    except (OSError, ValueError):
        return False
    return False


def is_missing(path: Path) -> bool:
    """Tell whether nothing stands there; not so where nobody may look."""
    return not is_shut(path) and not path.exists()


def size_of(path: Path) -> int:
    """Return how many bytes a file has, 0 where there is none or nobody may look."""
    return path.stat().st_size if not is_shut(path) and path.exists() else 0


def listed(folder: Path, names: str) -> list[Path]:
    """Return what lies in a folder under names of a pattern; nothing where nobody may look."""
    try:
        return list(folder.glob(names))
    except PermissionError:
        return []


def is_device(path: Path) -> bool:
    """Tell whether a pipe, a socket or a device stands there, which is neither file nor folder."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def text_named(path: Path, *, most: int = _LONGEST) -> str:
    """Return the text of what the reader named, which may be a pipe, with plain line ends.

    OSError for more than ``most`` bytes, as of a device that never ends.
    """
    with path.open("rb") as stream:
        content = stream.read(most + 1)
    if len(content) > most:
        raise OSError(errno.EFBIG, "it is too large", str(path))
    return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def read_whole(path: Path, *, most: int = _MOST) -> bytes:
    """Return what a file holds. OSError for more than ``most`` bytes, and as ``opened``."""
    with opened(path) as stream:
        if os.fstat(stream.fileno()).st_size > most:
            raise OSError(errno.EFBIG, "it is too large", str(path))
        return stream.read()
