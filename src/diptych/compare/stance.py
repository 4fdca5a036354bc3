# SPDX-License-Identifier: MIT
"""Whether one side denies what the other says: told only when sure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from diptych.compare.values import Stance
from diptych.text.words import Word

_REACH = 4  # words after a negation that it may deny
_LEAST_SHARED = 3  # content words; with fewer the two may speak of different things
_LEAST_RARITY = 1.0  # of the word denied
_BREAK = re.compile(r"[,;:.!?—–()“”\"«»，。；：！？]")


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Words that deny the word after them. "No", "without" and the like deny a thing,
# which the other side may leave out without saying otherwise.
_NEGATIONS = {
    "en": _listed(
        """not never nor cannot can't won't don't doesn't didn't isn't wasn't aren't weren't
        hasn't haven't hadn't wouldn't couldn't shouldn't unlikely"""
    ),
    "ru": _listed("не никогда нельзя невозможно"),
    "es": _listed("no nunca tampoco jamás"),
    "de": _listed("nicht nie niemals"),
    "fr": _listed("pas jamais"),
    "zh": _listed("不 没 未"),
}
# After these a negation denies nothing: "not only", "no longer than", "no doubt".
_NOT_DENYING = _listed("only just merely least doubt less more simply nur только sólo seulement")
_DETERMINERS = _listed("the a an its his her their our my your this that these those any")
_OPPOSITES = (
    ("accept", "reject"), ("agre", "refus"), ("approv", "reject"), ("rise", "fall"),
    ("increas", "decreas"), ("increas", "fall"), ("rose", "fell"), ("win", "lose"), ("won", "lost"),
    ("support", "oppos"), ("allow", "ban"), ("allow", "forbid"),
    ("strengthen", "weaken"), ("success", "failur"), ("succeed", "fail"), ("gain", "loss"),
    ("advanc", "retreat"), ("improv", "deterior"), ("improv", "worsen"),
    ("true", "fals"), ("guilti", "innoc"), ("safe", "unsaf"),
)  # fmt: skip
_OPPOSITE_OF = {a: b for pair in _OPPOSITES for a, b in (pair, pair[::-1])}


def stance_of(
    left: Sequence[Word],
    right: Sequence[Word],
    texts: tuple[str, str],
    rarity: Mapping[str, float],
    *,
    language: str,
) -> Stance:
    """Return whether one passage denies the other, as far as single words show it.

    Both hold a telling word that a negation denies on one side only, or two
    words that are each other's opposite, and enough else is shared.
    """
    shared = {word.stem for word in left if word.stem} & {word.stem for word in right}
    if len(shared) < _LEAST_SHARED:
        return Stance.UNKNOWN
    ours, theirs = _denied(left, texts[0], language), _denied(right, texts[1], language)
    one_sided = (ours ^ theirs) & shared
    telling = [s for s in one_sided if s.islower() and rarity.get(s, 0.0) >= _LEAST_RARITY]
    if any(_names_thing(left, stem) == _names_thing(right, stem) for stem in telling):
        return Stance.DENIES
    if not ours and not theirs and _are_opposed(left, right, shared):
        return Stance.DENIES
    return Stance.UNKNOWN


def _are_opposed(left: Sequence[Word], right: Sequence[Word], shared: set[str]) -> bool:
    there = {word.stem for word in right} - shared
    return (
        any(_OPPOSITE_OF.get(word.stem) in there for word in left if word.stem not in shared)
        and len(shared) > _LEAST_SHARED
    )


def _names_thing(words: Sequence[Word], stem: str) -> bool:
    """Tell whether the word stands here as a noun, after an article or a possessive."""
    return any(
        word.stem == stem
        and (before.form in _DETERMINERS or before.end - before.start > len(before.form))
        for before, word in pairwise(words)
    )


def _denied(words: Sequence[Word], text: str, language: str) -> set[str]:
    """Return the stems that stand here only with a negation before them."""
    places = set(_denied_places(words, text, language))
    if not places:
        return set()
    denied = {words[at].stem for at in places}
    return denied - {word.stem for at, word in enumerate(words) if at not in places}


def _denied_places(words: Sequence[Word], text: str, language: str) -> Iterator[int]:
    """Yield where the first telling word after each negation stands."""
    negations = _NEGATIONS.get(language or "en", _NEGATIONS["en"])
    for at, word in enumerate(words):
        if word.form.replace("’", "'") not in negations:
            continue
        if at + 1 < len(words) and words[at + 1].form in _NOT_DENYING:
            continue
        end = word.end
        for place in range(at + 1, min(at + 1 + _REACH, len(words))):
            denied = words[place]
            if _BREAK.search(text, end, denied.start):
                break
            if denied.stem:
                if not text[denied.start].isupper():  # "is not Trump" denies no claim
                    yield place
                break
            end = denied.end
