# SPDX-License-Identifier: MIT
"""Which matches stand in the same order on both sides: what scrolling together goes by."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from diptych.compare.values import Match


def in_order(matches: Iterable[Match]) -> tuple[Match, ...]:
    """Return the strongest chain of shown matches that rises on both sides."""
    ordered = sorted(
        # A list of works in its own order leads past what the texts say.
        (match for match in matches if match.shown and match.is_claim),
        # Of those that begin alike on the left only one can be in the chain: on the right from
        # behind, so that the second does not rise above the first.
        key=lambda m: (m.left.start, -m.right.start, -m.strength),
    )
    # .01, so that a match of no strength still scrolls.
    places = [(match.right.start, max(match.strength, 0.01)) for match in ordered]
    return tuple(ordered[index] for index in heaviest_rising(places))


def heaviest_rising(places: Sequence[tuple[int, float]]) -> list[int]:
    """Return which of some places with their weights make the heaviest rising chain.

    A heaviest increasing subsequence, found with a Fenwick tree of best sums: O(n log n).
    """
    known = sorted({place for place, _ in places})
    # A Fenwick tree: entry n knows the best of the places that its lowest bit covers.
    tree: list[tuple[float, int]] = [(0.0, -1)] * (len(known) + 1)
    before: list[int] = []
    best = (0.0, -1)
    for index, (place, weight) in enumerate(places):
        at = bisect_left(known, place)
        # What lies strictly before it: two at one place do not follow one another.
        total, previous = _most(tree, at)
        before.append(previous)
        total += weight
        _raise(tree, at + 1, (total, index))
        if total > best[0]:
            best = (total, index)
    chain: list[int] = []
    index = best[1]
    while index >= 0:
        chain.append(index)
        index = before[index]
    return chain[::-1]


def _most(tree: Sequence[tuple[float, int]], count: int) -> tuple[float, int]:
    """Return the heaviest chain that ends at one of the first ``count`` places."""
    best = (0.0, -1)
    while count > 0:
        if tree[count][0] > best[0]:
            best = tree[count]
        count -= count & -count
    return best


def _raise(tree: list[tuple[float, int]], at: int, value: tuple[float, int]) -> None:
    """Let every stretch of places that holds ``at`` know a heavier chain."""
    while at < len(tree):
        if value[0] > tree[at][0]:
            tree[at] = value
        at += at & -at
