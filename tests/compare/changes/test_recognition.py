# SPDX-License-Identifier: MIT
"""Two versions are known as such however short, two voices never are."""

from __future__ import annotations

import pytest
from tests.compare.articles import article

from diptych.compare.changes.recognition import kinship
from diptych.compare.changes.values import Kinship
from diptych.compare.comparison import compare

LETTER = (
    "The committee met on Tuesday in the old boathouse. It resolved to buy twelve lamps for "
    "the quay, and to pay for them out of the harbour fund. The treasurer asked for time."
)
OTHER = (
    "On Tuesday the lamps for the quay were talked over once more. Nobody knew how the fund "
    "could bear them, said the treasurer, who wants to see a plan before anything is bought."
)


@pytest.mark.parametrize(
    ("right", "kin"),
    [
        (LETTER.replace("twelve", "twenty").replace("Tuesday", "Monday"), Kinship.VERSIONS),
        (LETTER, Kinship.VERSIONS),
        (LETTER.split(". ", maxsplit=1)[0] + ".", Kinship.VERSIONS),
        (OTHER, Kinship.NONE),
        ("Whales sing below the ice.", Kinship.NONE),
        ("", Kinship.NONE),
    ],
)
def test_a_letter_of_three_sentences_knows_its_other_version(right: str, kin: Kinship) -> None:
    ours, theirs = article(LETTER), article(right)
    assert kinship(ours, theirs, compare(ours, theirs)) is kin


def test_two_languages_that_nobody_has_read_are_no_translation() -> None:
    ours, theirs = article(LETTER), article("Der Ausschuss tagte.", language="de")
    assert kinship(ours, theirs, compare(ours, theirs)) is Kinship.NONE
