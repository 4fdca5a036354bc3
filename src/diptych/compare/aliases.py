# SPDX-License-Identifier: MIT
"""Names that mean the same inside one pair: "Jin Canrong" and "Professor Jin"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

_KNOWN = {
    "us": "united states", "usa": "united states", "united states of america": "united states",
    "america": "united states", "uk": "united kingdom", "britain": "united kingdom",
    "great britain": "united kingdom", "eu": "european union", "un": "united nations",
    "prc": "china", "people's republic of china": "china", "russian federation": "russia",
    "ussr": "soviet union", "uae": "united arab emirates",
    "сша": "соединённые штаты", "соединенные штаты": "соединённые штаты",
    "рф": "россия", "российская федерация": "россия", "ес": "евросоюз", "оон": "оон",
    "ee uu": "estados unidos", "eeuu": "estados unidos", "ue": "union européenne",
}  # fmt: skip
_LINKS = frozenset({"of", "the", "and", "for", "de", "la", "du", "des", "del", "van", "von"})


def aliases_among(names: Iterable[str]) -> dict[str, str]:
    """Return the fuller name for each short one that can mean but one of these.

    A short name is the first or last word of a fuller one, or its initials.
    """
    known = sorted(set(names))
    fuller: dict[str, set[str]] = defaultdict(set)
    for name in known:
        told = _KNOWN.get(name, name)
        words = told.split()
        if len(words) < 2:  # one word has no shorter form
            continue
        for short in (words[0], words[-1], _initials(words)):
            fuller[short].add(told)
    found: dict[str, str] = {}
    for name in known:
        if name in _KNOWN:
            found[name] = _KNOWN[name]
        elif len(fuller.get(name, ())) == 1:  # "Smith" of two may be either
            found[name] = next(iter(fuller[name]))
    return found


def _initials(words: list[str]) -> str:
    # "United States of America" is usa, not usoa.
    return "".join(word[0] for word in words if word not in _LINKS)
