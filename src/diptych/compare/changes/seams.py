# SPDX-License-Identifier: MIT
"""Words that a version with its lines joined has on the other side of a seam.

"Title" and "1. Parties" become "Title 1." and "Parties" where the lines were joined and the
sentence ends behind the number: nothing was taken out of the one or put into the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from diptych.compare.changes.edits import Edited
from diptych.compare.changes.values import Change, ChangeKind, Edit
from diptych.compare.facing import end_of_numbering
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


def with_numbers_kept(told: Sequence[Change], texts: tuple[str, str]) -> list[Change]:
    """Return changes without the number of a clause whose first sentence was left out.

    "(2) He may leave. She stays." became "(2) She stays.": the number is where it was.
    """
    kept: list[Change | None] = list(told)
    changed = [at for at, each in enumerate(told) if ChangeKind.CHANGED in each.kinds]
    behind = (
        {told[at].left.start: at for at in changed},
        {told[at].right.start: at for at in changed},
    )
    for at, change in enumerate(told):
        if change.kind not in (ChangeKind.ONLY_LEFT, ChangeKind.ONLY_RIGHT):
            continue
        side = 0 if change.kind is ChangeKind.ONLY_LEFT else 1
        span, text = (change.left, change.right)[side], texts[side]
        other = behind[side].get(_next_word(text, span.end))
        end = end_of_numbering(text, span)
        if other is None or end == span.start:
            continue
        number = text[span.start : end].split()
        edit = _put_in_first(told[other], 1 - side)
        if edit and (edit.left, edit.right)[1 - side].of(texts[1 - side]).split() == number:
            kept[at] = _beginning_at(change, side, end)
            edits = tuple(each for each in told[other].edits if each is not edit)
            is_whole = bool(edits) or told[other].kinds != (ChangeKind.CHANGED,)
            kept[other] = replace(told[other], edits=edits) if is_whole else None
    return [each for each in kept if each is not None]


def _next_word(text: str, place: int) -> int:
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def _put_in_first(change: Change, side: int) -> Edit | None:
    """Return the edit that only puts something in, before all that a side has there."""
    edit = change.edits[0] if change.edits else None
    if edit is None or len((edit.right, edit.left)[side]):
        return None
    is_first = (edit.left, edit.right)[side].start == (change.left, change.right)[side].start
    return edit if is_first else None


def _beginning_at(change: Change, side: int, start: int) -> Change:
    whole = (change.left, change.right)[side]
    span = Span(start, whole.end)
    left, right = (span, change.right) if side == 0 else (change.left, span)
    return replace(change, left=left, right=right, edits=(Edit(left, right),))
