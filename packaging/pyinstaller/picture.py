# SPDX-License-Identifier: MIT
"""The application icon in the form that each system's programs carry, in every size asked for."""

from __future__ import annotations

import struct
import sys
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

WINDOWS_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
# What macOS calls each size; those of screens with double density have a name of their own.
MAC_NAMES = {
    b"icp4": 16, b"icp5": 32, b"ic11": 32, b"ic12": 64, b"ic07": 128,
    b"ic13": 256, b"ic08": 256, b"ic14": 512, b"ic09": 512, b"ic10": 1024,
}  # fmt: skip


def save_icon(drawing: Path, folder: Path, system: str = sys.platform) -> str | None:
    """Write the drawing as .ico or .icns into ``folder``; Linux needs neither."""
    if system == "win32":
        ending, data = "ico", ico(drawn(drawing, WINDOWS_SIZES))
    elif system == "darwin":
        ending, data = "icns", icns(drawn(drawing, tuple(set(MAC_NAMES.values()))))
    else:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"diptych.{ending}"
    path.write_bytes(data)
    return str(path)


def drawn(drawing: Path, sizes: tuple[int, ...]) -> dict[int, bytes]:
    """Return the drawing as a PNG of each size, sharp because none is scaled from another."""
    application = QGuiApplication.instance() or QGuiApplication([])
    renderer = QSvgRenderer(str(drawing), application)
    return {size: _png(renderer, size) for size in sizes}


def _png(renderer: QSvgRenderer, size: int) -> bytes:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """Return the pictures as one file for Windows: a table of places, then the pictures."""
    place = 6 + 16 * len(pictures)
    table, body = [struct.pack("<HHH", 0, 1, len(pictures))], []
    for size, png in sorted(pictures.items()):
        side = size % 256  # 0 stands for 256
        table.append(struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(png), place))
        body.append(png)
        place += len(png)
    return b"".join((*table, *body))


def icns(pictures: Mapping[int, bytes]) -> bytes:
    """Return the pictures as one file for macOS: each behind its name and its length."""
    parts = [
        name + struct.pack(">I", 8 + len(pictures[size])) + pictures[size]
        for name, size in MAC_NAMES.items()
    ]
    body = b"".join(parts)
    return b"icns" + struct.pack(">I", 8 + len(body)) + body
