# SPDX-License-Identifier: MIT
"""A program with all the processes it has started: what they use, and their end."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[1]
PATIENCE_S = 30
# Folders of files that every program has open, and the picture that the screen shares.
_OF_THE_SYSTEM = ("/usr/", "/lib", "/memfd:", "/dev/", "/SYSV")


def surroundings(home: Path, display: str = "") -> dict[str, str]:
    """Return the variables for a program with an empty home and a screen of its own."""
    unwanted = ("QT_", "XDG_", "WAYLAND", "DBUS", "PYTHONDONTWRITEBYTECODE")
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith(unwanted)},
        "DISPLAY": display,
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home),
        "PYTHONPATH": str(ROOT / "src"),
        "QT_QPA_PLATFORM": "xcb",
        "GDK_BACKEND": "x11",
        "NO_AT_BRIDGE": "1",
        "QTWEBENGINE_DISABLE_SANDBOX": "1",  # or calibre's viewer does not start for root
        "LC_ALL": "C.UTF-8",
    }


def hide_from_helpers() -> None:
    """Keep the processes that are started from here from loading the bench once more.

    A spawned process loads the main module of the one that starts it. The application's is a few
    lines; a bench's is Qt and half of the application, and that would be counted as its work.
    """
    main = sys.modules["__main__"]
    main.__spec__ = None
    del main.__file__


def family(process_id: int) -> list[psutil.Process]:
    """Return a process and all that it has started."""
    try:
        first = psutil.Process(process_id)
        return [first, *first.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def cpu_ms(process_id: int) -> float:
    """Return the CPU time of the family, of those of it that have ended too."""
    spent = 0.0
    for member in family(process_id):
        with contextlib.suppress(psutil.NoSuchProcess):
            spent += sum(member.cpu_times()[:4])
    return spent * 1000


def memory_mb(process_id: int) -> float:
    """Return the memory of the family, in MB, as if no other program of its kind ran.

    Proportional shares (PSS), but what is not of the system (this Python, its Qt) in full: on a
    computer where others are at work with the same files a share of 96 MB became one of 70.
    """
    shared_out, in_full = 0.0, dict[str, float]()
    for member in family(process_id):
        with contextlib.suppress(psutil.NoSuchProcess):
            for part in member.memory_maps(grouped=True):
                if part.path.startswith(_OF_THE_SYSTEM) or not part.path.startswith("/"):
                    shared_out += part.pss
                else:
                    # Written to, it is each process's own; else it is there once.
                    shared_out += part.anonymous
                    clean = part.rss - part.anonymous
                    in_full[part.path] = max(in_full.get(part.path, 0), clean)
    return (shared_out + sum(in_full.values())) / 2**20


@contextlib.contextmanager
def running(
    command: Sequence[str], environment: Mapping[str, str], errors: Path
) -> Iterator[subprocess.Popen[bytes]]:
    """Start a program; at the end nothing of it is left."""
    with errors.open("wb") as said:
        process = subprocess.Popen(
            command, env=environment, stdout=subprocess.DEVNULL, stderr=said, cwd=errors.parent
        )
    try:
        yield process
    finally:
        members = family(process.pid)
        for member in members:
            with contextlib.suppress(psutil.NoSuchProcess):
                member.kill()
        psutil.wait_procs(members, timeout=PATIENCE_S)
        process.wait(PATIENCE_S)
