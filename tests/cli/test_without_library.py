# SPDX-License-Identifier: MIT
"""Reading goes on where the library's file cannot be read, from its newest copy."""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from cli.samples import Files, Run
from diptych.paths import Profile

Spoil = Callable[[Path, pytest.MonkeyPatch], str]
Reading = list[tuple[Any, ...]]
ASK_NOTES = ("note", "export")
DAMAGED = "is damaged. Run “diptych doctor --repair”"


def _noise(file: Path, _: pytest.MonkeyPatch) -> str:
    file.write_bytes(b"no database at all " * 200)
    return DAMAGED


def _cut(file: Path, _: pytest.MonkeyPatch) -> str:
    os.truncate(file, file.stat().st_size // 2)
    return DAMAGED


def _pages_overwritten(file: Path, _: pytest.MonkeyPatch) -> str:
    """Leave only what opening looks at: the damage shows in the middle of reading."""
    words = bytearray(file.read_bytes())
    words[4096:] = random.Random(5).randbytes(len(words) - 4096)
    file.write_bytes(words)
    return DAMAGED


def _another_database(file: Path, _: pytest.MonkeyPatch) -> str:
    file.unlink()
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE articles (words)")
        other.commit()
    return DAMAGED


def _without_a_table(file: Path, _: pytest.MonkeyPatch) -> str:
    with closing(sqlite3.connect(file)) as library:
        library.executescript("PRAGMA foreign_keys = OFF; DROP TABLE articles; DROP TABLE tags")
    return DAMAGED


def _folder(file: Path, _: pytest.MonkeyPatch) -> str:
    file.unlink()
    file.mkdir()
    return "is no file"


def _of_a_newer_one(file: Path, _: pytest.MonkeyPatch) -> str:
    with closing(sqlite3.connect(file)) as library:
        library.execute("PRAGMA user_version = 99")
    return "was written by a newer Diptych"


def _barred(file: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    before = os.access

    def access(path: str | Path, mode: int) -> bool:
        return Path(path) != file and before(path, mode)

    monkeypatch.setattr("diptych.snapshot.os.access", access)
    return "permission is denied"


SPOILED = (
    *(_noise, _cut, _pages_overwritten, _another_database, _without_a_table),
    *(_folder, _of_a_newer_one, _barred),
)


@pytest.fixture
def reading(run: Run, files: Files) -> Reading:
    by_words = (*files, "--without-meaning")
    words: Reading = [
        *(("list",), ("show", files[0]), ("search", "harbour"), ("quote", "night boat")),
        *(("concordance", "boat"), ("search-both", "boat", *files), ("compare", *by_words)),
        *(("brief", *by_words), ("weave", *by_words), ("changes", *by_words)),
        *(("note", "list"), ("note", "list", "--pair", *files), ("tag", "list"), ("export",)),
        *(("export", "--format", "report-md", "--pair", *files), ("duplicates",)),
    ]
    assert not [each for each in words if run(*each)[0]]
    return words


@pytest.mark.usefixtures("note")
@pytest.mark.parametrize("spoil", SPOILED)
def test_reading_goes_on_from_the_newest_copy(
    run: Run, profile: Profile, reading: Reading, monkeypatch: pytest.MonkeyPatch, spoil: Spoil
) -> None:
    run("tag", "add", "boats", reading[1][1])
    run("backup", "make")
    before = [run(*words) for words in reading]
    why = spoil(profile.library_file, monkeypatch)

    for words, (status, out, _) in zip(reading, before, strict=True):
        told = run(*words)
        assert (told[0], told[1]) == (status, out), words
        # Notes may be listed without asking the library.
        times = told[2].count("Its copy library-")
        assert times == told[2].count(why) == 1 or (words[0] in ASK_NOTES and not told[2])


@pytest.mark.usefixtures("note")
@pytest.mark.parametrize("spoil", SPOILED)
def test_without_a_copy_files_are_read_by_their_paths(
    run: Run, profile: Profile, reading: Reading, monkeypatch: pytest.MonkeyPatch, spoil: Spoil
) -> None:
    by_path = [words for words in reading if reading[1][1] in words or words[0] in ASK_NOTES]
    before = [run(*words) for words in by_path]
    why = spoil(profile.library_file, monkeypatch)

    for words, (status, out, _) in zip(by_path, before, strict=True):
        told = run(*words)
        assert (told[0], told[1]) == (status, out), words
        assert why in told[2] or words[0] in ASK_NOTES
    assert run("list")[:2] == (0, "")
    assert run("search", "harbour")[0] == 0


@pytest.mark.usefixtures("note", "reading")
@pytest.mark.parametrize("spoil", SPOILED)
def test_nothing_is_written_to_what_stands_in(
    run: Run, files: Files, profile: Profile, monkeypatch: pytest.MonkeyPatch, spoil: Spoil
) -> None:
    run("backup", "make")
    more = files[0].with_name("more.txt")
    more.write_text("A third text that nobody has added so far.\n", encoding="utf-8")
    why = spoil(profile.library_file, monkeypatch)

    for words in (
        ("add", more),
        ("tag", "add", "boats", files[0]),
        ("edit", files[0], "--title", "Another"),
        ("remove", files[0]),
        ("collection", "add", "Sea", files[0]),
        ("pair", "save", "two", *files),
        ("index", "--rebuild"),
    ):
        status, out, err = run(*words)
        assert status == 1, words
        assert why in out + err, words


@pytest.mark.usefixtures("note", "reading")
@pytest.mark.parametrize("spoil", SPOILED[:6])
def test_the_doctor_finds_and_mends_it(
    run: Run, profile: Profile, monkeypatch: pytest.MonkeyPatch, spoil: Spoil
) -> None:
    run("backup", "make")
    before = run("list")
    spoil(profile.library_file, monkeypatch)

    assert run("doctor")[0] == 1
    assert run("doctor", "--repair")[0] == 0
    assert run("list") == before


@pytest.mark.usefixtures("note", "reading")
def test_the_index_keeps_what_the_copy_does_not_know(
    run: Run, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as barring:
        _barred(profile.library_file, barring)
        for words in (("index",), ("search", "harbour"), ("rescan",)):
            run(*words)

    status, out, err = run("search", "harbour")
    assert status == 0
    assert not err  # nothing is made anew
    assert "2 found" in out
