# SPDX-License-Identifier: MIT
"""The articles along the days on which they were written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QToolTip, QWidget

from diptych.ui.overview.geometry import DateMark, date_marks, day_number
from diptych.ui.overview.rows import OverviewArticle
from diptych.ui.parts import text_block, theme
from diptych.ui.parts.facts import long_date
from diptych.ui.parts.theme import Palette

RADIUS = 6.5
MIDDLE = 42.0


class Timeline(QWidget):
    """Paints a point for each dated article; arrows walk them, Enter chooses one."""

    article_chosen = Signal(str)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = palette
        self._articles: tuple[OverviewArticle, ...] = ()
        self._chosen: frozenset[str] = frozenset()
        self._current = -1
        self._font = theme.ui_font(9)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # For the tips: without it Qt tells of moves only while a button is held.
        self.setMouseTracking(True)
        self.setMinimumHeight(int(2 * MIDDLE))
        self._name_current()

    def show_articles(self, articles: Sequence[OverviewArticle]) -> None:
        """Replace the articles; those without a date are left out."""
        self._articles = tuple(articles)
        self._current = -1
        self._name_current()
        self.update()

    def mark(self, ids: frozenset[str]) -> None:
        """Show the articles of the chosen pair in the accent colour."""
        self._chosen = ids
        self.update()

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        self._values = palette
        self.update()

    def has_dates(self) -> bool:
        """Tell whether any article has a date to be placed by."""
        return any(day_number(article.date) is not None for article in self._articles)

    def sizeHint(self) -> QSize:
        return QSize(400, int(2 * MIDDLE))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._values.color("line"), 2))
        painter.drawLine(QPointF(0, MIDDLE), QPointF(self.width(), MIDDLE))
        for order, mark in enumerate(self._marks()):
            chosen = self._articles[mark.index].id in self._chosen
            # A rim of paper parts points of days that lie near one another.
            painter.setPen(QPen(self._values.color("paper"), 1.5))
            ink = self._values.color("accent") if chosen else self._values.color("muted", 0.55)
            # On paper first, for the ink would let the line through.
            painter.setBrush(self._values.color("paper"))
            painter.drawEllipse(QPointF(mark.x, MIDDLE), RADIUS, RADIUS)
            painter.setBrush(ink)
            painter.drawEllipse(QPointF(mark.x, MIDDLE), RADIUS, RADIUS)
            if order == self._current and self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(self._values.color("accent"), 1.5))
                painter.drawEllipse(QPointF(mark.x, MIDDLE), RADIUS + 4, RADIUS + 4)
            if mark.label:
                self._paint_label(painter, mark, strong=chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        marks = self._marks()
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        if event.key() in steps and marks:
            self._current = min(max(self._current + steps[Qt.Key(event.key())], 0), len(marks) - 1)
            self._name_current()
            self.update()
        # Taken even where none is current, or the keys would reach whatever is around.
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and marks:
            if self._current >= 0:
                self.article_chosen.emit(self._articles[marks[self._current].index].id)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # The arrows begin at the first.
        if self._current < 0 and self._marks():
            self._current = 0
            self._name_current()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        order = self._mark_at(event.position())
        if order >= 0:
            self._current = order
            self._name_current()
            self.article_chosen.emit(self._articles[self._marks()[order].index].id)
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        order = self._mark_at(event.position())
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if order >= 0 else Qt.CursorShape.ArrowCursor
        )
        words = self._words(self._marks()[order]) if order >= 0 else ""
        # An empty text takes the tip away.
        QToolTip.showText(event.globalPosition().toPoint(), words, self)

    def _marks(self) -> list[DateMark]:
        labels = [day_label(article.date) for article in self._articles]
        widths = [text_block.text_advance(label, self._font) for label in labels]
        # Placed anew with each look: places hang on the width, and there are sixty at most.
        dates = [article.date for article in self._articles]
        return date_marks(dates, labels, widths, self.width())

    def _mark_at(self, place: QPointF) -> int:
        # A little more than the point itself, which is small to hit.
        if abs(place.y() - MIDDLE) > RADIUS + 5:
            return -1
        # Points of days that lie near overlap: the nearest of them is meant.
        near = [
            (abs(mark.x - place.x()), order)
            for order, mark in enumerate(self._marks())
            if abs(mark.x - place.x()) <= RADIUS + 3
        ]
        return min(near)[1] if near else -1

    def _paint_label(self, painter: QPainter, mark: DateMark, *, strong: bool) -> None:
        width = text_block.text_advance(mark.label, self._font) + 2
        height = text_block.line_height(self._font)
        top = MIDDLE - RADIUS - 8 - height if mark.row == 0 else MIDDLE + RADIUS + 8
        place = QRectF(mark.x - width / 2, top, width, height)
        ink = self._values.color("ink" if strong else "muted")
        text_block.paint_line(painter, place, mark.label, font=self._font, ink=ink)

    def _words(self, mark: DateMark) -> str:
        article = self._articles[mark.index]
        return f"{article.title} · {day_label(article.date)}"

    def _name_current(self) -> None:
        marks = self._marks()
        words = self.tr("When they were written")
        if 0 <= self._current < len(marks):
            words = self._words(marks[self._current])
        # A painted point is nothing to a screen reader: the name of all tells which is current.
        self.setAccessibleName(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))


def day_label(iso: str) -> str:
    """Return a date as it is written under a point: ``14 Feb``, ``Feb 2025`` or ``2025``."""
    day = QDate.fromString(iso, Qt.DateFormat.ISODate)
    # A month or a year alone is no day to Qt.
    if day.isValid():
        return QLocale().toString(day, QCoreApplication.translate("Facts", "d MMM"))
    return long_date(iso)
