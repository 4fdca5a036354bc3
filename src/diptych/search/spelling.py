# SPDX-License-Identifier: MIT
"""Words of the library that are spelt almost like another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diptych.search.word_list import WordList
from diptych.text.plain_forms import plain_form, without_accents

_SHORTEST = 4  # letters; shorter words have too many neighbours
_LONG = 7  # letters; longer words may be off by two


def terms_of_close_forms(lists: Sequence[WordList], written: str, distance: int) -> tuple[str, ...]:
    """Return the terms of the words spelt with at most so many changes, sorted."""
    found = {
        words.term_of(form) for words in lists for form, _ in _close_forms(words, written, distance)
    }
    return tuple(sorted(found))


def suggest(lists: Sequence[WordList], written: str) -> str:
    """Return the nearest word, the most frequent of those equally near, or nothing."""
    allowed = _allowed_changes(written)
    counts: dict[str, tuple[int, int]] = {}
    for words in lists if allowed else ():
        for form, changes in _close_forms(words, written, allowed):
            # Offered as it is spelled, with its accents; compared without them.
            bare, _, spelled = words.forms[form].decode().partition("\0")
            word = spelled or bare
            often = counts.get(word, (0, 0))[1] + int(words.counts[form])
            # The nearest first, then the most frequent; the sum is over all lists.
            counts[word] = (-changes, often)
    return max(counts, key=lambda word: (counts[word], word), default="")


def _close_forms(words: WordList, written: str, distance: int) -> Iterator[tuple[int, int]]:
    """Yield (number, distance) of the written forms at most ``distance`` changes away.

    The first letter must be right, as readers nearly always have it.
    """
    from rapidfuzz import process  # the first search does not wait for it
    from rapidfuzz.distance import OSA

    bare = without_accents(plain_form(written))
    if not bare:
        return
    # Words of one first letter lie together, so a small part of the list is measured.
    low, high = words.beginning(bare[:1].encode("utf-8", "replace"))
    spelled = [form.partition(b"\0")[0].decode() for form in words.forms.slice(low, high)]
    close = process.extract(bare, spelled, scorer=OSA.distance, score_cutoff=distance, limit=None)
    for _, changes, i in close:
        yield low + i, int(changes)


def _allowed_changes(written: str) -> int:
    """Return how many changes of a letter a misspelling of a word may have."""
    length = len(without_accents(plain_form(written)))
    if length < _SHORTEST:
        return 0
    return 1 if length < _LONG else 2
