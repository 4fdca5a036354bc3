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

from diptych.text.article import Article, BlockState
from diptych.text.words import words_as_written

_RUN = 5  # words
_ORDERS = 64
# Orders, so that an article's numbers fill a processor's cache. At each step numpy lets other
# threads in, and has to wait for its turn again.
_AT_ONCE = 16
_BAND = 4  # orders that must agree for two articles to be looked at
_ALIKE = 0.5  # of the orders agree: about two thirds of the words are shared in runs
_FEWEST_RUNS = 30
_PRIME_BITS = 31
_PRIME = (1 << _PRIME_BITS) - 1
_MOST_RUNS = 20_000
_SPACE = ord(" ")


def minhash_signature(article: Article) -> bytes:
    """Return 64 hashes that tell how alike two articles are; nothing for a short one."""
    import numpy  # the window, which only groups sketches, does without

    text = article.reading_text()
    shown = (block.span for block in article.blocks if block.state is BlockState.SHOWN)
    words = [word for span in shown for word in words_as_written(span.of(text))]
    # Each run once, for a refrain makes two no more alike. crc32, not hash(): Python seeds that
    # anew in each process.
    found = set(map(zlib.crc32, _runs(" ".join(words).casefold().encode())))
    if len(found) < _FEWEST_RUNS:
        return b""
    hashes = numpy.fromiter(found, numpy.uint64, len(found))
    hashes %= _PRIME
    factors, summands = (numpy.array(each, numpy.uint64)[:, None] for each in _orders())
    least = numpy.empty(_ORDERS, dtype=numpy.uint32)
    for first in range(0, _ORDERS, _AT_ONCE):
        some = slice(first, first + _AT_ONCE)
        # h(x) = (a·x + b) mod p: all below 2^31, so that the sum fits 64 bits.
        ranks = hashes * factors[some] + summands[some]
        # By 2^31 - 1 one divides by adding what is above its bits to what is within; twice, and
        # only the prime itself is left for 0. Twice as quick as %.
        for _ in range(2):
            above = ranks >> _PRIME_BITS
            ranks &= _PRIME
            ranks += above
        ranks[ranks == _PRIME] = 0
        least[some] = ranks.min(axis=1)
    return least.tobytes()


def _runs(words: bytes) -> list[bytes]:
    """Return the runs of five words of a text."""
    import numpy

    places = numpy.flatnonzero(numpy.frombuffer(words, numpy.uint8) == _SPACE)
    spaces = places[: _MOST_RUNS + _RUN - 1].tolist()
    starts = [0, *(space + 1 for space in spaces[: _MOST_RUNS - 1])]
    ends = [*spaces, len(words)][_RUN - 1 :]
    return [words[start:end] for start, end in zip(starts, ends, strict=False)]


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
