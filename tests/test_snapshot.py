# SPDX-License-Identifier: MIT
"""A SQLite file is found under every name that a file may have."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from diptych.snapshot import address_of


@pytest.mark.skipif(sys.platform == "win32", reason="Windows refuses such names")
@pytest.mark.parametrize(
    "name", ["a?b#c%41", "file:x?mode=memory", "ü 港\n", "\udcff\udc80", "%", "a\\b", ":"]
)
def test_any_name_is_the_address_of_its_file(name: str, tmp_path: Path) -> None:
    file = tmp_path / name / "notes.sqlite"
    file.parent.mkdir(exist_ok=True)
    with closing(sqlite3.connect(address_of(file, "rwc"), uri=True)) as made:
        made.execute("CREATE TABLE note (words)")

    assert file.stat().st_size
    with closing(sqlite3.connect(address_of(file, "ro"), uri=True)) as read:
        assert read.execute("SELECT count(*) FROM note").fetchone() == (0,)
        with pytest.raises(sqlite3.OperationalError):
            read.execute("INSERT INTO note VALUES (1)")
