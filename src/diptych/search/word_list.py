# SPDX-License-Identifier: MIT
"""The words of a library as they are written, for an engine that keeps terms only.

A list is a segment without articles: sorted written forms, each with its term and
how often it occurs. Every commit brings one, idle moments make one of several.
Lists only serve completions, spellings and beginnings of words: one that counts a
word twice, as after a crash, does no harm.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from diptych.search.analysis import indexed_forms, is_unspaced, words_in
from diptych.search.codec import map_file, sync, written
from diptych.search.indexed import WORD_FIELDS, Field
from diptych.search.inverter import listed_form
from diptych.search.segment import Segment, from_bytes, narrow, packed

SUFFIX = ".words"
NO_TERM = "\x1e"
"""One place of a text without a term: it keeps its neighbours apart."""

_GAP = " ".join([NO_TERM] * 100)  # between two values of a field
_MOST_KNOWN = 400_000  # words remembered with their terms
_WORDS_AT_ONCE = 1_000_000
_LISTS_UNITED = 8

_Counts = Mapping[tuple[bytes, bytes], int]


class WordCounter:
    """Turns texts into the terms at their places, counting the words as written."""

    def __init__(self) -> None:
        self._start()

    def _start(self) -> None:
        self._forms = [""]
        self._terms = np.full(1_024, NO_TERM, object)
        self._numbers: dict[str, _Numbers] = {}
        self._waiting: list[npt.NDArray[np.uint32]] = []
        self._words_waiting = 0
        self._counts = np.zeros(1, np.int64)

    def placed(self, texts: Sequence[str], language: str) -> str:
        """Return the terms of a field's values, each in its place."""
        return self._placed(texts, language, lambda _: None)

    def counted(self, texts: Sequence[str], language: str) -> str:
        """Return ``placed``, and count the words for the list."""
        return self._placed(texts, language, self._count)

    @property
    def is_full(self) -> bool:
        """Tell whether more words are known than memory is meant for."""
        return len(self._forms) > _MOST_KNOWN

    def list(self) -> Segment:
        """Return the list of what was counted, and count from nothing again."""
        self._sum_up()
        counts: dict[tuple[bytes, bytes], int] = defaultdict(int)
        for number in np.flatnonzero(self._counts).tolist():
            form = self._forms[number]
            if form:
                term = str(self._terms[number])
                counts[_encoded(form), _encoded(Field.BODY + term)] += int(self._counts[number])
        self._counts[:] = 0
        if self.is_full:
            self._start()
        return _list_of(counts)

    def number(self, word: str, term: str) -> int:
        """Give a word as written its number."""
        number = len(self._forms)
        if number >= len(self._terms):
            self._terms = np.concatenate([self._terms, np.full(number, NO_TERM, object)])
        self._terms[number] = term
        self._forms.append("" if is_unspaced(word) else listed_form(word))
        return number

    def _placed(
        self,
        texts: Sequence[str],
        language: str,
        count: Callable[[npt.NDArray[np.uint32]], None],
    ) -> str:
        if language not in self._numbers:
            self._numbers[language] = _Numbers(self, language)
        number_of = self._numbers[language].__getitem__
        parts = []
        for text in texts:
            forms, more = indexed_forms(text)
            if more:
                forms = [*forms, "", *more]
            numbers = np.fromiter(map(number_of, forms), np.uint32, len(forms))
            count(numbers)
            parts.append(" ".join(self._terms.take(numbers).tolist()))
        return f" {_GAP} ".join(parts)

    def _count(self, numbers: npt.NDArray[np.uint32]) -> None:
        self._waiting.append(numbers)
        self._words_waiting += len(numbers)
        if self._words_waiting > _WORDS_AT_ONCE:
            self._sum_up()

    def _sum_up(self) -> None:
        counts = np.zeros(len(self._forms), np.int64)
        counts[: len(self._counts)] = self._counts
        if self._waiting:
            counts += np.bincount(np.concatenate(self._waiting), minlength=len(counts))
        self._counts, self._waiting, self._words_waiting = counts, [], 0


class _Numbers(dict[str, int]):
    """From a word as written in one language to its number; 0 for what has no term."""

    def __init__(self, counter: WordCounter, language: str) -> None:
        super().__init__()
        self._counter = counter
        self._words = words_in(language)

    def __missing__(self, word: str) -> int:
        term = self._words[word]
        number = self[word] = self._counter.number(word, term) if term else 0
        return number


class WordLists:
    """The lists in one folder; others may add to them and unite them meanwhile."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._opened: dict[str, Segment] = {}

    def add(self, words: Segment) -> None:
        """Write one more list, down to the disk, unless it is empty."""
        if not len(words.forms):
            return
        path = self._folder / f"{uuid.uuid4().hex}{SUFFIX}"
        beside = path.with_suffix(".tmp")
        written(beside, words)
        beside.replace(path)
        sync(self._folder)

    def newest(self) -> tuple[Segment, ...]:
        """Return all lists there are by now."""
        names = sorted(path.name for path in self._folder.glob(f"*{SUFFIX}"))
        before, opened = self._opened, {}
        for name in names:
            known = before.get(name)
            try:
                opened[name] = known or from_bytes(map_file(self._folder / name))
            except FileNotFoundError:
                continue  # united with others meanwhile
        self._opened = opened
        return tuple(opened.values())

    def untidy(self) -> int:
        """Return how many words ``unite`` would write again; 0 when it has nothing to do."""
        return sum(len(self._opened[name].forms) for name in self._united())

    def unite(self, is_known: Callable[[str], bool]) -> None:
        """Make one of many lists, without the words whose term is known no more."""
        names = self._united()
        if not names:
            return
        counts: dict[tuple[bytes, bytes], int] = defaultdict(int)
        known = cache(is_known)
        for name in names:
            words = self._opened[name]
            terms = words.terms.all()
            for form, term, count in zip(
                words.forms.all(),
                words.form_terms.tolist(),
                words.form_counts.tolist(),
                strict=True,
            ):
                if known(terms[term][1:].decode()):
                    counts[form, terms[term]] += count
        self.add(_list_of(counts))
        for name in names:
            self._opened.pop(name)
            (self._folder / name).unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the files."""
        self._opened = {}

    def _united(self) -> list[str]:
        """Return the lists worth uniting: all but those larger than all smaller ones."""
        self.newest()
        if len(self._opened) < _LISTS_UNITED:
            return []
        names = sorted(self._opened, key=lambda name: len(self._opened[name].forms))
        sizes = [len(self._opened[name].forms) for name in names]
        end = max((i + 1 for i in range(1, len(sizes)) if sizes[i] <= sum(sizes[:i])), default=2)
        return names[:end]


def most_frequent_terms(lists: Sequence[Segment], start: str, count: int) -> list[str]:
    """Return the terms of the words that begin with ``start``, the most frequent first."""
    often: dict[str, int] = {}
    prefix = _encoded(start)
    for words in lists:
        found = words.forms_from(prefix)
        terms, which = np.unique(words.form_terms[found.start : found.stop], return_inverse=True)
        times = np.bincount(which, words.form_counts[found.start : found.stop], len(terms))
        for i in np.argsort(-times, kind="stable")[:count].tolist():
            term = words.term_text(int(terms[i]))
            often[term] = often.get(term, 0) + int(times[i])
    return sorted(often, key=lambda term: (-often[term], term))[:count]


def _list_of(counts: _Counts) -> Segment:
    pairs = sorted(counts)
    terms = sorted({term for _, term in pairs})
    number = {term: i for i, term in enumerate(terms)}
    nothing = np.zeros(0, np.uint32)
    return Segment(
        terms=packed(terms),
        first_pair=np.zeros(len(terms) + 1, np.uint32),
        first_place=np.zeros(len(terms) + 1, np.uint32),
        pair_articles=nothing,
        pair_counts=nothing,
        places=nothing,
        forms=packed([form for form, _ in pairs]),
        form_terms=np.array([number[term] for _, term in pairs], np.uint32),
        form_counts=narrow(np.array([counts[pair] for pair in pairs], np.int64)),
        lengths=np.zeros(len(WORD_FIELDS) * 0, np.uint32),
        dates=nothing,
        stored=packed([]),
    )


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "replace")
