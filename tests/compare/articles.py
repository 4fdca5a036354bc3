# SPDX-License-Identifier: MIT
"""Articles made of lines, for the tests of this room."""

from __future__ import annotations

import hashlib

from diptych.text.article import Article, Block, BlockKind, BlockState, Span


def article(
    text: str, *, language: str = "en", date: str = "", state: BlockState = BlockState.SHOWN
) -> Article:
    """Return an article whose every line is a paragraph, "- " lines list items."""
    blocks = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            is_item = line.startswith("- ")
            kind = BlockKind.LIST_ITEM if is_item else BlockKind.PARAGRAPH
            span = Span(at, at + len(line))
            blocks.append(Block(kind, span, level=int(is_item), state=state))
        at += len(line) + 1
    return Article(
        text,
        tuple(blocks),
        "t",
        hashlib.sha256(text.encode()).hexdigest(),
        language=language,
        date=date,
    )
