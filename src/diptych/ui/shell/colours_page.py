# SPDX-License-Identifier: MIT
"""The page of Help that says what the colours and lines in the texts mean."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialogButtonBox, QGridLayout, QLabel, QWidget

from diptych.ui.parts.kinds import LOOKS, kind_name
from diptych.ui.parts.legend import OTHERS, REMARKS, Swatch, in_full, translated
from diptych.ui.parts.sheet import Sheet
from diptych.ui.parts.theme import Palette


class ColoursPage(Sheet):
    """A sentence for each sign, beside the sign as the texts show it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("What the colours mean"))
        self.heading.setText(self.tr("What the colours mean"))
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self.body.addLayout(self._grid)
        self._swatches: list[Swatch] = []
        for kind in reversed(LOOKS):
            self._add(Swatch(kind, self.values), f"{kind_name(kind)}: {in_full(kind)}")
        for name, words in OTHERS:
            self._add(Swatch(name, self.values), translated(words))
        for remark in REMARKS:
            self._add(None, translated(remark))
        self.buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.rejected.connect(self.reject)
        layout, width = self.layout(), self.sizeHint().width()
        if layout is not None:
            self.setMinimumSize(width, layout.totalHeightForWidth(width))

    def set_palette_values(self, palette: Palette) -> None:
        super().set_palette_values(palette)
        for swatch in getattr(self, "_swatches", ()):
            swatch.set_palette_values(palette)

    def sizeHint(self) -> QSize:
        return QSize(520, 460)

    def _add(self, swatch: Swatch | None, words: str) -> None:
        row = self._grid.rowCount()
        label = QLabel(words)
        label.setWordWrap(True)
        if swatch is not None:
            self._swatches.append(swatch)
            self._grid.addWidget(swatch, row, 0)
        self._grid.addWidget(label, row, 1)
