# SPDX-License-Identifier: MIT
"""Each language has words that tell nothing."""

from __future__ import annotations

from diptych.text.lexicon import words_of
from diptych.text.stopwords import stop_words


def test_a_languages_own_list_comes_first() -> None:
    assert "above" in stop_words("en")
    assert stop_words("en") == words_of("en", "stopwords")


def test_the_commonest_words_serve_where_none_are_listed() -> None:
    assert not words_of("da", "stopwords")
    assert stop_words("da") == words_of("da", "common") != frozenset()


def test_an_unknown_language_has_none() -> None:
    assert stop_words("") == stop_words("xx") == frozenset()
