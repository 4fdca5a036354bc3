# SPDX-License-Identifier: MIT
"""An article made ready for comparing: its passages and their words."""

from __future__ import annotations

import threading
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import accumulate, chain, pairwise

import numpy as np
from numpy.typing import NDArray

from diptych.compare.connectors import without_connectors
from diptych.compare.counts import TokenCounts, gram_counts, token_counts
from diptych.compare.short_names import without_full_names
from diptych.text.article import Article, BlockKind, Passage, Span
from diptych.text.segment import passages
from diptych.text.tokens import is_unspaced
from diptych.text.words import Word, words
from diptych.values import dataclass

_WORDS_REMEMBERED = 200_000  # of articles; two books, or some sixty articles
_remembered: dict[Article, Reading] = {}  # the latest last
_reading = threading.Lock()  # two threads may read the same article at once
_HEADINGS = frozenset({BlockKind.TITLE, BlockKind.DECK, BlockKind.HEADING})


@dataclass(frozen=True, slots=True, eq=False)
class WordCounts:
    """Content words, letters inside words and all words, counted by passage."""

    stems: TokenCounts
    grams: TokenCounts
    forms: TokenCounts


@dataclass(frozen=True, eq=False)
class Reading:
    """The passages of one article, each with its words.

    ``forms`` and ``stems`` run parallel to ``passages``; ``stems`` leaves out
    the words that tell nothing. Text without spaces is read in pairs of
    characters, since single ones are too common to tell anything. What is
    counted is kept with it, for the next comparison of the article.
    """

    article: Article
    text: str
    passages: tuple[Passage, ...]
    words: tuple[tuple[Word, ...], ...]
    forms: tuple[tuple[str, ...], ...]
    stems: tuple[tuple[str, ...], ...]
    first_word: tuple[int, ...]  # number of each passage's first word; the total at the end

    def __len__(self) -> int:
        return len(self.passages)

    @cached_property
    def counts(self) -> WordCounts:
        """The words of each passage that tell something, counted."""
        return _counted(*self._telling)

    @cached_property
    def counts_around(self) -> tuple[TokenCounts, TokenCounts]:
        """Content words and all words with those of the passage before and the one after."""
        stems, forms = self._telling
        return token_counts(_around(stems)), token_counts(_around(forms))

    @cached_property
    def common_words(self) -> TokenCounts:
        """The stems of each passage that begin with a small letter: no names."""
        text = self.text
        return token_counts(
            [
                [w.stem for w in words if w.stem and not text[w.start].isupper()]
                for words in self.words
            ]
        )

    @cached_property
    def owners(self) -> NDArray[np.int64]:
        """Which paragraph each passage stands in.

        A line break between two passages parts them too: it may stand for verse.
        """
        passages = self.passages
        begins = [
            passage.block != before.block or "\n" in self.text[before.span.end : passage.span.start]
            for before, passage in pairwise(passages)
        ]
        return np.cumsum([0, *begins])[: len(passages)].astype(np.int64)

    @cached_property
    def paragraphs(self) -> Reading:
        """The reading with a paragraph's passages as one."""
        return by_block(self)

    @cached_property
    def _telling(self) -> tuple[list[tuple[str, ...]], list[list[str]]]:
        """The stems and the forms of each passage, full names by their last words."""
        language = self.article.language
        named = without_full_names(self.text, self.words, language=language)
        told = [without_connectors(words, language=language) for words in named]
        return [_stems(words) for words in told], [[word.form for word in ws] for ws in told]

    @property
    def told_forms(self) -> Sequence[Sequence[str]]:
        """The forms of each passage without what only joins it to the one before."""
        return self._telling[1]

    def forms_in_order(self, *, joint: str) -> list[str]:
        """Return all forms; a word that only joins sentences is ``joint`` and its place."""
        found = [word.form for passage in self.words for word in passage]
        for number, start in self._joints:
            found[number] = f"{joint}{start}"
        return found

    @cached_property
    def _joints(self) -> tuple[tuple[int, int], ...]:
        """The number and the place of each word that only joins sentences."""
        language = self.article.language
        found: list[tuple[int, int]] = []
        for first, passage in zip(self.first_word, self.words, strict=False):
            kept = without_connectors(passage, language=language)
            if len(kept) < len(passage):
                starts = {word.start for word in kept}
                left_out = ((n, w.start) for n, w in enumerate(passage) if w.start not in starts)
                found += ((first + n, start) for n, start in left_out)
        return tuple(found)

    @property
    def headings(self) -> tuple[bool, ...]:
        """Whether each passage is a title or a heading, which claims nothing by itself."""
        blocks = self.article.blocks
        return tuple(blocks[passage.block].kind in _HEADINGS for passage in self.passages)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The place of each passage."""
        return tuple(passage.span for passage in self.passages)

    def passages_of_words(self, start: int, end: int) -> range:
        """Return which passages hold the words numbered ``start`` to ``end``."""
        first = bisect_right(self.first_word, start) - 1
        last = bisect_left(self.first_word, end)
        return range(first, min(last, len(self)))

    def is_only_names(self, start: int, end: int) -> bool:
        """Tell whether the words numbered so are names alone, in passages that say more."""
        around = [word for row in self.passages_of_words(start, end) for word in self.words[row]]
        said = {word.start for word in around if word.stem and not self.text[word.start].isupper()}
        return bool(said) and not any(self.word(at).start in said for at in range(start, end))

    def word(self, number: int) -> Word:
        """Return a word by its number in the article."""
        passage = bisect_right(self.first_word, number) - 1
        return self.words[passage][number - self.first_word[passage]]


def read(article: Article) -> Reading:
    """Return the article's passages and words; the last articles are remembered."""
    with _reading:
        reading = _remembered.pop(article, None)  # taken out and put back, it stands last
        if reading is None:
            reading = _read(article)
        _remembered[article] = reading
        # Two at least: a pair that is too long for this must not be read twice.
        while len(_remembered) > 2 and _words_of(_remembered.values()) > _WORDS_REMEMBERED:
            del _remembered[next(iter(_remembered))]
    return reading


def read_once(article: Article) -> Reading:
    """Return the same for a single use: a library that is looked through is not remembered."""
    with _reading:
        return _remembered.get(article) or _read(article)


def _words_of(readings: Iterable[Reading]) -> int:
    return sum(reading.first_word[-1] for reading in readings)


def _read(article: Article) -> Reading:
    text = article.reading_text()
    found = passages(article)
    per_passage = tuple(
        tuple(words(text, p.span.start, p.span.end, language=article.language)) for p in found
    )
    return Reading(
        article=article,
        text=text,
        passages=found,
        words=per_passage,
        forms=tuple(tuple(word.form for word in ws) for ws in per_passage),
        stems=tuple(
            _stems(without_connectors(ws, language=article.language)) for ws in per_passage
        ),
        first_word=tuple(accumulate((len(ws) for ws in per_passage), initial=0)),
    )


def by_block(reading: Reading) -> Reading:
    """Return the reading with a paragraph's passages as one."""
    starts = np.flatnonzero(np.diff(reading.owners, prepend=-1)).tolist()
    pieces = list(zip(starts, [*starts[1:], len(reading)], strict=True)) if starts else []
    passages = reading.passages
    return replace(
        reading,
        passages=tuple(
            Passage(Span(passages[a].span.start, passages[b - 1].span.end), passages[a].block)
            for a, b in pieces
        ),
        words=tuple(tuple(chain.from_iterable(reading.words[a:b])) for a, b in pieces),
        forms=tuple(tuple(chain.from_iterable(reading.forms[a:b])) for a, b in pieces),
        stems=tuple(tuple(chain.from_iterable(reading.stems[a:b])) for a, b in pieces),
        # The number behind the last word, which tells its length.
        first_word=tuple(reading.first_word[a] for a in starts) + reading.first_word[-1:],
    )


def _counted(stems: Sequence[Sequence[str]], forms: Sequence[Sequence[str]]) -> WordCounts:
    return WordCounts(token_counts(stems), gram_counts(forms), token_counts(forms))


def _around(passages: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return each passage's tokens with those of the one before and the one after."""
    return [
        # At the beginning there is none before: -1 would be the last one.
        list(chain.from_iterable(passages[max(0, at - 1) : at + 2]))
        for at in range(len(passages))
    ]


def _stems(found: Sequence[Word]) -> tuple[str, ...]:
    stems: list[str] = []
    previous: Word | None = None
    for word in found:
        if is_unspaced(word.form[0]):
            if previous is not None and previous.end == word.start:
                stems.append(previous.form + word.form)
            previous = word
        else:
            previous = None
            if word.stem:
                stems.append(word.stem)
    return tuple(stems)
