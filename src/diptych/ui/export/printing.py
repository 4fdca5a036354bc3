# SPDX-License-Identifier: MIT
"""Pages on paper: HTML laid out and printed into a PDF by Qt."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QApplication

from diptych.ui.parts import theme

POINTS = 10.0


def print_pdf(html: str) -> bytes:
    """Print an HTML page and return the PDF."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(1200)
    writer.setCreator("Diptych")
    # Qt keeps two centimetres free by itself.
    writer.setPageMargins(QMarginsF())
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    document = QTextDocument()
    document.setDefaultFont(theme.reading_font(POINTS))
    document.setHtml(html)
    writer.setTitle(document.metaInformation(QTextDocument.MetaInformation.DocumentTitle))
    document.print_(writer)
    del writer  # ends the file
    buffer.close()
    return bytes(buffer.data().data())


def print_pdf_alone(html: str) -> bytes:
    """Print from the command line, where no application runs yet."""
    application = QApplication.instance() or QApplication(["diptych"])
    assert application is not None
    theme.load_fonts()
    return print_pdf(html)
