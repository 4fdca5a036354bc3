# SPDX-License-Identifier: MIT
"""Which words are surely names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from functools import lru_cache

from diptych.compare.facts import Fact, Sort
from diptych.patterns import late_pattern
from diptych.text.article import Span
from diptych.text.lexicon import words_of
from diptych.text.tokens import is_unspaced
from diptych.text.words import words

# "alter", "kleine", "neuen": what stands between an article and its noun.
_ADJECTIVE = late_pattern(r"[^\W\d_]{2,}(?:e|en|er|em|es)")
# “Come in”, said: “Peace”; ¿Quién: there any word has a capital.
OPENS = late_pattern(r"[“‘«„:;!?¿¡\"「『]\s?['\"“‘«¿¡]?\Z")
_BEFORE = 2  # words looked at before a noun
_REACH = 40  # code points in which those stand
_STAYING, _LONGEST_TITLE = 2, 4  # characters of a Chinese name that stay; of a title
_LOOKED_AT = 4_000  # code points that tell a script


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
    return (
        is_titled(text, span, language)
        or _is_behind(text, span, language, words_of(language, "places_before"))
        or (is_unspaced(text[span.end : span.end + 1] or " ") and _is_before(text, span, language))
    )


def is_titled(text: str, span: Span, language: str) -> bool:
    """Tell whether words stand behind or right before what somebody is called by: "Mrs"."""
    after = text[span.end : span.end + _REACH].lstrip()
    return _is_behind(text, span, language, words_of(language, "titles_before")) or any(
        after.startswith(title) for title in words_of(language, "titles_after")
    )


def _is_behind(text: str, span: Span, language: str, titles: Set[str]) -> bool:
    before = text[max(0, span.start - _REACH) : span.start].split()[-_BEFORE:]
    prefixes = words_of(language, "prefixes")
    bare = [word.strip('"“”«»()،,') for word in before]
    # "ولمدينة": "and", "to" are written onto the word; with a comma the title is another's.
    return any(
        word in titles or (word[:1] in prefixes and word[1:] in titles) for word in bare
    ) and not any(word.endswith(("،", ",", ".")) and word not in titles for word in before)


def _is_before(text: str, span: Span, language: str) -> bool:
    """Tell whether a title stands behind a character or two of the name that have stayed."""
    near = (text[span.end + n : span.end + n + _LONGEST_TITLE] for n in range(_STAYING + 1))
    titles = tuple(words_of(language, "titles_after"))
    # 城 of 城市 is no name of a town: of a place two characters at least were changed.
    places = tuple(words_of(language, "places_after")) if len(span) >= _BEFORE else ()
    return any(said.startswith(titles) for said in near) or (
        bool(places) and text.startswith(places, span.end)
    )
