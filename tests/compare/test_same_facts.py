# SPDX-License-Identifier: MIT
"""Facts meet under other forms, and only true differences are flagged."""

from __future__ import annotations

import numpy as np
import pytest
from tests.compare.articles import article

from diptych.compare.aliases import aliases_among
from diptych.compare.reading import read
from diptych.compare.same_facts import FactTable


def table(left: str, right: str, *, date: str = "") -> FactTable:
    return FactTable(read(article(left, date=date)), read(article(right, date=date)))


def shared(left: str, right: str, *, date: str = "") -> list[tuple[str, str]]:
    facts = table(left, right, date=date)
    return [(fact.left, fact.right) for fact in facts.told(facts.meetings(0, 0))]


def differing(left: str, right: str) -> list[tuple[str, str]]:
    facts = table(left, right)
    return [(d.left, d.right) for d in facts.told_differing(facts.differing(0, 0))]


@pytest.mark.parametrize(
    ("left", "right", "met"),
    [
        ("It ran 30 minutes.", "It ran half an hour.", ("30 minutes", "half an hour")),
        ("A third of the crew left.", "One in three left.", ("A third", "One in three")),
        ("It cost 1.9 million.", "It cost 1,900,000.", ("1.9 million", "1,900,000")),
        ("It carried 41,000 people.", "It carried 41,212 people.", ("41,000", "41,212")),
        ("It ends 30 June.", "It ends last day of June.", ("30 June", "last day of June")),
        ("Then Jin Canrong spoke.", "Then Professor Jin spoke.", ("Jin Canrong", "Jin")),
        ("Now the US agrees.", "Now the United States agree.", ("US", "United States")),
    ],
)  # fmt: skip
def test_fact_in_another_form_is_the_same(left: str, right: str, met: tuple[str, str]) -> None:
    assert met in shared(left, right)


def test_day_without_a_year_meets_the_day_with_one() -> None:
    assert shared("They met on 14 January.", "They met on 14 January 2025.") == [
        ("14 January", "14 January 2025")
    ]


def test_quotation_trimmed_by_an_ellipsis_is_found() -> None:
    left = "“We have waited a generation for this quay and we will not wait again,” she said."
    right = "She said: “We have waited … and we will not wait again.”"
    assert list(table(left, right).quoted) == [(0, 0)]


def test_other_quotation_of_the_same_words_in_another_order_is_none() -> None:
    left = "“We have waited a generation for this quay,” she said."
    right = "She said: “For this quay we have … a generation waited.”"
    assert not table(left, right).quoted


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        ("It cost 14 pounds.", "It cost 17 pounds.", [("14 pounds", "17 pounds")]),
        ("It found 212 metres.", "Of 540 metres it found two hundred and twelve.", []),
        ("It carried 41,000 people.", "It carried 41,212 people.", []),
        ("The five-year survey is due.", "The boat is thirty-four years old.", []),
        ("It cost 9 crowns.", "It cost 640,000 crowns.", []),
        ("Two towns signed two pages.", "Two leaders signed two pages.", []),
    ],
)  # fmt: skip
def test_only_figures_for_the_same_thing_differ(
    left: str, right: str, found: list[tuple[str, str]]
) -> None:
    assert differing(left, right) == found


def test_short_name_of_two_people_stays_its_own() -> None:
    assert "quill" not in aliases_among(["ada quill", "jon quill", "quill"])


def test_initials_mean_the_full_name() -> None:
    assert aliases_among(["federal security service", "fss"])["fss"] == "federal security service"


@pytest.mark.parametrize(
    ("left", "right", "joined"),
    [
        ("The towns named two conditions.", "There were two conflicts.", False),
        ("It lasted for three years.", "It named three key aspects.", False),
        ("It lasted for three years.", "After three years it ended.", True),
        ("The dam needs 640 bolts.", "Of bolts they ordered 640.", True),
    ],
)
def test_a_few_of_one_thing_are_not_as_many_of_another(left: str, right: str, joined: bool) -> None:
    assert table(left, right).join(0, 0) is joined


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        ("They met on 12 February 2025.", "They met on 24 February 2025.", True),
        ("They met on 12 February 2025.", "They met on February 12, 2025.", False),
        ("They met on 12 February 2025.", "They met on 12 February.", False),
        ("They met on 12 February 2025.", "They met in February 2025.", False),
        ("They met on 12 February 2025.", "They met in March 2025.", False),
        ("They met on 12 February 2025.", "They never met.", False),
    ],
)
def test_two_days_that_differ_are_told_apart(left: str, right: str, apart: bool) -> None:
    zero = np.zeros(1, np.int64)
    assert table(left, right).of_other_days(zero, zero).tolist() == [apart]
