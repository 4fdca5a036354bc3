# SPDX-License-Identifier: MIT
"""The notes file is checked and backed up at the start, and a copy put back by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.errors import NoteError
from diptych.services import note_safety
from diptych.services.note_keeping import add_note, all_notes
from diptych.services.note_safety import LATEST, Mirrors
from diptych.services.stores import Stores
from services.conftest import note_on_harbour


@pytest.fixture
def backup(stores: Stores) -> Path:
    """A copy of a notes file with one note."""
    add_note(stores, note_on_harbour(stores, "First."))
    made = note_safety.back_up(stores)
    assert made is not None
    return made


def test_a_sound_file_is_backed_up(stores: Stores) -> None:
    add_note(stores, note_on_harbour(stores))

    assert note_safety.take_care(stores, left_open=True) == ""
    assert [each.notes for each in note_safety.list_backups(stores)] == [1]


def test_what_is_ill_is_said_and_no_good_copy_given_up_for_it(stores: Stores, backup: Path) -> None:
    stores.close()
    stores.profile.notes_file.write_bytes(b"SQLite format 3\0" + b"\xff" * 5_000)

    assert note_safety.take_care(stores, left_open=True)
    assert [each.path for each in note_safety.list_backups(stores)] == [backup]


def test_notes_that_only_a_copy_holds_are_told_of_at_any_start(
    stores: Stores, backup: Path
) -> None:
    stores.close()
    stores.profile.notes_file.write_bytes(b"")

    told = note_safety.take_care(stores, left_open=False)

    assert told.startswith("notes.sqlite holds no notes; its copy of ")
    assert [each.path for each in note_safety.list_backups(stores)] == [backup]


def test_a_damaged_library_is_found_with_the_notes(stores: Stores) -> None:
    stores.close()
    stores.profile.library_file.write_bytes(b"SQLite format 3\0" + b"\xff" * 5_000)

    assert "library-damaged" in [each.code for each in note_safety.check_notes(stores)]


def test_a_copy_put_back_brings_its_notes(stores: Stores, backup: Path) -> None:
    add_note(stores, note_on_harbour(stores, "Second."))

    note_safety.restore_backup(stores, backup)

    assert [note.text for note in all_notes(stores)] == ["First."]


@pytest.mark.parametrize("name_of", [lambda path: LATEST, lambda path: path.stem, str])
def test_a_copy_is_called_latest_by_its_name_or_its_path(
    stores: Stores, backup: Path, name_of: type[str]
) -> None:
    assert note_safety.backup_named(stores, name_of(backup)) == backup


def test_a_copy_that_is_not_there_is_named(stores: Stores) -> None:
    with pytest.raises(NoteError, match="no backup latest"):
        note_safety.backup_named(stores, LATEST)


def test_a_folder_follows_the_notes_and_another_begins_anew(stores: Stores, tmp_path: Path) -> None:
    add_note(stores, note_on_harbour(stores))
    mirrors = Mirrors()
    one, other = tmp_path / "one", tmp_path / "other"
    for place in (one, other):
        place.mkdir()

    first, again = mirrors.follow(stores, one), mirrors.follow(stores, one)

    assert [path.parent for path in first.written] == [one]
    assert again.written == ()
    assert [path.parent for path in mirrors.follow(stores, other).written] == [other]
