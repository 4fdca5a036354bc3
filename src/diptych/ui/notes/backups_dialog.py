# SPDX-License-Identifier: MIT
"""Copies of the notes file, one of which may take its place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

from diptych.ui.notes.rows import BackupRow
from diptych.ui.parts import text_block, theme
from diptych.ui.parts.row_delegate import RowDelegate, RowState
from diptych.ui.parts.rows import RowList, RowModel
from diptych.ui.parts.sheet import Sheet
from diptych.ui.parts.theme import Palette


class BackupDelegate(RowDelegate[BackupRow]):
    """Paints when a copy was made, and below how many notes it holds and why."""

    def __init__(self, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(palette, parent)
        self._small = theme.ui_font(8.75)
        self._font = theme.ui_font(10)
        self._small_height = text_block.line_height(self._small)
        self._height = text_block.line_height(self._font)

    def row_height(self, row: BackupRow, width: float) -> float:  # noqa: ARG002
        return 7 + self._height + self._small_height + 7

    def paint_row(self, painter: QPainter, rect: QRectF, row: BackupRow, state: RowState) -> None:
        values = self.values
        self.paint_ground(painter, rect, state)
        line = QRectF(rect.left() + 10, rect.top() + 7, rect.width() - 20, self._height)
        text_block.paint_line(painter, line, row.when, font=self._font, ink=values.color("ink"))
        line = QRectF(line.left(), line.bottom(), line.width(), self._small_height)
        muted = values.color("muted")
        text_block.paint_line(painter, line, row.about, font=self._small, ink=muted)


class BackupsDialog(Sheet):
    """Lists the copies, the newest first; restoring asks for a second word."""

    restore_requested = Signal(str)  # path of the copy

    def __init__(self, rows: Sequence[BackupRow], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Restore a backup"))
        self.heading.setText(self.tr("Restore a backup"))
        self.say(
            self.tr("All notes become what they were then. Those of now are copied first.")
            if rows
            else self.tr("There is no backup yet; one is made at every start.")
        )
        self._sure = False
        self._build()
        self._list.show_rows(rows)
        if rows:
            self._list.set_current_key(rows[0].path)
        self._ask_anew()

    def sizeHint(self) -> QSize:
        return QSize(460, 460)

    def set_palette_values(self, palette: Palette) -> None:
        super().set_palette_values(palette)
        if hasattr(self, "_delegate"):
            self._delegate.set_palette_values(palette)

    def _build(self) -> None:
        self._model = RowModel[BackupRow](
            key=lambda row: row.path,
            spoken=lambda row, *_: f"{row.when}, {row.about}",
            parent=self,
        )
        self._delegate = BackupDelegate(self.values, self)
        self._list = RowList(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setAccessibleName(self.tr("Backups"))
        self.body.addWidget(self._list, 1)
        role = QDialogButtonBox.ButtonRole
        self._restore = QPushButton()
        self.buttons.addButton(self._restore, role.ActionRole)
        self.buttons.addButton(self.tr("Close"), role.RejectRole)
        self._restore.clicked.connect(self._ask)
        self.buttons.rejected.connect(self.reject)
        self._list.row_chosen.connect(lambda _: self._ask_anew())

    def _ask(self) -> None:
        row = self._model.row_at(self._list.currentIndex())
        if row is None:
            return
        if self._sure:
            self.restore_requested.emit(row.path)
            self.accept()
            return
        self._sure = True
        self._restore.setText(self.tr("Really? &Restore {0}").format(row.when))

    def _ask_anew(self) -> None:
        # Another choice is another question.
        self._sure = False
        self._restore.setText(self.tr("&Restore…"))
        self._restore.setEnabled(self._list.current_key() is not None)
