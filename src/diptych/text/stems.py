# SPDX-License-Identifier: MIT
"""Which Snowball stemmer serves a word: the article's, when it knows the script."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from typing import Any

Stem = Callable[[str], str]

STEMMER_KIND = "Stemmer" if find_spec("Stemmer") else "snowballstemmer"
"""Which stemmers are at work: snowballstemmer gives way to PyStemmer where that is installed."""

# A stemmer keeps its word in itself: two threads at once would mix theirs.
_one_at_a_time = threading.Lock()

LANGUAGES = {
    "ar": "arabic",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "eo": "esperanto",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "nb": "norwegian",
    "ne": "nepali",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}

# First and last code point of a script, its name, the language that serves it
# when the article's own language is written in another script or unknown.
_SCRIPTS = (
    (0x0041, 0x024F, "latin", "en"),
    (0x0370, 0x03FF, "greek", "el"),
    (0x0400, 0x052F, "cyrillic", "ru"),
    (0x0530, 0x058F, "armenian", "hy"),
    (0x0590, 0x05FF, "hebrew", ""),
    (0x0600, 0x077F, "arabic", "ar"),
    (0x0900, 0x097F, "devanagari", "hi"),
    (0x0B80, 0x0BFF, "tamil", "ta"),
    (0x1E00, 0x1EFF, "latin", "en"),
    (0x1F00, 0x1FFF, "greek", "el"),
)
_SCRIPT_OF_LANGUAGE = {
    "ar": "arabic",
    "el": "greek",
    "fa": "arabic",
    "hi": "devanagari",
    "hy": "armenian",
    "ne": "devanagari",
    "ru": "cyrillic",
    "sr": "cyrillic",
    "ta": "tamil",
    "yi": "hebrew",
}


@cache
def stemmer(language: str) -> Stem | None:
    """Return the stemmer of a language code, or None when Snowball has none."""
    made = _snowball(language)
    if made is None:
        return None
    unguarded: Stem = made.stemWord

    def stem(word: str) -> str:
        with _one_at_a_time:
            return unguarded(word)

    return stem


def stems_of(words: list[str], language: str) -> list[str]:
    """Return the stems of many words in a language; the words when Snowball has none for it."""
    made = _snowball(language)
    if made is None:
        return words
    with _one_at_a_time:
        return list(made.stemWords(words))


@cache
def _snowball(language: str) -> Any:
    name = LANGUAGES.get(language)
    if name is None:
        return None
    import snowballstemmer  # the window opens before the first word is stemmed

    made = snowballstemmer.stemmer(name)
    # PyStemmer keeps 10,000 words and weeds them out again and again: three times the work
    # of stemming, for words that Words keeps anyway. The other one has no such cache.
    made.maxCacheSize = 0
    return made


@cache
def stem_language(first_letter: str, language: str) -> str:
    """Return the language whose stemmer a word with this first letter takes.

    The empty string means that the word stays as it is.
    """
    point = ord(first_letter)
    for start, end, script, fallback in _SCRIPTS:
        if start <= point <= end:
            known = language in LANGUAGES and _script(language) == script
            return language if known else fallback
    return ""


def base_language(language: str) -> str:
    """Reduce a tag such as ``pt-BR`` to the code the stemmers go by, or to nothing."""
    code = language.replace("_", "-").split("-")[0].strip().lower()
    return code if code.isascii() and code.isalpha() else ""


def _script(language: str) -> str:
    return _SCRIPT_OF_LANGUAGE.get(language, "latin")
