# SPDX-License-Identifier: MIT
"""How much like running text a line is, and how it is shortened to a title."""

from __future__ import annotations

import re

LONGEST_LINE = 300  # what a rule looks at; longer lines are body
_PROSE = 120  # characters
_DERIVED_TITLE = 90
END_MARKS = (".", "!", "?", "…", "。", "！", "？", "؟", "।")
_IDEOGRAPH = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af]")
CLOSERS = "\"'”’»)]』」* "
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Dr|Mr|Mrs|Ms|Prof|Gen|Sen|Rep|Gov|St|Lt|Col|Jr|Sr|vs|No|Inc|Ltd|Co|Corp|etc|"
    r"e\.g|i\.e|approx|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)|\.[A-Z])$"
)
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’»)]*(?=\s+[“\"'«(]?[A-ZÀ-ÞА-Я0-9])|[。！？]+[”』」]?")


def weight(text: str) -> float:
    """Return a length in which one ideograph counts as two and a half letters."""
    return len(text) + (0 if text.isascii() else 1.5 * len(_IDEOGRAPH.findall(text[:400])))


def is_prose(text: str) -> bool:
    """Tell whether ``text`` is running text: long, with a sentence's end in it."""
    if weight(text) < _PROSE:
        return False
    if text.rstrip(CLOSERS).endswith(END_MARKS):
        return True
    return len(text) > LONGEST_LINE or _SENTENCE_END.search(text) is not None


def first_sentence(text: str) -> str:
    """Return the first sentence; a full stop after an abbreviation does not end it."""
    for found in _SENTENCE_END.finditer(text[:2000]):
        if not _ABBREVIATION.search(text[: found.start()][-12:]):
            return text[: found.end()].strip()
    return text[:2000].strip()


def shortened(text: str, length: int = _DERIVED_TITLE) -> str:
    """Return ``text`` cut at a word to at most ``length`` characters, with an ellipsis."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    head, space, _ = text[: length + 1].rpartition(" ")
    if not space or len(head) < length // 2:
        head = text[:length]
    return head.rstrip(" ,;:–—-") + "…"


def title_line(text: str) -> str:
    """Return a title on one line, without controls, at most 300 characters long."""
    plain = "".join(c if c.isprintable() or c.isspace() else "" for c in text[:2000])
    return shortened(plain, 300)
