# SPDX-License-Identifier: MIT
"""The Markdown copy follows the notes and touches nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from diptych.errors import NoteError
from diptych.notes.export.profiles import Format
from diptych.notes.mirror import Mirror, Mirrored
from diptych.notes.note import Note, new_note
from diptych.notes.store import NoteStore
from notes.samples import anchor

ONE = new_note("One.", (anchor("The old quay"),))
TWO = new_note("Two.", (replace(anchor("Fishermen"), title="Other", article_id="2" * 16),))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "vault"
    made.mkdir()
    return made


def mirror(folder: Path) -> Mirror:
    return Mirror(folder, folder.parent / "ledger.json")


def level(folder: Path, notes: Iterable[Note], *, computer: str = "this") -> Mirrored:
    """Start anew with these notes and no others, and bring the copy level with them."""
    wanted = {note.id: note for note in notes}
    with NoteStore(folder.parent / f"{computer}.sqlite") as store:
        there = {note.id: note for note in store.notes()}
        store.add_all(note for id_, note in wanted.items() if id_ not in there)
        for id_, note in there.items():
            if id_ not in wanted:
                store.delete(id_)
            elif note.text != wanted[id_].text:
                store.update(replace(note, text=wanted[id_].text))
        return Mirror(folder, folder.parent / f"{computer}.json").follow(store)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_each_article_gets_a_page(folder: Path) -> None:
    level(folder, [ONE, TWO])
    assert names(folder) == ["Other.md", "Quay to close for repairs.md"]


def test_only_pages_that_changed_are_written(folder: Path) -> None:
    level(folder, [ONE, TWO])
    done = level(folder, [ONE, replace(TWO, text="Changed.")])
    assert [path.name for path in done.written] == ["Other.md"]


def test_a_page_goes_with_its_last_note(folder: Path) -> None:
    level(folder, [ONE, TWO])
    done = level(folder, [ONE])
    assert [path.name for path in done.removed] == ["Other.md"]
    assert names(folder) == ["Quay to close for repairs.md"]


def test_a_file_of_the_same_name_is_not_touched(folder: Path) -> None:
    (folder / "Other.md").write_text("My own.")
    level(folder, [TWO])
    assert (folder / "Other.md").read_text() == "My own."
    assert names(folder) == ["Other 2.md", "Other.md"]


@pytest.mark.parametrize("notes", [[], [replace(TWO, text="Changed.")]])
def test_a_page_the_reader_edited_is_left_alone(folder: Path, notes: list[Note]) -> None:
    level(folder, [TWO])
    (folder / "Other.md").write_text("Edited in the vault.")
    done = level(folder, notes)
    assert (folder / "Other.md").read_text() == "Edited in the vault."
    assert [path.name for path in done.left_alone] == ["Other.md"]


def test_another_computer_sharing_the_folder_removes_nothing(folder: Path) -> None:
    level(folder, [ONE])
    level(folder, [TWO], computer="other")
    assert names(folder) == ["Other.md", "Quay to close for repairs.md"]


def test_a_page_removed_by_hand_comes_back(folder: Path) -> None:
    level(folder, [ONE])
    (folder / "Quay to close for repairs.md").unlink()
    assert len(level(folder, [ONE]).written) == 1


def test_a_broken_ledger_costs_no_file(folder: Path) -> None:
    level(folder, [ONE])
    (folder.parent / "this.json").write_text("[")
    level(folder, [ONE])
    assert len(names(folder)) == 2


class EndedError(Exception):
    """The process ended here."""


@pytest.mark.parametrize("changed", [(), ("Said otherwise.",)])
def test_a_copy_ended_before_its_ledger_writes_no_page_twice(
    folder: Path, monkeypatch: pytest.MonkeyPatch, changed: tuple[str, ...]
) -> None:
    notes = [ONE, TWO]
    if changed:  # pages that are there already are written again
        level(folder, notes)
        notes = [replace(note, text=changed[0]) for note in notes]
    with monkeypatch.context() as ending, pytest.raises(EndedError):
        ending.setattr(Mirror, "_save", lambda _: (_ for _ in ()).throw(EndedError))
        level(folder, notes)

    level(folder, notes)

    assert names(folder) == ["Other.md", "Quay to close for repairs.md"]


@pytest.mark.parametrize("line", ["", "{", "[1, 2]", '["a"]', "null", "\0", "[" * 100_000])
def test_what_was_announced_unreadably_is_passed_over(folder: Path, line: str) -> None:
    (folder.parent / "this.coming").write_text(f"{line}\n", encoding="utf-8")
    level(folder, [ONE])
    assert names(folder) == ["Quay to close for repairs.md"]


def test_a_folder_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoteError, match="is not there"):
        level(tmp_path / "gone", [ONE])


def test_plain_markdown_can_be_had_as_well(folder: Path, store: NoteStore) -> None:
    Mirror(folder, folder.parent / "ledger.json", format=Format.COMMONMARK).follow(store)
    assert (folder / "Quay to close for repairs.md").read_text().startswith("# Notes")


# Following a store

ELSEWHERE = (replace(TWO.anchors[0], title="Elsewhere", article_id="3" * 16),)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[NoteStore]:
    with NoteStore(tmp_path / "notes.sqlite") as made:
        made.add_all([ONE, TWO])
        yield made


@pytest.fixture
def followed(folder: Path, store: NoteStore, monkeypatch: pytest.MonkeyPatch) -> Mirror:
    """Return a copy that is level with the store, which must not be read as a whole again."""
    made = mirror(folder)
    assert len(made.follow(store).written) == 2

    def never() -> None:
        raise AssertionError("all notes were read")

    monkeypatch.setattr(store, "notes", never)
    return made


def test_without_a_change_nothing_is_read(folder: Path, followed: Mirror, store: NoteStore) -> None:
    assert followed.follow(store) == Mirrored()
    assert mirror(folder).follow(store) == Mirrored()  # nor at the next start


def test_a_changed_note_writes_its_page_alone(followed: Mirror, store: NoteStore) -> None:
    store.update(replace(store.note(TWO.id), text="Changed."))
    done = followed.follow(store)
    assert [path.name for path in done.written] == ["Other.md"]
    assert "Changed." in done.written[0].read_text(encoding="utf-8")


def test_a_page_keeps_its_other_notes(followed: Mirror, store: NoteStore) -> None:
    store.add(new_note("Three.", TWO.anchors))
    (page,) = followed.follow(store).written
    text = page.read_text(encoding="utf-8")
    assert "Two." in text and "Three." in text


def test_a_deleted_note_takes_its_page_with_it_and_brings_it_back(
    folder: Path, followed: Mirror, store: NoteStore
) -> None:
    store.delete(TWO.id)
    assert [path.name for path in followed.follow(store).removed] == ["Other.md"]
    store.restore(TWO.id)
    assert [path.name for path in followed.follow(store).written] == ["Other.md"]
    assert names(folder) == ["Other.md", "Quay to close for repairs.md"]


def test_a_note_moved_to_another_article_changes_both_pages(
    folder: Path, followed: Mirror, store: NoteStore
) -> None:
    store.update(replace(store.note(TWO.id), anchors=ELSEWHERE))
    done = followed.follow(store)
    assert [path.name for path in done.removed] == ["Other.md"]
    assert names(folder) == ["Elsewhere.md", "Quay to close for repairs.md"]


def test_what_could_not_be_written_is_written_the_next_time(
    folder: Path, followed: Mirror, store: NoteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, parts: Iterable[str]) -> None:
        raise NoteError("The disk is full.")

    store.update(replace(store.note(TWO.id), anchors=ELSEWHERE))
    with monkeypatch.context() as patch, pytest.raises(NoteError):
        patch.setattr("diptych.notes.mirror.write_text", full)
        followed.follow(store)

    followed.follow(store)

    assert names(folder) == ["Elsewhere.md", "Quay to close for repairs.md"]


def test_a_page_removed_by_hand_comes_back_at_the_next_start(
    folder: Path, store: NoteStore
) -> None:
    mirror(folder).follow(store)
    (folder / "Other.md").unlink()
    assert [path.name for path in mirror(folder).follow(store).written] == ["Other.md"]


def test_a_page_removed_by_hand_comes_back_meanwhile(folder: Path, store: NoteStore) -> None:
    followed = mirror(folder)
    followed.follow(store)
    (folder / "Other.md").unlink()
    assert [path.name for path in followed.follow(store).written] == ["Other.md"]


def test_restored_notes_are_read_anew(folder: Path, store: NoteStore, tmp_path: Path) -> None:
    followed = mirror(folder)
    store.add(new_note("Three.", ONE.anchors))
    followed.follow(store)
    with NoteStore(tmp_path / "older.sqlite") as older:
        older.add(ONE)
        assert [path.name for path in followed.follow(older).removed] == ["Other.md"]


def test_a_folder_that_is_gone_is_named_while_following(folder: Path, store: NoteStore) -> None:
    followed = mirror(folder)
    folder.rmdir()
    with pytest.raises(NoteError, match="vault"):
        followed.follow(store)


@pytest.mark.parametrize(
    "ledger",
    [
        "[" * 100_000,
        "null",
        '{"tokens": null}',
        "[]",
        "{",
        '{"COPY": {}, "tokens": {"COPY": 1e999}}',
    ],
)
def test_a_ledger_that_is_none_is_made_anew(store: NoteStore, tmp_path: Path, ledger: str) -> None:
    ledger = ledger.replace("COPY", (tmp_path / "copy").as_posix())
    (tmp_path / "mirror.json").write_text(ledger, encoding="utf-8")
    (tmp_path / "copy").mkdir()
    Mirror(tmp_path / "copy", tmp_path / "mirror.json").follow(store)
    assert json.loads((tmp_path / "mirror.json").read_text(encoding="utf-8"))
