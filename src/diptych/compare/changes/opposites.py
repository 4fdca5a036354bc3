# SPDX-License-Identifier: MIT
"""Whether one word was put for its opposite: with and without, locked and unlocked."""

from __future__ import annotations

from collections.abc import Sequence

from diptych.compare.stance import are_opposite_stems, opposite_words
from diptych.text.words import Word

_MOST = 2  # words on a side; in more something else is said


def are_opposed(left: Sequence[Word], right: Sequence[Word], language: str) -> bool:
    """Tell whether what changed says the opposite of what it was."""
    if not (0 < len(left) <= _MOST and 0 < len(right) <= _MOST):
        return False
    pairs = [(one, other) for one in left for other in right]
    # Where there are no spaces each character is a word: 允许, 禁止.
    whole = frozenset("".join(word.form for word in side) for side in (left, right))
    return whole in opposite_words(language) or any(
        frozenset((one.form, other.form)) in opposite_words(language)
        or are_opposite_stems(one.stem, other.stem)
        for one, other in pairs
    )
