# SPDX-License-Identifier: MIT
"""Paints one change: what it is, what is to be checked, and the words of both in one line."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextCharFormat

from diptych.services.change_lines import ChangeLine
from diptych.ui.changes.words import HUES, finding_name, kind_name
from diptych.ui.parts import text_block, theme
from diptych.ui.parts.row_delegate import RowDelegate, RowState
from diptych.ui.parts.text_block import TextBlock, TextStyle
from diptych.ui.parts.theme import Palette

MOST_LINES = 4
_WIDE = "\u2e80"  # the first of the characters of East Asia
_WIDE_SAMPLE = "\u6e2f"  # as wide as any of them
INSET, EDGE, PADDING = 14.0, 9.0, 8.0


class ChangeDelegate(RowDelegate[ChangeLine]):
    """Paints the rows of the list of changes."""

    def __init__(self, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(palette, parent)
        self._small = theme.ui_font(8.75)
        self._text_font = theme.reading_font(10.25)
        self._small_height = text_block.line_height(self._small)
        self._line_height = text_block.line_height(self._text_font)
        sample = "the night boat and its harbour"
        # Letters of running text, spaces among them.
        self._letter_width = text_block.text_advance(sample, self._text_font) / len(sample)
        self._wide_width = text_block.text_advance(_WIDE_SAMPLE, self._text_font)

    def row_height(self, row: ChangeLine, width: float) -> float:
        # By their length, as thousands of rows want a height at once.
        lines = sum(self._lines(text, width) for text in (row.text, row.right) if text)
        between = 4 if row.right else 0
        return 2 * PADDING + self._small_height + 3 + lines * self._line_height + between

    def paint_row(self, painter: QPainter, rect: QRectF, row: ChangeLine, state: RowState) -> None:
        values = self.values
        if state.selected or state.hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(values.color("paper", 1.0 if state.selected else 0.5))
            painter.drawRoundedRect(rect.adjusted(4, 2, -4, -2), 5, 5)
        if state.focused:
            self.paint_focus(painter, rect)
        edge = rect.left() + INSET
        painter.setPen(QPen(values.color(self._hue(row, state)), 2.2))
        painter.drawLine(round(edge), round(rect.top() + 9), round(edge), round(rect.bottom() - 8))
        x, width = edge + EDGE, rect.width() - 2 * INSET - EDGE
        y = rect.top() + PADDING
        self._paint_head(painter, QRectF(x, y, width, self._small_height), row)
        y += self._small_height + 3
        for block in self._blocks(row, width, rect.width()):
            block.paint(painter, x, y)
            y += block.height + 4

    def _hue(self, row: ChangeLine, state: RowState) -> str:
        # Where single words are struck or underlined these carry the hue.
        return "accent" if state.selected else "line" if row.gone or row.come else HUES[row.kind]

    def _paint_head(self, painter: QPainter, place: QRectF, row: ChangeLine) -> None:
        name = kind_name(row.kind)
        text_block.paint_line(
            painter, place, name, font=self._small, ink=self.values.color("muted")
        )
        told = ", ".join(finding_name(finding) for finding in row.findings)
        if told:
            # Behind the name, in the ink of a warning, which one line of text cannot change to.
            used = text_block.text_advance(f"{name}   ", self._small)
            text_block.paint_line(
                painter,
                place.adjusted(used, 0, 0, 0),
                told,
                font=self._small,
                ink=self.values.color("warning"),
            )

    def _blocks(self, row: ChangeLine, width: float, whole: float) -> list[TextBlock]:
        blocks = [self._block(row, row.text, width, self._lines(row.text, whole))]
        if row.right:
            blocks.append(self._block(row, row.right, width, self._lines(row.right, whole)))
        return blocks

    def _lines(self, text: str, width: float) -> int:
        """Return how many lines a text is given, told by its length alone."""
        # A Chinese character is as wide as two letters, and nothing is read of what is cut off.
        wide = 0 if text.isascii() else sum(sign >= _WIDE for sign in text)
        taken = (len(text) - wide) * self._letter_width + wide * self._wide_width
        room = width - 2 * INSET - EDGE
        return text_block.line_estimate(taken, room, MOST_LINES)

    def _block(self, row: ChangeLine, text: str, width: float, lines: int) -> TextBlock:
        def lay_out() -> TextBlock:
            style = TextStyle(self._text_font, self.values.color("ink"))
            # What is struck and underlined are places in ``row.text``.
            shapes = [] if text == row.right else self._shapes(row)
            return text_block.lay_out(text, style, width, lines=lines, shapes=shapes)

        # The number too, for equal words may be marked otherwise.
        return self.laid_out.block((row.number, text, width, lines), lay_out)

    def _shapes(self, row: ChangeLine) -> list[tuple[int, int, QTextCharFormat]]:
        struck, underlined = QTextCharFormat(), QTextCharFormat()
        struck.setForeground(self.values.color("gone"))
        struck.setFontStrikeOut(True)
        # With a line as well as a hue, for whoever tells no hues apart.
        underlined.setForeground(self.values.color("come"))
        underlined.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        return [
            *((start, end, struck) for start, end in row.gone),
            *((start, end, underlined) for start, end in row.come),
        ]
