# SPDX-License-Identifier: MIT
"""Keeps the index level with the library, and says what takes a while."""

from __future__ import annotations

from PySide6.QtCore import QObject

from diptych.services.indexing import IndexWork
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.library_state import LibraryState
from diptych.ui.search.index_state import IndexState
from diptych.ui.search.state import SearchState


class IndexPresenter(QObject):
    """Joins what changes the library with what makes it findable."""

    def __init__(
        self,
        index: IndexState,
        library: LibraryState,
        search: SearchState,
        frame: Frame,
    ) -> None:
        super().__init__(frame.window)
        self._status = frame.status
        library.texts_changed.connect(index.level)
        library.adding.connect(lambda done, total, _: index.expect(max(0, total - done)))
        for ended in (library.added, library.looked_through):
            ended.connect(lambda _: index.expect(0))
        # What fails may be a damaged index, which is made anew.
        search.failed.connect(lambda _: index.level())
        search.troubled.connect(frame.status.say)
        index.levelled.connect(lambda _: search.again())
        index.working.connect(self._say)
        index.failed.connect(frame.status.say)

    def _say(self, work: IndexWork) -> None:
        """Say why the whole index is written; searching goes on, and nothing is asked."""
        if work is IndexWork.ANEW:
            self._status.say(
                self.tr("The index is of another version or was damaged. It is made anew.")
            )
        elif work is IndexWork.MOVE:
            self._status.say(self.tr("The library has grown. Its index moves to a faster engine."))
