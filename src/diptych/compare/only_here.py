# SPDX-License-Identifier: MIT
"""Passages without counterpart: how sure that is, and how much they matter."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from diptych.compare.blend import Shown
from diptych.compare.counts import Floats
from diptych.compare.facts import Fact
from diptych.compare.reading import Reading
from diptych.compare.values import OnlyHere
from diptych.text.article import BlockState, Span

_LEAST_STEMS = 3  # content words; a shorter passage without partner says nothing
_NOBODY_LEFT = -1.0  # of a score: no pair of a passage has less
_LENGTH, _PLACE, _FACTS = 0.5, 0.2, 0.3  # shares in the importance
_LONG = 20.0  # words
_EARLY = 0.15  # share of the article that counts as its beginning
_ENOUGH_FACTS = 2.0


def passages_alone(
    reading: Reading,
    facts: Sequence[Sequence[Fact]],
    *,
    best: Floats,
    sureness: Floats,
    matched: Sequence[Span],
    scale: Shown,
) -> tuple[OnlyHere, ...]:
    """Return every passage as one that may stand only here, the surest first.

    ``best`` is a passage's best score, ``sureness`` how surely it has no partner. Shown
    are the sure ones of those that claim something and have no match, a third at most.
    """
    covered = is_covered(reading, matched)
    telling = are_telling(reading)
    # Halfway between the two cuts: with a better pair than that a passage may well have a
    # partner, though none is shown.
    highest = (scale.low + scale.high) / 2
    # Where all the other side is told elsewhere, nobody is left to be a partner.
    sure = [
        1.0 if nearest < _NOBODY_LEFT else round(float(told), 4)
        for nearest, told in zip(best.tolist(), sureness, strict=True)
    ]
    found = _in_order(
        OnlyHere(
            span,
            sure[at],
            shown=telling[at]
            and not covered[at]
            and float(best[at]) < highest
            and sure[at] >= scale.alone_from,
            importance=_importance(reading, at, facts[at]),
        )
        for at, span in enumerate(reading.spans)
    )
    return _surest(found, math.ceil(sum(telling) * scale.alone_share))


def are_telling(reading: Reading) -> list[bool]:
    """Tell of each passage whether it says enough to be missed on the other side."""
    blocks = reading.article.blocks
    introductions = {passage.lead_in for passage in reading.passages}
    return [
        len(stems) >= _LEAST_STEMS
        and not is_heading
        # “The plan has three parts:” is missed with them or not at all.
        and passage.span not in introductions
        # Captions and furniture are missed by nobody
        and blocks[passage.block].state is BlockState.SHOWN
        for stems, is_heading, passage in zip(
            reading.stems, reading.headings, reading.passages, strict=True
        )
    ]


def _surest(found: Sequence[OnlyHere], most: int) -> tuple[OnlyHere, ...]:
    """Return the same with only the first ``most`` of those shown."""
    kept = list(found)
    # Kept though not listed: a passage whose match the reader hides is shown again
    # (``narrowing``).
    for at in [at for at, only in enumerate(found) if only.shown][most:]:
        kept[at] = replace(found[at], shown=False)
    return tuple(kept)


def all_alone(reading: Reading) -> tuple[OnlyHere, ...]:
    """Return every passage of an article that has nothing to be compared with."""
    return _in_order(
        OnlyHere(
            span,
            1.0,
            shown=len(reading.stems[at]) >= _LEAST_STEMS,
            importance=_importance(reading, at, ()),
        )
        for at, span in enumerate(reading.spans)
    )


def never_compared(reading: Reading) -> tuple[OnlyHere, ...]:
    """Return the blocks left out of the comparison (captions, furniture): nothing meets them."""
    compared = {passage.block for passage in reading.passages}
    return tuple(
        OnlyHere(block.span, 1.0, shown=False)
        for index, block in enumerate(reading.article.blocks)
        if index not in compared
    )


def coverage(reading: Reading, matched: Sequence[Span]) -> float:
    """Return the share of the article's words that stand in matched passages."""
    covered = is_covered(reading, matched)
    words = [len(forms) for forms in reading.forms]
    inside = sum(count for count, is_inside in zip(words, covered, strict=True) if is_inside)
    return round(inside / max(1, sum(words)), 4)


def is_covered(reading: Reading, matched: Sequence[Span]) -> list[bool]:
    """Tell of each passage whether a matched span holds it."""
    starts = [span.start for span in reading.spans]
    covered = [False] * len(starts)
    # A match may span several passages: all that begin inside it are covered.
    for span in matched:
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        covered[first:last] = [True] * (last - first)
    return covered


def _in_order(found: Iterable[OnlyHere]) -> tuple[OnlyHere, ...]:
    return tuple(sorted(found, key=lambda only: (-only.score, -only.importance, only.span)))


def _importance(reading: Reading, at: int, facts: Sequence[Fact]) -> float:
    """Return how much a passage matters, 0 to 1: long, early, full of facts."""
    # importance = .5 * (1 - e^(-words / 20)) + .2 * e^(-number / 15 % of the passages) + .3 * (1
    # - e^(-facts / 2)), so that neither the fortieth word nor the third fact adds much.
    length = 1 - math.exp(-len(reading.forms[at]) / _LONG)
    place = math.exp(-at / (_EARLY * len(reading)))
    told = 1 - math.exp(-len({(fact.sort, fact.key) for fact in facts}) / _ENOUGH_FACTS)
    return round(_LENGTH * length + _PLACE * place + _FACTS * told, 4)
