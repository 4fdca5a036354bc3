# SPDX-License-Identifier: MIT
"""Paragraphs are counted as a reader would with a finger, the same wherever they are told."""

from __future__ import annotations

from dataclasses import replace

from diptych.text.article import Article, BlockKind, BlockState
from diptych.text.paragraphs import Paragraphs
from made_articles import article_of, heading

TEXTS = [heading("Boats"), "A ferry sails.", "It is late.", heading("Piers"), "Two."]


def starts_of(article: Article) -> list[int]:
    return [block.span.start for block in article.blocks]


def test_headings_are_not_counted() -> None:
    article = article_of(TEXTS)
    counted = Paragraphs(article)

    assert [counted.number_at(start) for start in starts_of(article)] == [0, 1, 2, 0, 3]
    assert [counted.last_at(start) for start in starts_of(article)] == [1, 1, 2, 2, 3]
    assert counted.number_at(article.blocks[4].span.end - 1) == 3


def test_furniture_is_passed_over_also_where_it_is_shown() -> None:
    article = article_of(TEXTS)
    blocks = list(article.blocks)
    blocks[1] = replace(blocks[1], state=BlockState.FOLDED, reason="share buttons")
    folded = replace(article, blocks=tuple(blocks))
    blocks[1] = replace(blocks[1], state=BlockState.SHOWN)  # by the reader; its reason stays
    shown = replace(article, blocks=tuple(blocks))

    for each in (folded, shown):
        numbers = [Paragraphs(each).number_at(start) for start in starts_of(each)]
        assert numbers == [0, 0, 1, 0, 2]


def test_an_article_of_nothing_has_no_paragraph() -> None:
    nothing = replace(article_of(["A ferry sails."]), blocks=())

    assert (Paragraphs(nothing).number_at(0), Paragraphs(nothing).last_at(0)) == (0, 1)


def test_a_table_is_no_paragraph() -> None:
    article = article_of(TEXTS)
    blocks = list(article.blocks)
    blocks[2] = replace(blocks[2], kind=BlockKind.TABLE)
    counted = Paragraphs(replace(article, blocks=tuple(blocks)))

    assert counted.number_at(blocks[2].span.start) == 0
    assert counted.last_at(blocks[2].span.start) == 1
