# SPDX-License-Identifier: MIT
"""Paragraphs are counted as a listener would count them."""

from __future__ import annotations

from diptych.text.article import BlockKind, BlockState
from diptych.ui.desk.paragraphs import Paragraphs
from made_articles import article_of, folded


def test_the_title_and_what_is_folded_do_not_count() -> None:
    title = ("The vote", BlockKind.TITLE, BlockState.SHOWN)
    article = article_of([title, folded("Share"), "First.", "Second.", folded("Menu"), "Third."])
    numbers = Paragraphs(article)

    places = [article.text.index(word) for word in ("The", "First", "Second", "Third")]
    assert [numbers.number_at(place) for place in places] == [1, 1, 2, 3]
