# SPDX-License-Identifier: MIT
"""The overview strip at the outer edge of a pane: every mark of the whole article."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from operator import itemgetter

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from diptych.ui.parts.hints import hint
from diptych.ui.parts.kinds import Ink, color_of
from diptych.ui.parts.theme import Palette
from diptych.ui.reader.geometry import StripMark, strip_parts

WIDTH = 13
MARK_X, CURRENT_X = 3.0, 1.0  # from the edges
ROUNDING = 1.5
ROUNDED_MOST = 300  # marks; of more the corners are not seen, and each takes a call


class OverviewStrip(QWidget):
    """Paints small marks and the viewport box; a click goes to what it points at."""

    mark_chosen = Signal(object)  # StripMark
    share_chosen = Signal(float)
    wheel_turned = Signal(object)  # QWheelEvent

    def __init__(
        self, palette: Palette, describe: Callable[[StripMark], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._palette = palette
        self._describe = describe
        self._marks: tuple[StripMark, ...] = ()
        self._box = (0.0, 0.0)
        self._current = -1
        self._drawn: QPixmap | None = None  # all marks, as they change far less than the box
        self.setFixedWidth(WIDTH)

    def show_marks(self, marks: Sequence[StripMark]) -> None:
        """Replace the marks, in strip pixels."""
        self._marks = tuple(marks)
        self._drawn = None
        self.update()

    def set_current(self, match: int) -> None:
        """Mark the current match."""
        self._current = match
        self.update()

    def show_viewport(self, top: float, bottom: float) -> None:
        """Place the viewport box; both are shares of the document from 0 to 1."""
        self._box = (top, bottom)
        self.update()

    def set_palette_values(self, palette: Palette) -> None:
        """Paint with another theme."""
        self._palette = palette
        self._drawn = None
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 100)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._palette.color("side"))
        top, bottom = (share * self.height() for share in self._box)
        if bottom > top:
            # Of a book the view would be a hairline.
            box = QRectF(0, top, self.width(), max(bottom - top, 8.0))
            painter.fillRect(box, self._palette.color("ink", 0.11))
        if self._drawn is None or self._drawn.deviceIndependentSize().toSize() != self.size():
            self._drawn = self._draw_marks()
        painter.drawPixmap(0, 0, self._drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._palette.color("accent"))
        for mark in self._marks:
            if mark.match >= 0 and mark.match == self._current:
                for rect in self._parts(mark.ink, mark.top, mark.bottom, CURRENT_X):
                    painter.drawRoundedRect(rect, ROUNDING, ROUNDING)

    def _draw_marks(self) -> QPixmap:
        # In the pixels of the screen, or it would be blurred where there are two to a point.
        scale = self.devicePixelRatioF()
        drawn = QPixmap(self.size() * scale)
        drawn.setDevicePixelRatio(scale)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        # Of thousands of marks many fall on the same pixels. The order given stays:
        # notes and hits lie on the matches under them.
        spots = dict.fromkeys((m.ink, round(m.top), round(m.bottom)) for m in self._marks)
        for ink, group in groupby(spots, key=itemgetter(0)):
            painter.setBrush(color_of(ink, self._palette))
            spots_of_ink = [(top, bottom) for _, top, bottom in group]
            self._clear(painter, spots_of_ink)
            rects = [
                rect
                for top, bottom in spots_of_ink
                for rect in self._parts(ink, top, bottom, MARK_X)
            ]
            if len(spots) > ROUNDED_MOST:
                painter.drawRects(rects)
            else:
                for rect in rects:
                    painter.drawRoundedRect(rect, ROUNDING, ROUNDING)
        painter.end()
        return drawn

    def _clear(self, painter: QPainter, spots: Sequence[tuple[int, int]]) -> None:
        """Take away what lies beneath: through the gaps of a mark it would show as a mixture."""
        inner = self.width() - 2 * MARK_X
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        painter.drawRects([QRectF(MARK_X, top, inner, low - top) for top, low in spots])
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

    def _parts(self, ink: Ink, top: float, bottom: float, inset: float) -> list[QRectF]:
        return [
            QRectF(inset + low, top, high - low, bottom - top)
            for low, high in strip_parts(ink, self.width() - 2 * inset)
        ]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        mark = self._mark_at(event.position().y())
        if mark is not None:
            self.mark_chosen.emit(mark)
        else:
            self.share_chosen.emit(event.position().y() / max(1, self.height()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Who scrolls with the pointer here means the text beside it.
        self.wheel_turned.emit(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.share_chosen.emit(event.position().y() / max(1, self.height()))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mark = self._mark_at(event.pos().y())
            text = self._describe(mark) if mark is not None else ""
            QToolTip.showText(event.globalPos(), hint(text), self)
            return True
        return super().event(event)

    def _mark_at(self, y: float) -> StripMark | None:
        # A mark is four pixels high: who points beside it means it.
        near = [mark for mark in self._marks if mark.top - 3 <= y <= mark.bottom + 3]
        return min(near, key=lambda m: abs((m.top + m.bottom) / 2 - y), default=None)
