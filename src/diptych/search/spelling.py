# SPDX-License-Identifier: MIT
"""Words of the library that are spelt almost like another."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from diptych.search.analysis import plain_form, without_accents
from diptych.search.segment import Segment


def close_forms(segment: Segment, written: str, distance: int) -> list[tuple[int, int]]:
    """Return (number, distance) of the written forms at most ``distance`` changes away.

    The first letter must be right, as readers nearly always have it.
    """
    bare = without_accents(plain_form(written))
    forms = segment.forms_from(bare[:1].encode("utf-8", "replace")) if bare else range(0)
    spelled = [
        form.partition(b"\0")[0].decode() for form in segment.forms.slice(forms.start, forms.stop)
    ]
    close = process.extract(bare, spelled, scorer=OSA.distance, score_cutoff=distance, limit=None)
    return [(forms.start + i, int(changes)) for _, changes, i in close]


def suggest(segments: Sequence[Segment], written: str) -> str:
    """Return the most frequent word spelt almost like ``written``, or nothing."""
    bare = without_accents(plain_form(written))
    if len(bare) < 4:
        return ""
    allowed = 1 if len(bare) < 7 else 2
    counts: dict[str, tuple[int, int]] = {}
    for segment in segments:
        for number, changes in close_forms(segment, written, allowed):
            spelled = segment.forms[number].partition(b"\0")
            word = (spelled[2] or spelled[0]).decode()
            often = counts.get(word, (0, 0))[1] + int(segment.form_counts[number])
            counts[word] = (-changes, often)
    if not counts:
        return ""
    return max(counts, key=lambda word: (counts[word], word))
