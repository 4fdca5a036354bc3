# SPDX-License-Identifier: MIT
"""The library panel shows rows and asks for what the reader wants."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from diptych.ui.library.panel import LibraryPanel
from diptych.ui.library.rows import LibraryRow, PairRow
from diptych.ui.parts.controls import EmptyState
from diptych.ui.parts.dropping import ARTICLE_MIME, Dropped
from diptych.ui.parts.rows import RowList
from diptych.ui.parts.theme import load_palette

HARBOUR = LibraryRow("h", "The harbour vote", "Ada Lindqvist", "Coastal Review · 14 Feb")
FERRY = LibraryRow("f", "What the ferry deal leaves out", "", "The Strait", side="right", share=0.7)
CAFE = LibraryRow("c", "Le café du port", "Zoë")


@pytest.fixture
def panel(qtbot: QtBot) -> LibraryPanel:
    panel = LibraryPanel(load_palette("light"))
    qtbot.addWidget(panel)
    panel.resize(280, 500)
    panel.show_rows((HARBOUR, FERRY, CAFE))
    panel.show()
    return panel


def the_list(panel: LibraryPanel) -> RowList[LibraryRow]:
    return panel.findChildren(RowList)[0]


def test_selecting_asks_for_nothing(panel: LibraryPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.open_requested):
        panel.select("f")
    assert panel.current_id() == "f"


def test_what_is_selected_before_it_is_listed_is_selected_then(panel: LibraryPanel) -> None:
    panel.select("f")
    panel.select("new")
    assert panel.current_id() == "f"

    panel.show_rows((HARBOUR, LibraryRow("new", "New"), FERRY))
    assert panel.current_id() == "new"

    panel.select("f")
    panel.show_rows((HARBOUR, LibraryRow("new", "New"), FERRY, CAFE))
    assert panel.current_id() == "f"


def test_enter_opens_the_current_article(panel: LibraryPanel, qtbot: QtBot) -> None:
    panel.select("h")
    with qtbot.waitSignal(panel.open_requested) as opened:
        QTest.keyClick(the_list(panel), Qt.Key.Key_Return)
    assert opened.args == ["h"]


@pytest.mark.parametrize(
    ("key", "signal"),
    [(Qt.Key.Key_1, "pin_left_requested"), (Qt.Key.Key_2, "pin_right_requested")],
)
def test_alt_and_a_digit_pin_the_current_article(
    panel: LibraryPanel, qtbot: QtBot, key: Qt.Key, signal: str
) -> None:
    panel.select("c")
    with qtbot.waitSignal(getattr(panel, signal)) as pinned:
        QTest.keyClick(the_list(panel), key, Qt.KeyboardModifier.AltModifier)
    assert pinned.args == ["c"]


def test_two_selected_articles_open_together(panel: LibraryPanel, qtbot: QtBot) -> None:
    panel.select("h")
    QTest.keyClick(the_list(panel), Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(panel.pair_requested) as pair:
        QTest.keyClick(the_list(panel), Qt.Key.Key_Return)
    assert pair.args == ["h", "f"]


def test_delete_asks_to_remove_what_is_selected(panel: LibraryPanel, qtbot: QtBot) -> None:
    panel.select("h")
    with qtbot.waitSignal(panel.remove_requested) as removed:
        QTest.keyClick(the_list(panel), Qt.Key.Key_Delete)
    assert removed.args == [("h",)]


def test_button_on_the_row_pins_it(panel: LibraryPanel, qtbot: QtBot) -> None:
    view = the_list(panel)
    top_right = view.visualRect(view.model().index(0, 0)).topRight()
    with qtbot.waitSignal(panel.pin_right_requested) as pinned:
        place = top_right + QPoint(-20, 16)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert pinned.args == ["h"]


def test_filter_leaves_rows_that_hold_all_words(panel: LibraryPanel) -> None:
    panel.findChild(QLineEdit).setText("COASTAL harb")
    assert the_list(panel).model().rowCount() == 1


def test_filter_forgives_accents(panel: LibraryPanel) -> None:
    panel.findChild(QLineEdit).setText("zoe cafe")
    assert the_list(panel).model().rowCount() == 1


def test_filter_stays_when_rows_change(panel: LibraryPanel) -> None:
    panel.findChild(QLineEdit).setText("ferry")
    panel.show_rows((HARBOUR, FERRY))
    assert the_list(panel).model().rowCount() == 1


def test_escape_clears_the_filter(panel: LibraryPanel) -> None:
    box = panel.findChild(QLineEdit)
    box.setText("nothing like it")
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert the_list(panel).model().rowCount() == 3


def said(panel: LibraryPanel) -> str:
    states = [state for state in panel.findChildren(EmptyState) if state.isVisible()]
    return states[0].message()


def test_empty_library_says_how_articles_come_in(panel: LibraryPanel) -> None:
    panel.show_rows(())
    assert said(panel).startswith("No articles yet")


def test_empty_collection_says_how_articles_come_into_it(panel: LibraryPanel) -> None:
    panel.heading.set_shelf("collection", "Harbour")
    panel.show_rows(())
    assert said(panel).startswith("Nothing in “Harbour”")
    assert "Put into a collection" in said(panel)


def test_dropped_files_are_reported(panel: LibraryPanel, qtbot: QtBot, tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt")), QUrl("https://example.org/b")])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(panel.dropped) as dropped:
        panel.dropEvent(drop)
    assert dropped.args == [Dropped(paths=(tmp_path / "a.txt",))]


def test_dragged_row_carries_its_id(panel: LibraryPanel) -> None:
    model = the_list(panel).model()
    mime = model.mimeData([model.index(1, 0)])
    assert bytes(mime.data(ARTICLE_MIME).data()) == b"f"


def test_row_is_read_out_with_side_and_share(panel: LibraryPanel) -> None:
    words = the_list(panel).model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words == "What the ferry deal leaves out, The Strait, pinned right, 70 % in common"


def test_pinning_an_article_moves_no_row(panel: LibraryPanel) -> None:
    panel.show_rows((HARBOUR, replace(FERRY, side=None, share=None), CAFE))
    rows = the_list(panel)
    places = [rows.visualRect(rows.model().index(row, 0)) for row in range(3)]
    panel.show_rows((HARBOUR, FERRY, replace(CAFE, share=0.2)))
    assert [rows.visualRect(rows.model().index(row, 0)) for row in range(3)] == places


def test_pointing_at_a_row_tells_what_its_bar_measures(panel: LibraryPanel) -> None:
    model = the_list(panel).model()
    told = [model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) for row in range(3)]
    assert ["% in common" in words for words in told] == [False, True, False]
    assert "70 % in common" in told[1]


def test_recent_pair_opens_by_key(panel: LibraryPanel, qtbot: QtBot) -> None:
    panel.pairs.show_recent((PairRow("h", "f", ("The harbour", "The ferry")),))
    pairs = panel.findChildren(RowList)[1]
    pairs.step(1)
    with qtbot.waitSignal(panel.pair_requested) as pair:
        QTest.keyClick(pairs, Qt.Key.Key_Return)
    assert pair.args == ["h", "f"]


def test_every_action_of_the_row_menu_has_words(panel: LibraryPanel) -> None:
    actions = [a for a in panel.row_menu(HARBOUR).actions() if not a.isSeparator()]
    assert len(actions) >= 6
    assert all(action.text() for action in actions)


@pytest.mark.parametrize("name", ["light", "dark", "sepia"])
def test_panel_paints_in_every_theme_and_width(panel: LibraryPanel, name: str) -> None:
    panel.set_palette_values(load_palette(name))
    panel.show_rows(
        (LibraryRow("x", "長い題名" * 200, "مؤلف", available=False, derived_title=True),)
    )
    panel.resize(200, 300)
    assert not panel.grab().isNull()


def test_nothing_is_said_before_the_articles_are_known(qtbot: QtBot) -> None:
    panel = LibraryPanel(load_palette("light"))
    qtbot.addWidget(panel)
    panel.show()

    assert not [state for state in panel.findChildren(EmptyState) if state.isVisible()]


def test_the_row_in_the_place_of_one_taken_out_is_the_next_in_hand(panel: LibraryPanel) -> None:
    panel.window().activateWindow()
    panel.focus_list()
    panel.select("f")

    panel.show_rows((HARBOUR, CAFE))

    assert (panel.current_id(), panel.selected_ids()) == ("c", ("c",))


def test_the_words_of_an_empty_panel_stand_under_its_heading(panel: LibraryPanel) -> None:
    panel.show_rows(())
    said = next(label for label in panel._empty.findChildren(QLabel) if label.isVisible())

    lefts = [each.mapTo(panel, QPoint(0, 0)).x() for each in (panel.heading, said)]

    assert lefts[0] == lefts[1]
