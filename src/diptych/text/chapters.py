# SPDX-License-Identifier: MIT
"""The chapters of a long article, and a chapter as an article of its own."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace

from diptych.text.article import Article, Block, BlockKind, BlockState, Span, TitleSource
from diptych.text.tokens import count_words
from diptych.values import dataclass

LONG_CHAPTER = 300  # words; a shorter one is read in its place


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of an article under one of its main headings; ``number`` counts from 1."""

    number: int
    title: str
    span: Span
    words: int

    @property
    def is_long(self) -> bool:
        """Tell whether the chapter can be opened as an article of its own."""
        return self.words >= LONG_CHAPTER


def chapters(article: Article) -> tuple[Chapter, ...]:
    """Return the parts between the main headings; none for an undivided article."""
    starts = _main_headings(article)
    # One heading above everything divides nothing.
    if len(starts) < 2:
        return ()
    ends = [*(article.blocks[index].span.start for index in starts[1:]), len(article.text)]
    text = article.reading_text()
    found = []
    for number, (index, end) in enumerate(zip(starts, ends, strict=True), start=1):
        span = Span(article.blocks[index].span.start, end)
        title = " ".join(article.blocks[index].span.of(text).split())
        found.append(Chapter(number, title, span, count_words(span.of(text))))
    return tuple(found)


def chapter_article(article: Article, chapter: Chapter) -> Article:
    """Return a chapter as an article; its identity is the book's and its own number."""
    start = chapter.span.start
    text = chapter.span.of(article.text).rstrip()
    blocks = [_moved(block, start) for block in article.blocks if chapter.span.contains(block.span)]
    blocks[0] = replace(blocks[0], kind=BlockKind.TITLE, level=0)
    # A book with one changed letter gives other chapters; notes find their words by the quote.
    identity = f"{article.content_hash}#{chapter.number}".encode()
    return replace(
        article,
        text=text,
        blocks=tuple(blocks),
        title=chapter.title,
        title_source=TitleSource.TEXT,
        content_hash=hashlib.sha256(identity).hexdigest(),
        source=article.source or article.title,
        words=chapter.words,
    )


def _main_headings(article: Article) -> list[int]:
    """Return the blocks that head the chapters: headings of the highest level used twice."""
    headings = [
        (index, block.level or 1)
        for index, block in enumerate(article.blocks)
        if block.kind is BlockKind.HEADING and block.state is not BlockState.FOLDED
    ]
    counts = Counter(level for _, level in headings)
    # A level used once is the title of the book.
    level = min((level for level, count in counts.items() if count > 1), default=0)
    return [index for index, own in headings if own <= level]


def _moved(block: Block, start: int) -> Block:
    return replace(
        block,
        span=Span(block.span.start - start, block.span.end - start),
        markup=tuple(Span(mark.start - start, mark.end - start) for mark in block.markup),
    )
