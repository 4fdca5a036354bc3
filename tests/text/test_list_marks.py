# SPDX-License-Identifier: MIT
"""Lists count, and what brings its own mark gets no second one."""

from __future__ import annotations

import pytest

from diptych.text.article import Block, BlockKind, Span
from diptych.text.list_marks import GOES_ON, counted, mark_before


@pytest.mark.parametrize(
    ("number", "style", "said"),
    [
        (4, "1", "4"),
        (1, "a", "a"),
        (27, "A", "AA"),
        (702, "a", "zz"),
        (703, "a", "aaa"),
        (1994, "i", "mcmxciv"),
        (0, "i", "0"),
        (-2, "a", "-2"),
        (4000, "I", "4000"),
    ],
)
def test_a_list_counts_in_figures_letters_or_roman(number: int, style: str, said: str) -> None:
    assert counted(number, style) == said


@pytest.mark.parametrize(
    ("kind", "mark", "words", "shown"),
    [
        (BlockKind.LIST_ITEM, "", "a crew", "•"),
        (BlockKind.LIST_ITEM, "3.", "a crew", "3."),
        (BlockKind.LIST_ITEM, "3.", "7) a crew", ""),
        (BlockKind.LIST_ITEM, "", "- a crew", ""),
        (BlockKind.LIST_ITEM, GOES_ON, "a crew", ""),
        (BlockKind.PARAGRAPH, "", "a crew", ""),
    ],
)
def test_an_item_shows_one_mark(kind: BlockKind, mark: str, words: str, shown: str) -> None:
    assert mark_before(Block(kind, Span(0, len(words)), mark=mark), words) == shown
