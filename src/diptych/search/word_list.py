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
from collections.abc import Callable, Sequence
from functools import cache
from itertools import islice
from pathlib import Path

import numpy as np
import numpy.typing as npt

from diptych.search.codec import map_file, sync, written
from diptych.search.indexed import Field
from diptych.search.inverter import listed_form
from diptych.search.segment import Segment, from_bytes, narrow, packed
from diptych.text.terms import indexed_forms, is_paired, words_in

SUFFIX = ".words"
NO_TERM = "\x1e"
"""One place of a text without a term: it keeps its neighbours apart."""

_GAP = " ".join([NO_TERM] * 100)  # between two values of a field
_MOST_KNOWN = 400_000  # words remembered with their terms
_TEXTS_COUNTED = 2_000
_ONE_COUNTED_OF = 32
_TEXTS_AT_ONCE = 1_000
_FEWEST_UNITED = 3
_MOST_LISTS = 8

_Entry = tuple[bytes, bytes]  # a written form and the key of its term
_Numbers = list[npt.NDArray[np.uint32]]


class WordCounter:
    """Turns texts into the terms at their places, counting the words as written.

    Looking words up is most of the work: in a large build they are counted in some
    of the texts, which tells the frequent ones as well. A new one is always listed.
    """

    def __init__(self) -> None:
        self._start()

    def _start(self) -> None:
        self._terms: dict[str, _Terms] = {}
        self._entries: dict[_Entry, int] = {(b"", b""): 0}
        self._sorted: list[tuple[_Entry, int]] = []
        self._counts = np.zeros(1, np.int64)
        self._waiting: _Numbers = []
        self._sampled: _Numbers = []
        self._new: list[int] = []
        self._texts = 0

    @property
    def is_full(self) -> bool:
        """Tell whether more words are known than memory is meant for."""
        return sum(map(len, self._terms.values())) > _MOST_KNOWN

    def placed(self, texts: Sequence[str], language: str) -> str:
        """Return the terms of a field's values, each in its place."""
        term_of = self._terms_in(language).__getitem__
        placed = [" ".join(map(term_of, _forms_of(text))) for text in texts]
        return f" {_GAP} ".join(placed)

    def counted(self, text: str, language: str) -> str:
        """Return ``placed`` of one text whose words are listed."""
        terms, forms = self._terms_in(language), _forms_of(text)
        placed = " ".join(map(terms.__getitem__, forms))
        self._texts += 1
        if self._texts <= _TEXTS_COUNTED:
            self._new = []
            self._count(terms, forms, self._waiting)
        elif self._texts % _ONE_COUNTED_OF == 0:
            self._count(terms, forms, self._sampled)
        return placed

    def list(self, *, only_new: bool = False) -> Segment:
        """Return the list of what was counted, and count it from nothing again.

        With ``only_new`` the words of earlier lists go on being counted for a later one.
        """
        self._sum_up()
        new = sorted(islice(self._entries.items(), len(self._sorted) + 1, None))
        self._sorted = sorted(self._sorted + new)
        chosen = new if only_new and not self.is_full else self._sorted
        counts = self._counts.tolist()
        listed = [(entry, counts[n]) for entry, n in chosen if counts[n] and entry[0]]
        self._counts[[n for _, n in chosen]] = 0
        if self.is_full:
            self._start()
        return _list_of(listed)

    def entered(self, word: str, term: str) -> int:
        """Return the number of a word's entry in the list, made when it is new."""
        form = "" if is_paired(word) else listed_form(word)
        entry = _encoded(form), _encoded(Field.BODY + term)
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
        counts += _ONE_COUNTED_OF * self._times(self._sampled)
        counts[: len(self._counts)] += self._counts
        self._counts, self._waiting, self._sampled, self._new = counts, [], [], []

    def _times(self, numbers: _Numbers) -> npt.NDArray[np.int64]:
        """Return how often each entry stands among the numbers."""
        every = np.concatenate(numbers) if numbers else np.zeros(0, np.uint32)
        return np.bincount(every, minlength=len(self._entries))


class _Terms(dict[str, str]):
    """From a word as written in one language to its term, or to what stands for none."""

    def __init__(self, counter: WordCounter, language: str) -> None:
        super().__init__()
        self.numbers: dict[str, int] = {}
        self._counter = counter
        self._words = words_in(language)

    def __missing__(self, word: str) -> str:
        term = self._words[word]
        self.numbers[word] = self._counter.entered(word, term) if term else 0
        # One string for both where they are equal: memory is what looking up waits for.
        found = self[word] = (word if term == word else term) or NO_TERM
        return found


class WordLists:
    """The lists in one folder; others may add to them and unite them meanwhile."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._opened: dict[str, Segment] = {}
        self._counter = WordCounter()
        self._relied_on: list[Path] = []

    def counter(self) -> WordCounter:
        """Return what counts words for the next list: it knows which stand in one already."""
        if not all(path.exists() for path in self._relied_on):
            self.count_anew()
        return self._counter

    def count_anew(self) -> None:
        """Forget what was counted and which words are listed."""
        self._counter, self._relied_on = WordCounter(), []

    def keep(self, *, only_new: bool = False) -> None:
        """Write what was counted as one more list, down to the disk."""
        words = self._counter.list(only_new=only_new)
        if len(words.forms):
            self._relied_on.append(self._kept(words))

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
        counts: dict[_Entry, int] = defaultdict(int)
        known = cache(is_known)
        for name in names:
            words = self._opened[name]
            terms = words.terms.all()
            times = zip(words.form_terms.tolist(), words.form_counts.tolist(), strict=True)
            for form, (term, count) in zip(words.forms.all(), times, strict=True):
                if known(terms[term][1:].decode()):
                    counts[form, terms[term]] += count
        self._kept(_list_of(sorted(counts.items())))
        for name in names:
            self._opened.pop(name)
            (self._folder / name).unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the files."""
        self._opened = {}

    def _kept(self, words: Segment) -> Path:
        path = self._folder / f"{uuid.uuid4().hex}{SUFFIX}"
        beside = path.with_suffix(".tmp")
        written(beside, words)
        beside.replace(path)
        sync(self._folder)
        return path

    def _united(self) -> list[str]:
        """Return the lists worth uniting: all but those larger than all smaller ones.

        A large list is not written again for the sake of a small one before there are many.
        """
        self.newest()
        if len(self._opened) < _FEWEST_UNITED:
            return []
        names = sorted(self._opened, key=lambda name: len(self._opened[name].forms))
        sizes = [len(self._opened[name].forms) for name in names]
        alike = (i + 1 for i in range(1, len(sizes)) if sizes[i] <= sum(sizes[:i]))
        end = max(alike, default=2 if len(sizes) >= _MOST_LISTS else 0)
        return names[:end]


def most_frequent_terms(lists: Sequence[Segment], start: str, count: int) -> list[str]:
    """Return the terms of the words that begin with ``start``, the most frequent first."""
    often: dict[str, int] = {}
    prefix = _encoded(start)
    for words in lists:
        found = words.forms_from(prefix)
        terms, which = np.unique(words.form_terms[found.start : found.stop], return_inverse=True)
        times = np.bincount(which, words.form_counts[found.start : found.stop], len(terms))
        chosen = np.argsort(-times, kind="stable")[:count]
        chosen_times = times[chosen].tolist()
        for term, time in zip(words.term_texts(terms[chosen]), chosen_times, strict=True):
            often[term] = often.get(term, 0) + time
    return sorted(often, key=lambda term: (-often[term], term))[:count]


def _forms_of(text: str) -> list[str]:
    forms, more = indexed_forms(text)
    return [*forms, "", *more] if more else forms


def _list_of(listed: Sequence[tuple[_Entry, int]]) -> Segment:
    """Return a list of sorted entries and their counts."""
    # Stems stand almost in the order of their words, and such are sorted soon.
    terms = sorted(dict.fromkeys(term for (_, term), _ in listed))
    number = {term: i for i, term in enumerate(terms)}
    nothing = np.zeros(0, np.uint32)
    return Segment(
        terms=packed(terms),
        first_pair=np.zeros(len(terms) + 1, np.uint32),
        first_place=np.zeros(len(terms) + 1, np.uint32),
        pair_articles=nothing,
        pair_counts=nothing,
        places=nothing,
        forms=packed([form for (form, _), _ in listed]),
        form_terms=np.array([number[term] for (_, term), _ in listed], np.uint32),
        form_counts=narrow(np.array([count for _, count in listed], np.int64)),
        lengths=nothing,
        dates=nothing,
        stored=packed([]),
    )


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "replace")
