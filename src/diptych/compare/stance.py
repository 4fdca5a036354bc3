# SPDX-License-Identifier: MIT
"""Whether one side denies what the other says: told only when sure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from diptych.compare.values import Stance
from diptych.compare.word_changes import Alike, Passages, word_changes
from diptych.patterns import late_pattern
from diptych.text.article import Span
from diptych.text.lexicon import lines_of, words_of
from diptych.text.words import Word, words

_REACH = 4  # words after a negation that it may deny
_LEAST_SHARED = 3  # content words; with fewer the two may speak of different things
# Share of the content words of the shorter: of 101 denials that single words seemed to show
# between labelled sentences with less in common 6 were one.
_MOSTLY_SHARED = 0.6
_LEAST_RARITY = 1.0  # of the word denied
_LONGEST_FORM = 4  # code points of a sign that denies inside a word
_LONGEST_DENIAL = 2  # words more on the side that denies: "did not"
_SURELY_ONE_SENTENCE = 0.7  # of the words of both
# A negation reaches no further than the clause: "not here, but there".
_BREAK = late_pattern(r"[,;:.!?—–()“”\"«»，。；：！？]")


_LISTED = ("en", "de", "es", "fr", "ru", "zh")  # languages whose negations are known


def stance_of(
    left: Sequence[Word],
    right: Sequence[Word],
    texts: tuple[str, str],
    rarity: Mapping[str, float],
    *,
    language: str,
) -> Stance:
    """Return whether one passage denies the other, as far as single words show it.

    Both hold a telling word that a negation denies on one side only, or two
    words that are each other's opposite, and nearly all else is shared.
    """
    stems = [{word.stem for word in side if word.stem} for side in (left, right)]
    shared = stems[0] & stems[1]
    # Of all that the shorter one says nearly all must be shared.
    if len(shared) < max(_LEAST_SHARED, _MOSTLY_SHARED * min(len(side) for side in stems)):
        return Stance.UNKNOWN
    # "Did not let them" and "refused to let them" say the same.
    if _says_no(left, language) and _says_no(right, language):
        return Stance.UNKNOWN
    ours, theirs = _denied(left, texts[0], language), _denied(right, texts[1], language)
    one_sided = (ours ^ theirs) & shared
    telling = [s for s in one_sided if s.islower() and rarity.get(s, 0.0) >= _LEAST_RARITY]
    # "The rise" beside "does not rise": as a noun it is no claim to be denied.
    if any(_names_thing(left, stem) == _names_thing(right, stem) for stem in telling):
        return Stance.DENIES
    if not ours and not theirs and _are_opposed(left, right, shared):
        return Stance.DENIES
    return Stance.UNKNOWN


def denies(words_: Sequence[Word], language: str) -> bool:
    """Tell whether a passage has a word that denies."""
    return bool(_negation_places(words_, language))


def _says_no(words_: Sequence[Word], language: str) -> bool:
    """Tell whether a passage denies, refuses or prevents something, in whatever words."""
    others = words_of(language, "saying_no")
    return denies(words_, language) or any(word.form in others for word in words_)


def stance_of_one_sentence(passages: Passages) -> Stance | None:
    """Return the stance of two wordings of one sentence, None if they are not surely that.

    Of those only a negation among the words that changed makes a denial: "do not thou
    yield" and "do not you yield" say the same, however often they say not.
    """
    found = word_changes(passages, Alike.WRITTEN)
    if not found.is_one_sentence:
        return None
    texts = passages.left_text, passages.right_text
    negations = 0
    for each in found.changes:
        sides = [
            words(text, span.start, span.end)
            for text, span in zip(texts, (each.left, each.right), strict=True)
        ]
        # A clause that one side adds says something besides; it denies nothing of the rest.
        if abs(len(sides[0]) - len(sides[1])) <= _LONGEST_DENIAL:
            negations += sum(negations_in(side, passages.left_language) for side in sides)
            # "May not without consent" for "may with consent" denies twice, and so not at all.
            negations += _are_opposite_words(sides[0], sides[1], passages.left_language)
    if negations % 2 == 0:
        return Stance.UNKNOWN
    # Of sentences less alike "could not bear" may meet "a bear": their words must tell.
    return Stance.DENIES if found.likeness >= _SURELY_ONE_SENTENCE else None


@cache
def opposite_words(language: str) -> frozenset[frozenset[str]]:
    """Return the pairs of words of a language that are each other's opposite."""
    return frozenset(frozenset(line.split()) for line in lines_of(language, "opposite_words"))


def _are_opposite_words(left: Sequence[Word], right: Sequence[Word], language: str) -> bool:
    """Tell whether all that was changed is a word for its opposite."""
    if not len(left) == len(right) == 1:
        return False
    return frozenset((left[0].form, right[0].form)) in opposite_words(language or "en")


def negations_in(found: Sequence[Word], language: str) -> int:
    """Count the words that deny what follows them; "not only" denies nothing."""
    places = _negation_places(found, language)
    # At the end of what changed the word it denies has stayed.
    return sum(at + 1 == len(found) or found[at + 1].form not in _not_denying() for at in places)


def denials_in(found: Sequence[Word], language: str) -> int:
    """Count the words that deny, also those that deny a thing: "nobody", "kein"."""
    told = [word for word in found if word.form in _denying(language)]
    # Hebrew and Arabic write "and" onto the word: "and not" is one word.
    return len(told) + sum(
        word.form[:1] in words_of(language, "prefixes") and word.form[1:] in _denying(language)
        for word in found
        if word not in told
    )


def has_denying_forms(language: str) -> bool:
    """Tell whether a language denies by signs inside a word, as ます becomes ません."""
    return bool(lines_of(language, "negative_forms"))


def denying_forms(text: str, span: Span, language: str) -> int:
    """Count the signs that deny and stand in a span, if only in part; 不同 denies nothing."""
    # The sign may begin before the span and end behind it: ません, of which only せん has changed.
    start, end = max(0, span.start - _LONGEST_FORM), span.end + _LONGEST_FORM
    found = _denying_forms(language).finditer(text[start:end])
    return sum(span.overlaps(Span(start + m.start(), start + m.end())) for m in found)


@cache
def _denying_forms(language: str) -> re.Pattern[str]:
    return re.compile("|".join(lines_of(language, "negative_forms")))


@cache
def _denying(language: str) -> frozenset[str]:
    return _negations_of(language) | words_of(language or "en", "denying_things")


def _negation_places(found: Sequence[Word], language: str) -> list[int]:
    negations = _negations_of(language)
    return [at for at, word in enumerate(found) if word.form in negations]


@cache
def _negations_of(language: str) -> frozenset[str]:
    """Return the words that deny, with either apostrophe: asked of every word of a match."""
    listed = words_of(language, "negations") or words_of("en", "negations")
    return listed | {word.replace("'", "’") for word in listed}


def tells_only(words: Sequence[Word], language: str) -> bool:
    """Tell whether a passage says that there is no more than what it names."""
    return any(word.form in words_of(language, "only") for word in words)


def _are_opposed(left: Sequence[Word], right: Sequence[Word], shared: set[str]) -> bool:
    there = {word.stem for word in right} - shared
    return (
        any(_opposite_of().get(word.stem) in there for word in left if word.stem not in shared)
        and len(shared) > _LEAST_SHARED
    )


def _names_thing(words: Sequence[Word], stem: str) -> bool:
    """Tell whether the word stands here as a noun, after an article or a possessive."""
    return any(
        word.stem == stem
        and (
            before.form in words_of("en", "determiners")
            # A possessive is longer than its form: "China's".
            or before.end - before.start > len(before.form)
        )
        for before, word in pairwise(words)
    )


@cache
def _not_denying() -> frozenset[str]:
    """Return before what a negation denies nothing: "not only", "no longer than", "no doubt"."""
    return frozenset().union(*(words_of(language, "not_denying") for language in _LISTED))


@cache
def _opposite_of() -> Mapping[str, str]:
    """Return for a stem the one that says the opposite: "rise" and "fall"."""
    pairs = [line.split() for line in lines_of("en", "opposite_stems")]
    return {a: b for pair in pairs for a, b in (pair, pair[::-1])}


def are_opposite_stems(one: str, other: str) -> bool:
    """Tell whether two stems are each other's opposite: of "rise" and "fall"."""
    return bool(one) and _opposite_of().get(one) == other


def _denied(words: Sequence[Word], text: str, language: str) -> set[str]:
    """Return the stems that stand here only with a negation before them."""
    places = set(_denied_places(words, text, language))
    if not places:
        return set()
    denied = {words[at].stem for at in places}
    # Said plainly elsewhere in the passage a word is not denied.
    return denied - {word.stem for at, word in enumerate(words) if at not in places}


def _denied_places(words: Sequence[Word], text: str, language: str) -> Iterator[int]:
    """Yield where the first telling word after each negation stands."""
    # Those deny the word after them. "No" and "without" deny a thing, which the other
    # side may leave out without saying otherwise.
    not_denying = _not_denying()
    for at in _negation_places(words, language):
        word = words[at]
        if at + 1 < len(words) and words[at + 1].form in not_denying:
            continue
        end = word.end
        for place in range(at + 1, min(at + 1 + _REACH, len(words))):
            denied = words[place]
            if _BREAK.search(text, end, denied.start):
                break
            if denied.stem:
                if not text[denied.start].isupper():  # "is not Trump" denies no claim
                    yield place
                break
            end = denied.end
