# SPDX-License-Identifier: MIT
"""The lines of a concordance: their order, and the table they make."""

from __future__ import annotations

from collections.abc import Sequence

from diptych.values import dataclass

TEXT_ORDER, LEFT_ORDER, RIGHT_ORDER = "text", "left", "right"


@dataclass(frozen=True, slots=True)
class KeywordRow:
    """A word with what stands before and after it, on one line."""

    article_id: str
    title: str
    before: str
    word: str
    after: str
    start: int
    end: int


def in_order(rows: Sequence[KeywordRow], order: str) -> tuple[KeywordRow, ...]:
    """Return the rows as they stand in the texts, or by their neighbours.

    Left neighbours are compared from the word outwards, as concordances do.
    """
    if order == LEFT_ORDER:
        return tuple(sorted(rows, key=lambda row: row.before.casefold().split()[::-1]))
    if order == RIGHT_ORDER:
        return tuple(sorted(rows, key=lambda row: row.after.casefold().split()))
    return tuple(rows)


def as_table(rows: Sequence[KeywordRow], header: Sequence[str]) -> str:
    """Return the rows as tab-separated lines under a header, for a spreadsheet."""
    lines = ["\t".join(header)]
    lines += ["\t".join(map(_cell, (r.title, r.before, r.word, r.after))) for r in rows]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    # A tab or a line break would begin another cell.
    return " ".join(text.split())
