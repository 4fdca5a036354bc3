# SPDX-License-Identifier: MIT
"""Raised signs as they read on the line: the mark of a note in brackets, a power as one."""

from __future__ import annotations

from diptych.patterns import late_pattern

NOTE_MARK = late_pattern(r"\d{1,3}|[*†‡§¶]{1,3}")
# Where the raised "2" is no power: "the mill²", "in 1921.²", and not "12 m²".
AFTER_A_WORD = late_pattern(r"[^\W\d_]{3}$|[.,;:!?”’»\"')]$")
_POWER = late_pattern(r"[-−–+]?\d{1,3}")
_RAISED_SIGNS = str.maketrans("0123456789-−–+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻⁺")
_NEAR = 4  # code points before a sign that tell what it is


def as_mark(sign: str) -> str:
    """Return the mark of a note as it stands on the line."""
    return f"[{sign}]"


def on_the_line(raised: str, before: str) -> str:
    """Return raised words as they are read behind what stands ``before`` them.

    Plainly written "10³ litres" would be 103, and "in 1921²" the year 19212.
    """
    sign, near = raised.strip(), before[-_NEAR:]
    if near[-1:].isdecimal() and _POWER.fullmatch(sign):
        return sign.translate(_RAISED_SIGNS)
    if NOTE_MARK.fullmatch(sign) and AFTER_A_WORD.search(near):
        return as_mark(sign)
    return raised
