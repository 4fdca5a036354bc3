# SPDX-License-Identifier: MIT
"""Notes from the command line: brought in, mended, backed up, mirrored."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cli.samples import Ask, Files, Run
from diptych.cli import main as cli
from diptych.paths import Profile


def test_annotations_come_back_without_change(
    ask: Ask, note: dict[str, Any], tmp_path: Path
) -> None:
    ask("export", "--format", "web-annotation", "--to", tmp_path / "notes.jsonld")
    brought = ask("import-notes", tmp_path / "notes.jsonld")
    assert (brought["added"], brought["unchanged"]) == ([], [note["id"]])


def test_note_of_an_article_not_here_finds_it_later(
    ask: Ask, note: dict[str, Any], files: Files, tmp_path: Path
) -> None:
    ask("export", "--format", "web-annotation", "--to", tmp_path / "notes.jsonld")
    other = ("--profile", tmp_path / "laptop")
    status = cli.run(["import-notes", str(tmp_path / "notes.jsonld"), *map(str, other)])
    assert status == 0
    cli.run(["add", *map(str, files), *map(str, other)])
    assert cli.run(["note", "list", "--pair", *map(str, files), *map(str, other)]) == 0
    del note


def test_what_is_no_note_file_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("{}", encoding="utf-8")
    status, _, err = run("import-notes", tmp_path / "x.json")
    assert (status, err.count("\n")) == (cli.FAILED, 1)


def test_doctor_finds_a_sound_file(ask: Ask, note: dict[str, Any]) -> None:
    assert [f["code"] for f in ask("doctor")["findings"]] == ["ok"]
    del note


def test_doctor_mends_a_broken_file(
    ask: Ask, run: Run, note: dict[str, Any], profile: Profile
) -> None:
    ask("backup", "make")
    profile.notes_file.write_bytes(b"not a database at all " * 500)
    assert run("doctor")[0] == cli.FAILED
    assert ask("doctor", "--repair")["repaired"]
    assert [each["id"] for each in ask("note", "list")] == [note["id"]]


def test_backup_brings_back_what_it_held(ask: Ask, note: dict[str, Any]) -> None:
    ask("backup", "make")
    ask("note", "edit", note["id"], "--text", "Spoilt.")
    (backup,) = ask("backup", "list")
    assert backup["reason"] == "hand"
    assert ask("backup", "restore", backup["name"])["kept"]
    assert [each["text"] for each in ask("note", "list")] == [note["text"]]


@pytest.mark.usefixtures("note")
def test_a_copy_that_cannot_be_read_is_named(ask: Ask, run: Run, profile: Profile) -> None:
    name = Path(ask("backup", "make")["path"]).name
    (profile.notes_file.parent / "backups" / name).write_bytes(b"noise" * 500)

    status, out, err = run("backup", "list")

    assert (status, out) == (0, "")
    assert err == f"diptych: The copy {name} cannot be read.\n"


def test_a_file_in_the_place_of_the_copies_is_named(run: Run, profile: Profile) -> None:
    profile.notes_file.parent.mkdir(parents=True, exist_ok=True)
    (profile.notes_file.parent / "backups").write_text("no folder", encoding="utf-8")

    assert run("backup", "list") == (0, "", "diptych: The copy backups cannot be read.\n")


def test_mirror_follows_the_notes(ask: Ask, note: dict[str, Any], tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    (page,) = ask("mirror", folder)["written"]
    assert note["text"] in Path(page).read_text(encoding="utf-8")
    assert ask("mirror", folder)["written"] == []
    ask("note", "delete", note["id"])
    assert ask("mirror", folder)["removed"] == [page]
