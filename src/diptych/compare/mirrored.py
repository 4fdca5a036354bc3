# SPDX-License-Identifier: MIT
"""A comparison with its sides exchanged: what holds of one text and another holds both ways."""

from __future__ import annotations

from dataclasses import replace

from diptych.compare.values import (
    Comparison,
    DifferingFigure,
    Evidence,
    Match,
    SharedFact,
    SharedWord,
)


def mirrored(comparison: Comparison) -> Comparison:
    """Return the comparison of the right article with the left one.

    Every match keeps its number, so that verdicts and the current match stay what they are.
    """
    return replace(
        comparison,
        matches=tuple(map(_match, comparison.matches)),
        only_left=comparison.only_right,
        only_right=comparison.only_left,
        left_passages=comparison.right_passages,
        right_passages=comparison.left_passages,
        coverage_left=comparison.coverage_right,
        coverage_right=comparison.coverage_left,
    )


def _match(match: Match) -> Match:
    evidence = _evidence(match.evidence)
    return replace(match, left=match.right, right=match.left, evidence=evidence)


def _evidence(evidence: Evidence) -> Evidence:
    return replace(
        evidence,
        shared_words=tuple(map(_word, evidence.shared_words)),
        facts=tuple(map(_fact, evidence.facts)),
        differing=tuple(map(_figure, evidence.differing)),
        left_marks=evidence.right_marks,
        right_marks=evidence.left_marks,
    )


def _word(word: SharedWord) -> SharedWord:
    return replace(word, written=word.across, across=word.written)


def _fact(fact: SharedFact) -> SharedFact:
    return replace(fact, left=fact.right, right=fact.left)


def _figure(figure: DifferingFigure) -> DifferingFigure:
    return DifferingFigure(figure.right, figure.left, figure.right_span, figure.left_span)
