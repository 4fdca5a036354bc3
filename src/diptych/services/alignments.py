# SPDX-License-Identifier: MIT
"""Keeps the places of two articles that the reader has aligned by hand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from diptych.notes.pair_store import Alignment

if TYPE_CHECKING:
    from diptych.services.stores import Stores


def kept_alignments(stores: Stores, left_id: str, right_id: str) -> tuple[Alignment, ...]:
    """Return the alignments of a pair in the order of the left text."""
    # With the notes and not in the cache: what the reader aligned is nobody's to make again.
    return stores.notes.pairs.alignments(left_id, right_id)


def keep_alignments(
    stores: Stores, left_id: str, right_id: str, alignments: Iterable[Alignment]
) -> None:
    """Replace the alignments of a pair."""
    stores.notes.pairs.set_alignments(left_id, right_id, alignments)
