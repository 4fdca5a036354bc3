# SPDX-License-Identifier: MIT
"""One segment out of several, without the articles that were deleted."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from diptych.search.codec import Listed
from diptych.search.indexed import WORD_FIELDS
from diptych.search.segment import Array, Ints, Packed, Segment, narrow, packed

_GONE = -1
_SEGMENTS_A_LEVEL = 8
# Articles; a merge of so many stays under 100 MB.
_LARGEST_MERGE = 2_500
_FEWEST_MERGED = 3
_PAIRS_AT_ONCE = 100_000


def worth_merging(sizes: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Choose the segments to make one of.

    ``sizes`` are living and all articles of each. They fall into levels, each
    eight times the one below. Eight segments of a level become one of the next,
    up to the size that memory allows, so that an article is rewritten a few times
    at most. A segment that is mostly deleted is rewritten too.
    """
    chosen = {i for i, (living, every) in enumerate(sizes) if 2 * living < every}
    total = sum(sizes[i][0] for i in chosen)
    highest = _level(max((living for living, _ in sizes), default=0))
    for level in range(highest + 1):
        here = [
            i for i, (living, _) in enumerate(sizes) if i not in chosen and _level(living) <= level
        ]
        if len(here) + bool(chosen) < _SEGMENTS_A_LEVEL:
            continue
        grown, fitting = total, []
        for i in sorted(here, key=lambda i: sizes[i][0]):
            if grown + sizes[i][0] <= _LARGEST_MERGE:
                fitting.append(i)
                grown += sizes[i][0]
        if len(fitting) + bool(chosen) >= _FEWEST_MERGED:
            chosen.update(fitting)
            total = grown
    return frozenset(chosen)


@dataclass(frozen=True, slots=True)
class Merged:
    """A segment made of others, and where their articles went."""

    segment: Segment
    numbers: Sequence[Ints]

    def numbers_of(self, part: int, listed: Listed) -> list[int]:
        """Return the new numbers of a part's articles that were deleted since it was read."""
        new = self.numbers[part][sorted(listed.deleted_docs())]
        return [int(number) for number in new if number != _GONE]


def merged(segments: Sequence[Segment], deleted: Sequence[Collection[int]]) -> Merged:
    """Return the living articles of all segments, in their order."""
    numbers = _new_numbers(segments, deleted)
    return Merged(_merged(segments, numbers), numbers)


def _merged(segments: Sequence[Segment], numbers: Sequence[Ints]) -> Segment:
    keys, ranks = _united([segment.terms for segment in segments])
    terms, articles, counts, starts = _pairs(segments, numbers, ranks)
    places = _gathered([segment.places for segment in segments], starts, counts)
    used, first_pair = np.unique(terms, return_index=True)
    place_starts = np.append(0, np.cumsum(counts, dtype=np.int64))
    first_pair = np.append(first_pair, len(terms))
    new_rank = np.full(len(keys), _GONE, np.int64)
    new_rank[used] = np.arange(len(used))
    written, form_terms, form_counts = _forms(segments, ranks, new_rank)
    living = [np.flatnonzero(number != _GONE) for number in numbers]
    return Segment(
        terms=packed([keys[i] for i in used.tolist()]),
        first_pair=first_pair.astype(np.uint32),
        first_place=place_starts[first_pair].astype(np.uint32),
        pair_articles=narrow(articles),
        pair_counts=narrow(counts),
        places=narrow(places),
        forms=written,
        form_terms=form_terms.astype(np.uint32),
        form_counts=narrow(form_counts),
        lengths=_lengths(segments, living),
        dates=np.concatenate([s.dates[kept] for s, kept in zip(segments, living, strict=True)]),
        stored=packed(
            [s.stored[i] for s, kept in zip(segments, living, strict=True) for i in kept.tolist()]
        ),
    )


def _new_numbers(segments: Sequence[Segment], deleted: Sequence[Collection[int]]) -> list[Ints]:
    """Return for each segment the new number of each article, or _GONE."""
    numbers, past = [], 0
    for segment, gone in zip(segments, deleted, strict=True):
        alive = np.ones(len(segment), bool)
        alive[list(gone)] = False
        number = np.where(alive, np.cumsum(alive) - 1 + past, _GONE).astype(np.int64)
        past += int(alive.sum())
        numbers.append(number)
    return numbers


def _united(lists: Sequence[Packed]) -> tuple[list[bytes], list[Ints]]:
    """Return all strings sorted and, for each list, where its strings went."""
    every = [strings.all() for strings in lists]
    keys = sorted(set().union(*every))
    rank = {key: i for i, key in enumerate(keys)}
    return keys, [
        np.fromiter(map(rank.__getitem__, strings), np.int64, len(strings)) for strings in every
    ]


def _pairs(
    segments: Sequence[Segment], numbers: Sequence[Ints], ranks: Sequence[Ints]
) -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.uint32], npt.NDArray[np.uint32], Ints]:
    """Return term, article, count and first place of every pair that lives on, by term."""
    keys: list[Ints] = []
    counts: list[npt.NDArray[np.uint32]] = []
    starts: list[Ints] = []
    base = 0
    for segment, number, rank in zip(segments, numbers, ranks, strict=True):
        terms = np.repeat(rank, _steps(segment.first_pair))
        articles = number[segment.pair_articles]
        often = segment.pair_counts.astype(np.uint32)
        begins = np.cumsum(often, dtype=np.int64) - often + base
        base += len(segment.places)
        living = articles != _GONE
        keys.append((terms[living] << 32) | articles[living])
        counts.append(often[living])
        starts.append(begins[living])
    key = np.concatenate(keys)
    del keys
    order = np.argsort(key, kind="stable")
    key = key[order]
    return (
        (key >> 32).astype(np.uint32),
        (key & 0xFFFFFFFF).astype(np.uint32),
        np.concatenate(counts)[order],
        np.concatenate(starts)[order],
    )


def _gathered(
    parts: Sequence[Array], starts: Ints, counts: npt.NDArray[np.uint32]
) -> npt.NDArray[np.uint32]:
    """Return the positions of all pairs in their new order, a part at a time to spare memory."""
    places = np.concatenate([part.astype(np.uint32, copy=False) for part in parts])
    ordered = np.empty(int(counts.sum(dtype=np.int64)), np.uint32)
    past = 0
    for first in range(0, len(counts), _PAIRS_AT_ONCE):
        some = counts[first : first + _PAIRS_AT_ONCE].astype(np.int64)
        begins = starts[first : first + _PAIRS_AT_ONCE]
        shift = np.repeat(begins - (np.cumsum(some) - some), some)
        ordered[past : past + len(shift)] = places[shift + np.arange(len(shift))]
        past += len(shift)
    return ordered


def _forms(
    segments: Sequence[Segment], ranks: Sequence[Ints], new_rank: Ints
) -> tuple[Packed, Ints, Ints]:
    """Return the written forms whose term lives on, each with its term and count."""
    counts: dict[tuple[bytes, int], int] = {}
    for segment, rank in zip(segments, ranks, strict=True):
        terms = new_rank[rank[segment.form_terms]].tolist()
        often = segment.form_counts.tolist()
        for form, term, count in zip(segment.forms.all(), terms, often, strict=True):
            if term != _GONE:
                counts[form, term] = counts.get((form, term), 0) + count
    ordered = sorted(counts)
    return (
        packed([form for form, _ in ordered]),
        np.array([term for _, term in ordered], np.int64),
        np.array([counts[pair] for pair in ordered], np.int64),
    )


def _lengths(segments: Sequence[Segment], living: Sequence[Ints]) -> npt.NDArray[np.uint32]:
    rows = [
        np.concatenate([s.field_lengths(f)[kept] for s, kept in zip(segments, living, strict=True)])
        for f in WORD_FIELDS
    ]
    return np.concatenate(rows).astype(np.uint32)


def _steps(values: npt.NDArray[np.unsignedinteger]) -> Ints:
    wide = values.astype(np.int64)
    return wide[1:] - wide[:-1]


def _level(size: int) -> int:
    return max(0, size.bit_length() - 1) // 3
