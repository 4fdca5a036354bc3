# SPDX-License-Identifier: MIT
"""One commit of Whoosh's index, opened for reading, and what is written into one."""

from __future__ import annotations

from typing import Any

from diptych.search.engine import DEFAULT_FIELDS, FIELD_NAMES
from diptych.search.indexed import IndexedArticle, StoredArticle, from_json, sayable, to_json
from diptych.search.word_list import WordList
from diptych.text.calendar import date_number
from diptych.text.stems import base_language
from diptych.values import dataclass


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
            # Reading every place of every term unpacks every block of the file.
            for _ in self.searcher.postings(name, term).items_as("frequency"):
                pass


def document_of(article: IndexedArticle, words: dict[str, str]) -> dict[str, Any]:
    """Return what Whoosh is to keep of an article, by the names of its fields."""
    language = base_language(article.language)
    document: dict[str, Any] = {
        "id": sayable(article.id),
        "title_key": sayable(article.title.casefold()),
        "date": date_number(article.date),
        "stored": to_json(article),
        **words,
    }
    return document | ({"language": language} if language else {})
