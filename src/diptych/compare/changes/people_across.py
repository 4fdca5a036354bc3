# SPDX-License-Identifier: MIT
"""People who are named in a sentence and not in its translation.

In most scripts nothing tells a name that has no title. Told is whoever has a common given
name and another name beside it, where nothing in the other sentence sounds like either.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache

from diptych.compare.changes.names import knows_names
from diptych.patterns import late_pattern
from diptych.text.article import Span
from diptych.text.lexicon import words_of
from diptych.text.sounds import sound_alike, sound_of
from diptych.text.words import words

_LEAST_SOUND = 2  # consonants by which a name is heard; "Eva" and "Leo" have one
_SURE_SOUND = 3  # of the only name that has as many as can be heard
_MOST_PARTS = 3  # of a name
_DOTTED = late_pattern(r"([ァ-ヺー]{2,10})[・·]([ァ-ヺー]{2,10})")
# Names are written by how they are said: Wright is رايت, George Джордж, Bach バッハ.
_SPOKEN = (
    {
        **{"tch": "s", "sch": "s", "cz": "s", "sz": "s", "ch": "s", "gh": "", "kn": "n", "wr": "r"},
        **{"ge": "je", "gi": "ji", "gy": "ji", "ce": "se", "ci": "si", "cy": "si", "x": "ks"},
        **{"gn": "n", "ng": "n", "w": ""},
    },
    {"ch": "h", "j": "h", "ge": "he", "gi": "hi", "x": "h", "gh": "h", "sh": "h", "gu": "g"},
    {"j": "", "w": "v", "x": "", "qu": "k", "gh": "", "h": "g"},
)

Person = tuple[Span, ...]


def people_in(text: str, span: Span, language: str) -> Iterator[Person]:
    """Yield the people of a sentence, each by the parts of the name."""
    for match in _DOTTED.finditer(text, span.start, span.end):
        yield Span(*match.span(1)), Span(*match.span(2))
    has_capitals = knows_names(text)
    told = [Span(word.start, word.end) for word in words(text, span.start, span.end)]
    at = 0
    while at < len(told):
        parts = _by_capitals(text, told, at) if has_capitals else _listed(text, told, at, language)
        if parts:
            yield parts
        at += len(parts) or 1


def _listed(text: str, told: Sequence[Span], at: int, language: str) -> Person:
    """Return a word that is listed as a given name, and the surname behind it."""
    parts = tuple(told[at : at + 2])
    # A given name may be any word: दीपक is a lamp as well.
    is_person = len(parts) == 2 and all(
        part.of(text) in words_of(language, subject)
        for part, subject in zip(parts, ("first_names", "surnames"), strict=True)
    )
    return parts if is_person and _are_beside(text, *parts) else ()


def _by_capitals(text: str, told: Sequence[Span], at: int) -> Person:
    """Return a given name, and all with a capital that stands behind it."""
    first = told[at].of(text)
    if not (_is_capital(first) and _is_given(first, is_first=at == 0)):
        return ()
    parts = [told[at]]
    for word in told[at + 1 : at + _MOST_PARTS]:
        if not (_are_beside(text, parts[-1], word) and _is_capital(word.of(text))):
            break
        parts.append(word)
    return tuple(parts) if len(parts) > 1 else ()


def is_missing(person: Person, text: str, heard: Collection[str], said: AbstractSet[str]) -> bool:
    """Tell whether no part of a name is among the sounds of the other sentence.

    ``said`` are the sounds that the names there may have besides those ``heard``.
    """
    told = [(part.of(text), sounds) for part in person if (sounds := spoken(part.of(text)))]
    longest = max((len(sound) for _, sounds in told for sound in sounds), default=0)
    if longest < (_SURE_SOUND if len(told) == 1 else _LEAST_SOUND):
        return False
    return not any(
        not sounds.isdisjoint(said) or any(_may_be(sound, each) for each in heard)
        for name, sounds in told
        for sound in (sounds if name.isascii() else {sound_of(name)})
    )


def _are_beside(text: str, one: Span, other: Span) -> bool:
    return text[one.end : other.start] == " "


def _is_capital(word: str) -> bool:
    # A heading in capitals tells no names.
    return word[0].isupper() and not word.isupper() and word.isalpha()


def _is_given(word: str, *, is_first: bool) -> bool:
    """Tell whether a word with a capital is a common given name, or sounds like one."""
    given = words_of("en", "given_names")
    if word.isascii() or word.lower() in given:
        return word.lower() in given
    # Any word has a capital at the head of a sentence: «Την Κυριακή».
    least = _SURE_SOUND if is_first else _LEAST_SOUND
    sound = sound_of(word)
    return len(sound) >= least and sound in _given_sounds()


@cache
def _given_sounds() -> frozenset[str]:
    """Return how given names sound, for scripts in which they are not listed."""
    return frozenset(map(sound_of, words_of("en", "given_names")))


@lru_cache(maxsize=1 << 10)
def spoken(name: str) -> frozenset[str]:
    """Return the sounds that a name may have; none of one that may have too few to be heard."""
    lower = name.lower()
    said = {lower}
    for written in _SPOKEN:
        form = lower
        for letters, sound in written.items():
            form = form.replace(letters, sound)
        said.add(form)
    # Of Bach, as it is said, a p is left.
    if min(len(sound_of(each)) for each in said) < _LEAST_SOUND:
        return frozenset()
    sounds = {sound for each in said if len(sound := sound_of(each)) >= _LEAST_SOUND}
    # The last letter is silent in French: Bernard, Laurent.
    cut = {sound for each in said if len(sound := sound_of(each[:-1])) >= _SURE_SOUND}
    return frozenset(sounds | cut)


def _may_be(one: str, other: str) -> bool:
    """Tell whether two sounds may be one name, with a particle before it or an ending behind."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _LEAST_SOUND:
        return one == other
    return (
        sound_alike(one, other)
        or longer.startswith(shorter)
        or longer.endswith(shorter)
        or (len(shorter) >= _SURE_SOUND and longer[:_LEAST_SOUND] == shorter[:_LEAST_SOUND])
    )
