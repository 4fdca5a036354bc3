# SPDX-License-Identifier: MIT
"""A line on the terminal that tells what is being done, while it is being done."""

from __future__ import annotations

import shutil
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

HOW_TO_STOP = "… (Ctrl+C stops it)"


@contextmanager
def working(what: str) -> Iterator[None]:
    """Tell what is being done, and how to stop it; nothing where no terminal shows it."""
    stream = sys.stderr
    if not stream.isatty():
        yield
        return
    # One column less than there are, in some of which the cursor goes on to the next line.
    room = shutil.get_terminal_size().columns - len(HOW_TO_STOP) - 1
    line = _cut(what, room) + HOW_TO_STOP
    stream.write(f"\r{line}")
    stream.flush()
    try:
        yield
    finally:
        # Blanks, for an older console on Windows knows no other way to wipe a line.
        stream.write(f"\r{' ' * _columns(line)}\r")
        stream.flush()


def reading(path: Path) -> AbstractContextManager[None]:
    """Tell which file is being read."""
    from diptych.library.outcomes import shown_name

    return working(f"Reading {shown_name(path)}")


def _cut(words: str, room: int) -> str:
    while words and _columns(words) > room:
        words = words[:-1]
    return words


def _columns(words: str) -> int:
    """Return how many columns of a terminal words take: Chinese letters take two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in words)
