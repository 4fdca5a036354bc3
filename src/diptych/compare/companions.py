# SPDX-License-Identifier: MIT
"""Read this with: which of many articles share most passages with one.

Of all sketches the likely ones are found by the words and bits of whole articles and
by single passages near in meaning; those are then compared passage by passage.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from itertools import groupby, pairwise

import numpy as np
from numpy.typing import NDArray

from diptych.compare.sketches import BITS, BUCKETS, Bits, Hashes, Ints, Sketch, Sketches, hashed
from diptych.values import dataclass

_LEAST_WORDS = 3  # fewer shared content words are no counterpart
_ALIKE_IN_WORDS = 0.35  # cosine of rarity-weighted words
_ALIKE_IN_MEANING = 0.62  # cosine of vectors, told from the bits
# Of 64, 128, 192 and all bits, how many may differ; of passages just alike about
# 18, 37, 55 and 73 do, so that 9 in 100 of them are lost at the first look.
_LOOKED_AT = (22, 44, 62, 73)
_BITS_AT_ONCE = 1 << 17  # passages
_CANDIDATES = 60  # articles by each sign that are compared passage by passage
_AT_ONCE = 100  # articles
_PAIRS_AT_ONCE = 4_000_000  # of passages; some 100 MB
_MEETING_AT_ONCE = 20_000  # pairs of passages whose words meet; what fits a processor's own memory
_MOST_PAIRS = 40_000_000  # of two articles; two books of 140,000 words

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Companion:
    """An article of the shelf that shares passages with the one asked for.

    ``shared`` counts passages of the article asked for, ``passage`` numbers the
    one that is most alike, and ``strength`` sums how alike they all are.
    """

    id: str
    shared: int
    strength: float
    passage: int


@dataclass(frozen=True, slots=True)
class Telling:
    """The passage of an article of the shelf that is most alike to the one asked for.

    ``by_words`` tells whether it shares words enough, and not the meaning alone.
    """

    id: str
    passage: int
    alike: float  # cosine, by words or by meaning, whichever is more
    by_words: bool = True


class Shelf:
    """The sketches of many articles, ready to be asked."""

    def __init__(self, ids: Sequence[str] = (), sketches: Sequence[Sketch] = ()) -> None:
        self.ids = tuple(ids)
        self.sketches = Sketches.of(sketches)

    def __len__(self) -> int:
        return len(self.ids)

    def with_changes(self, gone: set[str], new: dict[str, Sketch]) -> Shelf:
        """Return a shelf without some articles and with others added or replaced."""
        kept = {
            id_: one
            for id_, one in zip(self.ids, self.sketches, strict=True)
            if id_ not in gone and id_ not in new
        }
        return Shelf((*kept, *new), (*kept.values(), *new.values()))

    def of(self, id_: str) -> Sketch | None:
        """Return the sketch of an article of the shelf."""
        place = self._places.get(id_)
        return None if place is None else self.sketches[place]

    def companions(self, wanted: Sketch, *, limit: int, without: str = "") -> tuple[Companion, ...]:
        """Return the articles that share passages with ``wanted``, most first.

        With the shelf's length for a limit, however long it takes, none is passed over.
        """
        if not len(self) or not len(wanted):
            return ()
        likely = self._likely(wanted, max(_CANDIDATES, limit))
        return self._ranked(wanted, [n for n in likely if self.ids[n] != without])[:limit]

    def tellings(self, wanted: Sketch, *, limit: int, without: str = "") -> tuple[Telling, ...]:
        """Return the articles with a passage alike to one of ``wanted``, most alike first.

        One of an article, the first of those equally alike.
        """
        if not len(self) or not len(wanted):
            return ()
        in_words = self._alike_by_words(wanted)
        alike = np.maximum(in_words, self._alike_by_meaning(wanted))
        some = np.flatnonzero(alike)
        order = some[np.argsort(-alike[some], kind="stable")]
        # Passages of all articles stand in one row: the last article that begins before one owns
        # it.
        places = np.searchsorted(self.sketches.first, order, side="right") - 1
        found: dict[int, Telling] = {}
        for place, at in zip(places.tolist(), order.tolist(), strict=True):
            if place not in found and self.ids[place] != without:
                passage = at - int(self.sketches.first[place])
                cosine = round(float(alike[at]), 4)
                found[place] = Telling(self.ids[place], passage, cosine, bool(in_words[at]))
                if len(found) == limit:
                    break
        return tuple(found.values())

    def _alike_by_words(self, wanted: Sketch) -> Floats:
        """Return for each passage its cosine to the one of ``wanted`` that is nearest."""
        every = self.sketches
        best = np.zeros(every.passage_count, np.float32)
        for number in range(len(wanted)):
            own = wanted.stems[wanted.starts[number] : wanted.starts[number + 1]]
            weight = np.zeros(BUCKETS, np.float32)
            # Squared, since both sides of a cosine carry the weight of the word.
            weight[own] = self.passage_rarity[own] ** 2
            at = np.flatnonzero((weight > 0)[every.stems])
            owner = np.searchsorted(every.starts, at, side="right") - 1
            # Of half a million passages a few hundred share enough words: only they are weighed.
            count = np.bincount(owner, minlength=len(best))
            near = np.flatnonzero(count >= _LEAST_WORDS)
            product = np.bincount(owner, weight[every.stems[at]], minlength=len(best))
            squares = np.array([self._square(place) for place in near.tolist()], np.float32)
            cosine = product[near] / np.sqrt(np.maximum(squares * weight.sum(), 1e-9))
            best[near] = np.maximum(best[near], np.where(cosine >= _ALIKE_IN_WORDS, cosine, 0))
        return best

    def _square(self, passage: int) -> float:
        """Return how much the words of a passage weigh."""
        own = slice(*self.sketches.starts[passage : passage + 2])
        return float((self.passage_rarity[self.sketches.stems[own]] ** 2).sum())

    def _alike_by_meaning(self, wanted: Sketch) -> Floats:
        best = np.zeros(self.sketches.passage_count, np.float32)
        if wanted.by_meaning:
            for one in wanted.bits:
                # Not by parts that are laid out anew: one question is soon over.
                at, differing = _near(tuple(self.sketches.bits.T), one)
                places = self.sketches.bits_passage[at]
                best[places] = np.maximum(best[places], _cosine_of()[differing])
        return best

    @cached_property
    def passage_rarity(self) -> Floats:
        """How rare each word is among all passages, as ``rarity`` is among the articles.

        In a few articles on one affair every word of weight stands in each of them.
        """
        total = self.sketches.passage_count
        rare = np.log((total + 1) / (self.sketches.counts + 0.5))
        return np.maximum(rare, 0.1).astype(np.float32)

    def rarity_of(self, stem: str) -> float:
        """Return how rare a word is among the passages."""
        return float(self.passage_rarity[hashed(stem)])

    def shared(self, one: Sketch, others: Sequence[Sketch]) -> list[int]:
        """Return how many passages an article shares with each of others.

        Where several passages of one side meet the same of the other, the
        smaller number counts, so that both sides say the same.
        """
        filled = [other for other in others if len(other)]
        if not len(one) or not filled:
            return [0] * len(others)
        ours = [0] * len(filled)
        theirs = [np.zeros(len(other), np.bool_) for other in filled]
        # A block of rows at a time, so that our counts add up and theirs are joined by "or".
        for alike, first in _alike(one, filled, self.rarity):
            for at, (start, end) in enumerate(pairwise(first)):
                found = alike[:, start:end] > 0
                ours[at] += int(found.any(axis=1).sum())
                theirs[at][: end - start] |= found.any(axis=0)
        counts = iter(min(count, int(met.sum())) for count, met in zip(ours, theirs, strict=True))
        return [next(counts) if len(other) else 0 for other in others]

    @cached_property
    def rarity(self) -> Floats:
        """How rare each word is among the articles, ln((N + 1) / (df + 0.5)), at least 0.1."""
        counted = np.bincount(self._words[1], minlength=BUCKETS)
        rare = np.log((len(self) + 1) / (counted + 0.5))
        # In a small library every word looks common; length must still not decide.
        return np.maximum(rare, 0.1).astype(np.float32)

    @cached_property
    def without_meaning(self) -> frozenset[str]:
        """The articles with passages whose meaning is not sketched."""
        lacking = (self.sketches.passages > 0) & ~self.sketches.by_meaning
        return frozenset(self.ids[place] for place in np.flatnonzero(lacking).tolist())

    @cached_property
    def _places(self) -> dict[str, int]:
        return {id_: place for place, id_ in enumerate(self.ids)}

    @cached_property
    def _words(self) -> tuple[Ints, Hashes, Ints]:
        """The articles that have words, their words each once, and where whose begin."""
        each = [np.unique(one.stems) for one in self.sketches]
        places = [place for place, found in enumerate(each) if len(found)]
        lengths = [len(each[place]) for place in places]
        starts = np.cumsum([0, *lengths])[:-1].astype(np.int64)
        stems = np.concatenate([np.zeros(0, np.uint32), *(each[place] for place in places)])
        return np.array(places, np.int64), stems, starts

    @cached_property
    def _meanings(self) -> Floats:
        """The mean signs of whole articles less those of all; zero without bits."""
        rows = np.stack([_mean_signs(one) for one in self.sketches])
        known = self.sketches.by_meaning
        # What all articles have in common tells none of them from another.
        if known.any():
            rows[known] -= rows[known].mean(axis=0)
        return rows

    def _likely(self, wanted: Sketch, count: int) -> list[int]:
        """Return the articles likely to share most, by words and by meaning."""
        weight = np.zeros(BUCKETS, np.float32)
        stems = np.unique(wanted.stems)
        weight[stems] = self.rarity[stems] ** 2
        places, words, starts = self._words
        by_words = np.zeros(len(self), np.float32)
        if len(places):
            # One sum an article: its words stand behind one another.
            by_words[places] = np.add.reduceat(weight[words], starts)
        found = set(_greatest(by_words, count))
        if wanted.by_meaning:
            # Whole articles first, then single passages: a long one with one page in common
            # looks like nothing on the whole.
            found.update(_greatest(self._meanings @ _mean_signs(wanted), count))
            found.update(_greatest(self._near_in_meaning(wanted), count))
        return sorted(found)

    @cached_property
    def _bits(self) -> tuple[tuple[tuple[Bits, ...], Ints], ...]:
        """The bits of all passages, by 64 at a time, with whose passages they are.

        They come in parts of whole articles that stay in the cache of a core.
        """
        every = self.sketches
        filled = np.flatnonzero(every.by_meaning).tolist()
        ends = np.cumsum(every.passages[filled])
        parts = []
        # Whole articles: a passage's owner must not lie in two parts.
        for _, places in groupby(zip(filled, ends, strict=True), lambda f: f[1] // _BITS_AT_ONCE):
            own = [place for place, _ in places]
            bits = np.concatenate([every[place].bits for place in own])
            owner = np.repeat(own, every.passages[own])
            parts.append((tuple(np.ascontiguousarray(part) for part in bits.T), owner))
        return tuple(parts)

    def _near_in_meaning(self, wanted: Sketch) -> Floats:
        """Return how many passages of ``wanted`` each article shares by meaning, and a bit more.

        What is more orders equal ones by how near they are. Most passages are left
        out after a look at 64 or 128 bits, and of those just alike a few with them.
        """
        shared: Floats = np.zeros(len(self), np.float32)
        for parts, owner in self._bits:
            for one in wanted.bits:
                at, differing = _near(parts, one)
                if len(at):
                    first = np.flatnonzero(np.diff(owner[at], prepend=-1))
                    best = np.maximum.reduceat(_cosine_of()[differing], first)
                    # A shared passage counts 1; what cosines add is less than 1 in all, so that
                    # they order equal counts alone.
                    shared[owner[at[first]]] += 1 + best / (len(wanted) + 1)
        return shared

    def _ranked(self, wanted: Sketch, places: Sequence[int]) -> tuple[Companion, ...]:
        companions = []
        for first in range(0, len(places), _AT_ONCE):
            # Those without passages would upset ``reduceat``.
            some = [place for place in places[first : first + _AT_ONCE] if self.sketches[place]]
            best = _best_of_each(wanted, [self.sketches[place] for place in some], self.rarity)
            for place, alike in zip(some, best, strict=True):
                if shared := int((alike > 0).sum()):
                    strength = round(float(alike.sum()), 4)
                    companions.append(
                        Companion(self.ids[place], shared, strength, int(alike.argmax()))
                    )
        return tuple(sorted(companions, key=lambda c: (-c.shared, -c.strength, c.id)))


def _best_of_each(wanted: Sketch, others: Sequence[Sketch], rarity: Floats) -> Floats:
    """Return for each article (row) how alike its best passage is to each one ``wanted``."""
    if not others:
        return np.zeros((0, len(wanted)), np.float32)
    pieces = [
        np.maximum.reduceat(alike, first[:-1], axis=1).T
        for alike, first in _alike(wanted, others, rarity)
    ]
    return np.concatenate(pieces, axis=1)


def _alike(
    wanted: Sketch, others: Sequence[Sketch], rarity: Floats
) -> Iterator[tuple[Floats, Ints]]:
    """Yield how alike each two passages are, and where each article's columns begin.

    Some passages of ``wanted`` are looked at each time, so that it takes little
    memory; of an article without end only the beginning. Zero stands for
    passages that are not alike enough; no article may be empty.
    """
    most = max(1, _MOST_PAIRS // len(wanted))
    others = [other.part(0, most) if len(other) > most else other for other in others]
    # A row of the table for each passage of ours, a column for each of theirs.
    rows = max(1, _PAIRS_AT_ONCE // sum(len(other) for other in others))
    for top in range(0, len(wanted), rows):
        some = wanted if rows >= len(wanted) else wanted.part(top, min(top + rows, len(wanted)))
        yield _alike_among(some, others, rarity)


def _alike_among(wanted: Sketch, others: Sequence[Sketch], rarity: Floats) -> tuple[Floats, Ints]:
    most = max(1, _MEETING_AT_ONCE // len(wanted))
    some = [_alike_in_words(wanted, few, rarity) for few in _a_few_each(others, most)]
    words = np.concatenate(some, axis=1)
    alike = np.where(words >= _ALIKE_IN_WORDS, words, 0)
    first = np.cumsum([0, *(len(other) for other in others)])
    for at, other in enumerate(others):
        if wanted.by_meaning and other.by_meaning:
            own = slice(first[at], first[at + 1])
            cosines = _alike_in_meaning(wanted.bits, other.bits)
            near = np.where(cosines >= _ALIKE_IN_MEANING, cosines, 0)
            alike[:, own] = np.maximum(alike[:, own], near)
    return alike, first


def _a_few_each(sketches: Sequence[Sketch], most: int) -> Iterator[list[Sketch]]:
    """Yield some of the sketches each time, of ``most`` passages together or one alone."""
    few: list[Sketch] = []
    for one in sketches:
        if few and sum(map(len, few)) + len(one) > most:
            yield few
            few = []
        few.append(one)
    yield few


def _alike_in_words(wanted: Sketch, others: Sequence[Sketch], rarity: Floats) -> Floats:
    """Return the cosine of each two passages, 0 where they share too few words."""
    theirs = np.concatenate([one.stems for one in others])
    their_owner, their_squares = _owners(others, theirs, rarity)
    our_owner, our_squares = _owners([wanted], wanted.stems, rarity)
    # Which passages of ours hold a word: those from start to start + times of ``order``.
    order = np.argsort(wanted.stems, kind="stable")
    times = np.bincount(wanted.stems, minlength=BUCKETS)
    start = np.cumsum(times) - times
    # Each word of theirs meets every passage of ours that has it; one entry a meeting.
    meetings = times[theirs]
    entry = np.repeat(np.arange(len(theirs)), meetings)
    nth = np.arange(len(entry)) - np.repeat(np.cumsum(meetings) - meetings, meetings)
    word = theirs[entry]
    width = len(their_squares)
    # Row and column as one number, so that one bincount sums all pairs.
    cell = our_owner[order[start[word] + nth]] * width + their_owner[entry]
    count = np.bincount(cell, minlength=len(wanted) * width)
    product = np.bincount(cell, rarity[word] ** 2, minlength=len(wanted) * width)
    lengths = np.sqrt(np.outer(our_squares, their_squares)).ravel()
    alike = np.where(count >= _LEAST_WORDS, product / np.maximum(lengths, 1e-9), 0)
    return alike.reshape(len(wanted), width).astype(np.float32)


def _owners(sketches: Sequence[Sketch], stems: Hashes, rarity: Floats) -> tuple[Ints, Floats]:
    """Return to which passage each word belongs, and how much a passage's words weigh."""
    lengths = np.concatenate([np.diff(one.starts) for one in sketches])
    owner = np.repeat(np.arange(len(lengths)), lengths)
    squares = np.bincount(owner, rarity[stems] ** 2, minlength=len(lengths))
    return owner, squares.astype(np.float32)


def _near(parts: Sequence[Bits], one: Bits) -> tuple[Ints, Ints]:
    """Return which passages are near one in meaning, and in how many bits they differ."""
    differing = np.bitwise_count(parts[0] ^ one[0])
    at = np.flatnonzero(differing <= _LOOKED_AT[0])
    differing = differing[at]
    # What differs too much in 64 bits is not looked at in 128: most drop out here.
    for part, own, most in zip(parts[1:], one[1:], _LOOKED_AT[1:], strict=True):
        differing = differing + np.bitwise_count(part[at] ^ own)
        near = differing <= most
        at, differing = at[near], differing[near]
    return at, differing


def _alike_in_meaning(one: Bits, other: Bits) -> Floats:
    """Return the cosines that the bits of each two passages stand for."""
    differing = np.bitwise_count(one[:, None, :] ^ other[None, :, :]).sum(axis=2, dtype=np.uint16)
    return np.asarray(_cosine_of()[differing], np.float32)


@cache
def _cosine_of() -> Floats:
    # A table, since there are but 257 answers: cosine = cos(pi * differing bits / 256).
    return np.cos(np.pi * np.arange(BITS + 1) / BITS).astype(np.float32)


def _mean_signs(one: Sketch) -> Floats:
    if not one.by_meaning:
        return np.zeros(BITS, np.float32)
    each = np.unpackbits(one.bits.view(np.uint8), axis=1)
    # From 0 and 1 to -1 and 1: bits that go either way cancel out.
    return np.asarray(each.mean(axis=0) * 2 - 1, np.float32)


def _greatest(values: Floats, count: int) -> list[int]:
    """Return the places of the greatest values, equal ones from the front."""
    order = np.argsort(-values, kind="stable")[:count]
    return [int(place) for place in order if values[place] > 0]
