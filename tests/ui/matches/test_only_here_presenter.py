# SPDX-License-Identifier: MIT
"""The list of what stands on one side alone follows the pair, a moment at a time."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from diptych.app import Diptych
from diptych.text.sides import Side
from diptych.ui.desk.marks import REACHED, SideMark
from ui.acting import trigger
from ui.listed import listed
from ui.moments import TimeForOne


def test_thousands_of_rows_are_made_in_steps(
    diptych: Diptych, qtbot: QtBot, moments: type[TimeForOne]
) -> None:
    window, found = diptych.window, diptych.states.pair.found
    window.tabs.setCurrentWidget(window.only_here)
    found.set_filter(replace(found.filter, strength=0.0))
    moments.taken = 0

    found.set_filter(replace(found.filter, strength=1.0))

    def rows() -> int:
        return sum(item.row is not None for item in listed(window.only_here))

    wanted = len(found.only(Side.LEFT)) + len(found.only(Side.RIGHT))
    qtbot.waitUntil(lambda: rows() == wanted)
    assert 2 < wanted <= moments.taken


def test_rows_of_a_pair_that_is_gone_do_not_come(
    diptych: Diptych, qtbot: QtBot, moments: type[TimeForOne]
) -> None:
    window, pair = diptych.window, diptych.states.pair
    window.tabs.setCurrentWidget(window.only_here)
    pair.found.set_filter(replace(pair.found.filter, strength=1.0))
    window.tabs.setCurrentWidget(window.matches)

    pair.clear(Side.RIGHT)

    assert not window.only_here_presenter._filling.is_running
    qtbot.wait(0)
    assert not listed(window.only_here)


def reached(diptych: Diptych) -> list[SideMark]:
    return [mark for mark in diptych.window.split.side_marks if mark.hue == REACHED]


def test_a_passage_gone_to_is_marked_until_the_reader_goes_on(diptych: Diptych) -> None:
    window, found = diptych.window, diptych.states.pair.found
    found.set_filter(replace(found.filter, strength=1.0))
    alone = found.only(Side.LEFT)[1]

    window.only_here.passage_chosen.emit(Side.LEFT, 1)
    assert reached(diptych) == [SideMark(Side.LEFT, REACHED, alone.span)]

    found.set_filter(replace(found.filter, strength=0.0))
    trigger(diptych, "next-match")
    assert not reached(diptych)


def test_escape_ends_the_mark_of_a_passage_gone_to(diptych: Diptych) -> None:
    found = diptych.states.pair.found
    found.set_filter(replace(found.filter, strength=1.0))
    diptych.window.only_here.passage_chosen.emit(Side.LEFT, 1)

    diptych.window.split.escaped.emit()

    assert not reached(diptych)


def test_the_mark_of_a_passage_gone_to_leaves_with_its_article(diptych: Diptych) -> None:
    pair = diptych.states.pair
    pair.found.set_filter(replace(pair.found.filter, strength=1.0))
    diptych.window.only_here.passage_chosen.emit(Side.RIGHT, 1)

    pair.clear(Side.RIGHT)

    assert not reached(diptych)
