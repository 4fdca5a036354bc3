# SPDX-License-Identifier: MIT
"""Words with their neighbours, and passages facing each other."""

from __future__ import annotations

import pytest
from tests.search.conftest import TEXTS

from diptych.search.both import PinnedText, search_both
from diptych.search.concordance import Sorting, as_table, concordance, concordance_of_library
from diptych.search.engine import Engine
from diptych.search.indexed import IndexedArticle

LEFT = "A big harbour.\n\nThe new harbour opens. An old harbour closes."
RIGHT = "Their harbour sleeps."
PAIR = (("left", LEFT, "en"), ("right", RIGHT, "en"))


def test_every_place_has_a_line() -> None:
    found = concordance(PAIR, "harbour")

    assert [(line.article, line.left.split()[-1]) for line in found.lines] == [
        ("left", "big"),
        ("left", "new"),
        ("left", "old"),
        ("right", "Their"),
    ]
    assert found.lines[1].span.of(LEFT) == "harbour"


def test_lines_are_sorted_by_what_follows() -> None:
    found = concordance(PAIR[:1], "harbour", sorting=Sorting.RIGHT)

    assert [line.right.split()[0] for line in found.lines] == ["closes.", "opens.", "."]


def test_lines_are_sorted_by_what_goes_before() -> None:
    found = concordance(PAIR, "harbour", sorting=Sorting.LEFT)

    assert [line.left.split()[-1] for line in found.lines] == ["big", "new", "old", "Their"]


def test_phrase_and_prefix_have_lines() -> None:
    assert concordance(PAIR, '"new harbour"').total == 1
    assert concordance(PAIR, "clos*").total == 1


def test_limit_keeps_the_total() -> None:
    found = concordance(PAIR, "harbour", limit=1)

    assert (len(found.lines), found.total) == (1, 4)


def test_nothing_asked_has_no_lines() -> None:
    assert concordance(PAIR, "()").lines == ()


def test_library_gives_the_lines_of_all_its_articles(index: Engine) -> None:
    found = concordance_of_library(index, "ferry", text_of=TEXTS.__getitem__)

    assert {line.article for line in found.lines} == {"vote", "ferry"}
    assert all(line.span.of(TEXTS[line.article]).lower().startswith("ferr") for line in found.lines)


def test_table_has_a_row_for_each_line_and_no_stray_tabs() -> None:
    table = as_table(concordance((("a", "one\tharbour\ntwo", ""),), "harbour"), title_of=str)

    assert table == "Article\tBefore\tWord\tAfter\na\tone\tharbour\ttwo\n"


def test_passages_that_say_the_same_face_each_other() -> None:
    left = PinnedText("The harbour vote is in May.\n\nA ferry leaves the harbour at noon.", "en")
    right = PinnedText(
        "From the harbour a ferry goes at noon.\n\nIn May comes a harbour vote.", "en"
    )

    rows = search_both(left, right, "harbour")

    assert [(r.left and r.left.text, r.right and r.right.text) for r in rows] == [
        ("The harbour vote is in May.", "In May comes a harbour vote."),
        ("A ferry leaves the harbour at noon.", "From the harbour a ferry goes at noon."),
    ]


def test_passage_without_counterpart_stands_alone() -> None:
    rows = search_both(
        PinnedText("The harbour is deep.", "en"),
        PinnedText("Nobody bought any harbour bonds.", "en"),
        "harbour",
    )

    assert [(r.left is None, r.right is None) for r in rows] == [(True, False), (False, True)]


def test_side_without_the_words_gives_single_rows() -> None:
    assert len(search_both(PinnedText(LEFT), PinnedText("Nothing."), "harbour")) == 2
    assert search_both(PinnedText(""), PinnedText(""), "harbour") == ()


def test_articles_beyond_the_most_are_counted(
    empty_index: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("diptych.search.concordance._MOST_ARTICLES", 3)
    texts = {str(n): f"A ferry, number {n}." for n in range(5)}
    empty_index.add(IndexedArticle(key, "", text, language="en") for key, text in texts.items())

    found = concordance_of_library(empty_index, "ferry", text_of=texts.__getitem__)

    assert (found.total, found.passed_over) == (3, 2)
