# SPDX-License-Identifier: MIT
"""A word's contexts are sorted by their neighbours and copied as a table."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from diptych.ui.parts.controls import Chip
from diptych.ui.parts.rows import RowList
from diptych.ui.search.concordance_dialog import Concordance
from diptych.ui.search.keyword_rows import LEFT_ORDER, RIGHT_ORDER, KeywordRow, as_table, in_order
from ui.listed import listed

CITY = KeywordRow("a", "Harbour", "whether the city would ", "dredge", " the harbour", 10, 16)
THEY = KeywordRow("b", "Ports", "and so they ", "dredged", " it once", 5, 12)
NEVER = KeywordRow("b", "Ports", "the city never", "dredged", "Again", 50, 57)
ROWS = (CITY, THEY, NEVER)


@pytest.fixture
def dialog(qtbot: QtBot) -> Concordance:
    dialog = Concordance(word="dredge")
    qtbot.addWidget(dialog)
    dialog.show_rows(ROWS)
    return dialog


def test_left_neighbours_are_compared_from_the_word_outwards() -> None:
    assert in_order(ROWS, LEFT_ORDER) == (NEVER, THEY, CITY)


def test_right_neighbours_are_compared_without_case() -> None:
    assert in_order(ROWS, RIGHT_ORDER) == (NEVER, THEY, CITY)


def test_table_has_a_line_for_each_place() -> None:
    table = as_table((KeywordRow("a", "T\tx", "b\nc", "w", "d", 0, 1),), ("A", "B", "C", "D"))
    assert table == "A\tB\tC\tD\nT x\tb c\tw\td\n"


def test_enter_asks_for_the_word(dialog: Concordance, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.search_requested) as asked:
        QTest.keyClick(dialog.findChild(QLineEdit), Qt.Key.Key_Return)
    assert asked.args == ["dredge", "library"]


def test_scope_asks_again(dialog: Concordance, qtbot: QtBot) -> None:
    chip = next(c for c in dialog.findChildren(Chip) if c.text() == "This pair")
    with qtbot.waitSignal(dialog.search_requested) as asked:
        chip.click()
    assert asked.args == ["dredge", "pair"]


def test_order_is_chosen(dialog: Concordance) -> None:
    dialog.findChild(QComboBox).setCurrentIndex(1)
    assert listed(dialog) == (NEVER, THEY, CITY)


def test_enter_on_a_place_goes_there(dialog: Concordance, qtbot: QtBot) -> None:
    view = dialog.findChild(RowList)
    view.set_current_key(("b", 5, 12))
    with qtbot.waitSignal(dialog.go_requested) as gone:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert gone.args == [THEY]


def test_table_is_copied_as_listed(dialog: Concordance) -> None:
    next(b for b in dialog.findChildren(QPushButton) if "table" in b.text()).click()
    assert QGuiApplication.clipboard().text().splitlines()[1].startswith("Harbour\t")


def test_part_of_many_places_says_so(dialog: Concordance) -> None:
    dialog.show_rows(ROWS, 120)
    assert any("3 of 120" in label.text() for label in dialog.findChildren(QLabel))


def test_articles_that_were_passed_over_are_told(dialog: Concordance) -> None:
    dialog.show_rows(ROWS, 120, 9)
    (said,) = (label.text() for label in dialog.findChildren(QLabel) if "120" in label.text())
    assert "9 more articles" in said


def test_odd_contexts_are_painted(dialog: Concordance) -> None:
    dialog.show_rows((KeywordRow("x", "", "ש" * 9999, "", "\0" * 50, 0, 0),))
    dialog.resize(200, 200)
    assert not dialog.grab().isNull()


def test_a_typed_word_says_what_it_waits_for(dialog: Concordance) -> None:
    box = dialog.findChild(QLineEdit)
    box.selectAll()
    QTest.keyClicks(box, "harbour")
    assert "Press Enter to look for it." in [each.text() for each in dialog.findChildren(QLabel)]
