# SPDX-License-Identifier: MIT
"""A dot of each colour that a note or a highlight can have."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from diptych.ui.parts.theme import NOTE_HUES

SIZE = 14


@lru_cache(maxsize=16)
def swatch(colour: str) -> QIcon:
    """Return a dot of a colour; an empty icon for none."""
    hue = NOTE_HUES.get(f"note-{colour}")
    if hue is None:
        return QIcon()
    # Drawn twice as large, for screens with two pixels to a point.
    picture = QPixmap(SIZE * 2, SIZE * 2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(hue))
    painter.drawEllipse(QRectF(1, 1, SIZE * 2 - 2, SIZE * 2 - 2))
    painter.end()
    return QIcon(picture)
