# SPDX-License-Identifier: MIT
"""A number that counts the lines of verse is no word of its line; others are."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.library.margin_numbers import words_of_lines
from diptych.library.reading import read_article

VERSE = [
    f"The lamp is lit at {hour} and seen by all,"
    for hour in ["one", "two", "three", "four", "five", "six"]
]
BY_FIVES = [*VERSE[:4], f"{VERSE[4]}      5", *VERSE[:4], f"{VERSE[5]}     10"]
BEFORE = [*VERSE[:4], f"15   {VERSE[4]}", *VERSE[:4], f"20\t{VERSE[5]}"]
EACH = [f"{number}  {line}" for number, line in enumerate(VERSE, 1)]
BY_FOURS = [*VERSE[:3], f"{VERSE[3]}     4", *VERSE[:3], f"{VERSE[4]}     8"]
# As an edition without the tenth line numbers it.
WITHOUT_A_LINE = [*BY_FOURS, *VERSE[:2], f"{VERSE[3]}    12", *VERSE[:3], f"{VERSE[5]}    16"]
OTHERS = [
    [f"Norway      {n}" for n in range(1, 9)],  # a ranking
    [f"{n}  Norway   {n * 7}" for n in range(1, 9)],  # a table
    ["The first part      3", "The second part      17", "The third part      40"],  # contents
    ["It was lit in 1911", *VERSE, "and again in 1918"],
    [f"{n}. {line}" for n, line in enumerate(VERSE, 1)],  # a list
    [*VERSE, "A loaf      4", *VERSE[:1], "Two      8", *VERSE, "Six      12"],  # prices
]


@pytest.mark.parametrize(
    ("lines", "numbered"),
    [
        (BY_FIVES, {4, 9}),
        (BEFORE, {4, 9}),
        (EACH, set(range(6))),
        (WITHOUT_A_LINE, {3, 7, 10, 14}),
    ],
)
def test_numbers_that_count_lines_are_no_words(lines: list[str], numbered: set[int]) -> None:
    kept = words_of_lines(lines)
    assert set(kept) == numbered
    assert all(span.of(lines[place]) in VERSE for place, span in kept.items())


@pytest.mark.parametrize("lines", OTHERS)
def test_numbers_that_say_something_stay(lines: list[str]) -> None:
    assert words_of_lines(lines) == {}


def test_a_poem_is_read_without_the_numbers_in_its_margin(tmp_path: Path) -> None:
    file = tmp_path / "poem.txt"
    file.write_text("The Lamp\n\n" + "\n".join(BY_FIVES) + "\n", encoding="utf-8")
    article = read_article(file)
    shown = [block.span.of(article.text) for block in article.blocks][1:]
    assert shown == [*VERSE[:5], *VERSE[:4], VERSE[5]]
