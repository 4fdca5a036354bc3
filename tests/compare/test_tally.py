# SPDX-License-Identifier: MIT
"""A comparison comes out in four numbers; figures and days that differ are counted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.compare.articles import article

from diptych.compare.comparison import compare
from diptych.compare.tally import tally
from diptych.compare.values import Evidence, Kind

LEFT = """The night boat carried 46,000 passengers last year, said the harbour office of Kelsand.
The council of Tarnholm signed the ferry compact with the mayor on 14 March 2025.
An engineer found cracks in the northern breakwater beside the lighthouse.
Nobody asked the islanders about the winter timetable of the post office."""
RIGHT = """The night boat carried 41,000 passengers last year, said the harbour office of Kelsand.
The council of Tarnholm signed the ferry compact with the mayor on 16 March 2025.
An engineer found cracks in the northern breakwater beside the lighthouse.
A dredger from abroad will deepen the southern channel for larger ships."""


def test_what_agrees_differs_and_stands_alone_is_counted() -> None:
    counted = tally(compare(article(LEFT), article(RIGHT)))

    assert (counted.agree, counted.differ) == (1, 2)
    assert (counted.only_left, counted.only_right) == (1, 1)


def test_what_is_only_related_may_be_agreed_on() -> None:
    found = compare(article(LEFT), article(RIGHT))
    plain = (replace(m, kind=Kind.SAME_CLAIM, evidence=Evidence()) for m in found.matches)
    related = [replace(match, strength=0.55) for match in plain if match.shown]

    counted = tally(replace(found, matches=tuple(related)))

    assert (counted.agree, counted.perhaps, counted.differ) == (0, len(related), 0)


def test_the_places_of_what_differs_are_told() -> None:
    found = compare(article(LEFT), article(RIGHT)).matches
    differing = [each for match in found if match.shown for each in match.evidence.differing]

    assert {(d.left, d.right) for d in differing} == {
        ("46,000", "41,000"),
        ("14 March 2025", "16 March 2025"),
    }
    for each in differing:
        assert each.left_span.of(LEFT) == each.left
        assert each.right_span.of(RIGHT) == each.right


@pytest.mark.parametrize("other", ["on Tuesday", "two weeks ago", "in March 2025"])
def test_a_day_told_less_exactly_is_no_other_day(other: str) -> None:
    sentence = "The council of Tarnholm signed the ferry compact with the mayor {} at noon."
    left, right = article(sentence.format("on 14 March 2025")), article(sentence.format(other))

    assert not any(match.evidence.differing for match in compare(left, right).matches)
