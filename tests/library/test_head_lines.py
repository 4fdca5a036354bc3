# SPDX-License-Identifier: MIT
"""Lines that tell author, date and more at once are read part by part."""

from __future__ import annotations

import pytest

from diptych.library.dates import date_of_line
from diptych.library.head_lines import HeadLine, read_head_line
from diptych.text.article import BlockState
from library.samples import BODY, article_from, texts

DAY = "2025-02-14"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("by Jo Marsh  •  Feb. 14, 2025  •  4 min read", HeadLine(("Jo Marsh",), DAY)),
        ("Written by Jo Marsh\nEdited by Ana Wolf", HeadLine(("Jo Marsh",))),
        ("Story: Jo Marsh. Pictures: Ana Wolf", HeadLine(("Jo Marsh",))),
        ("By Jo Marsh\nFebruary 14, 2025", HeadLine(("Jo Marsh",), DAY)),
        ("Veröffentlicht am 14. Februar 2025 von Jo Marsh", HeadLine(("Jo Marsh",), DAY)),
        ("作者：王小明  2025-02-14 10:31", HeadLine(("王小明",), DAY)),
        ("Jo Marsh – 14 February 2025", HeadLine((), DAY, "Jo Marsh")),
        ("Jo Marsh, Elder Bay, 14 February 2025", HeadLine((), DAY, "Jo Marsh")),
        ("Jo Marsh | The Bay Post | 14 February 2025", HeadLine((), DAY, "Jo Marsh")),
    ],
)
def test_who_wrote_it_and_when_stand_on_one_line(line: str, told: HeadLine) -> None:
    assert read_head_line(line) == told


@pytest.mark.parametrize(
    "line",
    [
        "Feb. 14, 2025, 9:00 PM UTC / Updated Feb. 16, 2025, 1:00 AM UTC",
        "14 Feb 2025 | Updated 16 Feb 2025",
        "Publié le 14 février 2025 à 9h30, mis à jour le 16 février 2025 à 8h00",
        "Feb. 14, 2025 Updated 9:30 a.m.",
        "2025年2月14日 10:01　発信地：東京",
        "2025年02月14日 10:31 来源：海岸报",
    ],
)
def test_the_day_of_publishing_beats_that_of_a_change(line: str) -> None:
    told = read_head_line(line)

    assert told is not None
    assert (told.date, told.updated) == (DAY, False)


def test_a_lone_change_is_marked_as_one() -> None:
    told = read_head_line("Updated 16 Feb 2025 | 3 min read")

    assert told is not None and told.updated


@pytest.mark.parametrize(
    "line",
    [
        "On 14 February 2025 the wall fell",
        "Part 2 – The wall",
        "Note: five boats are left",
        "12 – 5",
    ],
)
def test_a_line_that_says_more_is_left_alone(line: str) -> None:
    assert read_head_line(line) is None


@pytest.mark.parametrize("line", ["14.fev.2025 às 10h31", "14 tháng 2, 2025", "14-Feb-2025"])
def test_dates_are_read_as_they_are_written_elsewhere(line: str) -> None:
    assert date_of_line(line) == DAY


def test_a_place_the_article_is_about_is_no_author() -> None:
    article = article_from(
        f"Harbour Wall goes to a vote\n\nHarbour Wall – 14 February 2025\n\n{BODY}"
    )

    assert (article.authors, article.date) == ((), DAY)


def test_a_heading_between_two_rules_is_one() -> None:
    rule = "=" * 8
    article = article_from(f"{rule}\nThe wall\n{rule}\n\n{BODY}")

    assert article.title == "The wall"
    assert texts(article, state=BlockState.FOLDED) == [rule, rule]


def test_the_outlet_beside_author_and_day_is_read() -> None:
    told = read_head_line("作者：李明 来源：港口报 时间：2025-02-14 10:31")

    assert told == HeadLine(("李明",), DAY, source="港口报")


@pytest.mark.parametrize(
    "line",
    [
        "입력 2025.02.14 10:31 수정 2025.02.15 09:00",
        "PUBLISHED: 16:31, 14 February 2025 | UPDATED: 17:20, 15 February 2025",
    ],
)
def test_labels_before_the_hours_tell_which_day_is_the_first(line: str) -> None:
    told = read_head_line(line)

    assert told is not None
    assert told.date == DAY
