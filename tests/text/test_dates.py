# SPDX-License-Identifier: MIT
"""Dates in running text are read alike wherever Diptych reads one."""

from __future__ import annotations

import pytest

from diptych.library.dates import date_of_line
from diptych.text.article import Span
from diptych.text.dates import dates_in, may_tell_date
from diptych.text.numbers import with_plain_digits

WRITTEN = [
    ("3. Okt. 2025", "de", "2025-10-03"),
    ("3 апр 2025", "ru", "2025-04-03"),
    ("3 avr. 2025", "fr", "2025-04-03"),
    ("3 kwietnia 2025", "pl", "2025-04-03"),
    ("3 de abril de 2025", "es", "2025-04-03"),
    ("3 nisan 2025", "tr", "2025-04-03"),
    ("3. dubna 2025", "cs", "2025-04-03"),
    ("3. 4. 2025", "cs", "2025-04-03"),
    ("3 באפריל 2025", "he", "2025-04-03"),
    ("٣ أبريل ٢٠٢٥", "ar", "2025-04-03"),
    ("3 квітня 2025", "uk", "2025-04-03"),
    ("2025. április 3.", "hu", "2025-04-03"),
    ("3 huhtikuuta 2025", "fi", "2025-04-03"),
    ("2025년 4월 3일", "ko", "2025-04-03"),
    ("२ जनवरी २०२५", "hi", "2025-01-02"),
    ("2025/04/03", "zh", "2025-04-03"),
    ("03.04.2025", "de", "2025-04-03"),
    ("14/02/2025", "en", "2025-02-14"),
    ("02/14/2025", "en", "2025-02-14"),
    ("03/04/2025", "en", "2025"),
]


def compared(text: str, language: str) -> list[str]:
    return [day.iso() for _, day in dates_in(text, Span(0, len(text)), language=language)]


@pytest.mark.parametrize(("written", "language", "date"), WRITTEN)
def test_library_and_comparing_agree(written: str, language: str, date: str) -> None:
    assert date_of_line(written) == date
    assert compared(with_plain_digits(written), language) == [date]


@pytest.mark.parametrize(("language", "date"), [("fr", "2025-04-03"), ("tl", "2025-03-04")])
def test_the_language_tells_day_from_month(language: str, date: str) -> None:
    assert compared("03/04/2025", language) == [date]


@pytest.mark.parametrize("line", ["3 {}_ 2025", "3. {} on 2025", "2025 {}_ 3"])
def test_a_letter_under_a_heap_of_marks_is_no_month(line: str) -> None:
    heap = "m" + "\u0301" * 500

    assert compared(line.format(heap), "en") == ["2025"]


def test_a_day_the_calendar_lacks_is_no_date() -> None:
    assert compared("30 February 2025", "en") == []


def test_a_word_that_is_no_month_does_not_hide_the_year() -> None:
    assert compared("Some 12 ferries 2025", "en") == ["2025"]


@pytest.mark.parametrize(
    ("passage", "may"),
    [
        ("some 41,000 passengers", False),
        ("a 3 knot wind from 2 sides", False),
        ("in 2025", True),
        ("by the 20th", True),
        ("two first, 3 may", True),
        ("on the twenty 2nd", True),
        ("4月3日", True),
    ],
)
def test_only_what_may_tell_a_date_is_read_for_one(passage: str, may: bool) -> None:
    assert may_tell_date(passage, frozenset(passage.split()), "en") is may
