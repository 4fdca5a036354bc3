# SPDX-License-Identifier: MIT
"""Which lines of a text stand together as a stanza, without a gap between them."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.text.article import Article, Block, BlockKind, BlockState

LONGEST_LINE = 90  # code points; what is longer is a paragraph
MOST_LINES = 40  # of a stanza; more are a list, or a text without any blank line


def lines_that_go_on(article: Article) -> frozenset[int]:
    """Return where those lines begin right below which the next one of their stanza stands."""
    runs = list(_runs(article))
    # Blank lines part stanzas; where there are none, each line is a paragraph of its own.
    if len(runs) < 2:
        return frozenset()
    return frozenset(
        block.span.start
        for run in runs
        if len(run) <= MOST_LINES and all(len(block.span) <= LONGEST_LINE for block in run)
        for block in run[:-1]
    )


def _runs(article: Article) -> Iterator[list[Block]]:
    """Yield the paragraphs that no blank line parts in the file."""
    run: list[Block] = []
    for block in article.blocks:
        if block.kind is not BlockKind.PARAGRAPH or block.state is not BlockState.SHOWN:
            continue
        if run and article.text[run[-1].span.end : block.span.start].strip(" \t") != "\n":
            yield run
            run = []
        run.append(block)
    if run:
        yield run
