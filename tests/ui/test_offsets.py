# SPDX-License-Identifier: MIT
"""Article places and pane positions: UTF-16, hidden markup, reordered headers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diptych.text.article import Span
from diptych.ui.offsets import PaneMap, Piece, utf16_length


def plain(text: str) -> PaneMap:
    return PaneMap(text, [Piece(0, 0, len(text))])


def test_plain_text_maps_one_to_one() -> None:
    assert plain("a harbour").qt_position(5) == 5


def test_an_emoji_counts_two_units() -> None:
    assert plain("⛴️🚢 boat").qt_position(3) == 4


def test_place_of_a_position_after_an_emoji() -> None:
    assert plain("🚢 boat").place(3) == 2


def test_range_after_an_emoji_covers_the_word() -> None:
    assert plain("🚢 boat").qt_ranges(Span(2, 6)) == [(3, 7)]


def test_hidden_markup_is_stepped_over() -> None:
    # The article reads "a **bold** word", the pane "a bold word".
    pane = PaneMap("a bold word", [Piece(0, 0, 2), Piece(4, 2, 4), Piece(10, 6, 5)])
    assert pane.qt_ranges(Span(0, 15)) == [(0, 11)]


def test_selection_across_markup_covers_it() -> None:
    pane = PaneMap("a bold word", [Piece(0, 0, 2), Piece(4, 2, 4), Piece(10, 6, 5)])
    assert pane.span(0, 11) == Span(0, 15)


def test_title_set_above_what_stands_before_it() -> None:
    # The section label (0-7) follows the title (8-13) in the pane.
    pane = PaneMap("Title\nOpinion", [Piece(8, 0, 5), Piece(0, 6, 7)])
    assert pane.qt_position(8) == 0
    assert pane.place(6) == 0


def test_folded_span_is_not_shown() -> None:
    pane = PaneMap("first\nlast", [Piece(0, 0, 5), Piece(20, 6, 4)])
    assert not pane.is_shown(Span(8, 15))


def test_place_inside_a_fold_goes_to_the_nearest_shown() -> None:
    pane = PaneMap("first\nlast", [Piece(0, 0, 5), Piece(20, 6, 4)])
    assert pane.qt_position(18) == 6
    assert pane.qt_position(7) == 5


def test_empty_pane_has_only_place_zero() -> None:
    assert PaneMap("", []).place(12) == 0


@given(st.text(max_size=60), st.data())
def test_there_and_back_is_the_same_place(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))
    pane = plain(text)
    assert pane.place(pane.qt_position(place)) == place


@given(st.text(max_size=60))
def test_units_are_those_of_utf16(text: str) -> None:
    encoded = text.encode("utf-16-le", "surrogatepass")
    assert utf16_length(text) == len(encoded) // 2
