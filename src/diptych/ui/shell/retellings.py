# SPDX-License-Identifier: MIT
"""The other ways to read a pair, put into the window: as one text, in brief."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSplitter, QStackedWidget

from diptych.ui.brief.panel import BriefPanel
from diptych.ui.brief.presenter import BriefPresenter
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.pair_state import PairState
from diptych.ui.parts.theme import Palette
from diptych.ui.reader.woven_page import WovenPage
from diptych.ui.reader.woven_presenter import WovenPresenter
from diptych.ui.reader.woven_state import WovenState


class Retellings(QObject):
    """Builds their pages and presenters."""

    def __init__(
        self,
        pair: PairState,
        woven: WovenState,
        frame: Frame,
        *,
        pages: QStackedWidget,
        beside: QSplitter,
        palette: Palette,
    ) -> None:
        super().__init__(frame.window)
        self.woven = WovenPage(palette)
        self.brief = BriefPanel(palette)
        self.brief.hide()
        pages.addWidget(self.woven)
        beside.insertWidget(0, self.brief)
        beside.setStretchFactor(0, 1)
        self.brief_presenter = BriefPresenter(pair, self.brief, frame)
        self.woven_presenter = WovenPresenter(pair, woven, frame, page=self.woven, pages=pages)

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        self.woven.set_palette_values(palette)
        self.brief.set_palette_values(palette)
