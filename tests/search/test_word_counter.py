# SPDX-License-Identifier: MIT
"""Texts said in terms, and their words counted as they are written."""

from __future__ import annotations

from diptych.search.word_counter import WordCounter
from diptych.search.word_list import completions, most_frequent_terms
from diptych.text.terms import NO_TERM


def test_terms_stand_at_the_places_of_their_words() -> None:
    said, nothing = WordCounter().placed([("Two ferries’ e-mail", "’s port"), ()], "en")
    placed = said.split(" ")

    assert placed[:6] == ["two", "ferri", "e", "mail", NO_TERM, "email"]
    assert placed[-2:] == ["s", "port"]
    assert len(placed) > 100
    assert nothing == ""


def test_counting_starts_from_nothing_after_each_list() -> None:
    counter = WordCounter()
    counter.counted(["harbour"], "en")
    counter.list()
    counter.counted(["vote"], "en")

    assert completions([counter.list()], "har", 5) == ()


def test_words_of_an_unfinished_build_are_listed_once_and_counted_to_its_end() -> None:
    counter = WordCounter()
    parts = ["votes voter voter", "votes votes harbour", "votes"]
    listed = []
    for text in parts:
        counter.counted([text], "en")
        listed.append(counter.list(only_new=True))
    assert [[form for (form, _), _ in part.entries()] for part in listed] == [
        [b"voter", b"votes"],
        [b"harbour"],
        [],
    ]

    listed.append(counter.list())

    assert completions(listed, "vot", 5) == ("votes", "voter")
    assert completions(listed, "har", 5) == ("harbour",)
    assert most_frequent_terms(listed, "vote", 5) == ["vote", "voter"]


def test_each_text_is_said_by_itself() -> None:
    texts = ["", "The U.S. vote", "", "\x1f O\x1eNeill's J.K. Rowling", "хлеб и hafen\n"]
    together = WordCounter().counted(texts, "en")

    assert together == [said for text in texts for said in WordCounter().counted([text], "en")]
    assert together[:2] == ["", "the us vote"]


def test_every_word_is_counted_however_many_there_are() -> None:
    counter = WordCounter()
    counter.counted(["harbour vote " * 1_500_000, "vote"], "en")
    counter.counted(["vote"], "en")

    counts = {form: count for (form, _), count in counter.list().entries()}

    assert counts == {b"harbour": 1_500_000, b"vote": 1_500_002}
