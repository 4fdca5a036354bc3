# SPDX-License-Identifier: MIT
"""The headings of a long article are found, and one goes to them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from diptych.text.headings import Heading
from diptych.ui.parts.rows import RowList
from diptych.ui.parts.theme import load_palette
from diptych.ui.reader.outline_panel import OutlinePanel, filtered, outline_rows

OUTLINE = (
    Heading("The Book of Quays", 1, 0),
    Heading("Chapter 1", 2, 10),
    Heading("Chapter 2", 2, 50),
    Heading("The Book of Piers", 1, 90),
    Heading("Chapter 1", 2, 100),
)
ROWS = outline_rows(OUTLINE, here=60, places=(12, 55, 58, 120), length=140)


def test_a_heading_counts_the_matches_under_it_and_under_its_own() -> None:
    assert [row.count for row in ROWS] == [3, 1, 2, 1, 1]


def test_the_heading_one_reads_under_is_the_present_one() -> None:
    assert [row.title for row in ROWS if row.is_here] == ["Chapter 2"]


def test_before_the_first_heading_none_is_the_present_one() -> None:
    rows = outline_rows(OUTLINE[1:], here=3, places=(), length=140)
    assert not any(row.is_here for row in rows)


def test_a_chapter_is_found_with_the_book_it_stands_in() -> None:
    (found,) = filtered(ROWS, "piers 1")
    assert (found.title, found.place) == ("The Book of Piers › Chapter 1", 100)


def test_each_heading_tells_how_much_of_it_lies_above_where_one_reads() -> None:
    assert [row.share for row in ROWS] == [60 / 90, 1.0, 0.25, 0.0, 0.0]


@pytest.fixture
def panel(qtbot: QtBot) -> OutlinePanel:
    made = OutlinePanel(load_palette("light"))
    qtbot.addWidget(made)
    made.show_rows(ROWS, counts_changes=False)
    return made


def box(panel: OutlinePanel) -> QLineEdit:
    return panel.findChildren(QLineEdit)[0]


def test_enter_goes_to_the_heading_the_filter_left(panel: OutlinePanel, qtbot: QtBot) -> None:
    box(panel).setText("piers 1")
    with qtbot.waitSignal(panel.chosen) as chosen:
        qtbot.keyClick(box(panel), Qt.Key.Key_Return)
    assert chosen.args == [100]


def test_enter_stays_where_one_reads(panel: OutlinePanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.chosen) as chosen:
        qtbot.keyClick(box(panel), Qt.Key.Key_Return)
    assert chosen.args == [50]


def test_a_heading_gone_to_with_the_arrows_stays_until_one_reads_on(
    panel: OutlinePanel, qtbot: QtBot
) -> None:
    qtbot.keyClick(box(panel), Qt.Key.Key_Down)
    for here, place in ((70, 90), (12, 10)):
        rows = outline_rows(OUTLINE, here=here, places=(), length=140)
        panel.show_rows(rows, counts_changes=False)
        with qtbot.waitSignal(panel.chosen) as chosen:
            qtbot.keyClick(box(panel), Qt.Key.Key_Return)
        assert chosen.args == [place]


def test_escape_empties_the_filter_then_leaves(panel: OutlinePanel, qtbot: QtBot) -> None:
    box(panel).setText("piers")
    qtbot.keyClick(box(panel), Qt.Key.Key_Escape)
    assert len(panel.rows()) == len(ROWS)
    with qtbot.waitSignal(panel.left):
        qtbot.keyClick(box(panel), Qt.Key.Key_Escape)


def test_a_filter_that_finds_nothing_says_so(panel: OutlinePanel) -> None:
    box(panel).setText("lighthouse")
    assert panel.rows() == ()
    assert "No heading is called like that." in panel.message()


@pytest.mark.parametrize(("of_changes", "spoken"), [(False, "2 matches"), (True, "2 changes")])
def test_what_is_counted_is_said_by_name(
    panel: OutlinePanel, of_changes: bool, spoken: str
) -> None:
    panel.show_rows(ROWS, counts_changes=of_changes)
    said = panel.findChildren(RowList)[0].model().index(2, 0).data()
    assert said == f"Chapter 2, {spoken}, you are here, at 25 %"
