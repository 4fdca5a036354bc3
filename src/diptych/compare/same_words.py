# SPDX-License-Identifier: MIT
"""Shared wording: runs of words that stand in both texts, small changes bridged.

Word n-grams that both texts hold are seeds; seeds close to one another on both
sides are chained, as passim (Smith, Cordell and Mullen 2015) does it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import field
from itertools import pairwise

from rapidfuzz.distance import Indel

from diptych.values import dataclass

SEED = 4  # words
GAP = 8  # words between two seeds of one run, on either side
COMMON = 8  # a seed standing oftener in the other text says nothing
DENSITY = 0.6  # of a run's words that must be shared


Stretch = tuple[int, int, int]
"""Equal words: the number of the first on the left, on the right, and how many."""


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """Shared wording, in word numbers of each text; ``shared`` counts the words.

    ``stretches`` are the words that are equal, in order and apart on both sides;
    what lies between two of them was changed, left out or put in.
    """

    left_start: int
    left_end: int
    right_start: int
    right_end: int
    shared: int
    stretches: tuple[Stretch, ...] = field(default=(), compare=False, repr=False)


@dataclass(slots=True)
class _Chain:
    left_start: int
    left_end: int
    right_start: int
    right_end: int
    shared: int
    stretches: list[Stretch]

    def accepts(self, left: int, right: int) -> int | None:
        """Return how far the seed stands off the chain's diagonal, None if too far."""
        # From -SEED on, since seeds overlap: each begins a word after the one before.
        if not -SEED <= left - self.left_end <= GAP or not -SEED <= right - self.right_end <= GAP:
            return None
        # On one diagonal both sides go on equally far; what is put in or left out leads off it.
        drift = abs((left - right) - (self.left_end - self.right_end))
        return drift if drift <= GAP else None

    def take(self, left: int, right: int) -> None:
        # Of a seed that overlaps the chain only its words past the end are new.
        self.shared += max(0, min(SEED, left + SEED - self.left_end))
        self.left_end = max(self.left_end, left + SEED)
        self.right_end = max(self.right_end, right + SEED)
        self._stretch(left, right)

    def _stretch(self, left: int, right: int) -> None:
        """Lengthen the last stretch by the seed, or begin another behind it."""
        last_left, last_right, length = self.stretches[-1]
        if left - last_left == right - last_right and left <= last_left + length:
            self.stretches[-1] = last_left, last_right, left + SEED - last_left
            return
        # A word is equal to one word: what the last stretch holds is not told again.
        told = max(0, last_left + length - left, last_right + length - right)
        if told < SEED:
            self.stretches.append((left + told, right + told, SEED - told))

    def density(self) -> float:
        # Of the longer side: words strung along pages of the other are no run.
        longer = max(self.left_end - self.left_start, self.right_end - self.right_start)
        return self.shared / longer


def find_runs(left: Sequence[str], right: Sequence[str], *, shortest: int) -> tuple[Run, ...]:
    """Return the runs of at least ``shortest`` shared words, in order of the left text."""
    chains = _chained(left, right)
    # Only now: a chain may have grown until the last seed.
    strong = [c for c in chains if c.shared >= shortest and c.density() >= DENSITY]
    # Strongest first, so that what is dropped lies in something stronger; the places make the
    # order one and the same on every machine.
    strong.sort(key=lambda c: (-c.shared, c.left_start, c.right_start, c.left_end, c.right_end))
    kept = _without_contained(strong)
    return tuple(sorted(_run(left, right, chain) for chain in kept))


def _run(left: Sequence[str], right: Sequence[str], chain: _Chain) -> Run:
    return Run(
        chain.left_start,
        chain.left_end,
        chain.right_start,
        chain.right_end,
        chain.shared,
        tuple(_bridged(left, right, chain.stretches)),
    )


def _bridged(
    left: Sequence[str], right: Sequence[str], stretches: Sequence[Stretch]
) -> Iterator[Stretch]:
    """Yield the stretches and, between them, the equal words too few for a seed."""
    for stretch, (next_left, next_right, _) in pairwise(stretches):
        yield stretch
        first_left, first_right = stretch[0] + stretch[2], stretch[1] + stretch[2]
        for change in Indel.opcodes(left[first_left:next_left], right[first_right:next_right]):
            if change.tag == "equal":
                yield (
                    first_left + change.src_start,
                    first_right + change.dest_start,
                    change.src_end - change.src_start,
                )
    yield stretches[-1]


def _chained(left: Sequence[str], right: Sequence[str]) -> list[_Chain]:
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(right) - SEED + 1):
        places[tuple(right[at : at + SEED])].append(at)
    chains: list[_Chain] = []
    live: list[_Chain] = []
    for at in range(len(left) - SEED + 1):
        standing = places.get(tuple(left[at : at + SEED]))
        if standing is None or len(standing) > COMMON:
            continue
        # Places on the left only rise: what has fallen too far behind is met no more.
        live = [chain for chain in live if chain.left_end >= at - GAP - SEED]
        for there in standing:
            chain = _nearest(live, at, there)
            if chain is None:
                chain = _Chain(at, at + SEED, there, there + SEED, SEED, [(at, there, SEED)])
                chains.append(chain)
                live.append(chain)
            else:
                chain.take(at, there)
    return chains


def _nearest(live: Sequence[_Chain], left: int, right: int) -> _Chain | None:
    # The least drift: where words repeat, a seed fits several chains.
    best: _Chain | None = None
    least = GAP + 1
    for chain in live:
        drift = chain.accepts(left, right)
        if drift is not None and drift < least:
            best, least = chain, drift
    return best


def _without_contained(strong: Sequence[_Chain]) -> list[_Chain]:
    """Drop every chain that lies more than half inside a stronger one on both sides."""
    kept: list[_Chain] = []
    by_place: dict[int, list[_Chain]] = defaultdict(list)
    for chain in strong:
        # In a grid of 64 words, so that a chain is compared with those near it alone.
        cells = range(chain.left_start // 64, chain.left_end // 64 + 1)
        rivals = [rival for cell in cells for rival in by_place[cell]]
        if any(_mostly_inside(chain, rival) for rival in rivals):
            continue
        kept.append(chain)
        for cell in cells:
            by_place[cell].append(chain)
    return kept


def _mostly_inside(chain: _Chain, rival: _Chain) -> bool:
    left = min(chain.left_end, rival.left_end) - max(chain.left_start, rival.left_start)
    right = min(chain.right_end, rival.right_end) - max(chain.right_start, rival.right_start)
    return left > 0.5 * (chain.left_end - chain.left_start) and right > 0.5 * (
        chain.right_end - chain.right_start
    )
