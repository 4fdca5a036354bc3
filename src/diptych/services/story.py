# SPDX-License-Identifier: MIT
"""The story of a claim: which articles of the library tell it, when, and how.

The sketches that are kept say which passages are near it, by words and by meaning;
only those are opened and read.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from diptych.compare.values import Saying
from diptych.errors import ArticleError, LibraryError
from diptych.text.article import Article, Span
from diptych.text.segment import passage_at, passages
from diptych.text.sides import Side
from diptych.values import dataclass

if TYPE_CHECKING:
    from diptych.compare.companions import Shelf, Telling
    from diptych.compare.sketches import Sketch
    from diptych.compare.values import Match
    from diptych.services.stores import Stores

log = logging.getLogger(__name__)

MOST_TOLD = 30
_NO_DATE = "9999"  # those without one stand last


@dataclass(frozen=True, slots=True)
class Teller:
    """An article that tells the claim, and the passage in which it does.

    ``figures`` are those it has otherwise, the claim's first. The earliest dated one
    ``is_first``; the article that was asked about ``is_asked``.
    """

    id: str
    title: str
    date: str
    source: str
    span: Span
    quote: str
    saying: Saying
    figures: tuple[tuple[str, str], ...] = ()
    alike: float = 1.0
    is_first: bool = False
    is_asked: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """A claim and who tells it, the earliest first; ``lacking`` articles are not sketched yet."""

    article_id: str
    span: Span
    quote: str
    tellers: tuple[Teller, ...]
    lacking: int = 0


def story_of(stores: Stores, article: Article, span: Span, *, limit: int = MOST_TOLD) -> Story:
    """Return who in the library tells what stands at a span of an article."""
    from diptych.services.companions import FEW, level_and_lacking

    shelf, lacking = level_and_lacking(stores, most=FEW)
    # Sketches have a row for each passage, so a passage is named by its number.
    spans = [passage.span for passage in passages(article)]
    places = [number for number, each in enumerate(spans) if each.overlaps(span)]
    # The whole sentences that the span touches.
    claim = Span(spans[places[0]].start, spans[places[-1]].end) if places else span
    tellers = [_asked(article, claim)]
    # A heading or a table claims nothing that others could tell.
    if places:
        sketched = _sketched(stores, shelf, article, len(spans))
        wanted = sketched.part(places[0], places[-1] + 1)
        found = shelf.tellings(wanted, limit=limit, without=article.id)
        tellers += tellers_among(stores, shelf, article, claim, found)
    return Story(
        article.id,
        claim,
        _quote(article, claim),
        _in_time(tellers),
        len(lacking),
    )


def with_match(story: Story, match: Match, side: Side, other: Article) -> Story:
    """Return a story as the reader of a pair knows it: the other article tells it in a match.

    ``side`` is the one of the claim. The library was asked by its sketches, which are
    coarser than a comparison, and may have found another passage there or none.
    """
    left, right = match.left, match.right
    span = right if side is Side.LEFT else left
    figures = tuple(
        (each.left, each.right) if side is Side.LEFT else (each.right, each.left)
        for each in match.evidence.differing
    )
    teller = _teller(other, span, match.saying, figures)
    others = [replace(t, is_first=False) for t in story.tellers if t.id != other.id]
    return replace(story, tellers=_in_time([*others, teller]))


def _in_time(tellers: Sequence[Teller]) -> tuple[Teller, ...]:
    """Return tellers the earliest first, and mark it."""
    # “2024” sorts before “2024-05-01”: a year alone counts as its beginning.
    ordered = sorted(tellers, key=lambda each: (each.date or _NO_DATE, each.title, each.id))
    return tuple(_with_first(ordered))


def story_at(stores: Stores, article_id: str, span: Span) -> Story:
    """Return the same for an article of the library by its id, as its file was read last.

    Raises LibraryError where the article was taken out, or the words of the span with a change
    of its file.
    """
    latest = stores.catalogue.versions.latest(article_id)
    if latest not in stores.catalogue.ids():
        raise LibraryError("The article was taken out of the library; Ctrl+Z puts it back.")
    article = stores.catalogue.article(latest)
    # The file has not changed: the span stands where it was.
    if latest == article_id:
        return story_of(stores, article, span)
    before = stores.catalogue.stored(article_id)
    place = _again(before, span, article) if before is not None else None
    if place is None:
        raise LibraryError("The article has changed, and these words stand in it no longer.")
    return story_of(stores, article, place)


def _again(before: Article, span: Span, now: Article) -> Span | None:
    """Return where words of an article stand in its later version."""
    from diptych.notes.anchor import anchor_for
    from diptych.notes.resolution import resolve

    return resolve(anchor_for(before, span, side=Side.LEFT), now.text).span


def story_json(story: Story) -> dict[str, Any]:
    """Return a story as plain values."""
    return {
        "article": story.article_id,
        "claim": {"start": story.span.start, "end": story.span.end, "text": story.quote},
        "tellers": [
            {
                "id": each.id,
                "title": each.title,
                "date": each.date,
                "source": each.source,
                "start": each.span.start,
                "end": each.span.end,
                "text": each.quote,
                "saying": each.saying.value,
                "figures": [list(pair) for pair in each.figures],
                "alike": each.alike,
                "first": each.is_first,
                "asked": each.is_asked,
            }
            for each in story.tellers
        ],
        "lacking": story.lacking,
    }


def _sketched(stores: Stores, shelf: Shelf, article: Article, count: int) -> Sketch:
    from diptych.services.companions import fresh_sketch

    kept = shelf.of(article.id)
    # Lines unfolded since leave fewer rows than passages, and each would be another sentence's.
    is_kept = kept is not None and len(kept) == count
    return kept if kept is not None and is_kept else fresh_sketch(stores, article)


def tellers_among(
    stores: Stores, shelf: Shelf, article: Article, claim: Span, found: Sequence[Telling]
) -> list[Teller]:
    """Open the articles that were found near a claim, and return how each tells it."""
    from diptych.compare.telling import told_of  # the window does not wait for it

    tellers = []
    for telling in found:
        try:
            other = stores.catalogue.article(telling.id)
        except (ArticleError, LibraryError) as error:  # taken away meanwhile
            log.info("%s tells nothing any more: %s", telling.id, error)
            continue
        passage = passage_at(other, telling.passage)
        if passage is None:
            continue  # corrected since it was sketched
        span = passage.span
        told = told_of(
            article, claim, other, span, rarity=shelf.rarity_of, by_words=telling.by_words
        )
        figures = tuple((each.left, each.right) for each in told.figures)
        tellers.append(_teller(other, span, told.saying, figures, alike=telling.alike))
    return tellers


def _teller(
    other: Article,
    span: Span,
    saying: Saying,
    figures: tuple[tuple[str, str], ...],
    *,
    alike: float = 1.0,
) -> Teller:
    """Return an article as the teller of a claim, by the passage in which it does."""
    return Teller(
        other.id,
        other.called,
        other.date,
        other.outlet,
        span,
        _quote(other, span),
        saying,
        figures,
        alike,
    )


def _asked(article: Article, claim: Span) -> Teller:
    return Teller(
        article.id,
        article.called,
        article.date,
        article.outlet,
        claim,
        _quote(article, claim),
        # The claim tells itself; it stands in the line of time like the others.
        Saying.SAME_WORDS,
        is_asked=True,
    )


def _with_first(tellers: Sequence[Teller]) -> list[Teller]:
    """Mark the earliest of several; where two have one day nobody was first for sure."""
    # Who only says something related was not the first to say it.
    dated = [teller for teller in tellers if teller.date and teller.saying is not Saying.RELATED]
    # dated is sorted, as the tellers are.
    if len(dated) < 2 or dated[0].date == dated[1].date:
        return list(tellers)
    return [replace(t, is_first=True) if t is dated[0] else t for t in tellers]


def _quote(article: Article, span: Span) -> str:
    return " ".join(article.reading_of(span).split())
