# SPDX-License-Identifier: MIT
"""Words of one language as numbers, found many at once."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.search import known_words
from diptych.search.known_words import TEXT_END, KnownWords
from diptych.text.terms import NO_TERM, words_in

# Sixteen letters are compared at once: what is as long, longer, or the same up to there.
NEAR_SIXTEEN = ["a" * length for length in (7, 8, 9, 15, 16, 17, 18)]
WORD = st.text("abcäя", min_size=1, max_size=20) | st.sampled_from(NEAR_SIXTEEN)


def known(language: str = "en") -> KnownWords:
    numbers: dict[tuple[str, str], int] = defaultdict(lambda: len(numbers) + 1)
    return KnownWords(language, lambda form, term: numbers[form, term])


def said(words: KnownWords, text: str) -> list[str]:
    return words.said(words.numbers(text.encode())).split()


@given(st.lists(st.lists(WORD)))
def test_words_say_the_terms_they_have_one_by_one(texts: list[list[str]]) -> None:
    one_by_one, at_once = words_in("en"), known()

    for text in texts:
        assert said(at_once, " ".join(text)) == [one_by_one[word] for word in text]


def test_a_word_keeps_its_number_and_each_has_its_own() -> None:
    words = known()
    first = words.numbers(" ".join(NEAR_SIXTEEN).encode())
    again = words.numbers("  ".join(reversed(NEAR_SIXTEEN)).encode())

    assert len(set(first.tolist())) == len(NEAR_SIXTEEN)
    assert again.tolist() == first.tolist()[::-1]


def test_words_of_one_slot_stand_behind_one_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known_words, "_SPREAD_LOW", np.uint64(0))
    monkeypatch.setattr(known_words, "_SPREAD_HIGH", np.uint64(0))
    words = known("de")
    text = [f"wort{number}" for number in range(300)]

    assert said(words, " ".join(text)) == text
    assert said(words, " ".join(reversed(text))) == text[::-1]


def test_the_table_grows_with_the_words() -> None:
    words = known("de")
    text = [f"wort{number}" for number in range(20_000)]
    numbers = words.numbers(" ".join(text).encode())

    assert words.numbers(" ".join(text).encode()).tolist() == numbers.tolist()
    assert words.said(numbers).split() == text


def test_forms_of_one_spelling_share_an_entry() -> None:
    words = known()
    numbers = words.numbers("Vote vote vote's votes 票数".encode())
    entries = words.entries(numbers).tolist()

    assert entries[0] == entries[1] == entries[2] > 0
    assert entries[3] not in (0, entries[0])
    assert entries[4] == 0  # pairs of letters are no words to complete


def test_gaps_and_ends_of_texts_say_themselves_and_have_no_entry() -> None:
    words = known()
    numbers = words.numbers(f"{NO_TERM} {TEXT_END}".encode())

    assert words.said(numbers) == f"{NO_TERM} {TEXT_END} "
    assert words.entries(numbers).tolist() == [0, 0]
