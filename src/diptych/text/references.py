# SPDX-License-Identifier: MIT
"""The list of works at the end of a paper: where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from diptych.patterns import late_pattern
from diptych.text.article import Article, BlockKind, BlockState
from diptych.text.lexicon import lines_of_all

_LONGEST_HEADING = 60
# “7. References”, “IV) Sources”: before the words of the heading
_NUMBER = late_pattern(r"^\s*(?:\d{1,2}|[IVX]{1,5})?[.)]?\s*")
# [3] Adams, R.; 3. Adams, R.; Adams, R. (2014), Adams R, Lee K. 2014, (Adams 2014)
YEAR = late_pattern(r"(?<!\d)(?:1[5-9]|20)\d\d[a-z]?(?![\dA-Za-z])")
MARK = late_pattern(r"\s*(?:[\[［【]\w{1,12}[\]］】]\s?|\d{1,3}\.\s)")
# The line of a work, where several stand in one paragraph: its mark, or "Adams, R"
BEGINS_WORK = late_pattern(
    r"\s*(?:[\[［【]\w{1,12}[\]］】]|\d{1,3}\.\s|[-*•]\s|[^\W\d_a-z]\w+,\s[^\W\d_a-z])"
)
_LONGEST_WORK = 600


def work_numbers(article: Article) -> tuple[int, ...]:
    """Return the numbers of the blocks under a heading such as "References".

    Each is a work or a part of one.
    """
    return tuple(_works(article))


def _works(article: Article) -> Iterator[int]:
    text = article.text
    is_among = False
    for number, block in enumerate(article.blocks):
        if block.kind is BlockKind.HEADING or _is_heading(block.span.of(text)):
            is_among = _is_heading(block.span.of(text))
        elif is_among and block.state is BlockState.SHOWN:
            if _may_be_work(block.span.of(text)):
                yield number
            else:
                is_among = False


def _is_heading(text: str) -> bool:
    if len(text) > _LONGEST_HEADING:
        return False
    said = _NUMBER.sub("", text.lstrip("# ")).strip(" .:：*_\n").casefold()
    return said in _headings()


@cache
def _headings() -> frozenset[str]:
    return frozenset(lines_of_all("references"))


def _may_be_work(text: str) -> bool:
    """Tell whether a paragraph reads as a work of the list, and not as what follows the list."""
    works = sum(bool(BEGINS_WORK.match(line)) for line in text.split("\n"))
    return len(text) <= _LONGEST_WORK * max(1, works) and bool(
        YEAR.search(text) or MARK.match(text)
    )
