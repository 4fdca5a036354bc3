# SPDX-License-Identifier: MIT
"""Words of the library that are spelt almost like another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from diptych.search.segment import Segment
from diptych.text.terms import plain_form, without_accents

_SHORTEST = 4  # letters; shorter words have too many neighbours
_LONG = 7  # letters; longer words may be off by two


class Spelling(NamedTuple):
    """A word as it is written somewhere: without accents, with them, its term, how often."""

    bare: str
    word: str
    term: str
    times: int


def close_forms(segment: Segment, written: str, distance: int) -> list[tuple[int, int]]:
    """Return (number, distance) of the written forms at most ``distance`` changes away.

    The first letter must be right, as readers nearly always have it.
    """
    bare = without_accents(plain_form(written))
    forms = segment.forms_from(bare[:1].encode("utf-8", "replace")) if bare else range(0)
    spelled = [
        form.partition(b"\0")[0].decode() for form in segment.forms.slice(forms.start, forms.stop)
    ]
    return [(forms.start + i, changes) for i, changes in _close(bare, spelled, distance)]


def terms_of_close_forms(
    segments: Sequence[Segment], written: str, distance: int
) -> tuple[str, ...]:
    """Return the terms of the words spelt with at most so many changes, sorted."""
    found = {
        segment.term_text(int(segment.form_terms[number]))
        for segment in segments
        for number, _ in close_forms(segment, written, distance)
    }
    return tuple(sorted(found))


def near_spellings(
    written: str, spellings: Sequence[Spelling], distance: int
) -> list[tuple[Spelling, int]]:
    """Return the spellings at most ``distance`` changes away, with their distances."""
    bare = without_accents(plain_form(written))
    close = _close(bare, [spelling.bare for spelling in spellings], distance)
    return [(spellings[i], changes) for i, changes in close]


def best_spelling(written: str, spellings: Sequence[Spelling]) -> str:
    """Return the nearest word, the most frequent of those equally near, or nothing."""
    allowed = allowed_changes(written)
    counts: dict[str, tuple[int, int]] = {}
    for spelling, changes in near_spellings(written, spellings, allowed) if allowed else ():
        often = counts.get(spelling.word, (0, 0))[1] + spelling.times
        counts[spelling.word] = (-changes, often)
    return max(counts, key=lambda word: (counts[word], word), default="")


def suggest(segments: Sequence[Segment], written: str) -> str:
    """Return the most frequent word spelt almost like ``written``, or nothing."""
    spellings = []
    for segment in segments if (allowed := allowed_changes(written)) else ():
        for number, _ in close_forms(segment, written, allowed):
            bare, _, spelled = segment.forms[number].decode().partition("\0")
            count = int(segment.form_counts[number])
            spellings.append(Spelling(bare, spelled or bare, "", count))
    return best_spelling(written, spellings)


def allowed_changes(written: str) -> int:
    """Return how many changes of a letter a misspelling of a word may have."""
    length = len(without_accents(plain_form(written)))
    if length < _SHORTEST:
        return 0
    return 1 if length < _LONG else 2


def _close(bare: str, spelled: Sequence[str], distance: int) -> list[tuple[int, int]]:
    from rapidfuzz import process  # the first search does not wait for it
    from rapidfuzz.distance import OSA

    close = process.extract(bare, spelled, scorer=OSA.distance, score_cutoff=distance, limit=None)
    return [(i, int(changes)) for _, changes, i in close]
