# SPDX-License-Identifier: MIT
"""What two sides' words have in common, in order, what has moved, and what is left.

Words in a row that stand once on each side hold a long text together (the patience
of Bram Cohen's diff); between them the longest common row decides (RapidFuzz).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from diptych.compare.in_order import heaviest_rising
from diptych.text.article import Span

_MOST_PAIRS = 16_000_000  # of words, set against each other at once
_AT_ALL = 400_000_000  # beyond that, without anything to hold on to, nothing is common
_SEEDS = (6, 4, 2, 1)  # words in a row that stand once on each side
_MOST_PLACES = 50  # of one word on the other side, looked at for what has moved


Gap = tuple[range, range]
"""Numbers of words of both sides that stand at one place and differ; one may be empty."""


class Placed(Protocol):
    """A word as it is read here or there: what counts is its place."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


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
        chain = heaviest_rising([(there, 1.0) for _, there in places])
        if chain:
            return list(_apart(Row(*places[at], seed) for at in chain))
    return []


def _once(side: Sequence[int], seed: int) -> dict[tuple[int, ...], int]:
    found: dict[tuple[int, ...], int] = {}
    for at, words in enumerate(zip(*(side[n:] for n in range(seed)), strict=False)):
        # -1: met again, so that it marks no place.
        found[words] = -1 if words in found else at
    return {words: at for words, at in found.items() if at >= 0}


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


# What is not in common


def gaps(same: Iterable[Row], left: int, right: int) -> Iterator[Gap]:
    """Yield what lies between common rows, of so many words on each side."""
    x = y = 0
    for a, b, count in (*same, Row(left, right, 0)):
        if a > x or b > y:
            yield range(x, a), range(y, b)
        x, y = a + count, b + count


def moved_rows(
    ours: Sequence[int],
    theirs: Sequence[int],
    loose: Sequence[Gap],
    is_worth: Callable[[range], bool],
) -> Iterator[Row]:
    """Yield the longest rows that stand in gaps of both sides, but not in the same order.

    ``is_worth`` tells of words on the left whether they are no chance.
    """
    free = {at for _, there in loose for at in there}
    standing: dict[int, list[int]] = defaultdict(list)
    for at in sorted(free):
        standing[theirs[at]].append(at)

    def length(at: int, there: int, stop: int) -> int:
        count = 0
        while (
            at + count < stop
            and there + count in free
            and ours[at + count] == theirs[there + count]
        ):
            count += 1
        return count

    for here, _ in loose:
        at = here.start
        while at < here.stop:
            near = standing[ours[at]][:_MOST_PLACES]
            # The longest, and of those as long the first on the right: hence the minus.
            rows = [(length(at, there, here.stop), -there) for there in near]
            count, there = max(rows, default=(0, 0))
            if count and is_worth(range(at, at + count)):
                yield Row(at, -there, count)
                # Taken: nothing else may have moved to the same place.
                free -= set(range(-there, -there + count))
                at += count
            else:
                at += 1


def without_moved(loose: Iterable[Gap], moved: Iterable[Row]) -> Iterator[Gap]:
    """Yield what is left of gaps; what is struck stands beside what is underlined."""
    rows = tuple(moved)
    gone = {at + n for at, _, count in rows for n in range(count)}
    come = {at + n for _, at, count in rows for n in range(count)}
    for here, there in loose:
        left = in_rows(at for at in here if at not in gone)
        right = in_rows(at for at in there if at not in come)
        for n in range(max(len(left), len(right))):
            yield (
                left[n] if n < len(left) else range(here.stop, here.stop),
                right[n] if n < len(right) else range(there.stop, there.stop),
            )


def in_rows(places: Iterable[int]) -> list[range]:
    """Return places that follow one another as ranges."""
    rows: list[range] = []
    for at in places:
        if rows and rows[-1].stop == at:
            rows[-1] = range(rows[-1].start, at + 1)
        else:
            rows.append(range(at, at + 1))
    return rows


def span_of(side: Sequence[Placed], numbers: range, end: int) -> Span:
    """Return what words cover, or the empty span where they would stand; ``end`` of all."""
    if numbers:
        return Span(side[numbers.start].start, side[numbers.stop - 1].end)
    at = side[numbers.start].start if numbers.start < len(side) else end
    return Span(at, at)
