# SPDX-License-Identifier: MIT
"""Which matches the reader wants to see."""

from __future__ import annotations

from dataclasses import dataclass

from diptych.compare.values import PARTING, Kind, Saying
from diptych.notes.pair_store import Verdict

READING_ORDER = "reading"
STRENGTH_ORDER = "strength"


@dataclass(frozen=True, slots=True)
class MatchFilter:
    """Kinds, the least strength from 0 to 1, and whether those rejected are shown.

    With ``differing_only`` the reader goes through the places where the two part; what
    the pair has in common, and what stands on one side alone, is told as before.
    """

    kinds: frozenset[Kind] = frozenset(Kind)
    strength: float = 0.0
    rejected_shown: bool = False
    order: str = READING_ORDER
    differing_only: bool = False

    def shows(self, kind: Kind, strength: float, verdict: Verdict | None = None) -> bool:
        """Tell whether a match of that kind, strength and verdict is shown."""
        if verdict is Verdict.REJECTED and not self.rejected_shown:
            return False
        return kind in self.kinds and strength >= self.strength

    def lists(self, saying: Saying) -> bool:
        """Tell whether of what is shown a match of that saying is gone through now."""
        return not self.differing_only or saying in PARTING
