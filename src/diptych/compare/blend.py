# SPDX-License-Identifier: MIT
"""How the parts of a score are weighed, by what the two texts are to one another.

The weights were chosen by a coarse grid on sets other than the ones they are
judged by; ``docs/decisions/matching.md`` has the figures.
"""

from __future__ import annotations

from dataclasses import dataclass

from diptych.compare.values import Relation


@dataclass(frozen=True, slots=True)
class Blend:
    """Weights of the parts, and the scores from which a pair is shown.

    ``meaning`` holds the weight of each encoder in turn, ``context`` the share
    of the surrounding passages in it; ``around`` is that share for the wording,
    ``paragraph`` the share of the paragraphs as wholes in all of it.
    A pair is shown from ``low`` on if it is the best of both its passages, and
    from ``high`` on in any case. Passages of fewer words than about ``short``
    are held back: they match by accident.
    """

    wording: float
    around: float
    order: float
    meaning: tuple[float, ...]
    context: float
    paragraph: float
    short: float
    neighbour: float
    hub: float
    hub_reach: int
    low: float
    high: float


def blend_for(relation: Relation, *, encoders: int, across_languages: bool) -> Blend:
    """Return the weights for texts so related, with so many encoders."""
    if relation is Relation.VERSIONS:
        return _versions(encoders, across_languages=across_languages)
    return _voices(encoders, across_languages=across_languages)


def _voices(encoders: int, *, across_languages: bool) -> Blend:
    if not encoders:
        return Blend(
            wording=0.85,
            around=0.15,
            order=0.0,
            meaning=(),
            context=0.0,
            short=6.0,
            neighbour=0.0,
            hub=0.5,
            hub_reach=10,
            low=0.06,
            high=0.25,
            paragraph=0.70,
        )
    if across_languages:
        return Blend(
            wording=0.30,
            around=0.0,
            order=0.0,
            meaning=(0.70,),
            context=0.25,
            short=6.0,
            neighbour=0.15,
            hub=0.5,
            hub_reach=5,
            low=0.06,
            high=0.25,
            paragraph=0.70,
        )
    if encoders == 1:
        return Blend(
            wording=0.55,
            around=0.0,
            order=0.0,
            meaning=(0.45,),
            context=0.5,
            short=6.0,
            neighbour=0.0,
            hub=0.5,
            hub_reach=10,
            low=0.06,
            high=0.25,
            paragraph=0.70,
        )
    return Blend(
        wording=0.45,
        around=0.0,
        order=0.0,
        meaning=(0.25, 0.30),
        context=0.5,
        short=6.0,
        neighbour=0.0,
        hub=0.5,
        hub_reach=10,
        low=0.06,
        high=0.25,
        paragraph=0.70,
    )


def _versions(encoders: int, *, across_languages: bool) -> Blend:
    if not encoders:
        return Blend(
            wording=0.30,
            around=0.0,
            order=0.70,
            meaning=(),
            context=0.0,
            short=0.0,
            neighbour=0.15,
            hub=1.0,
            hub_reach=3,
            low=0.06,
            high=0.25,
            paragraph=0.7,
        )
    if across_languages:
        return Blend(
            wording=0.10,
            around=0.0,
            order=0.10,
            meaning=(0.80,),
            context=0.0,
            short=0.0,
            neighbour=0.15,
            hub=1.0,
            hub_reach=3,
            low=0.06,
            high=0.25,
            paragraph=0.7,
        )
    return Blend(
        wording=0.15,
        around=0.0,
        order=0.35,
        meaning=(0.50,),
        context=0.0,
        short=0.0,
        neighbour=0.15,
        hub=1.0,
        hub_reach=3,
        low=0.06,
        high=0.25,
        paragraph=0.7,
    )
