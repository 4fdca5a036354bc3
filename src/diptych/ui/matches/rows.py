# SPDX-License-Identifier: MIT
"""What the match list shows, and which of it a filter leaves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field, replace
from itertools import groupby

from diptych.compare.values import PARTING, Evidence, Kind, Saying
from diptych.notes.verdict import Verdict
from diptych.services.match_filter import STRENGTH_ORDER, MatchFilter
from diptych.values import dataclass


@dataclass(frozen=True, slots=True)
class MatchRow:
    """One match as a card.

    ``index`` names the match for whoever gave the row. Marks are half-open
    ranges inside the texts, to be underlined. ``place`` says where ("left paragraph 12,
    right paragraph 3") for those who listen. ``evidence`` is told when the reader
    asks why. ``counterpart`` counts those of one left passage that are listed in a row:
    which it is, and how many there are.
    """

    index: int
    kind: Kind
    strength: float
    left_text: str
    right_text: str
    left_marks: tuple[tuple[int, int], ...] = ()
    right_marks: tuple[tuple[int, int], ...] = ()
    label: str = ""
    differing: tuple[tuple[str, str], ...] = ()
    denies: bool = False
    verdict: Verdict | None = None
    has_note: bool = False
    place: str = ""
    evidence: Evidence = field(default_factory=Evidence)
    saying: Saying = Saying.SAME_CLAIM
    left_start: int = -1
    counterpart: tuple[int, int] = (1, 1)

    @property
    def goes_on(self) -> bool:
        """Tell whether the card above it is of the same left passage."""
        return self.counterpart[0] > 1


@dataclass(frozen=True, slots=True)
class OnlyRow:
    """A passage without counterpart; ``place`` says where it stands ("paragraph 3")."""

    index: int
    text: str
    place: str = ""


def visible(rows: Iterable[MatchRow], choice: MatchFilter) -> tuple[MatchRow, ...]:
    """Return the rows a filter leaves, in its order; equal strengths keep theirs."""
    left = [
        row
        for row in rows
        if choice.shows(row.kind, row.strength, row.verdict) and choice.lists(row.saying)
    ]
    # There those of one passage are no neighbours, and say nothing of one another.
    if choice.order == STRENGTH_ORDER:
        return tuple(sorted(left, key=lambda row: -row.strength))
    return by_left_passage(left)


def by_left_passage(rows: Iterable[MatchRow]) -> tuple[MatchRow, ...]:
    """Return rows in reading order; those of one left passage know of one another."""
    result: list[MatchRow] = []
    # In reading order those of one passage are neighbours.
    for start, alike in groupby(rows, key=lambda row: row.left_start):
        group = list(alike)
        # A row without a place is of no passage.
        if start < 0 or len(group) == 1:
            result += group
        else:
            result += [
                replace(row, counterpart=(at, len(group))) for at, row in enumerate(group, 1)
            ]
    return tuple(result)


def counts(rows: Sequence[MatchRow], choice: MatchFilter) -> dict[Kind, int]:
    """Return how many matches each kind's chip stands for, whether it is on or off."""
    result = dict.fromkeys(Kind, 0)
    for row in rows:
        if _may_be_listed(row, choice):
            result[row.kind] += 1
    return result


def differing(rows: Sequence[MatchRow], choice: MatchFilter) -> int:
    """Return how many matches the chip of those that differ stands for."""
    return sum(
        # Of the kinds that are on: the chip shows those that differ among them.
        row.saying in PARTING and row.kind in choice.kinds and _may_be_listed(row, choice)
        for row in rows
    )


def _may_be_listed(row: MatchRow, choice: MatchFilter) -> bool:
    return row.strength >= choice.strength and (
        row.verdict is not Verdict.REJECTED or choice.rejected_shown
    )
