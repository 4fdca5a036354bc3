# SPDX-License-Identifier: MIT
"""The words of one language met so far, each a number: a whole text's are found at once.

A dictionary is asked for one word after another, and a library has millions. Here
a word is two numbers of eight bytes, its first sixteen letters: all words of a text
are compared with those of a table in a few steps of numpy, each over the whole text.
Longer words, one in a hundred of English, are looked up one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from diptych.text.plain_forms import LONGEST_TERM, plain_form, without_accents
from diptych.text.terms import NO_TERM, is_paired, terms_of

Numbers = npt.NDArray[np.int32]
"""Words or entries by their numbers; 0 is none."""

TEXT_END = "\x1f"
"""A word between two texts: its term is itself, so that what is said can be cut there."""

_Value = TypeVar("_Value", bound=np.generic)

_EIGHT = 8  # letters, in UTF-8, that one number of eight bytes holds
_PACKED = 2 * _EIGHT
_SPACE = 32
# What is left of eight letters when a word has 0, 1, ... 8 of them.
_FIRST_OF_EIGHT = np.frombuffer(
    b"".join(b"\xff" * n + b"\0" * (_EIGHT - n) for n in range(_EIGHT + 1)), np.uint64
)
# Odd, of evenly spread bits: the upper bits of such a product depend on all letters (Dietzfelbinger
# and others, A reliable randomized algorithm for the closest-pair problem, 1997).
_SPREAD_LOW, _SPREAD_HIGH = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)
_SAID_AT_ONCE = 100_000  # words
_FEWEST_SLOTS = 1 << 12
_SLOTS_A_WORD = 2  # at least: of a table half full hardly a word is met at its second slot


class KnownWords:
    """From a word as written in one language to its term and its entry in a list.

    ``entered`` gives the entry of a listed form and its term.
    """

    def __init__(self, language: str, entered: Callable[[str, str], int]) -> None:
        self._language = language
        self._entered = entered
        self._count = 1  # number 0 stands for no word
        self._slots: Numbers = np.zeros(_FEWEST_SLOTS, np.int32)
        # By number: the letters, and where the term begins and ends among all terms.
        self._low = np.zeros(_FEWEST_SLOTS, np.uint64)
        self._high = np.zeros(_FEWEST_SLOTS, np.uint64)
        self._starts: Numbers = np.zeros(_FEWEST_SLOTS, np.int32)
        self._lengths: Numbers = np.zeros(_FEWEST_SLOTS, np.int32)
        self._entries: Numbers = np.zeros(_FEWEST_SLOTS, np.int32)
        self._terms = np.zeros(_FEWEST_SLOTS, np.uint8)
        self._terms_end = 0
        self._long: dict[bytes, int] = {}
        self._add([sign.encode() for sign in (NO_TERM, TEXT_END)], [NO_TERM, TEXT_END], [0, 0])

    def __len__(self) -> int:
        return self._count

    def numbers(self, words: bytes) -> Numbers:
        """Return the number of each word of a text, in order; words stand between spaces."""
        letters, starts, ends = _cut(words)
        low, high = _packed(letters, starts, ends - starts)
        numbers = self._found(low, high)
        numbers[ends - starts > _PACKED] = 0
        missing = np.flatnonzero(numbers == 0)
        if len(missing):
            places = zip(starts[missing].tolist(), ends[missing].tolist(), strict=True)
            numbers[missing] = self._one_by_one([letters[start:end] for start, end in places])
        return numbers

    def entries(self, numbers: Numbers) -> Numbers:
        """Return the entries of words."""
        return self._entries.take(numbers)

    def said(self, numbers: Numbers) -> str:
        """Return the terms of words, each with a space behind it."""
        # A part at a time: a book's letters, eight bytes each, would fill the memory.
        parts = range(0, len(numbers), _SAID_AT_ONCE)
        return "".join(self._said(numbers[first : first + _SAID_AT_ONCE]) for first in parts)

    def _said(self, numbers: Numbers) -> str:
        lengths = self._lengths.take(numbers)
        ends = np.cumsum(lengths)
        # Letter k of what is said is letter k, moved to where its term begins, of all terms.
        letters = np.repeat(self._starts.take(numbers) - (ends - lengths), lengths)
        letters += np.arange(len(letters))
        # ``take`` is twice as quick as brackets are.
        return self._terms.take(letters).tobytes().decode()

    def _found(self, low: npt.NDArray[np.uint64], high: npt.NDArray[np.uint64]) -> Numbers:
        """Return the numbers of words by their letters; 0 for those that are not known."""
        slots = self._first_slots(low, high)
        numbers = self._slots.take(slots)
        others = np.flatnonzero(
            (self._low.take(numbers) != low) | (self._high.take(numbers) != high)
        )
        # A slot taken by another word sends on to the next one; an empty one ends the search.
        while len(others := others[numbers[others] != 0]):
            slots[others] = (slots[others] + 1) % len(self._slots)
            there = numbers[others] = self._slots[slots[others]]
            is_other = (self._low[there] != low[others]) | (self._high[there] != high[others])
            others = others[is_other]
        return numbers

    def _one_by_one(self, words: Sequence[bytes]) -> list[int]:
        """Return the numbers of words that are not in the table, learning the new ones."""
        new = [word for word in dict.fromkeys(words) if word not in self._long]
        learned = self._learned(new) if new else {}
        return [learned.get(word) or self._long[word] for word in words]

    def _learned(self, words: Sequence[bytes]) -> dict[bytes, int]:
        """Number new words."""
        written = b" ".join(words).decode().split(" ")
        plain = [
            text if _is_plain(word) else plain_form(text)
            for word, text in zip(words, written, strict=True)
        ]
        terms = terms_of(plain, self._language)
        entries = [
            self._entered(_listed_form(form), term) if term and not is_paired(text) else 0
            for text, form, term in zip(written, plain, terms, strict=True)
        ]
        first = self._count
        self._add(words, [term or NO_TERM for term in terms], entries)
        return dict(zip(words, range(first, self._count), strict=True))

    def _add(self, words: Sequence[bytes], terms: Sequence[str], entries: Sequence[int]) -> None:
        spaced = np.frombuffer(" ".join([*terms, ""]).encode("utf-8", "replace"), np.uint8)
        first, past = self._count, self._count + len(words)
        terms_start, terms_end = self._terms_end, self._terms_end + len(spaced)
        self._make_room(past, terms_end)
        new = slice(first, past)
        term_ends = np.flatnonzero(spaced == _SPACE) + 1
        self._lengths[new] = np.diff(term_ends, prepend=0)
        self._starts[new] = terms_start + term_ends - self._lengths[new]
        self._terms[terms_start:terms_end] = spaced
        self._entries[new] = entries
        letters, starts, ends = _cut(b" ".join(words))
        self._low[new], self._high[new] = _packed(letters, starts, ends - starts)
        self._count, self._terms_end = past, terms_end
        is_long = ends - starts > _PACKED
        self._place(np.flatnonzero(~is_long).astype(np.int32) + np.int32(first))
        self._long |= {words[i]: first + i for i in np.flatnonzero(is_long).tolist()}

    def _make_room(self, words: int, letters: int) -> None:
        for name in ("_low", "_high", "_starts", "_lengths", "_entries"):
            setattr(self, name, _with_room(getattr(self, name), words))
        self._terms = _with_room(self._terms, letters)
        if _SLOTS_A_WORD * words > len(self._slots):
            self._slots = np.zeros(1 << (2 * _SLOTS_A_WORD * words).bit_length(), np.int32)
            is_short = np.ones(self._count, bool)
            is_short[[0, *self._long.values()]] = False
            self._place(np.flatnonzero(is_short).astype(np.int32))

    def _place(self, numbers: Numbers) -> None:
        """Give each word the first free slot from its own on."""
        slots = self._first_slots(self._low[numbers], self._high[numbers])
        while len(numbers):
            free = self._slots[slots] == 0
            # Of several words with one slot one gets it; the others go on.
            self._slots[slots[free]] = numbers[free]
            left = self._slots[slots] != numbers
            numbers, slots = numbers[left], (slots[left] + 1) % len(self._slots)

    def _first_slots(
        self, low: npt.NDArray[np.uint64], high: npt.NDArray[np.uint64]
    ) -> npt.NDArray[np.int64]:
        bits = len(self._slots).bit_length() - 1
        spread = low * _SPREAD_LOW + high * _SPREAD_HIGH
        return (spread >> np.uint64(64 - bits)).astype(np.int64)


def _cut(words: bytes) -> tuple[bytes, npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return letters, and where each word begins and ends among them."""
    # A space before, to begin the first word at; behind, to read eight letters from anywhere.
    letters = b" %b%b" % (words, b" " * (_PACKED + 1))
    is_letter = np.frombuffer(letters, np.uint8) != _SPACE
    edges = np.flatnonzero(is_letter[1:] != is_letter[:-1]) + 1
    return letters, edges[::2], edges[1::2]


def _packed(
    letters: bytes, starts: npt.NDArray[np.int64], lengths: npt.NDArray[np.int64]
) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.uint64]]:
    """Return the first and the second eight letters of words, zeros behind the last."""
    # The eight letters from each place of the text on: a view, one number a place.
    eight: npt.NDArray[np.uint64] = np.ndarray(
        len(letters) - _EIGHT + 1, np.uint64, letters, strides=(1,)
    )
    low = eight[starts] & _FIRST_OF_EIGHT.take(lengths, mode="clip")
    # Below nothing is nothing: what has no second eight letters has none of them.
    high = eight[starts + _EIGHT] & _FIRST_OF_EIGHT.take(lengths - _EIGHT, mode="clip")
    return low, high


def _with_room(values: npt.NDArray[_Value], size: int) -> npt.NDArray[_Value]:
    """Return the values with room for so many, zeros behind them."""
    if size <= len(values):
        return values
    larger = np.zeros(2 * size, values.dtype)
    larger[: len(values)] = values
    return larger


def _is_plain(word: bytes) -> bool:
    """Tell whether a word is its plain form, as nearly all are that stand in plain lines."""
    return len(word) <= LONGEST_TERM and word.isalnum() and word.islower()


def _listed_form(spelled: str) -> str:
    """Return the form a reader's first letters are compared with, then its spelling."""
    bare = without_accents(spelled)
    return bare if bare == spelled else f"{bare}\0{spelled}"
