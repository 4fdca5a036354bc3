# SPDX-License-Identifier: MIT
"""Where a word that denies denies nothing: "not only", "no later than", a clause that is added."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from diptych.compare.denied import negations_of
from diptych.compare.stance import denials_in
from diptych.patterns import late_pattern
from diptych.text.lexicon import words_of
from diptych.text.words import Word, words

if TYPE_CHECKING:
    from diptych.compare.changes.findings import Checked
    from diptych.text.article import Span

# What a clause begins with: "the boat lay at the pier, where it was in nobody's way".
_CLAUSE = late_pattern(r"\s*[,;:(—–،؛，；、]")
_FEWEST = 2  # words of a clause
_AFTER = 40  # code points in which the next word stands


def takes_back(
    places: Sequence[tuple[Checked, Span]], sides: Sequence[Sequence[Word]], language: str
) -> bool:
    """Tell whether words that changed deny nothing of what stays.

    They are a clause that one side adds, or say no in other words on each side: "was not in
    use", "was out of use".
    """
    for number, (checked, span) in enumerate(places):
        across = places[1 - number][1]
        is_clause = _CLAUSE.match(checked.text, span.start, span.end) is not None
        if not len(across) and is_clause and len(sides[number]) >= _FEWEST:
            return True
    otherwise = words_of(language, "denies_otherwise")
    says_no = [any(word.form in negations_of(language) for word in side) for side in sides]
    return any(
        says_no[1 - number] and any(word.form in otherwise for word in side)
        for number, side in enumerate(sides)
    )


def says_not_only(changed: Sequence[Word], language: str) -> bool:
    """Tell whether the words of one side that changed say "not only", however far apart."""
    forms = {word.form for word in changed}
    denies = not forms.isdisjoint(negations_of(language)) or not forms.isdisjoint(
        words_of(language, "denying_things")
    )
    return denies and not forms.isdisjoint(words_of(language, "not_only"))


def said_again(changed: Sequence[Word], language: str) -> int:
    """Count the words that only go on with a denial: "neither the roof nor the walls"."""
    again = sum(word.form in words_of(language, "denies_again") for word in changed)
    return min(again, max(0, denials_in(changed, language) - 1))


def denying_here(text: str, found: Sequence[Word], language: str) -> list[Word]:
    """Return words without those that deny nothing: "no later than", "not only"."""
    end = found[-1].end if found else 0
    after = [*found[1:], *words(text, end, end + _AFTER, language=language)[:1]]
    undenying = words_of(language, "not_denying")
    return [
        word
        for word, following in zip_longest(found, after)
        if word is not None and (following is None or following.form not in undenying)
    ]


def deny_both(sides: Sequence[Checked], spans: Sequence[Span]) -> bool:
    """Tell whether both of two passages have a word that denies what is done, or a thing."""
    for side, span in zip(sides, spans, strict=True):
        language = side.article.language
        denying = (
            negations_of(language)
            | words_of(language, "denying_things")
            | words_of(language, "beside_negations")
        )
        if all(word.form not in denying for word in words(side.text, span.start, span.end)):
            return False
    return True
