# SPDX-License-Identifier: MIT
"""What a translation of running text leaves out or tells otherwise, sentence by sentence.

``bakery`` and ``council`` hold a text of our own each in eight and nine languages, a sentence
a line and a blank line between paragraphs. Their sentences are near one another in meaning
and full of figures.
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

TEXTS = Path(__file__).parent
COUNTED = {Finding.NUMBER, Finding.DATE}
# Each text with the languages it is set against one another in.
PAIRS = [
    *(("bakery", f"en-{other}") for other in ("de", "fr", "es", "ru", "zh", "ja", "ar")),
    *(("council", f"en-{other}") for other in ("fr", "es", "it", "ru", "ar")),
    *(("bakery", "de-ru"), ("bakery", "fr-zh"), ("council", "fr-zh"), ("council", "ja-en")),
]
# "Their third", with an ending that says whose; a child of twelve, as "the second and tenth".
NOT_READ = {"ar": {"ثلثها", "الثانية عشرة"}}


def sentences(text: str, language: str) -> list[str]:
    return [line for part in paragraphs(text, language) for line in part]


def paragraphs(text: str, language: str) -> list[list[str]]:
    whole = (TEXTS / text / f"{language}.txt").read_text(encoding="utf-8")
    return [part.split("\n") for part in whole.strip().split("\n\n")]


def wrong_figures(text: str, language: str) -> list[tuple[int, str, str]]:
    told = json.loads((TEXTS / text / "wrong_figures.json").read_text(encoding="utf-8"))
    return [(number, right, instead) for number, right, instead in told[language]]


def told(lines: list[str], text: str, language: str) -> Article:
    """Return the sentences in their paragraphs; one that is empty was left out."""
    space = "" if language in ("zh", "ja") else " "
    left = iter(lines)
    parts = [[next(left) for _ in part] for part in paragraphs(text, language)]
    made = article("\n".join(space.join(filter(None, part)) for part in parts), language=language)
    return replace(made, words=len(made.text.split()))


@pytest.fixture(scope="module")
def vectors(tmp_path_factory: pytest.TempPathFactory) -> VectorStore:
    return VectorStore(tmp_path_factory.mktemp("vectors"))


def between(left: Article, right: Article, vectors: VectorStore) -> Changes:
    found = compare(left, right, Options(), meanings=made_meaning(vectors, left, right).meanings)
    return changes_of_versions(left, right, Ignored(), found.matches)


@pytest.mark.parametrize(("text", "pair"), PAIRS)
def test_a_faithful_translation_has_nothing_to_check(
    text: str, pair: str, vectors: VectorStore
) -> None:
    left, right = (told(sentences(text, each), text, each) for each in pair.split("-"))
    assert between(left, right, vectors).changes == ()


@pytest.mark.parametrize("number", [1, 2, 3, 7])
@pytest.mark.parametrize(("text", "pair"), PAIRS)
def test_the_sentence_left_out_is_told_and_none_beside_it(
    text: str, pair: str, number: int, vectors: VectorStore
) -> None:
    first, second = pair.split("-")
    here, lines = sentences(text, first), sentences(text, second)
    left, lines[number] = told(here, text, first), ""
    changes = between(left, told(lines, text, second), vectors).changes
    assert [change.left.of(left.text).strip() for change in changes] == [here[number]]


@pytest.mark.parametrize("which", [0, 1, 2])
@pytest.mark.parametrize(("text", "pair"), PAIRS)
def test_each_figure_day_and_hour_that_is_wrong_is_told(
    text: str, pair: str, which: int, vectors: VectorStore
) -> None:
    first, second = pair.split("-")
    here, lines, wrong = sentences(text, first), sentences(text, second), set()
    left = told(here, text, first)
    # A third of them at once, so that most neighbours are as they should be.
    for number, right, instead in wrong_figures(text, second)[which::3]:
        lines[number] = lines[number].replace(right, instead, 1)
        wrong |= set() if right in NOT_READ.get(second, ()) else {number}
    changes = between(left, told(lines, text, second), vectors).changes
    # A sentence may be told as left out here and put in there: the figure is told all the same.
    places = {here.index(own) for change in changes if (own := change.left.of(left.text).strip())}
    assert places == wrong


def a_few(numbers: range, language: str, *, without: int = -1) -> Article:
    lines = [sentences("bakery", language)[n] for n in numbers if n != without]
    space = "" if language in ("zh", "ja") else " "
    made = article(space.join(lines), language=language)
    return replace(made, words=len(made.text.split()))


@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize("first", [0, 6, 9])
@pytest.mark.parametrize("pair", ["en-de", "en-ru", "en-zh"])
def test_a_few_sentences_are_set_against_their_translation(
    pair: str, first: int, count: int, vectors: VectorStore
) -> None:
    numbers = range(first, first + count)
    left, right = (a_few(numbers, language) for language in pair.split("-"))
    assert between(left, right, vectors).changes == ()


@pytest.mark.parametrize(("first", "number"), [(4, 4), (4, 6), (9, 9), (9, 12)])
@pytest.mark.parametrize("pair", ["en-fr", "en-ru", "en-zh"])
def test_of_four_sentences_the_one_left_out_is_told(
    pair: str, first: int, number: int, vectors: VectorStore
) -> None:
    ours, theirs = pair.split("-")
    numbers = range(first, first + 4)
    left, right = a_few(numbers, ours), a_few(numbers, theirs, without=number)
    changes = between(left, right, vectors).changes
    assert [change.left.of(left.text).strip() for change in changes] == [
        sentences("bakery", ours)[number]
    ]
