# SPDX-License-Identifier: MIT
"""The one call of this room: two articles in, their correspondences out."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence

from diptych.compare.assembly import assemble
from diptych.compare.blend import Blend
from diptych.compare.reading import Reading, read
from diptych.compare.same_claim import score_cells
from diptych.compare.same_facts import FactTable
from diptych.compare.same_words import find_runs
from diptych.compare.similarity import Meaning
from diptych.compare.values import (
    Comparison,
    DifferingFigure,
    Evidence,
    Kind,
    Match,
    OnlyHere,
    Options,
    Relation,
    SharedFact,
    SharedWord,
    Stance,
)
from diptych.text.article import Article, Span

__all__ = [
    "Comparison",
    "DifferingFigure",
    "Evidence",
    "Kind",
    "Match",
    "Meaning",
    "OnlyHere",
    "Options",
    "Relation",
    "SharedFact",
    "SharedWord",
    "Stance",
    "compare",
]

_USUAL_RUN = 8  # words; a reader who wants longer ones wants no short quotation either
_QUOTED_LEAST = 4
_LEAST_STEMS = 3  # content words; a shorter passage without partner says nothing


def compare(
    left: Article,
    right: Article,
    options: Options = Options(),  # noqa: B008
    *,
    meanings: Sequence[Meaning] = (),
) -> Comparison:
    """Return the correspondences of two articles, deterministic to the byte.

    ``meanings`` are vectors of the articles' passages, one for each encoder;
    without any the comparison goes by words alone. Raises ValueError for
    vectors that are not those of the passages.
    """
    first, second = read(left), read(right)
    if not len(first) or not len(second):
        return Comparison((), _all_alone(first), _all_alone(second), first.spans, second.spans)
    if any((len(m.left), len(m.right)) != (len(first), len(second)) for m in meanings):
        raise ValueError("the vectors are of other passages")
    runs = find_runs(_flat(first), _flat(second), shortest=options.shortest_run)
    long_only = options.shortest_run > _USUAL_RUN
    least = options.shortest_run if long_only else _QUOTED_LEAST
    facts = FactTable(first, second, quoted_words=least)
    cells = score_cells(first, second, facts, relation=options.relation, meanings=meanings)
    matches = assemble(first, second, cells, runs, facts, every_pair=options.every_pair)
    shown = [match for match in matches if match.shown]
    uncompared = _uncompared if options.every_pair else _nothing
    return Comparison(
        matches=matches,
        only_left=uncompared(first)
        + _alone(
            first, cells.best_of_row(len(first)).tolist(), [m.left for m in shown], cells.blend
        ),
        only_right=uncompared(second)
        + _alone(
            second,
            cells.best_of_column(len(second)).tolist(),
            [m.right for m in shown],
            cells.blend,
        ),
        left_passages=first.spans,
        right_passages=second.spans,
        relation=cells.relation,
        coverage_left=_coverage(first, [match.left for match in shown]),
        coverage_right=_coverage(second, [match.right for match in shown]),
    )


def _flat(reading: Reading) -> list[str]:
    return [form for forms in reading.forms for form in forms]


def _alone(
    reading: Reading, best: Sequence[float], matched: Sequence[Span], blend: Blend
) -> tuple[OnlyHere, ...]:
    """Return the passages that may stand only here, surest first."""
    covered = _covered(reading, matched)
    headings = reading.headings
    found = [
        OnlyHere(
            span,
            _sureness(score, blend),
            shown=not covered[at]
            and score < (blend.low + blend.high) / 2
            and len(reading.stems[at]) >= _LEAST_STEMS
            and not headings[at],
        )
        for at, (span, score) in enumerate(zip(reading.spans, best, strict=True))
    ]
    return tuple(sorted(found, key=lambda only: (-only.score, only.span)))


def _uncompared(reading: Reading) -> tuple[OnlyHere, ...]:
    """Return the blocks left out of the comparison (captions, furniture): nothing meets them."""
    compared = {passage.block for passage in reading.passages}
    return tuple(
        OnlyHere(block.span, 1.0, shown=False)
        for index, block in enumerate(reading.article.blocks)
        if index not in compared
    )


def _nothing(_: Reading) -> tuple[OnlyHere, ...]:
    return ()


def _sureness(best: float, blend: Blend) -> float:
    """Return how surely a passage with this best score has no counterpart, 0 to 1."""
    return round(1 / (1 + math.exp(min(50.0, 8 * (best - blend.low)))), 4)


def _all_alone(reading: Reading) -> tuple[OnlyHere, ...]:
    return tuple(
        OnlyHere(span, 1.0, shown=len(stems) >= _LEAST_STEMS)
        for span, stems in zip(reading.spans, reading.stems, strict=True)
    )


def _covered(reading: Reading, matched: Sequence[Span]) -> list[bool]:
    starts = [span.start for span in reading.spans]
    covered = [False] * len(starts)
    for span in matched:
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        covered[first:last] = [True] * (last - first)
    return covered


def _coverage(reading: Reading, matched: Sequence[Span]) -> float:
    """Return the share of the article's words that stand in matched passages."""
    covered = _covered(reading, matched)
    words = [len(forms) for forms in reading.forms]
    inside = sum(count for count, is_inside in zip(words, covered, strict=True) if is_inside)
    return round(inside / max(1, sum(words)), 4)
