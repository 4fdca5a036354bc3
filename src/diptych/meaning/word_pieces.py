# SPDX-License-Identifier: MIT
"""Cuts English text into the word pieces of BERT's uncased vocabulary."""

from __future__ import annotations

import string
import unicodedata
from collections.abc import Iterable, Sequence

# Schuster and Nakajima (2012), as BERT's and Hugging Face's tokenizers do it. Those
# libraries bring clients of web services, which an offline program does without.
_BEGIN, _END, _UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
_GOING_ON = "##"
_LONGEST_WORD = 100  # letters; longer ones are unknown
# A book has about as many different words; forgotten all at once, which is simplest.
_KEPT_WORDS = 20_000
_CJK = (
    (0x4E00, 0x9FFF),
    (0x3400, 0x4DBF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F),
    (0x2B920, 0x2CEAF),
    (0xF900, 0xFAFF),
    (0x2F800, 0x2FA1F),
)


class WordPieces:
    """A vocabulary: texts in, numbers of its word pieces out."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        """Take the pieces in the order of their numbers."""
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self._letters = _Letters()
        self._known: dict[str, tuple[int, ...]] = {}

    def numbers(self, text: str, *, longest: int) -> list[int]:
        """Return the numbers of a text's pieces between those of its begin and end.

        What goes beyond ``longest`` pieces, begin and end included, is left out.
        """
        found = [self._numbers[_BEGIN]]
        for word in text.translate(self._letters).split():
            found += self._of_word(word)
            if len(found) >= longest:
                break
        return [*found[: longest - 1], self._numbers[_END]]

    def _of_word(self, word: str) -> tuple[int, ...]:
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= _KEPT_WORDS:
                self._known.clear()
            known = self._known[word] = tuple(self._cut(word))
        return known

    def _cut(self, word: str) -> Iterable[int]:
        """Return the longest piece that begins the word, and so on; unknown if one lacks."""
        unknown = (self._numbers[_UNKNOWN],)
        if len(word) > _LONGEST_WORD:
            return unknown
        found, start = [], 0
        while start < len(word):
            mark = _GOING_ON if start else ""
            for end in range(len(word), start, -1):
                number = self._numbers.get(mark + word[start:end])
                if number is not None:
                    break
            else:
                return unknown
            found.append(number)
            start = end
        return found


class _Letters(dict[int, str]):
    """What each letter becomes, for ``str.translate``; worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = _plain(chr(code))
        return self[code]


def _plain(letter: str) -> str:
    """Return a letter in lower case without accents; what stands alone has blanks around it."""
    if letter in "\t\n\r":
        return " "
    if letter == "\ufffd" or unicodedata.category(letter) in ("Cc", "Cf", "Co", "Cs"):
        return ""
    # Decomposed (NFD), accents are marks of their own.
    bare = "".join(
        "".join(map(_apart, part.lower()))
        for part in unicodedata.normalize("NFD", letter)
        if unicodedata.category(part) != "Mn"
    )
    return f" {bare} " if any(first <= ord(letter) <= last for first, last in _CJK) else bare


def _apart(letter: str) -> str:
    stands_alone = letter in string.punctuation or unicodedata.category(letter)[0] == "P"
    return f" {letter} " if stands_alone else letter
