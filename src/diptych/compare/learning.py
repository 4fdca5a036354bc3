# SPDX-License-Identifier: MIT
"""Lets the reader's verdicts on a pair say which signs to trust in the rest of it.

For each sign of a match (wording, meaning, facts, rare words, neighbours) the mean
of the accepted matches is set against that of the rejected ones. Where they
differ, the unjudged matches that show more of the sign rise or fall. A few
verdicts move little, and no match moves by more than ``MOST``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from diptych.compare.values import SOURCE, Match

MOST = 0.3  # of the scale of strength
_DOUBT = 4  # verdicts until the signs are half believed


def relearned(matches: Sequence[Match], verdicts: Mapping[int, bool]) -> tuple[Match, ...]:
    """Return the matches with the strength that the verdicts on some of them suggest.

    ``verdicts`` says by number which are accepted (True) or rejected. What is
    judged keeps its strength; so does everything while nothing is judged.
    """
    # What was said of a cited work tells nothing of the signs of claims, nor they of it.
    claims = {n for n, match in enumerate(matches) if match.is_claim}
    judged = {n: good for n, good in verdicts.items() if n in claims}
    if not judged:
        return tuple(matches)
    signs = _signs(matches)
    # Only what is shown has all of its signs told.
    told = [s for s, match in zip(signs, matches, strict=True) if match.shown and match.is_claim]
    usual = _mean(told or signs)
    # Where all were accepted the rejected ones are as the usual, and the other way round.
    liked = _mean([signs[n] for n in sorted(judged) if judged[n]]) or usual
    disliked = _mean([signs[n] for n in sorted(judged) if not judged[n]]) or usual
    # trust = verdicts / (verdicts + 4)
    trust = len(judged) / (len(judged) + _DOUBT)
    weights = [trust * (good - bad) for good, bad in zip(liked, disliked, strict=True)]
    learned = []
    for number, match in enumerate(matches):
        if number in judged or number not in claims:
            learned.append(match)
            continue
        # lift = sum of trust * (mean of the accepted - mean of the rejected) * (sign - its usual)
        lift = sum(w * (s - u) for w, s, u in zip(weights, signs[number], usual, strict=True))
        strength = match.strength + min(max(lift, -MOST), MOST)
        learned.append(replace(match, strength=round(min(max(strength, 0.0), 1.0), 4)))
    return tuple(learned)


def _signs(matches: Sequence[Match]) -> list[list[float]]:
    """Return each match's signs, each as a share of the greatest in the pair."""
    raw = [
        [
            match.evidence.wording,
            match.evidence.similarity or 0.0,
            float(sum(fact.sort != SOURCE for fact in match.evidence.facts)),
            sum(word.rarity for word in match.evidence.shared_words),
            match.evidence.neighbours,
        ]
        for match in matches
    ]
    # As shares, for rarity and cosines are measured by other sticks.
    greatest = [max(column) if max(column) > 0 else 1.0 for column in zip(*raw, strict=True)]
    return [
        [
            max(0.0, value) / top if top > 0 else 0.0
            for value, top in zip(row, greatest, strict=True)
        ]
        for row in raw
    ]


def _mean(rows: Sequence[Sequence[float]]) -> list[float]:
    return [sum(column) / len(rows) for column in zip(*rows, strict=True)]
