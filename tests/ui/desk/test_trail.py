# SPDX-License-Identifier: MIT
"""Back and forward over both sides as one step."""

from __future__ import annotations

from diptych.ui.desk.trail import LONGEST, Top, Trail, TrailStep


def at(left: int, right: int) -> TrailStep:
    return TrailStep("a", "b", Top(left), Top(right))


def test_back_brings_both_sides_to_where_they_were() -> None:
    trail = Trail()
    trail.push(at(10, 20))
    assert trail.back(at(300, 400)) == at(10, 20)


def test_forward_undoes_back() -> None:
    trail = Trail()
    trail.push(at(10, 20))
    trail.back(at(300, 400))
    assert trail.forward(at(10, 20)) == at(300, 400)


def test_going_elsewhere_ends_the_way_forward() -> None:
    trail = Trail()
    trail.push(at(10, 20))
    trail.back(at(300, 400))
    trail.push(at(50, 60))
    assert trail.forward(at(70, 80)) is None


def test_same_place_is_one_step() -> None:
    trail = Trail()
    for _ in range(2):
        trail.push(at(10, 20))
    trail.back(at(300, 400))
    assert trail.back(at(10, 20)) is None


def test_trail_forgets_what_is_long_past() -> None:
    trail = Trail()
    for place in range(LONGEST + 5):
        trail.push(at(place, place))
    steps = [trail.back(at(0, 0)) for _ in range(LONGEST + 5)]
    assert sum(step is not None for step in steps) == LONGEST
