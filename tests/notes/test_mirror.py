# SPDX-License-Identifier: MIT
"""The Markdown copy follows the notes and touches nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from diptych.errors import NoteError
from diptych.notes.export.formats import Format
from diptych.notes.mirror import Mirror
from diptych.notes.note import Note, new_note
from notes.samples import anchor

ONE = new_note("One.", (anchor("The old quay"),))
TWO = new_note("Two.", (replace(anchor("Fishermen"), title="Other"),))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "vault"
    made.mkdir()
    return made


def mirror(folder: Path) -> Mirror:
    return Mirror(folder, folder.parent / "ledger.json")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_each_article_gets_a_page(folder: Path) -> None:
    mirror(folder).update([ONE, TWO])
    assert names(folder) == ["Other.md", "Quay to close for repairs.md"]


def test_only_pages_that_changed_are_written(folder: Path) -> None:
    mirror(folder).update([ONE, TWO])
    done = mirror(folder).update([ONE, replace(TWO, text="Changed.")])
    assert [path.name for path in done.written] == ["Other.md"]


def test_a_page_goes_with_its_last_note(folder: Path) -> None:
    mirror(folder).update([ONE, TWO])
    done = mirror(folder).update([ONE])
    assert [path.name for path in done.removed] == ["Other.md"]
    assert names(folder) == ["Quay to close for repairs.md"]


def test_a_file_of_the_same_name_is_not_touched(folder: Path) -> None:
    (folder / "Other.md").write_text("My own.")
    mirror(folder).update([TWO])
    assert (folder / "Other.md").read_text() == "My own."
    assert names(folder) == ["Other 2.md", "Other.md"]


@pytest.mark.parametrize("notes", [[], [replace(TWO, text="Changed.")]])
def test_a_page_the_reader_edited_is_left_alone(folder: Path, notes: list[Note]) -> None:
    mirror(folder).update([TWO])
    (folder / "Other.md").write_text("Edited in the vault.")
    done = mirror(folder).update(notes)
    assert (folder / "Other.md").read_text() == "Edited in the vault."
    assert [path.name for path in done.left_alone] == ["Other.md"]


def test_another_computer_sharing_the_folder_removes_nothing(folder: Path) -> None:
    mirror(folder).update([ONE])
    Mirror(folder, folder.parent / "other.json").update([TWO])
    assert names(folder) == ["Other.md", "Quay to close for repairs.md"]


def test_a_page_removed_by_hand_comes_back(folder: Path) -> None:
    mirror(folder).update([ONE])
    (folder / "Quay to close for repairs.md").unlink()
    assert len(mirror(folder).update([ONE]).written) == 1


def test_a_broken_ledger_costs_no_file(folder: Path) -> None:
    mirror(folder).update([ONE])
    (folder.parent / "ledger.json").write_text("[")
    mirror(folder).update([ONE])
    assert len(names(folder)) == 2


def test_a_folder_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoteError, match="is not there"):
        mirror(tmp_path / "gone").update([ONE])


def test_plain_markdown_can_be_had_as_well(folder: Path) -> None:
    Mirror(folder, folder.parent / "ledger.json", format=Format.COMMONMARK).update([ONE])
    assert (folder / "Quay to close for repairs.md").read_text().startswith("# Notes")
