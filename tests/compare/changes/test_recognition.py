# SPDX-License-Identifier: MIT
"""Two versions are known as such however short, two voices never are."""

from __future__ import annotations

import pytest
from tests.compare.articles import article

from diptych.compare.changes.finder import find_changes
from diptych.compare.changes.recognition import are_surely_versions, kinship
from diptych.compare.changes.values import Kinship
from diptych.compare.comparison import compare
from diptych.compare.values import Relation

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


BOOK = " ".join(f"In the year {n} the keeper of lamp {n * 3} wrote a line." for n in range(90))
EDITION = BOOK.replace("lamp 30", "light 31").replace("In the year 50 the", "In fifty the")


@pytest.mark.parametrize(
    ("right", "are_versions"),
    [
        (EDITION, True),
        (EDITION[len(EDITION) // 2 :] + " " + EDITION[: len(EDITION) // 2], True),
        (BOOK[: len(BOOK) // 4], False),  # a chapter of the book
        (BOOK.replace("the keeper of", "what was seen by").replace("wrote", "put down"), False),
        ("", False),
    ],
)
def test_two_books_are_known_for_versions_before_they_are_compared(
    right: str, are_versions: bool
) -> None:
    assert are_surely_versions(article(BOOK), article(right)) is are_versions


def test_two_languages_are_never_known_for_versions_by_their_words() -> None:
    assert not are_surely_versions(article(BOOK), article(BOOK, language="de"))


SONG = """The kettle sings before the dawn,
A coat hangs drying on the door,
And someone counts the coins again
That bought the oil and nothing more.
The road runs white beyond the hill,
The dog has heard a distant wheel,
And all the house is holding still
To learn what morning will reveal.
"""


def test_a_poem_with_other_line_breaks_is_a_version() -> None:
    halves = []
    for line in SONG.replace("distant", "far-off").splitlines():
        words = line.split()
        halves += [" ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :])]
    ours, theirs = article(SONG), article("\n".join(halves))
    found = compare(ours, theirs)
    assert found.relation is Relation.VERSIONS
    changed = [change.left.of(ours.text) for change in find_changes(ours, theirs).changes]
    assert changed == ["The dog has heard a distant wheel,"]
