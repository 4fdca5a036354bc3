# SPDX-License-Identifier: MIT
"""Moments as short as can be, so that a test sees long work cut into steps."""

from __future__ import annotations


class TimeForOne:
    """A moment that one step fills."""

    taken = 0

    def __init__(self) -> None:
        self._left = 1
        TimeForOne.taken += 1

    def has_time(self) -> bool:
        self._left -= 1
        return self._left >= 0
