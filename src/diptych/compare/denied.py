# SPDX-License-Identifier: MIT
"""Which words of a sentence are denied: by a word before or after them, or by a form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from diptych.patterns import late_pattern
from diptych.text.article import Span
from diptych.text.lexicon import lines_of, words_of, words_of_all
from diptych.text.words import Word

_REACH = 4  # words after a negation that it may deny
_NEAR = 3  # characters beside a form that denies
_AROUND_ALONE = 24  # code points: "ne lui pouvaient" and what would be the second word
_LONGEST_FORM = 4  # code points of a sign that denies inside a word
# A negation reaches no further than the clause: "not here, but there".
_BREAK = late_pattern(r"[,;:.!?—–()“”\"«»，。；：！？、،؛।]")
# What they deny may stand before: "verhindert die Ansteckung nicht", "n'empêche pas", "पर्याप्त नहीं".
_DENIED_BEFORE = frozenset({"de", "nl", "fr", "hi", "sv", "da", "no"})
_FIRST_HIRAGANA, _LAST_HIRAGANA = "\u3041", "\u309f"
_CAPITAL_NOUNS = frozenset({"de", "lb"})
_SHORTEST_DENIED = 4  # letters of a word that "un" is put before; "it" becomes "unit"
# “inactive”, “impossible”, “irregular”: of other words "in" begins a good many
_DENYING = ("in", "im", "il", "ir")
_NO_ENDING = ("\n",)
_ENDINGS = ("s", "es", "d", "ed", "ing", "ment")
_DENIED_BEHIND_FORM = frozenset({"zh"})  # 不足; in Japanese before it: 十分でない


def negation_places(found: Sequence[Word], language: str) -> list[int]:
    """Return which words deny what follows or precedes them."""
    negations = negations_of(language)
    return [
        at
        for at, word in enumerate(found)
        # Typed with another sign for the apostrophe "don`t" is read as two words.
        if word.form in negations
        or (at and word.form == "t" and f"{found[at - 1].form}'t" in negations)
    ]


def is_devanagari(letter: str) -> bool:
    """Tell whether a letter is one of Hindi's script."""
    return "\u0900" <= letter <= "\u097f"


@cache
def negations_of(language: str) -> frozenset[str]:
    """Return the words that deny, with either apostrophe: asked of every word of a match."""
    listed = words_of(language, "negations") or words_of("en", "negations")
    return listed | {word.replace("'", "’") for word in listed}


def has_denying_forms(language: str) -> bool:
    """Tell whether a language denies by signs inside a word, as ます becomes ません."""
    return bool(lines_of(language, "negative_forms"))


def denying_forms(text: str, span: Span, language: str) -> int:
    """Count the signs that deny and stand in a span, if only in part; 不同 denies nothing."""
    return sum(span.overlaps(each) for each in _form_places(text, span, language))


def _form_places(text: str, span: Span, language: str) -> Iterator[Span]:
    # The sign may begin before the span and end behind it: ません, of which only せん has changed.
    start, end = max(0, span.start - _LONGEST_FORM), span.end + _LONGEST_FORM
    # Searched in the text, so that what stands before the sign is seen: 少ない denies nothing.
    for match in _denying_forms(language).finditer(text, start, end):
        yield Span(match.start(), match.end())


@cache
def _denying_forms(language: str) -> re.Pattern[str]:
    return re.compile("|".join(lines_of(language, "negative_forms")))


def denied_alone(text: str, span: Span, language: str) -> int:
    """Count what denies without its second word and touches a span: "il ne peut entrer"."""
    patterns = _denying_alone(language)
    if patterns is None:
        return 0
    start, end = max(0, span.start - _AROUND_ALONE), span.end + _AROUND_ALONE
    return sum(
        found.start() <= span.end and span.start <= found.end() + 1  # a space
        for found in patterns.finditer(text, start, end)
    )


@cache
def _denying_alone(language: str) -> re.Pattern[str] | None:
    lines = lines_of(language, "denies_alone")
    return re.compile("|".join(lines), re.IGNORECASE) if lines else None


def not_denying() -> frozenset[str]:
    """Return before what a negation denies nothing: "not only", "no longer than", "no doubt"."""
    return words_of_all("not_denying")


def denied_stems(found: Sequence[Word], text: str, language: str) -> frozenset[str]:
    """Return the stems that stand here only with what denies them."""
    places = set(_denied_places(found, text, language))
    denied = {found[at].stem for at in places}
    # Said plainly elsewhere in the passage a word is not denied.
    return frozenset(denied - {word.stem for at, word in enumerate(found) if at not in places})


def _denied_places(found: Sequence[Word], text: str, language: str) -> Iterator[int]:
    """Yield where the telling words stand that are denied."""
    if has_denying_forms(language):
        yield from _beside_forms(found, text, language)
        return
    # Those deny the word after them. "No" and "without" deny a thing, which the other
    # side may leave out without saying otherwise.
    contrasts = words_of(language or "en", "contrasts")
    for at in negation_places(found, language):
        if at + 1 < len(found) and found[at + 1].form in not_denying():
            continue
        # "Not on Monday but on Tuesday" denies Monday and not what was done.
        if any(word.form in contrasts for word in found[at + 1 :]):
            continue
        yield from _first_telling(found, text, range(at + 1, min(at + 1 + _REACH, len(found))), at)
        if language in _DENIED_BEFORE:
            before = range(at - 1, -1, -1)
            verbs = [
                n for n in before if language not in _CAPITAL_NOUNS or _is_small(found[n], text)
            ]
            yield from _first_telling(found, text, verbs, at)


def _first_telling(
    found: Sequence[Word], text: str, places: Iterable[int], negation: int
) -> Iterator[int]:
    """Yield the telling word nearest to a negation, unless the clause ends before it."""
    for place in places:
        first, last = sorted((negation, place))
        if _BREAK.search(text, found[first].end, found[last].start):
            return
        if found[place].stem:
            if _is_small(found[place], text):  # "is not Trump" denies no claim
                yield place
            return


def _is_small(word: Word, text: str) -> bool:
    return not text[word.start].isupper()


def _beside_forms(found: Sequence[Word], text: str, language: str) -> Iterator[int]:
    """Yield the characters that a sign inside the word denies: 足 of 不足, 防 of 防がない."""
    if not found:
        return
    contrasts = words_of(language, "contrasts")
    places = [(at, word) for at, word in enumerate(found) if word.stem and not _is_ending(word)]
    for form in _form_places(text, Span(found[0].start, found[-1].end), language):
        if any(word.form in contrasts for word in found if word.start >= form.end):
            continue
        if language in _DENIED_BEHIND_FORM:
            near = [(at, word) for at, word in places if word.start >= form.end][:_NEAR]
            reach = [(at, form.end, word.start) for at, word in near]
        else:
            near = [(at, word) for at, word in places if word.end <= form.start][-1:]
            reach = [(at, word.end, form.start) for at, word in near]
        yield from (at for at, start, end in reach if not _BREAK.search(text, start, end))


def _is_ending(word: Word) -> bool:
    """Tell whether a sign is Hiragana, of which Japanese has its endings: が of 防がない."""
    return _FIRST_HIRAGANA <= word.form[0] <= _LAST_HIRAGANA


def denied_by_prefix(left: Sequence[Word], right: Sequence[Word], language: str) -> frozenset[str]:
    """Return the words of one side that stand on the other without the prefix that denies them."""
    ours, theirs = _with_prefixes(left, language), _with_prefixes(right, language)
    pairs = [(one, other) for one in ours for other in theirs]
    return frozenset(
        denied
        for pair in pairs
        for plain, denied in (pair, pair[::-1])
        if _is_denied(plain, denied, language)
    )


def _with_prefixes(told: Sequence[Word], language: str) -> list[str]:
    """Return the words, also those that a hyphen parts from their prefix: non-refundable."""
    prefixes = words_of(language, "not_prefixes")
    forms = [word.form for word in told]
    return forms + [
        one.form + other.form
        for one, other in pairwise(told)
        if one.form in prefixes and other.start == one.end + 1
    ]


def _is_denied(plain: str, denied: str, language: str) -> bool:
    """Tell whether a word is another with a prefix that denies it, be it in another form."""
    shortest = _SHORTEST_DENIED - is_devanagari(plain[:1])  # a vowel there is a sign of its own
    if len(plain) < shortest or plain in words_of(language, "undeniable"):
        return False  # "disclose" does not deny "close"
    prefixes = words_of(language, "not_prefixes")
    if not denied.endswith(plain):
        return language == "en" and any(_is_form_behind(each, plain, denied) for each in prefixes)
    prefix = denied[: -len(plain)].rstrip("-")
    return prefix in prefixes or (
        prefix in _DENYING and plain.endswith(tuple(words_of(language, "qualities")) or _NO_ENDING)
    )


def _is_form_behind(prefix: str, plain: str, denied: str) -> bool:
    """Tell whether behind a prefix stands another form of a word: disagreed of agree."""
    return any(denied == prefix + plain.removesuffix("e") + ending for ending in _ENDINGS)
