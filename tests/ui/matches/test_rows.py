# SPDX-License-Identifier: MIT
"""The filter leaves the right matches and the chips count them."""

from __future__ import annotations

from diptych.compare.values import Kind
from diptych.notes.verdict import Verdict
from diptych.services.match_filter import STRENGTH_ORDER, MatchFilter
from diptych.ui.matches.rows import MatchRow, counts, visible

WORDS = MatchRow(0, Kind.SAME_WORDS, 0.9, "a", "b")
CLAIM = MatchRow(1, Kind.SAME_CLAIM, 0.4, "c", "d")
STRONG_CLAIM = MatchRow(2, Kind.SAME_CLAIM, 0.95, "g", "h")
REJECTED = MatchRow(3, Kind.SAME_FACTS, 0.8, "e", "f", verdict=Verdict.REJECTED)
ROWS = (WORDS, CLAIM, STRONG_CLAIM, REJECTED)


def test_rejected_matches_are_left_out() -> None:
    assert visible(ROWS, MatchFilter()) == (WORDS, CLAIM, STRONG_CLAIM)


def test_rejected_matches_can_be_shown() -> None:
    assert REJECTED in visible(ROWS, MatchFilter(rejected_shown=True))


def test_kinds_that_are_off_are_left_out() -> None:
    assert visible(ROWS, MatchFilter(kinds=frozenset({Kind.SAME_WORDS}))) == (WORDS,)


def test_weak_matches_are_left_out() -> None:
    assert CLAIM not in visible(ROWS, MatchFilter(strength=0.5))


def test_strongest_come_first_when_asked() -> None:
    assert visible(ROWS, MatchFilter(order=STRENGTH_ORDER)) == (STRONG_CLAIM, WORDS, CLAIM)


def test_chip_of_a_kind_that_is_off_still_counts() -> None:
    assert counts(ROWS, MatchFilter(kinds=frozenset()))[Kind.SAME_CLAIM] == 2


def test_chips_follow_the_strength() -> None:
    assert counts(ROWS, MatchFilter(strength=0.5))[Kind.SAME_CLAIM] == 1
