# SPDX-License-Identifier: MIT
"""The folder an index lives in: its owner's alone, of one version, emptied at need."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from diptych.errors import SearchError

_FORMAT_FILE = "format.json"


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """Turn what disks do into sentences."""
    try:
        yield
    except PermissionError as error:
        raise SearchError(
            "The search index in {folder} may not be written; change the permissions of that "
            "folder.",
            folder=folder,
        ) from error
    except OSError as error:
        reason = error.strerror or "unknown error"
        raise SearchError(
            "The search index in {folder} cannot be used ({reason}); check that its disk is "
            "there and has space.",
            folder=folder,
            reason=reason,
        ) from error


def make_private(folder: Path) -> None:
    """Make the folder, closed to everyone else; refuse one that others may write in."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if sys.platform == "win32":
        return
    status = folder.stat()
    if status.st_uid != os.geteuid():
        raise SearchError("The search index in {folder} belongs to someone else.", folder=folder)
    if status.st_mode & 0o077:
        folder.chmod(0o700)


def has_format(folder: Path, version: str) -> bool:
    """Tell whether the folder was filled by this version."""
    try:
        value = json.loads((folder / _FORMAT_FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return False
    return bool(value == {"format": version})


def write_format(folder: Path, version: str) -> None:
    """Remember which version fills the folder."""
    (folder / _FORMAT_FILE).write_text(json.dumps({"format": version}), "utf-8")


def empty(folder: Path) -> None:
    """Delete what is in the folder."""
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
