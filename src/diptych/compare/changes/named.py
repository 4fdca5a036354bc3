# SPDX-License-Identifier: MIT
"""Which words of a sentence are names, and how they sound."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from diptych.compare.changes.names import OPENS, is_titled, names_in
from diptych.compare.facts import facts_in
from diptych.patterns import late_pattern
from diptych.text.article import Span
from diptych.text.han_sounds import names_by_sound, sounds_of_han
from diptych.text.lexicon import words_of, words_of_all
from diptych.text.patterns import any_of
from diptych.text.place_names import places_in
from diptych.text.sounds import sound_of
from diptych.text.tokens import is_ideograph
from diptych.text.words import words
from diptych.values import dataclass

_LEAST_SOUND = 2  # consonants by which a name is known
_LEAST_FOREIGN = 3  # of a word in Katakana, which may be any foreign word
KATAKANA = late_pattern("[\u30a1-\u30fa\u30fc]{2,}")
_REACH = 40  # code points before a name that are looked at
_INSIDE = frozenset("׳'’״")  # of a Hebrew word
_GIVEN = (2, 1)  # characters of a Chinese given name


@dataclass(frozen=True, slots=True)
class Named:
    """A text, its language and its sentences, of which each has one on the other side."""

    text: str
    language: str
    spans: Sequence[Span]

    def sound(self, span: Span) -> str:
        """Return how a name sounds, a Chinese one as it is written where that is not known."""
        said = span.of(self.text)
        sound = sound_of(said)
        if not said or sound or not is_ideograph(said[0]):
            return sound
        return next(iter(sounds_of_han(said)), "") or said


def surely(side: Named, span: Span) -> Iterator[Span]:
    """Yield the words of the names of a sentence, none in a script without capitals.

    Of German words only what has a name beside it, or "in", "nach" and the like before it.
    """
    facts = facts_in(side.text, span, language=side.language, today=None)
    found = [
        name
        for name in names_in(side.text, facts, side.language)
        if not OPENS.search(side.text, span.start, name.start)
        # “Only Michael”: any word has a capital there.
        and any(map(str.isalpha, side.text[span.start : name.start]))
        and name.of(side.text).lower() not in translated()
        and not _may_be_translated(side, name)
    ]
    if side.language != "de":
        yield from found
        return
    # A blank apart: of "Anton Bergen" each has the other beside it.
    ends, starts = {name.end + 1 for name in found}, {name.start - 1 for name in found}
    for name in found:
        before = words(side.text, max(0, name.start - _REACH), name.start)[-1:]
        is_place = any(word.form in words_of("de", "before_towns") for word in before)
        if is_place or name.start in ends or name.end in starts:
            yield name


def _may_be_translated(side: Named, name: Span) -> bool:
    """Tell whether a street or a bridge is called so: Weaver Street is the rue des Tisserands."""
    patterns = _kinds_of_places(side.language)
    if patterns is None:
        return False
    before, after = patterns
    start = max(0, name.start - _REACH)
    return (
        before.search(side.text, start, name.start) is not None
        or after.match(side.text, name.end) is not None
    )


@cache
def _kinds_of_places(language: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    kinds = any_of(words_of(language, "translated_places"))
    if not kinds:
        return None
    # "Rue de la", "улице": small words between, an ending.
    return (
        re.compile(rf"\b{kinds}\w{{0,3}}\s(?:\w{{1,3}}\s){{0,2}}\Z", re.IGNORECASE),
        re.compile(rf"\s{kinds}\b", re.IGNORECASE),
    )


@cache
def translated() -> frozenset[str]:
    """Return what of a name is translated, and not written by its sound: titles, "Black", "Sea"."""
    return words_of_all("translated_in_names") | words_of_all("no_names")


def without_capitals(side: Named, span: Span, known: set[str]) -> Iterator[Span]:
    """Yield what is surely a name where none has a capital, or sounds like one over there."""
    if any(sign.isupper() for sign in side.text):
        return
    end = span.start
    told = sorted(_told(side, span, known), key=lambda name: (name.start, -name.end))
    for name in told:
        if name.start >= end:
            yield name
            end = name.end


def _told(side: Named, span: Span, known: set[str]) -> Iterator[Span]:
    text, language = side.text, side.language
    yield from (placed.span for placed in places_in(text, span, language))
    for match in KATAKANA.finditer(text, span.start, span.end):
        if len(sound_of(match.group())) >= _LEAST_FOREIGN:
            yield Span(match.start(), match.end())
    if language == "zh":
        yield from names_by_sound(text, span)
        yield from _chinese(text, span)
        return
    for place in written_words(text, span):
        said = place.of(text)
        sound = sound_of(said)
        if is_ideograph(said[0]) or len(sound) < _LEAST_SOUND:
            continue
        if (
            (len(sound) >= _LEAST_FOREIGN and sound in known)
            or said in words_of(language, "first_names")
            or (is_titled(text, place, language) and _may_be_a_name(said, language))
        ):
            yield place


def written_words(text: str, span: Span) -> Iterator[Span]:
    """Yield the words of a sentence; in Hebrew ג׳אנג is one."""
    last: Span | None = None
    for word in words(text, span.start, span.end):
        if last is not None and text[last.end : word.start] in _INSIDE:
            last = Span(last.start, word.end)
            continue
        if last is not None:
            yield last
        last = Span(word.start, word.end)
    if last is not None:
        yield last


def _may_be_a_name(said: str, language: str) -> bool:
    """Tell whether a word beside a title is no title itself, and no "old" of "the old town"."""
    titles = words_of(language, "titles_before") | words_of(language, "titles_after")
    articles = tuple(words_of(language, "articles_before"))
    others = titles | words_of(language, "stopwords")
    return said not in others and not (articles and said.startswith(articles))


def _chinese(text: str, span: Span) -> Iterator[Span]:
    """Yield the names of people that have a title behind them: 王伟 of 王伟教授."""
    for title in words_of("zh", "titles_after"):
        at = text.find(title, span.start, span.end)
        while at >= 0:
            for given in _GIVEN:
                for surname in (1, 2):
                    start = at - given - surname
                    if start >= span.start and text[start : start + surname] in words_of(
                        "zh", "surnames"
                    ):
                        yield Span(start, at)
            at = text.find(title, at + 1, span.end)
