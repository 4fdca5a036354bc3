# SPDX-License-Identifier: MIT
"""Which words are surely names, and where a translation has another name than its original.

A name is known again by its sound. Other words that two texts write for one another
("Germany", "Германия") are no difference: they stand for one another again and again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from diptych.compare.facts import Fact, Sort, facts_in
from diptych.patterns import late_pattern
from diptych.text.article import Span
from diptych.text.lexicon import words_of
from diptych.text.sounds import sound_alike, sound_of
from diptych.text.tokens import is_unspaced
from diptych.text.words import words
from diptych.values import dataclass

_LEAST_SOUND = 2  # consonants by which a name is known
_LEAST_FOREIGN = 3  # of a word in Katakana, which may be any foreign word
_KATAKANA = late_pattern("[\u30a1-\u30fa\u30fc]{2,}")
# "alter", "kleine", "neuen": what stands between an article and its noun.
_ADJECTIVE = late_pattern(r"[^\W\d_]{2,}(?:e|en|er|em|es)")
# “Come in”, said: “Peace”; ¿Quién: there any word has a capital.
_OPENS = late_pattern(r"[“‘«„:;!?¿¡\"「『]\s?['\"“‘«¿¡]?\Z")
_BEFORE = 2  # words looked at before a noun
_REACH = 40  # code points in which those stand
_STAYING, _LONGEST_TITLE = 2, 4  # characters of a Chinese name that stay; of a title
_LOOKED_AT = 4_000  # code points that tell a script


@dataclass(frozen=True, slots=True)
class Named:
    """A text, its language and its sentences, of which each has one on the other side."""

    text: str
    language: str
    spans: Sequence[Span]


def names_in(text: str, facts: Iterable[Fact], language: str) -> Iterator[Span]:
    """Yield the words of what is surely a name; in German every noun has a capital."""
    titles = words_of("en", "no_names")
    for fact in facts:
        if fact.sort is not Sort.NAME or fact.attached:
            continue
        told = [
            Span(word.start, word.end)
            for word in words(text, fact.span.start, fact.span.end)
            if text[word.start].isupper() and word.form not in titles
        ]
        yield from _without_nouns(text, told) if language == "de" else told


def _without_nouns(text: str, told: Sequence[Span]) -> Iterator[Span]:
    """Yield the German words without the noun an article stands before: der Wärter Anton."""
    for span in told:
        is_number = span.of(text).lower() in words_of("de", "determiners")
        if not is_number and not _is_a_noun(text, span):
            yield span


def _is_a_noun(text: str, span: Span) -> bool:
    """Tell whether a German word is no name: it stands behind "der", "zwei", "ein alter"."""
    before = [w.form for w in words(text, max(0, span.start - _REACH), span.start)][-_BEFORE:]
    articles = words_of("de", "determiners")
    if not before or before[-1] in articles or before[-1][0].isdigit():
        return True
    is_adjective = _ADJECTIVE.fullmatch(before[-1]) is not None
    return is_adjective and len(before) == _BEFORE and before[0] in articles


@lru_cache(maxsize=4)  # asked of both texts at each change
def knows_names(text: str) -> bool:
    """Tell whether names are known in a text by their capitals, as its script has some."""
    letters = [sign for sign in text[:_LOOKED_AT] if sign.isalpha()]
    return 2 * sum(sign.lower() != sign.upper() for sign in letters) >= len(letters)


@lru_cache(maxsize=4)
def written_small(text: str) -> frozenset[str]:
    """Return the words that a text writes with a small letter somewhere."""
    return frozenset(word for word in text.split() if word[0].islower())


def is_beside_a_title(text: str, span: Span, language: str) -> bool:
    """Tell whether words are surely a name where none has a capital: 王伟 of 王伟先生.

    A title stands before it, as in Arabic and Hebrew, or after it, as in Chinese.
    """
    before = text[max(0, span.start - _REACH) : span.start].split()[-_BEFORE:]
    titles = words_of(language, "titles_before")
    prefixes = words_of(language, "prefixes")
    bare = [word.strip('"“”«»()،,') for word in before]
    # "ولمدينة": "and", "to" are written onto the word; with a comma the title is another's.
    if any(
        word in titles or (word[:1] in prefixes and word[1:] in titles) for word in bare
    ) and not any(word.endswith(("،", ",", ".")) and word not in titles for word in before):
        return True
    after = text[span.end : span.end + _REACH].lstrip()
    return any(after.startswith(title) for title in words_of(language, "titles_after")) or (
        is_unspaced(text[span.end : span.end + 1] or " ") and _is_before(text, span, language)
    )


def _is_before(text: str, span: Span, language: str) -> bool:
    """Tell whether a title stands behind a character or two of the name that have stayed."""
    near = (text[span.end + n : span.end + n + _LONGEST_TITLE] for n in range(_STAYING + 1))
    titles = tuple(words_of(language, "titles_after"))
    # 城 of 城市 is no name of a town: of a place two characters at least were changed.
    places = tuple(words_of(language, "places_after")) if len(span) >= _BEFORE else ()
    return any(said.startswith(titles) for said in near) or (
        bool(places) and text.startswith(places, span.end)
    )


def other_names(left: Named, right: Named) -> dict[int, tuple[Span, Span]]:
    """Return by the number of a pair of sentences the two names there that are not one."""
    sides = left, right
    sure = [[list(_surely(side, span)) for span in side.spans] for side in sides]
    known = [
        {_sound(side, name) for some in own for name in some}
        for side, own in zip(sides, sure, strict=True)
    ]
    found: dict[int, tuple[Span, Span]] = {}
    pairs: Counter[tuple[str, str]] = Counter()
    for at in range(len(left.spans)):
        names = [
            own[at] or list(_foreign(side, side.spans[at], across))
            for side, own, across in zip(sides, sure, reversed(known), strict=True)
        ]
        one, other = (
            list(_unheard(side, some, across, across.spans[at]))
            for side, some, across in zip(sides, names, reversed(sides), strict=True)
        )
        if len(one) == len(other) == 1:
            found[at] = one[0], other[0]
            pairs[_sound(left, one[0]), _sound(right, other[0])] += 1
    # Written for one another again and again they are one name in two languages.
    return {
        at: (one, other)
        for at, (one, other) in found.items()
        if pairs[_sound(left, one), _sound(right, other)] == 1
    }


def _sound(side: Named, span: Span) -> str:
    return sound_of(span.of(side.text))


def _surely(side: Named, span: Span) -> Iterator[Span]:
    """Yield the words of the names of a sentence, none in a script without capitals.

    Of German words only what has a name beside it, or "in", "nach" and the like before it.
    """
    facts = facts_in(side.text, span, language=side.language, today=None)
    found = [
        name
        for name in names_in(side.text, facts, side.language)
        if not _OPENS.search(side.text, span.start, name.start)
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


def _foreign(side: Named, span: Span, known: set[str]) -> Iterator[Span]:
    """Yield what may be names where none has a capital: Katakana, or a name of the other text."""
    if any(sign.isupper() for sign in side.text):
        return
    for match in _KATAKANA.finditer(side.text, span.start, span.end):
        if len(sound_of(match.group())) >= _LEAST_FOREIGN:
            yield Span(match.start(), match.end())
    for word in words(side.text, span.start, span.end):
        sound = sound_of(side.text[word.start : word.end])
        if len(sound) >= _LEAST_FOREIGN and sound in known:
            yield Span(word.start, word.end)


def _unheard(side: Named, names: Iterable[Span], other: Named, span: Span) -> Iterator[Span]:
    """Yield the names that no word of the other sentence sounds like."""
    heard = set(_sounds(other, span))
    told = [(name, _sound(side, name)) for name in names]
    # The Clara over there is the Clara here, and not also a Graz that sounds a little like her.
    others = heard.difference(sound for _, sound in told)
    for name, sound in told:
        is_heard = sound in heard or any(sound_alike(sound, each) for each in others)
        if len(sound) >= _LEAST_SOUND and not is_heard:
            yield name


def _sounds(side: Named, span: Span) -> Iterator[str]:
    """Yield the sounds of what may be a name in a sentence.

    Small words are those of a people or a town's own, "лондонский"; short ones of them
    sound like anything: "leave" like Loeb.
    """
    has_capitals = knows_names(side.text)
    for word in words(side.text, span.start, span.end):
        sound = sound_of(side.text[word.start : word.end])
        is_small = has_capitals and not side.text[word.start].isupper()
        if not is_small or len(sound) >= _LEAST_FOREIGN:
            yield sound
    for run in _KATAKANA.finditer(side.text, span.start, span.end):
        yield sound_of(run.group())
