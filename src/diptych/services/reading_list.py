# SPDX-License-Identifier: MIT
"""What was read and what is to be read; pairs to come back to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from diptych.library.progress import ON_THE_LIST, ReadingState, SavedPair

if TYPE_CHECKING:
    from diptych.library.entry import Entry
    from diptych.services.stores import Stores


def mark(stores: Stores, ids: Sequence[str], state: ReadingState) -> None:
    """Say how far the reader has come with articles."""
    stores.catalogue.reading.mark(ids, state)


def reading_list(stores: Stores, states: Sequence[ReadingState] = ON_THE_LIST) -> tuple[Entry, ...]:
    """Return the articles in one of the states, as the library lists them."""
    return tuple(entry for entry in stores.catalogue.entries() if entry.reading in states)


def saved_pairs(stores: Stores) -> tuple[SavedPair, ...]:
    """Return the pairs kept under a name, the newest first, as their files are now."""
    latest = stores.catalogue.versions.latest
    return tuple(
        replace(pair, left=latest(pair.left), right=latest(pair.right))
        for pair in stores.catalogue.reading.pairs()
    )


def save_pair(stores: Stores, pair: SavedPair) -> None:
    """Keep a pair under a name; another one of that name gives way."""
    stores.catalogue.reading.save_pair(pair)


def forget_pair(stores: Stores, name: str) -> None:
    """Keep a pair no longer; its articles stay."""
    stores.catalogue.reading.forget_pair(name)
