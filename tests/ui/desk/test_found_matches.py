# SPDX-License-Identifier: MIT
"""Matches stay what they are for a reader who has been at them."""

from __future__ import annotations

from dataclasses import replace

from diptych.compare.values import Comparison, Kind, Match
from diptych.services.match_filter import STRENGTH_ORDER, MatchFilter
from diptych.text.article import Span
from diptych.text.sides import Side
from diptych.ui.desk.found_matches import FoundMatches

STRENGTHS = (0.6, 0.9, 0.8)


def match(start: int, *, shown: bool = True) -> Match:
    span = Span(start, start + 10)
    return Match(Kind.SAME_CLAIM, span, span, 0.9, 0.9, shown)


def comparison(*matches: Match) -> Comparison:
    return Comparison(matches, (), (), (), ())


def test_a_match_the_reader_has_been_at_outlasts_sharper_ones(qapp: object) -> None:
    found = FoundMatches()
    found.hold(comparison(match(0), match(50), match(90)))
    found.show()
    found.choose(0)
    found.choose(1)

    found.sharpen(comparison(match(50), replace(match(90), shown=False)))
    found.show_sharpened()

    assert found.visible == (0, 1)
    assert found.current == 1


def test_the_next_match_is_the_next_of_the_list_also_by_strength(qapp: object) -> None:
    found = FoundMatches()
    found.hold(comparison(*(replace(match(n * 50), strength=s) for n, s in enumerate(STRENGTHS))))
    found.set_filter(MatchFilter(order=STRENGTH_ORDER))
    found.show()
    seen = []
    for _ in STRENGTHS:
        found.step(Side.RIGHT, 1, place=0)
        seen.append((found.matches[found.current].strength, found.position(Side.LEFT)[0]))
    assert seen == [(0.9, 1), (0.8, 2), (0.6, 3)]


def test_of_articles_that_are_not_compared_nothing_is_denied(qapp: object) -> None:
    found = FoundMatches()
    said: list[str] = []
    found.said.connect(said.append)
    found.step_difference(Side.LEFT, 1, place=0)
    found.hold(comparison())
    found.step_difference(Side.LEFT, 1, place=0)
    assert said == [
        "These two articles are not compared yet.",
        "Nothing is shown in which these two articles differ.",
    ]
