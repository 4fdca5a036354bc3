# SPDX-License-Identifier: MIT
"""Words that a version with its lines joined has on the other side of a seam.

"Title" and "1. Parties" become "Title 1." and "Parties" where the lines were joined and the
sentence ends behind the number: nothing was taken out of the one or put into the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from diptych.compare.changes.edits import Edited
from diptych.compare.changes.values import Edit
from diptych.text.article import Span

Spans = tuple[Span, Span]


def closed(
    found: Sequence[Edited | None], spans: Sequence[Spans], texts: tuple[str, str]
) -> list[Edited | None]:
    """Return what became of the words of each pair of passages, without what passed a seam."""
    told = list(found)
    for at in range(len(told) - 1):
        one, other = told[at], told[at + 1]
        if one is None or other is None or not (one.edits and other.edits):
            continue
        if _is_one(one.edits[-1], other.edits[0], (spans[at], spans[at + 1]), texts):
            told[at] = replace(one, edits=one.edits[:-1])
            told[at + 1] = replace(other, edits=other.edits[1:])
    return told


def _is_one(last: Edit, first: Edit, spans: tuple[Spans, Spans], texts: tuple[str, str]) -> bool:
    """Tell whether words at the end of one side are those at the beginning of the other."""
    for own, across in ((0, 1), (1, 0)):
        ours, theirs = (last.left, last.right)[own], (first.left, first.right)[across]
        if (
            len(ours)
            and not len((last.left, last.right)[across])
            and not len((first.left, first.right)[own])
            and ours.end == spans[0][own].end
            and theirs.start == spans[1][across].start
            and ours.of(texts[own]).split() == theirs.of(texts[across]).split()
        ):
            return True
    return False
