# SPDX-License-Identifier: MIT
"""Matches stay what they are for a reader who has been at them."""

from __future__ import annotations

from dataclasses import replace

from diptych.compare.values import Comparison, Kind, Match
from diptych.text.article import Span
from diptych.ui.desk.found_matches import FoundMatches


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
