# SPDX-License-Identifier: MIT
"""What helps to find a fault: versions, system, encoders, folders, the end of the log.

No word of a note is in it, of articles at most what the log names; the home folder is ``~``.
"""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from diptych import __version__
from diptych.opened import opened
from diptych.paths import Profile, is_frozen, portable_folder

if TYPE_CHECKING:
    from diptych.services.stores import Stores

_PACKAGES = ("PySide6_Essentials", "numpy", "tantivy", "lxml", "pypdfium2")
_SCREEN = ("DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP")
_QT = ("QT_QPA_PLATFORM", "QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE", "LANG", "LC_ALL")
_LAST_LINES, _LAST_BYTES = 20, 20_000


def fault_report_of(stores: Stores) -> str:
    """Return the report on the profile whose stores are open."""
    return fault_report(stores.profile)


def fault_report(profile: Profile, *more: str) -> str:
    """Return the report as lines of text; ``more`` is what the window alone knows."""
    lines = [*_versions(), *more, *_surroundings(), *_encoders(), *_folders(profile)]
    last = _end_of_log(profile.log / "diptych.log")
    text = "\n".join((*lines, "", "Last lines of the log:", last or "none", ""))
    home = str(Path.home())
    # The report is sent to strangers, and the folder holds the reader's name; a home of “/”, as
    # in containers, would have every slash replaced.
    return text.replace(home, "~") if len(home) > 1 else text


def _versions() -> Iterator[str]:
    kind = "ready-made" if is_frozen() else "on Python"
    portable = ", portable" if portable_folder() is not None else ""
    yield f"Diptych {__version__} ({kind}{portable}), at {Path(__file__).parents[1]}"
    yield f"Python {platform.python_version()} ({sys.executable})"
    yield f"System {platform.platform()}, {platform.machine()}, {os.cpu_count()} processors"
    for name in _PACKAGES:
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:  # a ready-made program holds few of them
            continue


def _surroundings() -> Iterator[str]:
    for name in (*_SCREEN, *_QT):
        if name in os.environ:
            yield f"{name}={os.environ[name]}"


def _encoders() -> Iterator[str]:
    from diptych.meaning.choice import installed_encoders

    names = [encoder.name for encoder in installed_encoders()]
    yield f"Encoders: {', '.join(names) or 'none, by words alone'}"


def _folders(profile: Profile) -> Iterator[str]:
    for name in ("config", "data", "cache", "log"):
        folder: Path = getattr(profile, name)
        can = "can be written" if os.access(folder, os.W_OK) else "CANNOT BE WRITTEN"
        yield f"Folder {name}: {folder}, {can if folder.is_dir() else 'not there'}"
    for file in (profile.notes_file, profile.library_file, profile.texts_file):
        yield f"File {file.name}: {_size(file)}"


def _size(file: Path) -> str:
    try:
        return f"{file.stat().st_size:,} bytes"
    except OSError:
        return "not there"


def _end_of_log(file: Path) -> str:
    try:
        with opened(file) as log:
            # From the end: a log may have grown for weeks.
            log.seek(max(0, file.stat().st_size - _LAST_BYTES))
            text = log.read().decode("utf-8", errors="replace")
    except OSError:
        return ""
    return "\n".join(text.splitlines()[-_LAST_LINES:])
