# SPDX-License-Identifier: MIT
"""Finding a quote in a text that no longer holds it letter for letter."""

from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from diptych.text.tokens import written_word
from diptych.values import dataclass

if TYPE_CHECKING:  # most notes stand where they stood, and nothing is to be found
    import numpy as np

# Code points; the bit vectors grow with the quote, and time with their product.
LONG_QUOTE = 2000
# So much of each end is as good as unique, and the middle is measured afterwards.
_END_OF_LONG = 500
_TRIGRAM = 3
# Above all common letters, so that words as characters meet no real ones.
_FIRST_CODE = 0x10000


@dataclass(frozen=True, slots=True)
class Likeness:
    """A range of the text that resembles the quote, and by how many edits it differs."""

    start: int
    end: int
    edits: int


@dataclass(frozen=True, slots=True)
class Folded:
    """A text without what differs between two containers of the same words.

    ``origin[i]`` is where the folded character ``i`` stands in the text itself.
    """

    text: str
    origin: array[int]
    length: int

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the text behind a range of the folded text."""
        return self.origin[start], self.origin[end - 1] + 1 if end > start else self.origin[start]


@dataclass(frozen=True, slots=True)
class Worded:
    """A text with one character for each of its words, and where each word stands."""

    text: str
    codes: dict[str, str]
    spans: tuple[tuple[int, int], ...]


# Curly and straight, guillemets and primes, all hyphens and dashes; soft hyphens and what has
# no width go, for some containers keep them and others do not.
_SAME = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc`´", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033«»", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", ""),
}


@lru_cache(maxsize=65536)
def _folded_character(character: str) -> str:
    if character.isspace():
        return " "
    return _SAME.get(character, unicodedata.normalize("NFKD", character))


@lru_cache(maxsize=4)
def fold(text: str) -> Folded:
    """Fold white space, quotation marks, dashes, ligatures and accents' encoding."""
    parts: list[str] = []
    origin = array("L")
    # As after a space: white space at the beginning is left out.
    last = " "
    for position, character in enumerate(text):
        for folded in _folded_character(character):
            # A run of white space is one space, wherever lines were broken.
            if folded == " " == last:
                continue
            parts.append(folded)
            origin.append(position)
            last = folded
    return Folded("".join(parts), origin, len(text))


def find_alike(quote: str, text: str, *, most_edits: int, limit: int = 5) -> tuple[Likeness, ...]:
    """Return the ranges within ``most_edits`` of ``quote``, fewest edits first.

    Ranges do not overlap by more than half the quote. Quotes longer than
    ``LONG_QUOTE`` are found by their two ends and then measured whole.
    """
    if len(quote) > LONG_QUOTE:
        return _find_long(quote, text, most_edits=most_edits, limit=limit)
    found: list[Likeness] = []
    for start, end in _promising(quote, text, most_edits):
        found += _alike_in(quote, text, start, end, most_edits=most_edits, limit=limit)
    return tuple(sorted(found, key=lambda alike: (alike.edits, alike.start))[:limit])


def find_reworded(
    quote: str, text: str, *, most_edits: int, limit: int = 5
) -> tuple[Likeness, ...]:
    """Return the ranges that hold the words of ``quote`` but for ``most_edits`` of them.

    A word put in the place of another is one edit, however long the two are.
    """
    worded = _worded(text)
    # A word the text does not have is a sign it does not have either.
    wanted = "".join(worded.codes.get(word, "\0") for word in words_of(quote))
    if not wanted or not worded.text:
        return ()
    return tuple(
        Likeness(worded.spans[alike.start][0], worded.spans[alike.end - 1][1], alike.edits)
        for alike in find_alike(wanted, worded.text, most_edits=most_edits, limit=limit)
        if alike.end > alike.start
    )


def words_of(text: str) -> list[str]:
    """Return the words of ``text`` in one letter case, without punctuation."""
    return [word.casefold() for word in written_word().findall(text)]


@lru_cache(maxsize=2)
def _worded(text: str) -> Worded:
    codes: dict[str, str] = {}
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    for match in written_word().finditer(text):
        word = match.group().casefold()
        parts.append(codes.setdefault(word, chr(_FIRST_CODE + len(codes) % 0x100000)))
        spans.append(match.span())
    return Worded("".join(parts), codes, tuple(spans))


def _alike_in(
    quote: str, text: str, start: int, end: int, *, most_edits: int, limit: int
) -> list[Likeness]:
    """Pick the best non-overlapping ends inside one region, then find their starts."""
    region = text[start:end]
    ends = [
        (edits, position)
        for position, edits in enumerate(_distances(quote, region), 1)
        if edits <= most_edits
    ]
    taken: list[Likeness] = []
    # Ends beside a good end are the same place with a letter more or less.
    apart = max(1, len(quote) // 2)
    for _, position in sorted(ends):
        # ``taken`` holds better ones: the ends come with the fewest edits first.
        if any(abs(start + position - other.end) < apart for other in taken):
            continue
        reach = region[max(0, position - len(quote) - most_edits) : position]
        # Myers tells where matches end; the same backwards tells where this one begins.
        backwards = list(_distances(quote[::-1], reach[::-1]))
        edits = min(backwards)
        length = backwards.index(edits) + 1
        taken.append(Likeness(start + position - length, start + position, edits))
        if len(taken) == limit:
            break
    return taken


def _distances(pattern: str, text: str) -> Iterator[int]:
    """Yield, for each end in ``text``, the edits of the best match ending there.

    Myers, "A fast bit-vector algorithm for approximate string matching based on
    dynamic programming", JACM 46 (1999), with Python's integers as bit vectors.
    """
    # Bit i speaks of the first i + 1 characters of the pattern.
    everything = (1 << len(pattern)) - 1
    last = 1 << (len(pattern) - 1)
    places: dict[str, int] = {}
    for index, character in enumerate(pattern):
        places[character] = places.get(character, 0) | (1 << index)
    # plus and minus: where the column of edits rises or falls from one letter to the next.
    plus, minus, edits = everything, 0, len(pattern)
    for character in text:
        equal = places.get(character, 0)
        vertical = equal | minus
        horizontal = (((equal & plus) + plus) ^ plus) | equal
        rises = minus | (everything & ~(horizontal | plus))
        falls = plus & horizontal
        if rises & last:
            edits += 1
        elif falls & last:
            edits -= 1
        rises = (rises << 1) & everything
        falls = (falls << 1) & everything
        plus = falls | (everything & ~(vertical | rises))
        minus = rises & vertical
        yield edits


def _promising(quote: str, text: str, most_edits: int) -> list[tuple[int, int]]:
    """Return the regions that can hold a match at all.

    A match with k edits shares at least m - 2 - 3k of the quote's m - 2
    trigrams (the q-gram lemma; Ukkonen 1992), so nothing is lost here.
    """
    needed = len(quote) - 2 - _TRIGRAM * most_edits
    window = len(quote) + most_edits
    # So many edits leave no trigram for sure; then all of the text must be looked at.
    if needed <= 0 or len(text) <= window:
        return [(0, len(text))]
    import numpy as np

    # Whether each trigram of the text stands anywhere in the quote: never fewer than are
    # shared.
    known = np.isin(_trigrams(text), _trigrams(quote))
    # Running sums, so that each window is one subtraction.
    sums = np.concatenate(([0], np.cumsum(known)))
    size = min(window - 2, len(known))
    starts = np.flatnonzero(sums[size:] - sums[:-size] >= needed)
    regions: list[tuple[int, int]] = []
    # Windows that follow one another are one region, read once.
    breaks = np.flatnonzero(np.diff(starts) > 1)
    for group in np.split(starts, breaks + 1):
        if len(group):
            regions.append((int(group[0]), min(len(text), int(group[-1]) + window)))
    return regions


@lru_cache(maxsize=8)
def _trigrams(text: str) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
    """Return the three-character strings of ``text`` as numbers."""
    import numpy as np

    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    wide = codes.astype(np.uint64)
    # 21 bits hold any code point, three of them one 64-bit number.
    return (wide[:-2] << np.uint64(42)) | (wide[1:-1] << np.uint64(21)) | wide[2:]


def _find_long(quote: str, text: str, *, most_edits: int, limit: int) -> tuple[Likeness, ...]:
    from rapidfuzz.distance import Levenshtein

    # A quarter in edits, as everywhere; the ends together bound what lies between them.
    edge = _END_OF_LONG // 4
    heads = find_alike(quote[:_END_OF_LONG], text, most_edits=edge)
    tails = find_alike(quote[-_END_OF_LONG:], text, most_edits=edge)
    found: list[Likeness] = []
    for head in heads:
        for tail in tails:
            length = tail.end - head.start
            # The difference in length alone is more edits than are allowed.
            if abs(length - len(quote)) > most_edits:
                continue
            passage = text[head.start : tail.end]
            edits = Levenshtein.distance(quote, passage, score_cutoff=most_edits)
            if edits <= most_edits:
                found.append(Likeness(head.start, tail.end, edits))
    return tuple(sorted(found, key=lambda alike: (alike.edits, alike.start))[:limit])
