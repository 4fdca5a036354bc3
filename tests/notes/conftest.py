# SPDX-License-Identifier: MIT
"""Articles, anchors and a clock for the tests of notes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from diptych.notes.store import NoteStore
from notes.samples import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "notes.sqlite"


@pytest.fixture
def store(path: Path, clock: Clock) -> Iterator[NoteStore]:
    with NoteStore(path, now=clock) as opened:
        yield opened
