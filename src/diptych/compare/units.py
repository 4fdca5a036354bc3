# SPDX-License-Identifier: MIT
"""What a figure counts: percent, money, time and measures under one name in every language."""

from __future__ import annotations

from decimal import Decimal

from diptych.text.lexicon import units

_BY_FORM = {form: unit for unit, forms in units().items() for form in forms}
MEASURES = frozenset(units())
# Two hours and 120 minutes are one figure, two weeks and 14 days as well.
_SMALLER = {"hour": ("minute", 60), "week": ("day", 7)}
CONVERTED = frozenset(unit for unit, _ in _SMALLER.values())


def measure(word: str) -> str:
    """Return the measure a word names, empty if it names none."""
    return _BY_FORM.get(word.lower().rstrip("."), "")


def in_one_unit(value: Decimal, unit: str) -> tuple[Decimal, str]:
    """Return a length of time in the unit it is compared by."""
    smaller, times = _SMALLER.get(unit, (unit, 1))
    return value * times, smaller


def is_one_length(in_small: Decimal, unit: str, untold: Decimal) -> bool:
    """Tell whether a figure in a small unit may be another in a larger one nobody knows.

    21 days, which "three weeks" is read as, may be the three of a language's own weeks.
    """
    return any(
        in_small == untold * times for smaller, times in _SMALLER.values() if smaller == unit
    )


def counted(word: str) -> str:
    """Return the measure a word names, else the word, in the singular as far as that is easy."""
    known = measure(word)
    if known:
        return known
    lower = word.lower()
    # "gas" and "bus" are no plurals.
    return lower[:-1] if lower.endswith("s") and len(lower) > 3 else lower
