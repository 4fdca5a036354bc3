# SPDX-License-Identifier: MIT
"""The line below the matches that says how many fainter ones there are."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolButton, QWidget

from diptych.ui.parts.theme import ui_font


class FainterLine(QToolButton):
    """Offers the matches that are less likely right than wrong, and hides them again."""

    fainter_requested = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._are_shown = False
        self.setAutoRaise(True)
        self.setFont(ui_font(9))
        self.setToolTip(self.tr("Matches that are less likely right than wrong"))
        self.clicked.connect(lambda: self.fainter_requested.emit(not self._are_shown))
        self.hide()

    def show_count(self, count: int, *, are_shown: bool) -> None:
        """Say how many fainter matches there are, and whether they are listed."""
        self._are_shown = are_shown
        listed = self.tr("Hide the fainter ones")
        self.setText(listed if are_shown else self.tr("Show %n fainter one(s)", "", count))
        # Those that are listed are no longer counted as to be shown.
        self.setVisible(are_shown or count > 0)
