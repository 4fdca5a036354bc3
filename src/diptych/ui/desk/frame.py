# SPDX-License-Identifier: MIT
"""The parts of the window that every presenter may use."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QTabWidget, QWidget

from diptych.ui.desk.preferences import Preferences
from diptych.ui.desk.texts import Texts
from diptych.ui.parts.status import StatusLine
from diptych.values import dataclass


class PanelTabs(QTabWidget):
    """Holds the lists; whoever needs one seen asks for it, whatever stands in its place."""

    wanted = Signal()  # to be seen: folded away, behind a page, in place of the brief

    def __init__(self) -> None:
        super().__init__()
        self.setDocumentMode(True)
        self.setAccessibleName(self.tr("Matches and notes"))
        self.tabBar().setExpanding(True)
        # The panel is never narrower than its tabs, in whatever language.
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)

    def bring(self, page: QWidget) -> None:
        """Show a list to the reader, from wherever they are."""
        self.setCurrentWidget(page)
        self.wanted.emit()


@dataclass(frozen=True, slots=True)
class Frame:
    """Handed to each presenter beside its own state and panel.

    ``window`` is the parent of dialogs and presenters; ``tabs`` are those beside
    the texts; ``actions`` are the window's by their ids.
    """

    window: QMainWindow
    status: StatusLine
    actions: Mapping[str, QAction]
    tabs: PanelTabs
    texts: Texts
    preferences: Preferences
