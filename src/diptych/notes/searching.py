# SPDX-License-Identifier: MIT
"""Words of notes as the notes file's index knows them."""

from __future__ import annotations

import re
import unicodedata

from diptych.text.tokens import UNSPACED, run_of_letters

_UNSPACED = re.compile(f"[{UNSPACED}]+")
_TERM = re.compile(r'"([^"]+)"|([^\s"]+)')


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
        words = run_of_letters().findall(indexed(quoted or word))
        if words:
            ending = "" if quoted else "*"
            terms.append(f'"{" ".join(words)}"{ending}')
    return " ".join(terms)


def _pairs(run: str) -> list[str]:
    """Return each two neighbouring characters, and the last alone for queries of one."""
    return [run[place : place + 2] for place in range(len(run))] if len(run) > 1 else [run]
