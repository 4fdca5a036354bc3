# SPDX-License-Identifier: MIT
"""What the match list shows, and which of it a filter leaves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from diptych.compare.values import Evidence, Kind

READING_ORDER = "reading"
STRENGTH_ORDER = "strength"


@dataclass(frozen=True, slots=True)
class MatchRow:
    """One match as a card.

    ``index`` names the match for whoever gave the row. Marks are half-open
    ranges inside the texts, to be underlined. ``verdict`` is empty,
    ``accepted`` or ``rejected``. ``place`` says where ("left paragraph 12,
    right paragraph 3") for those who listen. ``evidence`` is told when the reader
    asks why.
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
    verdict: str = ""
    has_note: bool = False
    place: str = ""
    evidence: Evidence = field(default_factory=Evidence)


@dataclass(frozen=True, slots=True)
class OnlyRow:
    """A passage without counterpart; ``place`` says where it stands ("paragraph 3")."""

    index: int
    text: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class MatchFilter:
    """Which matches the reader wants to see; ``strength`` is the least, 0 to 1."""

    kinds: frozenset[Kind] = frozenset(Kind)
    strength: float = 0.0
    rejected_shown: bool = False
    order: str = READING_ORDER

    def shows(self, kind: Kind, strength: float, verdict: str = "") -> bool:
        """Tell whether a match of that kind, strength and verdict is shown."""
        if verdict == "rejected" and not self.rejected_shown:
            return False
        return kind in self.kinds and strength >= self.strength


def visible(rows: Iterable[MatchRow], choice: MatchFilter) -> tuple[MatchRow, ...]:
    """Return the rows a filter leaves, in its order; equal strengths keep theirs."""
    left = [row for row in rows if choice.shows(row.kind, row.strength, row.verdict)]
    if choice.order == STRENGTH_ORDER:
        left.sort(key=lambda row: -row.strength)
    return tuple(left)


def counts(rows: Sequence[MatchRow], choice: MatchFilter) -> dict[Kind, int]:
    """Return how many matches each kind's chip stands for, whether it is on or off."""
    result = dict.fromkeys(Kind, 0)
    for row in rows:
        if row.strength >= choice.strength and (row.verdict != "rejected" or choice.rejected_shown):
            result[row.kind] += 1
    return result
