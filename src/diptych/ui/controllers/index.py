# SPDX-License-Identifier: MIT
"""Keeps what can be found level with the library, without holding anything up."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from diptych.errors import DiptychError
from diptych.paths import Profile
from diptych.rooms import Rooms, level_index
from diptych.search.choice import LARGE_FROM, has_large_engine
from diptych.ui.tasks import ComputeLane, DiskLane
from diptych.ui.translation import told

SETTLE_MS = 20  # several changes in a row are indexed together
FEW = 20  # articles that are indexed sooner than a process has started


class IndexController(QObject):
    """Has the index levelled after every change; searching goes on meanwhile.

    A few articles are indexed where searching is done, more in a process of
    their own, so that the window and the searches go on as if nothing happened.
    """

    levelled = Signal(int)  # how many articles can be found
    failed = Signal(str)

    def __init__(
        self,
        searching: DiskLane,
        indexing: ComputeLane,
        profile: Profile,
        parent: QObject | None = None,
        *,
        large_from: int = LARGE_FROM,
    ) -> None:
        super().__init__(parent)
        self._large_from = large_from
        self._searching = searching
        self._indexing = indexing
        self._profile = profile
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE_MS)
        self._settling.timeout.connect(self._level)

    def level(self) -> None:
        """Index what is new or changed in the library, forget what is gone."""
        if not self._settling.isActive():
            self._settling.start()

    @property
    def has_large(self) -> bool:
        """Tell whether the engine for large libraries is installed."""
        return has_large_engine()

    def is_large(self, articles: int) -> bool:
        """Tell whether a library would gain from the engine for large ones."""
        return articles >= self._large_from and self.has_large

    def open_again(self) -> None:
        """Take the engine the settings name by now, and fill its index."""
        self._searching.run("open index", lambda rooms: rooms.open_index_again())
        self.level()

    def _level(self) -> None:
        if self._indexing.is_busy:
            self._level_many()
        else:
            self._searching.run("index", _level_few, self._levelled, self._fail)

    def _levelled(self, findable: int | None) -> None:
        if findable is None:
            self._level_many()
        else:
            self.levelled.emit(findable)

    def _level_many(self) -> None:
        self._indexing.run(
            "index", level_index, self._profile, done=self.levelled.emit, failed=self._fail
        )

    def _fail(self, error: DiptychError) -> None:
        self.failed.emit(told(error.sentence))


def _level_few(rooms: Rooms) -> int | None:
    """Level the index if that is soon done; None if it is not."""
    missing = rooms.unindexed()
    return rooms.index_articles(missing) if len(missing) <= FEW else None
