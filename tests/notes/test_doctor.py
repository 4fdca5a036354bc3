# SPDX-License-Identifier: MIT
"""The notes file is examined, and mended as far as it can be."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from broken_off import broken_off
from diptych.errors import NoteError
from diptych.notes.backups import back_up_if_changed
from diptych.notes.doctor import check, repair
from diptych.notes.note import new_note
from diptych.notes.pair_store import Alignment
from diptych.notes.safety import was_left_open
from diptych.notes.store import NoteStore
from notes.samples import anchor


@pytest.fixture
def filled(path: Path) -> Path:
    with NoteStore(path) as store:
        store.add_all([new_note(f"Note {n}.", (anchor("The old quay"),)) for n in range(60)])
    return path


def run(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(sql)


def damage(path: Path) -> None:
    """Add a page that nothing leads to: the file is damaged, and all it held can be used."""
    run(path, "PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(path.read_bytes())
    pages = len(content) // 4096 + 1
    content[28:32] = pages.to_bytes(4, "big")  # of the header: how many pages there are
    path.write_bytes(content + bytes(4096))


def with_log_that_alone_has(path: Path, text: str) -> None:
    """Damage a file beside whose log a crash has left a note that only this has."""
    damage(path)
    log = path.with_name(f"{path.name}-wal")
    with NoteStore(path) as store:
        store.add(new_note(text, (anchor("The old quay"),)))
        left = path.read_bytes(), log.read_bytes()
    path.write_bytes(left[0])
    log.write_bytes(left[1])
    assert codes(path) == ["damaged"]


def codes(path: Path) -> list[str]:
    return [finding.code for finding in check(path)]


def count(path: Path) -> int:
    with NoteStore(path) as store:
        return len(store.notes())


def test_a_sound_file_is_called_sound(filled: Path) -> None:
    (found,) = check(filled)
    assert found.code == "ok" and "60 notes" in found.sentence


def test_without_notes_nothing_is_wrong(path: Path) -> None:
    assert codes(path) == ["absent"]


def test_a_check_changes_nothing(filled: Path) -> None:
    run(filled, "UPDATE note SET stance = 'x' WHERE text = 'Note 3.'")
    before = filled.read_bytes()
    check(filled)
    assert filled.read_bytes() == before


@pytest.mark.parametrize(
    ("damage", "code", "left"),
    [
        ("UPDATE note SET stance = 'x' WHERE text = 'Note 3.'", "bad-row", 59),
        ("UPDATE anchor SET start = -5 WHERE note = (SELECT max(note) FROM anchor)", "bad-row", 60),
        (
            "UPDATE anchor SET note = 'nobody' WHERE note = (SELECT max(note) FROM anchor)",
            "loose-row",
            60,
        ),
        ("DELETE FROM searched WHERE number = 5", "unsearchable", 60),
    ],
)
def test_what_can_be_mended_is_mended(filled: Path, damage: str, code: str, left: int) -> None:
    run(filled, damage)
    assert code in codes(filled)
    assert repair(filled)
    assert codes(filled) == ["ok"]
    assert count(filled) == left


def test_an_unreadable_row_is_kept_for_whoever_can_read_it(filled: Path) -> None:
    run(filled, "UPDATE note SET stance = 'x' WHERE text = 'Note 3.'")
    repair(filled)
    with closing(sqlite3.connect(filled)) as connection:
        (kept,) = connection.execute("SELECT row FROM damaged WHERE source = 'note'").fetchall()
    assert '"Note 3."' in kept[0]


def test_repairing_copies_the_file_first(filled: Path) -> None:
    run(filled, "UPDATE note SET stance = 'x' WHERE text = 'Note 3.'")
    repair(filled)
    assert len(list((filled.parent / "backups").glob("*-repair.sqlite"))) == 1


def test_a_sound_file_needs_no_repair(filled: Path) -> None:
    assert repair(filled) == ()


def test_a_torn_file_gives_back_what_can_be_read(filled: Path) -> None:
    torn = bytearray(filled.read_bytes())
    torn[len(torn) // 2 : len(torn) // 2 + 8192] = b"\x07" * 8192
    filled.write_bytes(torn)
    assert "damaged" in codes(filled)
    repair(filled)
    assert count(filled) > 0
    assert codes(filled) == ["ok"]


def test_a_torn_file_of_an_earlier_version_gives_back_its_alignments(filled: Path) -> None:
    run(filled, "ALTER TABLE alignment RENAME TO pin")
    run(filled, "INSERT INTO pin VALUES ('a', 'b', 4, 7)")
    with closing(sqlite3.connect(filled)) as connection, connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET sql = 'no table' WHERE name = 'verdict'")
    repair(filled)
    with NoteStore(filled) as store:
        assert store.pairs.alignments("a", "b") == (Alignment(4, 7),)


def test_what_a_torn_file_lost_comes_from_the_backup(filled: Path) -> None:
    back_up_if_changed(filled)
    with NoteStore(filled) as store:
        store.purge_old()
    filled.write_bytes(b"not a database at all " * 500)
    done = repair(filled)
    assert count(filled) == 60
    assert "60 notes came from the backup" in done[-1]


@pytest.mark.parametrize("opened", [False, True])
@pytest.mark.parametrize("lost", [Path.unlink, lambda path: path.write_bytes(b"")])
def test_notes_of_a_file_that_was_begun_anew_come_back_from_the_copy(
    filled: Path, lost: Callable[[Path], object], opened: bool
) -> None:
    back_up_if_changed(filled)
    lost(filled)
    if opened:  # by a window, which makes the file a sound one
        assert count(filled) == 0
    (found,) = check(filled)
    assert (found.code, found.mendable) == ("emptied", True)
    assert "holds 60" in found.sentence

    assert repair(filled)
    assert (codes(filled), count(filled)) == (["ok"], 60)


def test_a_reader_who_removed_all_notes_is_not_told_of_the_copy(filled: Path) -> None:
    back_up_if_changed(filled)
    with NoteStore(filled) as store:
        for note in store.notes():
            store.delete(note.id)
            store.purge(note.id)
    assert codes(filled) == ["ok"]


def test_a_newer_file_is_left_alone(filled: Path) -> None:
    run(filled, "PRAGMA user_version = 99")
    assert codes(filled) == ["newer"]
    with pytest.raises(NoteError, match="newer"):
        repair(filled)


def test_copies_from_conflicts_are_told(filled: Path) -> None:
    run(filled, "UPDATE note SET conflict_of = 'x' WHERE text = 'Note 3.'")
    assert codes(filled) == ["ok", "conflict"]


def test_a_file_closed_in_order_was_not_left_open(filled: Path) -> None:
    assert not was_left_open(filled)


def test_a_file_in_use_counts_as_left_open(path: Path) -> None:
    with NoteStore(path) as store:
        store.add(new_note("x"))
        assert was_left_open(path)


@pytest.mark.parametrize("renamings", range(5))
def test_a_repair_that_is_broken_off_loses_nothing(
    filled: Path, monkeypatch: pytest.MonkeyPatch, renamings: int
) -> None:
    with_log_that_alone_has(filled, "Only in the log.")
    broken_off(lambda: repair(filled), renamings, monkeypatch)
    repair(filled)
    with NoteStore(filled) as store:
        texts = [note.text for note in store.notes()]
    assert (len(texts), "Only in the log." in texts, codes(filled)) == (61, True, ["ok"])


@pytest.mark.parametrize("renamings", range(5))
def test_what_is_written_after_a_repair_that_was_broken_off_stays(
    filled: Path, monkeypatch: pytest.MonkeyPatch, renamings: int
) -> None:
    damage(filled)
    broken_off(lambda: repair(filled), renamings, monkeypatch)
    with NoteStore(filled) as store:
        first = store.notes()[0]
        store.update(replace(first, text="Changed since."))
        later = store.add(new_note("Written since."))
    repair(filled)
    with NoteStore(filled) as store:
        assert len(store.notes()) == 61
        assert store.note(later.id).text == "Written since."
        assert store.note(first.id).text == "Changed since."
