# SPDX-License-Identifier: MIT
"""How a name sounds that is written in Chinese characters: 李明 Li Ming, 科瓦奇 Kovač.

A foreign name is written in a few hundred characters that are taken for their sound alone;
three of those in a row are hardly anything else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from diptych.patterns import late_pattern
from diptych.text.article import Span
from diptych.text.lexicon import syllables, words_of
from diptych.text.sounds import sound_alike, sound_of

_LEAST = 2  # characters of a name that is written by its sound
_SURE = 3
_MOSTLY = 0.6  # of a name is in characters that hardly anything else is written in
_LONGEST = 6  # characters looked at together
_PARTED = "·"
# What a syllable begins with; of ji, qi, xi the first letter is another in the name itself:
# 基辅 Kiev, 吉尔 Gil, 奇 of Kovač.
_EITHER = {"j": "sk", "q": "sk", "x": "s"}
_R = late_pattern("R")


def names_by_sound(text: str, span: Span) -> Iterator[Span]:
    """Yield what is surely a foreign name in ``text[span.start : span.end]``: 斯特凡·科瓦奇.

    The parts of a name are one each.
    """
    for run in _runs(text, span):
        said = run.of(text)
        beside = text[max(span.start, run.start - 1) : run.start] + text[run.end : run.end + 1]
        is_part = _PARTED in beside
        surely = sum(sign in _only_sounds() for sign in said)
        if is_part or (len(said) >= _SURE and surely >= _MOSTLY * len(said)):
            yield run


def may_sound(said: str, sound: str) -> bool:
    """Tell whether a name in Chinese characters may be the one that sounds so."""
    return any(_alike(sound, told) for told in sounds_of_han(said))


def is_heard_in(sound: str, text: str, span: Span) -> bool:
    """Tell whether characters that are taken for their sound alone may say a name."""
    return any(
        may_sound(text[start:end], sound)
        for run in _runs(text, span)
        for start in range(run.start, run.end - _LEAST + 1)
        for end in range(start + _LEAST, min(run.end, start + _LONGEST) + 1)
    )


def is_read_in(name: str, text: str, span: Span) -> bool:
    """Tell whether Chinese characters are read like a word: Haiyan, 海燕."""
    wanted = name.lower()
    for start in range(span.start, span.end):
        told = ""
        for sign in text[start : min(span.end, start + _LONGEST)]:
            told += _pinyin().get(sign, " ")
            if told == wanted:
                return True
            if not wanted.startswith(told):
                break
    return False


def _alike(sound: str, told: str) -> bool:
    if min(len(sound), len(told)) < _LEAST:
        return False
    # Before another consonant an r is left out or written as any vowel: 马克 Mark, 汉堡.
    bare = _R.sub("", sound), _R.sub("", told)
    return sound_alike(sound, told) or (len(bare[0]) >= _LEAST and bare[0] == bare[1])


def _runs(text: str, span: Span) -> Iterator[Span]:
    """Yield the rows of two characters and more that are used for their sound."""
    known, start = _sounding(), None
    for at in range(span.start, span.end + 1):
        is_known = at < span.end and text[at] in known
        if is_known and start is None:
            start = at
        elif not is_known and start is not None:
            if at - start >= _LEAST:
                yield Span(start, at)
            start = None


@lru_cache(maxsize=1 << 12)
def sounds_of_han(said: str) -> tuple[str, ...]:
    """Return the sounds that a name in Chinese characters may have, as ``sound_of`` writes them."""
    written = [_letters(_pinyin().get(sign, "")) for sign in said]
    hard = ("".join(each[0] for each in written), "".join(each[-1] for each in written))
    return tuple(dict.fromkeys(map(sound_of, hard)))


def _letters(syllable: str) -> tuple[str, str]:
    """Return the letters that a syllable is written for, as a soft and as a hard one."""
    if syllable == "er":
        return "r", "r"  # 尔, the r or l at the end of a syllable
    nasal = syllable.removesuffix("g") if syllable.endswith("ng") else syllable
    told = _EITHER.get(nasal[:1], nasal[:1])
    return told[:1] + nasal[1:], told[-1:] + nasal[1:]


@cache
def _pinyin() -> Mapping[str, str]:
    return {sign: syllable for syllable, signs in syllables().items() for sign in signs}


@cache
def _only_sounds() -> frozenset[str]:
    return frozenset("".join(words_of("zh", "only_sounds")))


@cache
def _sounding() -> frozenset[str]:
    return _only_sounds() | frozenset("".join(words_of("zh", "sounds")))
