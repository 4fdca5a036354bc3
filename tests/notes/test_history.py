# SPDX-License-Identifier: MIT
"""What was done to notes can be taken back and done again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from diptych.notes.history import ONE_BREATH_S, NoteChange, UndoHistory
from diptych.notes.note import Note, new_note
from diptych.notes.store import NoteStore
from notes.samples import Clock


class Watch:
    """Seconds that pass when they are told to."""

    def __init__(self) -> None:
        self.passed = 0.0

    def __call__(self) -> float:
        return self.passed

    def pause(self) -> None:
        self.passed += ONE_BREATH_S


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def history(store: NoteStore, watch: Watch) -> UndoHistory:
    return UndoHistory(store.update, seconds=watch)


def create(store: NoteStore, history: UndoHistory, text: str = "One.") -> Note:
    note = store.add(new_note(text))
    history.record(NoteChange(None, note))
    return note


def edit(store: NoteStore, history: UndoHistory, note: Note, text: str) -> Note:
    changed = store.update(replace(note, text=text))
    history.record(NoteChange(note, changed))
    return changed


def test_creating_is_undone_and_redone(store: NoteStore, history: UndoHistory) -> None:
    create(store, history)
    history.undo()
    assert store.notes() == ()
    history.redo()
    assert [note.text for note in store.notes()] == ["One."]


def test_an_edit_is_undone_and_redone(store: NoteStore, history: UndoHistory) -> None:
    note = edit(store, history, create(store, history), "Two.")
    history.undo()
    assert store.note(note.id).text == "One."
    history.redo()
    assert store.note(note.id).text == "Two."


def test_a_deletion_is_undone(store: NoteStore, history: UndoHistory) -> None:
    note = create(store, history)
    history.record(NoteChange(note, store.delete(note.id)))
    history.undo()
    assert [each.text for each in store.notes()] == ["One."]


def test_a_chain_is_undone_to_its_beginning(
    store: NoteStore, history: UndoHistory, watch: Watch
) -> None:
    note = create(store, history)
    for text in ("Two.", "Three."):
        watch.pause()
        note = edit(store, history, note, text)
    history.undo()
    assert store.note(note.id).text == "Two."
    history.undo()
    history.undo()
    assert store.notes() == () and history.undo() is None


@pytest.mark.parametrize("days", [-400, 400])
def test_a_pause_counts_whatever_the_clock_is_set_to(
    store: NoteStore, history: UndoHistory, watch: Watch, clock: Clock, days: int
) -> None:
    note = create(store, history)
    clock.time += timedelta(days=days)
    for text in ("Two.", "Three."):
        watch.pause()
        note = edit(store, history, note, text)
    note = edit(store, history, note, "Three and more.")
    history.undo()
    assert store.note(note.id).text == "Two."
    history.undo()
    assert store.note(note.id).text == "One."
    history.redo()
    history.redo()
    assert [each.text for each in store.notes()] == ["Three and more."]


def test_typing_without_pause_is_one_edit(store: NoteStore, history: UndoHistory) -> None:
    note = create(store, history)
    for text in ("O", "On", "One more."):
        note = edit(store, history, note, text)
    history.undo()
    assert store.note(note.id).text == "One."


def test_a_new_change_ends_redoing(store: NoteStore, history: UndoHistory) -> None:
    note = create(store, history)
    history.undo()
    create(store, history, "Other.")
    assert history.redo() is None
    assert store.note(note.id).deleted


def test_nothing_to_undo_is_nothing(history: UndoHistory) -> None:
    assert history.undo() is None and history.redo() is None


def test_undoing_never_overwrites_what_another_window_wrote(
    store: NoteStore, history: UndoHistory
) -> None:
    note = edit(store, history, create(store, history), "Two.")
    theirs = store.update(replace(note, text="Theirs."))
    copy = history.undo()
    assert copy is not None
    assert store.note(note.id) == theirs
    assert (copy.text, copy.conflict_of) == ("One.", note.id)
