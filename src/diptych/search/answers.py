# SPDX-License-Identifier: MIT
"""What an index answers: a page of articles, and counts of all that answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import field
from enum import StrEnum

from diptych.search.indexed import StoredArticle
from diptych.text.calendar import date_number
from diptych.text.stems import base_language
from diptych.values import dataclass


class SortOrder(StrEnum):
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


def facets_of(articles: Sequence[StoredArticle]) -> Facets:
    """Count articles by their values."""
    years = Counter(date_number(article.date) // 10_000 for article in articles)
    del years[0]  # of articles without a date
    return Facets(
        sources=by_count(Counter(article.source for article in articles if article.source)),
        years=newest_first(years),
        # “en-GB” and “en” are one language to who narrows a search.
        languages=by_count(
            Counter(filter(None, (base_language(article.language) for article in articles)))
        ),
        tags=by_count(
            # A file may name a tag twice; its article counts once.
            Counter(tag for article in articles for tag in dict.fromkeys(article.tags) if tag)
        ),
    )


def by_count(counts: Mapping[str, int]) -> dict[str, int]:
    """Return counts with the largest first, equal ones by name."""
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def newest_first(counts: Mapping[int, int]) -> dict[int, int]:
    """Return counts of years, the last year first."""
    return dict(sorted(counts.items(), reverse=True))
