# SPDX-License-Identifier: MIT
"""How changes of two versions are drawn: struck, underlined, or a line beside the passage."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from diptych.ui.parts.theme import Palette
from diptych.ui.reader.marks import DIFFERING, Mark

GONE, COME = "gone", "come"
WORD_FILL, GROUND_FILL = 0.13, 0.07
CURRENT_FILL = 0.12
STRIKE_AT = 0.56  # share of a line's height, from its top
BESIDE = 2.2  # pixels, the line in the margin


def beside_changes(marks: Iterable[Mark]) -> list[Mark]:
    """Return what is painted where changes are shown: no match, for both have nearly all."""
    return [mark for mark in marks if mark.match < 0 and mark.ink != DIFFERING]


def paint_change(
    painter: QPainter,
    rects: Sequence[QRectF],
    mark: Mark,
    palette: Palette,
    *,
    x: float,
    current: bool,
) -> None:
    """Paint the words of a change, or the ground of its whole place with a line at ``x``."""
    if mark.is_ground:
        _paint_ground(painter, rects, mark, palette, current=current)
        _paint_beside(painter, rects, mark, palette, x=x, current=current)
    else:
        _paint_words(painter, rects, mark, palette, current=current)


def _paint_beside(
    painter: QPainter,
    rects: Sequence[QRectF],
    mark: Mark,
    palette: Palette,
    *,
    x: float,
    current: bool,
) -> None:
    """Paint the line in the margin: of what has moved or stands alone, and of the present one."""
    if not current and mark.ink == "accent":
        return  # words that changed speak for themselves
    ink = "accent" if current else str(mark.ink)
    solid, flat = Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap
    painter.setPen(QPen(palette.color(ink, 0.95), BESIDE, solid, flat))
    for rect in rects:
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))


def _paint_ground(
    painter: QPainter, rects: Sequence[QRectF], mark: Mark, palette: Palette, *, current: bool
) -> None:
    if current:
        fill = palette.color("accent", CURRENT_FILL)
    elif mark.ink in (GONE, COME):
        fill = palette.color(str(mark.ink), GROUND_FILL)
    else:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    for rect in rects:
        painter.drawRect(rect)


def _paint_words(
    painter: QPainter, rects: Sequence[QRectF], mark: Mark, palette: Palette, *, current: bool
) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.color(str(mark.ink), WORD_FILL * (2 if current else 1)))
    for rect in rects:
        painter.drawRoundedRect(rect.adjusted(-1, 1, 1, -1), 2, 2)
    painter.setPen(QPen(palette.color(str(mark.ink), 0.9), 1.5))
    for rect in rects:
        y = rect.top() + STRIKE_AT * rect.height() if mark.ink == GONE else rect.bottom() - 2
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
