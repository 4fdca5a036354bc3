# SPDX-License-Identifier: MIT
"""Figures that are told roughly on one side: none differs from what it rounds."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

_ROUNDING = Decimal("0.06")  # the most a rounded figure may be off
# The most that nobody would call another figure; 38 for 30 is.
_ROUGHLY = Decimal("0.03")


def is_told_roughly(one: str, other: str) -> bool:
    """Tell whether one figure may be the other rounded, up or down: 5 and 4.9, 43 and 43.9.

    Less sure than ``is_rounded``: enough to say no more that the two differ.
    """
    first, second = number_of(one), number_of(other)
    if first is None or second is None or not first or not second:
        return False
    # The one told with fewer digits rounds the other.
    rougher, finer = sorted((first, second), key=_digits_told)
    apart = abs(rougher - finer)
    # Apart by less than the last digit told is worth, and by 3 % at most.
    is_near = apart < _step(rougher) and apart <= _ROUGHLY * max(abs(first), abs(second))
    return is_near and _digits_told(rougher) < _digits_told(finer)


def is_rounded(one: str, other: str) -> bool:
    """Tell whether one figure is surely the other with fewer digits: 41,000 and 41,212."""
    first, second = number_of(one), number_of(other)
    if first is None or second is None or min(abs(first), abs(second)) < 100:
        return False
    if abs(first - second) > _ROUNDING * max(abs(first), abs(second)):
        return False
    rougher, finer = sorted((first, second), key=_digits_told)
    # Half of the last digit told, as rounding goes.
    is_near = abs(rougher - finer) <= _step(rougher) / 2
    return is_near and _digits_told(rougher) < _digits_told(finer)


def _step(number: Decimal) -> Decimal:
    """Return what the last digit told is worth: of 41,000 a thousand."""
    return Decimal(1).scaleb(number.normalize().adjusted() - _digits_told(number) + 1)


def _digits_told(number: Decimal) -> int:
    return len(number.normalize().as_tuple().digits)


def number_of(key: str) -> Decimal | None:
    """Return the value of a figure's key, None of a part: "1/3"."""
    try:
        return Decimal(key)
    except InvalidOperation:
        return None
