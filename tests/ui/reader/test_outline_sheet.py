# SPDX-License-Identifier: MIT
"""The headings of a long article are found, and one goes to them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from diptych.ui.desk.page import OutlineEntry
from diptych.ui.reader.outline_sheet import OutlineSheet, filtered, outline_rows

OUTLINE = (
    OutlineEntry("The Book of Quays", 1, 0),
    OutlineEntry("Chapter 1", 2, 10),
    OutlineEntry("Chapter 2", 2, 50),
    OutlineEntry("The Book of Piers", 1, 90),
    OutlineEntry("Chapter 1", 2, 100),
)
ROWS = outline_rows(OUTLINE, here=60, places=(12, 55, 58, 120))


def test_a_heading_counts_the_matches_under_it_and_under_its_own() -> None:
    assert [row.matches for row in ROWS] == [3, 1, 2, 1, 1]


def test_the_heading_one_reads_under_is_the_present_one() -> None:
    assert [row.title for row in ROWS if row.is_here] == ["Chapter 2"]


def test_before_the_first_heading_none_is_the_present_one() -> None:
    rows = outline_rows(OUTLINE[1:], here=3, places=())
    assert not any(row.is_here for row in rows)


def test_a_chapter_is_found_with_the_book_it_stands_in() -> None:
    (found,) = filtered(ROWS, "piers 1")
    assert (found.title, found.place) == ("The Book of Piers › Chapter 1", 100)


def test_enter_goes_to_the_heading_the_filter_left(qtbot: QtBot) -> None:
    sheet = OutlineSheet(ROWS, share_read=0.4)
    qtbot.addWidget(sheet)
    box = sheet.findChildren(QLineEdit)[0]
    box.setText("piers 1")
    with qtbot.waitSignal(sheet.chosen) as chosen:
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert chosen.args == [100]


def test_enter_stays_where_one_reads(qtbot: QtBot) -> None:
    sheet = OutlineSheet(ROWS, share_read=0.4)
    qtbot.addWidget(sheet)
    with qtbot.waitSignal(sheet.chosen) as chosen:
        qtbot.keyClick(sheet.findChildren(QLineEdit)[0], Qt.Key.Key_Return)
    assert chosen.args == [50]


def test_a_filter_that_finds_nothing_says_so(qtbot: QtBot) -> None:
    sheet = OutlineSheet(ROWS, share_read=0.4)
    qtbot.addWidget(sheet)
    sheet.findChildren(QLineEdit)[0].setText("lighthouse")
    assert sheet.rows() == ()
