# SPDX-License-Identifier: MIT
"""What an index of the library can do, whichever engine is behind it, and which one is."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar, Protocol

from diptych.search.answers import Facets, Found, Order
from diptych.search.choice import has_large_engine
from diptych.search.expression import Node
from diptych.search.indexed import IndexedArticle, StoredArticle

LARGE_FOLDER = "large"
"""What the folder of that engine's index is called besides."""


class Engine(Protocol):
    """The index in one folder; any thread may search while another adds."""

    format_version: ClassVar[str]
    articles_a_commit: ClassVar[int]
    """So many are committed at once in a long build: more fit no memory, fewer are merged more."""

    @property
    def needs_rebuild(self) -> bool:
        """Tell whether articles are missing that were there before."""

    def start_anew(self) -> None:
        """Empty the index; the caller then adds every article of the library."""

    def mark_rebuilt(self) -> None:
        """Say that every article of the library has been added again."""

    def add(self, articles: Iterable[IndexedArticle]) -> int:
        """Add articles, replacing those with the same id; return how many."""

    def untidy(self) -> int:
        """Return how many articles ``tidy`` would write again; 0 when it has nothing to do."""

    def tidy(self) -> bool:
        """Make searching quicker again after many changes, a step at a time.

        For idle moments: others search and change the index meanwhile. Returns
        whether there is more to do.
        """

    def remove(self, ids: Iterable[str]) -> None:
        """Remove articles; those that are not there do no harm."""

    def search(
        self,
        root: Node | None,
        *,
        limit: int = 20,
        offset: int = 0,
        order: Order = Order.RELEVANCE,
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
        """Tell whether the files are what was written; for idle moments."""

    def close(self) -> None:
        """Let go of the files."""


def open_engine(folder: Path) -> Engine:
    """Open the usual index in ``folder``."""
    from diptych.search.index import Index

    return Index.open(folder)


def open_large_engine(folder: Path) -> Engine:
    """Open the index for large libraries; the usual one where the extra is missing."""
    if not has_large_engine():
        return open_engine(folder)
    from diptych.search.large_index import LargeIndex

    return LargeIndex.open(folder.with_name(f"{folder.name}-{LARGE_FOLDER}"))
