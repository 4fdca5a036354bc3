# SPDX-License-Identifier: MIT
"""A file is replaced whole or not at all, whoever else writes it at the same time."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from diptych.atomic import holds, remove_leftovers, replacing
from diptych.paths import profile_in

_KILLED = """
import os, pathlib, signal, sys
from diptych.atomic import replacing
with replacing(pathlib.Path(sys.argv[1])) as stream:
    os.kill(os.getpid(), signal.SIGTERM)
    signal.pause()
"""


def test_new_words_take_the_place_of_the_old(tmp_path: Path) -> None:
    path = tmp_path / "kept.yaml"
    path.write_bytes(b"old")
    with replacing(path) as stream:
        stream.write(b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_old_file_stays_when_writing_breaks_off(tmp_path: Path) -> None:
    path = tmp_path / "kept.yaml"
    path.write_bytes(b"old")
    with pytest.raises(RuntimeError), replacing(path) as stream:
        stream.write(b"ne")
        raise RuntimeError
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_writers_at_the_same_time_do_not_meet(tmp_path: Path) -> None:
    path = tmp_path / "kept.yaml"
    both_open = threading.Barrier(2, timeout=10)

    def write(word: bytes) -> None:
        with replacing(path) as stream:
            both_open.wait()
            stream.write(word)

    writers = [threading.Thread(target=write, args=(word,)) for word in (b"one", b"other")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert path.read_bytes() in (b"one", b"other")
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name != "posix", reason="rights are POSIX's")
def test_replaced_file_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_bytes(b"old")
    path.chmod(0o640)
    with replacing(path) as stream:
        stream.write(b"new")
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name != "posix", reason="rights are POSIX's")
def test_new_file_is_its_owners_alone(tmp_path: Path) -> None:
    with replacing(tmp_path / "kept.yaml") as stream:
        stream.write(b"new")
    assert (tmp_path / "kept.yaml").stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
@pytest.mark.skipif(os.name != "posix", reason="asks about rights")
def test_no_folder_of_a_new_profile_is_anybody_elses(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        profile = profile_in(tmp_path / "new" / "profile").create()
    finally:
        os.umask(before)
    ours = (profile.data.parent, profile.config, profile.data, profile.cache)
    assert [folder.stat().st_mode & 0o777 for folder in ours] == [0o700] * 4


def test_what_a_killed_writer_left_goes_with_the_next(tmp_path: Path) -> None:
    remove_leftovers.cache_clear()
    killed = subprocess.run([sys.executable, "-c", _KILLED, str(tmp_path / "kept")], check=False)
    assert killed.returncode and len(list(tmp_path.iterdir())) == 1
    with replacing(tmp_path / "other") as stream:
        stream.write(b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["other"]


def test_the_journal_of_a_killed_copy_is_removed(tmp_path: Path) -> None:
    left = tmp_path / ".diptych-notes.part-journal"
    left.touch()
    remove_leftovers.cache_clear()

    remove_leftovers(tmp_path)

    assert not left.exists()


@pytest.mark.parametrize("content", [b"new words", b"old word", b"old words!"])
def test_a_file_holds_its_own_bytes_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.md"
    path.write_bytes(b"old words")

    assert holds(path, b"old words")
    assert not holds(path, content)
    assert not holds(tmp_path, b"") and not holds(tmp_path / "none.md", b"")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_in_a_circle_is_refused_and_stays(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(link)

    with pytest.raises(OSError, match=str(link)), replacing(link):
        pass

    assert link.is_symlink()
