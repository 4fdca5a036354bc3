# SPDX-License-Identifier: MIT
"""What is a formula, and not a sentence."""

from __future__ import annotations

from diptych.patterns import late_pattern

_SIGN = late_pattern(r"[=∑∫√≤≥≈±∂∞]")
_LONG_WORD = late_pattern(r"[^\W\d_]{4,}")
_MOST_WORDS = 2


def is_formula(text: str) -> bool:
    """Tell whether a line sets signs against one another: "Q = Qs + Ql (1)"."""
    return bool(_SIGN.search(text)) and len(_LONG_WORD.findall(text)) <= _MOST_WORDS
