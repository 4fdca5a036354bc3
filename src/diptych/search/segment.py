# SPDX-License-Identifier: MIT
"""One segment of an index: sorted terms and flat arrays of where they stand.

The arrays are written one after the other and read back as views of the
mapped file, so that opening a segment costs the same for ten articles as for
ten thousand. Nothing in it is pickled.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
import numpy.typing as npt

from diptych.search.indexed import WORD_FIELDS, Field, StoredArticle

Array = npt.NDArray[np.unsignedinteger]
Ints = npt.NDArray[np.int64]

_MAGIC = b"DIPTYCHS"
_HEAD = struct.Struct("<8sII")
_ALIGNED = 16
_PAST_EVERY_TERM = b"\xff"
_SPARSE = 8  # times as many terms as are wanted are read at once rather than one by one


class BrokenSegmentError(Exception):
    """A segment's bytes are not what was written."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A list of byte strings: one blob and where each ends."""

    blob: Array
    ends: Array

    def __len__(self) -> int:
        return len(self.ends)

    def __getitem__(self, i: int) -> bytes:
        start = int(self.ends[i - 1]) if i else 0
        return self.blob[start : int(self.ends[i])].tobytes()

    def all(self) -> list[bytes]:
        """Return every string; one pass, for merging and listing."""
        blob, start = self.blob.tobytes(), 0
        out = []
        for end in self.ends.tolist():
            out.append(blob[start:end])
            start = end
        return out

    def slice(self, low: int, high: int) -> list[bytes]:
        """Return the strings from ``low`` up to ``high``."""
        if high <= low:
            return []
        start = int(self.ends[low - 1]) if low else 0
        part = Packed(
            self.blob[start : int(self.ends[high - 1])],
            self.ends[low:high] - np.array(start, self.ends.dtype),
        )
        return part.all()

    def place(self, wanted: bytes) -> int:
        """Return the first index whose string is not below ``wanted`` (they are sorted)."""
        low, high = 0, len(self.ends)
        while low < high:
            middle = (low + high) // 2
            if self[middle] < wanted:
                low = middle + 1
            else:
                high = middle
        return low


def packed(strings: list[bytes]) -> Packed:
    """Join strings into one blob that knows where each ends."""
    ends = np.cumsum(np.fromiter(map(len, strings), np.uint32, len(strings)), dtype=np.uint32)
    return Packed(np.frombuffer(bytearray().join(strings), np.uint8), ends)


@dataclass(frozen=True, slots=True)
class Segment:
    """The terms of some articles.

    ``terms`` are sorted keys: a field's letter, then the term in UTF-8. Term i
    has the pairs (article, count) from ``first_pair[i]`` to ``first_pair[i+1]``
    and, in the same order, its positions from ``first_place[i]``. ``forms`` are
    the words of titles and texts in lower case without accents, sorted, with the
    accented spelling after a zero byte where it differs; each knows its term
    and how often it occurs. ``lengths`` has a row per word field.
    """

    terms: Packed
    first_pair: Array
    first_place: Array
    pair_articles: Array
    pair_counts: Array
    places: Array
    forms: Packed
    form_terms: Array
    form_counts: Array
    lengths: Array
    dates: Array
    stored: Packed

    def __len__(self) -> int:
        return len(self.dates)

    def term(self, key: bytes) -> int | None:
        """Return the number of a term, or None when the segment lacks it."""
        i = self.terms.place(key)
        return i if i < len(self.terms) and self.terms[i] == key else None

    def term_text(self, number: int) -> str:
        """Return a term without its field's letter."""
        return self.terms[number][1:].decode()

    def term_texts(self, numbers: Array) -> list[str]:
        """Return some terms without their fields' letters."""
        if not len(numbers):
            return []
        low, high = int(numbers.min()), int(numbers.max()) + 1
        if high - low > _SPARSE * len(numbers):
            return [self.term_text(number) for number in numbers.tolist()]
        between = self.terms.slice(low, high)
        return [between[number - low][1:].decode() for number in numbers.tolist()]

    def terms_from(self, prefix: bytes) -> range:
        """Return the numbers of the terms that begin with ``prefix``."""
        return range(self.terms.place(prefix), self.terms.place(prefix + _PAST_EVERY_TERM))

    def forms_from(self, prefix: bytes) -> range:
        """Return the numbers of the written forms that begin with ``prefix``."""
        return range(self.forms.place(prefix), self.forms.place(prefix + _PAST_EVERY_TERM))

    def article_count(self, term: int) -> int:
        """Return in how many articles a term stands, deleted ones included."""
        return int(self.first_pair[term + 1]) - int(self.first_pair[term])

    def articles(self, term: int) -> Array:
        """Return the articles a term stands in, ascending."""
        return self.pair_articles[self.first_pair[term] : self.first_pair[term + 1]]

    def counts(self, term: int) -> Array:
        """Return how often a term stands in each of ``articles(term)``."""
        return self.pair_counts[self.first_pair[term] : self.first_pair[term + 1]]

    def positions(self, term: int, chosen: npt.NDArray[np.bool_]) -> tuple[Ints, Ints]:
        """Return (article, position) of a term in the pairs that ``chosen`` keeps."""
        counts = self.counts(term).astype(np.int64)
        starts = np.cumsum(counts) - counts + int(self.first_place[term])
        counts, starts = counts[chosen], starts[chosen]
        shift = np.repeat(starts - (np.cumsum(counts) - counts), counts)
        where = self.places[shift + np.arange(len(shift))].astype(np.int64)
        return np.repeat(self.articles(term)[chosen].astype(np.int64), counts), where

    def field_lengths(self, field: Field) -> Array:
        """Return how many words of a field each article has."""
        row = WORD_FIELDS.index(field)
        return self.lengths[row * len(self) : (row + 1) * len(self)]

    def article(self, number: int) -> StoredArticle:
        """Return what is stored of an article."""
        return stored_article(self.stored[number])

    def size(self) -> int:
        """Return the number of bytes all arrays take."""
        return sum(array.nbytes for _, array in _arrays(self))


def stored_bytes(article: StoredArticle) -> bytes:
    """Write what is stored of an article the way ``stored_article`` reads it."""
    value = [
        article.id,
        article.title,
        article.authors,
        article.source,
        article.date,
        article.language,
        article.tags,
    ]
    return json.dumps(value, separators=(",", ":")).encode()


def stored_article(written: bytes) -> StoredArticle:
    """Read what ``stored_bytes`` wrote."""
    id_, title, authors, source, date, language, tags = json.loads(written)
    return StoredArticle(id_, title, tuple(authors), source, date, language, tuple(tags))


def to_bytes(segment: Segment) -> Iterator[bytes]:
    """Yield the pieces of a segment's file in order."""
    directory, pieces, offset = [], [], 0
    for name, array in _arrays(segment):
        piece = array.astype(array.dtype.newbyteorder("<"), copy=False).tobytes()
        kind = array.dtype.newbyteorder("<").str
        directory.append([name, kind, offset, len(array), zlib.crc32(piece)])
        piece += bytes(-len(piece) % _ALIGNED)
        pieces.append(piece)
        offset += len(piece)
    head = json.dumps({"arrays": directory, "size": offset}).encode()
    head += b" " * (-(len(head) + _HEAD.size) % _ALIGNED)
    yield _HEAD.pack(_MAGIC, len(head), zlib.crc32(head)) + head
    yield from pieces


def from_bytes(buffer: memoryview) -> Segment:
    """Read a segment without copying; raise BrokenSegmentError when it is damaged."""
    try:
        arrays = {
            name: np.frombuffer(buffer, np.dtype(kind), count, offset)
            for name, kind, offset, count, _ in _directory(buffer)
        }
        taken: dict[str, Any] = {f.name: _taken(arrays, f.name) for f in fields(Segment)}
        return Segment(**taken)
    except (struct.error, ValueError, KeyError, TypeError) as error:
        raise BrokenSegmentError("An index segment cannot be read.") from error


def is_sound(buffer: memoryview) -> bool:
    """Compare every array of a segment's file with its checksum."""
    try:
        for _, kind, offset, count, checksum in _directory(buffer):
            end = offset + np.dtype(kind).itemsize * count
            if zlib.crc32(buffer[offset:end]) != checksum:
                return False
    except (BrokenSegmentError, struct.error, ValueError, KeyError, TypeError):
        return False
    return True


def _directory(buffer: memoryview) -> Iterator[tuple[str, str, int, int, int]]:
    """Yield name, kind, offset in the file, length and checksum of each array."""
    magic, length, checksum = _HEAD.unpack_from(buffer)
    head = bytes(buffer[_HEAD.size : _HEAD.size + length])
    if magic != _MAGIC or zlib.crc32(head) != checksum:
        raise BrokenSegmentError("The head of an index segment is damaged.")
    values = json.loads(head)
    base = _HEAD.size + length
    if len(buffer) != base + values["size"]:
        raise BrokenSegmentError("An index segment is cut short.")
    for name, kind, offset, count, sum_ in values["arrays"]:
        yield name, kind, base + offset, count, sum_


def narrow(values: Ints | Array) -> Array:
    """Return values in the smallest of 8, 16 and 32 bits that holds them all."""
    largest = int(values.max()) if len(values) else 0
    if largest < 1 << 8:
        return values.astype(np.uint8)
    return values.astype(np.uint16 if largest < 1 << 16 else np.uint32)


def _arrays(segment: Segment) -> Iterator[tuple[str, Array]]:
    for field in fields(segment):
        value = getattr(segment, field.name)
        if isinstance(value, Packed):
            yield field.name + ".blob", value.blob
            yield field.name + ".ends", value.ends
        else:
            yield field.name, value


def _taken(arrays: dict[str, Array], name: str) -> Packed | Array:
    if name in arrays:
        return arrays[name]
    return Packed(arrays[name + ".blob"], arrays[name + ".ends"])
