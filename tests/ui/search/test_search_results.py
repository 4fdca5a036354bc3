# SPDX-License-Identifier: MIT
"""Results are listed, chosen from the box, and never jump under the pointer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from diptych.ui.parts.rows import RowList
from diptych.ui.search.hit_delegate import hit_parts
from diptych.ui.search.panel import SearchResults
from diptych.ui.search.rows import HitRow, steady
from diptych.ui.theme import load_palette

ONE = HitRow("a", "The harbour vote", "Coastal Review", "a neutral country", ((2, 9),), 5, 30, 6)
TWO = HitRow("b", "The ferry deal", "The Strait", "neutral ground", ((0, 7),), 1, 9)
THREE = HitRow("c", "Two ports", "", "nothing neutral here", (), 0, 9)


@pytest.fixture
def results(qtbot: QtBot) -> SearchResults:
    results = SearchResults(load_palette("light"))
    qtbot.addWidget(results)
    results.resize(430, 300)
    results.show_results("neutral", (ONE, TWO), 9, 12.3)
    results.show()
    return results


def the_list(results: SearchResults) -> RowList[HitRow]:
    return results.findChild(RowList)


def test_best_hit_is_current(results: SearchResults) -> None:
    assert results.current() == ONE


def test_choice_moves_and_stops_at_the_ends(results: SearchResults) -> None:
    results.move_selection(1)
    results.move_selection(1)
    assert results.current() == TWO


def test_moving_the_choice_opens_nothing(results: SearchResults, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(results.hit_chosen):
        results.move_selection(1)


def test_click_opens_the_hit(results: SearchResults, qtbot: QtBot) -> None:
    view = the_list(results)
    place = view.visualRect(view.model().index(1, 0)).center()
    with qtbot.waitSignal(results.hit_chosen) as chosen:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [TWO]


def test_button_pins_without_opening(results: SearchResults, qtbot: QtBot) -> None:
    view = the_list(results)
    corner = view.visualRect(view.model().index(0, 0)).topRight()
    opened: list[object] = []
    results.hit_chosen.connect(opened.append)
    with qtbot.waitSignal(results.pin_right_requested) as pinned:
        place = corner + QPoint(-22, 16)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert pinned.args == [ONE]
    assert opened == []


def test_new_query_starts_at_its_best_hit(results: SearchResults) -> None:
    results.move_selection(1)
    results.show_results("ports", (THREE, TWO), 2, 1)
    assert results.current() == THREE


def test_same_query_keeps_the_choice(results: SearchResults) -> None:
    results.move_selection(1)
    results.show_results("neutral", (THREE, ONE, TWO), 10, 1)
    assert results.current() == TWO


def test_rows_in_view_keep_their_places() -> None:
    assert steady((ONE, TWO), (THREE, TWO, ONE)) == (ONE, TWO, THREE)


def test_row_no_longer_found_stays_until_the_next_query() -> None:
    assert steady((ONE, TWO), (TWO,)) == (ONE, TWO)


def test_message_replaces_the_list(results: SearchResults) -> None:
    results.show_message("Nothing found.")
    assert results.current() is None
    assert not the_list(results).isVisible()


def test_results_return_after_a_message(results: SearchResults) -> None:
    results.show_message("Nothing found.")
    results.show_results("neutral", (ONE,), 1, 1)
    assert the_list(results).isVisible()


def test_focus_stays_in_the_box(results: SearchResults) -> None:
    assert the_list(results).focusPolicy() == Qt.FocusPolicy.NoFocus


def test_hit_is_read_out(results: SearchResults) -> None:
    words = the_list(results).model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words == (
        "Result 1 of 2, The harbour vote, Coastal Review, a neutral country, 6 more in this article"
    )


def test_title_leaves_room_for_the_buttons() -> None:
    parts = hit_parts(
        QRectF(0, 0, 400, 113), title_height=20, snippet_height=40, more_height=15, buttons=True
    )
    assert parts.title.right() <= parts.left_button.left()
    assert parts.more.bottom() <= 113 - 8


@pytest.mark.parametrize("name", ["light", "dark", "sepia"])
def test_results_paint_hostile_hits(results: SearchResults, name: str) -> None:
    results.set_palette_values(load_palette(name))
    odd = HitRow("x", "", "", "ш" * 50_000, ((-4, 3), (49_999, 60_000)), 0, 0, 1)
    results.show_results("\0", (odd, HitRow("y", "مرحبا" * 500)), 10**9, -1)
    assert not results.grab().isNull()
