# SPDX-License-Identifier: MIT
"""A file is written whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from diptych.errors import NoteError
from diptych.notes.export.write import write_text


def test_text_is_written_as_utf8_with_plain_line_ends(tmp_path: Path) -> None:
    assert write_text(tmp_path / "a.md", ["ä\n", "b"]).read_bytes() == b"\xc3\xa4\nb"


def test_a_failure_midway_leaves_the_old_file(tmp_path: Path) -> None:
    def pieces() -> Iterator[str]:
        yield "half"
        raise OSError(errno.ENOSPC, "No space left on device")

    (tmp_path / "a.md").write_text("old")
    with pytest.raises(NoteError, match="disk is full"):
        write_text(tmp_path / "a.md", pieces())
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("a.md", "old")]


def test_stopping_leaves_no_trace(tmp_path: Path) -> None:
    def pieces() -> Iterator[str]:
        yield "half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_text(tmp_path / "a.md", pieces())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "words"),
    [("nowhere/a.md", "does not exist"), ("x" * 300, "too long"), ("folder", "a folder of that")],
)
def test_a_place_that_cannot_be_is_named(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(NoteError, match=words):
        write_text(tmp_path / name, ["x"])


@pytest.mark.skipif(os.name != "posix", reason="rights are POSIX")
def test_rights_of_the_old_file_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("old")
    path.chmod(0o640)
    assert write_text(path, ["new"]).stat().st_mode & 0o777 == 0o640
