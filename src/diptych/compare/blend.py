# SPDX-License-Identifier: MIT
"""How the parts of a score are weighed, by what the two texts are to one another.

Two voices are read as was learned from labelled articles (``claim_reader.py``). The
weights for two versions of one text were chosen by a coarse grid on sets other than
the ones they are judged by; ``docs/decisions/matching.md`` has the figures.
"""

from __future__ import annotations

import numpy as np

from diptych.compare.claim_reader import ClaimReader
from diptych.compare.learned import READERS
from diptych.values import dataclass

ODDS_AT_ONE = 20.0
"""The log odds that make a score of 1, so that scores of claims lie between -1 and 1."""

_WORTH_SHOWING = 0.5  # strength: as likely right as wrong
_WORTH_SHOWING_BESIDE = 0.7  # though a passage of it has a better partner
# Half of the surest third of articles on one affair have a partner nevertheless.
_SURELY_ALONE = 0.7


@dataclass(frozen=True, slots=True)
class Shown:
    """From which scores on a pair is shown, and how sure a reader may be of it.

    A pair is shown from ``low`` on if it is the best of one of its passages (of
    both in two versions of one text), and from ``high`` on in any case. ``scale``
    puts scores on the reader's scale of 0 to 1, points of a line that bends: about
    how often such a pair is right.
    Of the passages without a match those are listed of which it is as sure as
    ``alone_from`` that they have no partner, at most ``alone_share`` of an article.
    """

    low: float
    high: float
    scale: tuple[tuple[float, float], ...]
    alone_from: float
    alone_share: float


@dataclass(frozen=True, slots=True)
class Blend:
    """Weights of what speaks for a pair of passages of two versions of one text.

    ``meaning`` is the weight of the encoder, ``paragraph`` the share of the
    paragraphs as wholes in all of it, ``neighbour`` the part of the pairs before
    and after, ``hub`` what is taken off for matching everything.
    """

    wording: float
    order: float
    meaning: float = 0.0
    paragraph: float = 0.7
    neighbour: float = 0.15
    hub: float = 1.0
    hub_reach: int = 3


_BY_WORDS = Blend(wording=0.30, order=0.70)
_BY_MEANING = Blend(wording=0.15, order=0.35, meaning=0.50)
_ABROAD = Blend(wording=0.10, order=0.10, meaning=0.80)

SHOWN_OF_VERSIONS = Shown(
    low=0.06,
    high=0.25,
    # Of those shown of five pairs in English and Spanish 93 % were right from .06 on, 97 %
    # from .1 and all 164 from .15 on: what has its own place in both is hardly by chance.
    scale=((-0.13, 0.0), (0.0, 0.1), (0.06, 0.6), (0.1, 0.9), (0.15, 0.97), (0.63, 1.0)),
    alone_from=0.0,
    alone_share=1.0,
)


def blend_for(*, encoders: int, across_languages: bool) -> Blend:
    """Return the weights for two versions of one text, with so many encoders."""
    if not encoders:
        return _BY_WORDS
    return _ABROAD if across_languages else _BY_MEANING


def reader_for(encoders: frozenset[str], *, across_languages: bool) -> ClaimReader:
    """Return who was taught to read claims by words and these sorts of encoder."""
    sorts = "words" if not encoders else " and ".join(sorted(encoders))
    return READERS[f"{sorts} abroad" if across_languages else sorts]


def shown_of_voices(reader: ClaimReader) -> Shown:
    """Return from which scores on claims are shown: what is as likely right as wrong."""
    scale = tuple((odds / ODDS_AT_ONE, right) for odds, right in reader.scale)
    # The scale is read backwards: at which score so many are right.
    scores, felt = zip(*scale, strict=True)
    low, high = np.interp((_WORTH_SHOWING, _WORTH_SHOWING_BESIDE), felt, scores)
    return Shown(
        low=float(low),
        high=float(high),
        scale=scale,
        alone_from=_SURELY_ALONE,
        alone_share=1 / 3,
    )


def every_weight() -> tuple[object, ...]:
    """Return all weights in use, which tell whether scores made before still hold."""
    return _BY_WORDS, _BY_MEANING, _ABROAD, SHOWN_OF_VERSIONS, READERS
