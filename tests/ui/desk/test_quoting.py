# SPDX-License-Identifier: MIT
"""Quotations on one line, with the marks in them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diptych.text.article import Span
from diptych.ui.desk.quoting import Quoting
from made_articles import article_of


def test_lines_are_joined_by_one_space() -> None:
    article = article_of(["The night\n   boat runs."])
    assert Quoting(article).line(Span(0, 23))[0] == "The night boat runs."


def test_markup_is_left_out_without_a_gap() -> None:
    article = article_of(["The **night**boat"], markup={0: (Span(4, 6), Span(11, 13))})
    assert Quoting(article).line(Span(0, 17), [Span(6, 11)]) == ("The nightboat", ((4, 9),))


def test_mark_beyond_the_passage_is_cut_to_it() -> None:
    article = article_of(["The night boat runs."])
    assert Quoting(article).line(Span(4, 14), [Span(0, 9)]) == ("night boat", ((0, 5),))


@given(st.text("a b\n", min_size=1), st.integers(0, 20), st.integers(0, 20))
def test_mark_holds_the_letters_it_held(text: str, start: int, end: int) -> None:
    low, high = sorted((min(start, len(text)), min(end, len(text))))
    line, marks = Quoting(article_of([text])).line(Span(0, len(text)), [Span(low, high)])
    held = "".join(line[a:b] for a, b in marks)
    assert held.replace(" ", "") == "".join(text[low:high].split())
