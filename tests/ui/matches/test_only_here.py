# SPDX-License-Identifier: MIT
"""The list of what stands on one side alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from diptych.ui.matches.only_here import OnlyHerePanel, OnlyItem
from diptych.ui.matches.rows import OnlyRow
from diptych.ui.parts.controls import Chip
from diptych.ui.parts.rows import RowList
from diptych.ui.parts.theme import load_palette


@pytest.fixture
def panel(qtbot: QtBot) -> OnlyHerePanel:
    panel = OnlyHerePanel(load_palette("light"))
    qtbot.addWidget(panel)
    panel.resize(300, 400)
    panel.show_passages(
        (OnlyRow(4, "Dredging."),), (OnlyRow(2, "Insurers.", "paragraph 3"),), 0.62, 0.4
    )
    panel.show()
    return panel


def the_list(panel: OnlyHerePanel) -> RowList[OnlyItem]:
    return panel.findChild(RowList)


def spoken(panel: OnlyHerePanel, place: int) -> str:
    index = the_list(panel).model().index(place, 0)
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def test_heading_tells_the_coverage(panel: OnlyHerePanel) -> None:
    assert spoken(panel, 0) == "Only in the left, 62 % of the left has a counterpart"


def test_passage_is_read_out_with_side_and_place(panel: OnlyHerePanel) -> None:
    assert spoken(panel, 3) == "only right, paragraph 3, Insurers."


def test_choosing_a_passage_names_side_and_index(panel: OnlyHerePanel, qtbot: QtBot) -> None:
    the_list(panel).set_current_key(("right", None))
    with qtbot.waitSignal(panel.passage_chosen) as chosen:
        QTest.keyClick(the_list(panel), Qt.Key.Key_Down)
    assert chosen.args == ["right", 2]


def test_heading_is_no_passage(panel: OnlyHerePanel, qtbot: QtBot) -> None:
    the_list(panel).set_current_key(("left", None))
    with qtbot.assertNotEmitted(panel.passage_chosen):
        QTest.keyClick(the_list(panel), Qt.Key.Key_Return)


def test_a_side_without_sure_passages_is_not_said_to_have_nothing_of_its_own(
    panel: OnlyHerePanel,
) -> None:
    assert panel.order.text() == "The surest come first; what is not sure is not listed."
    panel.show_passages((), (OnlyRow(2, "Insurers."),), 0.14, 0.4)
    assert "86 % of the left has no match, but none of it is sure enough." in panel.order.text()


def test_marking_is_asked_for(panel: OnlyHerePanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.marking_toggled) as toggled:
        panel.findChild(Chip).click()
    assert toggled.args == [True]


def test_marking_set_from_outside_is_not_announced(panel: OnlyHerePanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.marking_toggled):
        panel.set_marking(True)


@pytest.mark.parametrize("name", ["light", "dark", "sepia"])
def test_panel_paints_hostile_texts(panel: OnlyHerePanel, name: str) -> None:
    panel.set_palette_values(load_palette(name))
    panel.show_passages((OnlyRow(0, ""), OnlyRow(1, "y" * 90_000)), (), 7.0, -1.0)
    assert not panel.grab().isNull()
