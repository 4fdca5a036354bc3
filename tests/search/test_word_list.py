# SPDX-License-Identifier: MIT
"""The words of a library as they are written, beside an engine that keeps terms only."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from diptych.search.answers import completions
from diptych.search.segment import BrokenSegmentError
from diptych.search.spelling import suggest
from diptych.search.word_list import SUFFIX, WordCounter, WordLists, most_frequent_terms

NOTHING = "\x1e"


@pytest.fixture
def lists(tmp_path: Path) -> WordLists:
    return WordLists(tmp_path)


def add(lists: WordLists, *texts: str) -> None:
    for text in texts:
        lists.counter().counted(text, "en")
    lists.keep()


def words(lists: WordLists, start: str) -> Sequence[str]:
    return completions(lists.newest(), start, 10)


def test_terms_stand_at_the_places_of_their_words() -> None:
    placed = WordCounter().placed(["Two ferries’ e-mail", "’s port"], "en").split(" ")

    assert placed[:6] == ["two", "ferri", "e", "mail", NOTHING, "email"]
    assert placed[-2:] == ["s", "port"]
    assert len(placed) > 100


def test_words_are_counted_as_they_are_written(lists: WordLists) -> None:
    add(lists, "Café ferries ferry", "Ferries, ferries. 港口 1999")

    assert words(lists, "fer") == ("ferries", "ferry")
    assert words(lists, "cafe") == ("café",)
    assert words(lists, "港") == ()
    assert suggest(lists.newest(), "feries") == "ferries"
    assert most_frequent_terms(lists.newest(), "ferr", 5) == ["ferri"]


def test_counting_starts_from_nothing_after_each_list() -> None:
    counter = WordCounter()
    counter.counted("harbour", "en")
    counter.list()
    counter.counted("vote", "en")

    assert completions([counter.list()], "har", 5) == ()


def test_counts_of_several_lists_are_added(lists: WordLists) -> None:
    add(lists, "votes votes voter voter voter")
    add(lists, "votes votes")

    assert words(lists, "vot") == ("votes", "voter")


def test_words_of_an_unfinished_build_are_listed_once_and_counted_to_its_end() -> None:
    counter = WordCounter()
    parts = ["votes voter voter", "votes votes harbour", "votes"]
    listed = []
    for text in parts:
        counter.counted(text, "en")
        listed.append(counter.list(only_new=True))
    assert [list(part.forms.all()) for part in listed] == [[b"voter", b"votes"], [b"harbour"], []]

    listed.append(counter.list())

    assert completions(listed, "vot", 5) == ("votes", "voter")
    assert completions(listed, "har", 5) == ("harbour",)
    assert most_frequent_terms(listed, "vote", 5) == ["vote", "voter"]


def test_many_lists_become_one(lists: WordLists, tmp_path: Path) -> None:
    for number in range(8):
        add(lists, f"harbour vote{number}")
    assert lists.untidy() == 16

    lists.unite(lambda _: True)

    assert len(list(tmp_path.glob(f"*{SUFFIX}"))) == 1
    assert lists.untidy() == 0
    assert words(lists, "harb") == ("harbour",)
    assert len(words(lists, "vote")) == 8


def test_large_list_is_not_written_again_for_small_ones(lists: WordLists, tmp_path: Path) -> None:
    add(lists, " ".join(f"word{number}" for number in range(200)))
    (large,) = tmp_path.glob(f"*{SUFFIX}")
    for _ in range(8):
        add(lists, "harbour vote")

    lists.unite(lambda _: True)

    assert large.exists()
    assert len(list(tmp_path.glob(f"*{SUFFIX}"))) == 2


def test_words_that_left_the_library_are_forgotten(lists: WordLists) -> None:
    for _ in range(8):
        add(lists, "harbour vote")

    lists.unite(lambda term: term == "vote")

    assert words(lists, "harb") == ()
    assert words(lists, "vot") == ("vote",)


def test_lists_united_by_another_are_still_read(lists: WordLists, tmp_path: Path) -> None:
    for _ in range(8):
        add(lists, "harbour")
    assert words(lists, "harb") == ("harbour",)

    WordLists(tmp_path).unite(lambda _: True)

    assert words(lists, "harb") == ("harbour",)
    assert len(lists.newest()) == 1


def test_damaged_list_is_reported(lists: WordLists, tmp_path: Path) -> None:
    add(lists, "harbour")
    (path,) = tmp_path.glob(f"*{SUFFIX}")
    path.write_bytes(path.read_bytes()[:40])

    with pytest.raises(BrokenSegmentError):
        WordLists(tmp_path).newest()
