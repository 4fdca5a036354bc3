# SPDX-License-Identifier: MIT
"""One pane: the text of an article with its marks painted beneath the words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QPoint, QPointF, QSizeF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from diptych.text.article import Span
from diptych.text.sides import Side
from diptych.ui.desk.page import Page
from diptych.ui.parts.moment import Moment
from diptych.ui.parts.theme import Palette
from diptych.ui.reader.document import Typography
from diptych.ui.reader.geometry import Extent
from diptych.ui.reader.heights import Heights
from diptych.ui.reader.marks import Mark, MarkTable, in_painting_order, line_rects, paint_mark
from diptych.ui.reader.pacing import LayoutPace, Retired

SIDE_MARGIN = 26.0
# To the other article: on a wide screen bands would end far from the words.
MOST_INNER_MARGIN = 110.0
TOP_MARGIN = 18.0
BOTTOM_MARGIN = 120.0
ARTICLE_MIME = "application/x-diptych-article"


class ArticleView(QTextEdit):
    """Shows one page, paints its marks, reports clicks, keys and drops."""

    scrolled = Signal()  # by the reader: the other side may follow
    moved = Signal()  # for whatever reason: what is drawn beside the text moves too
    laid_out = Signal()
    page_changed = Signal()  # another page, or none: all marks are gone
    fold_toggled = Signal(int)
    menu_opening = Signal(object, int, int)  # QMenu, place or -1, number of the fold or -1
    mark_clicked = Signal(object)
    key_pressed = Signal(str)
    peek_changed = Signal(bool)
    escaped = Signal()
    article_dropped = Signal(str)
    paths_dropped = Signal(object)

    def __init__(
        self, palette: Palette, parent: QWidget | None = None, *, other_side: Side = Side.RIGHT
    ) -> None:
        super().__init__(parent)
        self._palette = palette
        self._other_side = other_side
        self._page: Page | None = None
        self._own_document: QTextDocument | None = None
        self._pace: LayoutPace | None = None
        self._marks: MarkTable = MarkTable()
        self._top_place = 0
        self._goal = -1  # pixels; where to scroll as soon as Qt has told that the text is so long
        self._holding = 0
        self._current = -1
        self._pulse = 0.0
        self._measure_width = 600.0
        self._laid_height = 0.0  # of the part that Qt has laid out so far
        self._ranges: dict[Span, list[tuple[int, int]]] = {}  # of this page, once asked for
        self._heights = Heights(self.document())
        self._build()

    def _build(self) -> None:
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAcceptDrops(True)
        self.viewport().setMouseTracking(True)
        self.setMinimumWidth(200)
        self.verticalScrollBar().valueChanged.connect(self._note_scrolling)
        self.verticalScrollBar().rangeChanged.connect(self._go_on_to_goal)

    # What is shown

    def show_page(self, page: Page, document: QTextDocument, typography: Typography) -> None:
        """Put a page into the pane; the view takes the document."""
        self._page = page
        self._measure_width = typography.measure_width()
        # As wide as it will be: on lines without end a step would lay out ten times as much.
        document.setPageSize(QSizeF(self.viewport().width(), -1))
        self._set_margins(document)
        self._take_document(document)
        self._pace = LayoutPace(document)
        document.documentLayout().documentSizeChanged.connect(self._note_height)
        self.page_changed.emit()

    def clear_page(self) -> None:
        """Show nothing."""
        self._page = None
        self._pace = None
        self._take_document(QTextDocument())
        self.page_changed.emit()

    def _take_document(self, document: QTextDocument) -> None:
        self._ranges.clear()
        self._heights = Heights(document)
        self._marks = MarkTable()
        self._laid_height = 0.0
        document.setParent(self)
        with self._held():
            self.setDocument(document)
            self.verticalScrollBar().setValue(0)
        self._goal = -1
        if self._own_document is not None:
            Retired(self._own_document, self)
        self._own_document = document

    @property
    def page(self) -> Page | None:
        return self._page

    def set_palette_values(self, palette: Palette) -> None:
        """Paint with another theme; the owner sets the page anew."""
        self._palette = palette
        self.viewport().update()

    def show_marks(self, marks: Iterable[Mark]) -> None:
        """Replace all marks; nothing is laid out again."""
        self._marks = MarkTable(marks)
        self.viewport().update()

    def set_current(self, match: int, *, pulse: float = 0.0) -> None:
        """Paint a match as the current one; ``pulse`` of 0 to 1 brightens it."""
        self._current = match
        self._pulse = pulse
        self.viewport().update()

    # Places

    def ranges(self, span: Span) -> list[tuple[int, int]]:
        """Return the Qt ranges that show a span; none without a page."""
        if self._page is None:
            return []
        found = self._ranges.get(span)
        if found is None:
            found = self._ranges[span] = self._page.map.qt_ranges(span)
        return found

    def extent(self, span: Span) -> Extent | None:
        """Return the height in the document that a span covers, None if it is hidden."""
        return self._heights.of_span(span) or self._heights.measure(span, self.ranges(span))

    def extent_in(self, moment: Moment, span: Span, end: int) -> Extent | None:
        """Return the extent of a span that is shown before a Qt position, if there is time."""
        found = self._heights.of_span(span)
        if found is not None:
            return found
        ranges = self.ranges(span)
        if not ranges or ranges[-1][1] > end or not moment.has_time():
            return None
        return self._heights.measure(span, ranges)

    def document_height(self) -> float:
        """Return the height of the whole document in pixels.

        Qt lays a long document out in steps; until it is done this is an estimate,
        as asking Qt for the true height would make it finish at once.
        """
        bar = self.verticalScrollBar()
        return max(self._laid_height, float(bar.maximum() + self.viewport().height()))

    def laid_out_end(self) -> int:
        """Return the Qt position up to which places have a height already."""
        if self._laid_height >= self.document_height():
            return self.document().characterCount()
        y = max(0.0, self._laid_height - TOP_MARGIN - BOTTOM_MARGIN)
        place = QPointF(self._probe(0).x(), y)
        return self.document().documentLayout().hitTest(place, Qt.HitTestAccuracy.FuzzyHit)

    def top_place(self) -> int:
        """Return the article place at the top of the view, or on its way there."""
        if self._page is not None and self._goal >= 0:
            return self._top_place
        if self._page is None or self.verticalScrollBar().value() == 0:
            return 0
        position = self.cursorForPosition(self._probe(4)).position()
        return self._page.map.place(position)

    def caret_place(self) -> int:
        """Return the article place of the caret."""
        return 0 if self._page is None else self._page.map.place(self.textCursor().position())

    def selected_span(self) -> Span | None:
        """Return the selected article span, trimmed of white space; None without one."""
        cursor = self.textCursor()
        if self._page is None or not cursor.hasSelection():
            return None
        span = self._page.map.span(cursor.selectionStart(), cursor.selectionEnd())
        return span if len(span) else None

    def qt_position(self, place: int) -> int:
        """Return the Qt position of an article place."""
        return 0 if self._page is None else self._page.map.qt_position(place)

    def height_of(self, place: int) -> float:
        """Return the height in the document at which an article place stands."""
        if self._page is None:
            return 0.0
        return self._heights.line(self._page.map.qt_position(place)).top

    def scroll_to_place(self, place: int) -> None:
        """Put an article place at the top of the view."""
        with self._held():
            self.scroll_to(0 if place <= 0 else self.height_of(place) - 4)
        self._top_place = place

    def scroll_to(self, height: float) -> None:
        """Put a height of the document at the top of the view, later if it is too early.

        Of a long text that has just been opened Qt tells the length bit by bit.
        """
        self._aim(height)
        if self._goal >= 0:
            self._top_place = self._place_at(height + 4)

    def _aim(self, height: float) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(round(height))
        self._goal = round(height) if bar.maximum() < height else -1

    def _place_at(self, height: float) -> int:
        if self._page is None:
            return 0
        point = QPointF(self._probe(0).x(), height)
        hit = self.document().documentLayout().hitTest(point, Qt.HitTestAccuracy.FuzzyHit)
        return self._page.map.place(hit)

    def reach(self, extent: Extent) -> float:
        """Return how far the scrolling goes, at least to the end of what was measured."""
        end = extent.bottom - self.viewport().height()
        return max(end, float(self.verticalScrollBar().maximum()))

    def _go_on_to_goal(self) -> None:
        bar = self.verticalScrollBar()
        if self._goal < 0 and bar.value() > bar.maximum():
            self._goal = bar.value()  # the lines are broken anew, and Qt has not come so far
        goal = self._goal
        if goal < 0:
            return
        with self._held():
            self._aim(goal)

    def put_caret(self, place: int) -> None:
        """Move the caret without scrolling."""
        if self._page is None:
            return
        cursor = self.textCursor()
        cursor.setPosition(self._page.map.qt_position(place))
        self._take_cursor(cursor)

    def _take_cursor(self, cursor: QTextCursor) -> None:
        before = self.verticalScrollBar().value()
        with self._held():
            self.setTextCursor(cursor)
            self.verticalScrollBar().setValue(before)

    def select(self, span: Span) -> None:
        """Select a span without scrolling, the caret before it (the hit walked to)."""
        ranges = [] if self._page is None else self._page.map.qt_ranges(span)
        if not ranges:
            self.put_caret(span.start)
            return
        cursor = self.textCursor()
        cursor.setPosition(ranges[-1][1])
        cursor.setPosition(ranges[0][0], QTextCursor.MoveMode.KeepAnchor)
        self._take_cursor(cursor)

    @contextmanager
    def _held(self) -> Iterator[None]:
        """Scroll without taking it for the reader's doing."""
        self._holding += 1
        try:
            yield
        finally:
            self._holding -= 1

    def _note_scrolling(self) -> None:
        self.moved.emit()
        if not self._holding:
            self._goal = -1
            self._top_place = self.top_place()
            self.scrolled.emit()

    def _note_height(self, size: QSizeF) -> None:
        self._laid_height = size.height()
        self.laid_out.emit()

    def visible_heights(self) -> tuple[float, float]:
        """Return the heights of the view's top and bottom in the document."""
        top = self.verticalScrollBar().value()
        return float(top), float(top + self.viewport().height())

    def _probe(self, y: int) -> QPoint:
        left = self.document().rootFrame().frameFormat().leftMargin()
        return QPoint(round(left) + 2, y)

    def _set_margins(self, document: QTextDocument) -> None:
        """Centre a column of the wished measure, but not far from the other article."""
        frame = document.rootFrame()
        margins = frame.frameFormat()
        free = self.viewport().width() - self._measure_width
        inner = min(max(SIDE_MARGIN, free / 2), MOST_INNER_MARGIN)
        outer = max(SIDE_MARGIN, free - inner)
        left, right = (outer, inner) if self._other_side == Side.RIGHT else (inner, outer)
        if margins.leftMargin() == left and margins.rightMargin() == right:
            return
        margins.setLeftMargin(left)
        margins.setRightMargin(right)
        margins.setTopMargin(TOP_MARGIN)
        margins.setBottomMargin(BOTTOM_MARGIN)
        frame.setFrameFormat(margins)

    def _marks_at(self, position: QPointF) -> list[Mark]:
        cursor = self.cursorForPosition(position.toPoint())
        return self._marks.at(cursor.block(), cursor.position())

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_marks(painter, event.rect().top(), event.rect().bottom())
        painter.end()
        super().paintEvent(event)

    def _paint_marks(self, painter: QPainter, top: int, bottom: int) -> None:
        layout = self.document().documentLayout()
        scroll = self.verticalScrollBar().value()
        block = self.cursorForPosition(self._probe(top)).block().previous()
        if not block.isValid():
            block = self.document().firstBlock()
        while block.isValid():
            box = layout.blockBoundingRect(block)
            if box.top() - scroll > bottom:
                return
            origin = QPointF(box.left(), box.top() - scroll)
            self._paint_block(painter, block, origin)
            block = block.next()

    def _paint_block(self, painter: QPainter, block: QTextBlock, origin: QPointF) -> None:
        marks = self._marks.in_block(block)
        for mark in in_painting_order(marks, self._current):
            rects = line_rects(block, mark.start, mark.end, origin)
            current = mark.match >= 0 and mark.match == self._current
            paint_mark(painter, rects, mark, self._palette, current=current)
            if current and self._pulse > 0:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._palette.color("accent", 0.35 * self._pulse))
                for rect in rects:
                    painter.drawRoundedRect(rect.adjusted(-3, -1, 3, 1), 4, 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        is_new_width = event.size().width() != event.oldSize().width()
        place = self._top_place
        if is_new_width:
            self._goal = -1  # pixels of lines that are broken anew
            self._heights.forget()
            if self._pace is not None:
                self._pace.begin_again()
        with self._held():
            super().resizeEvent(event)
            self._set_margins(self.document())
        if is_new_width and place > 0:
            self.scroll_to_place(place)
        self.laid_out.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        anchor = self.anchorAt(event.position().toPoint())
        if anchor.startswith("fold:"):
            self.fold_toggled.emit(int(anchor.removeprefix("fold:")))
            return
        marks = self._marks_at(event.position())
        if marks:
            self.mark_clicked.emit(marks)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        cursor = self.textCursor() if by_key else self.cursorForPosition(event.pos())
        if not self.textCursor().hasSelection():
            self._take_cursor(cursor)  # what the menu does is done there
        self.setFocus()
        fold = self._fold_at(cursor)
        place = -1 if self._page is None or fold >= 0 else self._page.map.place(cursor.position())
        self.menu_opening.emit(menu, place, fold)
        menu.popup(event.globalPos())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over_fold = bool(self.anchorAt(event.position().toPoint()))
        shape = Qt.CursorShape.PointingHandCursor if over_fold else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if event.key() == Qt.Key.Key_Space:
            self._page_by(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            return
        if plain and event.key() == Qt.Key.Key_P:
            if not event.isAutoRepeat():
                self.peek_changed.emit(True)
            return
        if plain and event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            fold = self._fold_at(self.textCursor())
            if fold >= 0:
                self.fold_toggled.emit(fold)
                return
        if plain and event.text().isalpha() and event.text().isascii():
            self.key_pressed.emit(event.text().upper())
            return
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_P and not event.isAutoRepeat():
            self.peek_changed.emit(False)
            return
        super().keyReleaseEvent(event)

    def _page_by(self, direction: int) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + direction * round(self.viewport().height() * 0.9))

    def _fold_at(self, cursor: QTextCursor) -> int:
        block = cursor.block()
        if self._page is None or block.blockNumber() >= len(self._page.paragraphs):
            return -1
        paragraph = self._page.paragraphs[block.blockNumber()]
        return paragraph.fold if paragraph.style == "fold" else -1

    def loadResource(self, _kind: int, _name: QUrl | str) -> None:
        """Load nothing: an article never reaches outside itself."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(ARTICLE_MIME) or event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        mime = event.mimeData()
        if mime.hasFormat(ARTICLE_MIME):
            self.article_dropped.emit(bytes(mime.data(ARTICLE_MIME).data()).decode("utf-8"))
        else:
            self.paths_dropped.emit([u.toLocalFile() for u in mime.urls() if u.isLocalFile()])
        event.acceptProposedAction()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()
