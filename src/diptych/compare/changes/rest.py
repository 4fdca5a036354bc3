# SPDX-License-Identifier: MIT
"""What no word joins in two versions, as articles of their own that can be compared.

To compare two whole books takes ten times as long as to set them against each other
word by word, and of what words have joined it tells nothing new.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from hashlib import sha256

from diptych.compare.values import Match
from diptych.text.article import Article, Block, Passage, Span

MatchesOf = Callable[[Article, Article], Sequence[Match]]
"""Compares two articles and returns their matches, the surest first."""

_BETWEEN = "\n\n"


def matches_of_rest(
    articles: tuple[Article, Article],
    passages: tuple[Sequence[Passage], Sequence[Passage]],
    matches_of: MatchesOf,
) -> list[Match]:
    """Return what joins the passages left over, at their places in the whole articles."""
    if not all(passages):
        return []
    left, right = (_Rest(*side) for side in zip(articles, passages, strict=True))
    return [
        replace(match, left=left.in_whole(match.left), right=right.in_whole(match.right))
        for match in matches_of(left.article, right.article)
    ]


class _Rest:
    """Some passages of an article, each a block of its own so that it stays one passage."""

    def __init__(self, whole: Article, passages: Sequence[Passage]) -> None:
        text = whole.reading_text()
        blocks: list[Block] = []
        at = 0
        for passage in passages:
            span = Span(at, at + len(passage.span))
            blocks.append(replace(whole.blocks[passage.block], span=span, markup=()))
            at = span.end + len(_BETWEEN)
        told = _BETWEEN.join(passage.span.of(text) for passage in passages)
        self._starts = [block.span.start for block in blocks]
        self._origins = [passage.span.start for passage in passages]
        # Vectors are remembered by this name, and those of the whole are not its own.
        name = sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
        self.article = replace(
            whole, text=told, blocks=tuple(blocks), content_hash=name, words=len(told.split())
        )

    def in_whole(self, span: Span) -> Span:
        """Return the place in the whole article of a span, from its first to its last word."""
        return Span(self._place(span.start), self._place(max(span.start, span.end - 1)) + 1)

    def _place(self, at: int) -> int:
        number = bisect_right(self._starts, at) - 1
        return self._origins[number] + at - self._starts[number]
