# SPDX-License-Identifier: MIT
"""What stands in the place of a file is read only if it is one."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from diptych.notes.mirror import Mirror
from diptych.notes.note import new_note
from diptych.notes.store import NoteStore
from diptych.opened import read_whole, text_named
from diptych.paths import Profile
from diptych.settings import Settings, load

needs_pipes = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\r\n\xff")
    assert read_whole(tmp_path / "a") == b"\r\n\xff"


@needs_pipes
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="it is no file"):
        read_whole(tmp_path / "pipe")


@needs_pipes
def test_a_device_that_never_ends_is_not_read() -> None:
    with pytest.raises(OSError, match="it is no file"):
        read_whole(Path("/dev/zero"))


def test_what_is_too_large_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    with pytest.raises(OSError, match="it is too large"):
        read_whole(tmp_path / "a", most=4)


@needs_pipes
def test_settings_that_are_a_pipe_are_the_usual_ones(profile: Profile) -> None:
    profile.settings_file.parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(profile.settings_file)
    assert load(Settings, profile.settings_file) == Settings()


@needs_pipes
def test_a_copy_is_made_though_its_ledger_is_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "mirror.json")
    with NoteStore(tmp_path / "notes.sqlite") as store:
        store.add(new_note("Kept."))
        assert len(Mirror(tmp_path, tmp_path / "mirror.json").follow(store).written) == 1


def test_a_text_that_is_named_has_plain_line_ends(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\xef\xbb\xbfone\r\ntwo\rthree")
    assert text_named(tmp_path / "a") == "one\ntwo\nthree"


@needs_pipes
def test_a_device_that_is_named_is_not_read_to_its_end() -> None:
    with pytest.raises(OSError, match="it is too large"):
        text_named(Path("/dev/zero"), most=1 << 16)
