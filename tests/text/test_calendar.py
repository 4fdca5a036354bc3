# SPDX-License-Identifier: MIT
"""Months have their numbers, and figures tell day from month where they can."""

from __future__ import annotations

import pytest

from diptych.text.calendar import Day, date_number, is_iso_date, month_number, numeric_day, order_in


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("on 12/25/2024 and 03/04/2025", "mdy"),
        ("on 25/12/2024 and 03/04/2025", "dmy"),
        ("on 25/12/2024, 12/25/2024", ""),
        ("on 03/04/2025", ""),
    ],
)
def test_another_date_of_the_text_tells_day_from_month(text: str, order: str) -> None:
    assert order_in(text, "en") == order


@pytest.mark.parametrize(("first", "second"), [(13, 13), (0, 4), (32, 1)])
def test_numbers_that_are_no_day_and_month_are_no_date(first: int, second: int) -> None:
    assert numeric_day(first, second, 2025, order="dmy") is None


def test_a_name_of_two_months_is_that_of_the_texts_language() -> None:
    assert month_number("listopada", "pl") == 11
    assert month_number("listopada", "hr") == 10


@pytest.mark.parametrize("typed", ["", "2025", "2025-04", "2025-04-03"])
def test_iso_dates_are_accepted(typed: str) -> None:
    assert is_iso_date(typed)


@pytest.mark.parametrize(
    ("date", "number"), [("2025-02-14", 20250214), ("2025", 20250000), ("soon", 0)]
)
def test_a_date_becomes_a_number_that_sorts(date: str, number: int) -> None:
    assert date_number(date) == number


def test_a_day_is_written_as_far_as_it_is_told() -> None:
    assert (Day(2025).iso(), Day(2025, 4).iso(), Day(2025, 4, 3).iso()) == (
        "2025",
        "2025-04",
        "2025-04-03",
    )
