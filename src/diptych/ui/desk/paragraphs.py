# SPDX-License-Identifier: MIT
"""Which paragraph of an article a place is in, counted as a listener would."""

from __future__ import annotations

from bisect import bisect_right

from diptych.text.article import Article, BlockKind, BlockState


class Paragraphs:
    """Numbers the shown blocks after the title from 1; folded ones are not counted."""

    def __init__(self, article: Article) -> None:
        self._starts = [
            block.span.start
            for block in article.blocks
            if block.state is not BlockState.FOLDED and block.kind is not BlockKind.TITLE
        ]

    def number_at(self, place: int) -> int:
        """Return the number of the paragraph that holds a place, at least 1."""
        return max(bisect_right(self._starts, place), 1)
