# SPDX-License-Identifier: MIT
"""Which articles are copies of one another in all but a few words (syndicated reports).

Runs of five words are hashed, and the least hashes of 64 random orders kept
(MinHash: Broder, "On the resemblance and containment of documents", 1997).
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from diptych.patterns import late_pattern
from diptych.text.article import Article, BlockState
from diptych.text.words import word_matches

_RUN = 5  # words
_ORDERS = 64
_BAND = 4  # orders that must agree for two articles to be looked at
_ALIKE = 0.5  # of the orders agree: about two thirds of the words are shared in runs
_FEWEST_RUNS = 30
_PRIME = (1 << 31) - 1
_MOST_RUNS = 20_000
_SPACE = late_pattern(b" ")


def minhash_signature(article: Article) -> bytes:
    """Return 64 hashes that tell how alike two articles are; nothing for a short one."""
    import numpy  # the window, which only groups sketches, does without

    text = article.reading_text()
    shown = (block.span for block in article.blocks if block.state is BlockState.SHOWN)
    words = (m.group() for span in shown for m in word_matches(span.of(text)))
    runs = _runs(" ".join(words).casefold().encode())
    if len(runs) < _FEWEST_RUNS:
        return b""
    # crc32, not hash(): Python seeds that anew in each process.
    hashes = numpy.fromiter(map(zlib.crc32, runs), numpy.uint64, len(runs))
    hashes %= _PRIME
    factors, summands = _orders()
    least = numpy.empty(_ORDERS, dtype=numpy.uint32)
    for order in range(_ORDERS):
        factor, summand = numpy.uint64(factors[order]), numpy.uint64(summands[order])
        # h(x) = (a·x + b) mod p: both below 2^31, so that the product fits 64 bits.
        least[order] = ((hashes * factor + summand) % _PRIME).min()
    return least.tobytes()


def _runs(words: bytes) -> set[bytes]:
    """Return the runs of five words of a text; a set, for a refrain makes two no more alike."""
    spaces = [found.start() for found in _SPACE.finditer(words)]
    starts = [0, *(space + 1 for space in spaces[: _MOST_RUNS - 1])]
    ends = [*spaces, len(words)][_RUN - 1 :]
    return {words[start:end] for start, end in zip(starts, ends, strict=False)}


@cache
def _orders() -> tuple[list[int], list[int]]:
    """Return a factor and a summand for each order in which the runs are looked at."""
    import random

    # A seed, for sketches of today are compared with those of last year.
    numbers = random.Random(1997)
    factors = [numbers.randrange(1, _PRIME) for _ in range(_ORDERS)]
    return factors, [numbers.randrange(_PRIME) for _ in range(_ORDERS)]


def groups(sketches: Mapping[str, bytes]) -> tuple[tuple[str, ...], ...]:
    """Return the ids of articles that are nearly the same, group by group."""
    leaders: dict[str, str] = {id: id for id in sketches}
    for alike in _candidates(sketches):
        first = alike[0]
        for other in alike[1:]:
            # In one group already, by way of a third.
            if _leader(leaders, first) == _leader(leaders, other):
                continue
            if likeness(sketches[first], sketches[other]) >= _ALIKE:
                leaders[_leader(leaders, other)] = _leader(leaders, first)
    found: dict[str, list[str]] = defaultdict(list)
    for id in sketches:
        found[_leader(leaders, id)].append(id)
    return tuple(tuple(ids) for ids in found.values() if len(ids) > 1)


def likeness(one: bytes, other: bytes) -> float:
    """Return the share of word runs two articles have in common, estimated, 0 to 1."""
    if not one or len(one) != len(other):
        return 0.0
    pair = zip(memoryview(one).cast("I"), memoryview(other).cast("I"), strict=True)
    return sum(ours == theirs for ours, theirs in pair) / _ORDERS


def _candidates(sketches: Mapping[str, bytes]) -> Iterable[Sequence[str]]:
    width = 4 * _BAND
    for start in range(0, 4 * _ORDERS, width):
        bands: dict[bytes, list[str]] = defaultdict(list)
        for id, sketched in sketches.items():
            if sketched:
                bands[sketched[start : start + width]].append(id)
        yield from (ids for ids in bands.values() if len(ids) > 1)


def _leader(leaders: dict[str, str], id: str) -> str:
    while leaders[id] != id:
        # Halving the path keeps later walks short (union-find).
        leaders[id] = leaders[leaders[id]]
        id = leaders[id]
    return id
