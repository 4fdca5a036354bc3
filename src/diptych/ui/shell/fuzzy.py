# SPDX-License-Identifier: MIT
"""Finds what a few typed letters mean among many short names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from diptych.values import dataclass

Item = TypeVar("Item")

# score = sum over the letters of (8 at the start of a word, else 1)
#       + 5 for each that follows the one before it - .05 * its place in the name
_WORD_START = 8.0
_ADJACENT = 5.0
_PLAIN = 1.0
_LATE = 0.05


@dataclass(frozen=True, slots=True)
class FuzzyMatch:
    """How well letters fit a name, and where they stand in it."""

    score: float
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Ranked(Generic[Item]):
    """An item that fits what was typed."""

    item: Item
    match: FuzzyMatch


def fuzzy_match(typed: str, name: str) -> FuzzyMatch | None:
    """Return how the letters typed stand in ``name`` in their order, or None.

    Letters at the start of a word and letters that follow one another count
    most, so that "nm" finds "Next match" before "unmute". Spaces are ignored.
    The best way of placing the letters is found by dynamic programming.
    """
    letters = [c for c in typed.casefold() if not c.isspace()]
    # One for each, that places stay: ß folds to two letters.
    folded = [c.casefold()[:1] for c in name]
    if not letters:
        return FuzzyMatch(0.0, ())
    # best[place]: the best way that puts the letters so far with the last at place.
    best: dict[int, tuple[float, tuple[int, ...]]] = {}
    for order, letter in enumerate(letters):
        reached: dict[int, tuple[float, tuple[int, ...]]] = {}
        for place, char in enumerate(folded):
            if char != letter:
                continue
            worth = _WORD_START if _starts_word(name, place) else _PLAIN
            worth -= _LATE * place
            if order == 0:
                reached[place] = (worth, (place,))
                continue
            ways = [
                (score + worth + (_ADJACENT if before == place - 1 else 0), (*places, place))
                for before, (score, places) in best.items()
                if before < place
            ]
            if ways:
                reached[place] = max(ways)
        if not reached:
            return None
        best = reached
    score, places = max(best.values())
    return FuzzyMatch(score, places)


def begins_words(typed: str, words: str) -> bool:
    """Tell whether all that is typed begins words of a text, in whatever order."""
    asked, known = typed.casefold().split(), words.casefold().split()
    return bool(asked) and all(any(word.startswith(each) for word in known) for each in asked)


def ranked(
    typed: str,
    items: Sequence[Item],
    name_of: Callable[[Item], str],
    also_of: Callable[[Item], str] = lambda _: "",
) -> tuple[Ranked[Item], ...]:
    """Return the items that fit by name or by other words, best first.

    Names with the typed words go before those that have them beside the name, these
    before names in which the letters are only scattered; equals stand in their own order.
    """
    found: list[tuple[int, Ranked[Item]]] = []
    for item in items:
        # The time grows with the letters typed and with the square of the name's length.
        name = name_of(item)[:120]
        match = fuzzy_match(typed[:60], name)
        if match is not None and begins_words(typed, name):
            found.append((0, Ranked(item, match)))
        elif begins_words(typed, also_of(item)):
            found.append((1, Ranked(item, match or FuzzyMatch(0.0, ()))))
        elif match is not None:
            found.append((2, Ranked(item, match)))
    found.sort(key=lambda hit: (hit[0], -hit[1].match.score))
    return tuple(hit for _, hit in found)


def _starts_word(name: str, place: int) -> bool:
    return place == 0 or not name[place - 1].isalnum()
