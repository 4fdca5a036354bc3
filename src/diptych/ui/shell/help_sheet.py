# SPDX-License-Identifier: MIT
"""Help: what the colours and lines in the texts mean, and the guide."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from diptych.ui.parts.kinds import LOOKS, kind_name
from diptych.ui.parts.legend import OTHERS, REMARKS, Swatch, translated
from diptych.ui.parts.sheet import Sheet
from diptych.ui.parts.theme import Palette
from diptych.ui.shell.guide_view import GuideView


class HelpSheet(Sheet):
    """A sentence for each sign, beside the sign as the texts show it; then the guide."""

    keys_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Help"))
        self.heading.setText(self.tr("Help"))
        self._swatches: list[Swatch] = []
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.setAccessibleName(self.tr("Help"))
        self._tabs.addTab(self._colours(), self.tr("What the colours mean"))
        self._guide = GuideView()
        self._tabs.addTab(self._guide, self.tr("The guide"))
        self.body.addWidget(self._tabs, 1)
        role = QDialogButtonBox.ButtonRole
        keys = QPushButton(self.tr("&Keyboard shortcuts"))
        keys.clicked.connect(self.keys_requested)
        self.buttons.addButton(keys, role.ActionRole)
        self.buttons.addButton(self.tr("Close"), role.RejectRole)
        self.buttons.rejected.connect(self.reject)

    def show_guide(self) -> None:
        """Turn to the guide."""
        self._tabs.setCurrentIndex(1)
        self._guide.focus_text()

    def set_palette_values(self, palette: Palette) -> None:
        super().set_palette_values(palette)
        for swatch in getattr(self, "_swatches", ()):
            swatch.set_palette_values(palette)

    def sizeHint(self) -> QSize:
        return QSize(860, 640)

    def _colours(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 12, 0, 0)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        column.addLayout(self._grid)
        column.addStretch(1)
        scroll = QScrollArea()  # the words may be long, the screen low
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(self.tr("What the colours mean"))
        # An edge at all times, so that the focus moves nothing.
        scroll.setStyleSheet(
            "QScrollArea { border: 1px solid transparent; }"
            "QScrollArea:focus { border-color: palette(highlight); }"
        )
        scroll.setWidget(page)
        for kind in reversed(LOOKS):
            self._add(Swatch(kind, self.values), f"{kind_name(kind)}: {LOOKS[kind].in_full()}")
        for name, words in OTHERS:
            self._add(Swatch(name, self.values), translated(words))
        for remark in REMARKS:
            self._add(None, translated(remark))
        return scroll

    def _add(self, swatch: Swatch | None, words: str) -> None:
        row = self._grid.rowCount()
        label = QLabel(words)
        label.setWordWrap(True)
        if swatch is not None:
            self._swatches.append(swatch)
            self._grid.addWidget(swatch, row, 0)
        self._grid.addWidget(label, row, 1)
