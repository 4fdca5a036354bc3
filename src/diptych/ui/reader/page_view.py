# SPDX-License-Identifier: MIT
"""A page of an article laid out: where its places stand, and scrolling to them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, QPointF, QSizeF, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent, QTextCursor, QTextDocument, QWheelEvent
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit, QWidget

from diptych.text.article import Span
from diptych.text.sides import Side
from diptych.ui.desk.page import Page
from diptych.ui.desk.trail import BEGINNING, Top
from diptych.ui.reader.document import Typography
from diptych.ui.reader.geometry import Extent
from diptych.ui.reader.heights import Heights
from diptych.ui.reader.pacing import LayoutPace, Retired

SIDE_MARGIN = 26.0
# To the other article: on a wide screen bands would end far from the words.
MOST_INNER_MARGIN = 56.0
LEAST_WIDTH = 120  # pixels; beside panels on a small screen its lines are short, and whole
TOP_MARGIN = 18.0
BOTTOM_MARGIN = 120.0
ABOVE_LINE = 4  # pixels that are left above a line that is brought to the top
WIDEST_GAP, GAP_STEP = 80, 4  # pixels between paragraphs, and how finely they are searched
WHEEL_STEP = 120  # eighths of a degree; touchpads send less at a time


class PageView(QTextEdit):
    """Shows one page; places are code points of the article, heights pixels from its top."""

    scrolled = Signal(int)  # by the reader, so many pixels: the other side may follow
    pushed = Signal(int)  # by the reader, so many pixels past an end
    moved = Signal()  # for whatever reason: what is drawn beside the text moves too
    laid_out = Signal()
    lines_breaking = Signal()  # the lines are about to be broken anew; they still stand
    width_changed = Signal()  # the lines are broken anew
    size_step_requested = Signal(int)  # larger or smaller text
    page_changed = Signal()  # another page, or none: all marks are gone

    def __init__(self, other_side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._other_side = other_side
        self._page: Page | None = None
        self._own_document: QTextDocument | None = None
        self._pace: LayoutPace | None = None
        # What stays at the top when the text is set anew. Not what stands there then: of a text
        # just set Qt knows little below the first lines, and each look would come back at the
        # beginning of a line, ever farther up.
        self.kept = BEGINNING
        self._goal = -1  # pixels; where to scroll as soon as Qt has told that the text is so long
        self._holding = 0
        self._stood = 0  # pixels, before it was scrolled
        self._measure_width = 600.0
        self._turned = 0  # of the wheel with Ctrl, not yet a step
        self._laid_height = 0.0  # of the part that Qt has laid out so far
        self._ranges: dict[Span, list[tuple[int, int]]] = {}  # of this page, once asked for
        self._heights = Heights(self.document())
        self._build()

    def _build(self) -> None:
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The overview strip stands in for it.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            # With a caret, for matches and notes are looked for where it stands.
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setMinimumWidth(LEAST_WIDTH)
        self.verticalScrollBar().valueChanged.connect(self._note_scrolling)
        self.verticalScrollBar().rangeChanged.connect(self._go_on_to_goal)

    def show_page(self, page: Page, document: QTextDocument, typography: Typography) -> None:
        """Put a page into the pane; the view takes the document."""
        self._page = page
        self._measure_width = typography.measure_width()
        # As wide as it will be: on lines without end a step would lay out ten times as much.
        document.setPageSize(QSizeF(self.viewport().width(), -1))
        self._centre(document)
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

    def extent_before(self, end: int, span: Span) -> Extent | None:
        """Return the extent of a span that is shown before a Qt position, None for others."""
        found = self._heights.of_span(span)
        if found is not None:
            return found
        ranges = self.ranges(span)
        if not ranges or ranges[-1][1] > end:
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
        # Before its first guess, and when the lines are broken anew, Qt gives the height of
        # what it has laid out for that of all. The scroll bar counts whole pixels.
        has_end = self.document().lastBlock().layout().lineCount() > 0
        if has_end and math.ceil(self._laid_height) >= self.document_height():
            return self.document().characterCount()
        # Margins count to the height, and no place stands in them.
        return self.position_at(max(0.0, self._laid_height - TOP_MARGIN - BOTTOM_MARGIN))

    def position_at(self, height: float) -> int:
        """Return the Qt position at a height of the document, or nearest to it.

        Between two paragraphs Qt answers with the end of the text as long as it has not laid
        out all of it; to go there would have it do so at once, 3 s for the longest.
        """
        document, x = self.document(), self._probe(0).x()
        layout, position = document.documentLayout(), 0
        for above in range(0, WIDEST_GAP, GAP_STEP):
            point = QPointF(x, height - above)
            position = layout.hitTest(point, Qt.HitTestAccuracy.FuzzyHit)
            if document.findBlock(position).layout().lineCount():
                break
        return position

    def top_place(self) -> int:
        """Return the article place at the top of the view, or on its way there."""
        if self._page is not None and self._goal >= 0:
            return self.kept.place
        if self._page is None or self.verticalScrollBar().value() == 0:
            return 0
        # Past the pixels that ``scroll_to_top`` leaves above a line.
        height = self.verticalScrollBar().value() + ABOVE_LINE
        return self._page.map.place(self.position_at(height))

    def top(self) -> Top:
        """Return what ``scroll_to_top`` takes to bring the same pixels back."""
        if self._page is not None and self._goal >= 0:
            return self.kept
        return _top_at(self, self.verticalScrollBar().value(), self.top_place())

    def qt_position(self, place: int) -> int:
        """Return the Qt position of an article place."""
        return 0 if self._page is None else self._page.map.qt_position(place)

    def height_of(self, place: int) -> float:
        """Return the height in the document at which an article place stands."""
        if self._page is None:
            return 0.0
        return self._heights.line(self._page.map.qt_position(place)).top

    def scroll_to_top(self, top: Top) -> None:
        """Put a place at the top of the view, and as much of its line above as there was."""
        with self._held():
            self.scroll_to(_height_above(self, top.place) + top.past)
        self.kept = top

    def scroll_to(self, height: float) -> None:
        """Put a height of the document at the top of the view, later if it is too early.

        Of a long text that has just been opened Qt tells the length bit by bit.
        """
        self._aim(height)
        if self._goal >= 0:
            hit = self.position_at(height + ABOVE_LINE)
            place = self._page.map.place(hit) if self._page is not None else 0
            self.kept = _top_at(self, round(height), place)

    def _aim(self, height: float) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(round(height))
        self._goal = round(height) if bar.maximum() < height else -1

    def _go_on_to_goal(self) -> None:
        bar = self.verticalScrollBar()
        if self._goal < 0 and bar.value() > bar.maximum():
            self._goal = bar.value()  # the lines are broken anew, and Qt has not come so far
        goal = self._goal
        if goal < 0:
            return
        with self._held():
            self._aim(goal)

    def _take_cursor(self, cursor: QTextCursor) -> None:
        before = self.verticalScrollBar().value()
        with self._held():
            # Qt scrolls to the caret with it; the reader stays.
            self.setTextCursor(cursor)
            self.verticalScrollBar().setValue(before)

    @contextmanager
    def _held(self) -> Iterator[None]:
        """Scroll without taking it for the reader's doing."""
        self._holding += 1
        try:
            yield
        finally:
            self._holding -= 1

    def _note_scrolling(self, height: int) -> None:
        by, self._stood = height - self._stood, height
        self.moved.emit()
        # Wherever the page was on its way to, the reader is elsewhere now.
        if not self._holding:
            self._goal = -1
            self.kept = self.top()
            self.scrolled.emit(by)

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

    def showEvent(self, event: QShowEvent) -> None:
        before = self.verticalScrollBar().value()
        with self._held():
            # Qt scrolls to the caret at first, which may stand in a line that is partly above.
            super().showEvent(event)
            self.verticalScrollBar().setValue(before)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # A higher view breaks no line.
        is_new_width = event.size().width() != event.oldSize().width()
        top = self.kept
        if is_new_width:
            self.lines_breaking.emit()
            self._goal = -1  # pixels of lines that are broken anew
            self._heights.forget()
        # Qt scrolls while it lays out; that is not the reader.
        with self._held():
            super().resizeEvent(event)
            self._centre(self.document())
        if is_new_width:
            # What was asked meanwhile stood in lines as wide as the view, not as the column.
            self._heights.forget()
            if self._pace is not None:
                self._pace.begin_again()
        if is_new_width and top != BEGINNING:
            self.scroll_to_top(top)
        if is_new_width:
            self.width_changed.emit()
        self.laid_out.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            bar = self.verticalScrollBar()
            before, notches = bar.value(), event.angleDelta().y() / WHEEL_STEP
            super().wheelEvent(event)
            if bar.value() == before and before in (bar.minimum(), bar.maximum()):
                lines = QApplication.wheelScrollLines()
                self.pushed.emit(-round(notches * lines * bar.singleStep()))
            return
        # Qt would zoom this one text, in a font of its own.
        self._turned += event.angleDelta().y()
        steps = int(self._turned / WHEEL_STEP)
        self._turned -= steps * WHEEL_STEP
        if steps:
            self.size_step_requested.emit(steps)
        event.accept()

    def _centre(self, document: QTextDocument) -> None:
        """Centre a column of the wished measure, but not far from the other article."""
        free = self.viewport().width() - self._measure_width
        inner = min(max(SIDE_MARGIN, free / 2), MOST_INNER_MARGIN)
        outer = max(SIDE_MARGIN, free - inner)
        is_left = self._other_side == Side.RIGHT
        set_margins(document, outer if is_left else inner, inner if is_left else outer)


def _height_above(view: PageView, place: int) -> int:
    """Return the height at which a view begins that has a place at its top."""
    return 0 if place <= 0 else round(view.height_of(place)) - ABOVE_LINE


def _top_at(view: PageView, height: int, place: int) -> Top:
    return Top(place, height - _height_above(view, place)) if height else BEGINNING


def set_margins(document: QTextDocument, left: float, right: float) -> None:
    """Give a document its margins; one that has them already is not laid out again."""
    frame = document.rootFrame()
    margins = frame.frameFormat()
    if margins.leftMargin() == left and margins.rightMargin() == right:
        return
    margins.setLeftMargin(left)
    margins.setRightMargin(right)
    margins.setTopMargin(TOP_MARGIN)
    margins.setBottomMargin(BOTTOM_MARGIN)
    frame.setFrameFormat(margins)
