# SPDX-License-Identifier: MIT
"""A sharper comparison takes the place of the first without moving anything."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from diptych.compare.values import Comparison, Kind, Match, sharpened
from diptych.text.article import Span


def match(left: int, right: int, score: float = 0.5, *, shown: bool = True) -> Match:
    return Match(Kind.SAME_CLAIM, Span(left, left + 1), Span(right, right + 1), score, score, shown)


def comparison(*matches: Match) -> Comparison:
    return Comparison(matches, (), (), (), ())


def places(found: Comparison) -> list[tuple[int, int]]:
    return [(m.left.start, m.right.start) for m in found.matches]


OLD = comparison(match(0, 5), match(1, 6), match(2, 7))
NEW = comparison(match(2, 7, 0.9), match(3, 8, 0.8), match(0, 5, 0.1, shown=False))


def test_a_pair_found_again_keeps_its_number_and_takes_the_new_score() -> None:
    assert sharpened(OLD, NEW, kept=()).matches[2] == NEW.matches[0]


def test_a_pair_found_only_now_comes_last() -> None:
    assert places(sharpened(OLD, NEW, kept=())) == [(0, 5), (1, 6), (2, 7), (3, 8)]


def test_a_pair_no_longer_found_is_not_shown() -> None:
    assert [m.shown for m in sharpened(OLD, NEW, kept=()).matches] == [False, False, True, True]


def test_what_the_reader_judged_stays_shown() -> None:
    assert [m.shown for m in sharpened(OLD, NEW, kept={0, 1}).matches] == [True] * 4


PLACES = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), unique=True, max_size=12)


@given(PLACES, PLACES)
def test_no_pair_is_lost_or_doubled(
    before: Sequence[tuple[int, int]], now: Sequence[tuple[int, int]]
) -> None:
    old = comparison(*(match(*place) for place in before))
    new = comparison(*(match(*place) for place in now))

    found = sharpened(old, new, kept=())

    assert places(found)[: len(before)] == list(before)
    assert sorted(places(found)) == sorted({*before, *now})
    assert {place for place, m in zip(places(found), found.matches, strict=True) if m.shown} == {
        *now
    }
