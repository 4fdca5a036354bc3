# SPDX-License-Identifier: MIT
"""What is kept of a selection begins and ends with whole words."""

from __future__ import annotations

import pytest

from diptych.text.article import Span
from diptych.ui.desk.whole_words import whole_words

TEXT = "Russia has reinforced the blockade."


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("ia has reinforced the blocka", "Russia has reinforced the blockade"),
        ("has reinforced", "has reinforced"),
        (" has ", " has "),
    ],
)
def test_half_words_become_whole(cut: str, whole: str) -> None:
    start = TEXT.index(cut)
    assert whole_words(TEXT, Span(start, start + len(cut))).of(TEXT) == whole


def test_text_without_spaces_keeps_what_was_selected() -> None:
    assert whole_words("他说和平会谈明天开始", Span(2, 6)) == Span(2, 6)


def test_nothing_selected_stays_nothing() -> None:
    assert whole_words(TEXT, Span(2, 2)) == Span(2, 2)
