# SPDX-License-Identifier: MIT
"""Turn articles into a segment: every word a number, one sort for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from diptych.search.indexed import (
    WORD_FIELDS,
    Field,
    IndexedArticle,
    StoredArticle,
)
from diptych.search.segment import Array, Ints, Segment, narrow, packed, stored_bytes
from diptych.text.calendar import date_number
from diptych.text.stems import base_language
from diptych.text.terms import (
    indexed_forms,
    is_paired,
    plain_form,
    without_accents,
    words_in,
)

# Between two values of a field, so that no phrase spans two authors or tags.
_GAP = 100
_NO_TERM = 0


class Inverter:
    """Collects articles and gives them as one segment, numbered in the order they came."""

    def __init__(self) -> None:
        self._terms: dict[bytes, int] = {b"": _NO_TERM}
        self._forms: dict[tuple[str, int], int] = {("", _NO_TERM): 0}
        self._numbers: dict[tuple[Field, str], _Numbers] = {}
        self._streams: list[npt.NDArray[np.uint32]] = []
        self._places: list[npt.NDArray[np.uint32]] = []
        self._owners: list[int] = []
        self._lengths: list[list[int]] = []
        self._dates: list[int] = []
        self._stored: list[bytes] = []
        self.words = 0

    def __len__(self) -> int:
        return len(self._dates)

    def add(self, article: IndexedArticle) -> None:
        """Take in one article."""
        language = base_language(article.language)
        values = _word_values(article)
        lengths = [self._add_words(field, values[field], language) for field in WORD_FIELDS]
        for field, names in _whole_values(article, language).items():
            self._add_names(field, names)
        self._lengths.append(lengths)
        self._dates.append(date_number(article.date))
        self._stored.append(
            stored_bytes(
                StoredArticle(
                    article.id,
                    article.title,
                    article.authors,
                    article.source,
                    article.date,
                    article.language,
                    article.tags,
                )
            )
        )
        self.words += sum(lengths)

    def segment(self) -> Segment:
        """Return everything collected so far as one segment."""
        stream, owners, places = self._flat()
        form_terms = np.fromiter((term for _, term in self._forms), np.int64, len(self._forms))
        keys = sorted(self._terms)
        rank = np.empty(len(keys), np.int64)
        rank[[self._terms[key] for key in keys]] = np.arange(len(keys))
        form_ranks = rank[form_terms]
        words = form_ranks[stream]
        order = _order(words)
        words, owners, places = words[order], owners[order], places[order]
        # Rank 0 is "no term": words that analysis dropped sort first and go.
        dropped = int(np.searchsorted(words, 1))
        words, owners, places = words[dropped:] - 1, owners[dropped:], places[dropped:]
        forms = self._vocabulary(np.bincount(stream, minlength=len(self._forms)), form_ranks - 1)
        return assemble(
            keys[1:],
            Postings(words, owners, places),
            forms=forms,
            articles=PerArticle(self._lengths, self._dates, self._stored),
        )

    def _add_words(self, field: Field, values: Sequence[str], language: str) -> int:
        numbers = self._numbers.get((field, language))
        if numbers is None:
            numbers = self._numbers[field, language] = _Numbers(
                field, language, self._terms, self._forms
            )
        base = total = 0
        for value in values:
            forms, more = indexed_forms(value)
            self._append(numbers, forms, base)
            base += len(forms) + 1
            if more:
                self._append(numbers, more, base)
            base += len(more) + _GAP
            total += len(forms) + len(more)
        return total

    def _append(self, numbers: _Numbers, forms: list[str], base: int) -> None:
        count = len(forms)
        self._streams.append(np.fromiter(map(numbers.__getitem__, forms), np.uint32, count))
        self._places.append(np.arange(base, base + count, dtype=np.uint32))
        self._owners.append(len(self))

    def _add_names(self, field: Field, names: Sequence[str]) -> None:
        for name in dict.fromkeys(names):
            key = (field + name).encode("utf-8", "replace")
            term = self._terms.setdefault(key, len(self._terms))
            form = self._forms.setdefault(("", term), len(self._forms))
            self._streams.append(np.array([form], np.uint32))
            self._places.append(np.zeros(1, np.uint32))
            self._owners.append(len(self))

    def _flat(self) -> tuple[Array, Array, Array]:
        if not self._streams:
            nothing = np.empty(0, np.uint32)
            return nothing, nothing, nothing
        sizes = [len(stream) for stream in self._streams]
        owners = np.repeat(np.array(self._owners, np.uint32), sizes)
        return np.concatenate(self._streams), owners, np.concatenate(self._places)

    def _vocabulary(self, counts: Ints, terms: Ints) -> Vocabulary:
        """Return the written forms of titles and texts, sorted, with their terms."""
        chosen = [
            (form.encode("utf-8", "replace"), number)
            for (form, _), number in self._forms.items()
            if form and not is_paired(form)
        ]
        chosen.sort()
        numbers = np.array([number for _, number in chosen], np.int64)
        return Vocabulary([form for form, _ in chosen], terms[numbers], counts[numbers])


class Vocabulary(NamedTuple):
    """Written forms, sorted; for each the number of its term and how often it occurs."""

    written: list[bytes]
    terms: Ints
    counts: Ints


class Postings(NamedTuple):
    """Every word of every article: its term, its article, its position; sorted."""

    words: Ints
    owners: Array
    places: Array


class PerArticle(NamedTuple):
    """What a segment keeps of each article besides its words."""

    lengths: list[list[int]]
    dates: list[int]
    stored: list[bytes]


class _Numbers(dict[str, int]):
    """From a word as written in one field and language to the number of its form."""

    def __init__(
        self,
        field: Field,
        language: str,
        terms: dict[bytes, int],
        forms: dict[tuple[str, int], int],
    ) -> None:
        super().__init__()
        self._words = words_in(language)
        self._key_of = partial(_key, field)
        self._terms = terms
        self._forms = forms
        self._listed = field in (Field.TITLE, Field.BODY)

    def __missing__(self, word: str) -> int:
        term = self._words[word]
        if not term:
            self[word] = 0
            return 0
        number = self._terms.setdefault(self._key_of(term), len(self._terms))
        form = listed_form(word) if self._listed else ""
        self[word] = found = self._forms.setdefault((form, number), len(self._forms))
        return found


def listed_form(word: str) -> str:
    """Return the form a reader's first letters are compared with, then its spelling."""
    spelled = plain_form(word)
    bare = without_accents(spelled)
    return bare if bare == spelled else f"{bare}\0{spelled}"


def _key(field: Field, term: str) -> bytes:
    return (field + term).encode("utf-8", "replace")


def _word_values(article: IndexedArticle) -> dict[Field, Sequence[str]]:
    return {
        Field.TITLE: (article.title,),
        Field.BODY: (article.body,),
        Field.AUTHOR: article.authors,
        Field.SOURCE: (article.source,),
        Field.TAG: article.tags,
    }


def _whole_values(article: IndexedArticle, language: str) -> dict[Field, Sequence[str]]:
    return {
        Field.ID: (article.id,),
        Field.LANGUAGE: (language,) if language else (),
        Field.AUTHOR_NAME: tuple(filter(None, article.authors)),
        Field.SOURCE_NAME: (article.source,) if article.source else (),
        Field.TAG_NAME: tuple(filter(None, article.tags)),
    }


def _order(words: Ints) -> Ints:
    """Return the stable order of ``words``: plain sorting of word and place in one number."""
    keys = (words.astype(np.uint64) << np.uint64(32)) | np.arange(len(words), dtype=np.uint64)
    keys.sort()
    return (keys & np.uint64(0xFFFFFFFF)).astype(np.int64)


def assemble(
    keys: list[bytes], postings: Postings, *, forms: Vocabulary, articles: PerArticle
) -> Segment:
    """Cut the sorted stream where the term or the article changes."""
    words, owners = postings.words, postings.owners.astype(np.int64)
    new_word = np.diff(words, prepend=-1) != 0
    new_pair = new_word | (np.diff(owners, prepend=-1) != 0)
    pair_starts = np.flatnonzero(new_pair)
    word_starts = np.flatnonzero(new_word)
    first_pair = np.append(np.searchsorted(pair_starts, word_starts), len(pair_starts))
    rows = np.array(articles.lengths, np.uint32).reshape(len(articles.dates), len(WORD_FIELDS))
    return Segment(
        terms=packed(keys),
        first_pair=first_pair.astype(np.uint32),
        first_place=np.append(word_starts, len(words)).astype(np.uint32),
        pair_articles=narrow(owners[pair_starts]),
        pair_counts=narrow(np.diff(pair_starts, append=len(words))),
        places=narrow(postings.places.astype(np.int64)),
        forms=packed(forms.written),
        form_terms=forms.terms.astype(np.uint32),
        form_counts=narrow(forms.counts),
        lengths=np.ascontiguousarray(rows.T).reshape(-1),
        dates=np.array(articles.dates, np.uint32),
        stored=packed(articles.stored),
    )
