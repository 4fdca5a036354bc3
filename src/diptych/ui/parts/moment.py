# SPDX-License-Identifier: MIT
"""A moment of the window's time: long work is cut into such, so that it answers between."""

from __future__ import annotations

from time import perf_counter

SECONDS = 0.008  # half a frame: several such may fall into one turn of the window


class Moment:
    """Tells whether there is time left; what found none goes into the next moment."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._end = perf_counter() + seconds
        self.is_over = False

    def has_time(self) -> bool:
        """Tell whether one more thing can be begun."""
        if not self.is_over and perf_counter() >= self._end:
            self.is_over = True
        return not self.is_over
