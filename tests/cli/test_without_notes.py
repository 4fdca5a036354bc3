# SPDX-License-Identifier: MIT
"""Reading goes on where the notes cannot be read, and says why they were left out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cli import spoiled
from cli.samples import OTHER, SENTENCE, Files, Run
from cli.spoiled import Spoilt
from diptych.paths import Profile

BESIDE = ("-wal", "-shm")


SPOILED = (
    Spoilt(spoiled.noise, "is damaged"),
    Spoilt(spoiled.another_database("note"), "is damaged"),
    Spoilt(spoiled.without_tables("note", "verdict"), "is damaged"),
    Spoilt(spoiled.of_a_newer_one, "newer Diptych"),
    Spoilt(spoiled.barred, "permission is denied"),
)


@pytest.mark.usefixtures("note")
@pytest.mark.parametrize("spoilt", SPOILED)
def test_reading_goes_on(
    run: Run, files: Files, profile: Profile, monkeypatch: pytest.MonkeyPatch, spoilt: Spoilt
) -> None:
    reading: list[tuple[Any, ...]] = [
        ("search", "harbour"),
        ("compare", *files, "--without-meaning"),
        ("compare", *files, "--without-meaning", "--by-verdicts"),
        ("brief", *files, "--without-meaning"),
        ("weave", *files, "--without-meaning"),
        ("changes", *files, "--without-meaning"),
        ("show", files[0]),
    ]
    run("search", "harbour")  # the index is level afterwards
    before = [run(*words) for words in reading]
    spoilt.spoil(profile.notes_file, monkeypatch)

    for words, (status, out, err) in zip(reading, before, strict=True):
        told = run(*words)
        # A search says how many notes were found too.
        expected = out.replace("1 found in your notes; see them with “in:notes”\n", "")
        assert (told[0], told[1]) == (status, expected), told
        tells_why = words[0] in ("search", "brief", "weave", "changes") or "--by-verdicts" in words
        assert (spoilt.why in told[2]) == tells_why
        assert told[2].count("\n") == err.count("\n") + tells_why  # said once


@pytest.mark.usefixtures("note")
@pytest.mark.parametrize("spoilt", SPOILED)
def test_notes_that_cannot_be_read_are_no_answer(
    run: Run, profile: Profile, monkeypatch: pytest.MonkeyPatch, spoilt: Spoilt
) -> None:
    spoilt.spoil(profile.notes_file, monkeypatch)

    for words in (("note", "list"), ("search", "in:notes counted"), ("export",)):
        status, out, err = run(*words)
        assert status == 1
        assert not out
        assert spoilt.why in err


@pytest.mark.usefixtures("note")
def test_what_may_not_be_read_is_not_put_aside(
    run: Run, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = profile.notes_file.read_bytes()
    spoiled.barred(profile.notes_file, monkeypatch)

    status, out, _ = run("doctor")
    assert status == 1
    assert "permission is denied" in out
    status, _, err = run("doctor", "--repair")
    assert status == 1
    assert "permission is denied" in err
    assert profile.notes_file.read_bytes() == words
    assert not [path for path in profile.data.iterdir() if "damaged" in path.name]


@pytest.mark.usefixtures("note")
def test_a_library_is_mended_beside_notes_that_cannot_be(
    run: Run, files: Files, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("backup", "make")
    for ending in BESIDE:
        Path(f"{profile.library_file}{ending}").unlink(missing_ok=True)
    profile.library_file.write_bytes(b"noise" * 999)
    spoiled.barred(profile.notes_file, monkeypatch)

    _, out, _ = run("doctor", "--repair")

    assert "2 articles came from the copy" in out
    assert "permission is denied" in out
    assert run("search", SENTENCE[:20])[0] == 0
    assert run("show", files[1])[1].count(OTHER)


@pytest.mark.usefixtures("note")
def test_pages_of_no_notes_are_none(run: Run, profile: Profile, tmp_path: Path) -> None:
    profile.notes_file.unlink()
    for ending in BESIDE:
        Path(f"{profile.notes_file}{ending}").unlink(missing_ok=True)

    assert run("export", "--format", "obsidian", "--to", tmp_path / "vault") == (0, "\n", "")


@pytest.mark.usefixtures("note")
def test_notes_that_a_crash_has_cut_to_nothing_are_told_from_none(
    run: Run, profile: Profile
) -> None:
    run("backup", "make")
    profile.notes_file.write_bytes(b"")

    for words in (("note", "list"), ("export",), ("search", "in:notes counted")):
        status, _, err = run(*words)
        assert (status, err.count("its copy of")) == (0, 1), words


def test_where_no_copy_has_notes_nothing_is_told(run: Run) -> None:
    assert run("note", "list") == (0, "", "")
