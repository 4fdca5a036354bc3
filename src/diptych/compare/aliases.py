# SPDX-License-Identifier: MIT
"""Names that mean the same inside one pair: "Jin Canrong" and "Professor Jin"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from diptych.text.lexicon import entries_of_all, words_of_all


def aliases_among(names: Iterable[str]) -> dict[str, str]:
    """Return the fuller name for each short one that can mean but one of these.

    A short name is the first or last word of a fuller one, or its initials.
    """
    known = sorted(set(names))
    states = _states()
    fuller: dict[str, set[str]] = defaultdict(set)
    for name in known:
        told = states.get(name, name)
        words = told.split()
        if len(words) < 2:  # one word has no shorter form
            continue
        for short in (words[0], words[-1], _initials(words)):
            fuller[short].add(told)
    found: dict[str, str] = {}
    for name in known:
        if name in states:
            found[name] = states[name]
        elif len(fuller.get(name, ())) == 1:  # "Smith" of two may be either
            found[name] = next(iter(fuller[name]))
    return found


@cache
def _states() -> Mapping[str, str]:
    """Return what states and unions are called in full, by their other names: "uk", "сша"."""
    return {
        name.strip(): full
        for full, names in entries_of_all("other_names")
        for name in names.split(",")
    }


def _initials(words: list[str]) -> str:
    # "United States of America" is usa, not usoa.
    return "".join(word[0] for word in words if word not in words_of_all("joins_names"))
