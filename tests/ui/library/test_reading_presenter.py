# SPDX-License-Identifier: MIT
"""Articles to read, begun and read; pairs kept under a name."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from diptych.app import Diptych
from diptych.library.progress import ReadingState, SavedPair
from diptych.ui.library.pairs_list import PairsList
from diptych.ui.library.rows import PairRow
from diptych.ui.parts import theme
from ui.listed import listed


def states(diptych: Diptych) -> dict[str, ReadingState]:
    return {entry.title: entry.reading for entry in diptych.states.library.entries}


def test_opening_begins_marking_ends_and_undo_takes_it_back(diptych: Diptych, qtbot: QtBot) -> None:
    begun = {"The harbour vote": ReadingState.BEGUN, "The ferry deal": ReadingState.BEGUN}
    qtbot.waitUntil(lambda: states(diptych) == begun)
    diptych.window.frame.texts.focus("left")
    diptych.window.actions_by_id["mark-read"].trigger()
    read = begun | {"The harbour vote": ReadingState.READ}
    qtbot.waitUntil(lambda: states(diptych) == read)
    diptych.window.actions_by_id["undo"].trigger()
    qtbot.waitUntil(lambda: states(diptych) == begun)


def test_the_reading_list_shows_what_is_begun(diptych: Diptych, qtbot: QtBot) -> None:
    library, panel = diptych.window.library_presenter, diptych.window.library_panel
    qtbot.waitUntil(lambda: ReadingState.UNREAD not in states(diptych).values())
    library.set_shelf("reading", "list")
    assert len(listed(panel, "Articles")) == 2
    library.set_shelf("reading", ReadingState.READ.value)
    assert not listed(panel, "Articles")


def test_a_pair_is_kept_under_a_name_and_forgotten(diptych: Diptych, qtbot: QtBot) -> None:
    left, right = diptych.states.pair.pinned_ids()
    pairs = diptych.window.library_panel.pairs
    diptych.window.reading_list_presenter.save(SavedPair("Both ferries", left, right))
    qtbot.waitUntil(lambda: [row.name for row in pairs.rows()] == ["Both ferries"])
    pairs.forget_requested.emit("Both ferries")
    qtbot.waitUntil(lambda: not any(row.name for row in pairs.rows()))


@pytest.mark.usefixtures("diptych_look")
def test_a_saved_pair_stands_once_above_the_recent_ones(qtbot: QtBot) -> None:
    pairs = PairsList(theme.load_palette("light"))
    qtbot.addWidget(pairs)
    pairs.show_recent([PairRow("a", "b", ("A", "B")), PairRow("c", "d", ("C", "D"))])
    pairs.show_saved([PairRow("c", "d", ("C", "D"), name="Mine")])
    assert [(row.left_id, row.name) for row in pairs.rows()] == [("c", "Mine"), ("a", "")]


def test_what_was_said_of_a_pair_goes_when_it_is_taken_back(diptych: Diptych) -> None:
    left, right = diptych.states.pair.pinned_ids()
    diptych.window.reading_list_presenter.save(SavedPair("Both ferries", left, right))
    assert "Both ferries" in diptych.window.status.message.text()
    diptych.window.actions_by_id["undo"].trigger()
    assert diptych.window.status.message.text() == "Taken back: Saved as “Both ferries”."
