# SPDX-License-Identifier: MIT
"""Pages on paper: HTML laid out and printed into a PDF by Qt."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
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


def print_pdf(html: str) -> bytes:
    """Print an HTML page and return the PDF, whose words can be searched and copied."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setCreator("Diptych")
    writer.setPageMargins(QMarginsF())
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    document = laid_out(html, writer)
    writer.setTitle(document.metaInformation(QTextDocument.MetaInformation.DocumentTitle))
    _draw(document, writer)
    del writer  # ends the file
    buffer.close()
    return bytes(buffer.data().data())


def laid_out(html: str, device: QPdfWriter) -> QTextDocument:
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


def _draw(document: QTextDocument, writer: QPdfWriter) -> None:
    painter = QPainter(writer)
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
    page = document.pageSize()
    for number in range(document.pageCount()):
        if number:
            writer.newPage()
        painter.save()
        view = QRectF(QPointF(0, number * page.height()), page)
        painter.translate(0, -view.top())
        painter.setClipRect(view)
        context.clip = view
        document.documentLayout().draw(painter, context)
        painter.restore()
        _number(painter, number + 1, page)
    painter.end()


def _number(painter: QPainter, number: int, page: QSizeF) -> None:
    margin = MARGIN_CM / CM_PER_INCH * RESOLUTION
    painter.setFont(theme.ui_font(8))
    foot = QRectF(0, page.height() - margin, page.width() - margin, margin * 0.6)
    painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, str(number))


def print_pdf_alone(html: str) -> bytes:
    """Print from the command line, where no application runs yet."""
    application = QApplication.instance() or QApplication(["diptych"])
    assert application is not None
    theme.load_fonts()
    return print_pdf(html)
