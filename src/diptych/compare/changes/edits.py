# SPDX-License-Identifier: MIT
"""Which words of two passages stand otherwise: what is struck and what is underlined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from diptych.compare.changes.rows import common_rows
from diptych.compare.changes.tokens import Token, tells, with_small_first
from diptych.compare.changes.values import Edit
from diptych.compare.word_changes import in_rows, row_length
from diptych.text.article import Span
from diptych.text.tokens import is_unspaced
from diptych.values import dataclass

_LEAST_MOVED = 3  # words, of which one must tell something
_MOST_PLACES = 50  # of one word on the other side, looked at for what has moved
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
    between = _between(same, len(left), len(right))
    loose = [_without_capitals(sides, *each) for each in between]
    moved = list(_moved(sides, ours, theirs, loose))
    total = sum(token.is_word for side in (left, right) for token in side)
    # likeness = 2 * words that stay / words of both
    likeness = 2 * kept / max(1, total)
    if likeness < _REWRITTEN and kept + len(moved) < total:
        whole = Edit(
            _span(left, 0, len(left), sides.ends[0]), _span(right, 0, len(right), sides.ends[1])
        )
        return Edited((whole,), (), likeness, kept)
    gone = {at + n for at, _, count in moved for n in range(count)}
    come = {at + n for _, at, count in moved for n in range(count)}
    return Edited(
        tuple(_edits(sides, loose, gone, come)),
        tuple(
            Edit(_span(left, a, a + count, 0), _span(right, b, b + count, 0))
            for a, b, count in moved
        ),
        likeness,
        kept + sum(count for _, _, count in moved),
    )


def _holds(left: Sequence[Token], at: int, count: int, ours: Sequence[int]) -> bool:
    """Tell whether a common row is no chance: one character, one comma between two edits."""
    # What stays at either end is no chance, however short.
    if at == 0 or at + count == len(ours) or count >= _SHORTEST_UNSPACED:
        return True
    return left[at].is_word and not is_unspaced(left[at].key[0])


def _between(
    same: Sequence[tuple[int, int, int]], left: int, right: int
) -> Iterator[tuple[range, range]]:
    """Yield what lies between the common rows."""
    x = y = 0
    for a, b, count in (*same, (left, right, 0)):
        if a > x or b > y:
            yield range(x, a), range(y, b)
        x, y = a + count, b + count


def _without_capitals(sides: Sides, here: range, there: range) -> tuple[range, range]:
    """Return the same without a word at the end that only began its sentence on one side."""
    if here and there:
        one, other = sides.left[here[-1]], sides.right[there[-1]]
        begins = one.is_first or other.is_first
        if begins and with_small_first(one.key) == with_small_first(other.key):
            return here[:-1], there[:-1]
    return here, there


def _moved(
    sides: Sides, ours: Sequence[int], theirs: Sequence[int], loose: Sequence[tuple[range, range]]
) -> Iterator[tuple[int, int, int]]:
    """Yield the longest rows of words that both sides have elsewhere in the passage."""
    free = {at for _, there in loose for at in there}
    standing: dict[int, list[int]] = defaultdict(list)
    for at in sorted(free):
        standing[theirs[at]].append(at)

    def length(at: int, there: int, stop: int) -> int:
        return row_length(ours, theirs, (at, there), stop=stop, free=free)

    for here, _ in loose:
        at = here.start
        while at < here.stop:
            near = standing[ours[at]][:_MOST_PLACES]
            # The longest, and of those as long the first on the right: hence the minus.
            rows = [(length(at, there, here.stop), -there) for there in near]
            count, there = max(rows, default=(0, 0))
            if _is_worth(sides.left[at : at + count], sides.language):
                yield at, -there, count
                # Taken: nothing else may have moved to the same place.
                free -= set(range(-there, -there + count))
                at += count
            else:
                at += 1


def _is_worth(told: Sequence[Token], language: str) -> bool:
    return sum(token.is_word for token in told) >= _LEAST_MOVED and any(
        tells(token.key, language) for token in told
    )


def _edits(
    sides: Sides, loose: Sequence[tuple[range, range]], gone: set[int], come: set[int]
) -> Iterator[Edit]:
    for here, there in loose:
        left = in_rows(at for at in here if at not in gone)
        right = in_rows(at for at in there if at not in come)
        # What is struck stands beside what is underlined, as far as there are as many.
        for n in range(max(len(left), len(right))):
            ours = left[n] if n < len(left) else range(here.stop, here.stop)
            theirs = right[n] if n < len(right) else range(there.stop, there.stop)
            yield Edit(
                _span(sides.left, ours.start, ours.stop, sides.ends[0]),
                _span(sides.right, theirs.start, theirs.stop, sides.ends[1]),
            )


def _span(side: Sequence[Token], start: int, stop: int, end: int) -> Span:
    """Return what tokens cover, or the empty span where they would stand."""
    if start < stop:
        return Span(side[start].start, side[stop - 1].end)
    at = side[start].start if start < len(side) else side[-1].end if side else end
    return Span(at, at)
