# SPDX-License-Identifier: MIT
"""The overview strip at the outer edge of a pane: every mark of the whole article."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from diptych.ui.reader.geometry import StripMark
from diptych.ui.theme import Palette

WIDTH = 13


class OverviewStrip(QWidget):
    """Paints small marks and the viewport box; a click goes to what it points at."""

    match_chosen = Signal(int)
    share_chosen = Signal(float)

    def __init__(
        self, palette: Palette, describe: Callable[[int], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._palette = palette
        self._describe = describe
        self._marks: tuple[StripMark, ...] = ()
        self._box = (0.0, 0.0)
        self._current = -1
        self.setFixedWidth(WIDTH)

    def show_marks(self, marks: Sequence[StripMark], current: int) -> None:
        """Replace the marks, in strip pixels."""
        self._marks = tuple(marks)
        self._current = current
        self.update()

    def show_viewport(self, top: float, bottom: float) -> None:
        """Place the viewport box; both are shares of the document from 0 to 1."""
        self._box = (top, bottom)
        self.update()

    def set_palette_values(self, palette: Palette) -> None:
        """Paint with another theme."""
        self._palette = palette
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 100)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._palette.color("side"))
        top, bottom = (share * self.height() for share in self._box)
        if bottom > top:
            box = QRectF(0, top, self.width(), max(bottom - top, 8.0))
            painter.fillRect(box, self._palette.color("ink", 0.11))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for mark in sorted(self._marks, key=lambda m: m.match == self._current and m.match >= 0):
            current = mark.match >= 0 and mark.match == self._current
            painter.setBrush(self._palette.color("accent" if current else mark.kind))
            inset = 1.0 if current else 3.0
            painter.drawRoundedRect(
                QRectF(inset, mark.top, self.width() - 2 * inset, mark.bottom - mark.top), 2, 2
            )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        mark = self._mark_at(event.position().y())
        if mark is not None and mark.match >= 0:
            self.match_chosen.emit(mark.match)
        else:
            self.share_chosen.emit(event.position().y() / max(1, self.height()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.share_chosen.emit(event.position().y() / max(1, self.height()))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mark = self._mark_at(event.pos().y())
            text = self._describe(mark.match) if mark is not None and mark.match >= 0 else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def _mark_at(self, y: float) -> StripMark | None:
        near = [mark for mark in self._marks if mark.top - 3 <= y <= mark.bottom + 3]
        return min(near, key=lambda m: abs((m.top + m.bottom) / 2 - y), default=None)
