# SPDX-License-Identifier: MIT
"""Paints those who tell a claim along a line of time."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from diptych.compare.values import PARTING, Saying
from diptych.services.story import Teller
from diptych.ui.parts import text_block, theme
from diptych.ui.parts.facts import long_date
from diptych.ui.parts.kinds import saying_name
from diptych.ui.parts.row_delegate import RowDelegate, RowState
from diptych.ui.parts.text_block import TextStyle
from diptych.ui.parts.theme import Palette

DATE_WIDTH = 128.0
LINE_X = DATE_WIDTH + 14
TEXT_X = DATE_WIDTH + 34
PADDING = 9.0
DOT, LARGE_DOT = 4.5, 6.5
QUOTE_LINES = 3


def teller_words(teller: Teller) -> str:
    """Return how an article tells the claim: first, asked, in the same words, otherwise."""
    translate = QCoreApplication.translate
    parts = [
        translate("Story", "first") if teller.is_first else "",
        translate("Story", "the article you are reading") if teller.is_asked else "",
        "" if teller.is_asked else saying_name(teller.saying),
        *(f"{ours} / {theirs}" for ours, theirs in teller.figures),
    ]
    return " · ".join(part for part in parts if part)


def date_words(teller: Teller) -> str:
    """Return when an article was written, as it is read."""
    return long_date(teller.date) if teller.date else QCoreApplication.translate("Story", "no date")


class TellerDelegate(RowDelegate[Teller]):
    """Sets date, dot, title and quotation; the dot says how the claim is told."""

    def __init__(self, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(palette, parent)
        self._date = theme.ui_font(9)
        self._title = theme.reading_font(10.75, bold=True)
        self._small = theme.ui_font(8.75)
        self._quote = theme.reading_font(10.5)

    def row_height(self, row: Teller, width: float) -> float:
        # By their length, as a story may have many tellers.
        lines = text_block.lines_taken(row.quote, self._quote, self._inner(width), QUOTE_LINES)
        heads = text_block.line_height(self._title) + text_block.line_height(self._small)
        return 2 * PADDING + heads + 3 + lines * text_block.line_height(self._quote)

    def paint_row(self, painter: QPainter, rect: QRectF, row: Teller, state: RowState) -> None:
        values = self.values
        self.paint_ground(painter, rect, state)
        self._paint_time(painter, rect, row)
        x, y, width = rect.left() + TEXT_X, rect.top() + PADDING, self._inner(rect.width())
        height = text_block.line_height(self._title)
        title = " · ".join(part for part in (row.title, row.source) if part)
        place = QRectF(x, y, width, height)
        text_block.paint_line(painter, place, title, font=self._title, ink=values.color("ink"))
        place = QRectF(x, place.bottom() + 1, width, text_block.line_height(self._small))
        ink = values.color("warning" if row.saying in PARTING else "muted")
        text_block.paint_line(painter, place, teller_words(row), font=self._small, ink=ink)
        style = TextStyle(self._quote, values.color("ink"))
        lines = text_block.lines_taken(row.quote, self._quote, width, QUOTE_LINES)
        block = text_block.lay_out(row.quote, style, width, lines=lines)
        block.paint(painter, x, place.bottom() + 2)

    def _inner(self, width: float) -> float:
        return width - TEXT_X - 14

    def _paint_time(self, painter: QPainter, rect: QRectF, row: Teller) -> None:
        values, x = self.values, rect.left() + LINE_X
        y = rect.top() + PADDING + text_block.line_height(self._title) / 2
        # Level with the title, whatever the height of the row.
        place = QRectF(rect.left() + 10, y - 9, DATE_WIDTH - 10, 18)
        ink = values.color("ink" if row.is_first else "muted")
        text_block.paint_line(
            painter, place, date_words(row), font=self._date, ink=ink, align_right=True
        )
        painter.setPen(QPen(values.color("line"), 2))
        # Through the whole row, so that the line has no gaps.
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))
        is_same = row.saying is Saying.SAME_WORDS
        hue = "warning" if row.saying in PARTING else "accent" if is_same else "muted"
        painter.setPen(QPen(values.color(hue), 2))
        # A full dot has the same words, a ring says it in others.
        painter.setBrush(values.color(hue if is_same or row.saying in PARTING else "paper"))
        # Larger, so that the two one looks for are found without reading.
        radius = LARGE_DOT if row.is_first or row.is_asked else DOT
        painter.drawEllipse(QPointF(x, y), radius, radius)
