# SPDX-License-Identifier: MIT
"""A card that shows the other side of a match for as long as a key is held."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from diptych.ui.parts.theme import reading_font

WIDTH = 420
GAP = 10  # pixels to the passage


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

    def show_words(self, heading: str, words: str, passage: QRect) -> None:
        """Show words beside a passage of the parent, never on it while there is other room."""
        self._heading.setText(heading)
        self._words.setText(words)
        self.adjustSize()
        parent = self.parentWidget()
        room = parent.rect() if parent is not None else passage
        x = max(8, min(passage.left(), room.width() - self.width() - 8))
        self.move(x, self._free_height(passage, room.height()))
        self.show()
        self.raise_()

    def _free_height(self, passage: QRect, room: int) -> int:
        below, above = passage.bottom() + GAP, passage.top() - GAP - self.height()
        if below + self.height() <= room:
            return below
        # Where there is room neither below nor above it stands at the foot.
        return above if above >= 0 else max(room - self.height() - GAP, 0)
