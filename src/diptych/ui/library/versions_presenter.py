# SPDX-License-Identifier: MIT
"""An article as it was and as it is, side by side."""

from __future__ import annotations

from PySide6.QtCore import QObject

from diptych.services.versions import BothVersions
from diptych.text.sides import Side
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.library_state import LibraryState
from diptych.ui.desk.pair_state import PairState
from diptych.ui.desk.shelf_state import ShelfState
from diptych.ui.library.presenter import LibraryPresenter


class VersionsPresenter(QObject):
    """Puts the version before on the left, and the one of today on the right."""

    def __init__(
        self, library: LibraryState, pair: PairState, presenter: LibraryPresenter, frame: Frame
    ) -> None:
        super().__init__(frame.window)
        self._library = library
        self._shelf = ShelfState(library)
        self._pair = pair
        self._presenter = presenter
        self._texts = frame.texts
        frame.actions["version-before"].triggered.connect(self.open)

    def open(self) -> None:
        """Open both versions of the article that is chosen, or else read."""
        for article_id in self._presenter.chosen_ids()[:1]:
            self._shelf.open_version_before(article_id, self._show)

    def _show(self, both: BothVersions) -> None:
        if any(self._pair.pinned_ids()):
            self._pair.remember_step(self._texts.places())
        self._pair.pin(Side.LEFT, both.before)
        self._pair.pin(Side.RIGHT, both.now)
