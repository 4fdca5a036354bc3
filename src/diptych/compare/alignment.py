# SPDX-License-Identifier: MIT
"""Which place of the right text belongs to a place of the left: for scrolling together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from diptych.compare.values import Match


@dataclass(frozen=True, slots=True, order=True)
class Pin:
    """A place on the left that the reader tied to a place on the right."""

    left: int
    right: int


class Alignment:
    """A rising, piecewise linear map between the places of two texts.

    Its knots are the strongest matches that stand in the same order on both
    sides; a reader's pins come before any match. Past the knots it runs on to
    the ends of both texts.
    """

    def __init__(
        self,
        matches: Iterable[Match],
        left_length: int,
        right_length: int,
        pins: Sequence[Pin] = (),
    ) -> None:
        knots = [(float(x), float(y)) for x, y in _knots(matches, pins)]
        inside = [(x, y) for x, y in knots if 0 < x < left_length and 0 < y < right_length]
        points = [(0.0, 0.0), *inside, (float(left_length), float(right_length))]
        self._left = [x for x, _ in points]
        self._right = [y for _, y in points]

    def right_of(self, place: float) -> float:
        """Return the place on the right that stands level with ``place`` on the left."""
        return _along(self._left, self._right, place)

    def left_of(self, place: float) -> float:
        """Return the place on the left that stands level with ``place`` on the right."""
        return _along(self._right, self._left, place)


def in_order(matches: Iterable[Match]) -> tuple[Match, ...]:
    """Return the strongest chain of shown matches that rises on both sides.

    A heaviest increasing subsequence over the starts, found with a Fenwick tree
    of best sums: O(n log n).
    """
    ordered = sorted(
        (match for match in matches if match.shown),
        key=lambda m: (m.left.start, -m.right.start, -m.strength),
    )
    places = sorted({match.right.start for match in ordered})
    tree: list[tuple[float, int]] = [(0.0, -1)] * (len(places) + 1)
    before: list[int] = []
    best = (0.0, -1)
    for index, match in enumerate(ordered):
        at = bisect_left(places, match.right.start)
        total, previous = _most(tree, at)
        before.append(previous)
        total += max(match.strength, 0.01)
        _raise(tree, at + 1, (total, index))
        if total > best[0]:
            best = (total, index)
    chain: list[Match] = []
    index = best[1]
    while index >= 0:
        chain.append(ordered[index])
        index = before[index]
    return tuple(reversed(chain))


def _most(tree: Sequence[tuple[float, int]], count: int) -> tuple[float, int]:
    best = (0.0, -1)
    while count > 0:
        if tree[count][0] > best[0]:
            best = tree[count]
        count -= count & -count
    return best


def _raise(tree: list[tuple[float, int]], at: int, value: tuple[float, int]) -> None:
    while at < len(tree):
        if value[0] > tree[at][0]:
            tree[at] = value
        at += at & -at


def _knots(matches: Iterable[Match], pins: Sequence[Pin]) -> list[tuple[int, int]]:
    """Return the pins that rise, and between them the matches that fit."""
    fixed: list[tuple[int, int]] = []
    for pin in sorted(pins):
        if not fixed or (pin.left > fixed[-1][0] and pin.right > fixed[-1][1]):
            fixed.append((pin.left, pin.right))
    fitting = [m for m in matches if _fits((m.left.start, m.right.start), fixed)]
    knots = [*fixed, *((m.left.start, m.right.start) for m in in_order(fitting))]
    rising: list[tuple[int, int]] = []
    for knot in sorted(knots):
        if not rising or (knot[0] > rising[-1][0] and knot[1] > rising[-1][1]):
            rising.append(knot)
    return rising


def _fits(knot: tuple[int, int], fixed: Sequence[tuple[int, int]]) -> bool:
    return all(
        (knot[0] < left and knot[1] < right) or (knot[0] > left and knot[1] > right)
        for left, right in fixed
    )


def _along(xs: Sequence[float], ys: Sequence[float], place: float) -> float:
    place = min(max(place, xs[0]), xs[-1])
    at = min(bisect_right(xs, place) - 1, len(xs) - 2)
    width = xs[at + 1] - xs[at]
    if width <= 0:
        return ys[at]
    return ys[at] + (ys[at + 1] - ys[at]) * (place - xs[at]) / width
