# SPDX-License-Identifier: MIT
"""Facts that two passages write at the same place, and not alike."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import cache

from diptych.compare.facts import Fact, Sort
from diptych.compare.reading import Reading
from diptych.compare.rounding import is_told_roughly
from diptych.compare.units import MEASURES
from diptych.compare.word_changes import Alike, Passages, WordChangeKind, word_changes
from diptych.text.article import Span
from diptych.text.lexicon import words_of_all
from diptych.text.patterns import any_of
from diptych.values import dataclass

# A name is exchanged more easily than a figure: "told the Herald", "told the Post".
_ONE_SENTENCE_BUT_A_NAME = 0.7
_SET_AGAINST = frozenset({Sort.FIGURE, Sort.DATE, Sort.NAME})
# Of a passage's length in the other language; what is longer says more than the other.
_LONGEST_TRANSLATION = 2.5
# Chinese and Japanese write in one character what takes three letters elsewhere.
_LETTERS_A_CHARACTER = 3
# "Clause 7.", "(3)", "12.", "4.2 The" at the head of a passage: the place of a thing, no
# count; "9 boats", "About 40 per cent" and "3.5 litres" are none.
_NUMBERING = (
    r"\W*(?:(?:NUMBERED)\s[(\[]?\d+(?:\.\d+)*[.)\]:]?|[(\[]?\d+(?:\.\d+)*[.)\]:]{1,2}"
    r"|\d+(?:\.\d{1,2}(?!\d))+(?=\s(?-i:[A-ZÀ-ÞА-ЯЁ])))\s"
)
_TOLD_IN_DIGITS = 2  # digits; "one" and "two" are articles in half of the languages


@dataclass(frozen=True, slots=True)
class Facing:
    """Two passages with their facts; ``met`` are the places of those they share."""

    left: Reading
    right: Reading
    spans: tuple[Span, Span]
    facts: tuple[Sequence[Fact], Sequence[Fact]]
    met: tuple[Set[Span], Set[Span]]

    def differing(self) -> Iterator[tuple[Fact, Fact]]:
        """Yield the facts that stand at the same place of one sentence and differ."""
        ours, theirs = (
            [
                fact
                for fact in facts
                if fact.sort in _SET_AGAINST
                and fact.span not in met
                and fact.span.start >= end_of_numbering(reading.text, span)
            ]
            for reading, span, facts, met in zip(
                (self.left, self.right), self.spans, self.facts, self.met, strict=True
            )
        )
        # Before words are set against each other, which takes longest.
        if not ours or not theirs:
            return
        languages = self.left.article.language, self.right.article.language
        # One that is not known is taken for the other's.
        if all(languages) and languages[0] != languages[1]:
            yield from self._of_a_translation(ours, theirs)
        else:
            yield from self._in_changed_words(ours, theirs)

    def _in_changed_words(
        self, ours: Sequence[Fact], theirs: Sequence[Fact]
    ) -> Iterator[tuple[Fact, Fact]]:
        found = word_changes(
            Passages(
                self.left.text,
                self.right.text,
                *self.spans,
                self.left.article.language,
                self.right.article.language,
            ),
            Alike.WRITTEN,
        )
        if not found.is_one_sentence:
            return
        for change in found.changes:
            if change.change is not WordChangeKind.CHANGED:  # what one side alone has faces nothing
                continue
            one = [fact for fact in ours if fact.span.overlaps(change.left)]
            other = [fact for fact in theirs if fact.span.overlaps(change.right)]
            # Of two in one change nobody knows which stands for which.
            if len(one) != 1 or len(other) != 1 or not self._are_of_a_sort(one[0], other[0]):
                continue
            if _are_one(one[0], other[0]):
                continue
            if one[0].sort is not Sort.NAME or found.likeness >= _ONE_SENTENCE_BUT_A_NAME:
                yield one[0], other[0]

    def _are_of_a_sort(self, one: Fact, other: Fact) -> bool:
        return one.sort is other.sort or (
            _may_be_a_figure(one, self.left.text) and _may_be_a_figure(other, self.right.text)
        )

    def _of_a_translation(
        self, ours: Sequence[Fact], theirs: Sequence[Fact]
    ) -> Iterator[tuple[Fact, Fact]]:
        """Yield the one figure each side has left, where both passages are as long."""
        left, right = self.left.text, self.right.text
        ours = [f for f in ours if _may_be_a_figure(f, left)]
        theirs = [f for f in theirs if _may_be_a_figure(f, right)]
        if len(ours) != 1 or len(theirs) != 1 or not self._are_as_long():
            return
        units = ours[0].unit, theirs[0].unit
        # Twelve feet and 3.7 metres may be one length.
        if MEASURES.issuperset(units):
            if units[0] == units[1]:
                yield ours[0], theirs[0]
        elif min(len(ours[0].key), len(theirs[0].key)) >= _TOLD_IN_DIGITS:
            yield ours[0], theirs[0]

    def _are_as_long(self) -> bool:
        # From U+2E80 on stand the characters of Chinese and Japanese.
        lengths = sorted(
            sum(_LETTERS_A_CHARACTER if sign >= "\u2e80" else 1 for sign in span.of(reading.text))
            for reading, span in zip((self.left, self.right), self.spans, strict=True)
        )
        return lengths[1] <= _LONGEST_TRANSLATION * lengths[0]


def end_of_numbering(text: str, span: Span) -> int:
    """Return where a passage begins behind the number it has as a heading or an item."""
    found = _numbering().match(text, span.start, span.end)
    return found.end() if found else span.start


@cache
def _numbering() -> re.Pattern[str]:
    numbered = any_of(words_of_all("numbered"))
    # (?-i:…) in it asks for a capital all the same.
    return re.compile(_NUMBERING.replace("NUMBERED", numbered), re.IGNORECASE)


def _are_one(one: Fact, other: Fact) -> bool:
    """Tell whether two facts are the same but for an apostrophe, or for being rounded."""
    first, second = (fact.key.replace("’", "'") for fact in (one, other))
    return first == second or (one.sort is Sort.FIGURE and is_told_roughly(first, second))


def _may_be_a_figure(fact: Fact, text: str) -> bool:
    """Tell whether a fact counts something: of 1250 and 1520 patches the second looks a year."""
    if fact.sort is Sort.DATE:
        return fact.span.of(text).isdigit()
    return fact.sort is Sort.FIGURE and not fact.attached
