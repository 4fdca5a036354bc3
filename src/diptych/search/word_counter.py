# SPDX-License-Identifier: MIT
"""From texts to the terms at their places, counting the words as they are written."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

import numpy as np

from diptych.search.known_words import TEXT_END, KnownWords, Numbers
from diptych.search.word_list import WordList, list_of
from diptych.text.indexed_words import indexed_words
from diptych.text.terms import NO_TERM

# A phrase or “near” does not reach from one author to the next.
_GAP = " ".join([NO_TERM] * 100)  # between two values of a field
# No word has one. A form may have one zero byte, before its spelling.
_BEFORE_TERM, _BETWEEN = b"\0\0", b"\1"
_MOST_KNOWN = 400_000  # words remembered with their terms
_WORDS_AT_ONCE = 2_000_000  # of four bytes, that wait to be summed up


class WordCounter:
    """Says texts in terms, and lists the words they are written in.

    Many texts at once: numpy's steps cost the same for one word as for a thousand.
    """

    def __init__(self) -> None:
        self._start()

    def _start(self) -> None:
        self._known: dict[str, KnownWords] = {}
        # A form and its term, by number; 0 counts what has no term and stands in no list.
        self._entries: dict[bytes, int] = {b"": 0}
        self._sorted: list[int] = []
        self._counts = np.zeros(1, np.int64)
        self._waiting: list[Numbers] = []
        self._words_waiting = 0

    @property
    def is_full(self) -> bool:
        """Tell whether more words are known than memory is meant for."""
        # By words of all languages; each has its own terms.
        return sum(map(len, self._known.values())) > _MOST_KNOWN

    def placed(self, values: Sequence[Sequence[str]], language: str) -> list[str]:
        """Return the terms of fields of several values each, in their places, joined by spaces."""
        known = self._known_in(language)
        said = iter(_cut(known.said(_numbers(known, [text for each in values for text in each]))))
        return [f" {_GAP} ".join(islice(said, len(each))) for each in values]

    def counted(self, texts: Sequence[str], language: str) -> list[str]:
        """Return the terms of texts whose words are listed, in their places, joined by spaces."""
        known = self._known_in(language)
        numbers = _numbers(known, texts)
        self._waiting.append(known.entries(numbers))
        self._words_waiting += len(numbers)
        if self._words_waiting > _WORDS_AT_ONCE:
            self._sum_up()
        return _cut(known.said(numbers))

    def list(self, *, only_new: bool = False) -> WordList:
        """Return the list of what was counted, and count it from nothing again.

        With ``only_new`` the words of earlier lists go on being counted for a later one.
        """
        self._sum_up()
        entries = list(self._entries)
        new = sorted(range(len(self._sorted) + 1, len(entries)), key=entries.__getitem__)
        self._sorted = sorted(self._sorted + new, key=entries.__getitem__)
        chosen = np.array(new if only_new and not self.is_full else self._sorted, np.int64)
        chosen = chosen[self._counts[chosen] > 0]
        counts = self._counts[chosen].tolist()
        # What was listed is counted from nothing; the rest goes on.
        self._counts[chosen] = 0
        listed = _BETWEEN.join([entries[number] for number in chosen.tolist()])
        if self.is_full:
            self._start()
        forms_and_terms = listed.replace(_BEFORE_TERM, _BETWEEN).split(_BETWEEN) if listed else []
        return list_of(forms_and_terms[::2], forms_and_terms[1::2], counts)

    def _entered(self, form: str, term: str) -> int:
        """Return the number of a listed form's entry, made when it is new."""
        # One string for both, as many as there are words; it sorts as the form does.
        entry = form.encode("utf-8", "replace") + _BEFORE_TERM + term.encode("utf-8", "replace")
        return self._entries.setdefault(entry, len(self._entries))

    def _known_in(self, language: str) -> KnownWords:
        if language not in self._known:
            self._known[language] = KnownWords(language, self._entered)
        return self._known[language]

    def _sum_up(self) -> None:
        waiting = [np.zeros(0, np.int32), *self._waiting]
        counts = np.bincount(np.concatenate(waiting), minlength=len(self._entries))
        counts[: len(self._counts)] += self._counts
        self._counts, self._waiting, self._words_waiting = counts, [], 0


def _numbers(known: KnownWords, texts: Sequence[str]) -> Numbers:
    """Return the numbers of the words of texts, one after the other."""
    return known.numbers(f" {TEXT_END} ".encode().join(map(indexed_words, texts)))


def _cut(said: str) -> list[str]:
    """Return what each text says; a space stands behind every term."""
    return [text.rstrip(" ") for text in said.split(f"{TEXT_END} ")]
