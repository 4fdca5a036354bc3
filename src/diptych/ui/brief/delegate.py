# SPDX-License-Identifier: MIT
"""Paints the lines of the brief: headings, and one or two quotations each."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from diptych.ui.brief.rows import BriefRow
from diptych.ui.parts import text_block, theme
from diptych.ui.parts.controls import section_font
from diptych.ui.parts.row_delegate import RowDelegate, RowState
from diptych.ui.parts.text_block import TextBlock, TextStyle
from diptych.ui.parts.theme import Palette

INSET, PADDING, LETTER = 14.0, 9.0, 15.0
LINES = 3


class BriefDelegate(RowDelegate[BriefRow]):
    """Sets headings like those of a panel and passages like those of a card."""

    def __init__(self, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(palette, parent)
        self._heading = section_font()
        self._letter = theme.ui_font(8.75, bold=True)
        self._font = theme.reading_font(10.25)

    def row_height(self, row: BriefRow, width: float) -> float:
        if row.is_heading:
            return 14 + text_block.line_height(self._heading) + 4
        quotes = [text for text in (row.left_text, row.right_text) if text]
        inner = _inner(row, width)
        # Laid out and not estimated: there are eighteen of them at most.
        height = sum(self._block(text, inner).height for text in quotes)
        # As ``paint_row`` adds them up, with a gap between two quotations.
        return 2 * PADDING + height + 4 * (len(quotes) - 1) + 4

    def paint_row(self, painter: QPainter, rect: QRectF, row: BriefRow, state: RowState) -> None:
        if row.is_heading:
            place = QRectF(rect.left() + INSET, rect.top() + 14, rect.width() - 2 * INSET, 18)
            ink = self.values.color("muted")
            text_block.paint_line(painter, place, row.heading, font=self._heading, ink=ink)
            return
        card = rect.adjusted(INSET - 4, 2, -INSET + 4, -2)
        # Like the cards of the matches, for they are chosen alike.
        rim = "accent" if state.selected else "muted" if state.hovered else "line"
        painter.setBrush(self.values.color("paper"))
        painter.setPen(QPen(self.values.color(rim), 2.0 if state.selected else 1.0))
        painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), 7, 7)
        y = rect.top() + PADDING + 1
        for letter, text in (("L", row.left_text), ("R", row.right_text)):
            if text:
                block = self._block(text, _inner(row, rect.width()))
                self._paint_quote(painter, rect.left() + INSET + 6, y, letter, block)
                y += block.height + 4
        # Last, above the card: in the room that ``_inner`` has left.
        if row.differs:
            painter.setPen(self.values.color("warning"))
            painter.setFont(self._letter)
            line = text_block.line_height(self._font)
            place = QRectF(card.right() - LETTER - 3, rect.top() + PADDING + 1, LETTER, line)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "≠")

    def _paint_quote(
        self, painter: QPainter, x: float, y: float, letter: str, block: TextBlock
    ) -> None:
        place = QRectF(x, y, LETTER, text_block.line_height(self._font))
        accent = self.values.color("accent")
        text_block.paint_line(painter, place, letter, font=self._letter, ink=accent)
        block.paint(painter, x + LETTER, y)

    def _block(self, text: str, width: float) -> TextBlock:
        # Unmarked: why the two belong together is told by the list of matches.
        style = TextStyle(self._font, self.values.color("ink"))
        return self.laid_out.block(
            (text, width), lambda: text_block.lay_out(text, style, width, lines=LINES)
        )


def _inner(row: BriefRow, width: float) -> float:
    """Return the room for quotations; the sign of what differs stands beside them."""
    return width - 2 * INSET - 10 - LETTER - (LETTER if row.differs else 0.0)
