# SPDX-License-Identifier: MIT
"""Numbers in the margin of verse, which count its lines and are no words of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from diptych.patterns import late_pattern
from diptych.text.article import Span

_LONGEST_VERSE = 90  # characters
_FEWEST = 3  # numbers that count the lines
_FEWEST_ROUND = 2  # of those that count by fives or tens
_FEWEST_OF_ALL = 5  # where every line has one, which a list may have as well
_STEPS = range(3, 21)  # lines from one number to the next, where a line may have been left out
_FEWEST_WORDS = 3  # of such a line: what is shorter is a row of a table
# “And nobody waits upon the quay.      10” and “10   And nobody waits upon the quay.”
_BEHIND = late_pattern(r"(?:[ \u00a0]{3,}|[ \u00a0]*\t\s*)(\d{1,5})$")
_BEFORE = late_pattern(r"(\d{1,5})(?:[ \u00a0]{2,}|[ \u00a0]*\t\s*)(?=\S)")
_COLUMNS = late_pattern(r"\s{2,}|\t")


def words_of_lines(lines: Sequence[str]) -> dict[int, Span]:
    """Return by its place among the lines what is left of each that has a number of its own."""
    kept: dict[int, Span] = {}
    for is_behind in (True, False):
        # A number counts lines if it is as far from the next as their lines are.
        counting: dict[int, list[int]] = defaultdict(list)
        words: dict[int, Span] = {}
        for place, line in enumerate(lines):
            # Before anything else: of a book's lines hardly any has a figure there.
            if place in kept or not line[-1 if is_behind else 0].isdecimal():
                continue
            found = _BEHIND.search(line) if is_behind else _BEFORE.match(line)
            if found and 0 < len(line) - len(found[0]) <= _LONGEST_VERSE:
                counting[int(found[1]) - place].append(place)
                words[place] = _rest(line, found)
        counted = {
            place
            for offset, places in counting.items()
            if _count_lines(places, offset, [words[p].of(lines[p]) for p in places])
            for place in places
        }
        numbers = {place: place + offset for offset, some in counting.items() for place in some}
        counted.update(*_nearly_counting(sorted(numbers.items())))
        kept |= {place: words[place] for place in counted}
    return kept


def _nearly_counting(numbers: Sequence[tuple[int, int]]) -> Iterator[list[int]]:
    """Yield the places of numbers that go on by one step, a line left out here and there.

    A version without a line of verse is often numbered as the whole is.
    """
    for step in _STEPS:
        chain: list[tuple[int, int]] = []
        for place, number in (*numbers, (0, 0)):
            is_next = bool(chain) and number - chain[-1][1] == step
            if is_next and abs(place - chain[-1][0] - step) <= 1:
                chain.append((place, number))
                continue
            exact = sum(after[0] - before[0] == step for before, after in pairwise(chain))
            if len(chain) >= _FEWEST and 2 * exact >= len(chain) - 1:
                yield [at for at, _ in chain]
            chain = [(place, number)] if number % step == 0 else []


def _rest(line: str, found: re.Match[str]) -> Span:
    return Span(found.end(), len(line)) if found.start() == 0 else Span(0, found.start())


def _count_lines(places: Sequence[int], offset: int, words: Sequence[str]) -> bool:
    if all(after - before > 1 for before, after in pairwise(places)):
        is_round = all((place + offset) % 5 == 0 for place in places)
        return len(places) >= (_FEWEST_ROUND if is_round else _FEWEST)
    is_table = any(len(each.split()) < _FEWEST_WORDS or _COLUMNS.search(each) for each in words)
    return len(places) >= _FEWEST_OF_ALL and not is_table
