# SPDX-License-Identifier: MIT
"""One list of words as they are written, each with its term and how often it occurs.

A list is a file of flat arrays, mapped into memory: opening one costs the same
whatever its size, and a beginning is found by halving. Python's own arrays serve: one
search on the command line is done in twice the time that loading numpy takes.
"""

from __future__ import annotations

import heapq
import mmap
import os
import struct
import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Final

from diptych.text.plain_forms import plain_form, without_accents
from diptych.values import dataclass

Numbers = memoryview
"""Unsigned numbers of four bytes: made here, or a part of a mapped file."""

Entry = tuple[bytes, bytes]
"""A written form and its term, both in UTF-8."""

_MAGIC = b"DIPTYCHW"  # tells a list from any other file
_HEAD = struct.Struct("<8sI4x6Q")  # checksum of all that follows, then the arrays' bytes
_NUMBER: Final = "I"  # four bytes wherever Qt runs
_ARRAYS_OF_NUMBERS = 4  # they stand before the two blobs: so they stay aligned
# No byte of UTF-8 is 255: it sorts behind whatever begins with the same letters.
_PAST_EVERY_FORM = b"\xff"
_SPARSE = 8  # times as many terms as are wanted are read at once rather than one by one
_MOST_COMPLETED = 4  # times as many words of each list as are asked for


class BrokenListError(Exception):
    """A list's bytes are not what was written."""


@dataclass(frozen=True, slots=True)
class Packed:
    """Some byte strings: one blob and where each ends."""

    blob: memoryview
    ends: Numbers

    def __len__(self) -> int:
        return len(self.ends)

    def __getitem__(self, i: int) -> bytes:
        # The first begins at 0, which is not stored.
        start = self.ends[i - 1] if i else 0
        return self.blob[start : self.ends[i]].tobytes()

    def slice(self, low: int, high: int) -> list[bytes]:
        """Return the strings from ``low`` up to ``high``."""
        if high <= low:
            return []
        start = at = self.ends[low - 1] if low else 0
        blob = self.blob[start : self.ends[high - 1]].tobytes()
        out = []
        for end in self.ends[low:high].tolist():
            out.append(blob[at - start : end - start])
            at = end
        return out

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


@dataclass(frozen=True, slots=True)
class WordList:
    """Sorted written forms; form i has the term ``form_terms[i]``, ``counts[i]`` times.

    A form is in lower case without accents, with the accented spelling after a
    zero byte where it differs.
    """

    form_terms: Numbers
    counts: Numbers
    forms: Packed
    terms: Packed

    def __len__(self) -> int:
        return len(self.forms)

    def beginning(self, start: bytes) -> tuple[int, int]:
        """Return where the forms that begin with ``start`` begin and end."""
        return self.forms.place(start), self.forms.place(start + _PAST_EVERY_FORM)

    def term_of(self, form: int) -> str:
        """Return the term of a form given by its number."""
        return self.terms[self.form_terms[form]].decode()

    def terms_at(self, numbers: Sequence[int]) -> list[str]:
        """Return some terms by their numbers."""
        if not numbers:
            return []
        low, high = min(numbers), max(numbers) + 1
        if high - low > _SPARSE * len(numbers):
            return [self.terms[number].decode() for number in numbers]
        between = self.terms.slice(low, high)
        return [between[number - low].decode() for number in numbers]

    def entries(self) -> list[tuple[Entry, int]]:
        """Return every form with its term and how often it occurs."""
        forms, terms = (part.slice(0, len(part)) for part in (self.forms, self.terms))
        numbers, counts = self.form_terms.tolist(), self.counts.tolist()
        return [
            ((form, terms[number]), count)
            for form, number, count in zip(forms, numbers, counts, strict=True)
        ]


def list_of(forms: Sequence[bytes], form_terms: Sequence[bytes], counts: Iterable[int]) -> WordList:
    """Return the list of sorted forms, the term of each and how often it occurs."""
    # Stems stand almost in the order of their words, and such are sorted soon.
    terms = sorted(dict.fromkeys(form_terms))
    number = dict(zip(terms, range(len(terms)), strict=True))
    return WordList(
        _numbers(map(number.__getitem__, form_terms)),
        _numbers(counts),
        _packed(forms),
        _packed(terms),
    )


def write(path: Path, words: WordList) -> None:
    """Write a list's file, down to the disk."""
    pieces = [piece.tobytes() for piece in _arrays(words)]
    body = b"".join(pieces)
    with path.open("wb") as file:
        file.write(_HEAD.pack(_MAGIC, zlib.crc32(body), *map(len, pieces)))
        file.write(body)
        file.flush()
        os.fsync(file.fileno())


def read(path: Path) -> WordList:
    """Map a list's file; raise BrokenListError when it was not written to its end."""
    try:
        with path.open("rb") as file:
            # Mapped: pages come from the disk as they are asked for, and others share them.
            buffer = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        # Lengths alone are checked here; the checksum would read the whole file.
        _, *sizes = _sound_head(buffer)
        at, arrays = _HEAD.size, []
        for i, size in enumerate(sizes):
            part = buffer[at : at + size]
            arrays.append(part.cast(_NUMBER) if i < _ARRAYS_OF_NUMBERS else part)
            at += size
        form_terms, counts, form_ends, term_ends, forms, terms = arrays
        return WordList(form_terms, counts, Packed(forms, form_ends), Packed(terms, term_ends))
    except (struct.error, ValueError, TypeError) as error:
        raise BrokenListError(f"{path.name} cannot be read") from error


def is_sound(path: Path) -> bool:
    """Compare a list's file with its checksum; for idle moments."""
    content = path.read_bytes()
    try:
        checksum, *_ = _sound_head(memoryview(content))
    except (struct.error, ValueError):
        return False
    return zlib.crc32(content[_HEAD.size :]) == checksum


def completions(lists: Sequence[WordList], prefix: str, count: int) -> tuple[str, ...]:
    """Return the most frequent words that begin with ``prefix``, accents or not."""
    start = without_accents(plain_form(prefix)).encode("utf-8", "replace")
    often: dict[str, int] = {}
    for words in lists if start else ():
        low, high = words.beginning(start)
        # More of each list than are wanted: a word may be rare in one and frequent in the sum.
        wanted = _MOST_COMPLETED * count
        for i in heapq.nlargest(wanted, range(low, high), key=words.counts.__getitem__):
            bare, _, spelled = words.forms[i].partition(b"\0")
            word = (spelled or bare).decode()
            often[word] = often.get(word, 0) + words.counts[i]
    return tuple(sorted(often, key=lambda word: (-often[word], word))[:count])


def most_frequent_terms(lists: Sequence[WordList], start: str, count: int) -> list[str]:
    """Return the terms of the words that begin with ``start``, the most frequent first."""
    often: dict[str, int] = {}
    prefix = start.encode("utf-8", "replace")
    for words in lists:
        low, high = words.beginning(prefix)
        # Several forms of a beginning have one term, which is asked for once.
        times: dict[int, int] = defaultdict(int)
        forms = zip(
            words.form_terms[low:high].tolist(), words.counts[low:high].tolist(), strict=True
        )
        for term, time in forms:
            times[term] += time
        chosen = heapq.nlargest(count, times, key=times.__getitem__)
        for word, term in zip(words.terms_at(chosen), chosen, strict=True):
            often[word] = often.get(word, 0) + times[term]
    return sorted(often, key=lambda term: (-often[term], term))[:count]


def _numbers(numbers: Iterable[int]) -> Numbers:
    return memoryview(array(_NUMBER, numbers))


def _packed(strings: Sequence[bytes]) -> Packed:
    return Packed(memoryview(b"".join(strings)), _numbers(accumulate(map(len, strings))))


def _arrays(words: WordList) -> tuple[memoryview, ...]:
    forms, terms = words.forms, words.terms
    return words.form_terms, words.counts, forms.ends, terms.ends, forms.blob, terms.blob


def _sound_head(buffer: memoryview) -> tuple[int, ...]:
    """Return the checksum of what follows and the length of each array, in bytes."""
    magic, checksum, *sizes = _HEAD.unpack_from(buffer)
    if magic != _MAGIC or len(buffer) != _HEAD.size + sum(sizes):
        raise ValueError("the file is cut short or another's")
    return checksum, *sizes
