# SPDX-License-Identifier: MIT
"""The lists of words in one folder: added to, united, shared."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from diptych.search.spelling import suggest
from diptych.search.word_list import BrokenListError, completions, most_frequent_terms
from diptych.search.word_store import SUFFIX, WordStore


@pytest.fixture
def lists(tmp_path: Path) -> WordStore:
    return WordStore(tmp_path)


def add(lists: WordStore, *texts: str) -> None:
    for text in texts:
        lists.counter().counted([text], "en")
    lists.keep()


def words(lists: WordStore, start: str) -> Sequence[str]:
    return completions(lists.newest(), start, 10)


def test_words_are_counted_as_they_are_written(lists: WordStore) -> None:
    add(lists, "Café ferries ferry", "Ferries, ferries. 港口 1999")

    assert words(lists, "fer") == ("ferries", "ferry")
    assert words(lists, "cafe") == ("café",)
    assert words(lists, "港") == ()
    assert suggest(lists.newest(), "feries") == "ferries"
    assert most_frequent_terms(lists.newest(), "ferr", 5) == ["ferri"]


def test_counts_of_several_lists_are_added(lists: WordStore) -> None:
    add(lists, "votes votes voter voter voter")
    add(lists, "votes votes")

    assert words(lists, "vot") == ("votes", "voter")


def test_many_lists_become_one(lists: WordStore, tmp_path: Path) -> None:
    for number in range(8):
        add(lists, f"harbour vote{number}")
    assert lists.untidy() == 16

    lists.unite(lambda _: True)

    assert len(list(tmp_path.glob(f"*{SUFFIX}"))) == 1
    assert lists.untidy() == 0
    assert words(lists, "harb") == ("harbour",)
    assert len(words(lists, "vote")) == 8


def test_large_list_is_not_written_again_for_small_ones(lists: WordStore, tmp_path: Path) -> None:
    add(lists, " ".join(f"word{number}" for number in range(200)))
    (large,) = tmp_path.glob(f"*{SUFFIX}")
    for _ in range(8):
        add(lists, "harbour vote")

    lists.unite(lambda _: True)

    assert large.exists()
    assert len(list(tmp_path.glob(f"*{SUFFIX}"))) == 2


def test_words_that_left_the_library_are_forgotten(lists: WordStore) -> None:
    for _ in range(8):
        add(lists, "harbour vote")

    lists.unite(lambda term: term == "vote")

    assert words(lists, "harb") == ()
    assert words(lists, "vot") == ("vote",)


def test_lists_united_by_another_are_still_read(lists: WordStore, tmp_path: Path) -> None:
    for _ in range(8):
        add(lists, "harbour")
    assert words(lists, "harb") == ("harbour",)

    WordStore(tmp_path).unite(lambda _: True)

    assert words(lists, "harb") == ("harbour",)
    assert len(lists.newest()) == 1


def test_damaged_list_is_reported(lists: WordStore, tmp_path: Path) -> None:
    add(lists, "harbour")
    (path,) = tmp_path.glob(f"*{SUFFIX}")
    path.write_bytes(path.read_bytes()[:40])

    with pytest.raises(BrokenListError):
        WordStore(tmp_path).newest()


def test_all_lists_are_united_where_much_was_forgotten(lists: WordStore) -> None:
    add(lists, "harbour vote")

    lists.unite(lambda term: term == "vote", every=True)

    assert words(lists, "harb") == ()
    assert words(lists, "vot") == ("vote",)


def test_changed_byte_is_noticed(lists: WordStore, tmp_path: Path) -> None:
    add(lists, "harbour vote")
    assert lists.is_sound()
    (path,) = tmp_path.glob(f"*{SUFFIX}")
    content = path.read_bytes()
    path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))

    assert not lists.is_sound()
