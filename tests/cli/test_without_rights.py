# SPDX-License-Identifier: MIT
"""Folders that nobody but another may enter: what can be read is read, the rest is said."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cli.samples import Files
from diptych.paths import Profile

# Root may enter every folder, unless that power is taken from it.
POWERLESS = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
IS_ROOT = sys.platform != "win32" and os.geteuid() == 0
DENIED = "permission is denied"
Told = subprocess.CompletedProcess[str]

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="rights of another kind"),
    pytest.mark.skipif(IS_ROOT and not shutil.which("setpriv"), reason="root may read all"),
    pytest.mark.usefixtures("note"),
]


@pytest.fixture
def powerless(profile: Profile) -> Callable[..., Told]:
    def call(*words: object) -> Told:
        command = [sys.executable, "-m", "diptych", *map(str, words)]
        command += ["--profile", str(profile.data.parent)]
        started = [*(POWERLESS if IS_ROOT else ()), *command]
        told = subprocess.run(started, capture_output=True, text=True, check=False)
        assert "Traceback" not in told.stderr, told.stderr
        return told

    return call


@contextmanager
def shut(folder: Path) -> Iterator[None]:
    folder.chmod(0)
    try:
        yield
    finally:
        folder.chmod(0o700)


def test_articles_are_read_by_their_paths_where_the_data_are_shut(
    powerless: Callable[..., Told], files: Files, profile: Profile
) -> None:
    with shut(profile.data):
        shown = powerless("show", files[0])
        compared = powerless("compare", *files, "--without-meaning")
        listed = powerless("list")

    assert (shown.returncode, compared.returncode) == (0, 0)
    assert "The council of Tarnholm voted" in shown.stdout
    assert shown.stderr.count(DENIED) == listed.stderr.count(DENIED) == 1
    assert not listed.stdout


@pytest.mark.parametrize(
    "words", [("note", "list"), ("export",), ("doctor", "--repair"), ("backup", "make")], ids=str
)
def test_what_asks_for_the_notes_says_that_they_are_shut(
    powerless: Callable[..., Told], profile: Profile, words: tuple[str, ...]
) -> None:
    before = sorted(path.name for path in profile.data.iterdir())

    with shut(profile.data):
        told = powerless(*words)

    assert told.returncode == 1
    assert DENIED in told.stderr
    assert sorted(path.name for path in profile.data.iterdir()) == before


def test_the_doctor_and_the_list_of_copies_name_what_is_shut(
    powerless: Callable[..., Told], profile: Profile
) -> None:
    powerless("backup", "make")

    with shut(profile.data):
        checked = powerless("doctor")
    with shut(profile.data / "backups"):
        listed = powerless("backup", "list")

    assert checked.returncode == 1
    assert checked.stdout.count(DENIED) == 2  # notes and library
    assert "no backup yet" not in listed.stdout
    assert "backups cannot be read" in listed.stderr


def test_a_shut_cache_keeps_nobody_from_reading(
    powerless: Callable[..., Told], files: Files, profile: Profile
) -> None:
    words = ("compare", *files, "--without-meaning")
    before = powerless(*words)

    with shut(profile.cache):
        compared, listed, searched = powerless(*words), powerless("list"), powerless("search", "x")

    assert (compared.returncode, compared.stdout) == (0, before.stdout)
    assert (listed.returncode, listed.stdout.count("\n")) == (0, 2)
    assert searched.stderr.count("may not be written") == 1


def test_a_library_that_may_only_be_read_says_so(
    powerless: Callable[..., Told], files: Files, profile: Profile
) -> None:
    profile.library_file.chmod(0o444)

    tagged, listed = powerless("tag", "add", "boats", files[0]), powerless("list")

    assert tagged.returncode == 1
    assert "the file or its folder is read-only" in tagged.stderr
    assert (listed.returncode, listed.stderr) == (0, "")


def test_what_is_not_found_in_a_shut_library_says_why(
    powerless: Callable[..., Told], files: Files, profile: Profile
) -> None:
    with shut(profile.data):
        told = powerless("edit", files[0], "--title", "Another")

    assert told.returncode == 1
    assert "is not in the library" in told.stderr
    assert told.stderr.count(DENIED) == 1


def test_articles_in_a_shut_folder_stay_in_the_library(
    powerless: Callable[..., Told], files: Files, tmp_path: Path
) -> None:
    inside = tmp_path / "shut"
    inside.mkdir()
    moved = [Path(shutil.move(file, inside)) for file in files]
    powerless("add", inside)

    with shut(inside):
        found = powerless("search", "Tarnholm")
        shown = powerless("show", moved[0])
        elsewhere = powerless("show", inside / "nothing.txt")

    assert (found.returncode, shown.returncode) == (0, 0)
    assert "The council of Tarnholm voted" in shown.stdout
    assert elsewhere.returncode == 1
    assert "You may not read" in elsewhere.stderr


def test_an_export_into_a_shut_folder_names_it(
    powerless: Callable[..., Told], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()

    with shut(out):
        told = powerless("export", "--to", out / "notes.md")

    assert told.returncode == 1
    assert "you may not enter its folder" in told.stderr
