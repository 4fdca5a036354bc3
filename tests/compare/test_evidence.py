# SPDX-License-Identifier: MIT
"""Evidence can be checked in the texts: words as written, how rare, what stands beside."""

from __future__ import annotations

from tests.compare.articles import article

from diptych.compare.comparison import Comparison, Match, compare
from diptych.compare.listing import comparison_json

LEFT = """The Lighthouses of Gull Point were sold to a museum.
Oysters grow there no longer, the fishermen say.

The tramway will open in June after nine years."""
RIGHT = """A museum bought the lighthouses of Gull Point last week.
Fishermen say that oysters no longer grow there.
Bakers baked bread.
Singers sang songs.
Nine years late, the tramway opens in June."""


def compared() -> Comparison:
    return compare(article(LEFT), article(RIGHT))


def shown(comparison: Comparison, left: str) -> Match:
    return next(m for m in comparison.matches if m.shown and left in m.left.of(LEFT))


def test_shared_word_is_told_as_the_left_text_writes_it() -> None:
    words = {word.word: word for word in shown(compared(), "Lighthouses").evidence.shared_words}
    assert {"Lighthouses", "Gull", "museum"} <= {word.written for word in words.values()}


def test_shared_word_says_how_many_passages_hold_it() -> None:
    words = shown(compared(), "Lighthouses").evidence.shared_words
    assert {word.passages for word in words if word.written == "Lighthouses"} == {2}


def test_matches_one_step_off_count_as_beside() -> None:
    assert shown(compared(), "Lighthouses").evidence.beside == 1


def test_match_far_off_has_none_beside() -> None:
    assert shown(compared(), "tramway").evidence.beside == 0


def test_listing_tells_all_evidence() -> None:
    left, right = article(LEFT), article(RIGHT)
    told = comparison_json(compare(left, right), left, right)["matches"][0]["evidence"]  # type: ignore[index]
    assert told["beside"] >= 0
    assert set(told["shared_words"][0]) == {"word", "written", "rarity", "passages"}
