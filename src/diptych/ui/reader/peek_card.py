# SPDX-License-Identifier: MIT
"""A card that shows the other side of a match for as long as a key is held."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from diptych.ui.parts.theme import reading_font

WIDTH = 420


class PeekCard(QFrame):
    """Floats over the pane; takes neither focus nor clicks."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("peekCard")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        self._heading = QLabel()
        self._heading.setObjectName("peekHeading")
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setFont(reading_font(11.5))
        column.addWidget(self._heading)
        column.addWidget(self._words)
        self.setFixedWidth(WIDTH)
        self.hide()

    def show_words(self, heading: str, words: str, at: QPoint) -> None:
        """Show a passage below a point of the parent, inside its bounds."""
        self._heading.setText(heading)
        self._words.setText(words)
        self.adjustSize()
        parent = self.parentWidget()
        right = parent.width() - self.width() - 8 if parent is not None else at.x()
        below = at.y() + 12
        if parent is not None and below + self.height() > parent.height():
            below = max(8, at.y() - self.height() - 24)
        self.move(max(8, min(at.x(), right)), below)
        self.show()
        self.raise_()
