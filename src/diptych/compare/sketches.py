# SPDX-License-Identifier: MIT
"""An article in brief, and the briefs of many articles in a few arrays.

A sketch keeps for each passage the hashes of its content words and 256 bits that
stand for its meaning (random hyperplanes, Charikar 2002).
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import cached_property
from typing import overload

import numpy as np
from numpy.typing import NDArray

from diptych.compare.reading import read_once
from diptych.text.article import Article
from diptych.text.vectors import Vectors
from diptych.text.words import WORDS_VERSION
from diptych.values import dataclass

# The first number rises when the same article is cut or sketched otherwise.
SKETCH_VERSION = f"4.{WORDS_VERSION}"

# Cosine from signs: cos(pi * differing bits / 256), true to about pi / (2 * 16) = .1.
BITS = 256
WORDS_OF_BITS = BITS // 64
# Two words may share a number; three shared words by that chance are next to never.
BUCKETS = 1 << 18

Ints = NDArray[np.int64]
Hashes = NDArray[np.uint32]
Bits = NDArray[np.uint64]


@dataclass(frozen=True, slots=True, eq=False)
class Sketch:
    """One article: passage i has the ``stems[starts[i]:starts[i + 1]]`` and ``bits[i]``.

    ``bits`` has no rows when no encoder has seen the article.
    """

    stems: Hashes
    starts: Ints
    bits: Bits

    def __len__(self) -> int:
        return len(self.starts) - 1

    def part(self, first: int, last: int) -> Sketch:
        """Return the sketch of some of the passages."""
        starts = self.starts[first : last + 1]
        stems = self.stems[starts[0] : starts[-1]]
        return Sketch(stems, starts - starts[0], self.bits[first:last])

    @property
    def by_meaning(self) -> bool:
        """Tell whether the meaning is sketched too."""
        return len(self.bits) == len(self) > 0


def sketch(article: Article, vectors: Vectors | None = None) -> Sketch:
    """Return the sketch of an article, with its meaning if there are vectors."""
    reading = read_once(article)
    # Each word once: a sketch tells which, not how often.
    hashes = [sorted({hashed(stem) for stem in stems}) for stems in reading.stems]
    starts = np.cumsum([0, *(len(found) for found in hashes)])
    flat = [value for found in hashes for value in found]
    # No rows, and not rows of zeros: unknown is another thing than without meaning.
    bits = _signs(vectors.alone) if vectors is not None else np.zeros((0, WORDS_OF_BITS))
    return Sketch(np.array(flat, np.uint32), starts.astype(np.int64), bits.astype(np.uint64))


@dataclass(frozen=True, eq=False)
class Sketches(Sequence[Sketch]):
    """The sketches of many articles, one after the other in arrays.

    Passage i of all has the ``stems[starts[i]:starts[i + 1]]``; article n has the passages
    from ``first[n]`` to ``first[n + 1]`` and the ``bits`` from ``bits_first[n]`` on. A sketch
    is cut out when it is asked for: of ten thousand a question needs a few dozen.
    """

    stems: Hashes
    starts: Ints
    first: Ints
    bits: Bits
    bits_first: Ints
    kept_counts: Ints | None = None  # what ``counts`` would find, where it is known

    @classmethod
    def of(cls, sketches: Sequence[Sketch]) -> Sketches:
        """Return some sketches put one after the other."""
        if isinstance(sketches, Sketches):
            return sketches
        none = np.zeros((0, WORDS_OF_BITS), np.uint64)
        return cls(
            np.concatenate([np.zeros(0, np.uint32), *(one.stems for one in sketches)]),
            np.cumsum(
                np.concatenate([np.zeros(1, np.int64), *(np.diff(s.starts) for s in sketches)])
            ),
            np.cumsum([0, *(len(one) for one in sketches)], dtype=np.int64),
            np.concatenate([none, *(one.bits for one in sketches)]),
            np.cumsum([0, *(len(one.bits) for one in sketches)], dtype=np.int64),
        )

    def __len__(self) -> int:
        return len(self.first) - 1

    @overload
    def __getitem__(self, at: int) -> Sketch: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Sketch, ...]: ...
    def __getitem__(self, at: int | slice) -> Sketch | tuple[Sketch, ...]:
        if isinstance(at, slice):  # ``Sequence`` promises slices too
            return tuple(self[place] for place in range(*at.indices(len(self))))
        at = range(len(self))[at]  # counts from the end and refuses what is beyond
        starts = self.starts[self.first[at] : self.first[at + 1] + 1]
        bits = self.bits[self.bits_first[at] : self.bits_first[at + 1]]
        return Sketch(self.stems[starts[0] : starts[-1]], starts - starts[0], bits)

    @cached_property
    def passages(self) -> Ints:
        """How many passages each article has."""
        return np.diff(self.first)

    @cached_property
    def by_meaning(self) -> NDArray[np.bool_]:
        """Of which articles the meaning is sketched too."""
        known: NDArray[np.bool_] = np.diff(self.bits_first) == self.passages
        return known & (self.passages > 0)

    @cached_property
    def counts(self) -> Ints:
        """In how many passages each word stands."""
        if self.kept_counts is not None:
            return self.kept_counts
        return np.bincount(self.stems, minlength=BUCKETS)

    @property
    def passage_count(self) -> int:
        """How many passages there are in all."""
        return len(self.starts) - 1

    @cached_property
    def bits_passage(self) -> Ints:
        """Of which passage each row of bits is."""
        rows = np.diff(self.bits_first)
        within = np.arange(len(self.bits)) - np.repeat(self.bits_first[:-1], rows)
        return np.repeat(self.first[:-1], rows) + within


def hashed(stem: str) -> int:
    """Return the number that stands for a stem."""
    # crc32 gives the same number in every process and on every machine, as ``hash`` does not.
    return zlib.crc32(stem.encode("utf-8", "surrogatepass")) % BUCKETS


def _signs(rows: NDArray[np.float32]) -> Bits:
    """Return on which side of each of the hyperplanes the vectors lie."""
    # The legacy generator: its stream is frozen, so that kept sketches stay comparable.
    planes = np.random.RandomState(7).standard_normal((rows.shape[1], BITS))
    # Eight signs to a byte, eight bytes to a number.
    return np.packbits(rows @ planes > 0, axis=1).view(np.uint64)
