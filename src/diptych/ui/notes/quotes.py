# SPDX-License-Identifier: MIT
"""The quotations a note is about, shown above its text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from diptych.text.sides import Side
from diptych.ui.notes.rows import QuoteRow, from_where
from diptych.ui.parts import text_block, theme
from diptych.ui.parts.text_block import TextStyle
from diptych.ui.parts.theme import Palette

MOST_LINES = 3
LETTER_WIDTH = 16.0
GAP = 8.0


class QuoteList(QWidget):
    """Paints quotations with their side and source; the whole words are in the tooltip."""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = palette
        self._quotes: tuple[QuoteRow, ...] = ()
        self._lines = MOST_LINES  # of each quotation
        self._title_font = theme.ui_font(8.5)
        self._letter_font = theme.ui_font(8.75, bold=True)
        self._quote_font = theme.reading_font(10.25)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        # Qt asks how high something is at a width of those alone that say so here.
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_quotes(self, quotes: Sequence[QuoteRow]) -> None:
        """Replace the quotations."""
        self._quotes = tuple(QuoteRow(*item) for item in quotes)
        words = "\n\n".join(f"{from_where(item)}\n{item.quote[:1500]}" for item in self._quotes)
        self.setToolTip(words)
        # It is painted: to whoever listens only its name tells of it.
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def fit(self, width: int, room: int) -> int:
        """Shorten the quotations so that all are seen in a room, if they can; return the height."""
        # The longest that fit: of three quotations two lines each tell more than six of one.
        for lines in range(MOST_LINES, 0, -1):
            self._lines = lines
            if self.heightForWidth(width) <= room:
                break
        self.updateGeometry()
        self.update()
        return self.heightForWidth(width)

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        self._values = palette
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(sum(self._height(item, width) + GAP for item in self._quotes))

    def sizeHint(self) -> QSize:
        # Before it is laid out it has no width.
        return QSize(260, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.heightForWidth(max(self.width(), 200)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y = 0.0
        for item in self._quotes:
            y = self._paint_quote(painter, item, y) + GAP

    def _paint_quote(self, painter: QPainter, item: QuoteRow, y: float) -> float:
        values, width = self._values, self.width() - LETTER_WIDTH
        title = text_block.line_height(self._title_font) if item.title else 0.0
        # A note that came from elsewhere may stand on no side.
        letter = "L" if item.side == Side.LEFT else "R" if item.side == Side.RIGHT else "“"
        place = QRectF(0, y, LETTER_WIDTH, title or text_block.line_height(self._quote_font))
        text_block.paint_line(
            painter, place, letter, font=self._letter_font, ink=values.color("accent")
        )
        place = QRectF(LETTER_WIDTH, y, width, title)
        text_block.paint_line(
            painter, place, from_where(item), font=self._title_font, ink=values.color("muted")
        )
        style = TextStyle(self._quote_font, values.color("ink"))
        block = text_block.lay_out(item.quote, style, width, lines=self._lines)
        block.paint(painter, LETTER_WIDTH, y + title)
        return y + title + block.height

    def _height(self, item: QuoteRow, width: int) -> float:
        title = text_block.line_height(self._title_font) if item.title else 0.0
        style = TextStyle(self._quote_font, self._values.color("ink"))
        block = text_block.lay_out(item.quote, style, width - LETTER_WIDTH, lines=self._lines)
        return title + block.height
