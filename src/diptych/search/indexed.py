# SPDX-License-Identifier: MIT
"""What the index is told of an article, and the fields that can be asked for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from enum import StrEnum

from diptych.values import dataclass


class Field(StrEnum):
    """Where a term stands; the value is the first letter of the term's key.

    Capital letters are whole values, compared as they are; small ones are words.
    """

    TITLE = "t"
    BODY = "b"
    AUTHOR = "a"
    SOURCE = "s"
    TAG = "g"
    ID = "I"
    LANGUAGE = "L"
    AUTHOR_NAME = "A"
    SOURCE_NAME = "S"
    TAG_NAME = "G"


@dataclass(frozen=True, slots=True)
class IndexedArticle:
    """One article as the index sees it; ``date`` is ISO 8601 or empty."""

    id: str
    title: str
    body: str
    authors: tuple[str, ...] = ()
    source: str = ""
    date: str = ""
    language: str = ""
    tags: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.id:
            raise ValueError("an indexed article needs an id")


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """What the index can tell of an article without its text."""

    id: str
    title: str
    authors: tuple[str, ...]
    source: str
    date: str
    language: str
    tags: tuple[str, ...]


def batches(
    every: Iterable[IndexedArticle], *, articles: int, letters: int
) -> Iterator[dict[str, IndexedArticle]]:
    """Group articles by id, the last of an id winning, into parts that fit in memory."""
    batch: dict[str, IndexedArticle] = {}
    held = 0
    for article in every:
        batch[article.id] = article
        # Memory goes by letters: one book weighs as much as a hundred articles.
        held += len(article.body)
        if len(batch) >= articles or held >= letters:
            yield batch
            batch, held = {}, 0
    if batch:
        yield batch


def sayable(text: str) -> str:
    """Return a text without halves of a pair, which no file can hold."""
    # A page's JSON may hold \ud83d alone, half of a sign that was cut in two.
    return text.encode("utf-8", "replace").decode()


def to_json(article: IndexedArticle) -> str:
    """Write what an index keeps of an article, for ``from_json``."""
    # A list and no object: it is read for each answer, and names take room in every one.
    kept = (article.authors, article.source, article.date, article.language, article.tags)
    return json.dumps([article.id, article.title, *kept], separators=(",", ":"))


def from_json(written: str | bytes) -> StoredArticle:
    """Read what ``to_json`` wrote."""
    id_, title, authors, source, date, language, tags = json.loads(written)
    return StoredArticle(id_, title, tuple(authors), source, date, language, tuple(tags))
