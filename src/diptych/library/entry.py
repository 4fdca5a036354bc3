# SPDX-License-Identifier: MIT
"""One article as the library knows it, and how its file is recognised."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from diptych.library.progress import ReadingState
from diptych.text.addresses import outlet_of
from diptych.text.article import Article, TitleSource, called
from diptych.text.language import direction_of
from diptych.values import dataclass

CORRECTABLE = ("title", "authors", "date", "source", "language", "direction", "short_name")

LONGEST_SHOWN = 32  # code points of a title that is a first sentence; a row has no room for more


def shown_title(title: str, source: TitleSource) -> str:
    """Return what is seen of a title in a row, by which two articles are told apart.

    Of two drafts without a heading the first sentences may differ at their ends only.
    """
    return title[:LONGEST_SHOWN] if source is TitleSource.DERIVED else title


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of the library as the list shows it, the reader's corrections applied.

    A chapter opened as an article of its own names the book it is ``part_of``
    and which ``part`` it is; its file is the book's.
    """

    id: str
    path: Path
    title: str
    title_source: TitleSource
    authors: tuple[str, ...]
    date: str
    source: str
    language: str
    direction: str
    words: int
    format: str
    added: float  # seconds since 1970
    tags: tuple[str, ...] = ()
    available: bool = True
    encoding: str = ""
    warnings: tuple[str, ...] = ()
    part_of: str = ""
    part: int = 0
    reading: ReadingState = ReadingState.UNREAD
    short_name: str = ""

    @property
    def called(self) -> str:
        """What the article is called wherever two of them may stand together."""
        return called(self.short_name, self.title)

    @property
    def outlet(self) -> str:
        """Who publishes it, as lists say it."""
        return outlet_of(self.source)


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells an untouched file from a changed one without reading it."""

    size: int
    modified: int  # nanoseconds since 1970

    @classmethod
    def of(cls, path: Path) -> Stamp:
        status = path.stat()
        return cls(status.st_size, status.st_mtime_ns)


class Arrival(StrEnum):
    """What recording a file meant for the library."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    COPY = "copy"
    MOVED = "moved"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Recorded:
    """The answer to ``Catalogue.record``.

    ``previous`` is the id of the version a changed file held before, ``other``
    the path that has the same content, or had it before a move.
    """

    arrival: Arrival
    id: str
    previous: str = ""
    other: Path | None = None


def corrected(
    article: Article, corrections: Mapping[str, object], tags: tuple[str, ...]
) -> Article:
    """Return the article with the reader's word in place of the file's."""
    return replace(article, tags=tags, **changes(corrections))


def changes(corrections: Mapping[str, object]) -> dict[str, Any]:
    """Return the fields a reader's corrections set, in Entry and Article alike."""
    found: dict[str, Any] = {
        field: corrections[field] for field in CORRECTABLE if field in corrections
    }
    if "authors" in found:
        found["authors"] = tuple(found["authors"])
    # As sure as one the file states, so that no first line is shown in its place.
    if "title" in found:
        found["title_source"] = TitleSource.METADATA
    # A text corrected to Arabic runs from right to left, unless that was said as well.
    if "language" in found and "direction" not in found:
        found["direction"] = direction_of("", str(found["language"]))
    return found
