# SPDX-License-Identifier: MIT
"""What makes two passages of one look tell of two things, however much they share.

Their score knows how much is shared, not what of it says something. Found by reading:
words in a row that only name what both speak of, a figure or, by words alone, a word that
is all they share, a talk of other people, and what the encoder of claims finds far apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from diptych.compare.facts import Fact, Sort
from diptych.compare.reading import Reading
from diptych.compare.same_facts import FactTable
from diptych.compare.shared_wording import longest_run
from diptych.patterns import late_pattern
from diptych.text.article import Span
from diptych.text.calendar import weekdays
from diptych.text.lexicon import words_of
from diptych.text.sentence_ends import ends_a_sentence
from diptych.text.words import Word

_FAR = 0.4  # of the encoder of claims; of what is nearer more than half of the labelled are linked
_NEAR = 0.6  # from which a shared figure is not all there is
ONE_SENTENCE = 0.45  # of a sentence and its translation; two of one talk are at 0.1 to 0.3
_LONGEST_FIGURE = 3  # digits; a longer one is told of one thing, 40 kilometres of many
_SURELY_ONE_TALK = 0.7
_NAMING_RUN = 6  # words
_LEFT_OVER = 2  # content words each side says besides
_JOINTS = 3  # words
_WORDS_IN_COMMON = 2
_TALKERS = 2
_FAR_FROM_VERB = 6  # words between who talks and the verb
# In quotation marks the words themselves are what is said.
_QUOTED = late_pattern(r"[\"“”«»„]")
# "signed", "agreed": verbs, as far as no noun is meant ("the accused").
_NO_NOUN = late_pattern(r".{3,}ed")


class Doubts:
    """Looks at pairs of passages of two articles that are about to be shown."""

    def __init__(self, left: Reading, right: Reading, facts: FactTable) -> None:
        self._left, self._right, self._facts = left, right, facts
        languages = {left.article.language, right.article.language}
        # Word lists are one language's; between two they tell nothing.
        self._language = languages.pop() if len(languages) == 1 else ""

    def about(
        self, row: int, column: int, nearness: float | None, across: float | None = None
    ) -> bool:
        """Tell whether the two passages rather speak of two things.

        ``nearness`` is their cosine by the encoder of claims, ``across`` that by the one that
        knows both languages; None without it.
        """
        # Two languages share no word, so a figure is all that any sentence shares with its
        # translation.
        is_meant = not self._language and across is not None and across >= ONE_SENTENCE
        return (
            self._is_far(row, column, nearness)
            or (not is_meant and self._share_a_figure_alone(row, column, nearness))
            or self._share_a_talk_alone(row, column, nearness)
            or (nearness is None and across is None and self._share_a_word_alone(row, column))
            or self._share_joints_alone(row, column)
            or self._share_a_name_alone(row, column)
            or self._are_talks_of_others(row, column)
        )

    def _is_far(self, row: int, column: int, nearness: float | None) -> bool:
        return (
            nearness is not None
            and nearness < _FAR
            and (row, column) not in self._facts.quoted
            # In the very same words or a quotation it is no look-alike, whatever the encoder
            # says.
            and self._left.forms[row] != self._right.forms[column]
        )

    def _share_a_figure_alone(self, row: int, column: int, nearness: float | None) -> bool:
        """Tell whether nothing is shared but one figure and what it counts."""
        if nearness is not None and nearness >= _NEAR:
            return False
        met = self._facts.meetings(row, column)
        if len(met) != 1 or not _is_of_many(met[0].left):
            return False
        # The zeros at its end and its point aside.
        is_rare = len(met[0].left.key.strip("0.")) > _LONGEST_FIGURE
        if nearness is not None and is_rare and met[0].left.sort is Sort.FIGURE:
            return False
        ours, theirs = self._left.words[row], self._right.words[column]
        shared = {w.stem for w in ours if w.stem} & {w.stem for w in theirs}
        # The figure and the word behind it are all that both have.
        told = _around(ours, met[0].left.span) & _around(theirs, met[0].right.span)
        return shared <= told

    def _share_a_word_alone(self, row: int, column: int) -> bool:
        """Tell whether two sentences have one word in common, where words are all there is.

        Of the labelled matches that would be shown so every third is linked. Items of a list
        are a word or two and no sentences.
        """
        sides = ((self._left, row), (self._right, column))
        return (
            bool(self._language)
            and len({*self._left.stems[row]} & {*self._right.stems[column]}) < _WORDS_IN_COMMON
            and any(ends_a_sentence(side.passages[at].span.of(side.text)) for side, at in sides)
            and (row, column) not in self._facts.quoted
            and not self._facts.meetings(row, column)
            and self._left.forms[row] != self._right.forms[column]
        )

    def _share_joints_alone(self, row: int, column: int) -> bool:
        """Tell whether both begin with "when all is said and done" and share nothing else."""
        # How many words the joints are: what counting leaves out of a passage.
        fewest = min(
            len(side.forms[at]) - len(side.told_forms[at])
            for side, at in ((self._left, row), (self._right, column))
        )
        return fewest >= _JOINTS and set(self._left.stems[row]).isdisjoint(
            self._right.stems[column]
        )

    def _share_a_name_alone(self, row: int, column: int) -> bool:
        """Tell whether the words shared in a row name a thing of which each side says its own."""
        if not words_of(self._language, "tell_verbs"):
            return False
        ours, theirs = self._left.words[row], self._right.words[column]
        start, there, length = longest_run(ours, theirs)
        if length < _NAMING_RUN or not _names(ours[start : start + length], self._language):
            return False
        if self._is_quoted(ours, self._left, start) or self._is_quoted(theirs, self._right, there):
            return False
        left = {w.stem for w in (*ours[:start], *ours[start + length :]) if w.stem}
        right = {w.stem for w in (*theirs[:there], *theirs[there + length :]) if w.stem}
        # Each must say something besides, else the name is all there is to either.
        return min(len(left), len(right)) >= _LEFT_OVER and left.isdisjoint(right)

    @staticmethod
    def _is_quoted(words: Sequence[Word], reading: Reading, at: int) -> bool:
        return _QUOTED.search(reading.text, words[0].start, words[at].start) is not None or (
            _QUOTED.match(reading.text, words[0].start - 1) is not None
        )

    def _are_talks_of_others(self, row: int, column: int) -> bool:
        """Tell whether both tell of a talk, with somebody of whom the other text never tells."""
        ours = self._talkers(self._left, self._facts.left[row], row)
        theirs = self._talkers(self._right, self._facts.right[column], column)
        # Two names that both have make it one talk.
        if min(len(ours), len(theirs)) < _TALKERS or len(ours & theirs) >= _TALKERS:
            return False
        return _has_stranger(ours - theirs, self._right) or _has_stranger(theirs - ours, self._left)

    def _share_a_talk_alone(self, row: int, column: int, nearness: float | None) -> bool:
        """Tell whether nothing is shared but that somebody talks, and when."""
        if nearness is not None and nearness >= _SURELY_ONE_TALK:
            return False
        verbs = words_of(self._language, "talking")
        ours, theirs = self._left.words[row], self._right.words[column]
        if not all(any(word.form in verbs for word in side) for side in (ours, theirs)):
            return False
        left, right = {w.stem for w in ours if w.stem}, {w.stem for w in theirs if w.stem}
        told = {w.stem for w in ours if w.form in verbs or w.form in weekdays(self._language)}
        for met in self._facts.meetings(row, column):
            if met.left.sort is Sort.DATE:
                told |= _around(ours, met.left.span)
        return left & right <= told and min(len(left - told), len(right - told)) >= _TALKERS

    def _talkers(self, reading: Reading, facts: Sequence[Fact], row: int) -> frozenset[str]:
        """Return who talks with whom in a passage, by the keys of their names."""
        words = reading.words[row]
        verbs = words_of(self._language, "talking")
        at = next((n for n, word in enumerate(words) if word.form in verbs), None)
        if at is None:
            return frozenset()
        place = {word.start: n for n, word in enumerate(words)}
        names = [(place.get(f.span.start, -1), f.key) for f in facts if f.sort is Sort.NAME]
        # The last before the verb and the first behind it are who talks.
        before = [key for n, key in names if 0 <= n < at <= n + _FAR_FROM_VERB]
        after = [key for n, key in names if n > at]
        return frozenset((*before[-_TALKERS:], *after[:_TALKERS]))


def _has_stranger(names: frozenset[str], other: Reading) -> bool:
    known = {form for forms in other.forms for form in forms}
    return any(known.isdisjoint(name.split()) for name in names)


def _is_of_many(fact: Fact) -> bool:
    """Tell whether a fact is one that many things have: a figure, a year, a month."""
    if fact.sort is Sort.DATE:
        return fact.key.endswith("-00")
    return fact.sort is Sort.FIGURE


def _names(words: Sequence[Word], language: str) -> bool:
    """Tell whether words in a row hold no verb, so that they name a thing and say nothing of it."""
    verbs, before_nouns = _verbs(language), words_of(language, "before_nouns")
    if any(word.form in verbs or "'" in word.form or "’" in word.form for word in words):
        return False
    return not any(
        _NO_NOUN.fullmatch(word.form) and before.form not in before_nouns
        for before, word in pairwise(words)
    )


@cache
def _verbs(language: str) -> frozenset[str]:
    return words_of(language, "tell_verbs") | words_of(language, "talking")


def _around(words: Sequence[Word], figure: Span) -> set[str]:
    """Return the stems of a figure and of the word after it, what it counts."""
    told = {word.stem for word in words if figure.start <= word.start < figure.end}
    return told | {word.stem for word in [w for w in words if w.start >= figure.end][:1]}
