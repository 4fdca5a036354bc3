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

_MOST = 1 << 28  # bytes; no file of ours comes near


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a file to read it. OSError for a pipe, which may wait for ever, and for a device."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with open(os.open(path, flags), "rb") as stream:  # noqa: PTH123  a descriptor has no path
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            raise OSError(errno.EINVAL, "it is no file", str(path))
        yield stream


def read_whole(path: Path, *, most: int = _MOST) -> bytes:
    """Return what a file holds. OSError for more than ``most`` bytes, and as ``opened``."""
    with opened(path) as stream:
        if os.fstat(stream.fileno()).st_size > most:
            raise OSError(errno.EFBIG, "it is too large", str(path))
        return stream.read()
