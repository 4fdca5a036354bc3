# SPDX-License-Identifier: MIT
"""What the search list shows of a hit, and how it stays steady while it grows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HitRow:
    """One passage that was found.

    ``marks`` are half-open ranges inside ``snippet``; ``span_start`` and
    ``span_end`` are the passage's place in the article's text; ``more`` is how
    many further passages of the same article were found but are not listed.
    """

    article_id: str
    title: str
    meta: str = ""
    snippet: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    span_start: int = 0
    span_end: int = 0
    more: int = 0

    @property
    def key(self) -> tuple[str, int, int]:
        """What makes this the same hit in the next list."""
        return (self.article_id, self.span_start, self.span_end)


def steady(shown: Sequence[HitRow], fresh: Sequence[HitRow]) -> tuple[HitRow, ...]:
    """Return ``fresh`` so that no row already shown changes its place.

    Rows that are no longer found stay until the next query; new ones follow
    at the end.
    """
    by_key = {row.key: row for row in fresh}
    kept = [by_key.pop(row.key, row) for row in shown]
    return (*kept, *by_key.values())
