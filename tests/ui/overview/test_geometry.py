# SPDX-License-Identifier: MIT
"""Squares and dates stand where they should."""

from __future__ import annotations

from itertools import pairwise

import pytest

from diptych.ui.overview.geometry import cell_size, date_marks, day_number, depth
from diptych.ui.overview.rows import PairCounts


def marks(*dates: str, width: float = 600) -> list[tuple[int, float, str, int]]:
    placed = date_marks(dates, dates, [60.0] * len(dates), width)
    return [(mark.index, mark.x, mark.label, mark.row) for mark in placed]


def test_dates_stand_in_their_order() -> None:
    placed = marks("2025-03-01", "2025-02-01", "2025-02-20")
    assert [index for index, *_ in placed] == [1, 2, 0]
    assert sorted(x for _, x, *_ in placed) == [x for _, x, *_ in placed]


def test_articles_of_one_day_stand_beside_each_other() -> None:
    placed = marks("2025-02-18", "2025-02-18")
    assert placed[0][1] < placed[1][1]


def test_neighbouring_labels_stand_on_two_sides_of_the_line() -> None:
    placed = marks("2025-02-18", "2025-02-19", "2025-09-01")
    assert {row for *_, row in placed[:2]} == {0, 1}


def test_label_without_room_is_left_out() -> None:
    labels = [label for *_, label, _ in marks(*["2025-02-18"] * 8, "2025-12-01")]
    assert "" in labels


def test_labels_of_one_row_never_overlap() -> None:
    placed = marks(*(f"2025-{month:02d}-{day:02d}" for month in (1, 2, 9) for day in range(1, 20)))
    for row in (0, 1):
        ends = [x for _, x, label, at in placed if at == row and label]
        assert all(after - before >= 60 for before, after in pairwise(ends))


def test_marks_stay_inside_the_line() -> None:
    placed = marks(*["2025-02-18"] * 60, width=300)
    assert all(0 <= x <= 300 for _, x, *_ in placed)


def test_undated_articles_are_left_out() -> None:
    assert marks("", "not a date", "2025-02-30") == []


def test_single_date_stands_in_the_middle() -> None:
    assert marks("2025-02-18")[0][1] == 300


@pytest.mark.parametrize("iso", ["2025", "2025-02", "2025-02-18"])
def test_partial_dates_have_a_place(iso: str) -> None:
    assert day_number(iso) is not None


@pytest.mark.parametrize(("count", "width", "side"), [(8, 440, 54), (60, 600, 11), (0, 100, 54)])
def test_squares_fill_the_width_within_bounds(count: int, width: float, side: int) -> None:
    assert cell_size(count, width) == side


@pytest.mark.parametrize(("height", "side"), [(320, 40), (900, 54), (100, 26), (1, 26)])
def test_squares_leave_room_below_while_they_hold_a_number(height: float, side: int) -> None:
    assert cell_size(8, 440, height) == side


def test_squares_too_small_for_a_number_keep_to_the_width_alone() -> None:
    assert cell_size(30, 600, 100) == 20


def test_more_in_common_is_darker() -> None:
    assert 0 == depth(0) < depth(1 / 17) < depth(8 / 17) < depth(1) == 1


def test_count_is_the_same_both_ways() -> None:
    counts = PairCounts()
    counts.add({("b", "a"): 4})
    assert counts.of("a", "b") == counts.of("b", "a") == 4


def test_pair_not_compared_yet_has_no_count() -> None:
    assert PairCounts().of("a", "b") is None
