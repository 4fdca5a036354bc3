# SPDX-License-Identifier: MIT
"""Chips that narrow a search: sources, years, languages and tags, with their counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from diptych.ui.parts.controls import Chip
from diptych.ui.parts.theme import Palette
from diptych.values import dataclass

GAP = 4
MARGIN = 12


@dataclass(frozen=True, slots=True)
class FacetRow:
    """A value by which the answers can be narrowed; ``term`` is what a query says for it."""

    label: str
    count: int
    term: str


class FacetBar(QWidget):
    """One line of chips, as many as it has room for; a click narrows the search."""

    chosen = Signal(str)  # the term to be added to the query
    left = Signal()  # Esc: back to where one was

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = palette
        self._chips: list[Chip] = []
        self._rows: tuple[FacetRow, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Narrow the search"))

    def show_facets(self, rows: Sequence[FacetRow]) -> None:
        """Replace the chips."""
        # While one types most answers have the same: nothing is made anew then.
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        for chip in self._chips:
            chip.deleteLater()
        self._chips = [self._chip(row) for row in rows]
        self._place()

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        self._values = palette
        for chip in self._chips:
            chip.set_palette_values(palette)

    def _chip(self, row: FacetRow) -> Chip:
        chip = Chip(row.label, self._values, parent=self)
        # It adds a term and is never on.
        chip.setCheckable(False)
        chip.setObjectName(row.term)
        chip.set_count(row.count)
        chip.clicked.connect(lambda: self.chosen.emit(row.term))
        return chip

    def _place(self) -> None:
        x = MARGIN
        for chip in self._chips:
            size = chip.sizeHint()
            chip.setGeometry(x, (self.height() - size.height()) // 2, size.width(), size.height())
            x += size.width() + GAP
            chip.setVisible(x <= self.width() - MARGIN + GAP)

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(200, Chip("", self._values).sizeHint().height() + 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def quoted_value(value: str) -> str:
    """Return a value as a query writes it: in quotes when it is more than a word."""
    # A quotation mark inside would end the value.
    bare = value.replace('"', " ").strip()
    return bare if bare.isalnum() else f'"{bare}"'


def telling(counts: Iterable[tuple[str, int]], total: int, most: int) -> list[tuple[str, int]]:
    """Return the first values that would narrow a search; one that all have would not."""
    return [(value, count) for value, count in counts if value and count < total][:most]
