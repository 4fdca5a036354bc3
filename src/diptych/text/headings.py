# SPDX-License-Identifier: MIT
"""The headings of an article, and which of them a place stands under."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from diptych.text.article import Article, BlockKind, BlockState, Span
from diptych.text.list_marks import mark_before
from diptych.values import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; the highest ``level`` is 1, ``place`` is where its words begin.

    ``number`` stands before it and is no part of the title.
    """

    title: str
    level: int
    place: int
    number: str = ""


def headings(article: Article) -> tuple[Heading, ...]:
    """Return the headings of an article, its title not among them."""
    text = article.reading_text()
    return tuple(
        Heading(
            " ".join(words.split()),
            block.level or 1,
            _first_shown(words, block.span),
            mark_before(block, words),
        )
        for block in article.blocks
        if block.kind is BlockKind.HEADING and block.state is not BlockState.FOLDED
        for words in (block.span.of(text),)
        if words.strip()
    )


def section_at(found: Sequence[Heading], place: int) -> tuple[str, ...]:
    """Return the titles of the headings that a place stands under, the outermost first."""
    return sections(takewhile(lambda heading: heading.place <= place, found))[-1]


def sections(found: Iterable[Heading]) -> tuple[tuple[str, ...], ...]:
    """Return what ``section_at`` says before the first heading, and from each one on."""
    above: list[Heading] = []
    told: list[tuple[str, ...]] = [()]
    for heading in found:
        # It ends what stood under a heading of its own rank or a lower one.
        above = [*(each for each in above if each.level < heading.level), heading]
        told.append(tuple(each.title for each in above))
    return tuple(told)


def _first_shown(words: str, span: Span) -> int:
    """Return where a block's words begin: nobody can be taken to the hidden "## "."""
    return span.start + len(words) - len(words.lstrip())
