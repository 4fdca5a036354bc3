# SPDX-License-Identifier: MIT
"""An article made ready for comparing: its passages and their words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, chain

import numpy as np
from numpy.typing import NDArray

from diptych.text.article import Article, BlockKind, Passage, Span
from diptych.text.segment import passages
from diptych.text.words import Word, is_unspaced, words

_HEADINGS = frozenset({BlockKind.TITLE, BlockKind.DECK, BlockKind.HEADING})


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """The passages of one article, each with its words.

    ``forms`` and ``stems`` run parallel to ``passages``; ``stems`` leaves out
    the words that tell nothing. Text without spaces is read in pairs of
    characters, since single ones are too common to tell anything.
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

    def word(self, number: int) -> Word:
        """Return a word by its number in the article."""
        passage = bisect_right(self.first_word, number) - 1
        return self.words[passage][number - self.first_word[passage]]


@lru_cache(maxsize=16)
def read(article: Article) -> Reading:
    """Return the article's passages and words; the last few are remembered."""
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
        stems=tuple(_stems(ws) for ws in per_passage),
        first_word=tuple(accumulate((len(ws) for ws in per_passage), initial=0)),
    )


def by_block(reading: Reading) -> tuple[Reading, NDArray[np.int64]]:
    """Return the reading with a paragraph's passages as one, and which one each went to.

    A line break between two passages parts them too: it may stand for verse.
    """
    owners: list[int] = []
    starts: list[int] = []
    for at, passage in enumerate(reading.passages):
        before = reading.passages[at - 1]
        between = reading.text[before.span.end : passage.span.start] if at else "\n"
        if passage.block != before.block or "\n" in between:
            starts.append(at)
        owners.append(len(starts) - 1)
    ends = [*starts[1:], len(reading)] if starts else []
    pieces = list(zip(starts, ends, strict=True))
    passages = reading.passages
    whole = replace(
        reading,
        passages=tuple(
            Passage(Span(passages[a].span.start, passages[b - 1].span.end), passages[a].block)
            for a, b in pieces
        ),
        words=tuple(tuple(chain.from_iterable(reading.words[a:b])) for a, b in pieces),
        forms=tuple(tuple(chain.from_iterable(reading.forms[a:b])) for a, b in pieces),
        stems=tuple(tuple(chain.from_iterable(reading.stems[a:b])) for a, b in pieces),
        first_word=tuple(reading.first_word[a] for a in starts) + reading.first_word[-1:],
    )
    return whole, np.array(owners, np.int64)


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
