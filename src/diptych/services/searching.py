# SPDX-License-Identifier: MIT
"""Words are looked for: in all of the library, in two articles, in notes; quotations too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from diptych.errors import NoteError
from diptych.services.articles import open_article, readable_text, text_of
from diptych.services.note_keeping import notes_holding
from diptych.text.article import Article, Span
from diptych.text.sides import Side
from diptych.values import dataclass

if TYPE_CHECKING:
    from diptych.notes.note import Note
    from diptych.search.answers import Facets
    from diptych.search.both import FacingPassages
    from diptych.search.concordance import Concordance, Sorting
    from diptych.search.expression import Node
    from diptych.search.finder import Page, Read, Results
    from diptych.search.quote_check import QuoteCheck, QuoteHit
    from diptych.search.snippets import Snippet
    from diptych.services.stores import Stores
    from diptych.translatable import Translatable


@dataclass(frozen=True, slots=True)
class NoteHit:
    """A note that holds the searched words, and the passage of it that does."""

    note: Note
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class NoteHits:
    """The newest notes found, and how many there are in all."""

    hits: tuple[NoteHit, ...] = ()
    total: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query found: passages of articles, and notes; or notes alone, as it asked.

    ``trouble`` says why the notes could not be asked; the passages are there all the same.
    """

    results: Results
    notes: NoteHits
    in_notes: bool = False
    trouble: Translatable | None = None


@dataclass(frozen=True, slots=True)
class QuotePlaces:
    """Where a quotation stands; with each place the text it was found in."""

    quotation: str
    check: QuoteCheck
    hits: tuple[tuple[QuoteHit, str], ...]


def search(stores: Stores, query: str, page: Page | None = None) -> Results:
    """Find passages that hold the words of a query."""
    from diptych.search.finder import find

    return find(stores.index, query, text_of=partial(text_of, stores), page=page)


def search_while_typing(stores: Stores, query: str, page: Page | None = None) -> Results:
    """Find passages for a query whose last word may not be finished."""
    from diptych.search.finder import find_while_typing

    return find_while_typing(stores.index, query, text_of=partial(text_of, stores), page=page)


def answer_while_typing(
    stores: Stores, query: str, *, order: str, limit: int, most_notes: int
) -> Answer:
    """Search articles and notes, of these the newest; a query may ask for notes alone."""
    from diptych.search.answers import SortOrder
    from diptych.search.finder import Page, Results
    from diptych.search.query import Scope, parse_unfinished

    asked = parse_unfinished(query)
    # Without opening the index of articles, which such a query does not ask.
    if asked.scope is Scope.NOTES:
        return Answer(Results(asked.understood, (), 0, 0.0), find_notes(stores, query), True)
    results = search_while_typing(stores, query, Page(limit, order=SortOrder(order)))
    try:
        notes, trouble = find_notes(stores, query, limit=most_notes), None
    except NoteError as error:
        notes, trouble = NoteHits(), error.sentence
    return Answer(results, notes, trouble=trouble)


def facets(stores: Stores, root: Node | None) -> Facets:
    """Count all answers to what was asked by source, year, language and tag."""
    return stores.index.facets(root)


def passages_of(stores: Stores, article_id: str, query: str) -> tuple[Snippet, ...]:
    """Return every passage of an article that holds the words of a query."""
    from diptych.search.query import parse

    return _passages(stores, article_id, query, read=parse)


def passages_while_typing(stores: Stores, article_id: str, query: str) -> tuple[Snippet, ...]:
    """Return every passage of an article for a query whose last word may not be finished."""
    from diptych.search.query import parse_unfinished

    return _passages(stores, article_id, query, read=parse_unfinished)


def _passages(stores: Stores, article_id: str, query: str, *, read: Read) -> tuple[Snippet, ...]:
    from diptych.search.finder import passages_in

    # The language decides how words are stemmed and where they begin.
    article = stores.catalogue.article(article_id)
    return passages_in(readable_text(article), query, language=article.language, read=read)


def places_while_typing(
    _: Stores, articles: Mapping[Side, Article], query: str
) -> tuple[tuple[Side, Span], ...]:
    """Return every place of a query in articles, its last word perhaps not finished."""
    from diptych.search.finder import hits_in
    from diptych.search.query import parse_unfinished

    return tuple(
        (side, span)
        for side, article in articles.items()
        for span in hits_in(
            readable_text(article), query, language=article.language, read=parse_unfinished
        )
    )


def find_notes(stores: Stores, query: str, *, limit: int = 20) -> NoteHits:
    """Find notes that hold the words of a query, wherever it asks to look."""
    from diptych.search.finder import snippet_of
    from diptych.search.query import without_scope

    words = without_scope(query)
    found = notes_holding(stores, words, limit=limit)
    # The snippet is cut from the note's own words, or else from those it quotes.
    texts = ("\n\n".join((n.text, *(a.quote for a in n.anchors))) for n in found.notes)
    hits = (NoteHit(n, snippet_of(t, words)) for n, t in zip(found.notes, texts, strict=True))
    return NoteHits(tuple(hits), found.total)


def notes_beside(stores: Stores, query: str) -> NoteHits:
    """Find notes as ``find_notes`` does, beside articles; none where they cannot be asked."""
    return stores.or_without_notes(lambda: find_notes(stores, query), NoteHits())


def check_quote(stores: Stores, quotation: str, *, limit: int = 20) -> QuoteCheck:
    """Tell whether a quotation stands in the library, exactly or altered."""
    from diptych.search import quote_check

    return quote_check.check_quote(
        stores.index, quotation, text_of=partial(text_of, stores), limit=limit
    )


def quote_places(stores: Stores, quotation: str, *, limit: int = 20) -> QuotePlaces:
    """Check a quotation as ``check_quote`` does, and bring the texts it stands in."""
    found = check_quote(stores, quotation, limit=limit)
    # Read here and handed on, so that places and text are of one reading.
    texts = [text_of(stores, hit.article.id) for hit in found.hits]
    return QuotePlaces(quotation, found, tuple(zip(found.hits, texts, strict=True)))


def concordance(
    stores: Stores,
    query: str,
    *,
    among: Sequence[str] = (),
    sorting: Sorting | None = None,
    limit: int = 1_000,
) -> Concordance:
    """List the places of a query's words in the named articles, or in all of the library."""
    from diptych.search import concordance as lists

    order = sorting or lists.Sorting.TEXT
    if not among:
        return lists.concordance_of_library(
            stores.index, query, text_of=partial(text_of, stores), sorting=order, limit=limit
        )
    articles = [open_article(stores, name)[0] for name in among]
    texts = [(article.id, readable_text(article), article.language) for article in articles]
    return lists.concordance(texts, query, sorting=order, limit=limit)


def search_both(stores: Stores, query: str, left: str, right: str) -> tuple[FacingPassages, ...]:
    """Return a query's passages in two articles, facing each other."""
    from diptych.search import both

    first, second = (
        both.PinnedText(readable_text(article), article.language)
        for article in (open_article(stores, name)[0] for name in (left, right))
    )
    return both.search_both(first, second, query)
