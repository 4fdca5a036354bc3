# SPDX-License-Identifier: MIT
"""Quotations both sides hold, also where one trims them with an ellipsis."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from diptych.compare.facts import Fact, Sort
from diptych.patterns import late_pattern
from diptych.text.tokens import run_of_letters

# What a quotation leaves out: …, ..., . . . or [ … ].
_ELLIPSIS = late_pattern(r"\s*(?:\[\s*)?(?:…|\.\.\.|\. \. \.)(?:\s*\])?\s*")
_SEED = 3  # words in a row that bring two quotations together
_COMMON = 20  # a seed in more quotations tells nothing

Place = tuple[int, Fact]


def shared_quotations(
    left: Sequence[Sequence[Fact]],
    right: Sequence[Sequence[Fact]],
    texts: tuple[str, str],
    *,
    least: int,
) -> dict[tuple[int, int], list[tuple[Fact, Fact]]]:
    """Return the quotations that two passages share, by the passages' numbers.

    One with fewer than ``least`` words on its shorter side is none.
    """
    ours, theirs = _quoted(left), _quoted(right)
    standing: dict[tuple[str, ...], list[int]] = defaultdict(list)
    parts_there = [_parts(fact, texts[1]) for _, fact in theirs]
    for at, parts in enumerate(parts_there):
        for seed in sorted(_seeds(parts)):  # a set of words comes in another order in each process
            standing[seed].append(at)
    found: dict[tuple[int, int], list[tuple[Fact, Fact]]] = defaultdict(list)
    for row, fact in ours:
        parts = _parts(fact, texts[0])
        # A seed that stands in many quotations is a turn of phrase and proves nothing.
        near = [standing[seed] for seed in _seeds(parts) if len(standing.get(seed, ())) <= _COMMON]
        for at in sorted({at for places in near for at in places}):
            column, other = theirs[at]
            there = parts_there[at]
            if min(_length(parts), _length(there)) < least:
                continue
            # Either side may be the one that trims.
            if _holds(parts, there) or _holds(there, parts):
                found[row, column].append((fact, other))
    return dict(sorted(found.items()))


def _quoted(side: Sequence[Sequence[Fact]]) -> list[Place]:
    return [
        (at, fact) for at, facts in enumerate(side) for fact in facts if fact.sort is Sort.QUOTATION
    ]


def _parts(fact: Fact, text: str) -> list[list[str]]:
    """Return the words of a quotation, in the parts its ellipses leave."""
    written = fact.span.of(text).lower()
    parts = [run_of_letters().findall(part) for part in _ELLIPSIS.split(written)]
    return [part for part in parts if part]


def _length(parts: Sequence[Sequence[str]]) -> int:
    return sum(map(len, parts))


def _seeds(parts: Sequence[Sequence[str]]) -> set[tuple[str, ...]]:
    return {tuple(part[at : at + _SEED]) for part in parts for at in range(len(part) - _SEED + 1)}


def _holds(whole: Sequence[Sequence[str]], trimmed: Sequence[Sequence[str]]) -> bool:
    """Tell whether the parts of ``trimmed`` stand in ``whole`` in order."""
    told = " ".join(word for part in whole for word in part)
    # Spaces around, so that "art" does not stand in "part".
    told, at = f" {told} ", 0
    for part in trimmed:
        at = told.find(f" {' '.join(part)} ", at)
        if at < 0:
            return False
        # The blank at the end of a part is also the one before the next.
        at += 1
    return True
