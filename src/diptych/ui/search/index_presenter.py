# SPDX-License-Identifier: MIT
"""Keeps the index level with the library, and offers the one for large libraries."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from diptych.settings import ASK, LARGE, USUAL
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
        self._index = index
        self._preferences = frame.preferences
        self._status = frame.status
        self._action = frame.actions["large-index"]
        self._action.setEnabled(index.has_large)
        self._action.setChecked(frame.preferences.now.large_index == LARGE)
        self._action.triggered.connect(lambda on: self._use(LARGE if on else USUAL))
        library.texts_changed.connect(index.level)
        search.failed.connect(lambda _: index.level())
        index.levelled.connect(lambda _: search.again())
        index.levelled.connect(self._offer_large)
        index.failed.connect(frame.status.say)

    def _offer_large(self, findable: int) -> None:
        """Offer the quicker index once a library is large; nothing happens without a click."""
        if self._preferences.now.large_index == ASK and self._index.is_large(findable):
            self._status.offer(
                self.tr("This library is large. Another index would search it faster."),
                self.tr("Use it"),
                lambda: self._use(LARGE),
                lambda: self._use(USUAL),
            )

    def _use(self, chosen: str) -> None:
        changed = self._preferences.now.large_index != chosen
        was_large = self._preferences.now.large_index == LARGE
        self._action.setChecked(chosen == LARGE)
        if changed:
            self._preferences.keep(replace(self._preferences.now, large_index=chosen))
        if was_large != (chosen == LARGE):
            self._status.say(self.tr("The index is made anew; searching goes on meanwhile."))
            self._index.open_again()
