# SPDX-License-Identifier: MIT
"""The overview strip at the outer edge of a pane: every mark of the whole article."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from diptych.text.article import Span
from diptych.ui.reader.geometry import StripMark
from diptych.ui.theme import Palette

WIDTH = 13


class OverviewStrip(QWidget):
    """Paints small marks and the viewport box; a click goes to what it points at."""

    match_chosen = Signal(int)
    share_chosen = Signal(float)

    def __init__(
        self, palette: Palette, describe: Callable[[Span], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._palette = palette
        self._describe = describe
        self._marks: tuple[StripMark, ...] = ()
        self._box = (0.0, 0.0)
        self._current = -1
        self._painted = QPixmap()  # the marks; thousands would take a frame's time each frame
        self.setFixedWidth(WIDTH)

    def show_marks(self, marks: Sequence[StripMark], current: int) -> None:
        """Replace the marks, in strip pixels."""
        self._marks = tuple(marks)
        self._current = current
        self._paint_anew()

    def show_viewport(self, top: float, bottom: float) -> None:
        """Place the viewport box; both are shares of the document from 0 to 1."""
        self._box = (top, bottom)
        self.update()

    def set_palette_values(self, palette: Palette) -> None:
        """Paint with another theme."""
        self._palette = palette
        self._paint_anew()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 100)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._palette.color("side"))
        top, bottom = (share * self.height() for share in self._box)
        if bottom > top:
            box = QRectF(0, top, self.width(), max(bottom - top, 8.0))
            painter.fillRect(box, self._palette.color("ink", 0.11))
        if self._painted.isNull():
            self._painted = self._marks_painted()
        painter.drawPixmap(0, 0, self._painted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._paint_anew()

    def _paint_anew(self) -> None:
        self._painted = QPixmap()
        self.update()

    def _marks_painted(self) -> QPixmap:
        """Return the marks on nothing; those on the same spot are painted once."""
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        spots = {
            (self._is_current(mark), mark.kind, round(mark.top), round(mark.bottom))
            for mark in self._marks
        }
        for current, kind, top, bottom in sorted(spots):
            painter.setBrush(self._palette.color("accent" if current else kind))
            inset = 1.0 if current else 3.0
            spot = QRectF(inset, top, self.width() - 2 * inset, bottom - top)
            painter.drawRoundedRect(spot, 2, 2)
        painter.end()
        return pixmap

    def _is_current(self, mark: StripMark) -> bool:
        return mark.match >= 0 and mark.match == self._current

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
            text = self._describe(mark.span) if mark is not None else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def _mark_at(self, y: float) -> StripMark | None:
        near = [mark for mark in self._marks if mark.top - 3 <= y <= mark.bottom + 3]
        return min(near, key=lambda m: abs((m.top + m.bottom) / 2 - y), default=None)
