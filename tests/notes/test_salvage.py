# SPDX-License-Identifier: MIT
"""Whatever befell the notes file, the notes still in it are saved."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from diptych.errors import NoteError
from diptych.notes.backups import back_up_if_changed
from diptych.notes.doctor import check, repair
from diptych.notes.note import new_note
from diptych.notes.salvage import salvaged
from diptych.notes.store import NoteStore
from notes.samples import anchor

COUNT = 300
LONG = "A long thought. " * 800  # goes on over several pages
Damage = Callable[[bytes], bytes]


@pytest.fixture
def filled(path: Path) -> Path:
    with NoteStore(path) as store:
        notes = [new_note(f"Note {n}", (anchor("The old quay"),)) for n in range(COUNT - 1)]
        store.add_all([*notes, new_note(LONG, (anchor("Fishermen"),), tags=("long",))])
    return path


def saved_from(path: Path, damage: Damage) -> int:
    path.write_bytes(damage(path.read_bytes()))
    assert any(finding.code == "damaged" for finding in check(path))
    repair(path)
    with NoteStore(path) as store:
        return sum(bool(note.anchors) for note in store.notes())


def without_schema_row(content: bytes) -> bytes:
    place = content.index(b"CREATE TABLE note")
    return content[:place] + b"CREATE TAXLE note" + content[place + 17 :]


def with_a_name_that_is_no_text(content: bytes) -> bytes:
    # SQLite names the table whose statement it cannot read.
    return without_schema_row(content.replace(b"tablenotenote", b"table\xffotenote", 1))


def without_header(content: bytes) -> bytes:
    return b"\0" * 100 + content[100:]


def without_first_page(content: bytes) -> bytes:
    return b"\0" * 4096 + content[4096:]


@pytest.mark.parametrize(
    "damage",
    [without_schema_row, with_a_name_that_is_no_text, without_header, without_first_page],
)
def test_damage_to_the_tables_costs_no_note(filled: Path, damage: Damage) -> None:
    assert saved_from(filled, damage) == COUNT
    with NoteStore(filled) as store:
        (long,) = store.tagged("long")
    assert long.text == LONG


@pytest.mark.parametrize("kept", [90, 50])
def test_a_file_cut_short_gives_what_is_left(filled: Path, kept: int) -> None:
    whole = filled.read_bytes()
    left = whole[: len(whole) * kept // 100]
    there = sum(f"Note {n}".encode() in left for n in range(COUNT - 1))
    filled.write_bytes(left)
    repair(filled)
    with NoteStore(filled) as store:
        assert store.count() >= there * 0.9 > 0


def test_bytes_that_are_missing_do_not_hide_what_follows(filled: Path) -> None:
    def shortened(content: bytes) -> bytes:
        chance = random.Random(4)
        for place in sorted(chance.sample(range(4096, len(content) - 100), 5), reverse=True):
            content = content[:place] + content[place + 80 :]
        return content

    assert saved_from(filled, shortened) >= COUNT * 0.95


def test_the_damaged_file_is_kept(filled: Path) -> None:
    before = without_schema_row(filled.read_bytes())
    saved_from(filled, without_schema_row)
    (aside,) = filled.parent.glob("notes-damaged-*.sqlite")
    assert aside.read_bytes() == before


def test_what_only_the_newest_backup_holds_is_added(filled: Path) -> None:
    back_up_if_changed(filled)
    with NoteStore(filled) as store:
        store.add(new_note("After the backup", (anchor("Fishermen"),)))
    assert saved_from(filled, lambda content: content[: len(content) // 2]) >= COUNT


def test_what_was_removed_for_good_stays_removed(filled: Path) -> None:
    back_up_if_changed(filled)
    with NoteStore(filled) as store:
        gone = store.notes()[5]
        store.purge(gone.id)
    saved_from(filled, without_schema_row)
    with NoteStore(filled) as store:
        assert gone.id not in {note.id for note in store.notes()}


def test_an_edited_note_comes_back_as_it_was_last(filled: Path) -> None:
    with NoteStore(filled) as store:
        note = next(note for note in store.notes() if note.text == "Note 7")
        store.update(replace(note, text="Note 7, edited"))
    saved_from(filled, without_first_page)
    with NoteStore(filled) as store:
        assert store.note(note.id).text == "Note 7, edited"


@pytest.mark.parametrize("seed", range(5))
def test_noise_is_never_taken_for_rows(tmp_path: Path, seed: int) -> None:
    (tmp_path / "noise").write_bytes(random.Random(seed).randbytes(60_000))
    assert list(salvaged(tmp_path / "noise")) == []


@pytest.mark.parametrize("lost", [Path.unlink, lambda path: path.write_bytes(b"")])
def test_a_log_whose_file_is_gone_keeps_its_notes(
    path: Path, lost: Callable[[Path], object]
) -> None:
    log = path.with_name(f"{path.name}-wal")
    with NoteStore(path) as store:
        store.add_all([new_note(f"Note {n}") for n in range(COUNT)])
        kept = log.read_bytes()  # as a kill leaves it: closing carries it over
    lost(path)
    log.write_bytes(kept)
    with pytest.raises(NoteError, match="its log is there"):
        NoteStore(path)
    assert log.read_bytes() == kept
    repair(path)
    with NoteStore(path) as store:
        assert len(store.notes()) == COUNT
