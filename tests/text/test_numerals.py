# SPDX-License-Identifier: MIT
"""Number words are read from the lists of their language."""

from __future__ import annotations

import re

import pytest

from diptych.text.numerals import compound, numbers_by_word, numerals_of, parts_of_compound


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
    ("language", "word", "parts"),
    [
        ("de", "zweihundertfünf", ["zwei", "hundert", "fünf"]),
        ("de", "achtzehntausend", ["achtzehn", "tausend"]),
        ("de", "hafen", ["hafen"]),
        ("it", "duecentocinque", ["duecento", "cinque"]),
        ("nl", "honderdenvijf", ["honderd", "en", "vijf"]),
        ("nl", "vieren", ["vieren"]),  # to celebrate
        ("en", "sixten", ["sixten"]),
    ],
)
def test_a_number_in_one_word_is_parted(language: str, word: str, parts: list[str]) -> None:
    assert parts_of_compound(word, numerals_of(language)) == parts


def test_a_simple_number_is_no_compound() -> None:
    assert re.fullmatch(compound(numerals_of("de")), "zweihundert")
    assert not re.fullmatch(compound(numerals_of("de")), "zwei")
    assert not re.fullmatch(compound(numerals_of("en")), "twentyfive")


def test_parts_of_a_whole_have_their_numbers() -> None:
    assert numbers_by_word("de", "fractions")["drittel"] == 3
    assert numbers_by_word("en", "every_nth")["second"] == 2
    assert numbers_by_word("xx", "fractions") == {}
