# SPDX-License-Identifier: MIT
"""Pages on paper: HTML laid out once, then shown, printed, or written as a PDF by Qt."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPagedPaintDevice,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QApplication

from diptych.ui.parts import theme

POINTS = 10.0
RESOLUTION = 1200
MARGIN_CM, CM_PER_INCH, LAYOUT_DPI = 2.0, 2.54, 96
# What Vollkorn and Inter put in place of letters: ligatures, forms by the letters around.
# Kerned, some spaces are so narrow that readers of a PDF see none.
FANCY = ("liga", "clig", "dlig", "hlig", "calt", "ccmp", "kern")


class Pages:
    """An HTML page set on sheets of A4; what is seen of them is what is printed."""

    def __init__(self, html: str) -> None:
        self._buffer = QBuffer()
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        # Lines break as on paper only when they are measured on it.
        self._paper = _a4(QPdfWriter(self._buffer))
        self._document = laid_out(html, self._paper)

    @property
    def count(self) -> int:
        """How many sheets there are."""
        return self._document.pageCount()

    @property
    def size(self) -> QSizeF:
        """The size of a sheet, in the units that ``draw`` paints with."""
        return self._document.pageSize()

    def draw(self, painter: QPainter, number: int) -> None:
        """Paint a sheet, counted from 0, with its upper left corner where the painter is."""
        _draw(self._document, painter, number)


def print_pdf(html: str) -> bytes:
    """Print an HTML page and return the PDF, whose words can be searched and copied."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _a4(QPdfWriter(buffer))
    writer.setCreator("Diptych")
    document = laid_out(html, writer)
    writer.setTitle(document.metaInformation(QTextDocument.MetaInformation.DocumentTitle))
    _print(document, writer, range(document.pageCount()))
    del writer  # ends the file
    buffer.close()
    return bytes(buffer.data().data())


def print_on(html: str, paper: QPagedPaintDevice) -> None:
    """Print an HTML page on a printer that is set up: the sheets asked for, each as previewed."""
    document = laid_out(html, paper)
    first, last = paper.pageRanges().firstPage(), paper.pageRanges().lastPage()
    chosen = range(document.pageCount())
    # Printers count from 1; 0 is all of them.
    _print(document, paper, chosen[first - 1 : last] if first else chosen)


def _a4(writer: QPdfWriter) -> QPdfWriter:
    writer.setResolution(RESOLUTION)
    # The document has the margin, in which the number of the page stands.
    writer.setPageMargins(QMarginsF())
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    return writer


def laid_out(html: str, device: QPagedPaintDevice) -> QTextDocument:
    """Return a page set for paper, each heading on the page of what it heads."""
    document = QTextDocument()
    document.setDefaultFont(theme.reading_font(POINTS))
    document.setHtml(html)
    _use_plain_letters(document)
    document.documentLayout().setPaintDevice(device)
    root = document.rootFrame()
    sheet = root.frameFormat()
    sheet.setMargin(MARGIN_CM / CM_PER_INCH * LAYOUT_DPI)  # Qt makes device pixels of it
    root.setFrameFormat(sheet)
    document.setPageSize(QSizeF(device.width(), device.height()))
    _keep_headings(document)
    return document


def _use_plain_letters(document: QTextDocument) -> None:
    """Let each letter be drawn by its own sign.

    Ligatures and alternate forms are glyphs without a letter of their own: a PDF
    made with them loses those letters when it is searched or copied.
    """
    block = document.begin()
    while block.isValid():
        for piece in block.textFormats():
            start = block.position() + piece.start
            cursor = QTextCursor(document)
            cursor.setPosition(start)
            end = start + piece.length
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            font = piece.format.font()
            for feature in FANCY:
                font.setFeature(QFont.Tag(feature), 0)
            form = QTextCharFormat()
            form.setFont(font)
            cursor.mergeCharFormat(form)
        block = block.next()


def _keep_headings(document: QTextDocument) -> None:
    """Begin a page before a heading that would stand at the end of one alone."""
    height = document.pageSize().height()
    layout = document.documentLayout()
    for heading in _headings(document):
        told = _first_words_under(heading)
        if told.isValid():
            # Asked anew for each: a break before moves all that follows.
            page, other = (layout.blockBoundingRect(b).top() // height for b in (heading, told))
            if page != other:
                broken = QTextBlockFormat()
                broken.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                QTextCursor(heading).mergeBlockFormat(broken)


def _headings(document: QTextDocument) -> Iterator[QTextBlock]:
    """Yield each heading that does not follow another one directly."""
    block, was_heading = document.begin(), False
    while block.isValid():
        is_heading = block.blockFormat().headingLevel() > 0
        if is_heading and not was_heading:
            yield block
        was_heading = is_heading
        block = block.next()


def _first_words_under(heading: QTextBlock) -> QTextBlock:
    """Return the block that says something: after further headings and the name of the side."""
    block = heading.next()
    while block.isValid() and (block.blockFormat().headingLevel() or not block.text()):
        block = block.next()
    return block.next() if block.isValid() and block.next().isValid() else block


def _print(document: QTextDocument, paper: QPagedPaintDevice, numbers: range) -> None:
    painter = QPainter(paper)
    for number in numbers:
        if number != numbers[0]:
            paper.newPage()
        _draw(document, painter, number)
    painter.end()


def _draw(document: QTextDocument, painter: QPainter, number: int) -> None:
    context = QAbstractTextDocumentLayout.PaintContext()
    # Else it would be the ink of the window, which is light in a dark theme.
    context.palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
    page = document.pageSize()
    view = QRectF(QPointF(0, number * page.height()), page)
    painter.save()
    painter.translate(0, -view.top())
    painter.setClipRect(view, Qt.ClipOperation.IntersectClip)
    context.clip = view
    document.documentLayout().draw(painter, context)
    painter.restore()
    _number(painter, number + 1, document)


def _number(painter: QPainter, number: int, document: QTextDocument) -> None:
    page, device = document.pageSize(), document.documentLayout().paintDevice()
    margin = MARGIN_CM / CM_PER_INCH * device.logicalDpiY()
    painter.save()
    # The font is measured on the paper, also where the sheet is only shown.
    painter.setFont(QFont(theme.ui_font(8), device))
    foot = QRectF(0, page.height() - margin, page.width() - margin, margin * 0.6)
    painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, str(number))
    painter.restore()


def print_pdf_alone(html: str) -> bytes:
    """Print where no window lives: from the command line, or in a process for it alone."""
    # A machine without a display can print; a platform that somebody has set stands. On
    # Windows that one would not find the system's fonts, and each other has a display.
    if sys.platform != "win32":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Without one Qt has no fonts.
    application = QApplication.instance() or QApplication(["diptych"])
    assert application is not None
    theme.load_fonts()
    return print_pdf(html)
