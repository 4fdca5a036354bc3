# SPDX-License-Identifier: MIT
"""The notes panel lists notes and asks to open, delete and follow them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from diptych.notes.anchor import AnchorState
from diptych.notes.link import NoteLink
from diptych.ui.notes.panel import NotesPanel
from diptych.ui.notes.rows import NoteRow, QuoteRow, tags_from
from diptych.ui.parts.controls import Chip, EmptyState
from diptych.ui.parts.rows import RowList
from diptych.ui.parts.theme import load_palette

QUOTES = (
    QuoteRow("left", "Harbour", "one call"),
    QuoteRow("right", "Ferry", "the call"),
)
PAIR = NoteRow(
    "p", "Who are the insurers?", QUOTES, "question", ("sources",), "14:02", AnchorState.MOVED
)
SINGLE = NoteRow(
    "s", "Only a thought", (QuoteRow("right", "Ferry", "the lease", "page 3, Berths"),)
)


@pytest.fixture
def panel(qtbot: QtBot) -> NotesPanel:
    panel = NotesPanel(load_palette("light"))
    qtbot.addWidget(panel)
    panel.resize(300, 500)
    panel.show_notes((PAIR, SINGLE))
    panel.show()
    return panel


def the_list(panel: NotesPanel) -> RowList[NoteRow]:
    return panel.findChild(RowList)


def test_note_is_read_out_with_stance_state_and_quotes(panel: NotesPanel) -> None:
    words = the_list(panel).model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words == (
        "Note 1 of 2, question, 14:02, sources, moved, Who are the insurers?, "
        "Harbour: one call, Ferry: the call"
    )


def test_page_and_section_are_read_out_and_found(panel: NotesPanel) -> None:
    words = the_list(panel).model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words.endswith("Ferry · page 3, Berths: the lease")
    assert the_list(panel).itemDelegate().header_words(SINGLE) == "page 3, Berths"


def test_a_note_of_another_version_says_on_its_card_where_it_is_from(panel: NotesPanel) -> None:
    quotes = (QuoteRow("right", "Ferry", "the lease", "page 3", "draft-1.txt"),)
    told = the_list(panel).itemDelegate().header_words(NoteRow("s", "Only a thought", quotes))
    assert told == "from draft-1.txt · page 3"


def test_enter_edits_the_note(panel: NotesPanel, qtbot: QtBot) -> None:
    panel.select("s")
    with qtbot.waitSignal(panel.edit_requested) as edited:
        QTest.keyClick(the_list(panel), Qt.Key.Key_Return)
    assert edited.args == ["s"]


def test_moving_down_chooses_the_note(panel: NotesPanel, qtbot: QtBot) -> None:
    panel.select("p")
    with qtbot.waitSignal(panel.note_chosen) as chosen:
        QTest.keyClick(the_list(panel), Qt.Key.Key_Down)
    assert chosen.args == ["s"]


def test_delete_asks_to_delete(panel: NotesPanel, qtbot: QtBot) -> None:
    panel.select("p")
    with qtbot.waitSignal(panel.delete_requested) as deleted:
        QTest.keyClick(the_list(panel), Qt.Key.Key_Delete)
    assert deleted.args == [("p",)]


@pytest.mark.parametrize(("key", "side"), [(Qt.Key.Key_Left, "left"), (Qt.Key.Key_Right, "right")])
def test_arrow_goes_to_a_side(panel: NotesPanel, qtbot: QtBot, key: Qt.Key, side: str) -> None:
    panel.select("p")
    with qtbot.waitSignal(panel.go_requested) as gone:
        QTest.keyClick(the_list(panel), key)
    assert gone.args == ["p", side]


def test_scope_is_asked_for_once(panel: NotesPanel, qtbot: QtBot) -> None:
    everything = next(c for c in panel.findChildren(Chip) if c.text() == "Everything")
    seen: list[str] = []
    panel.scope_changed.connect(seen.append)
    everything.click()
    everything.click()
    assert seen == ["all"]
    assert panel.scope() == "all"


def test_filter_looks_into_quotes_and_tags(panel: NotesPanel) -> None:
    panel.findChild(QLineEdit).setText("SOURCES harbour")
    assert the_list(panel).model().rowCount() == 1


def test_empty_pair_says_how_to_begin(panel: NotesPanel) -> None:
    panel.show_notes(())
    assert "Press N" in panel.findChild(EmptyState).message()


def test_note_with_one_passage_offers_only_that_side(panel: NotesPanel) -> None:
    words = [action.text() for action in panel.row_menu(SINGLE).actions()]
    assert not any("left" in text for text in words)


def test_every_button_has_a_name(panel: NotesPanel) -> None:
    assert all(button.accessibleName() for button in panel.findChildren(QToolButton))


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("#a b,c", ("a", "b", "c")),
        ("", ()),
        ("# ,, ;", ()),
        ("#x x #x", ("x",)),
        ("日本;#é", ("日本", "é")),
    ],
)
def test_tags_are_read_however_typed(typed: str, tags: tuple[str, ...]) -> None:
    assert tags_from(typed) == tags


@pytest.mark.parametrize("name", ["light", "dark", "sepia"])
def test_panel_paints_hostile_notes(panel: NotesPanel, name: str) -> None:
    panel.set_palette_values(load_palette(name))
    odd = NoteRow(
        "x",
        "z" * 1_000_000,
        (QuoteRow("", "", ""), QuoteRow("left", "т" * 999, "مرحبا" * 9999)),
        "nonsense",
    )
    panel.show_notes((odd, NoteRow("y", "", state=AnchorState.LOST, group="Tag\nwith break")))
    panel.resize(200, 300)
    assert not panel.grab().isNull()


LINKED = NoteRow("l", "On the pier.", links=(NoteLink("o1", "The pier"), NoteLink("o2", "Tides")))


def test_the_link_of_a_card_leads_to_the_note_it_names(panel: NotesPanel, qtbot: QtBot) -> None:
    panel.show_notes((LINKED,))
    notes = the_list(panel)
    card = notes.visualRect(notes.model().index(0, 0))
    # The last line of the card is its second link.
    last = QPoint(card.left() + 40, card.bottom() - 20)
    with (
        qtbot.assertNotEmitted(panel.note_chosen),
        qtbot.waitSignal(panel.link_followed) as followed,
    ):
        QTest.mouseClick(notes.viewport(), Qt.MouseButton.LeftButton, pos=last)
    assert followed.args == ["o2"]


def test_the_menu_of_a_note_opens_the_notes_it_names(panel: NotesPanel, qtbot: QtBot) -> None:
    action = next(a for a in panel.row_menu(LINKED).actions() if "The pier" in a.text())
    with qtbot.waitSignal(panel.link_followed) as followed:
        action.trigger()
    assert followed.args == ["o1"]


def test_linked_notes_are_read_out_and_found(panel: NotesPanel) -> None:
    panel.show_notes((LINKED, PAIR))
    panel.findChild(QLineEdit).setText("tides")
    assert [row.id for row in panel.rows] == ["l"]
    words = the_list(panel).model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "names the note “The pier”" in words
