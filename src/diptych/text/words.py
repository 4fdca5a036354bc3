# SPDX-License-Identifier: MIT
"""Words of a text with their places, lower-cased forms and content stems."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from diptych.patterns import late_pattern
from diptych.text.numbers import with_plain_digits
from diptych.text.stems import stem_language, stemmer
from diptych.text.stopwords import stop_words
from diptych.text.tokens import MARKS, UNSPACED, is_unspaced, letters

_LETTERS = letters(without=UNSPACED, but="\\d_")
# Don't, हिन्दी, U.S. and 12.5% are one word each, and so is each character of a script
# without spaces; COVID19 is two, since a number is compared by its value.
_TOKEN = late_pattern(
    rf"(?!\d)[{UNSPACED}]"
    r"|(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?"  # U.S., U.K, e.g., not the end of a sentence
    rf"|{_LETTERS}(?:['’]{_LETTERS})?"
    r"|\d+(?:[.,:٫٬]\d+)*[%٪]?"  # 1,250, 9:30, 12.5%, ١٢٫٥٪
)
# The same of ASCII, in half the time.
_PLAIN_TOKEN = late_pattern(
    r"(?:[A-Za-z]\.){2,}(?:[A-Za-z](?![A-Za-z0-9]))?"
    r"|[A-Za-z]+(?:'[A-Za-z]+)?"
    r"|[0-9]+(?:[.,:][0-9]+)*%?"
)
_MARK = late_pattern(f"[{MARKS}]")
# The points of Hebrew and Arabic, which most texts leave out, the long stroke, a joiner.
_POINTS = late_pattern("[\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200d]")
# Longer forms are addresses and the like: they have no endings.
_LONGEST_STEMMED = 60
_MOST_KNOWN = 50_000  # of a language, some 12 MB: as many as a large library or a novel has


WORDS_VERSION = 2
"""Rises whenever the same text would give other words or stems; what keeps any remembers it."""


class Word(NamedTuple):
    """One word: its place, its form without case and its stem.

    The stem is empty for a word that tells nothing (an article, a pronoun).
    Acronyms keep their capitals, so that "US" and "U.S." meet and "us" does not.
    """

    start: int
    end: int
    form: str
    stem: str


def words(text: str, start: int = 0, end: int | None = None, *, language: str = "") -> list[Word]:
    """Return the words of ``text[start:end]`` in order, places in code points of ``text``."""
    lexicon = _lexicon(language)
    found: list[Word] = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        form, stem = lexicon.read(match.group())
        found.append(Word(match.start(), match.end(), form, stem))
    return found


def words_as_written(text: str) -> list[str]:
    """Return every word of ``text`` as it stands there."""
    return (_PLAIN_TOKEN if text.isascii() else _TOKEN).findall(text)


class _Lexicon:
    """Forms and stems of one language, each worked out once."""

    def __init__(self, language: str) -> None:
        self._language = language or "en"
        self._known: dict[str, tuple[str, str]] = {}
        self._stop = stop_words(self._language)

    def read(self, written: str) -> tuple[str, str]:
        """Return the form and the stem of a word as it stands in the text."""
        known = self._known.get(written)
        if known is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            known = self._known[written] = self._work_out(written)
        return known

    def _work_out(self, written: str) -> tuple[str, str]:
        if written[0].isdigit():
            plain = with_plain_digits(written)
            return plain, plain.replace(",", "")
        plain = written.replace("’", "'")
        if plain.endswith(("'s", "'S")):
            plain = plain[:-2]
        if "." in plain:
            plain = plain.replace(".", "")
        if not plain.isascii() and _MARK.search(plain):
            plain = unicodedata.normalize("NFC", _POINTS.sub("", plain)) or plain
        form = plain.lower()
        if 2 <= len(plain) <= 5 and plain.isupper() and not is_unspaced(plain[0]):
            return form, plain
        if form in self._stop:
            return form, ""
        return form, self._stem(form)

    def _stem(self, form: str) -> str:
        if is_unspaced(form[0]):
            return form if form not in stop_words("zh") else ""
        if "\u0400" <= form[0] <= "\u04ff" and form in stop_words("ru"):
            return ""
        stem = stemmer(stem_language(form[0], self._language))
        return form if stem is None or len(form) > _LONGEST_STEMMED else stem(form)


@lru_cache(maxsize=40)
def _lexicon(language: str) -> _Lexicon:
    return _Lexicon(language)
