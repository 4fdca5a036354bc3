# SPDX-License-Identifier: MIT
"""Puts a better comparison of the same two articles in the place of an earlier one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from diptych.compare.values import Comparison


def sharpened(old: Comparison, new: Comparison, *, kept: Collection[int]) -> Comparison:
    """Return ``new`` with every pair of passages under the number it had in ``old``.

    What the reader sees or has judged thus stays what it is. Pairs that ``new``
    no longer finds keep their number unshown, or shown when it is in ``kept``;
    pairs found only now come after all others, best first.
    """
    found = {(match.left, match.right): match for match in new.matches}
    matches = []
    for number, before in enumerate(old.matches):
        match = found.pop((before.left, before.right), replace(before, shown=False))
        matches.append(replace(match, shown=match.shown or number in kept))
    return replace(new, matches=(*matches, *found.values()))
