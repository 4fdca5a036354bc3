# SPDX-License-Identifier: MIT
"""Which articles of some segments answer an expression, and how well.

Articles of all segments are numbered through; an answer is a mask and a score
for each of them. Scores are BM25 (Robertson and Zaragoza, "The Probabilistic
Relevance Framework", 2009), a title word counting more than one of the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from diptych.search.expression import (
    And,
    Dated,
    Fuzzy,
    In,
    InLanguage,
    Leaf,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Word,
)
from diptych.search.indexed import Field, StoredArticle
from diptych.search.segment import Ints, Segment
from diptych.search.spelling import close_forms
from diptych.text.terms import is_paired, plain_form, without_accents

Mask = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float32]

_SATURATION = 1.2
_LENGTH_SHARE = 0.75
_WEIGHTS = {Field.TITLE: 2.0}
_DEFAULT_FIELDS = (Field.TITLE, Field.BODY)
# An article's number and a position in it, in one integer.
_ARTICLE_BITS = 32


@dataclass(frozen=True, slots=True)
class Answer:
    """For each article whether it answers, and its score where it does."""

    which: Mask
    scores: Floats


class Library:
    """Some segments seen as one list of articles, some of them deleted."""

    def __init__(self, segments: Sequence[Segment], deleted: Sequence[frozenset[int]]) -> None:
        self.segments = tuple(segments)
        sizes = [len(segment) for segment in segments]
        self.bases = [sum(sizes[:i]) for i in range(len(sizes))]
        self.size = sum(sizes)
        self.alive: Mask = np.ones(self.size, bool)
        for base, gone in zip(self.bases, deleted, strict=True):
            self.alive[[base + number for number in gone]] = False
        self._lengths: dict[Field, tuple[Floats, float]] = {}
        # A page of answers and their counts are asked for one after the other.
        self.last: tuple[Node, Answer] | None = None

    @cached_property
    def dates(self) -> Ints:
        """The articles' dates as numbers, see ``date_number``."""
        return _joined([segment.dates.astype(np.int64) for segment in self.segments])

    def parts(self) -> Iterator[tuple[int, Segment]]:
        """Yield each segment with the number of its first article."""
        return zip(self.bases, self.segments, strict=True)

    def relative_lengths(self, field: Field) -> Floats:
        """Return each article's words in a field, the average article having 1.0."""
        if field not in self._lengths:
            rows = [segment.field_lengths(field).astype(np.float32) for segment in self.segments]
            lengths = np.concatenate(rows) if rows else np.empty(0, np.float32)
            average = float(lengths.sum()) / max(1, self.size)
            self._lengths[field] = (lengths / max(average, 1e-9), average)
        return self._lengths[field][0]

    def article(self, number: int) -> StoredArticle:
        """Return what is stored of an article."""
        i = max(k for k, base in enumerate(self.bases) if base <= number)
        return self.segments[i].article(number - self.bases[i])

    def holding(self, field: Field, name: str) -> Mask:
        """Return which articles have a whole value, such as a language or a tag."""
        which = np.zeros(self.size, bool)
        key = (field + name).encode("utf-8", "replace")
        for base, segment in self.parts():
            term = segment.term(key)
            if term is not None:
                which[base + segment.articles(term).astype(np.int64)] = True
        return which

    def named(self, field: Field, which: Mask) -> dict[str, int]:
        """Count the whole values of a field among some articles."""
        counts: dict[str, int] = {}
        for base, segment in self.parts():
            terms = segment.terms_from(field.encode())
            if not terms:
                continue
            firsts = segment.first_pair[terms.start : terms.stop + 1].astype(np.int64)
            owners = segment.pair_articles[firsts[0] : firsts[-1]]
            living = which[base : base + len(segment)][owners]
            found = np.add.reduceat(living, firsts[:-1] - firsts[0], dtype=np.int64)
            for i in np.flatnonzero(found).tolist():
                word = segment.term_text(terms.start + i)
                counts[word] = counts.get(word, 0) + int(found[i])
        return counts


def evaluate(node: Node, library: Library) -> Answer:
    """Return which articles answer ``node``; deleted ones never do."""
    if library.last is None or library.last[0] != node:
        answer = _Evaluation(library).answer(node, _DEFAULT_FIELDS)
        library.last = node, Answer(answer.which & library.alive, answer.scores)
    return library.last[1]


class _Evaluation:
    def __init__(self, library: Library) -> None:
        self._library = library

    def answer(self, node: Node, fields: Sequence[Field]) -> Answer:
        if isinstance(node, And):
            return self._all([self.answer(part, fields) for part in node.parts])
        if isinstance(node, Or):
            return self._any([self.answer(part, fields) for part in node.parts])
        if isinstance(node, Not):
            return self._unscored(~self.answer(node.part, fields).which)
        if isinstance(node, In):
            return self.answer(node.part, (node.field,))
        if isinstance(node, Dated):
            return self._unscored(self._dated(node))
        if isinstance(node, InLanguage):
            return self._unscored(self._library.holding(Field.LANGUAGE, node.code))
        if isinstance(node, Near):
            return self._near(node, fields)
        if isinstance(node, Phrase):
            return self._phrase(node, fields)
        return self._any([self._counted(node, field) for field in fields])

    def _unscored(self, which: Mask) -> Answer:
        return Answer(which, np.zeros(self._library.size, np.float32))

    def _all(self, answers: list[Answer]) -> Answer:
        which = np.logical_and.reduce([answer.which for answer in answers])
        return Answer(which, np.sum([answer.scores for answer in answers], axis=0))

    def _any(self, answers: list[Answer]) -> Answer:
        which = np.logical_or.reduce([answer.which for answer in answers])
        return Answer(which, np.sum([answer.scores for answer in answers], axis=0))

    def _dated(self, node: Dated) -> Mask:
        dates = self._library.dates
        which = dates >= max(node.since, 1)
        return which & (dates < node.until) if node.until else which

    def _counted(self, leaf: Leaf, field: Field) -> Answer:
        """Score a leaf's terms as if they were one word."""
        library = self._library
        counts = np.zeros(library.size, np.float32)
        for base, segment in library.parts():
            pairs = _ranges(segment.first_pair, _terms(leaf, field, segment))
            if len(pairs):
                found = np.bincount(
                    segment.pair_articles[pairs], segment.pair_counts[pairs], len(segment)
                )
                counts[base : base + len(segment)] = found
        return self._scored(field, counts)

    def _scored(self, field: Field, counts: Floats) -> Answer:
        library = self._library
        which = counts > 0
        articles = np.flatnonzero(which)
        scores = np.zeros(library.size, np.float32)
        if len(articles):
            rarity = np.log(library.size / (len(articles) + 1)) + 1
            often = counts[articles]
            lengths = library.relative_lengths(field)[articles]
            damping = _SATURATION * (1 - _LENGTH_SHARE + _LENGTH_SHARE * lengths)
            weight = _WEIGHTS.get(field, 1.0) * rarity * (_SATURATION + 1)
            scores[articles] = weight * often / (often + damping)
        return Answer(which, scores)

    def _phrase(self, node: Phrase, fields: Sequence[Field]) -> Answer:
        answers = []
        for field in fields:
            starts = [_places(node, field, base, s)[0] for base, s in self._library.parts()]
            answers.append(self._standing(starts, node, field))
        return self._any(answers)

    def _near(self, node: Near, fields: Sequence[Field]) -> Answer:
        answers = []
        for field in fields:
            found = []
            for base, segment in self._library.parts():
                left = _places(node.left, field, base, segment)
                right = _places(node.right, field, base, segment)
                found.append(_within(left, right, node.distance))
            answers.append(self._standing(found, node, field))
        return self._any(answers)

    def _standing(self, starts: list[Ints], node: Node, field: Field) -> Answer:
        """Answer with the articles of these starts, scored by the words they hold."""
        which = np.zeros(self._library.size, bool)
        which[_joined(starts) >> _ARTICLE_BITS] = True
        scores = self.answer(_words_of(node), (field,)).scores
        return Answer(which, np.where(which, scores, np.float32(0)))


def _terms(leaf: Leaf, field: Field, segment: Segment) -> Ints:
    """Return the numbers of a leaf's terms."""
    if isinstance(leaf, Word):
        return _numbers(segment, field, leaf.terms)
    if isinstance(leaf, Prefix):
        return _beginning(segment, field, leaf.written)
    if isinstance(leaf, Fuzzy):
        return _resembling(segment, field, leaf.written, leaf.distance)
    raise TypeError(f"{type(leaf).__name__} has no terms of its own")


def _places(node: Node, field: Field, base: int, segment: Segment) -> tuple[Ints, Ints]:
    """Return where an expression starts and ends in a segment, sorted by start."""
    if isinstance(node, Phrase):
        return _phrase_places(node, field, base, segment)
    if isinstance(node, And | Or):
        found = [_places(part, field, base, segment) for part in node.parts]
        starts = _joined([start for start, _ in found])
        ends = _joined([end for _, end in found])
        order = np.argsort(starts, kind="stable")
        return starts[order], ends[order]
    if isinstance(node, Word | Prefix | Fuzzy):
        starts = _positions(segment, _terms(node, field, segment), base, None)
        return starts, starts + 1
    return np.empty(0, np.int64), np.empty(0, np.int64)


def _phrase_places(node: Phrase, field: Field, base: int, segment: Segment) -> tuple[Ints, Ints]:
    """Follow the rarest word first, so that common ones are read where it stands only."""
    numbers = [_numbers(segment, field, terms) for terms in node.parts]
    sizes = [len(_ranges(segment.first_pair, part)) for part in numbers]
    starts: Ints | None = None
    for i in sorted(range(len(numbers)), key=sizes.__getitem__):
        among = None
        if starts is not None:
            among = np.zeros(len(segment), bool)
            among[(starts >> _ARTICLE_BITS) - base] = True
        found = _positions(segment, numbers[i], base, among) - i
        starts = found if starts is None else np.intersect1d(starts, found, assume_unique=True)
        if not len(starts):
            break
    if starts is None:
        starts = np.empty(0, np.int64)
    return starts, starts + len(node.parts)


def _words_of(node: Node) -> Node:
    """Return a positional expression as the plain words it is scored by."""
    if isinstance(node, Phrase):
        return Or(tuple(Word(node.written, terms) for terms in node.parts))
    if isinstance(node, Near):
        return Or((_words_of(node.left), _words_of(node.right)))
    if isinstance(node, And | Or):
        return Or(tuple(_words_of(part) for part in node.parts))
    return node


def _numbers(segment: Segment, field: Field, terms: Sequence[str]) -> Ints:
    found = (segment.term((field + term).encode("utf-8", "replace")) for term in terms)
    return np.array([number for number in found if number is not None], np.int64)


def _beginning(segment: Segment, field: Field, written: str) -> Ints:
    """Return the terms of the words that begin with some letters.

    Titles and texts are asked by their written words, since a stem may be
    shorter than what was typed; other fields by their terms.
    """
    start = without_accents(plain_form(written))
    if is_paired(written) or field not in _DEFAULT_FIELDS:
        terms = segment.terms_from((field + start).encode("utf-8", "replace"))
        return np.arange(terms.start, terms.stop, dtype=np.int64)
    forms = segment.forms_from(start.encode("utf-8", "replace"))
    return _terms_of_forms(segment, field, slice(forms.start, forms.stop))


def _resembling(segment: Segment, field: Field, written: str, distance: int) -> Ints:
    numbers = [number for number, _ in close_forms(segment, written, distance)]
    return _terms_of_forms(segment, field, np.array(numbers, np.int64))


def _terms_of_forms(segment: Segment, field: Field, forms: slice | Ints) -> Ints:
    terms = np.unique(segment.form_terms[forms].astype(np.int64))
    own = segment.terms_from(field.encode())
    return terms[(terms >= own.start) & (terms < own.stop)]


def _ranges(first: npt.NDArray[np.unsignedinteger], numbers: Ints) -> Ints:
    """Return all indices from ``first[n]`` up to ``first[n+1]`` for each number n."""
    starts = first[numbers].astype(np.int64)
    counts = first[numbers + 1].astype(np.int64) - starts
    shift = np.repeat(starts - (np.cumsum(counts) - counts), counts)
    return shift + np.arange(len(shift))


def _positions(segment: Segment, terms: Ints, base: int, among: Mask | None) -> Ints:
    """Return where terms stand, as article and position in one number, sorted."""
    found = []
    for term in terms.tolist():
        articles = segment.articles(term)
        chosen = among[articles] if among is not None else np.ones(len(articles), bool)
        owners, places = segment.positions(term, chosen)
        found.append(((owners + base) << _ARTICLE_BITS) + places)
    starts = _joined(found)
    if len(found) > 1:
        starts.sort()
    return starts


def _within(left: tuple[Ints, Ints], right: tuple[Ints, Ints], distance: int) -> Ints:
    """Return the starts on the left with one on the right at most ``distance`` words away."""
    starts, ends = left
    after = np.searchsorted(right[0], ends)
    close = np.zeros(len(starts), bool)
    if len(right[0]):
        following = right[0][np.minimum(after, len(right[0]) - 1)]
        close |= (following >= ends) & (following - ends < distance)
        order: Callable[[Ints], Ints] = np.sort
        past = order(right[1])
        before = np.searchsorted(past, starts, side="right") - 1
        preceding = past[np.maximum(before, 0)]
        close |= (preceding <= starts) & (starts - preceding < distance)
    return starts[close]


def _joined(arrays: Sequence[Ints]) -> Ints:
    return np.concatenate(arrays) if arrays else np.empty(0, np.int64)
