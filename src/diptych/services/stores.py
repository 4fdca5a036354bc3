# SPDX-License-Identifier: MIT
"""The stores of one profile, opened when first asked for; used from one thread.

Library, search and notes do not know one another. Here is where an added article
also becomes findable; the window's disk lane and the command line share it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from diptych import settings as stored
from diptych.errors import ArticleError, LibraryError, SearchError
from diptych.paths import Profile
from diptych.settings import LARGE, Settings
from diptych.text.article import Article, BlockState

if TYPE_CHECKING:
    from diptych.library.catalogue import Catalogue
    from diptych.library.entry import Entry
    from diptych.library.isolation import IsolatedReader
    from diptych.library.scan import AddReport, Progress
    from diptych.meaning.store import VectorStore
    from diptych.notes.note import Note
    from diptych.notes.store import NoteStore
    from diptych.search.both import FacingPassages
    from diptych.search.concordance import Concordance, Sorting
    from diptych.search.engine import Engine
    from diptych.search.finder import Page, Results
    from diptych.search.indexed import IndexedArticle, StoredArticle
    from diptych.search.quote_check import QuoteCheck
    from diptych.search.snippets import Snippet
    from diptych.services.companions import SketchStore

log = logging.getLogger(__name__)

# Few articles to the first commit, so that something can be found at once.
FIRST_COMMIT = 100
MUCH_TEXT = 300_000  # words; what takes a second of them is felt beside a window


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


class Stores:
    """Opens the catalogue, the index and the notes of a profile."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile.create()

    @cached_property
    def catalogue(self) -> Catalogue:
        """The articles on this computer."""
        from diptych.library.catalogue import Catalogue

        return Catalogue(self.profile.library_file, self.profile.texts_file, read=self.reader.read)

    @cached_property
    def reader(self) -> IsolatedReader:
        """Reads files where none of them can hurt."""
        from diptych.library.isolation import IsolatedReader

        return IsolatedReader()

    @cached_property
    def index(self) -> Engine:
        """The words of the articles; made anew by ``refresh_index`` when it is broken."""
        from diptych.search.engine import open_engine, open_large_engine

        chosen = stored.load(Settings, self.profile.settings_file).large_index
        open_ = open_large_engine if chosen == LARGE else open_engine
        return open_(self.profile.index_folder)

    def open_index_again(self) -> None:
        """Let go of the index; the next to ask gets the one the settings name by then."""
        index = self.__dict__.pop("index", None)
        if index is not None:
            index.close()

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

    @cached_property
    def sketches(self) -> SketchStore:
        """What the library's articles speak of, in brief."""
        from diptych.services.companions import SketchStore

        return SketchStore(self.profile.sketches_file)

    def close(self) -> None:
        """Close whatever was opened."""
        for name in ("index", "catalogue", "notes", "reader"):
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
        report = self.add_files(paths, progress=progress, cancelled=cancelled)
        self.refresh_index()
        return report

    def add_files(
        self,
        paths: Sequence[Path],
        *,
        progress: Callable[[Progress], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> AddReport:
        """Add files and folders to the library; ``refresh_index`` makes them findable."""
        from diptych.library.scan import add_paths

        return add_paths(
            self.catalogue,
            paths,
            read=self.reader.read,
            progress=progress,
            cancelled=cancelled,
        )

    def rescan(
        self,
        folders: Sequence[Path] = (),
        *,
        progress: Callable[[Progress], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> AddReport:
        """Look through the library's folders again; ``refresh_index`` makes news findable."""
        from diptych.library.rescan import rescan

        return rescan(
            self.catalogue,
            folders,
            read=self.reader.read,
            progress=progress,
            cancelled=cancelled,
        )

    def keep_lines(self, article_id: str, lines: Sequence[str], *, everywhere: bool) -> None:
        """Show lines that were taken for furniture, here or in all articles."""
        from diptych.library.kept_lines import EVERYWHERE

        self.catalogue.kept.keep(lines, EVERYWHERE if everywhere else article_id)
        self.index.remove([article_id])

    def drop_lines(self, article_id: str, lines: Sequence[str], *, everywhere: bool) -> None:
        """Undo ``keep_lines``."""
        from diptych.library.kept_lines import EVERYWHERE

        self.catalogue.kept.drop(lines, EVERYWHERE if everywhere else article_id)
        self.index.remove([article_id])

    def read_as(self, article_id: str, encoding: str) -> Entry:
        """Read an article again in the encoding the reader names; it is to be indexed anew."""
        entry = self.catalogue.read_as(article_id, encoding)
        self.index.remove([article_id])
        return entry

    def refresh_index(self) -> int:
        """Bring the index level with the library and return how many can be found.

        What an interruption leaves undone goes on next time; an index that is
        damaged or gone is made anew.
        """
        return self.index_articles(self.unindexed())

    def index_articles(self, ids: Sequence[str]) -> int:
        """Index articles in growing parts and return how many can be found."""
        missing, size = list(ids), FIRST_COMMIT
        while missing:
            self.index.add(self._indexed(missing[:size]))
            missing, size = missing[size:], min(2 * size, self.index.articles_a_commit)
            if missing:
                self.index.tidy()
        self.index.mark_rebuilt()
        return self.index.count()

    def is_much(self, ids: Collection[str], *, few: int) -> bool:
        """Tell whether working on these articles would be felt: more than ``few``, or long."""
        if not ids or len(ids) > few:
            return bool(ids)
        wanted = frozenset(ids)
        words = sum(entry.words for entry in self.catalogue.entries() if entry.id in wanted)
        return words > MUCH_TEXT

    def unindexed(self) -> list[str]:
        """Forget what left the library; return the articles that are new or corrected."""
        entries = {entry.id: entry for entry in self.catalogue.entries()}
        try:
            present = self.index.articles()
        except SearchError:
            if not self.index.needs_rebuild:
                raise
            self.index.start_anew()
            present = {}
        self.index.remove(sorted(present.keys() - entries.keys()))
        return [
            article_id
            for article_id, entry in entries.items()
            if article_id not in present or not _says_the_same(present[article_id], entry)
        ]

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
        book, hash_sign, number = name.rpartition("#")
        if hash_sign and number.isdecimal() and not Path(name).exists():
            return self._chapter(book, int(number))
        path = Path(name)
        if not path.exists() and not path.suffix and len(name) <= 64:
            raise LibraryError(
                "“{name}” is neither a file nor the id of an article here.", name=name
            )
        return self.reader.read(path), path.absolute()

    def _chapter(self, name: str, number: int) -> tuple[Article, Path]:
        from diptych.text.chapters import chapter_article, chapters

        book, path = self.open_article(name)
        for chapter in chapters(book):
            if chapter.number == number:
                return chapter_article(book, chapter), path
        raise LibraryError(
            "“{title}” has no chapter {number}; see “diptych chapters”.",
            title=book.title,
            number=number,
        )

    def _indexed(self, ids: Iterable[str]) -> Iterator[IndexedArticle]:
        from diptych.search.indexed import IndexedArticle

        for article_id in ids:
            try:
                article = self.catalogue.article(article_id)
            except (ArticleError, LibraryError) as error:
                log.info("%s is not indexed: %s", article_id, error)
                continue
            yield IndexedArticle(
                id=article_id,
                title=article.title,
                body=readable_text(article),
                authors=article.authors,
                source=article.source,
                date=article.date,
                language=article.language,
                tags=article.tags,
            )


def level_index(profile: Profile) -> int:
    """Level a profile's index in a process of its own; return how many can be found."""
    stores = Stores(profile)
    try:
        return stores.refresh_index()
    finally:
        stores.close()


def tidy_index(profile: Profile) -> bool:
    """Tidy a profile's index a step in a process of its own; return whether to go on."""
    stores = Stores(profile)
    try:
        return stores.index.tidy()
    finally:
        stores.close()


def _says_the_same(stored: StoredArticle, entry: Entry) -> bool:
    """Tell whether the index knows an article as the library does by now."""
    return (stored.title, stored.authors, stored.source, stored.date, stored.tags) == (
        entry.title,
        entry.authors,
        entry.source,
        entry.date,
        entry.tags,
    ) and stored.language == entry.language


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
