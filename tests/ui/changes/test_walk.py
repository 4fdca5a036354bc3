# SPDX-License-Identifier: MIT
"""The next change is the next from where one reads, in either text."""

from __future__ import annotations

import pytest

from diptych.compare.changes.values import Change, ChangeKind
from diptych.text.article import Span
from diptych.text.sides import Side
from diptych.ui.changes.walk import Walk

# The second has moved to the end of the right text; two begin at one place.
PLACES = [((0, 9), (0, 9)), ((20, 29), (80, 89)), ((40, 40), (40, 44)), ((40, 49), (60, 69))]
WALK = Walk(
    (n, Change((ChangeKind.CHANGED,), Span(*left), Span(*right)))
    for n, (left, right) in enumerate(PLACES)
)


@pytest.mark.parametrize(
    ("side", "place", "current", "direction", "number"),
    [
        (Side.LEFT, 0, -1, 1, 0),
        (Side.LEFT, 0, 0, 1, 1),
        (Side.LEFT, 15, 0, 1, 1),  # read on since
        (Side.RIGHT, 15, 0, 1, 2),
        (Side.RIGHT, 70, -1, 1, 1),
        (Side.LEFT, 40, 2, 1, 3),
        (Side.LEFT, 40, 3, -1, 2),
        (Side.LEFT, 300, 0, -1, 3),  # not back to where one was long ago
        (Side.LEFT, 41, 3, 1, -1),
        (Side.LEFT, 5, 0, -1, -1),
    ],
)
def test_a_step_goes_on_from_the_place_read(
    side: Side, place: int, current: int, direction: int, number: int
) -> None:
    assert WALK.step(side, direction, place=place, current=current) == number


def test_nothing_listed_leads_nowhere() -> None:
    assert Walk().step(Side.LEFT, 1, place=0, current=-1) == -1


def test_the_position_counts_in_the_left_text() -> None:
    assert [WALK.position(n) for n in (0, 3, -1)] == [(1, 4), (4, 4), (0, 4)]
