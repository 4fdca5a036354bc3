# SPDX-License-Identifier: MIT
"""What the index is told of an article, and the fields that can be asked for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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


WORD_FIELDS = (Field.TITLE, Field.BODY, Field.AUTHOR, Field.SOURCE, Field.TAG)


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
