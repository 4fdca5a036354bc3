# SPDX-License-Identifier: MIT
"""Numbers have the values that those who wrote them meant."""

from __future__ import annotations

from decimal import Decimal

import pytest

from diptych.text.numbers import chinese_value, digits_value, plain, with_plain_digits, words_values
from diptych.text.numerals import numerals_of


@pytest.mark.parametrize(
    ("written", "language", "value"),
    [
        ("1,250", "en", "1250"),
        ("1.250", "de", "1250"),
        ("1 250 000", "ru", "1250000"),
        ("1,5", "en", "1.5"),
        ("2.5", "ru", "2.5"),
        ("1'250.75", "en", "1250.75"),
    ],
)
def test_digits_are_grouped_as_their_language_groups_them(
    written: str, language: str, value: str
) -> None:
    assert digits_value(written, language) == Decimal(value)


def test_a_version_is_no_number() -> None:
    assert digits_value("1,2,3", "en") is None


@pytest.mark.parametrize(
    ("words", "language", "values"),
    [
        ("two hundred and five", "en", [205]),
        ("two and three", "en", [2, 3]),
        ("three million two hundred thousand", "en", [3_200_000]),
        ("quatre vingt dix", "fr", [90]),
        ("zweihundertfünf", "de", [205]),
        ("двести пять", "ru", [205]),
        ("dix neuf", "fr", [19]),
        ("sept cent quatre vingt quatre", "fr", [784]),
        ("mil e cem", "pt", [1100]),
    ],
)
def test_a_row_of_number_words_is_as_many_numbers_as_it_says(
    words: str, language: str, values: list[int]
) -> None:
    read = words_values(words.split(), numerals_of(language))
    assert [value for value, _, _ in read] == values


@pytest.mark.parametrize(
    ("written", "value"), [("三千二百", 3200), ("二〇二五", 2025), ("两万", 20_000), ("十", 10)]
)
def test_chinese_numbers_are_read(written: str, value: int) -> None:
    assert chinese_value(written) == value


def test_digits_of_every_script_become_plain_where_they_stand() -> None:
    assert with_plain_digits("٢٠٢٥ ۱۲٫۵٪ २ ５") == "2025 12.5% 2 5"


@pytest.mark.parametrize(("value", "key"), [("1250.00", "1250"), ("1.50", "1.5"), ("1E+3", "1000")])
def test_equal_values_are_written_alike(value: str, key: str) -> None:
    assert plain(Decimal(value)) == key
