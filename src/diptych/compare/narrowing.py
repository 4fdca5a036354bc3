# SPDX-License-Identifier: MIT
"""A comparison as it is with some of its matches left out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import replace

from diptych.compare.values import Comparison, OnlyHere
from diptych.text.article import Span


def narrowed(comparison: Comparison, kept: Collection[int]) -> Comparison:
    """Return the comparison with the matches of these numbers alone.

    A passage whose every match is left out stands only here from then on, and the
    coverage is that of what is kept: whoever hides matches is told one story.
    """
    shown = [m for m in comparison.matches if m.shown]
    left_out = [m for n, m in enumerate(comparison.matches) if m.shown and n not in kept]
    # Those not shown stay: the slider and "fainter" ask for them.
    matches = tuple(m for n, m in enumerate(comparison.matches) if n in kept or not m.shown)
    if not left_out:
        return replace(comparison, matches=matches)
    still = [m for m in matches if m.shown]
    only_left, left = _side(comparison.only_left, [m.left for m in shown], [m.left for m in still])
    only_right, right = _side(
        comparison.only_right, [m.right for m in shown], [m.right for m in still]
    )
    return replace(
        comparison,
        matches=matches,
        only_left=only_left,
        only_right=only_right,
        coverage_left=round(comparison.coverage_left * left, 4),
        coverage_right=round(comparison.coverage_right * right, 4),
    )


def _side(
    alone: Sequence[OnlyHere], before: Sequence[Span], now: Sequence[Span]
) -> tuple[tuple[OnlyHere, ...], float]:
    """Return the passages of a side, and which share of what was matched still is."""
    spans = sorted(only.span for only in alone)
    was, stays = _covered(spans, before), _covered(spans, now)
    # Only what lost its last match: another may cover the passage still.
    freed = was - stays
    told = tuple(replace(o, shown=True) if o.span in freed else o for o in alone)
    # By letters, as a share of the old coverage, which counts words: the reading is not at hand.
    return told, sum(map(len, stays)) / max(1, sum(map(len, was)))


def _covered(spans: Sequence[Span], matched: Sequence[Span]) -> set[Span]:
    starts = [span.start for span in spans]
    return {
        each
        for span in matched
        for each in spans[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
    }
