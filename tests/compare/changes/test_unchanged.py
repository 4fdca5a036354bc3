# SPDX-License-Identifier: MIT
"""Passages that nobody has touched are found without reading their words."""

from __future__ import annotations

from diptych.compare.changes.unchanged import unchanged

TEXT = ["The ferry left.", "It was late.", "Nobody minded.", "The pier is shut.", "So it stays."]


def test_a_text_without_a_change_stands_from_end_to_end() -> None:
    assert unchanged(TEXT, TEXT) == [(n, n) for n in range(5)]


def test_rows_go_on_behind_what_was_put_in() -> None:
    assert unchanged(TEXT[:3], ["New.", *TEXT[:3]]) == [(0, 1), (1, 2), (2, 3)]


def test_a_single_equal_sentence_holds_nothing() -> None:
    assert unchanged(TEXT, ["Other.", TEXT[1], "Another.", TEXT[0]]) == []


def test_a_sentence_that_stands_twice_marks_no_place() -> None:
    assert unchanged(["A.", *TEXT[:3]], ["A.", *TEXT[:3], "A."]) == [(1, 1), (2, 2), (3, 3)]


def test_of_two_rows_that_changed_places_the_longer_stays() -> None:
    long = [f"{sentence} And more of it was said." for sentence in TEXT]
    assert unchanged([*TEXT[:3], *long], [*long, *TEXT[:3]]) == [(n + 3, n) for n in range(5)]
