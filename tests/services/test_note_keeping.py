# SPDX-License-Identifier: MIT
"""A notebook keeps what is written, loses nothing, and takes changes back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from diptych.errors import NoteError
from diptych.notes.note import new_note
from diptych.services import note_keeping
from diptych.services.note_keeping import Notebook
from diptych.services.stores import Stores
from diptych.text.sides import Side
from services.conftest import note_on_harbour, pair_of


@pytest.fixture
def notebook(stores: Stores) -> Notebook:
    """A notebook that places its notes in the pair on the mayor."""
    made = Notebook()
    made.follow(stores, dict(zip(Side, pair_of(stores), strict=True)))
    return made


def test_a_note_is_placed_in_the_pair_it_follows(stores: Stores, notebook: Notebook) -> None:
    placed = notebook.add(stores, note_on_harbour(stores)).placed

    assert [place.side for place in placed.places] == [Side.LEFT, Side.RIGHT]
    again = Notebook().follow(stores, dict(zip(Side, pair_of(stores), strict=True)))
    assert [each.note.id for each in again.placed] == [placed.note.id]


def test_a_note_left_without_a_word_is_gone(stores: Stores, notebook: Notebook) -> None:
    note = notebook.add(stores, note_on_harbour(stores, "")).placed.note

    assert notebook.close(stores, note.id)
    assert note_keeping.all_notes(stores) == note_keeping.deleted_notes(stores) == ()


def test_a_note_that_was_written_in_stays(stores: Stores, notebook: Notebook) -> None:
    note = notebook.add(stores, note_on_harbour(stores, "")).placed.note
    notebook.keep(stores, replace(note, text="The mayor."))

    assert not notebook.close(stores, note.id)
    assert [each.text for each in note_keeping.all_notes(stores)] == ["The mayor."]


def test_what_another_window_wrote_stays_beside_it(stores: Stores, notebook: Notebook) -> None:
    note = notebook.add(stores, note_on_harbour(stores)).placed.note
    note_keeping.change_note(stores, replace(note, text="Theirs."))

    notebook.keep(stores, replace(note, text="Ours."))

    assert {each.text for each in note_keeping.all_notes(stores)} == {"Ours.", "Theirs."}


def test_a_change_is_undone_and_done_again(stores: Stores, notebook: Notebook) -> None:
    note = note_keeping.add_note(stores, note_on_harbour(stores, "Before."))
    notebook.change(stores, note.id, lambda each: replace(each, text="After."))

    undone, redone = notebook.undo(stores), notebook.redo(stores)

    assert undone is not None and undone.text == "Before."
    assert redone is not None and redone.text == "After."
    assert note_keeping.read_note(stores, note.id).text == "After."


def test_deleted_notes_come_back_one_by_one(stores: Stores, notebook: Notebook) -> None:
    first, second = (note_keeping.add_note(stores, note_on_harbour(stores, t)) for t in "ab")

    last = notebook.delete(stores, [first.id, second.id])
    notebook.undo(stores)

    assert last is not None and last.id == second.id
    assert [each.id for each in note_keeping.all_notes(stores)] == [second.id]
    notebook.restore(stores, [first.id])
    assert {each.id for each in note_keeping.all_notes(stores)} == {first.id, second.id}


def test_a_new_note_can_be_undone_once_it_has_words(stores: Stores, notebook: Notebook) -> None:
    note = notebook.add(stores, note_on_harbour(stores, "")).placed.note
    notebook.keep(stores, replace(note, text="Words."))

    while notebook.undo(stores) is not None:
        pass

    assert note_keeping.all_notes(stores) == ()
    assert [each.id for each in note_keeping.deleted_notes(stores)] == [note.id]


def test_an_empty_query_lists_the_newest(stores: Stores) -> None:
    for text in ("old", "middle", "new"):
        note_keeping.add_note(stores, note_on_harbour(stores, text))

    assert [n.text for n in note_keeping.Notebook().newest(stores, " ", limit=2).notes] == [
        "new",
        "middle",
    ]
    assert [n.text for n in note_keeping.Notebook().newest(stores, "old", limit=2).notes] == ["old"]


def test_the_notes_of_a_pair_are_on_no_other_article(stores: Stores) -> None:
    kept = note_keeping.add_note(stores, note_on_harbour(stores))
    note_keeping.add_note(stores, new_note("On nothing."))

    assert [n.id for n in note_keeping.notes_on_pair(stores, *pair_of(stores))] == [kept.id]


def test_what_is_purged_is_gone_for_good(stores: Stores) -> None:
    note = note_keeping.add_note(stores, note_on_harbour(stores))
    note_keeping.delete_note(stores, note.id)

    note_keeping.purge_notes(stores, [note.id])

    with pytest.raises(NoteError):
        note_keeping.read_note(stores, note.id)


def test_a_deleted_note_is_not_opened(stores: Stores) -> None:
    note = note_keeping.add_note(stores, note_on_harbour(stores))
    note_keeping.delete_note(stores, note.id)

    with pytest.raises(NoteError, match="Recently deleted"):
        note_keeping.note_to_open(stores, note.id)
