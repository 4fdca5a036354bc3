# SPDX-License-Identifier: MIT
"""The words and signs of a passage, and when two of them count as the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

from diptych.compare.changes.values import Ignored
from diptych.patterns import late_pattern
from diptych.text.article import Span
from diptych.text.spelling import as_spelt
from diptych.text.stopwords import stop_words
from diptych.text.tokens import APOSTROPHES, HYPHENS, UNSPACED, letters

# Vowels and tones of Thai, Lao, Burmese and Khmer, which stand over and under a letter.
_OVER = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u102b-\u103e\u17b4-\u17d3"
# Shapes of one sign: who sets a text anew changes them without changing what is said.
_SHAPES = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛‹›′ʼ", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "\u00ad": None,
        "ﬁ": "fi",
        "ﬂ": "fl",
    }
)


_NOTE = "[#]"
_NUMBER = late_pattern(r"[^\W_]+|[*†‡§¶]+")
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"


class Token(NamedTuple):
    """A word or a sign, its place, and the key under which it meets its like."""

    start: int
    end: int
    key: str
    is_word: bool
    is_first: bool = False  # of the words of its passage


@cache
def _pattern() -> re.Pattern[str]:
    word = letters(without=UNSPACED)
    # The mark of a note: "mill[3]", "done.³"; กี่ with its signs; 1,250 and 12.5%; co-operate
    # and l’eau whole; "..." as one, every other sign by itself.
    return re.compile(
        rf"(?!\d)[{UNSPACED}][{_OVER}]*"
        rf"|\d+(?:[.,:٫٬]\d+)*[⁻{_RAISED}]*(?:[%٪](?!\w))?"  # 1,250, 9:30, 12.5%, 10³
        rf"|[{_RAISED}](?<=[.,;:!?”’»\"')\]][{_RAISED}])[{_RAISED}]{{0,2}}"
        rf"|{word}(?:[{APOSTROPHES}{HYPHENS}]{word})*"
        r"|\[(?<=\S\[)[ ^]?(?:\d{1,3}(?:\s?[,;–\-]\s?\d{1,3})*|[ivxlc]{1,5}|[*†‡§¶]{1,3})\]"
        r"|\.{3}|[^\w\s]|_"
    )


class Tokeniser:
    """Reads the passages of one text under the reader's rules."""

    def __init__(self, text: str, language: str, ignored: Ignored) -> None:
        self._text = text
        self._language = language
        self._ignored = ignored
        self._alike = _first_of_group(ignored.alike)
        # Spelled anew once for each word of a text, not wherever it stands.
        self._known: dict[str, tuple[str, bool]] = {}

    def tokens(self, span: Span) -> list[Token]:
        """Return the words and signs of a passage in order."""
        found = []
        for match in _pattern().finditer(self._text, span.start, span.end):
            key, is_word = self._read(match.group())
            if key:
                found.append(Token(match.start(), match.end(), key, is_word))
        return found

    def keys(self, span: Span) -> list[str]:
        """Return the keys of a passage alone, which takes a third of the time."""
        found = map(self._read, _pattern().findall(self._text, span.start, span.end))
        return [key for key, _ in found if key]

    def _read(self, written: str) -> tuple[str, bool]:
        """Return the key, empty for what is ignored, and whether it is a word."""
        known = self._known.get(written)
        if known is None:
            is_word = (written[0].isalnum() or written[-1].isalnum()) and written[0] not in _RAISED
            is_told = is_word or not self._ignored.punctuation
            known = self._known[written] = (self._key(written) if is_told else "", is_word)
        return known

    def _key(self, written: str) -> str:
        # One note more, and all that come after it are counted anew.
        if (written[0] == "[" and len(written) > 1) or written[0] in _RAISED:
            return _NOTE * len(_NUMBER.findall(written))
        # é may be one sign or a letter with a mark.
        key = unicodedata.normalize("NFC", written.translate(_SHAPES).replace("…", "..."))
        lower = key.lower()
        if self._ignored.spelling:
            key, lower = as_spelt(key, self._language), as_spelt(lower, self._language)
        if lower in self._alike:
            lower = self._alike[lower]
            # Where capitals count, a word set for another takes its capital over.
            key = lower if key.islower() or self._ignored.case else lower.capitalize()
        return lower if self._ignored.case else key


def _first_of_group(groups: Iterable[Sequence[str]]) -> dict[str, str]:
    """Return for each word the one it counts as: "thou" and "you" meet under one key.

    Groups that share a word are one: "thou, you" and "ye, you".
    """
    first: dict[str, str] = {}
    for group in groups:
        words = [word.lower() for word in group]
        met = {first[word] for word in words if word in first}
        key = min(met, default=words[0] if words else "")
        first.update(dict.fromkeys(words, key))
        first.update(dict.fromkeys([word for word, old in first.items() if old in met], key))
    return first


def tells(key: str, language: str) -> bool:
    """Tell whether a word says something by itself: no article, no number of a heading."""
    return key[:1].isalpha() and key.lower() not in stop_words(language or "en")


def without_first_capitals(
    left: Sequence[Sequence[Token]],
    right: Sequence[Sequence[Token]],
    unchanged: Iterable[Sequence[str]] = (),
) -> tuple[list[list[Token]], list[list[Token]]]:
    """Return the same with the first word of a passage small, if the texts write it small.

    "Last year" that has moved to the end of its sentence is still the same. Of passages that
    are ``unchanged`` only the keys are read.
    """
    inside = {token.key for side in (left, right) for row in side for token in _inside(row)}
    inside.update(key for keys in unchanged for key in islice(keys, 1, None))
    return _lowered(left, inside), _lowered(right, inside)


def with_small_first(key: str) -> str:
    """Return a word with a small first letter."""
    return key[:1].lower() + key[1:]


def _first_word(row: Sequence[Token]) -> int:
    return next((at for at, token in enumerate(row) if token.is_word), len(row))


def _inside(row: Sequence[Token]) -> Sequence[Token]:
    return row[_first_word(row) + 1 :]


def _lowered(side: Iterable[Sequence[Token]], inside: set[str]) -> list[list[Token]]:
    told = []
    for row in side:
        tokens = list(row)
        at = _first_word(tokens)
        if at < len(tokens):
            small = with_small_first(tokens[at].key)
            key = small if small in inside else tokens[at].key
            tokens[at] = tokens[at]._replace(key=key, is_first=True)
        told.append(tokens)
    return told
