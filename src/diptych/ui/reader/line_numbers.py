# SPDX-License-Identifier: MIT
"""The number of every fifth line of verse, in the margin where its lines end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont

from diptych.text.verse import COUNTED

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QTextBlock

    from diptych.ui.desk.page import Page
    from diptych.ui.parts.theme import Palette

_SMALLER = 0.72  # of the size of the text
_AWAY, _ROOM = 4.0, 60.0  # pixels from the text, and for the number


def number_beside(page: Page, paragraph: int) -> str:
    """Return what stands beside a paragraph of a page: the number of every fifth line of verse."""
    line = page.paragraphs[paragraph].line if paragraph < len(page.paragraphs) else 0
    return str(line) if line and line % COUNTED == 0 else ""


def paint_line_number(
    painter: QPainter, block: QTextBlock, origin: QPointF, page: Page, palette: Palette
) -> None:
    """Paint the number of a line of verse, if it is one that is counted."""
    number = number_beside(page, block.blockNumber())
    layout = block.layout()
    if not number or not layout.lineCount():
        return
    font = QFont(block.charFormat().font())
    font.setPointSizeF(font.pointSizeF() * _SMALLER)
    line = layout.lineAt(0)
    y = origin.y() + line.y()
    is_right_to_left = block.textDirection() == Qt.LayoutDirection.RightToLeft
    edge = origin.x() + (-_AWAY - _ROOM if is_right_to_left else line.x() + line.width() + _AWAY)
    align = Qt.AlignmentFlag.AlignRight if is_right_to_left else Qt.AlignmentFlag.AlignLeft
    painter.setFont(font)
    painter.setPen(palette.color("muted"))
    painter.drawText(
        QRectF(edge, y, _ROOM, line.height()), align | Qt.AlignmentFlag.AlignVCenter, number
    )
