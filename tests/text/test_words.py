# SPDX-License-Identifier: MIT
"""Words, their forms and stems."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.text.words import words, words_as_written


def stems(text: str, language: str = "en") -> list[str]:
    return [word.stem for word in words(text, language=language)]


def test_places_are_those_of_the_whole_text() -> None:
    found = words("one two three", 4, 7)
    assert [(w.start, w.end, w.form) for w in found] == [(4, 7, "two")]


def test_word_forms_meet_in_their_stem() -> None:
    assert stems("voted") == stems("voting")


def test_words_that_tell_nothing_have_no_stem() -> None:
    assert stems("of the") == ["", ""]


def test_acronym_meets_its_dotted_form_and_not_the_pronoun() -> None:
    assert stems("US U.S. us") == ["US", "US", ""]


def test_possessive_meets_the_plain_word() -> None:
    assert stems("Trump’s Trump's Trump") == ["trump"] * 3


def test_grouped_number_meets_the_plain_one() -> None:
    assert stems("1,250") == stems("1250")


def test_russian_word_in_an_english_text_is_stemmed_as_russian() -> None:
    assert stems("порта") == stems("порты")


def test_chinese_is_read_character_by_character() -> None:
    assert [word.form for word in words("港口投票", language="zh")] == list("港口投票")


@pytest.mark.parametrize("text", ["", "—…!", "😀 😀"])
def test_text_without_words_has_none(text: str) -> None:
    assert words(text) == []


@given(st.text(st.sampled_from("aBz09.,:%'_- \n\t"), max_size=40))
def test_words_of_ascii_are_those_of_any_text(text: str) -> None:
    in_any = words_as_written(f"{text} é")

    assert [*words_as_written(text), "é"] == in_any
