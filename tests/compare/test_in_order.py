# SPDX-License-Identifier: MIT
"""The strongest chain of matches that rises on both sides."""

from __future__ import annotations

from diptych.compare.comparison import Kind, Match
from diptych.compare.in_order import in_order
from diptych.text.article import Span


def match(left: int, right: int, strength: float = 0.5, shown: bool = True) -> Match:
    return Match(
        Kind.SAME_CLAIM, Span(left, left + 5), Span(right, right + 5), strength, strength, shown
    )


def test_stronger_chain_wins_over_a_crossing_match() -> None:
    chain = [match(10, 10), match(20, 20), match(30, 5, 0.6)]
    assert [m.left.start for m in in_order(chain)] == [10, 20]


def test_one_strong_match_wins_over_a_weak_chain() -> None:
    chain = [match(10, 10, 0.1), match(20, 20, 0.1), match(30, 5, 0.6)]
    assert [m.left.start for m in in_order(chain)] == [30]


def test_match_that_is_not_shown_moves_nothing() -> None:
    assert in_order([match(10, 90, shown=False)]) == ()


def test_of_two_matches_of_one_passage_one_is_in_order() -> None:
    assert in_order([match(10, 10), match(10, 20, 0.6)]) == (match(10, 20, 0.6),)


def test_without_matches_nothing_is_in_order() -> None:
    assert in_order([]) == ()
