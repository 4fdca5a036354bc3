# SPDX-License-Identifier: MIT
"""A comparison in four numbers: on how much two articles agree, where they part."""

from __future__ import annotations

from diptych.compare.values import Comparison
from diptych.values import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """How many matches agree and differ, and how many passages stand on one side alone.

    What is only related, or has the same facts, is neither; ``perhaps`` counts it.
    ``only_left`` and ``only_right`` are None where nobody can tell.
    """

    agree: int
    differ: int
    only_left: int | None
    only_right: int | None
    perhaps: int = 0


def tally(comparison: Comparison) -> Tally:
    """Count what is shown of a comparison."""
    shown = [match for match in comparison.matches if match.shown and match.is_claim]
    agree = sum(match.is_agreement for match in shown)
    differ = sum(match.is_difference for match in shown)
    perhaps = len(shown) - agree - differ
    if not comparison.knows_meaning:
        return Tally(agree, differ, None, None, perhaps)
    return Tally(
        agree=agree,
        differ=differ,
        only_left=sum(only.shown for only in comparison.only_left),
        only_right=sum(only.shown for only in comparison.only_right),
        perhaps=perhaps,
    )
