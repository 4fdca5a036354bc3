# SPDX-License-Identifier: MIT
"""Many notes at once, in the window, and one Ctrl+Z for all."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from diptych.app import Diptych
from diptych.notes.note import Colour, new_note
from diptych.text.article import Span
from diptych.text.sides import Side


@pytest.fixture
def ids(diptych: Diptych, qtbot: QtBot) -> list[str]:
    notes = diptych.states.notes
    made = [
        new_note(words, (notes.anchor(Side.LEFT, Span(start, start + 8)),), colour=Colour.GREEN)
        for words, start in (("", 0), ("", 30))
    ]
    for note in made:
        notes.highlight(note)
    qtbot.waitUntil(lambda: len(notes.pair_notes) == 2)
    return [note.id for note in made]


def test_a_colour_for_all_is_taken_back_at_once(
    diptych: Diptych, qtbot: QtBot, ids: list[str]
) -> None:
    notes, many = diptych.states.notes, diptych.window.many_notes

    def colours() -> set[Colour]:
        return {placed.note.colour for placed in notes.pair_notes}

    many.colour(ids, Colour.RED)
    qtbot.waitUntil(lambda: colours() == {Colour.RED})
    diptych.window.actions_by_id["undo"].trigger()
    qtbot.waitUntil(lambda: colours() == {Colour.GREEN})


def test_merged_notes_come_apart_again(diptych: Diptych, qtbot: QtBot, ids: list[str]) -> None:
    notes = diptych.states.notes
    diptych.window.many_notes.merge(ids)
    qtbot.waitUntil(lambda: len(notes.pair_notes) == 1)
    assert len(notes.pair_notes[0].note.anchors) == 2
    diptych.window.actions_by_id["undo"].trigger()
    qtbot.waitUntil(lambda: len(notes.pair_notes) == 2)
    assert all(len(placed.note.anchors) == 1 for placed in notes.pair_notes)


def test_tags_are_given_and_taken_away(diptych: Diptych, qtbot: QtBot, ids: list[str]) -> None:
    notes, many = diptych.states.notes, diptych.window.many_notes
    many.tag(ids, ["port"])
    qtbot.waitUntil(lambda: all(p.note.tags == ("port",) for p in notes.pair_notes))
    many.tag(ids, ["-port", "ferry"])
    qtbot.waitUntil(lambda: all(p.note.tags == ("ferry",) for p in notes.pair_notes))
