# SPDX-License-Identifier: MIT
"""A reader stays at the same words when a file is written anew."""

from __future__ import annotations

import pytest

from diptych.text.place_again import place_again
from made_articles import article_of

HELD = "The pier held through the night."
SAILED = "The ferry sailed at nine."
BEFORE = article_of(("Nothing was said of it.", HELD, SAILED))
INSIDE = BEFORE.text.index("held")


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Much was said of it meanwhile, by many. " * 40, "Nothing was said.", HELD, SAILED),
        (HELD, SAILED),
        ("Nothing was said of it.", HELD),
    ],
    ids=["text came before it", "text went before it", "text went after it"],
)
def test_the_words_at_the_top_stay_there(paragraphs: tuple[str, ...]) -> None:
    now = article_of(paragraphs)
    assert now.text[place_again(BEFORE, INSIDE, now) :].startswith("held through")


def test_where_the_paragraph_is_gone_the_next_that_is_left_counts() -> None:
    now = article_of(("Quite another beginning, much longer than it was.", SAILED))
    assert now.text[place_again(BEFORE, INSIDE, now) :] == SAILED


def test_of_words_told_twice_the_nearer_is_meant() -> None:
    now = article_of((HELD, "Nothing was said of it.", HELD, SAILED))
    place = place_again(now, now.text.rindex("held"), now)
    assert place == now.text.rindex("held")


def test_a_text_of_nothing_known_keeps_the_place_inside_it() -> None:
    now = article_of(("All else.",))
    assert place_again(BEFORE, INSIDE, now) == len(now.text)
