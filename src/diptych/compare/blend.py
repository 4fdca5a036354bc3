# SPDX-License-Identifier: MIT
"""How the parts of a score are weighed, by what the two texts are to one another.

The weights were chosen by a coarse grid on sets other than the ones they are
judged by; ``docs/decisions/matching.md`` has the figures.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from diptych.compare.values import Relation


@dataclass(frozen=True, slots=True)
class Blend:
    """Weights of the parts, and the scores from which a pair is shown.

    ``meaning`` holds the weight of each encoder in turn, ``context`` the share
    of the surrounding passages in it; ``around`` is that share for the wording,
    ``paragraph`` the share of the paragraphs as wholes in all of it, ``facts``
    what one shared fact of full worth adds, ``neighbour`` the part of the pairs
    before and after, ``alike`` the share that comes from passages which say
    about the same in the same article (where every pair is scored by meaning).
    Passages of fewer words than about ``short`` and headings are held back:
    they match by accident.

    A pair is shown from ``low`` on if it is the best of both its passages, and
    from ``high`` on in any case. ``scale`` puts scores on the reader's scale of
    0 to 1, points of a line that bends: about how often such a pair is right.
    A passage stands only here the surer, the lower its ``alone_reach`` best are.
    """

    wording: float
    around: float
    order: float
    meaning: tuple[float, ...]
    context: float
    paragraph: float
    facts: float
    short: float
    neighbour: float
    alike: float
    hub: float
    hub_reach: int
    heading: float
    low: float
    high: float
    scale: tuple[tuple[float, float], ...]
    alone_reach: int


_VOICES = Blend(
    wording=0.80,
    around=0.20,
    order=0.0,
    meaning=(),
    context=0.0,
    paragraph=0.25,
    facts=0.1,
    short=6.0,
    neighbour=0.05,
    alike=0.10,
    hub=0.5,
    hub_reach=10,
    heading=0.03,
    low=0.09,
    high=0.09,
    scale=(
        (0.0, 0.0),
        (0.04, 0.1),
        (0.08, 0.25),
        (0.13, 0.5),
        (0.19, 0.75),
        (0.3, 0.9),
        (0.5, 1.0),
    ),
    alone_reach=3,
)
_VOICES_BY_ONE = replace(
    _VOICES,
    wording=0.55,
    around=0.0,
    meaning=(0.45,),
    context=0.7,
    low=0.08,
    high=0.08,
)
_VOICES_BY_TWO = replace(_VOICES_BY_ONE, wording=0.45, meaning=(0.20, 0.35))
_VOICES_ABROAD = replace(
    _VOICES_BY_ONE,
    wording=0.30,
    meaning=(0.70,),
    context=0.25,
    neighbour=0.15,
    alike=0.0,
    hub_reach=5,
    low=0.06,
    high=0.08,
    scale=((0.0, 0.0), (0.06, 0.35), (0.1, 0.66), (0.15, 0.85), (0.3, 1.0)),
)

# What is shared across languages without vectors, names and figures, is sure.
_VOICES_BY_WORDS_ABROAD = replace(_VOICES, low=0.04, high=0.08, scale=_VOICES_ABROAD.scale)

_VERSIONS = Blend(
    wording=0.30,
    around=0.0,
    order=0.70,
    meaning=(),
    context=0.0,
    paragraph=0.7,
    facts=0.0,
    short=0.0,
    neighbour=0.15,
    alike=0.0,
    hub=1.0,
    hub_reach=3,
    heading=0.0,
    low=0.06,
    high=0.25,
    scale=((-0.13, 0.0), (0.06, 0.35), (0.25, 0.7), (0.63, 1.0)),
    alone_reach=1,
)
_VERSIONS_BY_MEANING = replace(_VERSIONS, wording=0.15, order=0.35, meaning=(0.50,))
_VERSIONS_ABROAD = replace(_VERSIONS, wording=0.10, order=0.10, meaning=(0.80,))


def blend_for(relation: Relation, *, encoders: int, across_languages: bool) -> Blend:
    """Return the weights for texts so related, ``meaning`` with one for each encoder."""
    chosen = _chosen(relation, encoders=encoders, across_languages=across_languages)
    return replace(chosen, meaning=_for_each(chosen.meaning, encoders))


def _for_each(weights: tuple[float, ...], encoders: int) -> tuple[float, ...]:
    """Give every encoder a weight of its own, so that none is left out unnoticed.

    Where one encoder was found enough the others weigh nothing. More encoders than the
    weights were chosen for share them evenly, until somebody measures better ones.
    """
    if len(weights) > 1 and encoders > len(weights):
        return (sum(weights) / encoders,) * encoders
    return (*weights, *(0.0,) * (encoders - len(weights)))


def _chosen(relation: Relation, *, encoders: int, across_languages: bool) -> Blend:
    if relation is Relation.VERSIONS:
        if not encoders:
            return _VERSIONS
        return _VERSIONS_ABROAD if across_languages else _VERSIONS_BY_MEANING
    if not encoders:
        return _VOICES_BY_WORDS_ABROAD if across_languages else _VOICES
    if across_languages:
        return _VOICES_ABROAD
    return _VOICES_BY_ONE if encoders == 1 else _VOICES_BY_TWO


def every_blend() -> tuple[Blend, ...]:
    """Return all weights in use, which tell whether scores made before still hold."""
    return tuple(
        blend_for(relation, encoders=encoders, across_languages=across)
        for relation in Relation
        for encoders in (0, 1, 2)
        for across in (False, True)
    )
