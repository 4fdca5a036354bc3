# SPDX-License-Identifier: MIT
"""Words are looked for: in all of the library, in two articles, in notes; quotations too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from diptych.services.articles import open_article, readable_text, text_of

if TYPE_CHECKING:
    from diptych.notes.note import Note
    from diptych.search.both import FacingPassages
    from diptych.search.concordance import Concordance, Sorting
    from diptych.search.finder import Page, Results
    from diptych.search.quote_check import QuoteCheck
    from diptych.search.snippets import Snippet
    from diptych.services.stores import Stores


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


def search(stores: Stores, query: str, page: Page | None = None) -> Results:
    """Find passages that hold the words of a query."""
    from diptych.search.finder import find

    return find(stores.index, query, text_of=partial(text_of, stores), page=page)


def search_while_typing(stores: Stores, query: str, page: Page | None = None) -> Results:
    """Find passages for a query whose last word may not be finished."""
    from diptych.search.finder import find_while_typing

    return find_while_typing(stores.index, query, text_of=partial(text_of, stores), page=page)


def find_notes(stores: Stores, query: str, *, limit: int = 20) -> NoteHits:
    """Find notes that hold the words of a query, wherever it asks to look."""
    from diptych.search.finder import snippet_of
    from diptych.search.query import without_scope

    words = without_scope(query)
    found = stores.notes.find(words, limit=limit)
    texts = ("\n\n".join((n.text, *(a.quote for a in n.anchors))) for n in found.notes)
    hits = (NoteHit(n, snippet_of(t, words)) for n, t in zip(found.notes, texts, strict=True))
    return NoteHits(tuple(hits), found.total)


def check_quote(stores: Stores, quotation: str, *, limit: int = 20) -> QuoteCheck:
    """Tell whether a quotation stands in the library, exactly or altered."""
    from diptych.search import quote_check

    return quote_check.check_quote(
        stores.index, quotation, text_of=partial(text_of, stores), limit=limit
    )


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
        both.Side(readable_text(article), article.language)
        for article in (open_article(stores, name)[0] for name in (left, right))
    )
    return both.search_both(first, second, query)
