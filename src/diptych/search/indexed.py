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


def date_number(date: str) -> int:
    """Turn ``2025-02-14``, ``2025-02`` or ``2025`` into 20250214, 20250200 or 20250000.

    Anything else gives 0, the number of an unknown date.
    """
    parts = date.strip()[:10].split("-")
    if len(parts) > 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return 0
    year, month, day = (*map(int, parts), 0, 0)[:3]
    if not (1 <= year <= 9999 and month <= 12 and day <= 31):
        return 0
    return year * 10_000 + month * 100 + day
