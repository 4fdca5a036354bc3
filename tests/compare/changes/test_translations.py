# SPDX-License-Identifier: MIT
"""What a translation of running text leaves out or tells otherwise, sentence by sentence.

``bakery`` holds one text of our own in eight languages, a sentence a line and a blank line
between paragraphs. Its sentences are near one another in meaning and full of figures.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.compare.articles import article

from diptych.compare.changes.values import Changes, Finding, Ignored
from diptych.compare.comparison import compare
from diptych.compare.values import Options
from diptych.meaning.store import VectorStore
from diptych.services.changes import changes_of_versions
from diptych.services.comparing import made_meaning
from diptych.text.article import Article

TEXTS = Path(__file__).parent / "bakery"
WRONG = json.loads((TEXTS / "wrong_figures.json").read_text(encoding="utf-8"))
PAIRS = ["en-de", "en-fr", "en-es", "en-ru", "en-zh", "en-ja", "en-ar", "de-ru", "fr-zh"]
COUNTED = {Finding.NUMBER, Finding.DATE}
# "Their third" with an ending that says whose, and an hour that is told as "the third".
NOT_READ = {"ar": {"ثلثها", "الثالثة"}}


def sentences(language: str) -> list[str]:
    text = (TEXTS / f"{language}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line]


def told(lines: list[str], language: str) -> Article:
    """Return the sentences as three paragraphs; one that is empty was left out."""
    space = "" if language in ("zh", "ja") else " "
    parts = (lines[:4], lines[4:9], lines[9:])
    made = article("\n".join(space.join(filter(None, part)) for part in parts), language=language)
    return replace(made, words=len(made.text.split()))


@pytest.fixture(scope="module")
def vectors(tmp_path_factory: pytest.TempPathFactory) -> VectorStore:
    return VectorStore(tmp_path_factory.mktemp("vectors"))


def between(left: Article, right: Article, vectors: VectorStore) -> Changes:
    found = compare(left, right, Options(), meanings=made_meaning(vectors, left, right).meanings)
    return changes_of_versions(left, right, Ignored(), found.matches)


@pytest.mark.parametrize("pair", PAIRS)
def test_a_faithful_translation_has_nothing_to_check(pair: str, vectors: VectorStore) -> None:
    left, right = (told(sentences(language), language) for language in pair.split("-"))
    assert between(left, right, vectors).changes == ()


@pytest.mark.parametrize("number", [1, 2, 3, 7])
@pytest.mark.parametrize("pair", PAIRS)
def test_the_sentence_left_out_is_told_and_none_beside_it(
    pair: str, number: int, vectors: VectorStore
) -> None:
    first, second = pair.split("-")
    left, lines = told(sentences(first), first), sentences(second)
    lines[number] = ""
    changes = between(left, told(lines, second), vectors).changes
    assert [change.left.of(left.text).strip() for change in changes] == [sentences(first)[number]]


@pytest.mark.parametrize("which", [0, 1, 2])
@pytest.mark.parametrize("pair", PAIRS)
def test_each_figure_day_and_hour_that_is_wrong_is_told(
    pair: str, which: int, vectors: VectorStore
) -> None:
    first, second = pair.split("-")
    left, lines, wrong = told(sentences(first), first), sentences(second), set()
    # A third of them at once, so that most neighbours are as they should be.
    for number, right, instead in WRONG[second][which::3]:
        lines[number] = lines[number].replace(right, instead, 1)
        wrong |= set() if right in NOT_READ.get(second, ()) else {number}
    changes = between(left, told(lines, second), vectors).changes
    places = {sentences(first).index(change.left.of(left.text).strip()) for change in changes}
    assert places == wrong
