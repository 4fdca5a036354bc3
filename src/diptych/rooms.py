# SPDX-License-Identifier: MIT
"""The stores of one profile, opened when first asked for; used from one thread.

Library, search and notes do not know one another. Here is where an added article
also becomes findable; the window's disk lane and the command line share it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from diptych.errors import ArticleError, LibraryError
from diptych.paths import Profile
from diptych.text.article import Article, BlockState

if TYPE_CHECKING:
    from diptych.library.catalogue import Catalogue
    from diptych.library.scan import AddReport, Progress
    from diptych.meaning.store import VectorStore
    from diptych.notes.note import Note
    from diptych.notes.store import NoteStore
    from diptych.search.both import FacingPassages
    from diptych.search.concordance import Concordance, Sorting
    from diptych.search.finder import Page, Results
    from diptych.search.index import Index, IndexedArticle
    from diptych.search.quote_check import QuoteCheck
    from diptych.search.snippets import Snippet

log = logging.getLogger(__name__)

INDEX_BATCH = 200  # articles to one commit, so that a growing library is searchable


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


class Rooms:
    """Opens the catalogue, the index and the notes of a profile."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile.create()

    @cached_property
    def catalogue(self) -> Catalogue:
        """The articles on this computer."""
        from diptych.library.catalogue import Catalogue

        return Catalogue(self.profile.library_file, self.profile.texts_file)

    @cached_property
    def index(self) -> Index:
        """The words of the articles; rebuilt by ``refresh_index`` when it is broken."""
        from diptych.search.index import Index

        return Index.open(self.profile.index_folder)

    @cached_property
    def notes(self) -> NoteStore:
        """The reader's own words."""
        from diptych.notes.store import NoteStore

        return NoteStore(self.profile.notes_file)

    @cached_property
    def vectors(self) -> VectorStore:
        """The meaning vectors of articles, as far as they have been made."""
        from diptych.meaning.store import VectorStore

        return VectorStore(self.profile.vectors_folder)

    def close(self) -> None:
        """Close whatever was opened."""
        for name in ("index", "catalogue", "notes"):
            store = self.__dict__.pop(name, None)
            if store is not None:
                store.close()

    def add(
        self,
        paths: Sequence[Path],
        *,
        progress: Callable[[Progress], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> AddReport:
        """Add files and folders to the library and make them findable."""
        from diptych.library.scan import add_paths

        report = add_paths(self.catalogue, paths, progress=progress, cancelled=cancelled)
        self.refresh_index()
        return report

    def refresh_index(self, *, stopping: Callable[[], bool] | None = None) -> None:
        """Bring the index level with the library; what a stop interrupts goes on next time."""
        wanted = {entry.id for entry in self.catalogue.entries()}
        present = set(self.index.ids())
        self.index.remove(sorted(present - wanted))
        missing = sorted(wanted - present)
        for start in range(0, len(missing), INDEX_BATCH):
            if stopping is not None and stopping():
                return
            self.index.add(self._indexed(missing[start : start + INDEX_BATCH]))
        self.index.mark_rebuilt()

    def index_again(self, article_id: str) -> None:
        """Index an article anew after its title, authors or tags were corrected."""
        self.index.add(self._indexed([article_id]))

    def search(self, query: str, page: Page | None = None) -> Results:
        """Find passages that hold the words of a query."""
        from diptych.search.finder import find

        return find(self.index, query, text_of=self.readable_text, page=page)

    def search_while_typing(self, query: str, page: Page | None = None) -> Results:
        """Find passages for a query whose last word may not be finished."""
        from diptych.search.finder import find_while_typing

        return find_while_typing(self.index, query, text_of=self.readable_text, page=page)

    def find_notes(self, query: str, *, limit: int = 20) -> NoteHits:
        """Find notes that hold the words of a query, wherever it asks to look."""
        from diptych.search.finder import snippet_of
        from diptych.search.query import without_scope

        words = without_scope(query)
        found = self.notes.find(words, limit=limit)
        texts = ("\n\n".join((n.text, *(a.quote for a in n.anchors))) for n in found.notes)
        hits = (NoteHit(n, snippet_of(t, words)) for n, t in zip(found.notes, texts, strict=True))
        return NoteHits(tuple(hits), found.total)

    def check_quote(self, quotation: str, *, limit: int = 20) -> QuoteCheck:
        """Tell whether a quotation stands in the library, exactly or altered."""
        from diptych.search.quote_check import check_quote

        return check_quote(self.index, quotation, text_of=self.readable_text, limit=limit)

    def concordance(
        self,
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
                self.index, query, text_of=self.readable_text, sorting=order, limit=limit
            )
        articles = [self.open_article(name)[0] for name in among]
        texts = [(article.id, readable_text(article), article.language) for article in articles]
        return lists.concordance(texts, query, sorting=order, limit=limit)

    def search_both(self, query: str, left: str, right: str) -> tuple[FacingPassages, ...]:
        """Return a query's passages in two articles, facing each other."""
        from diptych.search import both

        first, second = (
            both.Side(readable_text(article), article.language)
            for article in (self.open_article(name)[0] for name in (left, right))
        )
        return both.search_both(first, second, query)

    def readable_text(self, article_id: str) -> str:
        """Return what is searched of an article: markup and folded lines blanked."""
        return readable_text(self.catalogue.article(article_id))

    def open_article(self, name: str) -> tuple[Article, Path]:
        """Return the article that a path or an id names, with its path.

        A path need not be in the library. Raises ArticleError or LibraryError.
        """
        entry = self.catalogue.find(name)
        if entry is not None:
            return self.catalogue.article(entry.id), entry.path
        path = Path(name)
        if not path.exists() and not path.suffix and len(name) <= 64:
            raise LibraryError(f"“{name}” is neither a file nor the id of an article here.")
        from diptych.library.reading import read_article

        return read_article(path), path.absolute()

    def _indexed(self, ids: Iterable[str]) -> list[IndexedArticle]:
        from diptych.search.index import IndexedArticle

        articles = []
        for article_id in ids:
            try:
                article = self.catalogue.article(article_id)
            except (ArticleError, LibraryError) as error:
                log.info("%s is not indexed: %s", article_id, error)
                continue
            articles.append(
                IndexedArticle(
                    id=article_id,
                    title=article.title,
                    body=readable_text(article),
                    authors=article.authors,
                    source=article.source,
                    date=article.date,
                    language=article.language,
                    tags=article.tags,
                )
            )
        return articles


def readable_text(article: Article) -> str:
    """Return the article's text with markup and folded blocks blanked, offsets kept."""
    text = article.reading_text()
    folded = [b.span for b in article.blocks if b.state is BlockState.FOLDED]
    if not folded:
        return text
    characters = list(text)
    for span in folded:
        characters[span.start : span.end] = [
            c if c == "\n" else " " for c in characters[span.start : span.end]
        ]
    return "".join(characters)
