# SPDX-License-Identifier: MIT
"""Lists keep their place and announce only what the reader does."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diptych.ui.parts.row_delegate import RowDelegate, RowState
from diptych.ui.parts.rows import RowList, RowModel
from diptych.ui.parts.theme import load_palette


@dataclass(frozen=True, slots=True)
class Line:
    name: str


class LineDelegate(RowDelegate[Line]):
    def row_height(self, row: Line, width: float) -> float:
        return 20

    def paint_row(self, painter: QPainter, rect: QRectF, row: Line, state: RowState) -> None:
        painter.drawText(rect, row.name)


def lines(*names: str) -> list[Line]:
    return [Line(name) for name in names]


@pytest.fixture
def rows(qtbot: QtBot) -> RowList[Line]:
    model = RowModel[Line](
        key=lambda row: row.name, spoken=lambda row, at, of: f"{row.name} {at}/{of}"
    )
    view = RowList(model)
    view.setItemDelegate(LineDelegate(load_palette("light"), view))
    qtbot.addWidget(view)
    view.resize(100, 60)
    view.show()
    return view


def test_rows_say_their_position(rows: RowList[Line]) -> None:
    rows.show_rows(lines("a", "b"))
    index = rows.model().index(1, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "b 2/2"


def test_current_row_survives_an_update(rows: RowList[Line]) -> None:
    rows.show_rows(lines("a", "b", "c"))
    rows.set_current_key("c")
    rows.show_rows(lines("c", "x", "a"))
    assert rows.current_key() == "c"


def test_row_in_view_stays_in_view_when_rows_come_in_above(rows: RowList[Line]) -> None:
    rows.show_rows(lines(*"abcdefghij"))
    rows.doItemsLayout()
    rows.verticalScrollBar().setValue(85)
    rows.show_rows(lines("new", *"abcdefghij"))
    assert rows.verticalScrollBar().value() == 105


def test_the_current_row_keeps_its_height_when_others_come_in_above(rows: RowList[Line]) -> None:
    rows.show_rows(lines(*"abcdefghij"))
    rows.set_current_key("b")
    before = rows.visualRect(rows.currentIndex()).top()
    rows.show_rows(lines("new", "newer", *"abcdefghij"))
    assert rows.visualRect(rows.currentIndex()).top() == before


@pytest.mark.parametrize("is_chosen_meanwhile", [True, False])
def test_the_current_row_is_in_view_when_the_list_comes_back(
    qtbot: QtBot, rows: RowList[Line], is_chosen_meanwhile: bool
) -> None:
    rows.show_rows(lines(*"abcdefghijkl"))
    rows.set_current_key("k")
    rows.hide()
    rows.resize(100, 600)  # nothing is left to scroll
    rows.doItemsLayout()
    if is_chosen_meanwhile:
        rows.set_current_key("l")
    rows.resize(100, 60)
    rows.show()
    qtbot.waitUntil(lambda: rows.rect().contains(rows.visualRect(rows.currentIndex())))


def test_a_list_scrolled_elsewhere_stays_there_when_it_comes_back(
    qtbot: QtBot, rows: RowList[Line]
) -> None:
    rows.show_rows(lines(*"abcdefghijkl"))
    rows.set_current_key("l")
    rows.verticalScrollBar().setValue(20)
    rows.hide()
    rows.show()
    QApplication.processEvents()
    QApplication.processEvents()
    assert rows.verticalScrollBar().value() == 20


def test_update_by_the_owner_announces_nothing(rows: RowList[Line], qtbot: QtBot) -> None:
    rows.show_rows(lines("a", "b"))
    with qtbot.assertNotEmitted(rows.row_chosen):
        rows.set_current_key("b")
        rows.show_rows(lines("b", "c"))


def test_arrow_key_chooses_the_next_row(rows: RowList[Line], qtbot: QtBot) -> None:
    rows.show_rows(lines("a", "b"))
    rows.set_current_key("a")
    with qtbot.waitSignal(rows.row_chosen) as chosen:
        QTest.keyClick(rows, Qt.Key.Key_Down)
    assert chosen.args == [Line("b")]


def test_enter_activates_the_row(rows: RowList[Line], qtbot: QtBot) -> None:
    rows.show_rows(lines("a"))
    rows.set_current_key("a")
    with qtbot.waitSignal(rows.row_activated) as activated:
        QTest.keyClick(rows, Qt.Key.Key_Return)
    assert activated.args == [Line("a")]


def test_click_on_the_current_row_chooses_it_again(rows: RowList[Line], qtbot: QtBot) -> None:
    rows.show_rows(lines("a"))
    rows.set_current_key("a")
    with qtbot.waitSignal(rows.row_chosen):
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))


def test_click_on_another_row_chooses_it_once(rows: RowList[Line], qtbot: QtBot) -> None:
    rows.show_rows(lines("a", "b"))
    rows.set_current_key("b")
    seen: list[object] = []
    rows.row_chosen.connect(seen.append)
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert seen == [Line("a")]


def test_stepping_stops_at_the_ends(rows: RowList[Line]) -> None:
    rows.show_rows(lines("a", "b"))
    for _ in range(5):
        rows.step(1)
    assert rows.current_key() == "b"


def test_empty_list_takes_steps_quietly(rows: RowList[Line]) -> None:
    rows.step(1)
    assert rows.current_key() is None


def test_a_right_click_goes_nowhere(qtbot: QtBot, rows: RowList[Line]) -> None:
    rows.show_rows(lines("one", "two"))
    place = rows.visualRect(rows.model().index(1, 0)).center()
    with qtbot.assertNotEmitted(rows.row_chosen):
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.RightButton, pos=place)
    assert rows.currentIndex().row() == 1


def test_the_same_rows_are_not_laid_out_again(
    rows: RowList[Line], monkeypatch: pytest.MonkeyPatch
) -> None:
    rows.show_rows(lines(*map(str, range(900))))
    QTest.qWait(1)
    measured: list[str] = []

    def measure(_: LineDelegate, row: Line, width: float) -> float:
        measured.append(row.name)
        return 20

    monkeypatch.setattr(LineDelegate, "row_height", measure)
    rows.show_rows(lines(*map(str, range(900))))
    QTest.qWait(1)

    assert len(measured) < 50  # those in view are painted
