# SPDX-License-Identifier: MIT
"""The longest run of words that two passages share."""

from __future__ import annotations

import pytest

from diptych.compare.shared_wording import longest_run
from diptych.text.words import words


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        ("The ferry to Gull Point sails", "Every ferry to Gull Point is late", (1, 1, 4)),
        ("the quay", "The Quay", (0, 0, 2)),
        ("one mill, two mills, three mills", "two mills and three mills", (2, 0, 2)),
        ("a cart and a horse", "carting horses", (0, 0, 0)),
        ("the art of the fair", "part of the fairway", (2, 1, 2)),
        ("", "anything", (0, 0, 0)),
    ],
    ids=["inside", "whole", "first of two as long", "none", "whole words only", "no words"],
)
def test_longest_run_starts_where_both_sides_hold_it(
    left: str, right: str, found: tuple[int, int, int]
) -> None:
    assert longest_run(words(left), words(right)) == found


def test_swapping_the_sides_finds_a_run_as_long() -> None:
    one = words("Nobody saw the old lighthouse keeper leave before the tide turned.")
    other = words("Before the tide turned, the old lighthouse keeper was gone.")

    (start, there, length), (back, forth, again) = longest_run(one, other), longest_run(other, one)

    assert (start, there, length) == (2, 4, 4)
    assert again == length and one[forth].form == other[back].form


def test_nothing_is_told_of_passages_of_thousands_of_words() -> None:
    long = words("tide " * 2_001)

    assert longest_run(long, long) == (0, 0, 0)
    assert longest_run(long, long[:1_900])[2] == 1_900
