# SPDX-License-Identifier: MIT
"""Whether one word was put for its opposite: with and without, locked and unlocked."""

from __future__ import annotations

from collections.abc import Sequence

from diptych.compare.stance import are_opposite_stems, opposite_words
from diptych.text.lexicon import words_of
from diptych.text.words import Word

_MOST = 2  # words on a side; in more something else is said
_SHORTEST = 4  # letters of a word that "un" is put before; "it" becomes "unit"
# “inactive”, “impossible”, “irregular”: of other words "in" begins a good many
_DENYING = ("in", "im", "il", "ir")
_QUALITIES = ("able", "ible", "ent", "ant", "ive", "al", "ate", "ect", "lar", "ial")


def are_opposed(left: Sequence[Word], right: Sequence[Word], language: str) -> bool:
    """Tell whether what changed says the opposite of what it was."""
    if not (0 < len(left) <= _MOST and 0 < len(right) <= _MOST):
        return False
    pairs = [(one, other) for one in left for other in right]
    return any(
        frozenset((one.form, other.form)) in opposite_words(language)
        or are_opposite_stems(one.stem, other.stem)
        for one, other in pairs
    )


def denied_by_prefix(left: Sequence[Word], right: Sequence[Word], language: str) -> frozenset[str]:
    """Return the words of one side that stand on the other without the prefix that denies them."""
    pairs = [(one.form, other.form) for one in left for other in right]
    return frozenset(
        denied
        for pair in pairs
        for plain, denied in (pair, pair[::-1])
        if _is_denied(plain, denied, language)
    )


def _is_denied(plain: str, denied: str, language: str) -> bool:
    """Tell whether a word is another with a prefix that denies it."""
    if len(plain) < _SHORTEST or not denied.endswith(plain):
        return False
    prefix = denied[: -len(plain)].rstrip("-")
    return prefix in words_of(language, "not_prefixes") or (
        language == "en" and prefix in _DENYING and plain.endswith(_QUALITIES)
    )
