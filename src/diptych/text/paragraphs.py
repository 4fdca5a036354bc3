# SPDX-License-Identifier: MIT
"""Which paragraph of an article a place is in."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from diptych.text.article import Article, Block, BlockKind, BlockState

_COUNTED = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE})


class Paragraphs:
    """Numbers the paragraphs of an article from 1, as a reader would with a finger.

    Furniture is passed over, also where this reader has it shown: others count without
    it. In a heading or a table a number of paragraphs would mislead.
    """

    def __init__(self, article: Article) -> None:
        self._article = article
        self._counts = list(accumulate(map(_is_counted, article.blocks)))
        self._holds = [_is_counted(block) for block in article.blocks]

    def number_at(self, place: int) -> int:
        """Return the number of the paragraph that holds a place, 0 where none does."""
        at = block_at(self._article, place)
        return self._counts[at] if at >= 0 and self._holds[at] else 0

    def last_at(self, place: int) -> int:
        """Return the number of the last paragraph that begins at or before a place, at least 1."""
        at = block_at(self._article, place)
        return max(self._counts[at], 1) if at >= 0 else 1


def block_at(article: Article, place: int) -> int:
    """Return the block that begins at or before a place, -1 for none."""
    return bisect_right(article.blocks, place, key=lambda block: block.span.start) - 1


def _is_counted(block: Block) -> bool:
    # A line that the reader has shown keeps the reason why it was not.
    return block.state is BlockState.SHOWN and not block.reason and block.kind in _COUNTED
