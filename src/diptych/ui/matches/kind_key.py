# SPDX-License-Identifier: MIT
"""The small key above the match list: what the colours in the texts mean."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from diptych.compare.values import Kind
from diptych.ui.parts.controls import quiet_button, set_ink
from diptych.ui.parts.kinds import LOOKS
from diptych.ui.parts.legend import Swatch
from diptych.ui.parts.theme import Palette, ui_font


class KindKey(QWidget):
    """A line for each kind, and the way to all that is to be said of signs."""

    asked = Signal()  # for the page in Help

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # The last of the table, which is painted on top, stands first.
        self._swatches = {kind: Swatch(kind, palette) for kind in reversed(LOOKS)}
        self._labels = {kind: QLabel(LOOKS[kind].in_short()) for kind in self._swatches}
        self._more = quiet_button(self.tr("More…"), self.tr("What the colours mean"))
        self._build()
        self.set_palette_values(palette)

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 4, 10, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for row, (kind, swatch) in enumerate(self._swatches.items()):
            label = self._labels[kind]
            label.setFont(ui_font(8.5))
            for widget in (swatch, label):
                widget.setToolTip(LOOKS[kind].in_full())
            grid.addWidget(swatch, row, 0)
            grid.addWidget(label, row, 1)
        self._more.setFont(ui_font(8.5))
        self._more.clicked.connect(self.asked)
        grid.addWidget(self._more, 0, 2, Qt.AlignmentFlag.AlignRight)

    def show_kind(self, kind: Kind, shown: bool) -> None:
        """Show the line of a kind, or not."""
        self._swatches[kind].setVisible(shown)
        self._labels[kind].setVisible(shown)

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        for kind, swatch in self._swatches.items():
            swatch.set_palette_values(palette)
            set_ink(self._labels[kind], palette.color("muted"))
