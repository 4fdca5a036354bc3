# SPDX-License-Identifier: MIT
"""Whether one side denies what the other says: told only when sure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from itertools import pairwise

from diptych.compare.clauses import any_apart
from diptych.compare.denied import (
    denied_by_prefix,
    denied_stems,
    denying_forms,
    has_denying_forms,
    negation_places,
    negations_of,
    not_denying,
)
from diptych.compare.kin import kin_of
from diptych.compare.values import Stance
from diptych.compare.word_changes import Alike, Passages, word_changes
from diptych.text.article import Span
from diptych.text.lexicon import lines_of, words_of
from diptych.text.tokens import is_unspaced
from diptych.text.words import Word, words

_LEAST_SHARED = 3  # content words; with fewer the two may speak of different things
# Share of the content words of the shorter: of 101 denials that single words seemed to show
# between labelled sentences with less in common 6 were one.
_MOSTLY_SHARED = 0.6
_LEAST_RARITY = 1.0  # of the word denied
_LONGEST_DENIAL = 2  # words more on the side that denies: "did not"
_QUESTIONS = ("?", "？", "؟")
_AFTER = 3  # code points
_CLOSING = "\"'”’»)]」』* "
_SURELY_ONE_SENTENCE = 0.7  # of the words of both


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
    sides = left, right
    denying = [denies(side, text, language) for side, text in zip(sides, texts, strict=True)]
    if all(denying):
        return Stance.UNKNOWN
    ours_all, theirs_all = ({word.stem for word in side if word.stem} for side in sides)
    # Other forms of a word are looked for only where one may be denied.
    both = {stem: stem for stem in ours_all & theirs_all}
    kin = kin_of(ours_all, theirs_all, language) if any(denying) else both
    by_prefix = _denied_by_prefix(left, right, kin, language)
    # "You are surely not greater", "Are you greater?": who asks denies nothing.
    if any(map(_asks, texts, sides)):
        return Stance.UNKNOWN
    # Of all that the shorter one says nearly all must be shared.
    fewest = min(len(ours_all), len(theirs_all))
    if len(kin) + len(by_prefix) < max(_LEAST_SHARED, _MOSTLY_SHARED * fewest):
        return Stance.UNKNOWN
    # "Did not let them" and "refused to let them" say the same.
    shared = set(kin.values()), set(kin)
    says_no = [
        does_deny or _says_no(side, own, language)
        for does_deny, side, own in zip(denying, sides, shared, strict=True)
    ]
    if all(says_no):
        return Stance.UNKNOWN
    if by_prefix:
        # "Unable" for "not able" says the same, "unlikely" for "likely" does not.
        return Stance.DENIES if len(by_prefix) == 1 and not any(says_no) else Stance.UNKNOWN
    ours, theirs = (
        denied_stems(side, text, language) for side, text in zip(sides, texts, strict=True)
    )
    denied = {stem: stem for stem in ours & shared[0]} | {kin[s]: s for s in theirs & shared[1]}
    on_both = {kin[stem] for stem in theirs & shared[1]} & ours
    for stem in denied.keys() - on_both:
        there = next(other for other, own in kin.items() if own == stem)
        if _tells(stem, there, rarity) and _names_thing(left, stem) == _names_thing(right, there):
            # "The rise" beside "does not rise": as a noun it is no claim to be denied.
            return Stance.DENIES
    if not ours and not theirs and _are_opposed(left, right, shared[0]):
        return Stance.DENIES
    return Stance.UNKNOWN


def _tells(stem: str, other: str, rarity: Mapping[str, float]) -> bool:
    """Tell whether a word says enough to be denied; of two forms either may be the rarer."""
    if stem.isupper():
        return False  # "is not US policy" denies no "US"
    # Of texts without spaces it is known of pairs of characters only.
    return (
        is_unspaced(stem[0])
        or max(rarity.get(each, 0.0) for each in (stem, other)) >= _LEAST_RARITY
    )


def _denied_by_prefix(
    left: Sequence[Word], right: Sequence[Word], kin: Mapping[str, str], language: str
) -> frozenset[str]:
    """Return the words of one side that the other has without the prefix that denies them."""
    ours = [word for word in left if word.stem and word.stem not in kin.values()]
    theirs = [word for word in right if word.stem and word.stem not in kin]
    return denied_by_prefix(ours, theirs, language)


def denies(words_: Sequence[Word], text: str, language: str) -> bool:
    """Tell whether a passage has a word or an ending that denies."""
    if has_denying_forms(language) and words_:
        return denying_forms(text, Span(words_[0].start, words_[-1].end), language) > 0
    return bool(negation_places(words_, language))


def _says_no(words_: Sequence[Word], shared: Collection[str], language: str) -> bool:
    """Tell whether a passage refuses or prevents something, in whatever words.

    What both say is left aside: "prevents" and "does not prevent" are no two refusals.
    """
    others = words_of(language, "saying_no") | words_of(language, "denying_things")
    return any(word.form in others and word.stem not in shared for word in words_)


def stance_of_passages(
    passages: Passages, sides: tuple[Sequence[Word], Sequence[Word]], rarity: Mapping[str, float]
) -> Stance:
    """Return whether one of two passages denies the other, by the words of both."""
    texts, language = (passages.left_text, passages.right_text), passages.left_language
    if any(denies(side, text, language) for side, text in zip(sides, texts, strict=True)):
        of_one = stance_of_one_sentence(passages)
        if of_one is not None:
            return of_one
    return stance_of(*sides, texts, rarity, language=language)


def stance_of_one_sentence(passages: Passages) -> Stance | None:
    """Return the stance of two wordings of one sentence, None if they are not surely that.

    Of those only a negation among the words that changed makes a denial: "do not thou
    yield" and "do not you yield" say the same, however often they say not.
    """
    found = word_changes(passages, Alike.WRITTEN)
    if not found.is_one_sentence:
        return None
    texts = passages.left_text, passages.right_text
    spans = passages.left, passages.right
    ends = (span.of(text).rstrip(_CLOSING) for text, span in zip(texts, spans, strict=True))
    if any(end.endswith(_QUESTIONS) for end in ends):
        return Stance.UNKNOWN
    negations = 0
    plainly: list[tuple[Span, Span]] = []
    for each in found.changes:
        sides = [
            words(text, span.start, span.end)
            for text, span in zip(texts, (each.left, each.right), strict=True)
        ]
        # A clause that one side adds says something besides; it denies nothing of the rest.
        if abs(len(sides[0]) - len(sides[1])) <= _LONGEST_DENIAL:
            own = sum(
                _negations_at(text, span, side, passages.left_language)
                for text, span, side in zip(texts, (each.left, each.right), sides, strict=True)
            )
            negations += own
            plainly += [(each.left, each.right)] * (own % 2)
            # "May not without consent" for "may with consent" denies twice, and so not at all.
            negations += _are_opposite_words(sides[0], sides[1], passages.left_language)
    are_apart = any(
        any_apart(text, [place[side] for place in plainly], passages.left_language)
        for side, text in enumerate(texts)
    )
    if negations % 2 == 0 and not are_apart:
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


def _asks(text: str, found: Sequence[Word]) -> bool:
    """Tell whether a passage ends in a question mark, inside its quotation marks or not."""
    end = found[-1].end if found else 0
    return text[end : end + _AFTER].lstrip(_CLOSING).startswith(_QUESTIONS)


def _negations_at(text: str, span: Span, found: Sequence[Word], language: str) -> int:
    """Count what denies in the words that changed, or in their endings."""
    if has_denying_forms(language):
        return denying_forms(text, span, language) if len(span) else 0
    return negations_in(found, language)


def negations_in(found: Sequence[Word], language: str) -> int:
    """Count the words that deny what follows them; "not only" denies nothing."""
    denying = _denying(language)
    places = {n for n, word in enumerate(found) if word.form in denying}
    places.update(negation_places(found, language))
    # At the end of what changed the word it denies has stayed.
    return sum(at + 1 == len(found) or found[at + 1].form not in not_denying() for at in places)


def denials_in(found: Sequence[Word], language: str) -> int:
    """Count the words that deny, also those that deny a thing: "nobody", "kein"."""
    before = ["", *(word.form for word in found)]
    told = [
        word
        for word, last in zip(found, before, strict=False)
        # "As never before" denies nothing.
        if word.form in _denying(language) and last not in words_of(language, "as_never")
    ]
    # Hebrew and Arabic write "and" onto the word: "and not" is one word.
    return len(told) + sum(
        word.form[:1] in words_of(language, "prefixes") and word.form[1:] in _denying(language)
        for word in found
        if word not in told
    )


@cache
def _denying(language: str) -> frozenset[str]:
    return negations_of(language) | words_of(language or "en", "denying_things")


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
def _opposite_of() -> Mapping[str, str]:
    """Return for a stem the one that says the opposite: "rise" and "fall"."""
    pairs = [line.split() for line in lines_of("en", "opposite_stems")]
    return {a: b for pair in pairs for a, b in (pair, pair[::-1])}


def are_opposite_stems(one: str, other: str) -> bool:
    """Tell whether two stems are each other's opposite: of "rise" and "fall"."""
    return bool(one) and _opposite_of().get(one) == other
