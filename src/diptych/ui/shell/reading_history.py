# SPDX-License-Identifier: MIT
"""Which articles and pairs were read before, how far, and where the reader stopped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from diptych.patterns import late_pattern
from diptych.settings import ReadingHistory
from diptych.ui.desk.trail import BEGINNING, Top
from diptych.values import dataclass

MOST_PLACES = 2_000
_WHOLE = late_pattern(r"-?\d{1,9}")
MOST_PAIRS = 60


@dataclass(frozen=True, slots=True)
class PairProgress:
    """A pair read before: its sides, and what was found, judged and noted there."""

    left: str
    right: str
    matches: int = 0
    judged: int = 0
    notes: int = 0


def place_in(history: ReadingHistory, article_id: str) -> Top:
    """Return where the reader stopped in an article, its beginning when it is new."""
    for written in history.places:
        # "<id> <place> <past>", the last since places are kept to the pixel
        name, *numbers = written.split(" ")
        if name == article_id and 0 < len(numbers) < 3 and all(map(_WHOLE.fullmatch, numbers)):
            return Top(*map(int, numbers))
    return BEGINNING


def with_place(history: ReadingHistory, article_id: str, top: Top) -> ReadingHistory:
    """Return the history with the reader's present place in an article."""
    others = [w for w in history.places if w.partition(" ")[0] != article_id]
    # At its beginning a text opens anyway.
    newest = [f"{article_id} {top.place} {top.past}"] if top != BEGINNING else []
    return ReadingHistory(tuple((newest + others)[:MOST_PLACES]), history.pairs)


def pairs_of(history: ReadingHistory) -> list[PairProgress]:
    """Return the pairs read before, the newest first; what is damaged is left out."""
    found = []
    for written in history.pairs:
        # "<left> <right> <matches> <judged> <notes>"
        words = written.split()
        if len(words) == 5 and all(word.isdecimal() for word in words[2:]):
            found.append(PairProgress(words[0], words[1], *map(int, words[2:])))
    return found


def with_pair(history: ReadingHistory, pair: PairProgress) -> ReadingHistory:
    """Return the history with a pair at its head."""
    sides = {pair.left, pair.right}  # swapped, it is the same pair
    others = [p for p in pairs_of(history) if {p.left, p.right} != sides]
    return ReadingHistory(history.places, _written([pair, *others][:MOST_PAIRS]))


def without_pair(history: ReadingHistory, sides: frozenset[str]) -> ReadingHistory:
    """Return the history without a pair, whichever way round it was read."""
    others = [p for p in pairs_of(history) if {p.left, p.right} != sides]
    return ReadingHistory(history.places, _written(others))


def with_counts(history: ReadingHistory, counts: Mapping[tuple[str, str], int]) -> ReadingHistory:
    """Return the history with other counts of matches for the pairs that were counted anew."""
    known = {frozenset(pair): count for pair, count in counts.items()}
    told = [
        replace(pair, matches=known.get(frozenset((pair.left, pair.right)), pair.matches))
        for pair in pairs_of(history)
    ]
    return ReadingHistory(history.places, _written(told))


def with_files_as_now(history: ReadingHistory, became: Mapping[str, str]) -> ReadingHistory:
    """Return the history with the articles that changed files hold now, by the ids of before."""
    before = pairs_of(history)
    if not any(id_ in became for pair in before for id_ in (pair.left, pair.right)):
        return history
    told = [
        replace(p, left=became.get(p.left, p.left), right=became.get(p.right, p.right))
        for p in before
    ]
    # One that was read again since is there already, and newer.
    newest = {frozenset((p.left, p.right)): p for p in reversed(told)}
    kept = [p for p in told if newest[frozenset((p.left, p.right))] is p]
    return ReadingHistory(history.places, _written(kept))


def _written(pairs: Iterable[PairProgress]) -> tuple[str, ...]:
    return tuple(f"{p.left} {p.right} {p.matches} {p.judged} {p.notes}" for p in pairs)
