# SPDX-License-Identifier: MIT
"""How often a match holds of which a strength is told: the plot of ``docs/claim-reader.md``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from blend import PARTS, Example, calibrated, parts_of, shown_cells
from groups import SAME

from diptych.compare.counts import Floats

EDGES = (0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1)
LEFT, TOP, WIDE = 44, 22, 320  # of the plot, in pixels
LINKED, AGREED = "#1f6fb2", "#b2601f"


@dataclass(frozen=True)
class Told:
    """The matches between two strengths: how strong on average, what share is linked and same."""

    strength: float
    linked: float
    same: float
    count: int


def told_by_strength(
    odds: Sequence[Floats], examples: Sequence[Example], seed: int
) -> tuple[Told, ...]:
    """Return what became of the best match of each passage, by the strength told of it.

    ``odds`` are by readers who have not seen the group, and so is each scale.
    """
    parts = parts_of(examples, seed)
    strengths, graded = [], []
    for part in range(PARTS):
        others = [n for n, e in enumerate(examples) if parts[e.pair.group] != part]
        scale = calibrated([odds[n] for n in others], [examples[n] for n in others])
        points, felt = zip(*scale, strict=True)
        for values, example in zip(odds, examples, strict=True):
            if parts[example.pair.group] == part and not example.added:
                told, grades, _ = shown_cells([values], [example])
                strengths.append(np.interp(told, points, felt))
                graded.append(grades)
    strength, grade = np.concatenate(strengths), np.concatenate(graded)
    bins = np.digitize(strength, EDGES[1:-1])
    return tuple(
        Told(
            float(strength[some].mean()),
            float((grade[some] >= 1).mean()),
            float((grade[some] >= SAME).mean()),
            int(some.sum()),
        )
        for some in (bins == number for number in range(len(EDGES) - 1))
        if some.any()
    )


def draw(told: Sequence[Told], path: Path) -> None:
    """Write the plot: strength across, share that is linked (and that says the same) upwards."""
    lines = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 408 408" font-size="12"',
        'width="408" height="408" font-family="sans-serif">',
        '<rect width="100%" height="100%" fill="#fff"/>',
    ]
    for share in (0, 0.25, 0.5, 0.75, 1):
        x, y = _place(share, share)
        lines += [
            f'<line x1="{x}" y1="{TOP}" x2="{x}" y2="{TOP + WIDE}" stroke="#e4e4e4"/>',
            f'<text x="{x}" y="{TOP + WIDE + 16}" text-anchor="middle">{share:g}</text>',
            f'<line x1="{LEFT}" y1="{y}" x2="{LEFT + WIDE}" y2="{y}" stroke="#e4e4e4"/>',
            f'<text x="{LEFT - 6}" y="{y + 4}" text-anchor="end">{share:g}</text>',
        ]
    (x1, y1), (x2, y2) = _place(0, 0), _place(1, 1)
    lines.append(
        f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="#999" stroke-dasharray="4 4"/>'
    )
    for colour, shares in (
        (LINKED, [row.linked for row in told]),
        (AGREED, [row.same for row in told]),
    ):
        places = [_place(row.strength, share) for row, share in zip(told, shares, strict=True)]
        line = " ".join(f"{x},{y}" for x, y in places)
        lines.append(f'<polyline fill="none" stroke="{colour}" stroke-width="2" points="{line}"/>')
        lines += [f'<circle cx="{x}" cy="{y}" r="3" fill="{colour}"/>' for x, y in places]
    lines += [
        f'<text x="{LEFT + 8}" y="{TOP + 16}" fill="{LINKED}">linked by a reader</text>',
        f'<text x="{LEFT + 8}" y="{TOP + 32}" fill="{AGREED}">makes the same claim</text>',
        f'<text x="{LEFT + WIDE / 2}" y="400" text-anchor="middle">strength told</text>',
        "</svg>",
    ]
    path.write_text("\n".join((*lines, "")), encoding="utf-8")


def _place(strength: float, share: float) -> tuple[float, float]:
    return round(LEFT + WIDE * strength, 1), round(TOP + WIDE * (1 - share), 1)
