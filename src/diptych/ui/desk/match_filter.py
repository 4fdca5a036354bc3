# SPDX-License-Identifier: MIT
"""Which matches the reader wants to see."""

from __future__ import annotations

from dataclasses import dataclass

from diptych.compare.values import Kind
from diptych.notes.pair_store import Verdict

READING_ORDER = "reading"
STRENGTH_ORDER = "strength"


@dataclass(frozen=True, slots=True)
class MatchFilter:
    """Kinds, the least strength from 0 to 1, and whether those rejected are shown."""

    kinds: frozenset[Kind] = frozenset(Kind)
    strength: float = 0.0
    rejected_shown: bool = False
    order: str = READING_ORDER

    def shows(self, kind: Kind, strength: float, verdict: Verdict | None = None) -> bool:
        """Tell whether a match of that kind, strength and verdict is shown."""
        if verdict is Verdict.REJECTED and not self.rejected_shown:
            return False
        return kind in self.kinds and strength >= self.strength
