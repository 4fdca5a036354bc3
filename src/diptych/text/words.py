# SPDX-License-Identifier: MIT
"""Words of a text with their places, lower-cased forms and content stems."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer

from diptych.text.stopwords import STOP_WORDS

# Scripts written without spaces: each character counts as a word.
UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f"
_TOKEN = re.compile(
    rf"[{UNSPACED}]"
    r"|(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?"  # U.S., U.K, e.g.
    rf"|(?:(?![{UNSPACED}])[^\W\d_])[^\W\d_{UNSPACED}]*(?:['’][^\W\d_]+)?"
    r"|\d+(?:[.,:]\d+)*%?"
)
_ALGORITHMS = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "es": "spanish", "et": "estonian", "eu": "basque", "fi": "finnish",
    "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian",
    "id": "indonesian", "it": "italian", "lt": "lithuanian", "ne": "nepali", "nl": "dutch",
    "no": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian",
    "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
_CYRILLIC = frozenset({"ru", "uk", "bg", "be", "mk", "sr", "kk"})


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


def tokens(text: str) -> Iterator[re.Match[str]]:
    """Yield every word of ``text`` as the match that found it."""
    return _TOKEN.finditer(text)


def is_unspaced(character: str) -> bool:
    """Tell whether ``character`` belongs to a script written without spaces."""
    return (
        "\u3040" <= character <= "\u30ff"
        or "\u3400" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
        or "\u0e00" <= character <= "\u0e7f"
    )


class _Lexicon:
    """Forms and stems of one language, each worked out once.

    A Snowball stemmer keeps its state in itself, hence the lock: two threads
    may compare at the same time.
    """

    def __init__(self, language: str) -> None:
        self._language = language
        self._known: dict[str, tuple[str, str]] = {}
        self._stop = STOP_WORDS.get(language or "en", frozenset())
        self._stemmers: dict[str, snowballstemmer.stemmer] = {}
        self._lock = threading.Lock()

    def read(self, written: str) -> tuple[str, str]:
        """Return the form and the stem of a word as it stands in the text."""
        known = self._known.get(written)
        if known is None:
            if len(self._known) > 200_000:  # a hostile text must not fill the memory
                self._known.clear()
            known = self._known[written] = self._work_out(written)
        return known

    def _work_out(self, written: str) -> tuple[str, str]:
        if written[0].isdigit():
            return written, written.replace(",", "")
        plain = written.replace("’", "'")
        if plain.endswith(("'s", "'S")):
            plain = plain[:-2]
        if "." in plain:
            plain = plain.replace(".", "")
        form = plain.lower()
        if 2 <= len(plain) <= 5 and plain.isupper() and not is_unspaced(plain[0]):
            return form, plain
        if form in self._stop:
            return form, ""
        return form, self._stem(form)

    def _stem(self, form: str) -> str:
        language = self._language or "en"
        if is_unspaced(form[0]):
            return form if form not in STOP_WORDS["zh"] else ""
        if "\u0400" <= form[0] <= "\u04ff":
            if form in STOP_WORDS["ru"]:
                return ""
            language = language if language in _CYRILLIC else "ru"
        elif language in _CYRILLIC or language in ("zh", "ja", "ko", "th"):
            language = "en"  # a Latin word inside another script
        algorithm = _ALGORITHMS.get(language)
        if algorithm is None or len(form) > 60:
            return form
        with self._lock:
            stemmer = self._stemmers.get(algorithm)
            if stemmer is None:
                stemmer = self._stemmers[algorithm] = snowballstemmer.stemmer(algorithm)
            return str(stemmer.stemWord(form))


@lru_cache(maxsize=40)
def _lexicon(language: str) -> _Lexicon:
    return _Lexicon(language)
