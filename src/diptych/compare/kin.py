# SPDX-License-Identifier: MIT
"""Which words of two sentences are one word in other forms: "suffices" and "sufficient"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from diptych.text.lexicon import words_of
from diptych.text.tokens import is_unspaced

_BEGINNING = 3  # letters, no more than the shortest that may be a form
_SHORTEST = 4  # letters of a stem that another may go on from
_SHORTEST_OF_CONSONANTS = 3  # as Arabic and Hebrew write: كاف, كافيا; by one letter at most
_LONGEST_ENDING = 2  # letters by which it goes on; a long stem may have one more
_LONG = 6
_SHORTEST_BEHIND_PARTICLE = 3
_CONSONANTS = frozenset({"ar", "he"})


def kin_of(left: Iterable[str], right: Iterable[str], language: str) -> Mapping[str, str]:
    """Return for stems of the right the stem of the left that is the same word."""
    ours = {stem for stem in left if stem}
    theirs = {stem for stem in right if stem}
    found = {stem: stem for stem in ours & theirs}
    # Forms of one word begin alike; what particles are written onto may begin in any way.
    has_particles = bool(words_of(language, "particles_before"))
    alone: dict[str, list[str]] = defaultdict(list)
    for stem in sorted(ours - theirs):
        alone["" if has_particles else stem[:_BEGINNING]].append(stem)
    for stem in sorted(theirs - ours):
        likely = alone.get("" if has_particles else stem[:_BEGINNING], ())
        kin = next((each for each in likely if _are_kin(each, stem, language)), None)
        if kin is not None:
            found[stem] = kin
    return found


def _are_kin(one: str, other: str, language: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if not shorter[0].isalpha() or is_unspaced(shorter[0]):
        return False  # a figure that begins another is no form of it
    ending = len(longer) - len(shorter)
    if longer.startswith(shorter) and len(shorter) >= _SHORTEST:
        return ending <= _LONGEST_ENDING + (len(shorter) >= _LONG)
    if longer.startswith(shorter) and language in _CONSONANTS:
        return len(shorter) >= _SHORTEST_OF_CONSONANTS and ending == 1
    # Hebrew and Arabic write "and", "the", "to" onto the word.
    return (
        len(shorter) >= _SHORTEST_BEHIND_PARTICLE
        and longer.endswith(shorter)
        and longer[:ending] in words_of(language, "particles_before")
    )
