# SPDX-License-Identifier: MIT
"""The empty side offers what to read with the pinned article."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from diptych.ui.overview.read_with import CandidateRow, ReadWith
from diptych.ui.parts.rows import RowList
from diptych.ui.parts.theme import load_palette

ROWS = (
    CandidateRow("f", "The ferry deal", "The Strait", 17, 0.7, "one call", 21),
    CandidateRow("p", "Two ports", "", 1),
)


@pytest.fixture
def side(qtbot: QtBot) -> ReadWith:
    side = ReadWith(load_palette("light"))
    qtbot.addWidget(side)
    side.resize(400, 400)
    side.show_candidates(ROWS)
    side.show()
    return side


def said(side: ReadWith) -> str:
    return " ".join(label.text() for label in side.findChildren(QLabel))


def test_enter_asks_for_the_candidate(side: ReadWith, qtbot: QtBot) -> None:
    side.focus_list()
    view = side.findChild(RowList)
    with qtbot.waitSignal(side.candidate_requested) as asked:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert asked.args == ["f"]


def test_click_asks_for_the_candidate(side: ReadWith, qtbot: QtBot) -> None:
    view = side.findChild(RowList)
    place = view.visualRect(view.model().index(1, 0)).center()
    with qtbot.waitSignal(side.candidate_requested) as asked:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == ["p"]


@pytest.mark.parametrize(("place", "words"), [(0, "21 matches"), (1, "about 1 passage in common")])
def test_candidate_is_read_out(side: ReadWith, place: int, words: str) -> None:
    index = side.findChild(RowList).model().index(place, 0)
    assert words in str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def test_no_candidate_is_said(side: ReadWith) -> None:
    side.show_candidates(())
    assert "No other article" in said(side)


def test_looking_is_said(side: ReadWith) -> None:
    side.show_looking()
    assert "Looking" in said(side)


def test_library_can_be_browsed_instead(side: ReadWith, qtbot: QtBot) -> None:
    with qtbot.waitSignal(side.browse_requested):
        side.findChild(QPushButton).click()


@pytest.mark.parametrize("name", ["light", "dark", "sepia"])
def test_side_paints_odd_candidates(side: ReadWith, name: str) -> None:
    side.set_palette_values(load_palette(name))
    side.show_candidates((CandidateRow("x", "مرحبا" * 99, "", -1, 9.0, "\0\ud800"),))
    side.resize(220, 200)
    assert not side.grab().isNull()


def test_nothing_is_said_to_be_shared_only_when_all_are_read(side: ReadWith) -> None:
    side.show_candidates((), is_final=False)
    assert "None found so far" in said(side)
