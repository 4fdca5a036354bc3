# SPDX-License-Identifier: MIT
"""What the search list shows of a hit, and how it stays steady while it grows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from diptych.values import dataclass


class RowKind(StrEnum):
    """What a row of the list is."""

    HIT = "hit"  # an article's best passage
    PASSAGE = "passage"  # a further one, listed below it
    NOTE = "note"  # one of the reader's notes
    QUERY = "query"  # something to search for: a better spelling, an earlier search


@dataclass(frozen=True, slots=True)
class HitRow:
    """One passage that was found.

    ``marks`` are half-open ranges inside ``snippet``; ``span_start`` and
    ``span_end`` are the passage's place in the article's text; ``more`` is how
    many further passages of the same article were found but are not listed.
    ``article_id`` is the note's id for a note and empty for a query, whose
    words are the title.
    """

    article_id: str
    title: str
    meta: str = ""
    snippet: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    span_start: int = 0
    span_end: int = 0
    more: int = 0
    kind: RowKind = RowKind.HIT

    @property
    def key(self) -> tuple[str, str, int, int]:
        """What makes this the same hit in the next list."""
        name = self.title if self.kind is RowKind.QUERY else self.article_id
        return (self.kind, name, self.span_start, self.span_end)

    @property
    def is_in_article(self) -> bool:
        """Tell whether the row is a place in an article, which can be pinned."""
        return self.kind in (RowKind.HIT, RowKind.PASSAGE)


def steady(shown: Sequence[HitRow], fresh: Sequence[HitRow]) -> tuple[HitRow, ...]:
    """Return ``fresh`` so that no row already shown changes its place.

    Rows that are no longer found stay until the next query; new ones follow
    at the end.
    """
    by_key = {row.key: row for row in fresh}
    kept = [by_key.pop(row.key, row) for row in shown]
    return (*kept, *by_key.values())


def opened(
    rows: Sequence[HitRow], article_id: str, passages: Sequence[HitRow]
) -> tuple[HitRow, ...]:
    """Return the rows with an article's further passages right below its hit."""
    listed: list[HitRow] = []
    for row in rows:
        if row.kind is RowKind.PASSAGE and row.article_id == article_id:
            continue
        if row.kind is RowKind.HIT and row.article_id == article_id:
            # The hit itself is one of them.
            others = [p for p in passages if p.span_start != row.span_start]
            listed += [replace(row, more=0), *others]
        else:
            listed.append(row)
    return tuple(listed)
