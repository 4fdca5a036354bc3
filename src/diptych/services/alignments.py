# SPDX-License-Identifier: MIT
"""Keeps the places of two articles that the reader has aligned by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from diptych.notes.pair_store import Alignment

if TYPE_CHECKING:
    from diptych.services.stores import Stores


def kept_alignments(stores: Stores, left_id: str, right_id: str) -> tuple[Alignment, ...]:
    """Return the alignments of a pair in the order of the left text.

    Those of before a file was changed stand where their words stand now.
    """
    # With the notes and not in the cache: what the reader aligned is nobody's to make again.
    for left, right in stores.catalogue.versions.of_pair(left_id, right_id):
        kept = stores.notes.pairs.alignments(left, right)
        if kept:
            lefts = _now(stores, left, left_id, [each.left for each in kept])
            rights = _now(stores, right, right_id, [each.right for each in kept])
            return tuple(sorted(map(Alignment, lefts, rights)))
    return ()


def _now(stores: Stores, before_id: str, now_id: str, places: Sequence[int]) -> list[int]:
    """Return where the words at places of an article stand after its file was changed."""
    before = None if before_id == now_id else stores.catalogue.stored(before_id)
    if before is None:
        return list(places)
    from diptych.text.place_again import place_again

    now = stores.catalogue.article(now_id)
    return [place_again(before, place, now) for place in places]


def keep_alignments(
    stores: Stores, left_id: str, right_id: str, alignments: Iterable[Alignment]
) -> None:
    """Replace the alignments of a pair."""
    kept = tuple(alignments)
    # Those of before a file was changed would come back in the place of none.
    every = stores.catalogue.versions.of_pair(left_id, right_id)
    for left, right in every[:1] if kept else every:
        stores.notes.pairs.set_alignments(left, right, kept)
