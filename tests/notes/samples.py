# SPDX-License-Identifier: MIT
"""A small invented article, anchors in it, and a clock."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta

from diptych.notes.anchor import Anchor, anchor_for
from diptych.text.article import Article, Block, BlockKind, Span
from diptych.text.sides import Side

TEXT = """Quay to close for repairs

The old quay will close in May. Divers found cracks in nine of its forty piles.

The mayor called the closure unavoidable. She promised a bus along the shore.

Fishermen doubt the date. One of them said the piles had been cracked for years."""


def article(text: str = TEXT, title: str = "Quay to close for repairs") -> Article:
    """Return an article whose paragraphs are parted by blank lines."""
    blocks, place = [], 0
    for part in text.split("\n\n"):
        kind = BlockKind.PARAGRAPH if place else BlockKind.TITLE
        blocks.append(Block(kind, Span(place, place + len(part))))
        place += len(part) + 2
    return Article(
        text=text,
        blocks=tuple(blocks),
        title=title,
        content_hash=hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(),
        authors=("Ida Holm",),
        date="2025-02-14",
        source="The Tide",
    )


def anchor(quote: str, text: str = TEXT, side: Side = Side.LEFT, nth: int = 0) -> Anchor:
    """Anchor the ``nth`` occurrence of ``quote``."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    return anchor_for(article(text), Span(start, start + len(quote)), side=side, path="/a/quay.txt")


class Clock:
    """A clock that goes on by a second each time it is read."""

    def __init__(self) -> None:
        self.time = datetime(2026, 3, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.time += timedelta(seconds=1)
        return self.time
