# SPDX-License-Identifier: MIT
"""One of many words: what stands there, and the longest that does."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.text.patterns import any_of

WORDS = st.sets(st.text("abß-.]^äд十", min_size=1, max_size=5), min_size=1, max_size=12)


@given(WORDS, st.text("abAßÄ-.]^äдД十 ", max_size=30))
def test_finds_what_a_list_of_alternatives_finds(words: set[str], text: str) -> None:
    listed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))

    found = re.findall(any_of(words), text, re.IGNORECASE)

    assert found == re.findall(listed, text, re.IGNORECASE)


@pytest.mark.parametrize("words", [["mar", "march"], ["march", "mar"]])
def test_takes_the_longest(words: list[str]) -> None:
    assert re.findall(any_of(words), "In March and mar.", re.IGNORECASE) == ["March", "mar"]


def test_gives_back_a_longer_word_when_what_follows_wants_it() -> None:
    assert re.search(rf"{any_of(['mar', 'march'])}ch\b", "march") is not None


def test_no_words_match_nothing_in_particular() -> None:
    assert any_of([]) == ""
