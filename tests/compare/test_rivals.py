# SPDX-License-Identifier: MIT
"""Two figures differ where they count one thing, and neither leaves room for the other."""

from __future__ import annotations

import pytest
from tests.compare.articles import article

from diptych.compare.reading import read
from diptych.compare.same_facts import FactTable, differing_figures

TOLD = [
    ("The plan names 23 steps taken.", "It lists 19 separate steps at once.", ("23", "19")),
    ("Take 4 cloves of garlic.", "Chop 2 garlic cloves.", ("4", "2")),
    ("The eleven lifts listed here run.", "The twelve lifts and two ramps listed here run.",
     ("eleven", "twelve")),
    ("She read the 47-page verdict.", "A 48-page verdict was read.", ("47", "48")),
    ("The fund holds over 400 crowns.", "The fund holds 900 crowns.", ("400", "900")),
]  # fmt: skip
NOT_TOLD = [
    ("Two new towers stand there.", "Three new ferries lie there."),
    ("She read the 47-page verdict.", "A 48-page letter was read."),
    ("The fund holds more than 600 crowns.", "The fund holds 640 crowns."),
    ("Nearly two dozen boats came.", "They counted 23 boats."),
    ("The post coach ran 60 kilometres.", "The post coach ran 30 kilometres an hour."),
    ("Some 900 crowns were lost.", "Almost 950 crowns were lost."),
    ("The lock was shut for sixteen weeks.", "The lock was shut for 49 days."),
    ("The duty does not rise to 55 percent.", "The duty is 30 percent instead of 55."),
    ("Es kamen knapp 500 Gäste.", "Es kamen 480 Gäste."),
    ("Пришло более 400 гостей.", "Пришло 480 гостей."),
]


@pytest.mark.parametrize(("left", "right", "figures"), TOLD)
def test_figures_of_one_thing_differ(left: str, right: str, figures: tuple[str, str]) -> None:
    found = FactTable(read(article(left)), read(article(right))).differing(0, 0)

    assert [(a.span.of(left), b.span.of(right)) for a, b in found] == [figures]
    assert [(d.left, d.right) for d in differing_figures(left, right)] == [figures]


@pytest.mark.parametrize(("left", "right"), NOT_TOLD)
def test_figures_of_two_things_or_told_roughly_do_not_differ(left: str, right: str) -> None:
    assert not FactTable(read(article(left)), read(article(right))).differing(0, 0)
    assert not differing_figures(left, right)
