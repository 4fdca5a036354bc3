# SPDX-License-Identifier: MIT
"""The lists beside the texts, each behind a tab, and the one way to bring one into view."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabWidget, QWidget


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
