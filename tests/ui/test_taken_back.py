# SPDX-License-Identifier: MIT
"""Ctrl+Z takes back whatever the reader did last, wherever the reader is by then."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from diptych.app import Diptych
from diptych.library.progress import SavedPair
from diptych.services.shelving import Correction
from diptych.text.sides import Side
from ui.acting import trigger


def left_id(diptych: Diptych) -> str:
    return diptych.states.pair.pinned_ids()[0]


@pytest.fixture
def listed(diptych: Diptych, qtbot: QtBot) -> Diptych:
    """A window whose library is read."""
    library = diptych.states.library
    qtbot.waitUntil(lambda: library.entry(left_id(diptych)) is not None)
    return diptych


def test_aligning_and_aligning_no_longer(listed: Diptych, qtbot: QtBot) -> None:
    alignments = listed.window.places_presenter._alignments
    trigger(listed, "align-here")
    assert len(alignments.kept) == 1
    trigger(listed, "remove-alignments")
    assert not alignments.kept

    trigger(listed, "undo")
    assert len(alignments.kept) == 1
    trigger(listed, "undo")
    assert not alignments.kept


def test_aligning_in_a_pair_that_was_swapped_since(listed: Diptych, qtbot: QtBot) -> None:
    alignments = listed.window.places_presenter._alignments
    trigger(listed, "align-here")
    with qtbot.waitSignal(alignments.changed):
        trigger(listed, "swap")

    trigger(listed, "undo")

    assert not alignments.kept


def test_a_correction_with_its_tags(listed: Diptych, qtbot: QtBot) -> None:
    library, shelving = listed.states.library, listed.window.shelving_presenter

    def now() -> tuple[str, tuple[str, ...]]:
        entry = library.entry(left_id(listed))
        return (entry.title, entry.tags) if entry is not None else ("", ())

    before = now()
    shelving._keep_correction(left_id(listed), Correction(title="Mine", tags=("quay",)))
    qtbot.waitUntil(lambda: now() == ("Mine", ("quay",)))
    qtbot.waitUntil(lambda: not listed.window.status.undo.isHidden())

    trigger(listed, "undo")

    qtbot.waitUntil(lambda: now() == before)


def test_a_tag(listed: Diptych, qtbot: QtBot) -> None:
    library = listed.states.library
    listed.window.library_care.tag([left_id(listed)], "quay")
    qtbot.waitUntil(lambda: library.entry(left_id(listed)).tags == ("quay",))

    trigger(listed, "undo")

    qtbot.waitUntil(lambda: library.entry(left_id(listed)).tags == ())


def test_what_is_taken_back_is_said(listed: Diptych, qtbot: QtBot) -> None:
    message = listed.window.status.message
    trigger(listed, "reading-list")
    done = message.text()
    listed.window.status.end_message()
    message.clear()  # it has long faded

    trigger(listed, "undo")

    assert done and message.text() == f"Taken back: {done}"


def test_a_collection_and_leaving_it(listed: Diptych, qtbot: QtBot) -> None:
    library, panel, ids = listed.states.library, listed.window.library_panel, (left_id(listed),)

    def together() -> bool:
        return "Ports" in library.shelves.collections

    panel.collect_requested.emit(ids, "Ports")
    qtbot.waitUntil(together)
    panel.uncollect_requested.emit(ids, "Ports")
    qtbot.waitUntil(lambda: not together())

    trigger(listed, "undo")
    qtbot.waitUntil(together)
    trigger(listed, "undo")
    qtbot.waitUntil(lambda: not together())


def test_a_saved_pair_that_took_the_name_of_another(listed: Diptych, qtbot: QtBot) -> None:
    library, ids = listed.states.library, listed.states.pair.pinned_ids()
    presenter = listed.window.reading_list_presenter
    first, second = SavedPair("Both", *ids), SavedPair("Both", *reversed(ids))
    for pair in (first, second):
        presenter.save(pair)
        qtbot.waitUntil(lambda p=pair: library.shelves.pairs == (p,))

    trigger(listed, "undo")
    qtbot.waitUntil(lambda: library.shelves.pairs == (first,))
    trigger(listed, "undo")
    qtbot.waitUntil(lambda: not library.shelves.pairs)


def test_what_the_button_took_back_is_not_taken_back_once_more(
    listed: Diptych, qtbot: QtBot
) -> None:
    library = listed.states.library
    care = listed.window.library_care
    for tag in ("first", "second"):
        care.tag([left_id(listed)], tag)
        qtbot.waitUntil(lambda t=tag: t in library.entry(left_id(listed)).tags)

    listed.window.status.undo.click()
    trigger(listed, "undo")

    qtbot.waitUntil(lambda: library.entry(left_id(listed)).tags == ())


def test_a_verdict_on_a_pair_that_no_longer_lies_open(listed: Diptych, qtbot: QtBot) -> None:
    pair = listed.states.pair
    trigger(listed, "next-match")
    trigger(listed, "reject")
    assert pair.found.verdicts
    ids = pair.pinned_ids()
    pair.clear(Side.RIGHT)

    trigger(listed, "undo")
    assert "taken back" in listed.window.status.message.text()
    pair.pin(Side.RIGHT, ids[1])

    qtbot.waitUntil(lambda: pair.comparison is not None)
    qtbot.waitUntil(lambda: not listed.states.judging._lane.is_busy)
    assert not pair.found.verdicts


def write_note(diptych: Diptych, qtbot: QtBot, text: str) -> None:
    """Write a note on the current match and wait until it can be taken back."""
    notes = diptych.states.notes
    steps = notes.steps
    trigger(diptych, "note")
    qtbot.waitUntil(lambda: notes.editing is not None)
    with qtbot.waitSignals([notes.saved, steps.counted]):
        diptych.window.editor.findChild(QPlainTextEdit, "note-text").setPlainText(text)
        diptych.window.editor.flush()
    notes.close()


def test_a_verdict_between_two_notes_is_taken_back_between_them(
    listed: Diptych, qtbot: QtBot
) -> None:
    found, message = listed.states.pair.found, listed.window.status.message
    trigger(listed, "next-match")
    write_note(listed, qtbot, "First.")
    trigger(listed, "accept")
    trigger(listed, "next-match")
    write_note(listed, qtbot, "Second.")

    trigger(listed, "undo")
    trigger(listed, "undo")  # the writing, then the making
    qtbot.waitUntil(lambda: message.text() == "The note is gone again.")
    assert found.verdicts

    trigger(listed, "undo")
    assert not found.verdicts


def test_a_verdict_taken_back_is_given_again(listed: Diptych) -> None:
    found, message = listed.states.pair.found, listed.window.status.message
    trigger(listed, "next-match")
    trigger(listed, "accept")
    given = dict(found.verdicts)
    trigger(listed, "undo")

    trigger(listed, "redo")

    assert found.verdicts == given
    assert message.text() == "The match is accepted again."


def test_after_something_new_nothing_is_done_again(listed: Diptych) -> None:
    message = listed.window.status.message
    trigger(listed, "next-match")
    trigger(listed, "accept")
    trigger(listed, "undo")
    trigger(listed, "reading-list")

    trigger(listed, "redo")

    assert message.text() == "There is nothing to do again."
