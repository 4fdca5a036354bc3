# SPDX-License-Identifier: MIT
"""What the engine behind the index can do, whichever it is.

An engine keeps the terms of articles and ranks them. Which terms a text has, what
a query means and where its words stand is decided outside, so that all engines
find the same.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Protocol

from diptych.atomic import reason
from diptych.errors import SearchError
from diptych.search.answers import Facets, Found, SortOrder
from diptych.search.expression import Node
from diptych.search.indexed import Field, IndexedArticle, StoredArticle, batches
from diptych.search.spelling import suggest, terms_of_close_forms
from diptych.search.word_list import WordList, completions
from diptych.text.stems import base_language

if TYPE_CHECKING:
    from diptych.search.word_counter import WordCounter

DEFAULT_FIELDS = (Field.TITLE, Field.BODY)
"""Where a word is looked for that names no field."""

FIELD_NAMES = {
    Field.TITLE: "title",
    Field.BODY: "body",
    Field.AUTHOR: "author",
    Field.SOURCE: "source",
    Field.TAG: "tag",
}
"""What engines call the fields that hold words."""

# Enough for numpy's steps to cost little, and for what they need to fit in a cache.
_ARTICLES_AT_ONCE, _LETTERS_AT_ONCE = 100, 400_000

# score = 2 * BM25(title) + BM25(body), summed over the words of the query.
TITLE_WEIGHT = 2.0


class DamagedIndexError(SearchError):
    """The files of an index are gone or not what was written; it has to be made anew."""


class Engine(Protocol):
    """The index in one folder; any thread may search while another adds.

    Everything raises DamagedIndexError where the files are found to be broken,
    and SearchError with a sentence for what disks and locks do.
    """

    name: ClassVar[str]
    format_version: ClassVar[str]
    """Changes whenever folders filled before cannot be read, or would find other articles."""
    articles_a_commit: ClassVar[int]
    """So many are committed at once in a long build: more fit no memory, fewer are merged more."""

    @classmethod
    def create(cls, folder: Path) -> Engine:
        """Make an index in an empty folder."""

    @classmethod
    def open(cls, folder: Path) -> Engine:
        """Open the index in a folder of this version."""

    def add(self, articles: Iterable[IndexedArticle]) -> int:
        """Add articles, replacing those with the same id; return how many.

        A large number is committed in parts: what was committed can be found
        at once, and stays when the rest is interrupted.
        """

    def remove(self, ids: Iterable[str]) -> None:
        """Remove articles; those that are not there do no harm."""

    def rest(self) -> None:
        """End what additions left running, and let other processes write."""

    def untidy(self) -> int:
        """Return how many articles' worth ``tidy`` would write again; 0 when nothing is to do."""

    def tidy(self) -> bool:
        """Make searching quicker again after many changes, a step at a time.

        For idle moments: others search meanwhile. Returns whether there is more to do.
        """

    def search(
        self,
        root: Node | None,
        *,
        limit: int = 20,
        offset: int = 0,
        order: SortOrder = SortOrder.RELEVANCE,
    ) -> Found:
        """Return the articles that answer ``root``, best first, and their number."""

    def facets(self, root: Node | None) -> Facets:
        """Count all answers by source, year, language and tag."""

    def complete(self, prefix: str, count: int = 8) -> tuple[str, ...]:
        """Return the most frequent words that begin with ``prefix``."""

    def terms_close_to(self, word: str, distance: int) -> tuple[str, ...]:
        """Return the terms of the words spelt with at most so many changes."""

    def suggestion(self, word: str) -> str:
        """Return a frequent word spelt almost like ``word``, or nothing."""

    def languages(self) -> tuple[str, ...]:
        """Return the languages of the articles; the empty one stands for unknown."""

    def articles(self) -> dict[str, StoredArticle]:
        """Return what the index knows of every article that can be found, by id."""

    def ids(self) -> frozenset[str]:
        """Return the ids of all articles that can be found."""

    def count(self) -> int:
        """Return how many articles can be found."""

    def is_sound(self) -> bool:
        """Tell whether all of the index can be read; for idle moments."""

    def close(self) -> None:
        """Let go of the files."""


class FromLists(ABC):
    """What an engine answers from the lists of written words beside it."""

    @abstractmethod
    def _listed(self) -> AbstractContextManager[Sequence[WordList]]:
        """Give the newest lists."""

    def complete(self, prefix: str, count: int = 8) -> tuple[str, ...]:
        """Return the most frequent words that begin with ``prefix``."""
        with self._listed() as lists:
            return completions(lists, prefix, count)

    def terms_close_to(self, word: str, distance: int) -> tuple[str, ...]:
        """Return the terms of the words spelt with at most so many changes."""
        with self._listed() as lists:
            return terms_of_close_forms(lists, word, distance)

    def suggestion(self, word: str) -> str:
        """Return a frequent word spelt almost like ``word``, or nothing."""
        with self._listed() as lists:
            return suggest(lists, word)


def placed_words(
    articles: Iterable[IndexedArticle], counter: WordCounter
) -> Iterator[tuple[IndexedArticle, dict[str, str]]]:
    """Yield each article with the terms of its fields at their places.

    Fields without any are left out; of articles of one id the last may come alone.
    """
    for batch in batches(articles, articles=_ARTICLES_AT_ONCE, letters=_LETTERS_AT_ONCE):
        words: dict[str, dict[str, str]] = {}
        by_language: dict[str, list[IndexedArticle]] = defaultdict(list)
        for article in batch.values():
            # Stemmers are named by languages, not regions: de-AT is read as de.
            by_language[base_language(article.language)].append(article)
        for language, alike in by_language.items():
            words |= _placed_in(language, alike, counter)
        yield from ((article, words[article.id]) for article in batch.values())


def _placed_in(
    language: str, articles: Sequence[IndexedArticle], counter: WordCounter
) -> dict[str, dict[str, str]]:
    """Return the terms of the fields of articles in one language, by the articles' ids."""
    texts = counter.counted([text for a in articles for text in (a.title, a.body)], language)
    words = {
        article.id: {"title": title, "body": body}
        for article, title, body in zip(articles, texts[::2], texts[1::2], strict=True)
    }
    named = [
        (article.id, name, values)
        for article in articles
        for name, values in (
            ("author", article.authors),
            ("source", (article.source,)),
            ("tag", article.tags),
        )
        if any(values)
    ]
    placed = counter.placed([values for _, _, values in named], language)
    for (id_, name, _), said in zip(named, placed, strict=True):
        words[id_][name] = said
    return words


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """Turn what disks do into sentences."""
    try:
        yield
    except PermissionError as error:
        raise SearchError(
            "The search index in {folder} may not be written; change the permissions of that "
            "folder.",
            folder=folder,
        ) from error
    except OSError as error:
        raise SearchError(
            "The search index in {folder} could not be written: {reason}.",
            folder=folder,
            reason=reason(error),
        ) from error
