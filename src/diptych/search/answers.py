# SPDX-License-Identifier: MIT
"""What a library of segments answers: pages of results, counts, completions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

from diptych.search.evaluate import Floats, Library, evaluate
from diptych.search.expression import Node
from diptych.search.indexed import Field, StoredArticle
from diptych.search.segment import Ints, Segment
from diptych.text.terms import plain_form, without_accents


class Order(StrEnum):
    """How results are sorted."""

    RELEVANCE = "relevance"
    DATE = "date"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Ranked:
    """One article that answers a query."""

    article: StoredArticle
    score: float

    @property
    def id(self) -> str:
        return self.article.id


@dataclass(frozen=True, slots=True)
class Facets:
    """How many answers there are of each source, year, language and tag, the most first."""

    sources: Mapping[str, int] = field(default_factory=dict)
    years: Mapping[int, int] = field(default_factory=dict)
    languages: Mapping[str, int] = field(default_factory=dict)
    tags: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Found:
    """A page of the answers to a query, and how many there are in all."""

    ranked: tuple[Ranked, ...]
    total: int


def page_of_answers(
    library: Library, root: Node | None, *, limit: int, offset: int, order: Order
) -> Found:
    """Return the articles that answer ``root``, best first, and their number."""
    if root is None or not library.size:
        return Found((), 0)
    answer = evaluate(root, library)
    numbers = np.flatnonzero(answer.which)
    scores = answer.scores[numbers]
    places = _ordered(library, numbers, scores, order, offset + limit)[offset:]
    ranked = (Ranked(library.article(int(numbers[i])), round(float(scores[i]), 4)) for i in places)
    return Found(tuple(ranked), len(numbers))


def by_count(counts: Mapping[str, int]) -> dict[str, int]:
    """Return counts with the largest first, equal ones by name."""
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def facets(library: Library, root: Node | None) -> Facets:
    """Count all answers by source, year, language and tag."""
    if root is None or not library.size:
        return Facets()
    which = evaluate(root, library).which
    dates = library.dates[which]
    years, counts = np.unique(dates[dates > 0] // 10_000, return_counts=True)
    return Facets(
        sources=by_count(library.named(Field.SOURCE_NAME, which)),
        years=dict(zip(years.tolist()[::-1], counts.tolist()[::-1], strict=True)),
        languages=by_count(library.named(Field.LANGUAGE, which)),
        tags=by_count(library.named(Field.TAG_NAME, which)),
    )


def completions(segments: Sequence[Segment], prefix: str, count: int) -> tuple[str, ...]:
    """Return the most frequent words that begin with ``prefix``, accents or not."""
    start = without_accents(plain_form(prefix)).encode("utf-8", "replace")
    often: dict[str, int] = {}
    for segment in segments if start else ():
        found = segment.forms_from(start)
        counts = segment.form_counts[found.start : found.stop]
        for i in np.argsort(counts)[::-1][: 4 * count].tolist():
            bare, _, spelled = segment.forms[found.start + i].partition(b"\0")
            word = (spelled or bare).decode()
            often[word] = often.get(word, 0) + int(counts[i])
    return tuple(sorted(often, key=lambda word: (-often[word], word))[:count])


def _ordered(
    library: Library, numbers: Ints, scores: Floats, order: Order, wanted: int
) -> list[int]:
    """Return the places of the first ``wanted`` answers in the order asked for."""
    if order is Order.TITLE:
        titles = [library.article(number).title.casefold() for number in numbers.tolist()]
        return sorted(range(len(numbers)), key=titles.__getitem__)[:wanted]
    if order is Order.DATE or not scores.any():
        newest = np.lexsort((-scores, -library.dates[numbers]))
        return [int(i) for i in newest[:wanted]]
    places = np.arange(len(scores))
    if len(scores) > wanted:
        lowest = np.partition(scores, len(scores) - wanted)[len(scores) - wanted]
        places = np.flatnonzero(scores >= lowest)
    best = places[np.argsort(-scores[places], kind="stable")]
    return [int(i) for i in best[:wanted]]
