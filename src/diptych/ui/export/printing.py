# SPDX-License-Identifier: MIT
"""Pages on paper: HTML laid out once, then shown, printed, or written as a PDF by Qt."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from functools import cache
from html import unescape
from typing import TYPE_CHECKING

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
    QTextCursor,
    QTextDocument,
    QTextDocumentFragment,
    QTextFormat,
    QTextFragment,
)
from PySide6.QtWidgets import QApplication

from diptych.patterns import late_pattern
from diptych.ui.parts import theme

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

POINTS = 10.0
RESOLUTION = 1200
MARGIN_CM, CM_PER_INCH, LAYOUT_DPI = 2.0, 2.54, 96
# What Vollkorn and Inter put in place of letters: ligatures, forms by the letters around.
# Kerned, some spaces are so narrow that readers of a PDF see none.
FANCY = ("liga", "clig", "dlig", "hlig", "calt", "ccmp", "kern")
SHEETS_AT_ONCE = 8
READ_AT_ONCE = 10_000  # characters, in about two milliseconds
_TITLE = late_pattern(r"<title>(.*?)</title>", re.DOTALL)
_STYLE = late_pattern(r"<style>(.*?)</style>", re.DOTALL)
# <p, </section, <h2: where a page may be parted
_ELEMENT = late_pattern(r"<(/?)(section|article|table|div|blockquote|pre|[duo]l|p|h[1-6])\b")


class Pages:
    """Sheets of paper that are set; what is seen of them is what is printed.

    They stand in several documents, each begun where a sheet begins: in a long one
    Qt takes ever longer to add a paragraph.
    """

    def __init__(self, documents: Sequence[QTextDocument], paper: QPagedPaintDevice) -> None:
        self._documents = tuple(documents)
        self._sheets = [(each, n) for each in documents for n in range(each.pageCount())]
        self._paper = paper  # on which the documents measure their lines

    @property
    def count(self) -> int:
        """How many sheets there are."""
        return len(self._sheets)

    @property
    def size(self) -> QSizeF:
        """The size of a sheet, in the units that ``draw`` paints with."""
        return self._documents[0].pageSize()

    def draw(self, painter: QPainter, number: int) -> None:
        """Paint a sheet, counted from 0, with its upper left corner where the painter is."""
        document, at = self._sheets[number]
        _draw(document, painter, at)
        _number(painter, number + 1, document)


class _Paper(QPdfWriter):
    """An A4 sheet on which lines are measured as on paper; nothing is printed on it."""

    def __init__(self) -> None:
        self._buffer = QBuffer()
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        super().__init__(self._buffer)
        _a4(self)


@cache
def _paper() -> _Paper:
    """Return the one sheet: Qt for Python never lets go of what a text was measured on."""
    return _Paper()


def pages_of(html: str) -> Generator[int, None, Pages]:
    """Return the sheets of an HTML page, set a piece at a time; yield how many per cent are."""
    return (yield from _set(html, _paper()))


def print_pdf(html: str) -> bytes:
    """Print an HTML page and return the PDF, whose words can be searched and copied."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _a4(QPdfWriter(buffer))
    writer.setCreator("Diptych")
    writer.setTitle(_within(_TITLE, html))
    pages = _at_once(_set(html, writer))
    for _ in _printing(pages, writer, range(pages.count)):
        pass
    del writer  # ends the file
    buffer.close()
    return bytes(buffer.data().data())


def printing_on(
    paper: QPagedPaintDevice, html: str, told: Callable[[int, int], None]
) -> Iterator[object]:
    """Print an HTML page in steps on a printer that is set up: the sheets asked for, as previewed.

    After each sheet ``told`` gets how many of how many are printed.
    """
    pages = yield from _set(html, paper)
    first, last = paper.pageRanges().firstPage(), paper.pageRanges().lastPage()
    every = range(pages.count)
    # Printers count from 1; 0 is all of them.
    chosen = every[first - 1 : last] if first else every
    for done in _printing(pages, paper, chosen):
        told(done, len(chosen))
        yield None


def printing_into(
    printer: QPrinter, html: str, told: Callable[[int, int], None]
) -> Iterator[object]:
    """Print as ``printing_on`` does; a file is in its place once it is whole, else what was there.

    Raises NoteError for a file that cannot be written.
    """
    name = printer.outputFileName()
    if not name:
        yield from printing_on(printer, html, told)
        return
    from diptych.services.printed_file import printed_file

    with printed_file(name) as part:
        printer.setOutputFileName(part)
        yield from printing_on(printer, html, told)


def _a4(writer: QPdfWriter) -> QPdfWriter:
    writer.setResolution(RESOLUTION)
    # The document has the margin, in which the number of the page stands.
    writer.setPageMargins(QMarginsF())
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    return writer


def _at_once(work: Generator[int, None, Pages]) -> Pages:
    """Do in one go what the window does in steps."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            pages = end.value
            assert isinstance(pages, Pages)
            return pages


def _set(html: str, device: QPagedPaintDevice) -> Generator[int, None, Pages]:
    """Return a page set for paper, each heading on the sheet of what it heads.

    Yields after each piece how many per cent of the page are set.
    """
    style, body = _within(_STYLE, html), html.partition("<body>")[2] or html
    documents, done = [_empty(style, device)], 0
    for piece in _pieces(body):
        document = documents[-1]
        end = document.characterCount() - 1
        first = _append(document, piece)
        _fit_to_sheets(document, first)
        if document.pageCount() > SHEETS_AT_ONCE and _begins_sheet(document, first):
            _take_out_from(document, end)
            documents.append(_empty(style, device))
            _fit_to_sheets(documents[-1], _append(documents[-1], piece))
        done += len(piece)
        yield 100 * done // max(len(body), 1)
    return Pages(documents, device)


def _within(part: re.Pattern[str], html: str) -> str:
    found = part.search(html)
    return unescape(found[1]) if found else ""


def _empty(style: str, device: QPagedPaintDevice) -> QTextDocument:
    document = QTextDocument()
    document.setDefaultFont(_with_plain_letters(theme.reading_font(POINTS)))
    document.setDefaultStyleSheet(style)
    document.documentLayout().setPaintDevice(device)
    root = document.rootFrame()
    sheet = root.frameFormat()
    sheet.setMargin(MARGIN_CM / CM_PER_INCH * LAYOUT_DPI)  # Qt makes device pixels of it
    root.setFrameFormat(sheet)
    document.setPageSize(QSizeF(device.width(), device.height()))
    return document


def _with_plain_letters(font: QFont) -> QFont:
    """Let each letter be drawn by its own sign.

    Ligatures and alternate forms are glyphs without a letter of their own: a PDF
    made with them loses those letters when it is searched or copied.
    """
    for feature in FANCY:
        font.setFeature(QFont.Tag(feature), 0)
    return font


def _pieces(body: str) -> Iterator[str]:
    """Cut the body of a page before what is headed, and where much stands under one heading."""
    depth = start = 0
    is_headed = True  # nothing but headings so far
    for tag in _ELEMENT.finditer(body):
        closes, name = tag.groups()
        if closes:
            depth -= 1
            continue
        if depth == 0:
            is_heading = name[0] == "h"
            is_long = tag.start() - start >= READ_AT_ONCE
            if not is_headed and (is_heading or name == "section" or is_long):
                yield body[start : tag.start()].rstrip()
                start, is_headed = tag.start(), True
            is_headed = is_headed and is_heading
        depth += 1
    yield body[start:].rstrip()


def _append(document: QTextDocument, piece: str) -> QTextBlock:
    """Add a piece at the end, and return its first paragraph."""
    cursor = QTextCursor(document)
    width = _device_pixels(document)
    if document.isEmpty():
        cursor.insertHtml(piece)
        _as_on_paper(document, width)
        return document.begin()
    # The first paragraph of what is inserted takes the form of the one it comes into.
    read = QTextDocument()
    read.setDefaultFont(document.defaultFont())
    read.setDefaultStyleSheet(document.defaultStyleSheet())
    QTextCursor(read).insertHtml(piece)
    _as_on_paper(read, width)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertBlock(read.begin().blockFormat(), read.begin().charFormat())
    place = cursor.position()
    cursor.insertFragment(QTextDocumentFragment(read))
    return document.findBlock(place)


def _device_pixels(document: QTextDocument) -> float:
    """Return how many pixels of the paper are one of a style sheet."""
    return document.documentLayout().paintDevice().logicalDpiX() / LAYOUT_DPI


def _as_on_paper(read: QTextDocument, width: float) -> None:
    """Set in what a style sheet sets in, and headings in the size that it gives.

    Qt makes device pixels of what stands above a paragraph, and not of what stands
    beside it; and it makes a heading larger than its own size.
    """
    cursor = QTextCursor(read)
    cursor.beginEditBlock()
    block = read.begin()
    while block.isValid():
        given = block.blockFormat()
        cursor.setPosition(block.position())
        if given.leftMargin() or given.rightMargin():
            given.setLeftMargin(given.leftMargin() * width)
            given.setRightMargin(given.rightMargin() * width)
            cursor.setBlockFormat(given)
        if given.headingLevel():
            _in_its_size(block)
        block = block.next()
    cursor.endEditBlock()


def _in_its_size(heading: QTextBlock) -> None:
    cursor = QTextCursor(heading)
    # Fragments are gone through by place: changing one may join it with the next.
    for piece in list(_fragments(heading)):
        cursor.setPosition(piece.position())
        cursor.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
        given = piece.charFormat()
        if given.hasProperty(QTextFormat.Property.FontPointSize):
            given.clearProperty(QTextFormat.Property.FontSizeAdjustment)
            cursor.setCharFormat(given)


def _fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    at = block.begin()
    while not at.atEnd():
        yield at.fragment()
        at += 1


def _begins_sheet(document: QTextDocument, block: QTextBlock) -> bool:
    layout, height = document.documentLayout(), document.pageSize().height()
    above = layout.blockBoundingRect(block.previous()).bottom()
    return above // height < layout.blockBoundingRect(block).top() // height


def _take_out_from(document: QTextDocument, place: int) -> None:
    cursor = QTextCursor(document)
    cursor.setPosition(place)
    cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()


def _fit_to_sheets(document: QTextDocument, first: QTextBlock) -> None:
    """Keep headings with what they head, and let each paragraph end with its sheet."""
    place = first.position()
    _keep_headings(document, first)
    _part_at_sheets(document.findBlock(place))


def _part_at_sheets(block: QTextBlock) -> None:
    """Make two paragraphs of one that goes on on the next sheet, and looks as before.

    Of a paragraph that begins above a sheet Qt writes the line above the first one once
    more, out of sight: whoever searches the PDF would find it twice.
    """
    while block.isValid():
        tops = _line_tops(block.document(), block, block.layout().lineCount())
        height = block.document().pageSize().height()
        later = (n for n, top in enumerate(tops) if top // height > tops[0] // height)
        line = next(later, None)
        if line is not None:
            _part(block, block.layout().lineAt(line).textStart())
        block = block.next()


def _part(block: QTextBlock, at: int) -> None:
    cursor, form = QTextCursor(block), block.blockFormat()
    upper, lower = QTextBlockFormat(form), QTextBlockFormat(form)
    upper.setBottomMargin(0)
    lower.setTopMargin(0)
    lower.setTextIndent(0)
    lower.setHeadingLevel(0)
    lower.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_Auto)
    cursor.setBlockFormat(upper)
    cursor.setPosition(block.position() + at)
    cursor.insertBlock(lower)
    # Or it would have the sign of an item of its own.
    if (items := cursor.currentList()) is not None:
        items.remove(cursor.block())


def _keep_headings(document: QTextDocument, first: QTextBlock) -> None:
    """Begin a sheet before a heading that would stand at the end of one alone.

    At once: where more follows, Qt loses lines of it when a sheet is begun before.
    """
    if _is_caption(first):
        _keep(document, first, [(first.next(), 1)])
    block, was_heading = first, False
    while block.isValid():
        is_heading = block.blockFormat().headingLevel() > 0
        # Of several in a row the first is moved, and takes the others along.
        if is_heading and not was_heading:
            _keep(document, block, _under(block))
        was_heading = is_heading
        block = block.next()


def _is_caption(block: QTextBlock) -> bool:
    """Tell whether a line in small type says whence the passage is that is set in below it."""
    below = block.next()
    if not below.isValid() or below.blockFormat().leftMargin() <= block.blockFormat().leftMargin():
        return False
    sizes = [piece.charFormat().fontPointSize() for piece in _fragments(block)]
    return bool(sizes) and all(0 < size < POINTS for size in sizes)


def _keep(
    document: QTextDocument, heading: QTextBlock, under: Iterable[tuple[QTextBlock, int]]
) -> None:
    """Begin a sheet before a heading where so many lines of the blocks under it are not on its."""
    height = document.pageSize().height()
    (first,) = _line_tops(document, heading, 1)
    kept = (top for block, count in under for top in _line_tops(document, block, count))
    if any(top // height != first // height for top in kept):
        broken = QTextBlockFormat()
        broken.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
        QTextCursor(heading).mergeBlockFormat(broken)


def _under(heading: QTextBlock) -> Iterator[tuple[QTextBlock, int]]:
    """Yield the blocks that stay on a heading's sheet, and how many lines of each at least.

    After further headings that is a name, such as that of the side, and how what is named
    begins; in a table those of each cell, for its rows part where their first cell may.
    """
    block = heading.next()
    while block.isValid() and (block.blockFormat().headingLevel() or not block.text()):
        block = block.next()
    table = QTextCursor(block).currentTable() if block.isValid() else None
    cells = [table.cellAt(0, n) for n in range(table.columns())] if table is not None else []
    starts = [(cell.firstCursorPosition().block(), cell.lastPosition()) for cell in cells]
    for name, end in starts or [(block, block.document().characterCount() if block else 0)]:
        if name.isValid():
            yield name, name.layout().lineCount()
            if name.next().isValid() and name.next().position() <= end:
                yield name.next(), 1


def _line_tops(document: QTextDocument, block: QTextBlock, count: int) -> list[float]:
    """Return how far down the document the first lines of a block stand.

    A block begins where the one before ends, and its first line perhaps on the next sheet.
    """
    lines, top = block.layout(), document.documentLayout().blockBoundingRect(block).top()
    return [top + lines.lineAt(n).y() for n in range(min(count, lines.lineCount()))]


def _printing(pages: Pages, paper: QPagedPaintDevice, numbers: range) -> Iterator[int]:
    """Print sheets, and tell after each how many are printed."""
    painter = QPainter(paper)
    if not painter.isActive():
        from diptych.services.printed_file import NotPrintedError

        raise NotPrintedError
    try:
        for done, number in enumerate(numbers):
            if done:
                paper.newPage()
            pages.draw(painter, number)
            yield done + 1
    finally:
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
