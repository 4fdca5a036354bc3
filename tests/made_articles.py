# SPDX-License-Identifier: MIT
"""Articles made in memory for the tests of the window."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from diptych.text.article import (
    Article,
    Block,
    BlockKind,
    BlockState,
    Span,
    TitleSource,
)


def article_of(
    paragraphs: Sequence[str | tuple[str, BlockKind, BlockState]],
    *,
    title: str = "A title",
    title_source: TitleSource = TitleSource.METADATA,
    markup: dict[int, tuple[Span, ...]] | None = None,
) -> Article:
    """Return an article of one block a paragraph, joined by line breaks."""
    blocks, texts, place = [], [], 0
    for number, paragraph in enumerate(paragraphs):
        text, kind, state = (
            (paragraph, BlockKind.PARAGRAPH, BlockState.SHOWN)
            if isinstance(paragraph, str)
            else paragraph
        )
        span = Span(place, place + len(text))
        reason = "sign-up" if state is BlockState.FOLDED else ""
        blocks.append(Block(kind, span, 0, state, reason, markup=(markup or {}).get(number, ())))
        texts.append(text)
        place += len(text) + 1
    text = "\n".join(texts)
    return Article(
        text,
        tuple(blocks),
        title,
        hashlib.sha256(text.encode()).hexdigest(),
        title_source,
        words=len(text.split()),
    )


def folded(text: str) -> tuple[str, BlockKind, BlockState]:
    """Return a paragraph that is surely furniture."""
    return text, BlockKind.PARAGRAPH, BlockState.FOLDED


def heading(text: str) -> tuple[str, BlockKind, BlockState]:
    """Return a heading."""
    return text, BlockKind.HEADING, BlockState.SHOWN
