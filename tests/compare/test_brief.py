# SPDX-License-Identifier: MIT
"""A pair in brief: few, the surest, and no passage twice."""

from __future__ import annotations

from diptych.compare.brief import brief_of
from diptych.compare.values import (
    Comparison,
    DifferingFigure,
    Evidence,
    Kind,
    Match,
    OnlyHere,
)
from diptych.text.article import Span

DIFFERS = Evidence(differing=(DifferingFigure("1", "2"),))


def match(place: int, strength: float, *, evidence: Evidence = Evidence()) -> Match:  # noqa: B008
    span = Span(place, place + 40)
    return Match(Kind.SAME_CLAIM, span, span, strength, strength, True, evidence)


def comparison(*matches: Match, only: tuple[OnlyHere, ...] = ()) -> Comparison:
    return Comparison(matches, only, (), (), ())


def test_the_three_strongest_agreements_are_told() -> None:
    found = comparison(*(match(100 * n, n / 10) for n in range(3, 10)))

    assert brief_of(found).agreements == (6, 5, 4)


def test_what_is_only_related_is_no_agreement() -> None:
    found = comparison(match(0, 0.55), match(300, 0.9))

    brief = brief_of(found)

    assert (brief.agreements, brief.tally.agree) == ((1,), 1)


def test_what_one_passage_says_is_told_once() -> None:
    found = comparison(match(0, 0.9), match(20, 0.8), match(300, 0.7))

    assert brief_of(found).agreements == (0, 2)


def test_a_difference_is_no_agreement_and_stands_in_reading_order() -> None:
    found = comparison(
        match(500, 0.9, evidence=DIFFERS), match(0, 0.8), match(200, 0.6, evidence=DIFFERS)
    )

    brief = brief_of(found)

    assert (brief.agreements, brief.differences) == ((1,), (2, 0))


def test_what_matters_most_of_what_is_left_out_comes_first() -> None:
    alone = tuple(OnlyHere(Span(n * 50, n * 50 + 40), 0.9, True, n / 10) for n in range(5))

    assert [only.importance for only in brief_of(comparison(only=alone)).only_left] == [
        0.4,
        0.3,
        0.2,
    ]


def test_a_pair_without_a_match_has_an_empty_brief() -> None:
    brief = brief_of(comparison())

    assert (brief.agreements, brief.differences, brief.only_left) == ((), (), ())
