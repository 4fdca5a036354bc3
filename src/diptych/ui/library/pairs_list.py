# SPDX-License-Identifier: MIT
"""The pairs kept under a name, and below them those read lately."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from diptych.ui.library.row_delegate import PairDelegate
from diptych.ui.library.rows import PairRow
from diptych.ui.parts.controls import SectionLabel
from diptych.ui.parts.hints import hint
from diptych.ui.parts.rows import RowList, RowModel
from diptych.ui.parts.theme import Palette

IN_VIEW, IN_VIEW_WHEN_LOW = 3, 1  # rows; the articles above need the room
LOW = 620  # pixels of the panel


class PairsList(QWidget):
    """Lists pairs with both titles; asks to open, save and forget them."""

    pair_requested = Signal(str, str)
    save_requested = Signal(str, str)
    forget_requested = Signal(str)  # name

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[PairRow, ...], tuple[PairRow, ...]] = ((), ())
        self._room = LOW
        self._label = SectionLabel("", palette)
        self._label.setContentsMargins(14, 10, 14, 6)
        self._model = RowModel[PairRow](
            # With its name, for one pair may be kept under several.
            key=lambda row: (row.name, row.left_id, row.right_id),
            spoken=lambda row, *_: ", ".join(p for p in (row.name, row.title, row.meta) if p),
            tooltip=lambda row: hint("\n".join(p for p in (row.name, *row.titles, row.meta) if p)),
            parent=self,
        )
        self._delegate = PairDelegate(palette, self)
        self._list = RowList(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setUniformItemSizes(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._label)
        column.addWidget(self._list)
        self._list.row_activated.connect(self._open)
        # One click is enough: nothing is chosen among pairs.
        self._list.clicked.connect(lambda index: self._open(self._model.row_at(index)))
        self._list.offer_menu(self.row_menu)
        self._show()

    def show_recent(self, rows: Sequence[PairRow]) -> None:
        """Show the pairs read lately, the latest first."""
        self._rows = (self._rows[0], tuple(rows))
        self._show()

    def show_saved(self, rows: Sequence[PairRow]) -> None:
        """Show the pairs kept under a name, the newest first."""
        self._rows = (tuple(rows), self._rows[1])
        self._show()

    def rows(self) -> tuple[PairRow, ...]:
        """Return the pairs as listed."""
        return self._model.rows

    def leave_room(self, height: int) -> None:
        """Take less of a panel that is low."""
        # Only across the border, for all rows are shown anew.
        if (height < LOW) != (self._room < LOW):
            self._room = height
            self._show()

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        self._delegate.set_palette_values(palette)
        self._label.set_palette_values(palette)
        self._list.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(280, super().sizeHint().height())

    def row_menu(self, row: PairRow) -> QMenu:
        """Return the menu of what can be done with a pair."""
        menu = QMenu(self)
        menu.addAction(self.tr("&Open"), lambda: self._open(row))
        if row.name:
            menu.addAction(self.tr("&Forget"), lambda: self.forget_requested.emit(row.name))
        else:
            menu.addAction(
                self.tr("&Save…"), lambda: self.save_requested.emit(row.left_id, row.right_id)
            )
        return menu

    def _show(self) -> None:
        saved, recent = self._rows
        # A saved pair is not listed twice.
        kept = {(row.left_id, row.right_id) for row in saved}
        rows = (*saved, *(row for row in recent if (row.left_id, row.right_id) not in kept))
        self._list.show_rows(rows)
        words = self.tr("Saved and recent pairs") if saved else self.tr("Recent pairs")
        self._label.setText(words)
        self._list.setAccessibleName(words)
        self.setVisible(bool(rows))
        most = IN_VIEW if self._room >= LOW else IN_VIEW_WHEN_LOW
        # All rows are of one height.
        row_height = self._list.sizeHintForRow(0) if rows else 0
        self._list.setFixedHeight(max(40, min(len(rows), most) * row_height))

    def _open(self, row: PairRow | None) -> None:
        if row is not None:
            self.pair_requested.emit(row.left_id, row.right_id)
