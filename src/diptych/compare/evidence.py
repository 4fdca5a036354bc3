# SPDX-License-Identifier: MIT
"""Why two passages match, in terms a reader can check."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, pairwise

from diptych.compare.reading import Reading
from diptych.compare.same_claim import Cells
from diptych.compare.same_facts import FactTable
from diptych.compare.same_words import Run
from diptych.compare.shared_wording import longest_run
from diptych.compare.stance import stance_of_passages, tells_only
from diptych.compare.values import Evidence, SharedWord, Stance
from diptych.compare.word_changes import Passages
from diptych.text.article import Span, united
from diptych.text.words import Word

_WORDS_TOLD = 8
_RARITY_TOLD = 0.8  # ln scale: words in nearly half of the passages tell nothing


class Witness:
    """Gives evidence for matches of one pair of articles."""

    def __init__(self, left: Reading, right: Reading, cells: Cells, facts: FactTable) -> None:
        self._left = left
        self._right = right
        self._facts = facts
        field = cells.stems
        self._rarity = dict(zip(field.names, field.rarity.tolist(), strict=True))
        self._passages = dict(zip(field.names, field.frequency.tolist(), strict=True))

    def tell(
        self,
        rows: Sequence[int],
        columns: Sequence[int],
        members: Sequence[tuple[int, int]],
        *,
        sure: Sequence[tuple[int, int]],
        runs: Sequence[Run] = (),
        scores: Evidence,
    ) -> Evidence:
        """Return ``scores`` with what is shared by these passages; ``members`` their pairs.

        Figures and claims are set against each other only in the ``sure`` ones.
        """
        shared = self._shared_stems(rows, columns)
        # Equally rare ones in the order of the alphabet, so that the same eight are told each
        # time.
        told = sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:_WORDS_TOLD]
        met = [m for row, column in members for m in self._facts.meetings(row, column)]
        differing = [d for row, column in sure for d in self._facts.differing(row, column)]
        left, right = self._words(rows, columns)
        # What is underlined is what the card says.
        stems = frozenset(word for word, _ in told)
        left_marks = [*_standing(left, stems), *(m.left.span for m in met)]
        right_marks = [*_standing(right, stems), *(m.right.span for m in met)]
        for run in runs:
            left_marks += _run_mark(self._left, run.left_start, run.left_end, rows)
            right_marks += _run_mark(self._right, run.right_start, run.right_end, columns)
        stretches = [self._stretches(run, rows, columns) for run in runs]
        unbroken = longest_run(left, right)[2]
        return replace(
            scores,
            shared_words=tuple(
                SharedWord(
                    word,
                    round(rarity, 2),
                    _written(word, left, self._left.text),
                    self._passages[word],
                    _written(word, right, self._right.text),
                )
                for word, rarity in told
            ),
            facts=self._facts.told(met),
            differing=self._facts.told_differing(differing),
            left_marks=united(left_marks),
            right_marks=united(right_marks),
            stance=self._stance(sure),
            shared_run=max([*map(sum, stretches), unbroken]),
            in_a_row=max([*chain(*stretches), unbroken]),
        )

    def _stretches(self, run: Run, rows: Sequence[int], columns: Sequence[int]) -> list[int]:
        """Count the equal words of each stretch of a run inside these passages on both sides."""
        # A run may go through several passages, each of which has a match of its own.
        ours, theirs = self._left.first_word, self._right.first_word
        top, end = ours[rows[0]], ours[rows[-1] + 1]
        top_across, end_across = theirs[columns[0]], theirs[columns[-1] + 1]
        return [
            max(
                0,
                min(length, end - left, end_across - right)
                - max(0, top - left, top_across - right),
            )
            for left, right, length in run.stretches
        ]

    def _stance(self, sure: Sequence[tuple[int, int]]) -> Stance:
        language = self._left.article.language
        # What denies is counted by one language's words.
        if language != self._right.article.language:
            return Stance.UNKNOWN
        told = (
            self._stance_of(row, column, language)
            for row, column in sure
            if not self._facts.join(row, column)  # the same day or figure: told of one thing
        )
        if Stance.DENIES in told:
            return Stance.DENIES
        return Stance.DIFFERS if any(self._is_exceeded(*cell) for cell in sure) else Stance.UNKNOWN

    def _is_exceeded(self, row: int, column: int) -> bool:
        """Tell whether one side has only what the other has more of: 2.4 GHz, and 5 GHz."""
        left, right = self._facts.one_side_has_more(row, column)
        if left == right:
            return False
        words = self._right.words[column] if left else self._left.words[row]
        return tells_only(words, self._left.article.language)

    def _stance_of(self, row: int, column: int, language: str) -> Stance:
        left, right = self._left, self._right
        spans = left.passages[row].span, right.passages[column].span
        return stance_of_passages(
            Passages(left.text, right.text, *spans, language, language),
            (left.words[row], right.words[column]),
            self._rarity,
        )

    def _words(self, rows: Sequence[int], columns: Sequence[int]) -> tuple[list[Word], list[Word]]:
        return (
            [word for row in rows for word in self._left.words[row]],
            [word for column in columns for word in self._right.words[column]],
        )

    def _shared_stems(self, rows: Sequence[int], columns: Sequence[int]) -> dict[str, float]:
        ours = {stem for row in rows for stem in self._left.stems[row]}
        theirs = {stem for column in columns for stem in self._right.stems[column]}
        shared = sorted(ours & theirs)
        return {s: self._rarity[s] for s in shared if self._rarity.get(s, 0) >= _RARITY_TOLD}


def _written(stem: str, words: Sequence[Word], text: str) -> str:
    """Return a word as the text writes it first; what is read in pairs stays so."""
    return next((text[w.start : w.end] for w in words if w.stem == stem), stem)


def _standing(words: Sequence[Word], stems: frozenset[str]) -> list[Span]:
    marks = [Span(word.start, word.end) for word in words if word.stem in stems]
    # Text without spaces is read in pairs of characters: one stem, two words.
    for first, second in pairwise(words):
        if first.end == second.start and first.form + second.form in stems:
            marks.append(Span(first.start, second.end))
    return marks


def _run_mark(reading: Reading, start: int, end: int, passages: Sequence[int]) -> list[Span]:
    """Return the place of the words ``start`` to ``end`` inside the passages."""
    # A run may go through several passages; only what lies in these is marked.
    start = max(start, reading.first_word[passages[0]])
    end = min(end, reading.first_word[passages[-1] + 1])
    if start >= end:
        return []
    return [Span(reading.word(start).start, reading.word(end - 1).end)]
