# SPDX-License-Identifier: MIT
"""Lets a long import be paused and cancelled from the GUI thread."""

from __future__ import annotations

import threading
from collections.abc import Callable

LOOK_SECONDS = 0.2  # between two looks whether a pause is over


class Brake:
    """Asked by the thread that works; set by the one that shows the work.

    ``is_ending`` tells whether the application ends, for then no pause may hold.
    """

    def __init__(self, is_ending: Callable[[], bool]) -> None:
        self._is_ending = is_ending
        self._is_cancelled = False
        self.is_at_work = False  # the work that asks it has begun and goes on
        self._going = threading.Event()
        self._going.set()

    def cancel(self) -> None:
        """Stop after the file that is being read; what was added stays."""
        self._is_cancelled = True

    def pause(self) -> None:
        """Wait after the file that is being read until ``resume``."""
        self._going.clear()

    def resume(self) -> None:
        """Go on after a pause."""
        self._going.set()

    @property
    def is_paused(self) -> bool:
        """Tell whether the work waits for the reader."""
        return not self._going.is_set()

    def stops(self) -> bool:
        """Tell the work whether to stop; waits while it is paused."""
        while not self._going.wait(LOOK_SECONDS):
            if self._is_cancelled or self._is_ending():
                break
        return self._is_cancelled or self._is_ending()
