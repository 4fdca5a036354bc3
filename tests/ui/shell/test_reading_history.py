# SPDX-License-Identifier: MIT
"""What is remembered of articles and pairs that were read."""

from __future__ import annotations

from diptych.settings import ReadingHistory
from diptych.ui.desk.trail import BEGINNING, Top
from diptych.ui.shell.reading_history import (
    MOST_PLACES,
    PairProgress,
    pairs_of,
    place_in,
    with_pair,
    with_place,
    without_pair,
)


def test_place_is_found_again() -> None:
    assert place_in(with_place(ReadingHistory(), "ab", Top(120)), "ab") == Top(120)


def test_a_place_is_kept_to_the_pixel() -> None:
    assert place_in(with_place(ReadingHistory(), "ab", Top(120, 17)), "ab") == Top(120, 17)


def test_new_article_begins_at_its_start() -> None:
    assert place_in(ReadingHistory(), "ab") == BEGINNING


def test_newer_place_replaces_the_older() -> None:
    history = with_place(with_place(ReadingHistory(), "ab", Top(120)), "ab", Top(7, 3))
    assert history.places == ("ab 7 3",)


def test_start_of_an_article_is_not_worth_keeping() -> None:
    assert with_place(with_place(ReadingHistory(), "ab", Top(120)), "ab", BEGINNING).places == ()


def test_oldest_places_are_forgotten() -> None:
    history = ReadingHistory(tuple(f"a{n} 1" for n in range(MOST_PLACES)))
    assert len(with_place(history, "new", Top(5)).places) == MOST_PLACES


def test_pair_comes_back_with_its_progress() -> None:
    pair = PairProgress("ab", "cd", 17, 9, 3)
    assert pairs_of(with_pair(ReadingHistory(), pair)) == [pair]


def test_pair_read_again_moves_to_the_head() -> None:
    history = with_pair(with_pair(ReadingHistory(), PairProgress("a", "b")), PairProgress("c", "d"))
    newest = pairs_of(with_pair(history, PairProgress("a", "b", 4)))
    assert newest == [PairProgress("a", "b", 4), PairProgress("c", "d")]


def test_a_pair_is_left_out_whichever_way_round_it_was_read() -> None:
    history = with_pair(with_pair(ReadingHistory(), PairProgress("a", "b")), PairProgress("c", "d"))
    assert pairs_of(without_pair(history, frozenset("ba"))) == [PairProgress("c", "d")]


def test_damaged_lines_are_left_out() -> None:
    assert pairs_of(ReadingHistory(pairs=("a b 1 2", "a b x y z", "", "a b 1 2 3"))) == [
        PairProgress("a", "b", 1, 2, 3)
    ]
    assert place_in(ReadingHistory(places=("a", "a x", "a 4 x", "a 1 2 3", "a 4")), "a") == Top(4)


def test_a_swapped_pair_is_the_same_pair() -> None:
    history = with_pair(
        with_pair(ReadingHistory(), PairProgress("a", "b")), PairProgress("b", "a", 3)
    )
    assert pairs_of(history) == [PairProgress("b", "a", 3)]
