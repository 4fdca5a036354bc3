# SPDX-License-Identifier: MIT
"""Cards are made as they will be listed, so that listing thousands measures none anew."""

from __future__ import annotations

import pytest

from diptych.compare.values import Comparison, Kind, Match
from diptych.text.article import Span
from diptych.ui.matches.match_cards import MatchCards
from diptych.ui.matches.rows import by_left_passage
from made_articles import article_of

LEFT = article_of(["The ferry sails at dawn.", "The pier is closed."])
RIGHT = article_of(["At dawn the ferry sails.", "A ferry leaves early.", "Nobody uses the pier."])
FERRY, PIER = Span(0, 24), Span(25, 44)


@pytest.mark.usefixtures("qapp")
def test_cards_are_made_as_they_will_be_listed() -> None:
    places = ((PIER, Span(47, 68)), (FERRY, Span(0, 24)), (FERRY, Span(25, 46)))
    matches = tuple(
        Match(Kind.SAME_CLAIM, left, right, 0.9, 0.9, shown=True) for left, right in places
    )
    cards = MatchCards(Comparison(matches, (), (), (FERRY, PIER), ()), LEFT, RIGHT)

    made = list(cards.make())

    listed = by_left_passage(cards.rows(matches, {}, set()))
    assert [row.goes_on for row in made] == [row.goes_on for row in listed] == [False, True, False]
