# SPDX-License-Identifier: MIT
"""Common rows hold together what stays, in texts of any length."""

from __future__ import annotations

import random

import pytest

from diptych.compare import word_rows
from diptych.compare.word_rows import Row, common_rows, gaps, moved_rows, without_moved


def rows_rise(left: list[int], right: list[int]) -> bool:
    x = y = 0
    for a, b, count in common_rows(left, right):
        if a < x or b < y or left[a : a + count] != right[b : b + count]:
            return False
        x, y = a + count, b + count
    return True


def test_what_stays_between_two_changes_is_one_row() -> None:
    assert common_rows([1, 2, 3, 4, 5], [1, 9, 3, 4]) == [(0, 0, 1), (2, 2, 2)]


def test_texts_without_a_common_word_have_no_row() -> None:
    assert common_rows([1, 2], [3, 4]) == []


@pytest.mark.parametrize("most", [1, 16_000_000])
def test_rows_are_equal_and_rise_on_both_sides(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_rows, "_MOST_PAIRS", most)
    chance = random.Random(7)
    left = [chance.randrange(60) for _ in range(400)]
    right = [n for n in left if chance.random() > 0.1]
    right[100:100] = left[300:330]
    assert rows_rise(left, right)
    assert sum(row.length for row in common_rows(left, right)) > 250


def test_what_lies_between_rows_is_left_over_on_both_sides() -> None:
    same = common_rows([1, 2, 3, 4, 5], [1, 9, 3, 4])
    assert list(gaps(same, 5, 4)) == [(range(1, 2), range(1, 2)), (range(4, 5), range(4, 4))]


def test_a_row_that_stands_elsewhere_has_moved() -> None:
    loose = [(range(0, 3), range(0, 0)), (range(5, 5), range(2, 5))]
    found = moved_rows([7, 8, 9, 1, 2], [1, 2, 7, 8, 9], loose, lambda _: True)
    assert list(found) == [(0, 2, 3)]


def test_what_has_moved_is_no_difference() -> None:
    loose = [(range(0, 4), range(0, 1)), (range(5, 5), range(2, 5))]
    told = without_moved(loose, [Row(0, 2, 3)])
    assert list(told) == [(range(3, 4), range(0, 1))]
