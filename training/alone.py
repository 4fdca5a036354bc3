# SPDX-License-Identifier: MIT
"""Learns how surely a passage has no partner, from what its pairs have come to.

What the pairs came to is told by readers who have not seen the group, as it is
with any article that Diptych will read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from blend import FAVOURABLE, KINDS, PARTS, Example, logistic, parts_of
from numpy.typing import NDArray

from diptych.compare.blend import Shown, shown_of_voices
from diptych.compare.claim_reader import ClaimReader, Weights, of_partners
from diptych.compare.counts import Floats
from diptych.compare.only_here import are_telling
from diptych.compare.reading import read

SIGNS = ("best", "few best", "expected", "best beside")
LIKELY = 0.5  # strength from which a passage has a match and stands on no list


@dataclass(frozen=True, eq=False)
class Side:
    """One article of a pair: what speaks for a partner of each passage that claims something."""

    group: str
    kind: str
    signs: Mapping[str, Floats]
    has_partner: NDArray[np.bool_]


def sides_of(odds: Sequence[Floats], examples: Sequence[Example]) -> list[Side]:
    """Return both articles of each pair of whole articles; ``odds`` are their cells'."""
    found = []
    for values, example in zip(odds, examples, strict=True):
        if example.added:
            continue
        pair = example.pair
        linked = pair.grades >= 1
        both = (pair.left, linked.any(1)), (pair.right, linked.any(0))
        for (cut, has), told in zip(both, of_partners(example.cells, values), strict=True):
            kept = np.array(are_telling(read(cut.article)))
            signs = {name: told[name][kept] for name in SIGNS}
            found.append(Side(pair.group, pair.kind, signs, has[kept]))
    return found


def partnered(sides: Sequence[Side]) -> Weights:
    """Return what each sign is worth; news and affairs count alike."""
    counts = {k: sum(len(s.has_partner) for s in sides if s.kind == k) for k in KINDS}
    weight = np.concatenate([np.full(len(s.has_partner), 1e3 / counts[s.kind]) for s in sides])
    wanted = np.concatenate([side.has_partner for side in sides]).astype(float)
    kept = list(SIGNS)
    while True:
        table = np.concatenate([np.stack([s.signs[n] for n in kept], 1) for s in sides])
        middle, spread = table.mean(0), table.std(0) + 1e-6
        found = logistic((table - middle) / spread, wanted, weight, np.zeros(len(kept) + 1))
        worth = [n for n, w in zip(kept, found[1:], strict=True) if w >= 0 or n not in FAVOURABLE]
        if len(worth) == len(kept):
            break
        kept = worth
    by_sign = found[1:] / spread
    return Weights(
        float(found[0] - by_sign @ middle), dict(zip(kept, by_sign.tolist(), strict=True))
    )


def judged(
    reader: ClaimReader, sides: Sequence[Side], examples: Sequence[Example], seed: int
) -> str:
    """Return what share of the passages listed as only here has no partner, and how many are.

    Each article by weights that were learned from groups of other parts.
    """
    parts, scale = parts_of(examples, seed), shown_of_voices(reader)
    by_part = [partnered([s for s in sides if parts[s.group] != part]) for part in range(PARTS)]
    told = []
    for kind in KINDS:
        some = [
            ~s.has_partner[_listed(by_part[parts[s.group]], s, reader, scale)]
            for s in sides
            if s.kind == kind
        ]
        every = np.concatenate(some) if some else np.zeros(0, np.bool_)
        if len(every):
            told.append(f"{kind} {len(every) / len(some):.1f} only here, {every.mean():.2f} alone")
    return ", ".join(told)


def _listed(weights: Weights, side: Side, reader: ClaimReader, scale: Shown) -> NDArray[np.int64]:
    """Return which passages are listed, as Diptych does it."""
    alone = 1 / (1 + np.exp(weights.weighed(side.signs, len(side.has_partner))))
    points, felt = zip(*reader.scale, strict=True)
    matched = np.interp(side.signs["best"], points, felt) >= LIKELY
    order = np.argsort(-alone, kind="stable")
    some = order[(alone[order] >= scale.alone_from) & ~matched[order]]
    return some[: int(np.ceil(len(alone) * scale.alone_share))]
