# SPDX-License-Identifier: MIT
"""Brings the verdicts kept for two articles to the matches of their comparison.

The notes room keeps a verdict by what the two passages say, for numbers and places
change from comparison to comparison; the compare room knows nothing of verdicts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from diptych.compare.values import Comparison, Match
from diptych.notes.pair_store import Verdict
from diptych.text.article import Article


def quotes_of(match: Match, left: Article, right: Article) -> tuple[str, str]:
    """Return what the passages of a match say, as verdicts are kept by it."""
    return (
        " ".join(match.left.of(left.text).split()),
        " ".join(match.right.of(right.text).split()),
    )


def verdicts_on(
    matches: Sequence[Match],
    left: Article,
    right: Article,
    stored: Mapping[tuple[str, str], Verdict],
) -> dict[int, Verdict]:
    """Return the verdicts on those of the matches that have one, by number."""
    quotes = (quotes_of(match, left, right) for match in matches)
    return {number: stored[said] for number, said in enumerate(quotes) if said in stored}


def without_rejected(comparison: Comparison, verdicts: Mapping[int, str]) -> Comparison:
    """Return the comparison without the matches the reader has rejected."""
    kept = [m for n, m in enumerate(comparison.matches) if verdicts.get(n) != Verdict.REJECTED]
    return replace(comparison, matches=tuple(kept))
