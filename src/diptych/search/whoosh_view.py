# SPDX-License-Identifier: MIT
"""One commit of Whoosh's index, opened for reading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from diptych.search.engine import DEFAULT_FIELDS, FIELD_NAMES
from diptych.search.indexed import StoredArticle, from_json
from diptych.search.word_list import WordList


@dataclass(frozen=True, slots=True)
class View:
    """One commit: what is asked of it stays the same while others add."""

    generation: int
    searcher: Any  # Whoosh's
    lists: tuple[WordList, ...]

    def sizes(self) -> list[tuple[int, int]]:
        """Return how many articles each segment has, and how many with the deleted ones."""
        parts = (reader for reader, _ in self.searcher.reader().leaf_readers())
        return [(part.doc_count(), part.doc_count_all()) for part in parts]

    def knows(self, term: str) -> bool:
        """Tell whether a term stands in a title or a text."""
        reader = self.searcher.reader()
        return any((FIELD_NAMES[field], term) in reader for field in DEFAULT_FIELDS)

    def article(self, number: int) -> StoredArticle:
        """Return what is kept of an article."""
        return from_json(self.searcher.stored_fields(number)["stored"])

    def read_all(self) -> None:
        """Read whatever is there; damaged files throw something sooner or later."""
        reader = self.searcher.reader()
        for _, kept in reader.iter_docs():
            from_json(kept["stored"])
        for name, term in reader.all_terms():
            for _ in self.searcher.postings(name, term).items_as("frequency"):
                pass
