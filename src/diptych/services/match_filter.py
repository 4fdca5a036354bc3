# SPDX-License-Identifier: MIT
"""Which matches the reader wants to see: one threshold for everything that shows or counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from diptych.compare.learning import relearned
from diptych.compare.narrowing import narrowed
from diptych.compare.values import PARTING, Comparison, Kind, Match, Saying
from diptych.notes.verdict import Verdict
from diptych.values import dataclass

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
        # Before kind and strength: an accepted match is not shown for that alone.
        if verdict is Verdict.REJECTED and not self.rejected_shown:
            return False
        return kind in self.kinds and strength >= self.strength

    @property
    def lets_all_through(self) -> bool:
        """Tell whether every match that is shown at all is shown, unless it was rejected."""
        return self.kinds == frozenset(Kind) and not self.strength

    def lists(self, saying: Saying) -> bool:
        """Tell whether of what is shown a match of that saying is gone through now."""
        return not self.differing_only or saying in PARTING


def felt_by_reader(
    matches: Sequence[Match], verdicts: Mapping[int, Verdict], *, learns: bool
) -> tuple[Match, ...]:
    """Return the matches as strong as the reader's verdicts suggest, if these are to count."""
    judged = {n: said is Verdict.ACCEPTED for n, said in verdicts.items()} if learns else {}
    return relearned(matches, judged)


def told_to_reader(
    matches: Sequence[Match], chosen: MatchFilter, verdicts: Mapping[int, Verdict]
) -> frozenset[int]:
    """Return the numbers of the matches that a reader is told of.

    To go through the differences alone hides nothing.
    """
    return frozenset(
        number
        for number, match in enumerate(matches)
        if match.shown and chosen.shows(match.kind, match.strength, verdicts.get(number))
    )


def as_read(
    comparison: Comparison,
    chosen: MatchFilter,
    verdicts: Mapping[int, Verdict],
    *,
    learns: bool,
) -> Comparison:
    """Return a comparison as its reader sees it: what the filter leaves, the rest alone."""
    matches = felt_by_reader(comparison.matches, verdicts, learns=learns)
    whole = replace(comparison, matches=matches)
    return narrowed(whole, told_to_reader(matches, chosen, verdicts))
