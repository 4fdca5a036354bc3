# SPDX-License-Identifier: MIT
"""Bands, overview marks and scrolling together as plain arithmetic."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.compare.values import Kind
from diptych.text.article import Span
from diptych.ui.reader.geometry import (
    Band,
    Extent,
    Joint,
    JointTable,
    Standing,
    band_at,
    bands,
    common_height,
    follow,
    paced,
    paces,
    scroll_map,
    strip_marks,
    strip_parts,
    sync_point,
)

HEIGHT = 600.0


def joint(left: float, right: float, match: int = 0) -> Joint:
    return Joint(match, Kind.SAME_WORDS, Extent(left, left + 40), Extent(right, right + 40))


def drawn(
    joints: list[Joint], *, left: float = 0, right: float = 0, current: int = -1
) -> list[Band]:
    return bands(joints, left_scroll=left, right_scroll=right, height=HEIGHT, current=current)


def test_match_in_view_on_both_sides_is_a_whole_band() -> None:
    (band,) = drawn([joint(100, 200)])
    assert (band.left, band.right, band.fades) == (Extent(100, 140), Extent(200, 240), None)


def test_match_out_of_view_on_both_sides_is_left_out() -> None:
    assert drawn([joint(1000, 1000)]) == []


def test_band_fades_towards_the_side_out_of_view() -> None:
    (band,) = drawn([joint(100, 1000)])
    assert band.fades == "right"


def test_other_end_lies_at_the_edge_it_has_left_by() -> None:
    (above,) = drawn([joint(100, 200)], right=400)
    (below,) = drawn([joint(100, 1000)])
    assert above.right.top == 0
    assert below.right.bottom == HEIGHT


def test_extent_is_clipped_to_the_view() -> None:
    (band,) = drawn([joint(-20, 100)])
    assert band.left == Extent(0, 20)


def test_current_band_is_painted_last() -> None:
    painted = drawn([joint(100, 100, 0), joint(120, 120, 1)], current=0)
    assert [band.match for band in painted] == [1, 0]


def test_band_is_found_under_the_pointer() -> None:
    painted = drawn([joint(100, 300)])
    assert band_at(painted, 0, 110, 72) is painted[0]
    assert band_at(painted, 72, 310, 72) is painted[0]
    assert band_at(painted, 0, 310, 72) is None


def test_map_without_matches_is_proportional() -> None:
    assert scroll_map([], 1000, 2000).to_right(250) == pytest.approx(500)


def test_map_goes_through_its_knots() -> None:
    assert scroll_map([(100, 700)], 1000, 1000).to_right(100) == pytest.approx(700)


def test_pair_that_would_turn_back_is_left_out() -> None:
    chart = scroll_map([(100, 700), (200, 300)], 1000, 1000)
    assert (chart.left, chart.right) == ((0, 100, 1000), (0, 700, 1000))


@given(st.lists(st.tuples(st.floats(1, 999), st.floats(1, 999)), max_size=20))
def test_map_rises_on_both_sides(pairs: list[tuple[float, float]]) -> None:
    chart = scroll_map(pairs, 1000, 1000)
    assert list(chart.left) == sorted(chart.left)
    assert list(chart.right) == sorted(chart.right)


def test_map_back_undoes_the_map() -> None:
    chart = scroll_map([(100, 700), (600, 800)], 1000, 1000)
    assert chart.to_left(chart.to_right(345)) == pytest.approx(345)


def test_sync_point_slides_from_top_to_bottom() -> None:
    points = [sync_point(scroll, 5000, HEIGHT) for scroll in (0, 100, 2500, 4900, 5000)]
    assert points == [0, 100, 300, 500, HEIGHT]


def test_short_document_slides_all_the_way() -> None:
    assert sync_point(50, 100, HEIGHT) == 300


def test_both_documents_end_together() -> None:
    chart = scroll_map([], 5600, 2600)
    target = follow(5000, maximum=5000, height=HEIGHT, other_maximum=2000, convert=chart.to_right)
    assert target == pytest.approx(2000)


def test_both_documents_begin_together() -> None:
    chart = scroll_map([(100, 900)], 5600, 2600)
    assert follow(0, maximum=5000, height=HEIGHT, other_maximum=2000, convert=chart.to_right) == 0


def test_following_goes_on_without_turning_back() -> None:
    chart = scroll_map([(900, 500), (2500, 1800), (4000, 2100)], 5600, 2600)
    targets = [
        follow(float(s), maximum=5000, height=HEIGHT, other_maximum=2000, convert=chart.to_right)
        for s in range(0, 5001, 50)
    ]
    assert targets == sorted(targets)


def test_at_the_beginning_the_other_side_goes_as_far_as_the_one_scrolled() -> None:
    pace = paces(0.0, share=5.0)
    assert [paced(way, by, pace) for way, by in ((900, 60), (-900, 60), (900, -60))] == [
        60,
        60,
        -60,
    ]


@given(st.floats(0, 50), st.floats(0, 30), st.floats(-9000, 9000), st.integers(-700, 700))
def test_the_other_side_never_goes_back_nor_leaps(
    travelled: float, share: float, way: float, by: int
) -> None:
    went = paced(way, by, paces(travelled, share=share))
    assert went * by >= 0
    assert abs(went) <= 8 * abs(by)


def test_overview_marks_stay_inside_the_strip() -> None:
    marks = strip_marks([Standing(0, Kind.SAME_WORDS, Extent(9990, 10000), Span(0, 9))], 10000, 500)
    assert (marks[0].top, marks[0].bottom) == (496, 500)


@given(
    st.lists(st.tuples(st.floats(0, 9000), st.floats(0, 9000)), max_size=40),
    st.floats(0, 9000),
    st.floats(0, 9000),
)
def test_table_leaves_out_no_band_in_view(
    places: list[tuple[float, float]], left: float, right: float
) -> None:
    joints = [joint(*place, match) for match, place in enumerate(places)]
    near = JointTable(joints).near(left_scroll=left, right_scroll=right, height=HEIGHT)
    assert drawn(near, left=left, right=right) == drawn(joints, left=left, right=right)


def test_kinds_differ_in_the_strip_without_their_hue() -> None:
    styles = {kind: tuple(strip_parts(kind, 7.0)) for kind in Kind}
    assert len(set(styles.values())) == len(Kind)


@pytest.mark.parametrize(
    ("sides", "height"),
    [
        ([(900, 2000), (1500, 2000)], 200),  # both can scroll there
        ([(900, 2000), (80, 2000)], 80),  # the right one stands near its beginning
        ([(900, 2000), (2400, 2000)], 400),  # the right one near its end
        ([(80, 2000), (2400, 2000)], 80),  # no height will do
    ],
)
def test_two_passages_are_brought_to_a_height_both_can_have(
    sides: list[tuple[float, float]], height: float
) -> None:
    assert common_height(200, sides) == height


def test_the_strongest_band_lies_on_top_and_whole_ones_over_those_that_fade() -> None:
    faint, strong = (
        replace(joint(100, 100, 0), strength=0.4),
        replace(joint(100, 100, 1), strength=0.9),
    )
    away = replace(joint(100, 1000, 2), strength=1.0)
    assert [band.match for band in drawn([strong, away, faint])] == [2, 0, 1]
    assert [band.match for band in drawn([strong, away, faint], current=0)] == [2, 1, 0]
