# SPDX-License-Identifier: MIT
"""The list of what stands on one side alone follows the pair, a moment at a time."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from diptych.app import Diptych
from diptych.text.sides import Side
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
