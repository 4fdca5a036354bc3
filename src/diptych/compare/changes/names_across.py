# SPDX-License-Identifier: MIT
"""Where a translation has another name than its original.

A name is known again by its sound, a place also by what GeoNames has it called. Other words
that two texts write for one another ("the Union", "Союз") are no difference: they stand for
one another again and again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence, Set

from diptych.compare.changes.named import (
    KATAKANA,
    Named,
    surely,
    translated,
    without_capitals,
    written_words,
)
from diptych.compare.changes.names import knows_names
from diptych.compare.changes.people_across import is_missing, people_in, spoken
from diptych.text.article import Span
from diptych.text.han_sounds import (
    is_heard_in,
    is_read_in,
    may_sound,
    names_by_sound,
)
from diptych.text.lexicon import words_of
from diptych.text.place_names import PlaceName, places_in, places_of
from diptych.text.sounds import sound_alike, sound_of
from diptych.text.tokens import is_ideograph
from diptych.text.words import words

_LEAST_SOUND = 2  # consonants by which a name is known
_LEAST_FOREIGN = 3  # of a word in Katakana, which may be any foreign word
_REACH = 40  # code points before a name that are looked at
_UNHEARD = frozenset("jJ")  # at the beginning of a name
_INSIDE = frozenset("׳'’״")  # of a Hebrew word
_DOT = "·"  # of a foreign name in Chinese
_MOSTLY = 0.6  # of the characters of a name
_GIVEN = (2, 1)  # characters of a Chinese given name


def other_names(
    left: Named, right: Named, unsure: Collection[int] = ()
) -> dict[int, tuple[Span, Span]]:
    """Return by the number of a pair of sentences the two names there that are not one.

    ``unsure`` are the pairs that are one another's by their lengths alone.
    """
    sides = left, right
    sure = [[list(surely(side, span)) for span in side.spans] for side in sides]
    known = [
        {side.sound(name) for some in own for name in some}
        for side, own in zip(sides, sure, strict=True)
    ]
    found: dict[int, tuple[Span, Span]] = {}
    pairs: Counter[tuple[str, str]] = Counter()
    for at in range(len(left.spans)):
        names = [
            own[at] or list(without_capitals(side, side.spans[at], across))
            for side, own, across in zip(sides, sure, reversed(known), strict=True)
        ]
        unheard = [
            list(_unheard(side, some, across, across.spans[at]))
            for side, some, across in zip(sides, names, reversed(sides), strict=True)
        ]
        spans = left.spans[at], right.spans[at]
        own_sure = [own[at] for own in sure]
        told = (
            _other_places(sides, spans, own_sure, names)
            or _one_of_each(sides, spans, unheard, names)
            or _somebody_missing(sides, spans)
        )
        if told is not None and not (at in unsure and _stand_nearby(sides, at, told)):
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
            # Anton and James are towns as well.
            and side.sound(each.span) not in heard
            and each.span.of(side.text).lower() not in words_of("en", "given_names")
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
    sides: tuple[Named, Named],
    spans: tuple[Span, Span],
    unheard: Sequence[Sequence[Span]],
    names: Sequence[Sequence[Span]],
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
    # Ludwig is known beside it, so this is Beethoven as another script has him.
    is_half = any(
        any(
            _is_beside(side.text, one[0], name) and _is_surely_there(side, name, other, span)
            for name in some
        )
        for side, one, some, other, span in zip(
            sides, unheard, names, reversed(sides), reversed(spans), strict=True
        )
    )
    return None if is_half else (unheard[0][0], unheard[1][0])


def _is_beside(text: str, one: Span, other: Span) -> bool:
    first, second = sorted((one, other))
    return first.end <= second.start and not text[first.end : second.start].strip(" ·・-")


def _is_surely_there(side: Named, name: Span, other: Named, span: Span) -> bool:
    """Tell whether a name stands in the other sentence, by all of its sound."""
    return (
        side.sound(name) in set(_sounds(other, span))
        or _is_said(side, name, set(_may_be_names(other, span)))
        or _is_known(side, name, other, span)
    )


def _somebody_missing(
    sides: tuple[Named, Named], spans: tuple[Span, Span]
) -> tuple[Span, Span] | None:
    """Return the first person who is named on one side alone, and who is there instead.

    Where nobody is, an empty place at the end of the sentence.
    """
    missing = [
        list(_missing(side, span, other, across))
        for side, span, other, across in zip(
            sides, spans, reversed(sides), reversed(spans), strict=True
        )
    ]
    if not any(missing):
        return None
    one, other = (
        some[0] if some else Span(span.end, span.end)
        for some, span in zip(missing, spans, strict=True)
    )
    return one, other


def _stand_nearby(sides: tuple[Named, Named], at: int, told: tuple[Span, Span]) -> bool:
    """Tell whether a name is in the next sentence of the other text, and not in its own.

    There the sentences are not one another's, or the name was put into another sentence.
    """
    for side, other, name in zip(sides, reversed(sides), told, strict=True):
        for near in (at - 1, at + 1):
            if not len(name) or not 0 <= near < len(side.spans):
                continue
            own, across = side.spans[near], other.spans[near]
            if _is_surely_there(side, name, other, across) and not _is_surely_there(
                side, name, side, own
            ):
                return True
    return False


def _missing(side: Named, span: Span, other: Named, across: Span) -> Iterator[Span]:
    people = list(people_in(side.text, span, side.language))
    # Of 威廉·莎士比亚 nobody hears Shakespeare: who is written so may be anybody.
    is_any = other.language == "zh" and (
        _DOT in across.of(other.text) or any(names_by_sound(other.text, across))
    )
    if not people or is_any:
        return
    # Also a small word that may be made of the name: шекспировский.
    made_of = {sound for sound in _small_sounds(other, across) if len(sound) > _LEAST_FOREIGN}
    there = set(_may_be_names(other, across))
    heard = made_of.union(map(sound_of, there))
    said = frozenset[str]().union(*map(spoken, there))
    for person in people:
        if is_missing(person, side.text, heard, said) and not any(
            _is_known(side, part, other, across) for part in person
        ):
            yield Span(person[0].start, person[-1].end)


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


# Whether the other side has them too


def _unheard(side: Named, names: Iterable[Span], other: Named, span: Span) -> Iterator[Span]:
    """Yield the names that no word of the other sentence sounds like, or is known to mean."""
    heard, made_of_names = set(_sounds(other, span)), set(_small_sounds(other, span))
    told = [(name, side.sound(name)) for name in names]
    # The Clara over there is the Clara here, and not also a Graz that sounds a little like her.
    others = heard.difference(sound for _, sound in told)
    there = set(_may_be_names(other, span))
    known = [
        sound in heard
        or _is_said(side, name, there)
        or _is_heard(name.of(side.text), sound, others, made_of_names)
        or _is_known(side, name, other, span)
        for name, sound in told
    ]
    for (name, sound), is_known in zip(told, known, strict=True):
        if not is_known and len(sound) >= _LEAST_SOUND:
            yield name


def _is_said(side: Named, name: Span, others: Collection[str]) -> bool:
    """Tell whether a name is one of words in another script, as either may be said."""
    said = name.of(side.text)
    is_latin = said.isascii()
    sounds = {side.sound(name)} | (spoken(said) if is_latin else frozenset())
    for other in others:
        # One alphabet writes a name in one way.
        if other.isascii() == is_latin:
            continue
        there = {sound_of(other)} if is_latin else {sound_of(other), *spoken(other)}
        if any(
            len(sound) >= _LEAST_SOUND and (sound == each or _are_long_and_alike(sound, each))
            for sound in there
            for each in sounds
        ):
            return True
    return False


def _are_long_and_alike(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= _LEAST_FOREIGN and sound_alike(one, other)


def _is_heard(said: str, sound: str, others: Set[str], made_of_names: Set[str]) -> bool:
    """Tell whether any of the words of a sentence may be a name, or be made of it."""
    if any(_may_be_one(sound, each) for each in others):
        return True
    # лондонский, London's own
    if any(each.startswith(sound) for each in made_of_names if len(sound) >= _LEAST_FOREIGN):
        return True
    # Johann, Γιόχαν, ヨハン: in many languages a j is no consonant.
    bare = sound[1:]
    return said[0] in _UNHEARD and (
        len(bare) < _LEAST_SOUND or any(_may_be_one(bare, each) for each in others)
    )


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
        for word in written_words(other.text, span):
            written = word.of(other.text)
            if knows_names(other.text) and not written[0].isupper():
                continue
            if written.lower() in translated():
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


def _numbers(placed: Iterable[PlaceName]) -> frozenset[int]:
    return frozenset().union(*(each.places for each in placed))


def _may_be_names(side: Named, span: Span) -> Iterator[str]:
    """Yield what may be a name in a sentence."""
    has_capitals = knows_names(side.text)
    for word in written_words(side.text, span):
        if not has_capitals or side.text[word.start].isupper():
            yield word.of(side.text)
    for run in KATAKANA.finditer(side.text, span.start, span.end):
        yield run.group()


def _sounds(side: Named, span: Span) -> Iterator[str]:
    """Yield the sounds of what may be a name in a sentence."""
    yield from map(sound_of, _may_be_names(side, span))


def _small_sounds(side: Named, span: Span) -> Iterator[str]:
    """Yield the sounds of small words, which may be made of a name: "лондонский"."""
    if knows_names(side.text):
        for word in words(side.text, span.start, span.end):
            if not side.text[word.start].isupper():
                yield sound_of(side.text[word.start : word.end])
