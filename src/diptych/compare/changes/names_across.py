# SPDX-License-Identifier: MIT
"""Where a translation has another name than its original.

A name is known again by its sound, a place also by what GeoNames has it called. Other words
that two texts write for one another ("the Union", "Союз") are no difference: they stand for
one another again and again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from diptych.compare.changes.names import OPENS, is_titled, knows_names, names_in
from diptych.compare.facts import facts_in
from diptych.patterns import late_pattern
from diptych.text.article import Span
from diptych.text.han_sounds import (
    is_heard_in,
    is_read_in,
    may_sound,
    names_by_sound,
    sounds_of_han,
)
from diptych.text.lexicon import words_of, words_of_all
from diptych.text.place_names import Placed, places_in, places_of
from diptych.text.sounds import sound_alike, sound_of
from diptych.text.tokens import is_ideograph
from diptych.text.words import words
from diptych.values import dataclass

_LEAST_SOUND = 2  # consonants by which a name is known
_LEAST_FOREIGN = 3  # of a word in Katakana, which may be any foreign word
_KATAKANA = late_pattern("[\u30a1-\u30fa\u30fc]{2,}")
_REACH = 40  # code points before a name that are looked at
_UNHEARD = frozenset("jJ")  # at the beginning of a name
_INSIDE = frozenset("׳'’״")  # of a Hebrew word
_MOSTLY = 0.6  # of the characters of a name
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
        if sound or not is_ideograph(said[0]):
            return sound
        return next(iter(sounds_of_han(said)), "") or said


def other_names(left: Named, right: Named) -> dict[int, tuple[Span, Span]]:
    """Return by the number of a pair of sentences the two names there that are not one."""
    sides = left, right
    sure = [[list(_surely(side, span)) for span in side.spans] for side in sides]
    known = [
        {side.sound(name) for some in own for name in some}
        for side, own in zip(sides, sure, strict=True)
    ]
    found: dict[int, tuple[Span, Span]] = {}
    pairs: Counter[tuple[str, str]] = Counter()
    for at in range(len(left.spans)):
        names = [
            own[at] or list(_without_capitals(side, side.spans[at], across))
            for side, own, across in zip(sides, sure, reversed(known), strict=True)
        ]
        unheard = [
            list(_unheard(side, some, across, across.spans[at]))
            for side, some, across in zip(sides, names, reversed(sides), strict=True)
        ]
        spans = left.spans[at], right.spans[at]
        surely = [own[at] for own in sure]
        told = _other_places(sides, spans, surely, names) or _one_of_each(sides, unheard)
        if told is not None:
            found[at] = told
            pairs[left.sound(told[0]), right.sound(told[1])] += 1
    # Written for one another again and again they are one name in two languages.
    return {
        at: (one, other)
        for at, (one, other) in found.items()
        if pairs[left.sound(one), right.sound(other)] == 1
    }


def _other_places(
    sides: tuple[Named, Named],
    spans: tuple[Span, Span],
    sure: Sequence[Sequence[Span]],
    names: Sequence[Sequence[Span]],
) -> tuple[Span, Span] | None:
    """Return the only town or country of each side that the other does not have.

    Of those it is known what they are called, however many words sound alike.
    """
    placed = [
        list(places_in(side.text, span, side.language))
        for side, span in zip(sides, spans, strict=True)
    ]
    sounds = [{side.sound(name) for name in some} for side, some in zip(sides, names, strict=True)]
    alone = [
        [
            each.span
            for each in own
            if each.places.isdisjoint(_numbers(across))
            and (not knows_names(side.text) or (each.span in own_sure and each.is_sure))
            # Anton is a town as well.
            and side.sound(each.span) not in heard
        ]
        for side, own, across, own_sure, heard in zip(
            sides, placed, reversed(placed), sure, reversed(sounds), strict=True
        )
    ]
    if [len(some) for some in alone] != [1, 1]:
        return None
    one, other = (some[0] for some in alone)
    are_one = _may_be_one(sides[0].sound(one), sides[1].sound(other))
    return None if are_one else (one, other)


def _one_of_each(
    sides: tuple[Named, Named], unheard: Sequence[Sequence[Span]]
) -> tuple[Span, Span] | None:
    """Return the only name of each side, or the only town or country where there are others."""
    if not all(unheard):
        return None
    together = [list(_joined(side.text, some)) for side, some in zip(sides, unheard, strict=True)]
    # “Wang Wei” is one name in 王伟; “Black Sea”, «Чёрное море» is no name of two words.
    if not all(knows_names(side.text) for side in sides) or all(
        len(one) == 1 < len(some) for one, some in zip(together, unheard, strict=True)
    ):
        unheard = together
    if [len(some) for some in unheard] != [1, 1]:
        unheard = [
            [span for span in some if _placed(side, span)]
            for side, some in zip(sides, unheard, strict=True)
        ]
    if [len(some) for some in unheard] != [1, 1]:
        return None
    return unheard[0][0], unheard[1][0]


def _joined(text: str, names: Iterable[Span]) -> Iterator[Span]:
    """Yield names, those that only a blank or a dot parts as one."""
    last: Span | None = None
    for name in names:
        if last is not None and not text[last.end : name.start].strip(" ·・"):
            last = Span(last.start, name.end)
            continue
        if last is not None:
            yield last
        last = name
    if last is not None:
        yield last


# Which words are names


def _surely(side: Named, span: Span) -> Iterator[Span]:
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
        and name.of(side.text).lower() not in _translated()
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


@cache
def _translated() -> frozenset[str]:
    """Return what of a name is translated, and not written by its sound: titles, "Black", "Sea"."""
    return words_of_all("translated_in_names") | words_of_all("no_names")


def _without_capitals(side: Named, span: Span, known: set[str]) -> Iterator[Span]:
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
    for match in _KATAKANA.finditer(text, span.start, span.end):
        if len(sound_of(match.group())) >= _LEAST_FOREIGN:
            yield Span(match.start(), match.end())
    if language == "zh":
        yield from names_by_sound(text, span)
        yield from _chinese(text, span)
        return
    for place in _written(text, span):
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


def _written(text: str, span: Span) -> Iterator[Span]:
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


# Whether the other side has them too


def _unheard(side: Named, names: Iterable[Span], other: Named, span: Span) -> Iterator[Span]:
    """Yield the names that no word of the other sentence sounds like, or is known to mean."""
    heard, made_of_names = set(_sounds(other, span)), set(_small_sounds(other, span))
    told = [(name, side.sound(name)) for name in names]
    # The Clara over there is the Clara here, and not also a Graz that sounds a little like her.
    others = heard.difference(sound for _, sound in told)
    for name, sound in told:
        if sound in heard or any(_may_be_one(sound, each) for each in others):
            continue
        # лондонский, London's own
        if any(each.startswith(sound) for each in made_of_names if len(sound) >= _LEAST_FOREIGN):
            continue
        # Johann, Γιόχαν, ヨハン: in many languages a j is no consonant.
        bare = sound[1:]
        if name.of(side.text)[0] in _UNHEARD and (
            len(bare) < _LEAST_SOUND or any(_may_be_one(bare, each) for each in others)
        ):
            continue
        if len(sound) >= _LEAST_SOUND and not _is_known(side, name, other, span):
            yield name


def _may_be_one(one: str, other: str) -> bool:
    """Tell whether two sounds begin alike, or one has but a consonant more than the other.

    Михаил and Michael, Wang and 왕웨이: of those nobody knows that they are two names.
    """
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _LEAST_SOUND:
        return False
    if sound_alike(one, other) or shorter[:_LEAST_SOUND] == longer[:_LEAST_SOUND]:
        return True
    return len(longer) == len(shorter) + 1 and any(
        longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer))
    )


def _is_known(side: Named, name: Span, other: Named, span: Span) -> bool:
    """Tell whether a name stands in the other sentence in another form than its sound."""
    said = name.of(side.text)
    if other.language == "zh" and (
        is_heard_in(sound_of(said), other.text, span) or is_read_in(said, other.text, span)
    ):
        return True
    if is_ideograph(said[0]) and side.language == "zh":
        for word in _written(other.text, span):
            written = word.of(other.text)
            if knows_names(other.text) and not written[0].isupper():
                continue
            if written.lower() in _translated():
                continue
            if _is_sound_of(sound_of(written), side.text, name) or is_read_in(
                written, side.text, name
            ):
                return True
    places = _placed(side, name)
    return bool(places) and not places.isdisjoint(_all_placed(other, span))


def _is_sound_of(sound: str, text: str, name: Span) -> bool:
    """Tell whether a sound is most of a name in Chinese characters, its first part or its last."""
    said = name.of(text)
    least = max(_GIVEN[0], round(_MOSTLY * len(said)))
    parts = [said[:n] for n in range(least, len(said))] + [
        said[-n:] for n in range(least, len(said))
    ]
    return any(may_sound(part, sound) for part in (said, *parts))


def _placed(side: Named, name: Span) -> frozenset[int]:
    """Return the places that a name may be one of."""
    if side.text[name.start].isupper():
        parts = words(side.text, name.start, name.end)
        return frozenset().union(*(places_of(side.text[w.start : w.end]) for w in parts))
    return _numbers(places_in(side.text, name, side.language))


def _all_placed(side: Named, span: Span) -> frozenset[int]:
    return _numbers(places_in(side.text, span, side.language))


def _numbers(placed: Iterable[Placed]) -> frozenset[int]:
    return frozenset().union(*(each.places for each in placed))


def _sounds(side: Named, span: Span) -> Iterator[str]:
    """Yield the sounds of what may be a name in a sentence."""
    has_capitals = knows_names(side.text)
    for word in _written(side.text, span):
        if not has_capitals or side.text[word.start].isupper():
            yield sound_of(word.of(side.text))
    for run in _KATAKANA.finditer(side.text, span.start, span.end):
        yield sound_of(run.group())


def _small_sounds(side: Named, span: Span) -> Iterator[str]:
    """Yield the sounds of small words, which may be made of a name: "лондонский"."""
    if knows_names(side.text):
        for word in words(side.text, span.start, span.end):
            if not side.text[word.start].isupper():
                yield sound_of(side.text[word.start : word.end])
