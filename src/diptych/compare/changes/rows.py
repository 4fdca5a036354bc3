# SPDX-License-Identifier: MIT
"""What two rows of words have in common, in order, however long they are.

Words in a row that stand once on each side hold a long text together (the patience
of Bram Cohen's diff); between them the longest common row decides (RapidFuzz).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_MOST_PAIRS = 16_000_000  # of words, set against each other at once
_AT_ALL = 400_000_000  # beyond that, without anything to hold on to, nothing is common
_SEEDS = (6, 4, 2, 1)  # words in a row that stand once on each side


class Row(NamedTuple):
    """Equal words: the number of the first on the left, on the right, and how many."""

    left: int
    right: int
    length: int


def common_rows(left: Sequence[int], right: Sequence[int]) -> list[Row]:
    """Return the rows of equal words, apart and in order on both sides."""
    return list(_joined(_common(left, right, 0, 0)))


def _common(left: Sequence[int], right: Sequence[int], x: int, y: int) -> Iterator[Row]:
    """Yield the common rows of two parts that begin at ``x`` and ``y``."""
    # What both begin and end with needs no table.
    shorter = min(len(left), len(right))
    head = next((n for n in range(shorter) if left[n] != right[n]), shorter)
    rest = shorter - head
    tail = next((n for n in range(rest) if left[-1 - n] != right[-1 - n]), rest)
    if head:
        yield Row(x, y, head)
    ours, theirs = left[head : len(left) - tail], right[head : len(right) - tail]
    if ours and theirs:
        yield from _between(ours, theirs, x + head, y + head)
    if tail:
        yield Row(x + len(left) - tail, y + len(right) - tail, tail)


def _between(left: Sequence[int], right: Sequence[int], x: int, y: int) -> Iterator[Row]:
    pairs = len(left) * len(right)
    anchors = _anchors(left, right) if pairs > _MOST_PAIRS else []
    if not anchors:
        if pairs <= _AT_ALL:
            yield from _longest(left, right, x, y)
        return
    before_left = before_right = 0
    for ours, theirs, count in anchors:
        yield from _common(
            left[before_left:ours], right[before_right:theirs], x + before_left, y + before_right
        )
        yield Row(x + ours, y + theirs, count)
        before_left, before_right = ours + count, theirs + count
    yield from _common(left[before_left:], right[before_right:], x + before_left, y + before_right)


def _longest(left: Sequence[int], right: Sequence[int], x: int, y: int) -> Iterator[Row]:
    from rapidfuzz.distance import Indel  # the window does not wait for it

    for op in Indel.opcodes(left, right):
        if op.tag == "equal":
            yield Row(x + op.src_start, y + op.dest_start, op.src_end - op.src_start)


def _anchors(left: Sequence[int], right: Sequence[int]) -> list[Row]:
    """Return the longest rising chain of seeds that stand once on each side."""
    # Longer seeds are surer; single words hold a text together only where nothing else does.
    for seed in _SEEDS:
        ours, theirs = _once(left, seed), _once(right, seed)
        places = sorted((at, theirs[words]) for words, at in ours.items() if words in theirs)
        chain = _rising(places)
        if chain:
            return list(_apart(Row(a, b, seed) for a, b in chain))
    return []


def _once(side: Sequence[int], seed: int) -> dict[tuple[int, ...], int]:
    found: dict[tuple[int, ...], int] = {}
    for at, words in enumerate(zip(*(side[n:] for n in range(seed)), strict=False)):
        # -1: met again, so that it marks no place.
        found[words] = -1 if words in found else at
    return {words: at for words, at in found.items() if at >= 0}


def _rising(places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest chain that rises on both sides (Schensted's patience sorting)."""
    ends: list[int] = []  # the smallest right place a chain of each length ends with
    at_end: list[int] = []
    before: list[int] = []
    for index, (_, right) in enumerate(places):
        length = bisect_left(ends, right)
        before.append(at_end[length - 1] if length else -1)
        ends[length : length + 1] = [right]
        at_end[length : length + 1] = [index]
    chain: list[tuple[int, int]] = []
    index = at_end[-1] if at_end else -1
    while index >= 0:
        chain.append(places[index])
        index = before[index]
    return chain[::-1]


def _apart(rows: Iterator[Row]) -> Iterator[Row]:
    """Yield seeds that overlap as one row, those off its diagonal without what it holds."""
    held: Row | None = None
    for row in rows:
        if held is None:
            held = row
            continue
        over = max(held.left + held.length - row.left, held.right + held.length - row.right)
        if over <= 0:
            yield held
            held = row
        elif row.left - held.left == row.right - held.right:
            held = Row(held.left, held.right, row.left + row.length - held.left)
        elif over < row.length:
            yield held
            held = Row(row.left + over, row.right + over, row.length - over)
    if held is not None:
        yield held


def _joined(rows: Iterator[Row]) -> Iterator[Row]:
    held: Row | None = None
    for row in rows:
        if held is not None and (held.left + held.length, held.right + held.length) == row[:2]:
            held = Row(held.left, held.right, held.length + row.length)
            continue
        if held is not None:
            yield held
        held = row
    if held is not None:
        yield held
