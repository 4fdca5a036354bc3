# SPDX-License-Identifier: MIT
"""What stands before a list item: the mark it brings along, its number, or a bullet.

Before a heading stands its number, where it was given one.
"""

from __future__ import annotations

from diptych.patterns import late_pattern
from diptych.text.article import Block, BlockKind

BULLET = "•"
GOES_ON = " "
"""The mark of what belongs to an item and is not its beginning."""

# “• milk”, “3) milk”, “(a) milk”, “b) milk”
_OWN = late_pattern(
    r"([-–—•*·‣◦▪▫●○■□➢➤✓]|\d{1,3}[.)]|\([0-9a-zA-Z]{1,3}\)|[a-z]\))[ \t\u00a0]+(?=\S)"
)
_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)
_MOST_ROMAN = 3_999
_MOST_LETTERS = 18_278  # zzz
_LONGEST = 16  # characters; what is longer is no number of an item


def bullet_of(text: str) -> str:
    """Return the mark a list item starts with ("-", "2.", "(a)"), or an empty string."""
    found = _OWN.match(text[:12])
    return found[1] if found else ""


def mark_before(block: Block, words: str) -> str:
    """Return what is shown before a block with its words, which is no part of the text."""
    if block.kind is BlockKind.HEADING:
        return block.mark.strip()
    # Plain text brings its own marks, and lists of numbers are typed by hand in web pages too.
    if block.kind is not BlockKind.LIST_ITEM or bullet_of(words):
        return ""
    return (block.mark or BULLET).strip()


def counted(number: int, style: str) -> str:
    """Return a number as a list counts: ``style`` is 1, a, A, i or I, as HTML names them."""
    if style in ("i", "I") and 0 < number <= _MOST_ROMAN:
        said = _roman(number)
    elif style in ("a", "A") and 0 < number <= _MOST_LETTERS:
        said = _letters(number)
    else:
        return str(number)
    return said.upper() if style.isupper() else said


def as_mark(words: str) -> str:
    """Return words as a mark on one line, "" where they are too long for one."""
    mark = " ".join(words.split())
    return mark if len(mark) <= _LONGEST else ""


def _roman(number: int) -> str:
    said = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        said += letters * times
    return said


def _letters(number: int) -> str:
    said = ""
    while number:
        # There is no nought among letters: after z comes aa.
        number, at = divmod(number - 1, 26)
        said = chr(ord("a") + at) + said
    return said
