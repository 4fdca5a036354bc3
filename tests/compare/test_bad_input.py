# SPDX-License-Identifier: MIT
"""Odd articles are compared without an error, with a sensible answer and bounded work."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from tests.compare.articles import article

from diptych.compare.comparison import Comparison, Options, Relation, compare
from diptych.compare.reading import read
from diptych.compare.same_claim import score_cells
from diptych.compare.same_facts import FactTable
from diptych.errors import CompareError
from diptych.text.article import Article, BlockState

PROSE = """The harbour board met on Monday evening in a crowded hall.
Members approved the new ferry terminal by nine votes to four.
The work will cost 14 million pounds and take three years."""
RUSSIAN = "Совет проголосовал за новый порт.\nРыбаки боятся за устриц.\n"
EMOJI = "😀 😀😀. 🎉🎉! "
PAIRS_A_PASSAGE = 60  # scored, where not every pair is

# What grows without end: so many copies of each.
REPEATED = {
    "equal sentences": "The sea is blue. ",
    "equal sentences with facts": "On 3 June 2021 some 41,000 tons of salt reached Gull Point. ",
    "two sentences in turn": "The sea is blue. The old quay at Gull Point is closed. ",
    "one endless sentence": "word and other thing ",
    "numbers": "1 2 3 4 5 6 7 8 9. ",
    "emoji": EMOJI,
    "one-word lines": "word\nthing\n",
}


def compared(left: str, right: str, **options: bool) -> Comparison:
    return compare(article(left), article(right), Options(**options))


def pairs_scored(left: Article, right: Article) -> int:
    first, second = read(left), read(right)
    return len(score_cells(first, second, FactTable(first, second)).rows)


def calls_made(work: Callable[[], object]) -> int:
    """Return how many functions were called: time that no other program disturbs."""
    count = 0

    def take(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(take)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("other", ["", PROSE])
def test_empty_article_has_nothing_in_common(other: str) -> None:
    comparison = compared("", other)
    assert comparison.matches == ()
    assert len(comparison.only_right) == len(comparison.right_passages)


def test_one_sentence_meets_its_like() -> None:
    (match,) = compared("The sea is blue.", "The sea is blue.").matches
    assert match.shown and match.left == match.right


def test_one_sentence_meets_its_like_among_others() -> None:
    best = compared("The new ferry terminal was approved by members.", PROSE).matches[0]
    assert PROSE[best.right.start :].startswith("Members approved")


def test_same_article_twice_is_one_text_all_of_it_matched() -> None:
    text = "\n".join(f"Sentence {n} speaks of the quay and of boat {n * 7}." for n in range(30))
    comparison = compared(text, text)
    assert comparison.relation is Relation.VERSIONS
    assert comparison.coverage_left == comparison.coverage_right == 1.0
    assert all(m.left == m.right for m in comparison.matches if m.shown and m.strength == 1.0)


def test_no_common_language_has_nothing_in_common() -> None:
    left, right = article(RUSSIAN * 20, language="ru"), article(PROSE * 20)
    assert not any(match.shown for match in compare(left, right).matches)


def test_numbers_alone_are_compared() -> None:
    comparison = compared("1 2 3 4 5 6 7 8 9. " * 200, "3 4 5 6 7 8. " * 200)
    assert comparison.left_passages and 0 <= comparison.coverage_left <= 1


def test_emoji_alone_say_nothing() -> None:
    assert compared(EMOJI * 500, EMOJI * 400).matches == ()


def test_signs_alone_say_nothing() -> None:
    assert compared("?!… — «»“", "\u200b \ufeff").matches == ()


def test_word_of_twenty_thousand_letters_is_compared() -> None:
    assert compared("a" * 20_000, "a " * 10_000).coverage_left <= 1


def test_all_furniture_has_nothing_in_common() -> None:
    folded = article(PROSE, state=BlockState.FOLDED)
    comparison = compare(folded, folded)
    assert (comparison.matches, comparison.left_passages) == ((), ())


def test_ten_thousand_equal_sentences_meet_in_order() -> None:
    text = REPEATED["equal sentences"] * 10_000
    comparison = compared(text, text)
    assert len(comparison.left_passages) == 10_000
    assert comparison.coverage_left == 1.0
    assert all(match.left == match.right for match in comparison.matches)


def test_one_sentence_of_a_megabyte_is_compared() -> None:
    text = REPEATED["one endless sentence"] * 50_000
    assert len(text) > 1_000_000
    assert compared(text, PROSE).left_passages


@pytest.mark.parametrize("text", REPEATED.values(), ids=REPEATED)
def test_twice_the_repetition_is_about_twice_the_work(text: str) -> None:
    fewer, more = (text * count for count in (1_500, 3_000))
    once = calls_made(lambda: compared(fewer, fewer))
    assert calls_made(lambda: compared(more, more)) < 2.5 * once


@pytest.mark.parametrize("text", REPEATED.values(), ids=REPEATED)
def test_pairs_scored_are_few_for_each_passage(text: str) -> None:
    made = article(text * 3_000)
    passages = len(read(made))
    assert pairs_scored(made, made) <= max(400_000, PAIRS_A_PASSAGE * passages)


def test_texts_too_long_together_are_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("diptych.compare.comparison.MOST_LETTERS", 300)

    assert compared(PROSE, RUSSIAN).matches == ()
    with pytest.raises(CompareError, match="too long to be compared"):
        compared(PROSE, PROSE)
