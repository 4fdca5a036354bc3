# SPDX-License-Identifier: MIT
"""Reading goes on where the library's file cannot be read, from its newest copy."""

from __future__ import annotations

import os
import random
from pathlib import Path
from typing import Any

import pytest

from cli import spoiled
from cli.samples import Files, Run
from cli.spoiled import Spoilt
from diptych.paths import Profile

Reading = list[tuple[Any, ...]]
ASK_NOTES = ("note", "export")
DAMAGED = "is damaged. Run “diptych doctor --repair”"


def _cut(file: Path, _: pytest.MonkeyPatch) -> None:
    os.truncate(file, file.stat().st_size // 2)


def _pages_overwritten(file: Path, _: pytest.MonkeyPatch) -> None:
    """Leave only what opening looks at: the damage shows in the middle of reading."""
    words = bytearray(file.read_bytes())
    words[4096:] = random.Random(5).randbytes(len(words) - 4096)
    file.write_bytes(words)


def _folder(file: Path, _: pytest.MonkeyPatch) -> None:
    file.unlink()
    file.mkdir()


# What was done, and what is said of it; to be mended but for the last two.
SPOILED = (
    Spoilt(spoiled.noise, DAMAGED),
    Spoilt(_cut, DAMAGED),
    Spoilt(_pages_overwritten, DAMAGED),
    Spoilt(spoiled.another_database("articles"), DAMAGED),
    Spoilt(spoiled.without_tables("articles", "tags"), DAMAGED),
    Spoilt(_folder, "is no file"),
    Spoilt(spoiled.of_a_newer_one, "was written by a newer Diptych"),
    Spoilt(spoiled.barred, "permission is denied"),
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
@pytest.mark.parametrize("spoilt", SPOILED)
def test_reading_goes_on_from_the_newest_copy(
    run: Run, profile: Profile, reading: Reading, monkeypatch: pytest.MonkeyPatch, spoilt: Spoilt
) -> None:
    run("tag", "add", "boats", reading[1][1])
    run("backup", "make")
    before = [run(*words) for words in reading]
    spoilt.spoil(profile.library_file, monkeypatch)

    for words, (status, out, _) in zip(reading, before, strict=True):
        told = run(*words)
        assert (told[0], told[1]) == (status, out), words
        # Notes may be listed without asking the library.
        times = told[2].count("Its copy library-")
        assert times == told[2].count(spoilt.why) == 1 or (words[0] in ASK_NOTES and not told[2])


@pytest.mark.usefixtures("note")
@pytest.mark.parametrize("spoilt", SPOILED)
def test_without_a_copy_files_are_read_by_their_paths(
    run: Run, profile: Profile, reading: Reading, monkeypatch: pytest.MonkeyPatch, spoilt: Spoilt
) -> None:
    by_path = [words for words in reading if reading[1][1] in words or words[0] in ASK_NOTES]
    before = [run(*words) for words in by_path]
    spoilt.spoil(profile.library_file, monkeypatch)

    for words, (status, out, _) in zip(by_path, before, strict=True):
        told = run(*words)
        assert (told[0], told[1]) == (status, out), words
        assert spoilt.why in told[2] or words[0] in ASK_NOTES
    assert run("list")[:2] == (0, "")
    assert run("search", "harbour")[0] == 0


@pytest.mark.usefixtures("note", "reading")
@pytest.mark.parametrize("spoilt", SPOILED)
def test_nothing_is_written_to_what_stands_in(
    run: Run, files: Files, profile: Profile, monkeypatch: pytest.MonkeyPatch, spoilt: Spoilt
) -> None:
    run("backup", "make")
    more = files[0].with_name("more.txt")
    more.write_text("A third text that nobody has added so far.\n", encoding="utf-8")
    spoilt.spoil(profile.library_file, monkeypatch)

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
        assert spoilt.why in out + err, words


@pytest.mark.usefixtures("note", "reading")
@pytest.mark.parametrize("spoilt", SPOILED[:6])
def test_the_doctor_finds_and_mends_it(
    run: Run, profile: Profile, monkeypatch: pytest.MonkeyPatch, spoilt: Spoilt
) -> None:
    run("backup", "make")
    before = run("list")
    spoilt.spoil(profile.library_file, monkeypatch)

    assert run("doctor")[0] == 1
    assert run("doctor", "--repair")[0] == 0
    assert run("list") == before


@pytest.mark.usefixtures("note", "reading")
def test_the_index_keeps_what_the_copy_does_not_know(
    run: Run, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as barring:
        spoiled.barred(profile.library_file, barring)
        for words in (("index",), ("search", "harbour"), ("rescan",)):
            run(*words)

    status, out, err = run("search", "harbour")
    assert status == 0
    assert not err  # nothing is made anew
    assert "2 found" in out


@pytest.mark.usefixtures("note")
def test_a_library_that_a_crash_has_cut_to_nothing_is_told_from_an_empty_one(
    run: Run, profile: Profile
) -> None:
    run("backup", "make")
    profile.library_file.write_bytes(b"")

    for words in (("list",), ("search", "harbour")):
        status, _, err = run(*words)
        assert (status, err.count("its copy library-")) == (0, 1), words
