# SPDX-License-Identifier: MIT
"""Results are listed, chosen from the box, and never jump under the pointer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from diptych.settings import Searches
from diptych.ui.parts.controls import Chip
from diptych.ui.parts.rows import RowList
from diptych.ui.parts.theme import load_palette
from diptych.ui.search.facet_bar import FacetRow, quoted_value, telling
from diptych.ui.search.hit_delegate import hit_parts
from diptych.ui.search.panel import SearchResults
from diptych.ui.search.rows import HitRow, RowKind, steady
from diptych.ui.search.searches import with_recent, with_saved, without

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
        QRectF(0, 0, 400, 113),
        title_height=20,
        snippet_height=40,
        more_height=15,
        buttons=True,
        button_height=21,
    )
    assert parts.title.right() <= parts.left_button.left()
    assert parts.more.bottom() <= 113 - 8


@pytest.mark.parametrize("name", ["light", "dark", "sepia"])
def test_results_paint_hostile_hits(results: SearchResults, name: str) -> None:
    results.set_palette_values(load_palette(name))
    odd = HitRow("x", "", "", "ш" * 50_000, ((-4, 3), (49_999, 60_000)), 0, 0, 1)
    results.show_results("\0", (odd, HitRow("y", "مرحبا" * 500)), 10**9, -1)
    assert not results.grab().isNull()


def test_further_passages_open_below_their_hit(results: SearchResults) -> None:
    first = HitRow("a", "", snippet="again", span_start=40, span_end=60, kind=RowKind.PASSAGE)
    same = HitRow("a", "", snippet="a neutral", span_start=5, span_end=30, kind=RowKind.PASSAGE)

    results.show_passages("a", (same, first))

    assert the_list(results).model().rows == (replace(ONE, more=0), first, TWO)


def test_time_is_told_on_asking_alone(results: SearchResults) -> None:
    words = " ".join(label.text() for label in results.findChildren(QLabel) if label.isVisible())

    assert "9" in words
    assert "12" not in words


def test_chip_narrows_the_search(results: SearchResults, qtbot: QtBot) -> None:
    facets = (FacetRow("Courier", 3, "source:Courier"), FacetRow("2024", 2, "after:2024"))
    results.show_results("neutral", (ONE, TWO), 9, 1.0)
    results.show_facets(facets)
    chip = results.findChild(Chip, "after:2024")

    with qtbot.waitSignal(results.narrowed) as narrowed:
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)

    assert narrowed.args == ["after:2024"]


@pytest.mark.parametrize(
    ("value", "written"),
    [("Courier", "Courier"), ("Evening Post", '"Evening Post"'), ('a"b', '"a b"')],
)
def test_value_is_written_as_the_query_wants_it(value: str, written: str) -> None:
    assert quoted_value(value) == written


def test_value_that_all_answers_have_narrows_nothing() -> None:
    assert telling([("en", 9), ("ru", 0), ("zh", 2), ("", 1)], 9, 3) == [("ru", 0), ("zh", 2)]


def test_latest_search_stands_first_and_once() -> None:
    searches = with_recent(with_recent(with_recent(Searches(), "a"), " b  c "), "a")

    assert searches.recent == ("a", "b c")
    assert without(with_saved(searches, "a"), "a") == Searches(("b c",), ())
