# SPDX-License-Identifier: MIT
"""Patterns for one of many words, fast also when letter case is ignored."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for the longest of ``words`` that stands at a place.

    Python's ``re`` tries alternatives one after the other. Common beginnings are
    taken together (a trie: Fredkin, 1960), and a set of the letters that can
    come next ends most tries at once.
    """
    rests: dict[str, list[str]] = {}
    for word in sorted(set(words)):
        rests.setdefault(word[:1], []).append(word[1:])
    # One of the words ends here: what follows is optional, tried first as it is longer.
    ends_here = rests.pop("", None) is not None
    branches = [re.escape(letter) + any_of(rest) for letter, rest in rests.items()]
    if not branches:
        return ""
    if len(branches) == 1 and not ends_here:
        return branches[0]
    # Of two branches the second is tried at once anyway; looking ahead would save nothing.
    next_letters = f"(?=[{''.join(map(re.escape, rests))}])" if len(branches) > 2 else ""
    pattern = f"{next_letters}(?:{'|'.join(branches)})"
    return f"(?:{pattern})?" if ends_here else pattern


def bounded(alternatives: str) -> str:
    """Let the alternatives of a pattern end where words end; Chinese ones end anywhere."""
    listed = alternatives.split("|")
    spaced = "|".join(word for word in listed if word[0] < "\u4e00")
    chinese = "|".join(word for word in listed if word[0] >= "\u4e00")
    return "|".join(part for part in (rf"\b(?:{spaced})\b" if spaced else "", chinese) if part)
