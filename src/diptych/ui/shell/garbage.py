# SPDX-License-Identifier: MIT
"""Keeps the rounds of Python's garbage collector short, and what is freed with the system."""

from __future__ import annotations

import ctypes
import gc
import sys
from contextlib import suppress
from functools import cache

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from diptych.text.language import forget_unused_model

SETTLED_MS = 2_000  # after a change, until what it brought is there to stay
ROUND_MS = 1_000  # between two looks whether there is garbage
THOROUGH_AFTER = 20  # loadings
LARGE = 1 << 20  # bytes; smaller blocks come and go too often to be asked of the system
_MMAP_THRESHOLD, _ARENA_MAX = -3, -8  # malloc.h of the GNU C library


class ShortRounds(QObject):
    """Takes what is loaded out of the rounds, which look at every object there is.

    With a pair of two thousand matches a full round took 66 ms, in the middle of
    whatever the reader did. All is looked through while another application has
    the reader, and once in many pairs: of a day's reading in one window as much would
    stay for good.

    Left to itself the collector runs in whichever thread asks for memory; a closed
    dialog, which always is a ring of objects, would end in the thread of a lane, and
    Qt with it. So it is off while a window stands, and the rounds it would have made
    are made here.
    """

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLED_MS)
        self._settling.timeout.connect(self._set_aside)
        self._loadings = 0
        self._rounds = QTimer(self)
        self._rounds.setInterval(ROUND_MS)
        self._rounds.timeout.connect(self._collect)
        self._rounds.start()
        application.applicationStateChanged.connect(self._look_through_when_away)
        self.loaded()

    def loaded(self) -> None:
        """Set aside, in a moment, what has just been loaded."""
        self._settling.start()

    def _collect(self) -> None:
        forget_unused_model()
        collect_what_is_due()

    def _set_aside(self) -> None:
        self._loadings += 1
        if self._loadings % THOROUGH_AFTER:
            gc.freeze()
            _return_free_blocks()
        else:
            self._look_through()

    def _look_through_when_away(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            self._look_through()

    def _look_through(self) -> None:
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        _return_free_blocks()


def collect_what_is_due() -> None:
    """Do the round that is due, as the collector decides it (``gc.set_threshold``)."""
    # A round of an older generation looks through the younger ones too.
    for generation in (2, 1, 0):
        if 0 < gc.get_threshold()[generation] < gc.get_count()[generation]:
            gc.collect(generation)
            return


def keep_little_memory() -> None:
    """Have the system get large blocks back as soon as they are freed, and small ones shared.

    The GNU C library does so at first, but by and by keeps up to 32 MiB of each: a lane
    that had worked with large arrays held on to 100 MiB for good. And it gives each thread
    small blocks of its own, which no other takes when they are free: Python lets only one
    of them work at a time anyway.
    """
    if sys.platform.startswith("linux"):
        with suppress(OSError, AttributeError):  # another C library
            _c_library().mallopt(_MMAP_THRESHOLD, LARGE)
            _c_library().mallopt(_ARENA_MAX, 1)


def _return_free_blocks() -> None:
    """Give the system what lies free between blocks in use: a tenth of the memory after hours."""
    if sys.platform.startswith("linux"):
        with suppress(OSError, AttributeError):
            _c_library().malloc_trim(0)


@cache  # each is a ring of objects: garbage in its turn
def _c_library() -> ctypes.CDLL:
    return ctypes.CDLL(None)
