# SPDX-License-Identifier: MIT
"""Which lines of a text stand together as a stanza, and which line of verse each is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping

from diptych.text.article import Article, Block, BlockKind, BlockState

LONGEST_LINE = 90  # code points; what is longer is a paragraph
MOST_LINES = 40  # of a stanza; more are a list, or a text without any blank line
COUNTED = 5  # every fifth line of verse has its number beside it
_MOSTLY = 0.5  # share of the letters of an article that stand in stanzas
_LONGEST_NUMBER = 4  # digits, printed beside a line
_FEWEST_LINES = 4  # of verse that is counted


def lines_that_go_on(article: Article) -> frozenset[int]:
    """Return where those lines begin right below which the next one of their stanza stands."""
    return frozenset(block.span.start for run in _stanzas(article) for block in run[:-1])


def verse_lines(article: Article) -> Mapping[int, int]:
    """Return the number of each line of verse, from 1, by where it begins; none of prose."""
    lines = [block for run in _stanzas(article) if len(run) > 1 for block in run]
    told = sum(len(block.span) for block in lines)
    whole = sum(len(block.span) for block in article.blocks if _is_line(block))
    if len(lines) < _FEWEST_LINES or told < _MOSTLY * whole:
        return {}
    return {block.span.start: number for number, block in enumerate(lines, start=1)}


def line_at(lines: Mapping[int, int], place: int) -> int:
    """Return the number of the line of verse that begins at or before a place, 0 for none."""
    starts = list(lines)
    at = bisect_right(starts, place)
    return lines[starts[at - 1]] if at else 0


def _stanzas(article: Article) -> Iterator[list[Block]]:
    runs = list(_runs(article))
    # Blank lines part stanzas; where there are none, each line is a paragraph of its own.
    if len(runs) < 2:
        return
    for run in runs:
        if len(run) <= MOST_LINES and all(len(block.span) <= LONGEST_LINE for block in run):
            yield run


def _runs(article: Article) -> Iterator[list[Block]]:
    """Yield the paragraphs that no blank line parts in the file."""
    run: list[Block] = []
    for block in article.blocks:
        if not _is_line(block):
            continue
        if run and not _is_next_line(article.text[run[-1].span.end : block.span.start]):
            yield run
            run = []
        run.append(block)
    if run:
        yield run


def _is_next_line(between: str) -> bool:
    """Tell whether one line ends and the next begins, with no more than a printed number there."""
    number = between.strip(" \t\n")
    is_number = not number or (number.isdecimal() and len(number) <= _LONGEST_NUMBER)
    return is_number and between.count("\n") == 1


def _is_line(block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH and block.state is BlockState.SHOWN
