# SPDX-License-Identifier: MIT
"""Icons in the palette's colours, drawn from the single-colour SVGs of ``resources/icons``."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from diptych import assets

_SIZES = (16, 20, 24, 32, 48, 64)


@lru_cache(maxsize=256)
def icon(name: str, color: str) -> QIcon:
    """Return the icon ``name`` tinted with ``color``; an empty icon if there is none.

    Callers give their button a text as well, so that a missing picture never
    leaves a control without a name.
    """
    try:
        path = assets.resource_path(f"icons/{name}.svg")
    except FileNotFoundError:
        return QIcon()
    renderer = _renderer(path)
    if not renderer.isValid():
        return QIcon()
    result = QIcon()
    for size in _SIZES:
        result.addPixmap(_tinted(renderer, size, QColor(color)))
    return result


def _renderer(path: Path) -> QSvgRenderer:
    return QSvgRenderer(str(path))


def _tinted(renderer: QSvgRenderer, size: int, color: QColor) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    # Keeps how opaque each pixel is and replaces its colour, whichever the SVG has.
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(pixmap.rect(), color)
    painter.end()
    return pixmap
