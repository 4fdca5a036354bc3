# SPDX-License-Identifier: MIT
"""What became of the files added: how many came in, which did not and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QRectF, QSize, Signal
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QAbstractItemView, QDialogButtonBox, QWidget

from diptych.ui.parts import text_block, theme
from diptych.ui.parts.row_delegate import RowDelegate, RowState, paint_bottom_line
from diptych.ui.parts.rows import RowList, RowModel
from diptych.ui.parts.sheet import Sheet
from diptych.ui.parts.theme import Palette
from diptych.values import dataclass


@dataclass(frozen=True, slots=True)
class FailedFile:
    """A file that could not be added; ``reason`` is a finished sentence."""

    path: str
    code: str
    reason: str


class FailedDelegate(RowDelegate[FailedFile]):
    """Paints the file's name and why it could not be read."""

    def __init__(self, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(palette, parent)
        self._name_font = theme.ui_font(9.75, bold=True)
        self._reason_font = theme.ui_font(9)

    def row_height(self, row: FailedFile, width: float) -> float:
        # As ``paint_row`` adds them up.
        lines = self._lines(row, width)
        reason = text_block.line_height(self._reason_font)
        return 8 + text_block.line_height(self._name_font) + lines * reason + 8

    def paint_row(self, painter: QPainter, rect: QRectF, row: FailedFile, state: RowState) -> None:
        if state.selected:
            painter.fillRect(rect, self.values.color("accent", 0.14))
        if state.focused:
            self.paint_focus(painter, rect)
        paint_bottom_line(painter, rect, self.values)
        height = text_block.line_height(self._name_font)
        place = QRectF(rect.left() + 10, rect.top() + 8, rect.width() - 20, height)
        # On Windows a path has backslashes.
        name = row.path.replace("\\", "/").rsplit("/", 1)[-1]
        ink = self.values.color("ink")
        text_block.paint_line(painter, place, name, font=self._name_font, ink=ink)
        style = text_block.TextStyle(self._reason_font, self.values.color("muted"))
        block = text_block.lay_out(
            row.reason, style, place.width(), lines=self._lines(row, rect.width())
        )
        block.paint(painter, place.left(), place.bottom())

    def _lines(self, row: FailedFile, width: float) -> int:
        advance = text_block.text_advance(row.reason, self._reason_font)
        # Estimated, for of a large folder thousands of files may have been refused.
        return text_block.line_estimate(advance, width - 20, 3)


class ImportSummary(Sheet):
    """Shows a line such as "48 added, 2 not readable", and the files that were not.

    The reader can try them again, find them, or copy the list.
    """

    retry_requested = Signal(object)  # tuple of paths
    reveal_requested = Signal(str)

    def __init__(
        self, line: str, failed: Sequence[FailedFile], parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Articles added"))
        self._failed = tuple(failed)
        self.heading.setText(line)
        self.say(self.tr("The files themselves were not touched.") if failed else "")
        self._build()
        self._list.show_rows(self._failed)
        self._list.setVisible(bool(failed))
        for button in (self._retry, self._reveal, self._copy):
            button.setVisible(bool(failed))
        if failed:
            self._list.set_current_key(self._failed[0].path)

    def failed_text(self) -> str:
        """Return the failed files and reasons as text, one a line."""
        return "\n".join(f"{row.path}: {row.reason}" for row in self._failed)

    def set_palette_values(self, palette: Palette) -> None:
        super().set_palette_values(palette)
        self._delegate.set_palette_values(palette)

    def sizeHint(self) -> QSize:
        return QSize(520, 420 if self._failed else 150)

    def _build(self) -> None:
        self._model = RowModel[FailedFile](
            key=lambda row: row.path,
            spoken=lambda row, *_: f"{row.path}, {row.reason}",
            tooltip=lambda row: row.path,
            parent=self,
        )
        self._delegate = FailedDelegate(self.values, self)
        self._list = RowList(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._list.setAccessibleName(self.tr("Files that could not be added"))
        self.body.addWidget(self._list, 1)
        role = QDialogButtonBox.ButtonRole
        self._retry = self.buttons.addButton(self.tr("&Try again"), role.ActionRole)
        self._reveal = self.buttons.addButton(self.tr("Show the &file"), role.ActionRole)
        self._copy = self.buttons.addButton(self.tr("&Copy list"), role.ActionRole)
        close = self.buttons.addButton(self.tr("Close"), role.RejectRole)
        close.setDefault(True)
        self._retry.clicked.connect(
            lambda: self.retry_requested.emit(tuple(row.path for row in self._failed))
        )
        # What becomes of them now is told by a summary of its own.
        self._retry.clicked.connect(self.accept)
        self._reveal.clicked.connect(self._reveal_current)
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.failed_text()))
        self.buttons.rejected.connect(self.reject)
        self._list.row_activated.connect(lambda row: self.reveal_requested.emit(row.path))

    def _reveal_current(self) -> None:
        index = self._list.currentIndex()
        row = self._model.row_at(index if index.isValid() else QModelIndex())
        if row is not None:
            self.reveal_requested.emit(row.path)
