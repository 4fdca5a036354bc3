# SPDX-License-Identifier: MIT
"""Words too common to tell two passages apart, by language."""

from __future__ import annotations

from functools import cache

from diptych.text.lexicon import words_of


@cache
def stop_words(language: str) -> frozenset[str]:
    """Return a language's words that tell nothing.

    Where nobody has listed them, the commonest words of the language must do.
    """
    return words_of(language, "stopwords") or words_of(language, "common")
