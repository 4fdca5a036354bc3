# SPDX-License-Identifier: MIT
"""Lines the reader wants to see although a rule took them for furniture."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import replace

from diptych.library import database
from diptych.patterns import late_pattern
from diptych.text.article import Article, Block, BlockState

EVERYWHERE = ""
ALL_LINES = "*"
_DIGITS = late_pattern(r"\d+")
_LONGEST = 200
_HIDDEN = (BlockState.FOLDED, BlockState.DIMMED)


class KeptLines:
    """What is shown after all: lines of one article, all of it, or like lines everywhere."""

    def __init__(self, library: sqlite3.Connection) -> None:
        self._library = library

    def keep(self, lines: Iterable[str], article_id: str = EVERYWHERE) -> None:
        """Show lines in one article, or lines like them in every article."""
        with database.writing(self._library):
            self._library.executemany(
                "INSERT OR IGNORE INTO kept VALUES (?, ?)",
                [(article_id, line_key(line)) for line in lines],
            )

    def drop(self, lines: Iterable[str], article_id: str = EVERYWHERE) -> None:
        """Let the rules decide again on lines that were kept."""
        with database.writing(self._library):
            self._library.executemany(
                "DELETE FROM kept WHERE id = ? AND line = ?",
                [(article_id, line_key(line)) for line in lines],
            )

    def lines(self, article_id: str) -> frozenset[str]:
        """Return the keys of the lines to show in an article."""
        rows = self._library.execute(
            "SELECT line FROM kept WHERE id IN (?, ?)", (article_id, EVERYWHERE)
        )
        return frozenset(row["line"] for row in rows)


def line_key(line: str) -> str:
    """Return what lines that are alike share: the words without case, the figures masked."""
    if line == ALL_LINES:
        return line
    # “12 comments” and “3 comments” are one line to who keeps them.
    return _DIGITS.sub("#", " ".join(line[:_LONGEST].casefold().split()))


def with_kept(article: Article, kept: frozenset[str]) -> Article:
    """Return the article with the lines shown that the reader keeps; their reason stays."""
    if not kept:
        return article
    blocks = tuple(
        replace(block, state=BlockState.SHOWN) if _is_kept(article, block, kept) else block
        for block in article.blocks
    )
    return replace(article, blocks=blocks)


def _is_kept(article: Article, block: Block, kept: frozenset[str]) -> bool:
    if block.state not in _HIDDEN:
        return False
    return ALL_LINES in kept or line_key(block.span.of(article.text)) in kept
