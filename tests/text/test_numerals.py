# SPDX-License-Identifier: MIT
"""Number words are read from the lists of their language."""

from __future__ import annotations

import re

import pytest

from diptych.text.numerals import german_compound, numbers_by_word, numerals_of, parts_of_compound


@pytest.mark.parametrize(
    ("language", "word", "value"), [("en", "seven", 7), ("de", "zwo", 2), ("ru", "двухсот", 200)]
)
def test_a_number_word_has_its_value(language: str, word: str, value: int) -> None:
    assert numerals_of(language).values[word] == value


def test_an_unknown_language_counts_in_english() -> None:
    assert numerals_of("xx") == numerals_of("en")


def test_a_language_may_give_an_english_sign_another_meaning() -> None:
    assert numerals_of("en").scales["bn"] == 10**9


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("zweihundertfünf", ["zwei", "hundert", "fünf"]),
        ("achtzehntausend", ["achtzehn", "tausend"]),
        ("hafen", ["hafen"]),
    ],
)
def test_a_german_number_in_one_word_is_parted(word: str, parts: list[str]) -> None:
    assert parts_of_compound(word) == parts


def test_a_simple_german_number_is_no_compound() -> None:
    assert re.fullmatch(german_compound(), "zweihundert")
    assert not re.fullmatch(german_compound(), "zwei")


def test_parts_of_a_whole_have_their_numbers() -> None:
    assert numbers_by_word("de", "fractions")["drittel"] == 3
    assert numbers_by_word("en", "every_nth")["second"] == 2
    assert numbers_by_word("xx", "fractions") == {}
