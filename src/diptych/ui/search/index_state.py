# SPDX-License-Identifier: MIT
"""Keeps what can be found level with the library, without holding anything up."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from diptych.errors import DiptychError
from diptych.paths import Profile
from diptych.services.indexing import (
    FEW,
    IndexWork,
    level_at_start,
    level_few,
    level_index,
    tidy_index,
    tidy_little,
)
from diptych.ui.parts.lanes import ComputeLane, DiskLane
from diptych.ui.parts.translation import told

SETTLE_MS = 20  # several changes in a row are indexed together
START_MS = 2_000  # after the window is there: whoever types at once is answered first
IDLE_MS = 2_000  # without changes, until the index is tidied


class IndexState(QObject):
    """Has the index levelled after every change; searching goes on meanwhile.

    A few articles are indexed where searching is done, more in a process of
    their own, so that the window and the searches go on as if nothing happened.
    When nothing has changed for a while, what many changes left is tidied.
    """

    levelled = Signal(int)  # how many articles can be found
    working = Signal(object)  # the IndexWork that takes a while
    failed = Signal(str)

    def __init__(
        self,
        searching: DiskLane,
        indexing: ComputeLane,
        profile: Profile,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._searching = searching
        self._indexing = indexing
        self._profile = profile
        self._has_many = False
        self._coming = 0  # files that are being added and not read yet
        self._is_start = False
        self._are_files_read = False
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE_MS)
        self._settling.timeout.connect(self._level)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self._tidy)

    def level(self) -> None:
        """Index what is new or changed in the library, forget what is gone."""
        self._is_start = False
        # Never put off, or with changes without end nothing new would ever be found.
        if not self._settling.isActive() or self._settling.interval() > SETTLE_MS:
            self._settling.start(SETTLE_MS)

    def level_after_start(self) -> None:
        """Level what changed while Diptych was closed, once the window has settled."""
        if not self._settling.isActive():
            self._is_start = True
            self._settling.start(START_MS)

    def expect(self, files: int) -> None:
        """Know how many files are being added still, so that the index is made for so many."""
        self._coming = files

    def wait_for_files(self, are_read: bool) -> None:
        """While files are read nothing is tidied: more comes, and what is small is soon moved."""
        self._are_files_read = are_read
        if not are_read:
            self._idle.start()

    def _level(self) -> None:
        self._idle.stop()
        # While the process is at work what comes next goes there as well.
        if self._has_many or self._coming > FEW:
            self._level_many()
        else:
            work = level_at_start if self._is_start else level_few
            self._searching.run("index", work, self._levelled, self._fail)

    def _levelled(self, done: int | IndexWork | None) -> None:
        if done is None:
            return
        self._has_many = isinstance(done, IndexWork)
        if isinstance(done, IndexWork):
            self.working.emit(done)
            self._level_many()
        else:
            self._idle.start()
            self.levelled.emit(done)

    def _level_many(self) -> None:
        self._indexing.run(
            "index",
            level_index,
            self._profile,
            self._coming,
            done=self._levelled,
            failed=self._fail,
        )

    def _tidy(self) -> None:
        if self._are_files_read:
            return
        self._searching.run("tidy", tidy_little, self._tidied)

    def _tidied(self, more: bool | None) -> None:
        """Go on when idle again; what is much goes to a process."""
        if more is None:
            self._indexing.run("tidy", tidy_index, self._profile, done=self._tidied)
        elif more:
            self._idle.start()

    def _fail(self, error: DiptychError) -> None:
        self._has_many = False
        self.failed.emit(told(error.sentence))
