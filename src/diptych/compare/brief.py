# SPDX-License-Identifier: MIT
"""A pair in brief: what both say most surely, where they differ, what each leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from diptych.compare.tally import Tally, tally
from diptych.compare.values import Comparison, Match, OnlyHere
from diptych.values import dataclass

AGREEMENTS, DIFFERENCES, LEFT_OUT = 3, 9, 3
_LEAST = 24  # code points of a passage: a heading is no claim


@dataclass(frozen=True, slots=True)
class Brief:
    """What to know of a pair before reading it.

    ``agreements`` (the strongest first) and ``differences`` (in the order of the left
    text) are numbers of the comparison's matches; ``only_left`` is what the right one
    leaves out, what matters most first.
    """

    tally: Tally
    agreements: tuple[int, ...]
    differences: tuple[int, ...]
    only_left: tuple[OnlyHere, ...]
    only_right: tuple[OnlyHere, ...]


def brief_of(comparison: Comparison) -> Brief:
    """Return what is shown of a comparison in brief."""
    shown = [(n, match) for n, match in enumerate(comparison.matches) if match.shown]
    differing = [(n, match) for n, match in shown if match.is_difference]
    agreeing = [(n, match) for n, match in shown if match.is_agreement]
    # The strongest are chosen, then read in the order of the text.
    strongest = sorted(differing, key=lambda item: (-item[1].strength, item[0]))[:DIFFERENCES]
    return Brief(
        tally(comparison),
        tuple(_apart(sorted(agreeing, key=lambda item: (-item[1].strength, item[0])))),
        tuple(n for n, _ in sorted(strongest, key=lambda item: (item[1].left, item[1].right))),
        _weightiest(comparison.only_left),
        _weightiest(comparison.only_right),
    )


def _apart(matches: Sequence[tuple[int, Match]]) -> Iterable[int]:
    """Return the first few that do not say twice what one side says once."""
    taken: list[Match] = []
    for number, match in matches:
        if min(len(match.left), len(match.right)) < _LEAST:
            continue
        if any(match.left.overlaps(m.left) or match.right.overlaps(m.right) for m in taken):
            continue
        taken.append(match)
        yield number
        if len(taken) == AGREEMENTS:
            return


def _weightiest(passages: Iterable[OnlyHere]) -> tuple[OnlyHere, ...]:
    shown = [only for only in passages if only.shown and len(only.span) >= _LEAST]
    return tuple(sorted(shown, key=lambda only: (-only.importance, only.span))[:LEFT_OUT])
