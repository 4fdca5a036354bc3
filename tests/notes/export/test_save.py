# SPDX-License-Identifier: MIT
"""An export goes over, after or beside an earlier one, as the reader says."""

from __future__ import annotations

import csv
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from diptych.errors import NoteError
from diptych.notes.export.formats import Wish
from diptych.notes.export.placing import Again
from diptych.notes.export.profiles import Format
from diptych.notes.export.save import save
from diptych.notes.note import Note, new_note
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
    (target,) = save([OLD], Wish(Format.COMMONMARK), tmp_path).files
    target.write_text(target.read_text() + "\nMy own line.\n")
    save([OLD, NEW], Wish(Format.COMMONMARK), target, again=Again.APPEND)
    written = target.read_text()
    assert written.index("My own line.") < written.index("### 2. Note")
    assert written.count("# Notes\n") == 1


def test_appending_nothing_new_changes_nothing(tmp_path: Path) -> None:
    (target,) = save([OLD], Wish(Format.COMMONMARK), tmp_path).files
    before = target.stat()
    save([OLD], Wish(Format.COMMONMARK), target, again=Again.APPEND)
    assert target.stat().st_mtime_ns == before.st_mtime_ns


def test_appended_rows_and_annotations_still_parse(tmp_path: Path) -> None:
    for format, name in ((Format.CSV, "a.csv"), (Format.WEB_ANNOTATION, "a.jsonld")):
        save([OLD], Wish(format), tmp_path / name)
        save([OLD, NEW], Wish(format), tmp_path / name, again=Again.APPEND)
    # With the mark by which Excel knows UTF-8, once, at the beginning.
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [len(row["id"]) for row in rows] == [36, 36]
    assert (tmp_path / "a.csv").read_bytes().count(b"\xef\xbb\xbf") == 1
    assert len(json.loads((tmp_path / "a.jsonld").read_text())["items"]) == 2


def test_a_bibliography_grows_without_doubles(tmp_path: Path) -> None:
    target = tmp_path / "mine.md"
    save([OLD], Wish(Format.PANDOC), target)
    save([OLD, NEW], Wish(Format.PANDOC), target, again=Again.APPEND)
    assert len(json.loads((tmp_path / "mine.json").read_text())) == 1
    assert (tmp_path / "mine.bib").read_text().count("@article") == 1


@pytest.mark.parametrize(
    "words", ["{}", '""', "[1]", '{"id": 1}', "[[]]", "1", "[", '[{"id": []}]']
)
def test_works_are_added_to_nothing_but_a_list_of_works(tmp_path: Path, words: str) -> None:
    target = tmp_path / "mine.md"
    save([OLD], Wish(Format.PANDOC), target)
    (tmp_path / "mine.json").write_text(words)

    with pytest.raises(NoteError, match="no CSL-JSON"):
        save([OLD, NEW], Wish(Format.PANDOC), target, again=Again.APPEND)

    assert (tmp_path / "mine.json").read_text() == words


def test_a_new_file_is_numbered(tmp_path: Path) -> None:
    for _ in range(3):
        save([OLD], Wish(Format.COMMONMARK), tmp_path / "a.md", again=Again.NEW)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a 2.md", "a 3.md", "a.md"]


def test_names_stay_the_same_from_export_to_export(tmp_path: Path) -> None:
    first = save([OLD, NEW], Wish(Format.OBSIDIAN), tmp_path / "vault").files
    assert save([OLD, NEW], Wish(Format.OBSIDIAN), tmp_path / "vault").files == first


def test_a_page_of_the_readers_own_is_never_replaced(tmp_path: Path) -> None:
    (page,) = save([OLD], Wish(Format.OBSIDIAN), tmp_path).files
    page.write_text("My own page.")
    (other,) = save([OLD], Wish(Format.OBSIDIAN), tmp_path).files
    assert (page.read_text(), other.name) == ("My own page.", f"{page.stem} 2.md")


def test_a_page_is_appended_to(tmp_path: Path) -> None:
    (page,) = save([OLD], Wish(Format.OBSIDIAN), tmp_path).files
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


# Whose a page is

OTHER = new_note(
    "On the other.",
    (replace(anchor("Fishermen"), date="2025-03-01", article_id="2" * 16),),
    tags=("two",),
)


def test_a_page_that_only_mentions_a_note_is_never_replaced(tmp_path: Path) -> None:
    mine = f"# My page\n\nCompare diptych://note/{OLD.id}.\n"
    page = tmp_path / "Quay to close for repairs.md"
    page.write_text(mine)
    saved = save([OLD], Wish(Format.OBSIDIAN), tmp_path)
    assert (page.read_text(), saved.left_alone) == (mine, (page,))
    assert saved.files[0].name == "Quay to close for repairs 2.md"


def test_a_page_edited_by_hand_stays_and_is_told(tmp_path: Path) -> None:
    (page,) = save([OLD], Wish(Format.OBSIDIAN), tmp_path).files
    page.write_text(page.read_text().replace("Old words.", "Old words, and mine."))
    saved = save([OLD, NEW], Wish(Format.OBSIDIAN), tmp_path)
    assert "and mine" in page.read_text()
    assert saved.left_alone == (page,)


@pytest.mark.parametrize("first", [[OLD, OTHER], [OTHER, OLD]])
def test_a_page_keeps_its_pair_whatever_is_exported(tmp_path: Path, first: list[Note]) -> None:
    before = save(first, Wish(Format.OBSIDIAN), tmp_path).files
    (page,) = save([OTHER], Wish(Format.OBSIDIAN), tmp_path).files
    assert page == before[first.index(OTHER)]
    assert ["Old words." in path.read_text() for path in before].count(True) == 1


def test_a_page_keeps_its_pair_when_a_title_is_corrected(tmp_path: Path) -> None:
    (page,) = save([OLD], Wish(Format.OBSIDIAN), tmp_path).files
    corrected = replace(OLD, anchors=(replace(OLD.anchors[0], title="The right title"),))
    assert save([corrected], Wish(Format.OBSIDIAN), tmp_path).files == (page,)
    assert "The right title" in page.read_text()


def test_a_renamed_page_is_still_its_pairs(tmp_path: Path) -> None:
    (page,) = save([OLD], Wish(Format.OBSIDIAN), tmp_path).files
    moved = page.rename(tmp_path / "Another name.md")
    assert save([OLD, NEW], Wish(Format.OBSIDIAN), tmp_path).files == (moved,)


def test_a_page_moved_into_a_folder_of_the_vault_is_still_its_pairs(tmp_path: Path) -> None:
    (page,) = save([OLD], Wish(Format.OBSIDIAN), tmp_path).files
    (tmp_path / "read").mkdir()
    moved = page.rename(tmp_path / "read" / page.name)
    assert save([OLD, NEW], Wish(Format.OBSIDIAN), tmp_path).files == (moved,)
    assert not page.exists()


def test_a_page_in_a_hidden_folder_has_been_thrown_away(tmp_path: Path) -> None:
    (page,) = save([OLD], Wish(Format.OBSIDIAN), tmp_path).files
    (tmp_path / ".trash").mkdir()
    page.rename(tmp_path / ".trash" / page.name)
    assert save([OLD], Wish(Format.OBSIDIAN), tmp_path).files == (page,)


def test_exporting_some_notes_leaves_the_others_on_their_page(tmp_path: Path) -> None:
    (page,) = save([OLD, NEW], Wish(Format.OBSIDIAN), tmp_path).files
    save([NEW], Wish(Format.OBSIDIAN), tmp_path, still=lambda ids: [OLD] if OLD.id in ids else [])
    assert "Old words." in page.read_text()


def test_line_ends_changed_by_another_program_are_no_edit(tmp_path: Path) -> None:
    (page,) = save([OLD], Wish(Format.OBSIDIAN), tmp_path).files
    page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))
    assert save([OLD, NEW], Wish(Format.OBSIDIAN), tmp_path).files == (page,)


@pytest.mark.parametrize("content", ["caf\xe9".encode("cp1251", "replace"), None])
def test_what_is_no_page_of_that_name_does_not_stop_the_export(
    tmp_path: Path, content: bytes | None
) -> None:
    page = tmp_path / "Quay to close for repairs.md"
    page.mkdir() if content is None else page.write_bytes(content)
    (other,) = save([OLD], Wish(Format.OBSIDIAN), tmp_path).files
    assert other.name == "Quay to close for repairs 2.md"


@pytest.mark.parametrize("format", ONE_FILE)
def test_a_file_of_the_readers_own_stays(tmp_path: Path, format: Format) -> None:
    target = tmp_path / "mine.txt"
    target.write_text("My thesis.")
    saved = save([OLD], Wish(format), target)
    assert (target.read_text(), saved.left_alone) == ("My thesis.", (target,))
    assert saved.files[0].name == "mine 2.txt"


@pytest.mark.parametrize("format", [each for each in ONE_FILE if each is not Format.CSV])
def test_our_own_file_is_renewed_until_somebody_changes_it(tmp_path: Path, format: Format) -> None:
    target = tmp_path / "mine.txt"
    save([OLD], Wish(format), target)
    assert save([OLD, NEW], Wish(format), target).files[0] == target
    target.write_text(target.read_text() + " ")
    assert save([OLD], Wish(format), target).left_alone == ()  # white space at the end is no edit
    target.write_text(target.read_text().replace("Old", "Mine"))
    assert save([OLD], Wish(format), target).left_alone == (target,)


def test_a_bibliography_of_the_readers_own_stays(tmp_path: Path) -> None:
    (tmp_path / "paper.bib").write_text("@book{mine}")
    saved = save([OLD], Wish(Format.PANDOC), tmp_path / "paper.md")
    assert (tmp_path / "paper.bib").read_text() == "@book{mine}"
    assert [path.name for path in saved.files] == ["paper.md", "paper 2.json", "paper 2.bib"]
    assert 'bibliography: "paper 2.json"' in saved.files[0].read_text()


def test_our_own_bibliography_is_renewed(tmp_path: Path) -> None:
    first = save([OLD], Wish(Format.PANDOC), tmp_path / "paper.md")
    again = save([OLD, OTHER], Wish(Format.PANDOC), tmp_path / "paper.md")
    assert again == first
    assert len(json.loads(again.files[1].read_text())) == 2


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to(tmp_path / "real.md")
    save([OLD], Wish(Format.COMMONMARK), tmp_path / "link.md")
    assert (tmp_path / "link.md").is_symlink() and "Old words." in (
        tmp_path / "real.md"
    ).read_text()


@pytest.mark.skipif(os.name != "posix", reason="needs pipes with names")
def test_a_pipe_is_written_into(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    save([OLD], Wish(Format.COMMONMARK), pipe)
    assert b"Old words." in os.read(reader, 10_000)
    os.close(reader)


@pytest.mark.skipif(os.name != "posix", reason="needs pipes with names")
def test_a_pipe_nobody_reads_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NoteError, match="nobody reads"):
        save([OLD], Wish(Format.COMMONMARK), tmp_path / "pipe")
