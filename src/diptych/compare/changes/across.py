# SPDX-License-Identifier: MIT
"""What two sentences in two languages, one the other's translation, tell otherwise.

No word can be set against another there; figures, dates and a denial can.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import zip_longest

from diptych.compare.changes.by_length import MeasuredSentence
from diptych.compare.changes.findings import Checked, denying_in
from diptych.compare.changes.named import Named
from diptych.compare.changes.names_across import other_names
from diptych.compare.changes.told_once import told_once
from diptych.compare.changes.values import Edit, Finding
from diptych.compare.denied import has_denying_forms
from diptych.compare.facts import Fact, Sort, facts_in
from diptych.compare.rounding import is_rounded, is_told_roughly
from diptych.compare.units import MEASURES, is_one_length
from diptych.patterns import late_pattern
from diptych.text.article import Span
from diptych.text.han_sounds import names_by_sound, sounds_of_han
from diptych.text.lexicon import words_of
from diptych.text.numbers import with_plain_digits
from diptych.text.sounds import sound_of
from diptych.text.words import words

_DIGITS = late_pattern(r"\d+")
_COUNTED = frozenset({Sort.FIGURE, Sort.DATE})
_ONLY_YEAR = "-00-00"  # the end of a date's key that tells a year alone
_UNKNOWN = "0"  # what a date's key has where nothing is told
_LETTERS_A_CHARACTER = 3
_LONG_FIGURE = 4  # digits
_LEAST_SOUND = 3  # consonants by which a name is known
_SHORTEST_DENIED = 5  # letters; "non" and "un" begin words that deny nothing


def sentences_told(
    sides: tuple[Checked, Checked], spans: tuple[Sequence[Span], Sequence[Span]]
) -> tuple[list[MeasuredSentence], list[MeasuredSentence]]:
    """Return how long the sentences of both are, with the figures and names in them."""
    named = [_names_by_sound(side, some) for side, some in zip(sides, spans, strict=True)]
    known = _known_names(named)
    ours, theirs = (
        [
            MeasuredSentence(_length(span.of(side.text)), _figures(side, span) | (sounds & known))
            for span, sounds in zip(some, names, strict=True)
        ]
        for side, some, names in zip(sides, spans, named, strict=True)
    )
    return ours, theirs


def told_otherwise(
    sides: tuple[Checked, Checked],
    pairs: Sequence[tuple[Span, Span]],
    *,
    near: Sequence[bool],
) -> list[tuple[tuple[Edit, ...], tuple[Finding, ...]]]:
    """Return of each pair the figures, dates and names that differ, and all there is to check.

    Denials are told only of pairs that are ``near`` in meaning: of those that only their
    lengths joined, or that are told freely, many would be none.
    """
    left, right = sides
    spans_of = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    named = [
        Named(side.text, side.article.language, some)
        for side, some in zip(sides, spans_of, strict=True)
    ]
    names = other_names(named[0], named[1], [at for at, is_near in enumerate(near) if not is_near])
    found = []
    for at, spans in enumerate(pairs):
        edits, told = [], set()
        for ours, theirs in _rivals(sides, *_left_over(left, right, spans)):
            edits.append(Edit(ours.span, theirs.span))
            is_date = ours.sort is theirs.sort is Sort.DATE
            told.add(Finding.DATE if is_date else Finding.NUMBER)
        for edit, finding in told_once(sides, spans):
            if finding not in told:
                edits.append(edit)
                told.add(finding)
        if at in names:
            edits.append(Edit(*names[at]))
            told.add(Finding.NAME)
        if near[at] and _denies_alone(left, right, spans):
            told.add(Finding.DENIED)
        order = tuple(finding for finding in Finding if finding in told)
        found.append((tuple(sorted(edits, key=lambda edit: edit.left)), order))
    return found


def _length(text: str) -> float:
    """Return the length of a sentence; a Chinese character says as much as three letters."""
    return float(sum(_LETTERS_A_CHARACTER if sign >= "\u2e80" else 1 for sign in text))


def _figures(side: Checked, span: Span) -> frozenset[str]:
    counted = _counted(side, span)
    dates = (part for fact in counted for part in fact.key.split("-"))
    # A date's parts by themselves, so that "3 April" meets "3.4." and a bare "3".
    told = {f"#{told}" for part in dates if (told := part.lstrip("0"))}
    # 1,250 and 1,520 are one figure, mistaken in one of the two: as long ones are rare.
    figures = (fact.key for fact in counted if fact.sort is Sort.FIGURE)
    return frozenset(told | {f"~{len(key)}" for key in figures if len(key) >= _LONG_FIGURE})


def _names_by_sound(side: Checked, spans: Iterable[Span]) -> list[frozenset[str]]:
    """Return the sounds of names of each sentence; of all words where names have no capitals."""
    if side.article.language == "zh":
        return [frozenset(_chinese_sounds(side.text, span)) for span in spans]
    has_capitals = any(sign.isupper() for sign in side.text)
    return [
        frozenset(
            sound
            for at, word in enumerate(words(side.text, span.start, span.end))
            # At the head of a sentence any word has a capital.
            if not has_capitals or (at and side.text[word.start].isupper())
            if len(sound := sound_of(side.text[word.start : word.end])) >= _LEAST_SOUND
        )
        for span in spans
    ]


def _chinese_sounds(text: str, span: Span) -> Iterator[str]:
    """Yield how a foreign name may sound that is written in Chinese characters."""
    for name in names_by_sound(text, span):
        yield from (s for s in sounds_of_han(name.of(text)) if len(s) >= _LEAST_SOUND)


def _known_names(named: Sequence[Sequence[frozenset[str]]]) -> frozenset[str]:
    """Return the sounds that both texts have."""
    left, right = (frozenset().union(*side) for side in named)
    return left & right


def _left_over(
    left: Checked, right: Checked, spans: tuple[Span, Span]
) -> tuple[list[Fact], list[Fact]]:
    """Return the figures and dates of each side that the other side does not have."""
    ours, theirs = _counted(left, spans[0]), _counted(right, spans[1])
    # Also those of "page 12" and "9:30", which are read as no figures.
    digits = _digit_runs(left, spans[0]), _digit_runs(right, spans[1])
    return (
        [f for f in ours if not _is_met(f, theirs, digits[1])],
        [f for f in theirs if not _is_met(f, ours, digits[0])],
    )


def _counted(side: Checked, span: Span) -> list[Fact]:
    begins = side.after_number(span)
    found = facts_in(side.text, span, language=side.article.language, today=side.day)
    return [
        fact
        for fact in found
        if fact.sort in _COUNTED and fact.span.start >= begins and not fact.attached
    ]


def _digit_runs(side: Checked, span: Span) -> Counter[str]:
    """Count every number in digits, also one that names a page or an hour."""
    return Counter(_DIGITS.findall(with_plain_digits(span.of(side.text))))


def _is_met(fact: Fact, others: Iterable[Fact], digits: Counter[str]) -> bool:
    if fact.sort is Sort.DATE:
        parts = [part.lstrip("0") for part in fact.key.split("-") if part.strip("0")]
        # A date told in full on one side may be three numbers on the other; 5 May needs two fives.
        return any(_can_be_one(fact, other) for other in others) or Counter(parts) <= digits
    if fact.key in digits:
        return True
    return any(
        other.key == fact.key
        or is_rounded(fact.key, other.key)
        or _is_in_date(fact, other)
        or _is_one_length(fact, other)
        or _is_one_length(other, fact)
        for other in others
    )


def _is_one_length(fact: Fact, other: Fact) -> bool:
    if other.unit in MEASURES or not (fact.key.isdecimal() and other.key.isdecimal()):
        return False
    return is_one_length(Decimal(fact.key), fact.unit, Decimal(other.key))


def _is_in_date(fact: Fact, other: Fact) -> bool:
    return other.sort is Sort.DATE and fact.key in (p.lstrip("0") for p in other.key.split("-"))


def _can_be_one(one: Fact, other: Fact) -> bool:
    """Tell whether two facts are one date as far as both are told."""
    if other.sort is not Sort.DATE:
        return other.key == one.key.split("-")[0]
    return all(
        ours == theirs or not ours.strip(_UNKNOWN) or not theirs.strip(_UNKNOWN)
        for ours, theirs in zip(one.key.split("-"), other.key.split("-"), strict=False)
    )


def _rivals(
    sides: tuple[Checked, Checked], left: Sequence[Fact], right: Sequence[Fact]
) -> Iterator[tuple[Fact, Fact]]:
    """Yield what stands for one another, in order, where as much is left over on both sides.

    A figure that one side alone has may be written there in a way that nobody reads.
    """
    for sort in (Sort.DATE, Sort.FIGURE):
        ours, theirs = ([f for f in side if f.sort is sort] for side in (left, right))
        if len(ours) != len(theirs):
            # "Only a third" may be told otherwise; 7,400 is written in digits everywhere.
            ours, theirs = _in_digits(sides[0], ours), _in_digits(sides[1], theirs)
        if len(ours) != len(theirs):
            ours, theirs = _as_long(ours, theirs)
        if len(ours) == len(theirs):
            for one, other in zip_longest(ours, theirs):
                if _may_count_one_thing(one, other):
                    yield one, other
    if len(left) == len(right) == 1 and left[0].sort is not right[0].sort:
        date = next(f for f in (left[0], right[0]) if f.sort is Sort.DATE)
        if date.key.endswith(_ONLY_YEAR):  # 1520 patches look like a year
            yield left[0], right[0]


def _in_digits(side: Checked, facts: Iterable[Fact]) -> list[Fact]:
    return [fact for fact in facts if any(map(str.isdigit, fact.span.of(side.text)))]


def _as_long(left: Sequence[Fact], right: Sequence[Fact]) -> tuple[list[Fact], list[Fact]]:
    """Return the figures that are the only ones of as many digits on both sides: 18 and 81."""
    digits = [Counter(len(fact.key) for fact in side) for side in (left, right)]
    ours, theirs = (
        [f for f in side if digits[0][len(f.key)] == digits[1][len(f.key)] == 1]
        for side in (left, right)
    )
    by_length = {len(fact.key): fact for fact in theirs}
    return ours, [by_length[len(fact.key)] for fact in ours]


def _may_count_one_thing(one: Fact, other: Fact) -> bool:
    """Tell whether nothing speaks for two measures of one length: 12 feet, 3.7 metres."""
    if one.sort is Sort.DATE:
        return True
    if one.unit in MEASURES and other.unit in MEASURES and one.unit != other.unit:
        return False
    return not is_told_roughly(one.key, other.key)


# Denials


def _denies_alone(left: Checked, right: Checked, spans: tuple[Span, Span]) -> bool:
    """Tell whether one side says "not" and the other has nothing that could be meant by it."""
    denied = [_denials(side, span) for side, span in zip((left, right), spans, strict=True)]
    # None: nobody knows what denies there.
    if None in denied or sorted(map(bool, denied)) != [False, True]:
        return False
    plain = 0 if not denied[0] else 1
    other = (left, right)[plain], spans[plain]
    # Two may undo one another.
    return max(n or 0 for n in denied) == 1 and not _may_deny(*other)


def _denials(side: Checked, span: Span) -> int | None:
    """Count the words that deny; None in a language whose words are not known."""
    language = side.article.language
    if not has_denying_forms(language) and not words_of(language, "negations"):
        return None
    told = words(side.text, span.start, span.end, language=language)
    return denying_in(side, span, told)


def _may_deny(side: Checked, span: Span) -> bool:
    """Tell whether anything there may be another language's "not": "without", "unable"."""
    language = side.article.language
    near = words_of(language, "near_denials")
    text = span.of(side.text).lower()
    if has_denying_forms(language):
        return bool(_denials(side, span)) or any(word in text for word in near)
    prefixes = tuple(words_of(language, "may_deny_by"))
    return any(
        word.form in near or (len(word.form) > _SHORTEST_DENIED and word.form.startswith(prefixes))
        for word in words(side.text, span.start, span.end, language=language)
    )
