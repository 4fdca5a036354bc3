# SPDX-License-Identifier: MIT
"""Copies of the notes are made, kept, dropped and brought back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from broken_off import broken_off
from diptych.errors import NoteError
from diptych.notes.backups import back_up_if_changed, backups, restore
from diptych.notes.doctor import repair
from diptych.notes.note import new_note
from diptych.notes.safety import BY_HAND
from diptych.notes.store import NoteStore

START = datetime(2026, 3, 1, 8, tzinfo=UTC)


def write(path: Path, text: str) -> None:
    with NoteStore(path) as store:
        store.add(new_note(text))


def texts(path: Path) -> list[str]:
    with NoteStore(path) as store:
        return [note.text for note in store.notes()]


def test_a_backup_holds_the_notes(path: Path) -> None:
    write(path, "One.")
    made = back_up_if_changed(path, now=START)
    (found,) = backups(path)
    assert (found.path, found.time, found.reason, found.notes) == (made, START, "start", 1)


def test_copies_made_by_hand_are_not_pushed_out_by_starts(path: Path) -> None:
    write(path, "One.")
    by_hand = back_up_if_changed(path, reason=BY_HAND, now=START - timedelta(days=30))
    for minute in range(13):
        write(path, str(minute))
        back_up_if_changed(path, now=START + timedelta(minutes=minute))
    assert (backups(path)[-1].path, backups(path)[-1].reason) == (by_hand, BY_HAND)


def test_nothing_new_needs_no_backup(path: Path) -> None:
    write(path, "One.")
    back_up_if_changed(path, now=START)
    assert back_up_if_changed(path, now=START + timedelta(days=1)) is None


def test_without_notes_there_is_nothing_to_copy(path: Path) -> None:
    assert back_up_if_changed(path) is None


def test_the_last_ten_starts_are_kept(path: Path) -> None:
    for minute in range(13):
        write(path, str(minute))
        back_up_if_changed(path, now=START + timedelta(minutes=minute))
    assert [backup.notes for backup in backups(path)] == [*range(13, 3, -1)]


def test_a_copy_made_after_the_clock_was_set_back_is_the_newest(path: Path) -> None:
    future = datetime.now(UTC) + timedelta(days=400)
    for minute in range(12):
        write(path, str(minute))
        back_up_if_changed(path, now=future + timedelta(minutes=minute))
    write(path, "the last")
    made = back_up_if_changed(path)
    assert made == backups(path)[0].path
    assert back_up_if_changed(path) is None


def test_one_copy_a_day_is_kept_for_fourteen_days(path: Path) -> None:
    for half_day in range(40):
        write(path, str(half_day))
        back_up_if_changed(path, now=START + timedelta(hours=12 * half_day))
    ages = [(START + timedelta(hours=12 * 39) - backup.time).days for backup in backups(path)]
    assert len(ages) == len(set(ages)) + 5 and max(ages) == 13


def lose(path: Path) -> None:
    """Cut the file to nothing, as the power failing may."""
    path.write_bytes(b"")
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


@pytest.mark.parametrize("gone", [lose, Path.unlink])
def test_no_copy_is_dropped_that_alone_holds_a_note(
    path: Path, gone: Callable[[Path], None]
) -> None:
    write(path, "One.")
    with_all = back_up_if_changed(path, now=START)
    gone(path)
    for day in range(1, 40):
        write(path, str(day))
        back_up_if_changed(path, now=START + timedelta(days=day))
    assert (backups(path)[-1].path, len(backups(path))) == (with_all, 15)


def test_a_note_removed_for_good_keeps_no_copy(path: Path) -> None:
    write(path, "One.")
    back_up_if_changed(path, now=START)
    with NoteStore(path) as store:
        (note,) = store.notes()
        store.delete(note.id)
        store.purge(note.id)
    for day in range(1, 40):
        write(path, str(day))
        back_up_if_changed(path, now=START + timedelta(days=day))
    assert len(backups(path)) == 14


def test_restoring_brings_the_notes_back_and_keeps_the_present(path: Path) -> None:
    write(path, "One.")
    backup = back_up_if_changed(path, now=START)
    write(path, "Two.")
    assert backup is not None
    kept = restore(backup, path)
    assert kept is not None
    assert texts(path) == ["One."]
    assert [copy.notes for copy in backups(path) if copy.reason == "restore"] == [2]


def test_an_open_window_sees_what_was_restored(path: Path) -> None:
    write(path, "One.")
    backup = back_up_if_changed(path, now=START)
    assert backup is not None
    with NoteStore(path) as window:
        later = window.add(new_note("Two."))
        token = window.token()
        restore(backup, path)
        assert [note.text for note in window.notes()] == ["One."]
        assert window.changed_since(token).token > token
        assert later.id not in window.changed_since(token).notes


def test_a_damaged_file_is_set_aside_when_restoring(path: Path) -> None:
    write(path, "One.")
    backup = back_up_if_changed(path, now=START)
    assert backup is not None
    path.write_bytes(b"\xff" * 8192)
    assert restore(backup, path) is None
    assert texts(path) == ["One."]
    assert len(list(path.parent.glob("notes-damaged-*.sqlite"))) == 1


@pytest.mark.parametrize("renamings", range(4))
def test_restoring_over_a_damaged_file_leaves_notes_wherever_it_is_broken_off(
    path: Path, monkeypatch: pytest.MonkeyPatch, renamings: int
) -> None:
    write(path, "One.")
    backup = back_up_if_changed(path, now=START)
    assert backup is not None
    path.write_bytes(b"\xff" * 8192)
    broken_off(lambda: restore(backup, path), renamings, monkeypatch)
    if path.exists():
        repair(path)
    assert texts(path) == ["One."]


@pytest.mark.parametrize("content", [b"", b"no database", b"\0" * 9000])
def test_a_broken_backup_is_refused_and_changes_nothing(path: Path, content: bytes) -> None:
    write(path, "One.")
    broken = path.with_name("broken.sqlite")
    broken.write_bytes(content)
    with pytest.raises(NoteError, match="no sound backup"):
        restore(broken, path)
    assert texts(path) == ["One."]


def test_a_backup_that_would_change_notes_by_itself_is_refused(path: Path) -> None:
    write(path, "One.")
    made = back_up_if_changed(path, now=START)
    assert made is not None
    with closing(sqlite3.connect(made)) as other, other:
        other.execute("CREATE TRIGGER x AFTER UPDATE ON note BEGIN DELETE FROM anchor; END")
    with pytest.raises(NoteError, match="no sound backup"):
        restore(made, path)
    assert texts(path) == ["One."]
