# SPDX-License-Identifier: MIT
"""What can have become of a database's file, for tests that read on without it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

Spoil = Callable[[Path, pytest.MonkeyPatch], None]


class Spoilt(NamedTuple):
    """What is done to a file, and what has to be said of it."""

    spoil: Spoil
    why: str


def noise(file: Path, _: pytest.MonkeyPatch) -> None:
    file.write_bytes(b"no database at all " * 200)


def another_database(table: str) -> Spoil:
    """Put another program's file there, which has a table of the same name."""

    def spoil(file: Path, _: pytest.MonkeyPatch) -> None:
        file.unlink()
        with closing(sqlite3.connect(file)) as other:
            other.execute(f"CREATE TABLE {table} (words)")
            other.commit()

    return spoil


def without_tables(*tables: str) -> Spoil:
    def spoil(file: Path, _: pytest.MonkeyPatch) -> None:
        dropped = "; ".join(f"DROP TABLE {table}" for table in tables)
        with closing(sqlite3.connect(file)) as database:
            database.executescript(f"PRAGMA foreign_keys = OFF; {dropped}")

    return spoil


def of_a_newer_one(file: Path, _: pytest.MonkeyPatch) -> None:
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA user_version = 99")


def barred(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = os.access

    def access(path: str | Path, mode: int) -> bool:
        return Path(path) != file and before(path, mode)

    # Root, who runs these tests in some places, is never barred.
    monkeypatch.setattr("diptych.snapshot.os.access", access)
