# SPDX-License-Identifier: MIT
"""Places of the left text find their places on the right, and back."""

from __future__ import annotations

import pytest

from diptych.compare.alignment import Alignment, Pin, in_order
from diptych.compare.comparison import Kind, Match
from diptych.text.article import Span


def match(left: int, right: int, strength: float = 0.5, shown: bool = True) -> Match:
    return Match(
        Kind.SAME_CLAIM, Span(left, left + 5), Span(right, right + 5), strength, strength, shown
    )


def test_without_matches_both_texts_run_evenly() -> None:
    assert Alignment([], 100, 200).right_of(50) == 100


def test_matched_places_stand_level() -> None:
    assert Alignment([match(10, 90)], 100, 200).right_of(10) == 90


def test_between_two_matches_the_way_is_straight() -> None:
    assert Alignment([match(10, 20), match(30, 60)], 100, 100).right_of(20) == 40


def test_left_of_undoes_right_of() -> None:
    alignment = Alignment([match(10, 90), match(50, 120)], 100, 200)
    assert alignment.left_of(alignment.right_of(37)) == pytest.approx(37)


def test_stronger_chain_wins_over_a_crossing_match() -> None:
    chain = [match(10, 10), match(20, 20), match(30, 5, 0.6)]
    assert [m.left.start for m in in_order(chain)] == [10, 20]


def test_match_that_is_not_shown_moves_nothing() -> None:
    assert Alignment([match(10, 90, shown=False)], 100, 100).right_of(10) == 10


def test_pin_overrules_the_matches_it_crosses() -> None:
    alignment = Alignment([match(10, 90)], 100, 100, pins=[Pin(50, 50)])
    assert (alignment.right_of(50), alignment.right_of(10)) == (50, 10)


@pytest.mark.parametrize("place", [-5, 0, 100, 500])
def test_places_outside_stay_at_the_ends(place: int) -> None:
    assert 0 <= Alignment([match(10, 90)], 100, 200).right_of(place) <= 200


def test_empty_texts_have_one_place() -> None:
    assert Alignment([], 0, 0).right_of(3) == 0
