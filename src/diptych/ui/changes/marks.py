# SPDX-License-Identifier: MIT
"""What of the changes is marked in the two texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from diptych.compare.changes.values import ONE_SIDED, Change
from diptych.text.sides import SIDES, Side
from diptych.ui.changes.words import HUES
from diptych.ui.desk.found_matches import span_on
from diptych.ui.desk.marks import SideMark


def marks_of(changes: Iterable[tuple[int, Change]]) -> Iterator[SideMark]:
    """Yield the marks of changes by number: the place of each, then its single words.

    A passage that stands on one side alone is told by its ground: striking all of it
    would make it hard to read.
    """
    for number, change in changes:
        hue = HUES[change.kind]
        for side in SIDES:
            span = span_on(change, side)
            if len(span):
                yield SideMark(side, hue, span, change=number, is_ground=True)
        if change.kind not in ONE_SIDED:
            for edit in change.edits:
                if len(edit.left):
                    yield SideMark(Side.LEFT, "gone", edit.left, change=number)
                if len(edit.right):
                    yield SideMark(Side.RIGHT, "come", edit.right, change=number)
