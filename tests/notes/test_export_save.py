# SPDX-License-Identifier: MIT
"""An export goes over, after or beside an earlier one, as the reader says."""

from __future__ import annotations

import csv
import json
import os
from pathlib import Path

import pytest

from diptych.errors import NoteError
from diptych.notes.export.formats import Format, Wish
from diptych.notes.export.save import Again, save
from diptych.notes.note import new_note
from notes.samples import anchor

OLD = new_note("Old words.", (anchor("The old quay"),))
NEW = new_note("New words.", (anchor("Fishermen"),))
ONE_FILE = [Format.COMMONMARK, Format.GITHUB, Format.PANDOC, Format.CSV, Format.WEB_ANNOTATION]


@pytest.mark.parametrize("format", ONE_FILE)
def test_appending_adds_only_what_is_new(tmp_path: Path, format: Format) -> None:
    target = tmp_path / "mine.txt"
    save([OLD], Wish(format), target)
    save([OLD, NEW], Wish(format), target, again=Again.APPEND)
    written = target.read_text()
    assert (written.count("Old words."), written.count("New words.")) == (1, 1)


def test_appending_leaves_what_the_reader_wrote_between(tmp_path: Path) -> None:
    (target,) = save([OLD], Wish(Format.COMMONMARK), tmp_path)
    target.write_text(target.read_text() + "\nMy own line.\n")
    save([OLD, NEW], Wish(Format.COMMONMARK), target, again=Again.APPEND)
    written = target.read_text()
    assert written.index("My own line.") < written.index("### 2. Note")
    assert written.count("# Notes\n") == 1


def test_appending_nothing_new_changes_nothing(tmp_path: Path) -> None:
    (target,) = save([OLD], Wish(Format.COMMONMARK), tmp_path)
    before = target.stat()
    save([OLD], Wish(Format.COMMONMARK), target, again=Again.APPEND)
    assert target.stat().st_mtime_ns == before.st_mtime_ns


def test_appended_rows_and_annotations_still_parse(tmp_path: Path) -> None:
    for format, name in ((Format.CSV, "a.csv"), (Format.WEB_ANNOTATION, "a.jsonld")):
        save([OLD], Wish(format), tmp_path / name)
        save([OLD, NEW], Wish(format), tmp_path / name, again=Again.APPEND)
    with (tmp_path / "a.csv").open(newline="") as stream:
        assert len(list(csv.DictReader(stream))) == 2
    assert len(json.loads((tmp_path / "a.jsonld").read_text())["items"]) == 2


def test_a_bibliography_grows_without_doubles(tmp_path: Path) -> None:
    target = tmp_path / "mine.md"
    save([OLD], Wish(Format.PANDOC), target)
    save([OLD, NEW], Wish(Format.PANDOC), target, again=Again.APPEND)
    assert len(json.loads((tmp_path / "mine.json").read_text())) == 1
    assert (tmp_path / "mine.bib").read_text().count("@article") == 1


def test_a_new_file_is_numbered(tmp_path: Path) -> None:
    for _ in range(3):
        save([OLD], Wish(Format.COMMONMARK), tmp_path / "a.md", again=Again.NEW)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a 2.md", "a 3.md", "a.md"]


def test_names_stay_the_same_from_export_to_export(tmp_path: Path) -> None:
    first = save([OLD, NEW], Wish(Format.OBSIDIAN), tmp_path / "vault")
    assert save([OLD, NEW], Wish(Format.OBSIDIAN), tmp_path / "vault") == first


def test_a_page_of_the_readers_own_is_never_replaced(tmp_path: Path) -> None:
    (page,) = save([OLD], Wish(Format.OBSIDIAN), tmp_path)
    page.write_text("My own page.")
    (other,) = save([OLD], Wish(Format.OBSIDIAN), tmp_path)
    assert (page.read_text(), other.name) == ("My own page.", f"{page.stem} 2.md")


def test_a_page_is_appended_to(tmp_path: Path) -> None:
    (page,) = save([OLD], Wish(Format.OBSIDIAN), tmp_path)
    save([OLD, NEW], Wish(Format.OBSIDIAN), tmp_path, again=Again.APPEND)
    written = page.read_text()
    assert (written.count("Old words."), written.count("New words.")) == (1, 1)


def test_a_file_that_is_no_export_cannot_be_appended_to(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xff\x00")
    with pytest.raises(NoteError, match="cannot be read as text"):
        save([OLD], Wish(Format.COMMONMARK), tmp_path / "a.md", again=Again.APPEND)
    assert (tmp_path / "a.md").read_bytes() == b"\xff\x00"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs rights to lack")
def test_a_read_only_folder_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(NoteError, match="read-only"):
        save([OLD], Wish(Format.COMMONMARK), tmp_path / "a.md")


def test_a_vault_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "vault").write_text("x")
    with pytest.raises(NoteError, match="could not be made"):
        save([OLD], Wish(Format.OBSIDIAN), tmp_path / "vault")
