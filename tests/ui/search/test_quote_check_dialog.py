# SPDX-License-Identifier: MIT
"""A quotation is checked by Enter, and its places can be opened and copied."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from diptych.search.quote_check import Fidelity
from diptych.ui.parts.rows import RowList
from diptych.ui.search.quote_check_dialog import QuoteCheck, QuoteFinding

EXACT = QuoteFinding("a", "The harbour vote", "14 Feb", Fidelity.EXACT, "in one call", 10, 21)
ALTERED = QuoteFinding(
    "b", "The ferry deal", "", Fidelity.ALTERED, "in a call", 5, 14, ((3, 4),), (("one", "a"),)
)


@pytest.fixture
def dialog(qtbot: QtBot) -> QuoteCheck:
    dialog = QuoteCheck(quotation=" in one call ")
    qtbot.addWidget(dialog)
    dialog.check()
    return dialog


def places(dialog: QuoteCheck) -> RowList[QuoteFinding]:
    return dialog.findChild(RowList)


def test_enter_checks_the_quotation(dialog: QuoteCheck, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.check_requested) as asked:
        QTest.keyClick(dialog.findChild(QPlainTextEdit), Qt.Key.Key_Return)
    assert asked.args == ["in one call"]


def test_other_words_take_the_answer_away(dialog: QuoteCheck) -> None:
    dialog.check()
    dialog.show_findings((EXACT,))
    dialog.findChild(QPlainTextEdit).setPlainText("in two calls")
    assert places(dialog).model().rowCount() == 0

    dialog.show_findings((EXACT,))  # an answer that comes late
    assert places(dialog).model().rowCount() == 0


def test_nothing_pasted_is_not_checked(dialog: QuoteCheck, qtbot: QtBot) -> None:
    dialog.findChild(QPlainTextEdit).setPlainText("  \n ")
    with qtbot.assertNotEmitted(dialog.check_requested):
        dialog.check()


@pytest.mark.parametrize(
    ("findings", "words"),
    [
        ((), "Not found"),
        ((EXACT,), "exactly so"),
        ((EXACT, ALTERED), "Altered: 1"),
        ((ALTERED,), "Nowhere exactly"),
    ],
)
def test_answer_is_summed_up(
    dialog: QuoteCheck, findings: tuple[QuoteFinding, ...], words: str
) -> None:
    assert words in dialog.summary(findings)


def test_finding_is_read_out_with_its_changes(dialog: QuoteCheck) -> None:
    dialog.show_findings((ALTERED,))
    words = places(dialog).model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words == "altered, The ferry deal, in a call, quoted → stands: “one” → “a”"


def test_enter_on_a_place_opens_it(dialog: QuoteCheck, qtbot: QtBot) -> None:
    dialog.show_findings((EXACT, ALTERED))
    with qtbot.waitSignal(dialog.open_requested) as opened:
        QTest.keyClick(places(dialog), Qt.Key.Key_Return)
    assert opened.args == [EXACT]


def test_words_are_copied_as_they_stand(dialog: QuoteCheck) -> None:
    dialog.show_findings((ALTERED,))
    next(b for b in dialog.findChildren(QPushButton) if b.text() == "C&opy").click()
    assert QGuiApplication.clipboard().text() == "in a call"


def test_odd_findings_are_painted(dialog: QuoteCheck) -> None:
    odd = QuoteFinding("x", "", "", Fidelity.NOT_FOUND, "و" * 99_999, 0, 0, ((5, 1),), (("", ""),))
    dialog.show_findings((odd,))
    assert not dialog.grab().isNull()
