# SPDX-License-Identifier: MIT
"""The other ways to read a pair, put into the window: as one, in brief, by claim, by change."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSplitter, QStackedWidget

from diptych.ui.changes.panel import ChangesPanel
from diptych.ui.changes.presenter import ChangesPresenter
from diptych.ui.changes.state import ChangesState
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.library_state import LibraryState
from diptych.ui.desk.pair_state import PairState
from diptych.ui.parts.theme import Palette
from diptych.ui.reader.woven_state import WovenState
from diptych.ui.story.presenter import StoryPresenter
from diptych.ui.story.state import StoryState

if TYPE_CHECKING:
    from diptych.ui.brief.panel import BriefPanel
    from diptych.ui.reader.woven_page import WovenPage


class RetellingStates(Protocol):
    """What they ask."""

    @property
    def woven(self) -> WovenState:
        """The pair as one column."""

    @property
    def story(self) -> StoryState:
        """Who tells a claim."""

    @property
    def changes(self) -> ChangesState:
        """What changed between two versions."""

    @property
    def library(self) -> LibraryState:
        """The articles that may tell it."""


class Retellings(QObject):
    """Builds their pages and presenters."""

    def __init__(
        self,
        pair: PairState,
        states: RetellingStates,
        frame: Frame,
        *,
        pages: QStackedWidget,
        beside: QSplitter,
        palette: Palette,
    ) -> None:
        super().__init__(frame.window)
        self._pair = pair
        self._states = states
        self._frame = frame
        self._pages = pages
        self._beside = beside
        self._palette = palette
        self._later: list[WovenPage | BriefPanel] = []
        # With the window and not later: a pair that comes back may show its changes at once.
        self.changes = ChangesPanel(palette)
        self.changes_presenter = ChangesPresenter(states.changes, pair, self.changes, frame)
        self.story_presenter = StoryPresenter(states.story, states.library, pair, frame)

    def build_rest(self) -> Iterator[None]:
        """Build what is seen when it is asked for, a part with each step."""
        from diptych.ui.brief.panel import BriefPanel
        from diptych.ui.brief.presenter import BriefPresenter
        from diptych.ui.reader.woven_page import WovenPage
        from diptych.ui.reader.woven_presenter import WovenPresenter

        pair, frame = self._pair, self._frame
        yield
        self.woven = WovenPage(self._palette)
        self._later.append(self.woven)
        self._pages.addWidget(self.woven)
        self.woven_presenter = WovenPresenter(
            pair, self._states.woven, frame, page=self.woven, pages=self._pages
        )
        yield
        self.brief = BriefPanel(self._palette)
        self._later.append(self.brief)
        # It opens when it is asked for, or by itself with a pair that is new.
        self.brief.hide()
        # Beside the tabs in one splitter: while it is open it has their place.
        self._beside.insertWidget(0, self.brief)
        self._beside.setStretchFactor(0, 1)
        self.brief_presenter = BriefPresenter(pair, self.brief, frame)

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        self._palette = palette
        self.changes.set_palette_values(palette)
        for part in self._later:
            part.set_palette_values(palette)
