# SPDX-License-Identifier: MIT
"""The delegate the panels' lists share: rows of values in, heights and painting out."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from diptych.ui.parts import theme
from diptych.ui.parts.rows import ROW_ROLE
from diptych.ui.parts.text_block import LaidOut
from diptych.ui.parts.theme import Palette
from diptych.values import dataclass

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class RowState:
    """What the list says of a row while it is painted."""

    selected: bool
    hovered: bool
    focused: bool


class RowDelegate(QStyledItemDelegate, Generic[Row]):
    """Turns Qt's calls into ``row_height`` and ``paint_row``."""

    def __init__(self, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.values = palette
        self.laid_out = LaidOut()

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        self.values = palette
        # What was laid out has its colours in it.
        self.laid_out.clear()

    def row_height(self, row: Row, width: float) -> float:
        """Return the height of a row in a list of that width."""
        raise NotImplementedError

    def paint_row(self, painter: QPainter, rect: QRectF, row: Row, state: RowState) -> None:
        """Draw the row; the painter is antialiased and restored afterwards."""
        raise NotImplementedError

    def button_at(self, row: Row, rect: QRectF, x: float, y: float) -> str:  # noqa: ARG002
        """Return the name of the button of a row at a point, empty if there is none."""
        return ""

    def press_button(self, row: Row, name: str) -> None:
        """Do what the button stands for; delegates with buttons say what."""

    def paint_ground(self, painter: QPainter, rect: QRectF, state: RowState) -> None:
        """Draw what lies under a row that has no frame of its own, and the ring of focus."""
        if state.selected or state.hovered:
            painter.fillRect(rect, self.values.color("accent", 0.13 if state.selected else 0.05))
        if state.focused:
            self.paint_focus(painter, rect)

    def paint_focus(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the ring that shows where the keyboard is."""
        painter.setPen(QPen(self.values.color("accent"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # Inside of the row: what lies beside it is painted by its neighbours.
        painter.drawRoundedRect(rect.adjusted(1.5, 1.5, -1.5, -2.5), 4, 4)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        view = option.widget
        # Qt does not say in the option how wide a row will be, and rows break their words.
        width = view.viewport().width() if isinstance(view, QListView) else 260
        return QSize(60, round(self.row_height(index.data(ROW_ROLE), width)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        flags = option.state
        state = RowState(
            selected=bool(flags & QStyle.StateFlag.State_Selected),
            hovered=bool(flags & QStyle.StateFlag.State_MouseOver),
            focused=bool(flags & QStyle.StateFlag.State_HasFocus),
        )
        # Qt paints the rows with one painter, each with what the one before left set.
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        self.paint_row(painter, rect, index.data(ROW_ROLE), state)
        painter.restore()


def paint_bottom_line(painter: QPainter, rect: QRectF, palette: Palette) -> None:
    """Draw the hairline between two rows."""
    line = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
    painter.fillRect(line, palette.color("line"))


def paint_share(painter: QPainter, rect: QRectF, share: float, palette: Palette) -> None:
    """Draw a bar that is filled as far as ``share`` says, from 0 to 1."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.color("line"))
    painter.drawRoundedRect(rect, 1.5, 1.5)
    filled = QRectF(rect)
    # A share that is estimated may pass the whole.
    filled.setWidth(rect.width() * min(max(share, 0.0), 1.0))
    painter.setBrush(palette.color("accent"))
    painter.drawRoundedRect(filled, 1.5, 1.5)


def paint_pin_button(
    painter: QPainter, rect: QRectF, letter: str, *, palette: Palette, pinned: bool
) -> None:
    """Draw the L or R button of a row, filled when the article is on that side."""
    painter.setPen(QPen(palette.color("accent"), 1))
    painter.setBrush(palette.color("accent" if pinned else "paper"))
    # Half a pixel in, where a line of one pixel is sharp.
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    painter.setFont(theme.ui_font(8.25, bold=True))
    painter.setPen(palette.color("on_accent" if pinned else "accent"))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), letter)
