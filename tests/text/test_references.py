# SPDX-License-Identifier: MIT
"""The works that a paper lists are told from what it says."""

from __future__ import annotations

import pytest

from diptych.text.article import Article, Block, BlockKind, Span
from diptych.text.references import work_numbers


def paper(*parts: tuple[BlockKind, str]) -> Article:
    blocks, at = [], 0
    for kind, words in parts:
        blocks.append(Block(kind, Span(at, at + len(words)), level=int(kind is BlockKind.HEADING)))
        at += len(words) + 2
    return Article("\n\n".join(words for _, words in parts), tuple(blocks), "t", "0" * 64)


def works(article: Article) -> list[str]:
    return [article.blocks[number].span.of(article.text) for number in work_numbers(article)]


HEADING, PARAGRAPH = BlockKind.HEADING, BlockKind.PARAGRAPH
WORK = "[1] Holm, I. (2011). Tides of the inner harbour. Coast 4, 1–9."


@pytest.mark.parametrize(
    "heading",
    ["References", "7. Literature cited", "Literaturverzeichnis:", "参考文献", "Литература"],
)
def test_what_stands_under_the_heading_of_a_list_of_works_is_one(heading: str) -> None:
    article = paper((PARAGRAPH, "The quay sinks."), (HEADING, heading), (PARAGRAPH, WORK))
    assert works(article) == [WORK]


def test_the_list_of_works_ends_at_the_next_heading() -> None:
    appendix = (HEADING, "Appendix"), (PARAGRAPH, "In 2011 the quay sank.")
    article = paper((HEADING, "References"), (PARAGRAPH, WORK), *appendix)
    assert works(article) == [WORK]


def test_prose_after_the_list_of_works_is_no_work() -> None:
    prose = "The author thanks the harbour master, who let her read the books of the quay."
    article = paper((HEADING, "References"), (PARAGRAPH, WORK), (PARAGRAPH, prose))
    assert works(article) == [WORK]


def test_a_paragraph_that_speaks_of_sources_lists_no_works() -> None:
    article = paper((PARAGRAPH, "Sources say that in 2011 the quay sank."), (PARAGRAPH, WORK))
    assert works(article) == []
