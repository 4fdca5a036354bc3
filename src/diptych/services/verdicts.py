# SPDX-License-Identifier: MIT
"""Brings the verdicts kept for two articles to the matches of their comparison.

The notes room keeps a verdict by what the two passages say, for numbers and places
change from comparison to comparison; the compare room knows nothing of verdicts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from diptych.compare.values import Comparison, Match
from diptych.notes.verdict import Verdict
from diptych.text.article import Article

if TYPE_CHECKING:
    from diptych.services.stores import Stores


def kept_verdicts(stores: Stores, left_id: str, right_id: str) -> dict[tuple[str, str], Verdict]:
    """Return the verdicts of a pair by what the passages of a match say, left and right.

    One given before a file was changed holds for what still says the same.
    """
    found: dict[tuple[str, str], Verdict] = {}
    for left, right in stores.catalogue.versions.of_pair(left_id, right_id):
        found = stores.notes.pairs.verdicts(left, right) | found
    return found


def verdicts_to_read_by(
    stores: Stores, left_id: str, right_id: str
) -> dict[tuple[str, str], Verdict]:
    """Return the verdicts of a pair that is read, none where the notes cannot be asked."""
    return stores.or_without_notes(lambda: kept_verdicts(stores, left_id, right_id), {})


def keep_verdict(
    stores: Stores,
    left_id: str,
    right_id: str,
    quotes: tuple[str, str],
    verdict: Verdict | None,
) -> None:
    """Keep the verdict on a match by its quotes; None takes it back."""
    # One of before a file was changed would stand again once the later one is taken back.
    every = stores.catalogue.versions.of_pair(left_id, right_id)
    for left, right in every if verdict is None else every[:1]:
        stores.notes.pairs.set_verdict(
            left, right, left_quote=quotes[0], right_quote=quotes[1], verdict=verdict
        )


def quotes_of(match: Match, left: Article, right: Article) -> tuple[str, str]:
    """Return what the passages of a match say, as verdicts are kept by it."""
    return (
        # Spaces alike, so that a paragraph broken otherwise keeps its verdict.
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
    if not stored:  # to quote thousands of matches takes a tenth of a second
        return {}
    quotes = (quotes_of(match, left, right) for match in matches)
    return {number: stored[said] for number, said in enumerate(quotes) if said in stored}


def learned_from_verdicts(
    stores: Stores, comparison: Comparison, left: Article, right: Article
) -> Comparison:
    """Let the verdicts kept for a pair move the other matches; the strongest come first."""
    from diptych.compare.learning import relearned

    found = verdicts_on(
        comparison.matches, left, right, verdicts_to_read_by(stores, left.id, right.id)
    )
    judged = {number: verdict is Verdict.ACCEPTED for number, verdict in found.items()}
    matches = relearned(comparison.matches, judged)
    # Learning moves strengths, and a comparison lists the strongest first.
    return replace(comparison, matches=tuple(sorted(matches, key=lambda m: -m.strength)))


def not_rejected(
    stores: Stores, matches: Sequence[Match], left: Article, right: Article
) -> tuple[Match, ...]:
    """Return the matches of two articles without those the reader has rejected."""
    stored = verdicts_to_read_by(stores, left.id, right.id)
    verdicts = verdicts_on(matches, left, right, stored)
    return tuple(m for n, m in enumerate(matches) if verdicts.get(n) is not Verdict.REJECTED)
