# SPDX-License-Identifier: MIT
"""Dates and names are told from lines that only look like them."""

from __future__ import annotations

import pytest

from diptych.library.bylines import (
    authors_of_line,
    is_author_note,
    is_name,
    names_of,
    source_of_line,
)
from diptych.library.dates import date_of_line, iso_date
from diptych.library.people import people


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("February 14, 2025", "2025-02-14"),
        ("14 February 2025", "2025-02-14"),
        ("Feb. 14th, 2025", "2025-02-14"),
        ("Friday, 14 February 2025, 10:32 GMT", "2025-02-14"),
        ("Published on February 14, 2025", "2025-02-14"),
        ("2025-02-14", "2025-02-14"),
        ("2025-02-14T10:00:00Z", "2025-02-14"),
        ("14.02.2025", "2025-02-14"),
        ("14. Februar 2025", "2025-02-14"),
        ("Tarih: 14.02.2025", "2025-02-14"),
        ("Fecha: 14 de febrero de 2025", "2025-02-14"),
        ("14 de febrero de 2025", "2025-02-14"),
        ("14 février 2025", "2025-02-14"),
        ("14 февраля 2025 г.", "2025-02-14"),
        ("2025年2月14日", "2025-02-14"),
        ("2025년 2월 14일", "2025-02-14"),
        ("02/14/2025", "2025-02-14"),
        ("14/02/2025", "2025-02-14"),
        ("03/04/2025", "2025"),
        ("May 2025", "2025-05"),
    ],
)
def test_a_line_that_is_a_date_is_read(line: str, date: str) -> None:
    assert date_of_line(line) == date


@pytest.mark.parametrize(
    "line",
    [
        "On February 14, 2025 the council met",
        "2024-02-30",
        "Page 14",
        "In May 2025 prices rose",
        "x" * 500 + "1",
    ],
)
def test_a_line_with_more_than_a_date_is_not(line: str) -> None:
    assert date_of_line(line) is None


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("20250214", "2025-02-14"),
        ("D:20250214103200Z", "2025-02-14"),
        ("2025", "2025"),
        ("Fri, 14 Feb 2025 10:32:00 +0000", "2025-02-14"),
        ("soon", ""),
        ("9999-99-99", ""),
    ],
)
def test_dates_in_metadata_are_read(value: str, date: str) -> None:
    assert iso_date(value) == date


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Ida Holm", ("Ida Holm",)),
        ("By Ida Holm and Jon van der Aas", ("Ida Holm", "Jon van der Aas")),
        ("By Ida Holm, Harbour Correspondent", ("Ida Holm",)),
        ("Von Ida Holm", ("Ida Holm",)),
        ("Author: Ida Holm", ("Ida Holm",)),
        ("Автор: Ида Холм", ("Ида Холм",)),
        ("作者：王小明", ("王小明",)),
        ("Ida Holm, Professor at the School of Ports", ("Ida Holm",)),
        ("Posted by Ida Holm in Boats and Stones on March 5, 2024", ("Ida Holm",)),
        ("Ida Holm, PhD, and Jon Aas, MD", ("Ida Holm", "Jon Aas")),
        ("By Ida Holm, Jon Aas, and Cy Reed", ("Ida Holm", "Jon Aas", "Cy Reed")),
    ],
)
def test_bylines_name_their_authors(line: str, authors: tuple[str, ...]) -> None:
    assert authors_of_line(line) == authors


@pytest.mark.parametrize(
    "line",
    [
        "By the end of the year the wall will stand",
        "By 2030 the port is closed",
        "Ida Holm, who was born here",
        "Authors of the plan say so",
        "De wall is te duur",
    ],
)
def test_other_lines_name_nobody(line: str) -> None:
    assert authors_of_line(line) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ida Holm und Jon Aas, Hamburg", ("Ida Holm", "Jon Aas")),
        ("Kim So Yeon", ("Kim So Yeon",)),
        ("Messages Between Two Quays", ()),
    ],
)
def test_a_line_may_be_nothing_but_names(line: str, names: tuple[str, ...]) -> None:
    assert names_of(line) == names


def test_names_are_capitalised_words() -> None:
    assert is_name("Ludwig van Beethoven")
    assert not is_name("The harbour wall")


def test_people_are_parted() -> None:
    assert people("By Ida Holm, Jon Aas and Bo Chen") == ("Ida Holm", "Jon Aas", "Bo Chen")


def test_a_sentence_about_somebodys_post_is_a_note_only_at_the_end() -> None:
    line = "Ida Holm is a fellow at the School of Ports."

    assert is_author_note(line, at_the_end=True)
    assert not is_author_note(line, at_the_end=False)


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Source: The Coast", "The Coast"),
        ("Write to opinion@coast.example", "coast.example"),
        ("Write to ida@gmail.com", ""),
        ("The source of the river", ""),
    ],
)
def test_lines_name_their_outlet(line: str, source: str) -> None:
    assert source_of_line(line) == source


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("Wed, 03/06/2024 - 10:00", "2024-03-06"),
        ("Mi., 06/03/2024", "2024-03-06"),
        ("Tue, 11/07/2023", ""),  # the 11th of July was a Tuesday, and the 7th of November
        ("Mon, 03/06/2024", "2024-06-03"),
    ],
)
def test_the_name_of_its_day_tells_the_order_of_a_date(value: str, date: str) -> None:
    assert iso_date(value).removesuffix("2023") == date


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("كتب: أحمد علي", ("أحمد علي",)),
        ("מאת: רות כהן", ("רות כהן",)),
        ("أحمد علي", None),
    ],
)
def test_a_byline_names_people_in_letters_without_capitals(
    line: str, names: tuple[str, ...] | None
) -> None:
    assert authors_of_line(line) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Guest Author Ida Holm", ("Ida Holm",)),
        ("Por Ida Holm / Madrid", ("Ida Holm",)),
        ("Por Ida Holm / Bo Winter", ("Ida Holm", "Bo Winter")),
        ("Author: Holm, Ida", ("Ida Holm",)),
        ("By Ida Holm, Editor", ("Ida Holm",)),
        ("記者 田中花子", ("田中花子",)),
    ],
)
def test_what_stands_around_a_name_is_no_part_of_it(line: str, names: tuple[str, ...]) -> None:
    assert authors_of_line(line) == names


@pytest.mark.parametrize(
    "line", ["Вторник, 5 марта 2024 г., 10:31", "2024年3月5日 星期二 10:31", "2024. 3. 5."]
)
def test_a_day_with_its_name_and_hour_is_read(line: str) -> None:
    assert date_of_line(line) == "2024-03-05"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ein Interview von Ida Holm mit Bo Winter.", ("Ida Holm",)),
        ("A column by Ida Holm.", ("Ida Holm",)),
        ("By May the port was closed.", None),
        ("Published by the harbour office on Monday.", None),
    ],
)
def test_a_byline_may_be_told_as_a_sentence(line: str, names: tuple[str, ...] | None) -> None:
    assert authors_of_line(line) == names
