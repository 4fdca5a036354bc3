# SPDX-License-Identifier: MIT
"""Shows sheets of paper one below the other, as they will be printed."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from diptych.ui.export.printing import Pages, pages_of
from diptych.ui.parts.steps import Steps

GAP = 14  # pixels between sheets
WIDEST = 720  # pixels; a wider sheet is read no better


class PagesView(QAbstractScrollArea):
    """A column of sheets that fits the width; Home, End and the arrows scroll it."""

    setting = Signal(int)  # how many per cent of them are set
    pages_set = Signal(int)  # how many there are

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: Pages | None = None
        self._setting = Steps(self)
        self._drawn: dict[int, QPixmap] = {}
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("The pages as they will be printed"))

    def show_html(self, html: str) -> None:
        """Show the sheets of a page of HTML as soon as they are set; none while they are not."""
        self._take(None)
        if html:
            self._setting.start(self._set(html))
        else:
            self._setting.stop()

    def _set(self, html: str) -> Iterator[None]:
        setting, told = pages_of(html), 0
        while True:
            try:
                per_cent = next(setting)
            except StopIteration as end:
                pages: Pages = end.value
                break
            if per_cent > told:  # many a piece is less than one
                told = per_cent
                self.setting.emit(per_cent)
            yield
        self._take(pages)
        self.pages_set.emit(pages.count)

    def _take(self, pages: Pages | None) -> None:
        self._pages = pages
        self._drawn.clear()
        self._measure()
        self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(560, 420)

    def _sheet(self) -> QSize:
        if self._pages is None:
            return QSize(0, 0)
        width = min(self.viewport().width() - 2 * GAP, WIDEST)
        size = self._pages.size
        return QSize(width, round(width * size.height() / size.width()))

    def _measure(self) -> None:
        count = self._pages.count if self._pages else 0
        whole = count * (self._sheet().height() + GAP) + GAP
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, whole - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(40)

    def _picture(self, number: int, sheet: QSize) -> QPixmap:
        """Return a sheet as a picture, drawn once: text at 1,200 dpi takes its time."""
        if number not in self._drawn and self._pages is not None:
            # In the pixels of the screen.
            scale = self.devicePixelRatioF()
            picture = QPixmap(sheet * scale)
            picture.fill(Qt.GlobalColor.white)
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(*(picture.width() / self._pages.size.width(),) * 2)
            self._pages.draw(painter, number)
            painter.end()
            picture.setDevicePixelRatio(scale)
            self._drawn[number] = picture
        return self._drawn[number]

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().alternateBase())
        if self._pages is not None:
            self._paint_sheets(painter, event.rect(), self._pages.count)
        if self.hasFocus():
            painter.setPen(self.palette().highlight().color())
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))

    def _paint_sheets(self, painter: QPainter, seen: QRect, count: int) -> None:
        sheet, top = self._sheet(), GAP - self.verticalScrollBar().value()
        left = (self.viewport().width() - sheet.width()) // 2
        for number in range(count):
            place = QRect(
                left, top + number * (sheet.height() + GAP), sheet.width(), sheet.height()
            )
            # Only sheets in view are drawn.
            if place.intersects(seen):
                painter.drawPixmap(place.topLeft(), self._picture(number, sheet))
                painter.setPen(self.palette().mid().color())
                painter.drawRect(QRectF(place).adjusted(-0.5, -0.5, 0.5, 0.5))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # They were drawn for another width.
        self._drawn.clear()
        self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        key = Qt.Key(event.key())
        if key in ends:
            bar.setValue(ends[key])
        else:
            super().keyPressEvent(event)
