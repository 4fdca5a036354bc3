# SPDX-License-Identifier: MIT
"""The one call of this room: two articles in, their correspondences out."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from diptych.compare.assembly import assemble, shown_pairs
from diptych.compare.only_here import all_alone, coverage, never_compared, passages_alone
from diptych.compare.reading import Reading, read
from diptych.compare.same_claim import Cells, across_languages, score_cells
from diptych.compare.same_facts import FactTable, facts_of
from diptych.compare.same_source import Sources, same_sources
from diptych.compare.same_words import Run, find_runs
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
from diptych.errors import CompareError
from diptych.text.article import Article

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
    "count_matches",
]

MOST_LETTERS = 10_000_000
"""Of both texts: some three gigabytes of memory and two minutes."""

_USUAL_RUN = 8  # words; a reader who wants longer ones wants no short quotation either
_QUOTED_LEAST = 4


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
    vectors that are not those of the passages, CompareError for texts longer
    than ``MOST_LETTERS`` together.
    """
    refuse_too_long(left, right)
    first, second = read(left), read(right)
    if not len(first) or not len(second):
        return Comparison((), all_alone(first), all_alone(second), first.spans, second.spans)
    cells, runs, facts = _scored(first, second, options, meanings)
    found = assemble(first, second, cells, runs, facts=facts, options=options)
    shown = [match for match in found.matches if match.shown]
    matched = [match.left for match in shown], [match.right for match in shown]
    only_left, only_right = (
        # Captions and furniture are told only where every pair is.
        (never_compared(reading) if options.every_pair else ())
        + passages_alone(reading, told, best=best, sureness=sure, matched=spans, scale=cells.shown)
        for reading, told, best, sure, spans in zip(
            (first, second),
            (facts.left, facts.right),
            found.best,
            cells.alone,
            matched,
            strict=True,
        )
    )
    sources = _sources(first, second, found.shown, cells.relation)
    compared = Comparison(
        matches=(*sources.beside(first, second, found.matches), *sources.matches),
        only_left=only_left,
        only_right=only_right,
        left_passages=first.spans,
        right_passages=second.spans,
        relation=cells.relation,
        coverage_left=coverage(first, matched[0]),
        coverage_right=coverage(second, matched[1]),
        fainter=found.fainter,
    )
    # With vectors two languages meet; within one none are needed.
    if meanings or not across_languages(left, right):
        return compared
    return _without_absence(compared)


def _without_absence(compared: Comparison) -> Comparison:
    """Return the same without a word on what is missing: most of it was never compared."""
    return replace(
        compared,
        only_left=tuple(replace(only, shown=False) for only in compared.only_left),
        only_right=tuple(replace(only, shown=False) for only in compared.only_right),
        coverage_left=0.0,
        coverage_right=0.0,
        knows_meaning=False,
    )


def prepare(article: Article) -> None:
    """Read an article's words and facts ahead, for the comparison that is to come."""
    if len(article.text) > MOST_LETTERS:
        return
    reading = read(article)
    facts_of(reading)
    # What ``_scored`` will ask for, and nothing that hangs on the partner.
    _ = reading.counts, reading.counts_around, reading.owners


def count_matches(
    left: Article,
    right: Article,
    options: Options = Options(),  # noqa: B008
    *,
    meanings: Sequence[Meaning] = (),
) -> int:
    """Return how many matches ``compare`` would show, in less time."""
    refuse_too_long(left, right)
    first, second = read(left), read(right)
    if not len(first) or not len(second):
        return 0
    scored = _scored(first, second, options, meanings)
    groups = shown_pairs(first, second, *scored)
    taken = {cell for group in groups for cell in group}
    return len(groups) + len(_sources(first, second, taken, scored[0].relation).matches)


def _sources(
    left: Reading, right: Reading, taken: Set[tuple[int, int]], relation: Relation
) -> Sources:
    # Two versions of a paper have one list, which joins nothing that was apart.
    return Sources() if relation is Relation.VERSIONS else same_sources(left, right, taken)


def refuse_too_long(left: Article, right: Article) -> None:
    """Raise CompareError for texts longer than ``MOST_LETTERS`` together."""
    letters = len(left.text) + len(right.text)
    if letters > MOST_LETTERS:
        raise CompareError(
            "These two texts are too long to be compared: together they have {letters} million "
            "characters, and at most {most} million can be. Compare parts of them.",
            # Up: "11 million, at most 10" must not read "10, at most 10".
            letters=-(-letters // 1_000_000),
            most=MOST_LETTERS // 1_000_000,
        )


def _scored(
    left: Reading, right: Reading, options: Options, meanings: Sequence[Meaning]
) -> tuple[Cells, tuple[Run, ...], FactTable]:
    """Return the scored pairs of passages, the shared wording and the facts."""
    if any((len(m.left), len(m.right)) != (len(left), len(right)) for m in meanings):
        raise ValueError("the vectors are of other passages")
    runs = telling_runs(left, right, shortest=options.shortest_run)
    long_only = options.shortest_run > _USUAL_RUN
    least = options.shortest_run if long_only else _QUOTED_LEAST
    facts = FactTable(left, right, quoted_words=least)
    cells = score_cells(left, right, facts, runs, relation=options.relation, meanings=meanings)
    return cells, runs, facts


def telling_runs(left: Reading, right: Reading, *, shortest: int) -> tuple[Run, ...]:
    """Return the wording both share that is more than names and joints of sentences."""
    # A joint is another word on either side, so that no run goes through it.
    flat = left.forms_in_order(joint="<"), right.forms_in_order(joint=">")
    found = find_runs(*flat, shortest=shortest)
    return tuple(run for run in found if not left.is_only_names(run.left_start, run.left_end))
