# SPDX-License-Identifier: MIT
"""Invented articles in the shapes that real ones come in, and short ways to read them."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.errors import ArticleError
from diptych.library.reading import article_of
from diptych.text.article import Article, Block, BlockKind, BlockState

PROSE = (
    "The council met on Tuesday to discuss the new harbour wall and what it would cost to dredge "
    "the inner basin before the winter storms. Members heard that the work would take a year."
)
PROSE_2 = (
    "Two firms have sent in their prices, and both of them ask for more than the town set aside "
    "for the wall last spring. The mayor asked for a report before anything is signed."
)
PROSE_3 = (
    "Fishermen at the quay say that the wall would come too late for them, whatever it costs, "
    "because the boats that need it most have already been sold to owners further south."
)
BODY = f"{PROSE}\n\n{PROSE_2}\n\n{PROSE_3}\n"


def article_from(content: str | bytes, name: str = "article.txt") -> Article:
    """Return the article in ``content``, as if it were a file of that name."""
    encoded = content.encode() if isinstance(content, str) else content
    return article_of(encoded, Path(name))


def seen(article: Article, block: Block) -> str:
    """Return what the reader sees of a block."""
    return " ".join(block.span.of(article.reading_text()).split())


def texts(
    article: Article, kind: BlockKind | None = None, state: BlockState | None = None
) -> list[str]:
    """Return what the reader sees of the blocks of a kind, or in a state."""
    return [
        seen(article, block)
        for block in article.blocks
        if kind in (None, block.kind) and state in (None, block.state)
    ]


def marks(article: Article) -> list[str]:
    """Return the numbers before the items of the article's lists."""
    return [block.mark for block in article.blocks if block.kind is BlockKind.LIST_ITEM]


def code_of(content: bytes, name: str) -> str:
    with pytest.raises(ArticleError) as caught:
        article_from(content, name)
    return caught.value.code


def levels(article: Article) -> list[tuple[str, int, str]]:
    return [(b.kind, b.level, b.span.of(article.text)) for b in article.blocks]
