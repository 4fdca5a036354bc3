# SPDX-License-Identifier: MIT
"""What Whoosh asks of a codec, answered from flat segment files.

Whoosh calls these by their methods and needs no base classes, so that this
module does not import it.
"""

from __future__ import annotations

import mmap
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np

from diptych.search.indexed import Field
from diptych.search.segment import Segment, from_bytes, to_bytes

SEGMENT_SUFFIX = ".articles"
_FIELDS = {"body": Field.BODY, "id": Field.ID, "title": Field.TITLE}
_WORD_FIELDS = ("body", "title")
PLACE_BYTES = "<u4"


class Listed(Protocol):
    """A segment as Whoosh's table of contents lists it."""

    def make_filename(self, suffix: str) -> str: ...
    def deleted_count(self) -> int: ...
    def deleted_docs(self) -> Iterable[int]: ...
    def is_deleted(self, number: int) -> bool: ...


class Folder(Protocol):
    """Where Whoosh keeps an index."""

    folder: str


def sync(path: Path) -> None:
    """Have a file or folder written to the disk itself, where the system can."""
    if os.name != "posix" and path.is_dir():
        return
    descriptor = os.open(path, os.O_RDONLY if os.name == "posix" else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def written(path: Path, segment: Segment) -> None:
    """Write a segment's file, down to the disk."""
    with path.open("wb") as file:
        file.writelines(to_bytes(segment))
        file.flush()
        os.fsync(file.fileno())


def mapped(folder: Path, listed: Listed) -> memoryview:
    """Map a segment's file into memory."""
    return map_file(folder / listed.make_filename(SEGMENT_SUFFIX))


def map_file(path: Path) -> memoryview:
    """Map a file that is not empty into memory."""
    with path.open("rb") as file:
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


@dataclass(frozen=True, slots=True)
class ArticleCodec:
    """Writes ready segments; reads titles and texts for Whoosh's own searcher.

    ``new_listed`` makes the entry of a new segment, ``new_matcher`` Whoosh's
    walker over postings.
    """

    new_listed: Callable[[str], Listed]
    new_matcher: Callable[..., object]
    length_stats: bool = False

    def per_document_writer(self, _storage: Folder, _listed: Listed) -> NothingPerArticle:
        return NothingPerArticle()

    def field_writer(self, storage: Folder, listed: Listed) -> SegmentFile:
        return SegmentFile(Path(storage.folder) / listed.make_filename(SEGMENT_SUFFIX))

    def terms_reader(self, storage: Folder, listed: Listed) -> Terms:
        return Terms(from_bytes(mapped(Path(storage.folder), listed)), self.new_matcher)

    def per_document_reader(self, storage: Folder, listed: Listed) -> Articles:
        return Articles(from_bytes(mapped(Path(storage.folder), listed)), listed)

    def new_segment(self, _storage: Folder, name: str) -> Listed:
        return self.new_listed(name)


class NothingPerArticle:
    """A ready segment brings what it knows of each article."""

    is_closed = False

    def close(self) -> None:
        self.is_closed = True


class SegmentFile:
    """Writes a ready segment to its file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.is_closed = False

    def add_postings(self, _schema: object, _lengths: object, items: Segment | Path) -> None:
        if isinstance(items, Path):
            items.replace(self._path)
        else:
            written(self._path, items)

    def close(self) -> None:
        self.is_closed = True


@dataclass(frozen=True, slots=True)
class TermFacts:
    """What Whoosh's scoring wants to know of a term."""

    segment: Segment
    number: int

    def weight(self) -> float:
        return float(self.segment.counts(self.number).sum())

    def doc_frequency(self) -> int:
        return self.segment.article_count(self.number)

    def max_weight(self) -> float:
        return float(self.segment.counts(self.number).max())

    def min_length(self) -> int:
        return 1

    def max_length(self) -> int:
        return int(self.segment.lengths.max())

    def min_id(self) -> int:
        return int(self.segment.articles(self.number)[0])

    def max_id(self) -> int:
        return int(self.segment.articles(self.number)[-1])


class Terms:
    """Titles and texts for Whoosh's own readers and queries."""

    def __init__(self, segment: Segment, new_matcher: Callable[..., object]) -> None:
        self._segment = segment
        self._new_matcher = new_matcher

    def _number(self, name: str, text: bytes) -> int | None:
        return self._segment.term(_FIELDS[name].encode() + text)

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        return self._number(*term) is not None

    def indexed_field_names(self) -> Iterable[str]:
        return _FIELDS

    def terms(self) -> Iterator[tuple[str, bytes]]:
        for name, field in _FIELDS.items():
            found = self._segment.terms_from(field.encode())
            for key in self._segment.terms.slice(found.start, found.stop):
                yield name, key[1:]

    def terms_from(self, name: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        letter = _FIELDS[name].encode()
        past = self._segment.terms_from(letter).stop
        for key in self._segment.terms.slice(self._segment.terms.place(letter + prefix), past):
            yield name, key[1:]

    def close(self) -> None:
        """Nothing to close: the map goes when nobody looks at it."""

    def term_info(self, name: str, text: bytes) -> TermFacts:
        number = self._number(name, text)
        if number is None:
            raise KeyError(text)
        return TermFacts(self._segment, number)

    def frequency(self, name: str, text: bytes) -> float:
        return self.term_info(name, text).weight()

    def doc_frequency(self, name: str, text: bytes) -> int:
        return self.term_info(name, text).doc_frequency()

    def matcher(self, name: str, text: bytes, format_: object, scorer: object = None) -> object:
        facts = self.term_info(name, text)
        counts = self._segment.counts(facts.number)
        _, places = self._segment.positions(facts.number, np.ones(len(counts), bool))
        parts = np.split(places.astype(PLACE_BYTES), np.cumsum(counts.astype(np.int64))[:-1])
        return self._new_matcher(
            self._segment.articles(facts.number).tolist(),
            counts.astype(float).tolist(),
            [part.tobytes() for part in parts],
            format_,
            scorer=scorer,
            term=(name, text),
            terminfo=facts,
        )


class Articles:
    """Lengths and stored fields for Whoosh's own readers."""

    def __init__(self, segment: Segment, listed: Listed) -> None:
        self._segment = segment
        self._listed = listed

    def doc_count(self) -> int:
        return len(self._segment) - self._listed.deleted_count()

    def doc_count_all(self) -> int:
        return len(self._segment)

    def has_deletions(self) -> bool:
        return bool(self._listed.deleted_count())

    def is_deleted(self, number: int) -> bool:
        return self._listed.is_deleted(number)

    def deleted_docs(self) -> Iterable[int]:
        return self._listed.deleted_docs()

    def stored_fields(self, number: int) -> dict[str, str]:
        return {"id": self._segment.article(number).id}

    def doc_field_length(self, number: int, name: str, default: int = 0) -> int:
        if name not in _WORD_FIELDS:
            return default
        return int(self._segment.field_lengths(_FIELDS[name])[number])

    def field_length(self, name: str) -> int:
        if name not in _WORD_FIELDS:
            return 0
        return int(self._segment.field_lengths(_FIELDS[name]).sum())

    def close(self) -> None:
        """Nothing to close: the map goes when nobody looks at it."""

    def all_doc_ids(self) -> Iterator[int]:
        return (i for i in range(len(self._segment)) if not self._listed.is_deleted(i))

    def iter_docs(self) -> Iterator[tuple[int, dict[str, str]]]:
        return ((i, self.stored_fields(i)) for i in self.all_doc_ids())

    def has_column(self, _name: str) -> bool:
        return False

    def min_field_length(self, name: str) -> int:
        return int(self._segment.field_lengths(_FIELDS[name]).min())

    def max_field_length(self, name: str) -> int:
        return int(self._segment.field_lengths(_FIELDS[name]).max())
