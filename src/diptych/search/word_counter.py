# SPDX-License-Identifier: MIT
"""From texts to the terms at their places, counting the words as they are written."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

import numpy as np
import numpy.typing as npt

from diptych.search.word_list import Entry, WordList, form_of, list_of
from diptych.text.terms import (
    LONGEST_TERM,
    NO_TERM,
    indexed_forms,
    is_paired,
    plain_form,
    terms_of,
    without_accents,
)

# A phrase or “near” does not reach from one author to the next.
_GAP = " ".join([NO_TERM] * 100)  # between two values of a field
_MOST_KNOWN = 400_000  # words remembered with their terms
# A small library is counted whole.
_TEXTS_COUNTED = 2_000
# Of more a sample tells the frequent words; counting looks each word up a second time.
_ONE_COUNTED_OF = 32
# Four bytes a word: some megabytes wait to be summed up.
_TEXTS_AT_ONCE = 1_000

_Numbers = list[npt.NDArray[np.uint32]]


class WordCounter:
    """Says texts in terms, and lists the words they are written in.

    Looking words up is most of the work: in a large build they are counted in some
    of the texts, which tells the frequent ones as well. A new one is always listed.
    """

    def __init__(self) -> None:
        self._start()

    def _start(self) -> None:
        self._terms: dict[str, _Terms] = {}
        # Number 0 counts what has no term and stands in no list.
        self._entries: dict[Entry, int] = {(b"", b""): 0}
        self._sorted: list[tuple[Entry, int]] = []
        self._counts = np.zeros(1, np.int64)
        self._waiting: _Numbers = []
        self._sampled: _Numbers = []
        self._new: list[int] = []
        self._texts = 0

    @property
    def is_full(self) -> bool:
        """Tell whether more words are known than memory is meant for."""
        # By words of all languages; each has its own terms.
        return sum(map(len, self._terms.values())) > _MOST_KNOWN

    def placed(self, texts: Sequence[str], language: str) -> str:
        """Return the terms of a field's values, each in its place, joined by spaces."""
        terms = self._terms_in(language)
        return f" {_GAP} ".join(terms.placed(_forms_of(text)) for text in texts)

    def counted(self, text: str, language: str) -> str:
        """Return ``placed`` of one text whose words are listed."""
        terms, forms = self._terms_in(language), _forms_of(text)
        placed = terms.placed(forms)
        self._texts += 1
        if self._texts <= _TEXTS_COUNTED:
            self._new = []
            self._count(terms, forms, self._waiting)
        elif self._texts % _ONE_COUNTED_OF == 0:
            self._count(terms, forms, self._sampled)
        return placed

    def list(self, *, only_new: bool = False) -> WordList:
        """Return the list of what was counted, and count it from nothing again.

        With ``only_new`` the words of earlier lists go on being counted for a later one.
        """
        self._sum_up()
        new = sorted(islice(self._entries.items(), len(self._sorted) + 1, None), key=form_of)
        self._sorted = sorted(self._sorted + new, key=form_of) if self._sorted else new
        chosen = new if only_new and not self.is_full else self._sorted
        counts = self._counts.tolist()
        listed = [(entry, counts[n]) for entry, n in chosen if counts[n] and entry[0]]
        # What was listed is counted from nothing; the rest goes on.
        self._counts[[n for _, n in chosen]] = 0
        if self.is_full:
            self._start()
        return list_of(listed)

    def entered(self, form: str, term: str) -> int:
        """Return the number of a listed form's entry, made when it is new."""
        entry = form.encode("utf-8", "replace"), term.encode("utf-8", "replace")
        number = self._entries.setdefault(entry, len(self._entries))
        self._new.append(number)
        return number

    def _terms_in(self, language: str) -> _Terms:
        if language not in self._terms:
            self._terms[language] = _Terms(self, language)
        return self._terms[language]

    def _count(self, terms: _Terms, forms: Sequence[str], among: _Numbers) -> None:
        numbers = map(terms.numbers.__getitem__, forms)
        among.append(np.fromiter(numbers, np.uint32, len(forms)))
        if len(among) > _TEXTS_AT_ONCE:
            self._sum_up()

    def _sum_up(self) -> None:
        counts = self._times([np.array(self._new, np.uint32), *self._waiting])
        # One text stands for as many as were passed over.
        counts += _ONE_COUNTED_OF * self._times(self._sampled)
        counts[: len(self._counts)] += self._counts
        self._counts, self._waiting, self._sampled, self._new = counts, [], [], []

    def _times(self, numbers: _Numbers) -> npt.NDArray[np.int64]:
        """Return how often each entry stands among the numbers."""
        every = np.concatenate(numbers) if numbers else np.zeros(0, np.uint32)
        return np.bincount(every, minlength=len(self._entries))


class _Terms:
    """From a word as written in one language to its term, or to what stands for none."""

    def __init__(self, counter: WordCounter, language: str) -> None:
        self._terms: dict[str, str] = {}
        self.numbers: dict[str, int] = {}
        self._counter = counter
        self._language = language

    def __len__(self) -> int:
        return len(self._terms)

    def placed(self, forms: Sequence[str]) -> str:
        """Return the terms of a text's forms, each in its place, joined by spaces."""
        self._learn(set(forms).difference(self._terms))
        return " ".join(map(self._terms.__getitem__, forms))

    def _learn(self, new: set[str]) -> None:
        words = list(new)
        plain = [word if _is_plain(word) else plain_form(word) for word in words]
        for word, form, term in zip(words, plain, terms_of(plain, self._language), strict=True):
            listed = "" if is_paired(word) else _listed_form(form)
            self.numbers[word] = self._counter.entered(listed, term) if term else 0
            # One string for both where they are equal: memory is what looking up waits for.
            self._terms[word] = (word if term == word else term) or NO_TERM


def _is_plain(word: str) -> bool:
    """Tell whether a word is its plain form, as nearly all are that stand in plain lines."""
    return len(word) <= LONGEST_TERM and word.isascii() and word.isalnum() and word.islower()


def _forms_of(text: str) -> list[str]:
    forms, more = indexed_forms(text)
    # An empty form keeps the further ones from standing beside the last word.
    return [*forms, "", *more] if more else forms


def _listed_form(spelled: str) -> str:
    """Return the form a reader's first letters are compared with, then its spelling."""
    bare = without_accents(spelled)
    return bare if bare == spelled else f"{bare}\0{spelled}"
