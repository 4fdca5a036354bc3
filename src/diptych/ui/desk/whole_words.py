# SPDX-License-Identifier: MIT
"""A selection widened to whole words, for what is kept of it."""

from __future__ import annotations

from unicodedata import name

from diptych.text.article import Span
from diptych.text.sides import SIDES, Side
from diptych.ui.desk.pair_state import PairState
from diptych.ui.desk.texts import Texts

# Written without spaces between words: there is no telling where one ends.
_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR")


def whole_words(text: str, span: Span) -> Span:
    """Return a span that cuts no word in half; an empty one stays as it is."""
    start, end = span.start, span.end
    if start == end:
        return span
    while start > 0 and _joined(text[start - 1], text[start]):
        start -= 1
    while end < len(text) and _joined(text[end - 1], text[end]):
        end += 1
    return Span(start, end)


def selected_words(texts: Texts, pair: PairState) -> list[tuple[Side, Span]]:
    """Return what is selected on each side that has a selection, in whole words."""
    return [
        (side, whole_words(pinned.article.text, span))
        for side in SIDES
        if (span := texts.selected_span(side)) is not None
        and (pinned := pair.sides[side]) is not None
    ]


def _joined(one: str, other: str) -> bool:
    return all(c.isalnum() and not name(c, "").startswith(_UNSPACED) for c in (one, other))
