# SPDX-License-Identifier: MIT
"""Chips wrap into rows."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize

from diptych.ui.parts.flow import flow_places

CHIP = QSize(40, 20)


def test_chips_stand_beside_each_other_while_there_is_room() -> None:
    places, height = flow_places([CHIP, CHIP], 100, 6)
    assert places == [QPoint(0, 0), QPoint(46, 0)]
    assert height == 20


def test_chip_without_room_begins_a_row() -> None:
    places, height = flow_places([CHIP, CHIP, CHIP], 100, 6)
    assert places[2] == QPoint(0, 26)
    assert height == 46


def test_chip_wider_than_the_column_has_a_row_of_its_own() -> None:
    places, _ = flow_places([CHIP, QSize(300, 20)], 100, 6)
    assert places == [QPoint(0, 0), QPoint(0, 26)]


def test_no_chips_take_no_height() -> None:
    assert flow_places([], 100, 6) == ([], 0)
