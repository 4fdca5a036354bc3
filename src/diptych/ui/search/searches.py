# SPDX-License-Identifier: MIT
"""What was searched before and what the reader keeps to search again; pure functions."""

from __future__ import annotations

from dataclasses import replace

from diptych.settings import Searches

MOST_RECENT = 30
MOST_SAVED = 200


def with_recent(searches: Searches, query: str) -> Searches:
    """Return the searches with this one as the latest."""
    query = " ".join(query.split())
    if not query:
        return searches
    others = [q for q in searches.recent if q != query]
    return replace(searches, recent=(query, *others)[:MOST_RECENT])


def with_saved(searches: Searches, query: str) -> Searches:
    """Return the searches with this one kept, at the end."""
    query = " ".join(query.split())
    if not query or query in searches.saved:
        return searches
    return replace(searches, saved=(*searches.saved, query)[-MOST_SAVED:])


def without(searches: Searches, query: str) -> Searches:
    """Return the searches with this one forgotten."""
    return Searches(
        tuple(q for q in searches.recent if q != query),
        tuple(q for q in searches.saved if q != query),
    )
