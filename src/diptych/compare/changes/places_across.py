# SPDX-License-Identifier: MIT
"""Which sentences of a text and its translation are one another's, by their meaning."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log

from diptych.compare.changes.by_length import (
    BEADS,
    ONE_BY_ONE,
    MeasuredSentence,
    cells_between,
    gaps_between,
)
from diptych.compare.changes.places import Cell, Place, free, groups, in_order, side_by_side
from diptych.compare.doubts import ONE_SENTENCE
from diptych.compare.values import Match
from diptych.text.sides import Side

_FAR_NEARER = 0.25  # cosine
_FAINT = 1.0  # what a match too weak to be shown says for a pair, as a logarithm


def meant_across(matches: Iterable[Match]) -> tuple[list[Match], list[Match]]:
    """Return the matches that join a text and its translation, and the fainter ones.

    Those nearest in meaning first, without those of which a passage has a far nearer one:
    of a sentence left out, the next one's translation is only a little like it.
    """
    ordered = sorted(matches, key=_distance)
    nearest: dict[tuple[Side, int], float] = {}
    for match in ordered:
        for place in ((Side.LEFT, match.left.start), (Side.RIGHT, match.right.start)):
            nearest.setdefault(place, -_distance(match))
    likely = [
        match
        for match in ordered
        if match.evidence.similarity is None
        or max(nearest[Side.LEFT, match.left.start], nearest[Side.RIGHT, match.right.start])
        < max(ONE_SENTENCE, match.evidence.similarity + _FAR_NEARER)
    ]
    told: tuple[list[Match], list[Match]] = ([], [])
    for match in likely:
        is_sure = match.shown or -_distance(match) >= ONE_SENTENCE
        told[0 if is_sure else 1].append(match)
    return told


def _distance(match: Match) -> float:
    return -(match.evidence.similarity or 0.0)


def places_meant(
    left: Sequence[MeasuredSentence],
    right: Sequence[MeasuredSentence],
    meant: Iterable[Cell],
    fainter: Iterable[Cell] = (),
    *,
    knows_meaning: bool = True,
) -> tuple[Place, ...]:
    """Do the same for two languages, where only the meaning joins passages.

    What is ``fainter``, the likeliest first, joins passages only where their neighbours are
    one another's, and what is left over on both sides of one place. An encoder that
    ``knows_meaning`` finds a sentence among the likeliest of its own translation, however
    free: a pair that it does not name was left out here and put in there. Without one the
    lengths join what is left.
    """
    fainter = list(fainter)
    joined = _fitting(side_by_side(_by_marks(meant, fainter, left, right)), left, right)
    faint = _likeliest(fainter, (len(left), len(right)), joined)
    joined |= _beside_joined(faint, joined)
    likely = dict.fromkeys(faint, _FAINT)

    def named(cells: set[Cell]) -> set[Cell]:
        return cells & likely.keys() if knows_meaning else cells

    joined |= named(_alone_between((len(left), len(right)), joined))
    beads = ONE_BY_ONE if knows_meaning else BEADS
    joined |= named(cells_between(left, right, joined, likely, beads) - joined)
    return in_order(groups(joined), [1] * len(left), len(right))


def _by_marks(
    meant: Iterable[Cell],
    fainter: Iterable[Cell],
    left: Sequence[MeasuredSentence],
    right: Sequence[MeasuredSentence],
) -> list[Cell]:
    """Return the pairs without those whose figures say that another is meant.

    "2,350 rolls" and "160 رغيفا" last: the likelier of its neighbours has the 160. Not at
    all where a fainter pair has it on both sides.
    """
    shared = [cell for cell in fainter if left[cell[0]].marks & right[cell[1]].marks]
    rows, columns = {row for row, _ in shared}, {column for _, column in shared}
    cells = [(_tell_apart(left[row], right[column]), (row, column)) for row, column in meant]
    return [
        (row, column)
        for is_apart, (row, column) in sorted(cells, key=lambda each: each[0])
        if not is_apart or (row not in rows and column not in columns)
    ]


def _tell_apart(one: MeasuredSentence, other: MeasuredSentence) -> bool:
    """Tell whether two sentences have figures or names, and none that is the other's."""
    return bool(one.marks) and bool(other.marks) and one.marks.isdisjoint(other.marks)


def _fitting(
    cells: Sequence[Cell], left: Sequence[MeasuredSentence], right: Sequence[MeasuredSentence]
) -> set[Cell]:
    """Return the pairs without a second partner that is one too many, by the lengths.

    Of two sentences that became one it has the length of both; where it has that of the
    likelier one alone, the other is near it in meaning only, and was left out.
    """
    ratio = sum(t.length for t in right) / max(1.0, sum(t.length for t in left))
    rows: dict[int, int] = {}
    columns: dict[int, int] = {}
    kept: set[Cell] = set()
    for row, column in cells:  # the likelier of two first
        first = columns.get(column, -1) if row not in rows else -1
        other = rows.get(row, -1) if column not in columns else -1
        rows.setdefault(row, column)
        columns.setdefault(column, row)
        if first >= 0:
            whole, one, more = right[column].length, left[first].length, left[row].length
            if not _has_both(whole, one * ratio, more * ratio):
                continue
        if other >= 0:
            whole, one, more = left[row].length, right[other].length, right[column].length
            if not _has_both(whole * ratio, one, more):
                continue
        kept.add((row, column))
    return kept


def _has_both(whole: float, one: float, more: float) -> bool:
    """Tell whether a sentence is nearer in length to two together than to the first of them."""
    return abs(log(max(1.0, whole) / max(1.0, one + more))) <= abs(
        log(max(1.0, whole) / max(1.0, one))
    )


def _likeliest(fainter: Iterable[Cell], shape: tuple[int, int], joined: set[Cell]) -> set[Cell]:
    """Return the likeliest pairs of what is left over in one place.

    Where a sentence was left out, the next one's translation is a little like it too.
    """
    at_row, at_column = (dict[int, int]() for _ in range(2))
    for number, (rows, columns) in enumerate(gaps_between(shape, joined)):
        at_row.update(dict.fromkeys(rows, number))
        at_column.update(dict.fromkeys(columns, number))
    inside = (
        (row, column)
        for row, column in fainter
        if row in at_row and at_row[row] == at_column.get(column)
    )
    return free(inside, joined)


def _beside_joined(fainter: Iterable[Cell], joined: set[Cell]) -> set[Cell]:
    """Return the likeliest pairs left over that stand beside a pair on both sides."""
    near = {(row + step, column + step) for row, column in joined for step in (1, -1)}
    return free((cell for cell in fainter if cell in near), joined)


def _alone_between(shape: tuple[int, int], joined: set[Cell]) -> set[Cell]:
    """Return the pairs of passages that are the only ones left over in one place.

    A sentence that is translated freely is far from its translation in every encoder,
    but its neighbours on both sides tell which it is.
    """
    rows, columns = {row for row, _ in joined}, {column for _, column in joined}
    lone_rows, lone_columns = (
        {
            at
            for at in range(count)
            if at not in taken and all(n in taken or not 0 <= n < count for n in (at - 1, at + 1))
        }
        for count, taken in zip(shape, (rows, columns), strict=True)
    )
    return {
        (row + step, column + step)
        for row, column in joined
        for step in (1, -1)
        if row + step in lone_rows and column + step in lone_columns
    }
