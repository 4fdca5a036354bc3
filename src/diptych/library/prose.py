# SPDX-License-Identifier: MIT
"""How much like running text a line is, and how it is shortened to a title."""

from __future__ import annotations

from diptych.patterns import late_pattern
from diptych.text.segment import sentences
from diptych.text.sentence_ends import ends_a_sentence
from diptych.text.tokens import HANGUL, IDEOGRAPHS

LONGEST_LINE = 300  # what a rule looks at; longer lines are body
_PROSE = 120  # characters
_DERIVED_TITLE = 90
# Ideographs, Korean syllables and their punctuation.
_IDEOGRAPH = late_pattern(f"[\u3000-\u303f{IDEOGRAPHS}{HANGUL}]")


def weight(text: str) -> float:
    """Return a length in which one ideograph counts as two and a half letters."""
    return len(text) + (0 if text.isascii() else 1.5 * len(_IDEOGRAPH.findall(text[:400])))


def is_prose(text: str) -> bool:
    """Tell whether ``text`` is running text: long, with a sentence's end in it."""
    # Most lines are told by their length alone.
    if len(text) < _PROSE and (text.isascii() or weight(text) < _PROSE):
        return False
    if ends_a_sentence(text):
        return True
    return len(text) > LONGEST_LINE or len(sentences(text)) > 1


def first_sentence(text: str) -> str:
    """Return the first sentence; a full stop after an abbreviation does not end it."""
    whole = sentences(text[:2000])
    return whole[0].of(text) if whole else ""


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
