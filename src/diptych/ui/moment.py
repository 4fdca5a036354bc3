# SPDX-License-Identifier: MIT
"""A moment of the window's time: long work is cut into such, so that it answers between."""

from __future__ import annotations

from time import monotonic

SECONDS = 0.012  # less than a frame


class Moment:
    """Tells whether there is time left; what found none goes into the next moment."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._end = monotonic() + seconds
        self.is_over = False

    def has_time(self) -> bool:
        """Tell whether one more thing can be begun."""
        if not self.is_over and monotonic() >= self._end:
            self.is_over = True
        return not self.is_over
