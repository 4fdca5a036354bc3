# SPDX-License-Identifier: MIT
"""The frame the dialogs share: a serif heading, a body, a row of buttons."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from diptych.ui.parts import theme
from diptych.ui.parts.controls import set_ink
from diptych.ui.parts.theme import THEMES, Palette, fill, load_palette

SHARE_OF_SCREEN = 0.9  # that a dialog takes at most
ROUND_IT = QSize(32, 32)  # pixels of the window that stay in sight


@lru_cache(maxsize=1)
def _palettes() -> tuple[Palette, ...]:
    return tuple(load_palette(name) for name in THEMES)


def palette_in_force() -> Palette:
    """Return the theme the application wears, known by its window and text colours."""
    worn = QGuiApplication.palette()
    window = worn.color(QPalette.ColorRole.Window).name()
    text = worn.color(QPalette.ColorRole.WindowText).name()
    for palette in _palettes():
        if palette.side == window and palette.ink == text:
            return palette
    return _palettes()[0]


# A window with a style sheet hears only of the application's palette.
_REPAINTED = (QEvent.Type.PaletteChange, QEvent.Type.ApplicationPaletteChange)

_SHEET = """
QPushButton:disabled { background: @chip; color: @muted; border-color: @line; }
"""


class Sheet(QDialog):
    """A dialog with a heading and a line below it; it is opened, never executed.

    It wears the application's theme and follows when that changes.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.values = palette_in_force()
        # A sheet belongs to its window, which would keep all that were ever opened.
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.heading = QLabel(title)
        self.heading.setFont(theme.reading_font(14, bold=True))
        self.heading.setWordWrap(True)
        # Names of articles and tags stand in it: a “<” of theirs begins no markup.
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.line = QLabel()
        self.line.setWordWrap(True)
        self.line.setTextFormat(Qt.TextFormat.PlainText)
        self.line.hide()
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        self.buttons = QDialogButtonBox()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 16)
        layout.setSpacing(8)
        layout.addWidget(self.heading)
        layout.addWidget(self.line)
        layout.addSpacing(4)
        layout.addLayout(self.body, 1)
        layout.addSpacing(4)
        layout.addWidget(self.buttons)
        # The base's own: what a dialog paints with is not built yet.
        Sheet.set_palette_values(self, self.values)

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        self.values = palette
        self.setStyleSheet(fill(_SHEET, palette))
        set_ink(self.line, palette.color("muted"))

    def say(self, text: str) -> None:
        """Put a sentence under the heading."""
        self.line.setText(text)
        self.line.setVisible(bool(text))

    def setVisible(self, visible: bool) -> None:
        # Qt asks a layout with wrapped words for its least height and not for its hint.
        if visible and not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            room = self.screen().availableSize() * SHARE_OF_SCREEN
            if (parent := self.parentWidget()) is not None:  # no higher than what it lies on
                room = room.boundedTo(parent.window().size() - ROUND_IT)
            self.resize(self.sizeHint().boundedTo(room).expandedTo(self.minimumSizeHint()))
        super().setVisible(visible)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Guarded: setting a label's ink changes palettes again.
        if event.type() in _REPAINTED and palette_in_force() != self.values:
            self.set_palette_values(palette_in_force())
