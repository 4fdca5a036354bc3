# SPDX-License-Identifier: MIT
"""What is known of the notes file's copies and of its faults."""

from __future__ import annotations

import time
from datetime import datetime, timedelta
from pathlib import Path

from diptych.opened import size_of
from diptych.values import dataclass

AT_START, BY_HAND = "start", "hand"  # why a copy was made


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the notes file; ``reason`` is start, hand, schema-N, restore or repair."""

    path: Path
    time: datetime
    reason: str
    notes: int


@dataclass(frozen=True, slots=True)
class CheckFinding:
    """One thing the check found, as a sentence; ``mendable`` by ``repair``."""

    # ok, absent, no-file, emptied, newer, damaged, bad-row, loose-row, unsearchable, conflict
    code: str
    sentence: str
    mendable: bool = False


def unused_before(left: Path) -> timedelta:
    """Return how long nothing was written to a file that every window leaves as it closes."""
    try:
        return timedelta(seconds=max(0.0, time.time() - left.stat().st_mtime))
    except OSError:
        return timedelta()


def was_left_open(notes_file: Path) -> bool:
    """Tell whether the last writer ended without closing, so that a check is due."""
    # The last to close takes the log into the file and removes it.
    log = notes_file.with_name(notes_file.name + "-wal")
    return size_of(log) > 0
