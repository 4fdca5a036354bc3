# SPDX-License-Identifier: MIT
"""The stores of one profile, opened when first asked for; used from one thread.

Library, search and notes do not know one another. Here is where an added article
also becomes findable; the window's disk lane and the command line share it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from diptych.errors import ArticleError, LibraryError, SearchError
from diptych.paths import Profile
from diptych.text.article import Article, BlockState

if TYPE_CHECKING:
    from diptych.library.catalogue import Catalogue, Entry
    from diptych.library.scan import AddReport
    from diptych.notes.store import NoteStore
    from diptych.search.finder import Results
    from diptych.search.index import Index, IndexedArticle

log = logging.getLogger(__name__)

INDEX_BATCH = 200  # articles to one commit, so that a growing library is searchable


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
        progress: Callable[[int, int, str], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> AddReport:
        """Add files and folders to the library and make them findable."""
        from diptych.library.scan import add_paths

        report = add_paths(self.catalogue, paths, progress=progress, cancelled=cancelled)
        self.refresh_index()
        return report

    def refresh_index(self) -> None:
        """Bring the index level with the library; a broken one is made anew."""
        wanted = {entry.id for entry in self.catalogue.entries()}
        try:
            present = set(self.index.ids())
        except SearchError as error:
            log.info("the index is made anew: %s", error)
            self._discard_index()
            present = set()
        if present - wanted:
            self.index.remove(sorted(present - wanted))
        missing = sorted(wanted - present)
        for start in range(0, len(missing), INDEX_BATCH):
            self.index.add(self._indexed(missing[start : start + INDEX_BATCH]))

    def search(self, query: str, *, limit: int = 20) -> Results:
        """Find passages that hold the words of a query."""
        from diptych.search.finder import find

        return find(self.index, query, text_of=self.readable_text, limit=limit)

    def readable_text(self, article_id: str) -> str:
        """Return what is searched of an article: markup and folded lines blanked."""
        return readable_text(self.catalogue.article(article_id))

    def open_article(self, name: str) -> tuple[Article, str]:
        """Return the article that a path or an id names, with its path.

        A path need not be in the library. Raises ArticleError or LibraryError.
        """
        entry = self.catalogue.find(name)
        if entry is not None:
            return self.catalogue.article(entry.id), str(entry.path)
        path = Path(name)
        if not path.exists() and not path.suffix and len(name) <= 64:
            raise LibraryError(f"“{name}” is neither a file nor the id of an article here.")
        from diptych.library.reading import read_article

        return read_article(path), str(path)

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

    def _discard_index(self) -> None:
        import shutil

        store = self.__dict__.pop("index", None)
        if store is not None:
            store.close()
        shutil.rmtree(self.profile.index_folder, ignore_errors=True)


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


def facts_line(article: Article, entry: Entry | None = None) -> str:
    """Return the line under a title: authors, source, date and length."""
    from diptych.text.article import BlockKind

    has_byline = any(
        b.kind is BlockKind.BYLINE and b.state is not BlockState.FOLDED for b in article.blocks
    )
    parts = [] if has_byline else list(article.authors)
    known = entry if entry is not None else article
    parts += [part for part in (known.source, readable_date(known.date)) if part]
    parts.append(f"{article.words:,} words")
    return " · ".join(parts)


MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def readable_date(date: str) -> str:
    """Return an ISO date as ``14 February 2025``; what is not one stays as it is."""
    parts = date.split("-")
    try:
        numbers = [int(part) for part in parts]
    except ValueError:
        return date
    if len(numbers) >= 2 and 1 <= numbers[1] <= 12:
        month = MONTHS[numbers[1] - 1]
        day = f"{numbers[2]} " if len(numbers) == 3 else ""
        return f"{day}{month} {numbers[0]}"
    return date
