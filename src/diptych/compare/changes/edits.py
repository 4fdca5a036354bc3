# SPDX-License-Identifier: MIT
"""Which words of two passages stand otherwise: what is struck and what is underlined."""

from __future__ import annotations

from collections.abc import Sequence

from diptych.compare.changes.tokens import Token, tells, with_small_first
from diptych.compare.changes.values import Edit
from diptych.compare.word_rows import common_rows, gaps, moved_rows, span_of, without_moved
from diptych.text.tokens import is_unspaced
from diptych.values import dataclass

_LEAST_MOVED = 3  # words, of which one must tell something
_SHORTEST_UNSPACED = 2  # characters; one alone is common to any two texts
_REWRITTEN = 0.25  # share of words that stay; with fewer nothing is left of the sentence


@dataclass(frozen=True, slots=True)
class Edited:
    """What became of the words of two passages; ``likeness`` is the share that stays."""

    edits: tuple[Edit, ...]
    moved: tuple[Edit, ...]  # words that stand on both sides, not in the same order
    likeness: float
    kept: int  # words, on one side


@dataclass(frozen=True, slots=True)
class Sides:
    """The tokens of both passages, and where a side without any would have them."""

    left: Sequence[Token]
    right: Sequence[Token]
    ends: tuple[int, int]
    language: str


def edited(sides: Sides) -> Edited:
    """Return what differs in two passages, word by word and sign by sign."""
    left, right = sides.left, sides.right
    numbers: dict[str, int] = {}
    ours, theirs = (
        [numbers.setdefault(token.key, len(numbers)) for token in side] for side in (left, right)
    )
    same = [row for row in common_rows(ours, theirs) if _holds(left, row.left, row.length, ours)]
    kept = sum(left[row.left + n].is_word for row in same for n in range(row.length))
    between = gaps(same, len(left), len(right))
    loose = [_without_capitals(sides, *each) for each in between]

    def is_worth(numbers: range) -> bool:
        return _is_worth(left[numbers.start : numbers.stop], sides.language)

    moved = list(moved_rows(ours, theirs, loose, is_worth))
    total = sum(token.is_word for side in (left, right) for token in side)
    # likeness = 2 * words that stay / words of both
    likeness = 2 * kept / max(1, total)
    if likeness < _REWRITTEN and kept + len(moved) < total:
        whole = _edit(sides, range(len(left)), range(len(right)))
        return Edited((whole,), (), likeness, kept)
    return Edited(
        tuple(_edit(sides, *gap) for gap in without_moved(loose, moved)),
        tuple(_edit(sides, range(a, a + count), range(b, b + count)) for a, b, count in moved),
        likeness,
        kept + sum(count for _, _, count in moved),
    )


def _holds(left: Sequence[Token], at: int, count: int, ours: Sequence[int]) -> bool:
    """Tell whether a common row is no chance: one character, one comma between two edits."""
    # What stays at either end is no chance, however short.
    if at == 0 or at + count == len(ours) or count >= _SHORTEST_UNSPACED:
        return True
    return left[at].is_word and not is_unspaced(left[at].key[0])


def _without_capitals(sides: Sides, here: range, there: range) -> tuple[range, range]:
    """Return the same without a word at the end that only began its sentence on one side."""
    if here and there:
        one, other = sides.left[here[-1]], sides.right[there[-1]]
        begins = one.is_first or other.is_first
        if begins and with_small_first(one.key) == with_small_first(other.key):
            return here[:-1], there[:-1]
    return here, there


def _is_worth(told: Sequence[Token], language: str) -> bool:
    return sum(token.is_word for token in told) >= _LEAST_MOVED and any(
        tells(token.key, language) for token in told
    )


def _edit(sides: Sides, here: range, there: range) -> Edit:
    left, right = (
        span_of(side, numbers, side[-1].end if side else end)
        for side, numbers, end in zip(
            (sides.left, sides.right), (here, there), sides.ends, strict=True
        )
    )
    return Edit(left, right)
