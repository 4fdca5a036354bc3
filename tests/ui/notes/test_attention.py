# SPDX-License-Identifier: MIT
"""Notes without a sure place are settled one by one, never deleted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from diptych.notes.anchor import AnchorState
from diptych.ui.notes.attention import AttentionRow, NeedsAttention, PlaceRow
from diptych.ui.notes.deleted import DeletedNotes
from diptych.ui.notes.rows import NoteRow
from diptych.ui.parts.rows import RowList

PLACES = (PlaceRow("will not be settled", "paragraph 3", 0.86, ((0, 8),)), PlaceRow("a call"))
FUZZY = AttentionRow(
    "n1", 0, "left", "Harbour", "cannot be settled", AnchorState.FUZZY, "Note", PLACES
)
LOST = AttentionRow("n2", 1, "right", "Ferry", "not been asked", AnchorState.LOST, "Who?")


def button(dialog: NeedsAttention | DeletedNotes, words: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if words in b.text().replace("&", ""))


def the_list(dialog: NeedsAttention, name: str) -> RowList[object]:
    return next(v for v in dialog.findChildren(RowList) if v.accessibleName() == name)


@pytest.fixture
def dialog(qtbot: QtBot) -> NeedsAttention:
    dialog = NeedsAttention((FUZZY, LOST))
    qtbot.addWidget(dialog)
    return dialog


def test_best_candidate_is_accepted(dialog: NeedsAttention, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.accept_requested) as asked:
        button(dialog, "It is here").click()
    assert asked.args == ["n1", 0, 0]


def test_other_candidate_is_accepted(dialog: NeedsAttention, qtbot: QtBot) -> None:
    candidates = the_list(dialog, "Where the words may be now")
    QTest.keyClick(candidates, Qt.Key.Key_Down)
    with qtbot.waitSignal(dialog.accept_requested) as asked:
        QTest.keyClick(candidates, Qt.Key.Key_Return)
    assert asked.args == ["n1", 0, 1]


def test_lost_passage_has_nothing_to_accept(dialog: NeedsAttention) -> None:
    QTest.keyClick(the_list(dialog, "Passages without a sure place"), Qt.Key.Key_Down)
    assert not button(dialog, "It is here").isEnabled()


def test_lost_passage_may_be_kept(dialog: NeedsAttention, qtbot: QtBot) -> None:
    QTest.keyClick(the_list(dialog, "Passages without a sure place"), Qt.Key.Key_Down)
    with qtbot.waitSignal(dialog.keep_requested) as asked:
        button(dialog, "Keep").click()
    assert asked.args == ["n2", 1]


def test_place_may_be_chosen_by_hand(dialog: NeedsAttention, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.choose_requested) as asked:
        button(dialog, "Choose").click()
    assert asked.args == ["n1", 0]


def test_settled_passage_makes_way_for_the_next(dialog: NeedsAttention, qtbot: QtBot) -> None:
    dialog.show_rows((LOST,))
    with qtbot.waitSignal(dialog.keep_requested) as asked:
        button(dialog, "Keep").click()
    assert asked.args == ["n2", 1]


def test_nothing_left_disables_everything(dialog: NeedsAttention) -> None:
    dialog.show_rows(())
    assert not button(dialog, "Keep").isEnabled()


def test_deleting_is_never_offered(dialog: NeedsAttention) -> None:
    assert not any("elete" in b.text() for b in dialog.findChildren(QPushButton))


def test_odd_passages_are_painted(dialog: NeedsAttention) -> None:
    odd = PlaceRow("מ" * 9999, "", 7.0, ((9, 2),))
    dialog.show_rows((AttentionRow("x", 0, "", "", "\0", AnchorState.EXACT, "", (odd,)),))
    assert not dialog.grab().isNull()


@pytest.fixture
def deleted(qtbot: QtBot) -> DeletedNotes:
    deleted = DeletedNotes((NoteRow("a", "One"), NoteRow("b", "Two")))
    qtbot.addWidget(deleted)
    return deleted


def test_deleted_note_is_restored(deleted: DeletedNotes, qtbot: QtBot) -> None:
    with qtbot.waitSignal(deleted.restore_requested) as asked:
        button(deleted, "Restore").click()
    assert asked.args == [("a",)]


def test_deleting_for_good_asks_twice(deleted: DeletedNotes, qtbot: QtBot) -> None:
    purge = button(deleted, "Delete for good")
    with qtbot.assertNotEmitted(deleted.purge_requested):
        purge.click()
    with qtbot.waitSignal(deleted.purge_requested) as asked:
        purge.click()
    assert asked.args == [("a",)]


def test_another_choice_has_to_be_confirmed_anew(deleted: DeletedNotes, qtbot: QtBot) -> None:
    purge = button(deleted, "Delete for good")
    purge.click()
    QTest.keyClick(deleted.findChild(RowList), Qt.Key.Key_Down)
    with qtbot.assertNotEmitted(deleted.purge_requested):
        purge.click()


def test_no_deleted_notes_disable_the_buttons(deleted: DeletedNotes) -> None:
    deleted.show_notes(())
    assert not button(deleted, "Restore").isEnabled()
