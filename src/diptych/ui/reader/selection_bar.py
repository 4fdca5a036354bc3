# SPDX-License-Identifier: MIT
"""A small bar at what is selected: what can be done with it, a click away."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from diptych.notes.note import HIGHLIGHTS
from diptych.ui.parts.swatches import SIZE, swatch
from diptych.ui.parts.theme import Palette, fill

COLOURS = tuple(colour.value for colour in HIGHLIGHTS)
WORDED = ("note", "copy-with-source", "search-selection", "mark-counterpart")
OFFERED = (*WORDED, "highlight", *(f"highlight-{colour}" for colour in COLOURS))
GAP = 6  # pixels to the selection
_SHEET = """
#selectionBar { background: @paper; border: 1px solid @line; border-radius: 8px; }
#selectionBar QToolButton { border: 0; border-radius: 5px; padding: 3px 6px; }
#selectionBar QToolButton:hover { background: @chip; }
"""


class SelectionBar(QFrame):
    """Shows actions of the window as buttons; the keyboard stays in the text."""

    def __init__(self, actions: Mapping[str, QAction], palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = parent
        self.setObjectName("selectionBar")
        self.setAccessibleName(self.tr("What can be done with the selection"))
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 3, 4, 3)
        row.setSpacing(1)
        words = {
            "note": self.tr("Note"),
            "copy-with-source": self.tr("Copy with source"),
            "search-selection": self.tr("Search"),
            "mark-counterpart": self.tr("Counterpart"),
        }
        row.addWidget(self._button(actions["note"], words["note"]))
        for colour in COLOURS:
            button = self._button(actions[f"highlight-{colour}"], "")
            button.setIcon(swatch(colour))
            button.setIconSize(QSize(SIZE, SIZE))
            row.addWidget(button)
        for name in WORDED[1:]:
            row.addWidget(self._button(actions[name], words[name]))
        self.set_palette_values(palette)
        self.hide()

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        self.setStyleSheet(fill(_SHEET, palette))

    def show_at(self, selected: QRect, free: QRect) -> None:
        """Stand below the selection, or above it where there is no room; inside ``free``."""
        self.adjustSize()
        y = selected.bottom() + GAP
        if y + self.height() > free.bottom():
            y = max(free.top(), selected.top() - GAP - self.height())
        x = min(max(selected.left(), free.left()), max(free.left(), free.right() - self.width()))
        # A column may be narrower than the bar; past the edge its buttons would be cut off.
        x = max(0, min(x, self._around.width() - self.width()))
        self.move(QPoint(x, y))
        self.show()
        self.raise_()

    def _button(self, action: QAction, words: str) -> QToolButton:
        button = QToolButton()
        name = action.text().replace("&", "").rstrip("…")
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        button.setText(words)
        button.setAccessibleName(name)
        button.setToolTip(f"{name} ({key})" if key else name)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self._do(action))
        return button

    def _do(self, action: QAction) -> None:
        self.hide()
        action.trigger()
