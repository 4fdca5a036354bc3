# SPDX-License-Identifier: MIT
"""How a name sounds, so that it is known again in another script: Bremen, Бремен, ブレーメン.

Unicode names every letter of an alphabet by its sound: CYRILLIC SMALL LETTER BE, KATAKANA
LETTER BU. Only consonants are kept, and those that scripts write for one another are one,
as in Soundex (Russell, 1918). Chinese characters have no sound of their own here.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_CLASSES = {
    **dict.fromkeys("bpfvw", "P"),
    **dict.fromkeys("dt", "T"),
    **dict.fromkeys("gkqxc", "K"),
    **dict.fromkeys("szj", "S"),
    **dict.fromkeys("mn", "N"),
    **dict.fromkeys("lr", "R"),
}
# Names of letters that begin with another sound than they have; "" for what one script
# leaves out or writes for a vowel.
_BY_NAME = {
    **dict.fromkeys(("ef", "feh", "peh", "fa", "pa", "pha", "phi", "fu", "hu", "vu"), "P"),
    **dict.fromkeys(("em", "en", "anusvara", "candrabindu"), "N"),
    **dict.fromkeys(("el", "er"), "R"),
    **dict.fromkeys(("es", "cha", "che", "ca", "tse", "tsadi", "ja", "jha", "jeem", "ti"), "S"),
    **dict.fromkeys(("thal", "zah", "theh", "tta", "ttha", "tu"), "T"),
    **dict.fromkeys(("ghain", "khah"), "K"),
    **dict.fromkeys(("ain", "ayin", "alef", "he", "heh", "hah", "ha", "hi", "ho", "yod"), ""),
    **dict.fromkeys(("vav", "waw", "soft", "hard", "yeh", "ya", "yo", "yu", "short"), ""),
}
# Two Greek letters for one sound that the alphabet has no letter for.
_TOGETHER = {"γου": "w", "μπ": "b", "ντ": "d", "γκ": "g", "τζ": "j", "τσ": "s"}
_SURE = 4  # consonants; names as long may differ in one: Hamburg, Гамбург


@lru_cache(maxsize=1 << 14)
def sound_of(word: str) -> str:
    """Return the consonants of a word in classes, each row of one class once; "" has none."""
    found = ""
    plain = unicodedata.normalize("NFKC", word.lower())
    if not plain.isascii():
        for written, told in _TOGETHER.items():
            plain = plain.replace(written, told)
    for letter in plain:
        for told in _sounds(letter):
            if not found.endswith(told):
                found += told
    return found


def sound_alike(one: str, other: str) -> bool:
    """Tell whether two sounds may be one name."""
    if one == other:
        return bool(one)
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) > 1 and shorter in (longer[1:], longer[:-1]):
        return True  # Zurich, Цюрих: a breath at either end is heard or not
    if len(shorter) < _SURE - 1 or len(longer) < _SURE or len(longer) - len(shorter) > 1:
        return False
    from rapidfuzz.distance import Levenshtein  # the window does not wait for it

    return Levenshtein.distance(one, other) <= 1


def is_hangul(letter: str) -> bool:
    """Tell whether a letter is a Korean one, which is a whole syllable."""
    return "\uac00" <= letter <= "\ud7a3"


@lru_cache(maxsize=1 << 12)
def _sounds(letter: str) -> str:
    """Return the classes of the consonants of a letter, more than one only of a syllable."""
    if not is_hangul(letter):
        return _sound(letter)
    # HANGUL SYLLABLE HAM; its ng is one sound.
    spelled = unicodedata.name(letter).rpartition(" ")[2].lower().replace("ng", "n")
    return "".join(_CLASSES.get(each, "") for each in spelled)


def _sound(letter: str) -> str:
    if letter.isascii():
        return _CLASSES.get(letter, "")
    name = unicodedata.name(letter, "")
    if name.endswith("LETTER SMALL TU"):
        return ""  # in Japanese it only lengthens what follows
    if "LETTER" not in name:
        return "N" if name.endswith(("ANUSVARA", "CANDRABINDU")) else ""
    first = name.rpartition("LETTER ")[2].removeprefix("SMALL ").removeprefix("FINAL ").lower()
    first = first.split()[0]
    return _BY_NAME.get(first, _CLASSES.get(first[0], ""))
