# SPDX-License-Identifier: MIT
"""Words of notes as the notes file's index knows them."""

from __future__ import annotations

import re
import unicodedata

# Scripts written without spaces are indexed by pairs of characters.
_UNSPACED = re.compile(
    "[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff\u3040-\u30ff\u0e00-\u0eff]+"
)
_TERM = re.compile(r'"([^"]+)"|([^\s"]+)')
_WORD = re.compile(r"\w+")


def folded(text: str) -> str:
    """Return ``text`` without case, accents and ligatures."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def indexed(text: str) -> str:
    """Return the words of ``text`` as they go into the index."""
    text = folded(text)
    if text.isascii():
        return text
    return _UNSPACED.sub(lambda run: f" {' '.join(_pairs(run.group()))} ", text)


def query_of(typed: str) -> str:
    """Return what was typed as a query of the index; empty when no word is in it.

    All words must be there, each at least as a beginning; words in quotation
    marks stand together.
    """
    terms = []
    for quoted, word in _TERM.findall(typed):
        words = _WORD.findall(indexed(quoted or word))
        if words:
            ending = "" if quoted else "*"
            terms.append(f'"{" ".join(words)}"{ending}')
    return " ".join(terms)


def _pairs(run: str) -> list[str]:
    """Return each two neighbouring characters, and the last alone for queries of one."""
    return [run[place : place + 2] for place in range(len(run))] if len(run) > 1 else [run]
