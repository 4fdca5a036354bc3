# SPDX-License-Identifier: MIT
"""Lets whoever follows a link or opens a file reach the window that is open already.

Each window holds a lock in the profile's folder of windows and watches that
folder; a request is a small file there, and whoever can remove it answers it.
"""

from __future__ import annotations

import json
import os
import time
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal

from diptych.opened import listed, opened
from diptych.values import dataclass

PATIENCE_SECONDS = 2.0  # a window that does not answer by then hangs
_LOOK_SECONDS = 0.02
_LONGEST_REQUEST = 1_000_000  # bytes; some thousand paths


@dataclass(frozen=True, slots=True)
class Asked:
    """What a window is asked to show: a note, or files; neither is to come forward."""

    note_id: str = ""
    files: tuple[Path, ...] = ()


class OpenWindow(QObject):
    """One open window of a profile, to be reached by others until ``close``."""

    asked = Signal(object)  # Asked

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        with suppress(OSError):  # on a read-only disk nobody can reach it
            # Nobody else may read requests or leave some.
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._folder = folder
        self._lock = _lock_at(folder / f"{os.getpid()}-{os.urandom(4).hex()}.lock")
        self._lock.tryLock(0)
        self._watcher = QFileSystemWatcher([str(folder)], self)
        self._watcher.directoryChanged.connect(self._answer)

    def close(self) -> None:
        """Be out of reach."""
        if watched := self._watcher.directories():
            self._watcher.removePaths(watched)
        self._lock.unlock()

    def _answer(self) -> None:
        for path in sorted(self._folder.glob("*.request")):
            wanted = _claimed(path)
            if wanted is not None:
                self.asked.emit(wanted)


def hand_over(folder: Path, wanted: Asked, *, patience: float = PATIENCE_SECONDS) -> bool:
    """Ask an open window to show something; tell whether one does.

    A window that is gone, or hangs, is none: False then, and nothing is left behind.
    """
    if not _is_any_open(folder):
        return False
    request = folder / f"{os.urandom(16).hex()}.request"
    begun = request.with_suffix(".part")
    try:
        files = [str(path.absolute()) for path in wanted.files]
        # Written beside and renamed, so that no window reads half of it.
        begun.write_text(json.dumps({"note": wanted.note_id, "files": files}), encoding="utf-8")
        begun.replace(request)
        end = time.monotonic() + patience
        while request.exists() and time.monotonic() < end:
            time.sleep(_LOOK_SECONDS)
        # Nobody took it; nobody shall, later.
        request.unlink()
    except FileNotFoundError:
        return True  # somebody took it
    except OSError:
        begun.unlink(missing_ok=True)
    return False


def _claimed(path: Path) -> Asked | None:
    """Return what a request asks for if it is ours to answer: two windows may see it."""
    try:
        with opened(path) as file:
            text = file.read(_LONGEST_REQUEST)
        # The second to remove it fails, and leaves it to the first.
        path.unlink()
        asked = json.loads(text)
        note_id, files = asked["note"], asked["files"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    if not isinstance(note_id, str) or not isinstance(files, list):
        return None
    return Asked(note_id, tuple(Path(name) for name in files if isinstance(name, str)))


def _is_any_open(folder: Path) -> bool:
    for path in listed(folder, "*.lock"):
        lock = _lock_at(path)
        if not lock.tryLock(0):
            return True
        lock.unlock()  # its window ended without closing; the file goes with it
    return False


def _lock_at(path: Path) -> QLockFile:
    lock = QLockFile(str(path))
    lock.setStaleLockTime(0)  # however long a window is open; one that crashed is told by its pid
    return lock
