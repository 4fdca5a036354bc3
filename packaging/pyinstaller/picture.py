# SPDX-License-Identifier: MIT
"""The application icon in the form that each system's programs carry."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

FORMS = {"win32": ("ico", 256), "darwin": ("icns", 1024)}


def save_icon(drawing: Path, folder: Path) -> str | None:
    """Write the drawing as .ico or .icns into ``folder``; Linux needs neither."""
    if sys.platform not in FORMS:
        return None
    ending, size = FORMS[sys.platform]
    application = QGuiApplication.instance() or QGuiApplication([])
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"diptych.{ending}"
    if not image.save(str(path)):
        raise OSError(f"{path} could not be written; {application.applicationName()} has no icon.")
    return str(path)
