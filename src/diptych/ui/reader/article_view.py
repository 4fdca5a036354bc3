# SPDX-License-Identifier: MIT
"""One pane: the text of an article with its marks painted beneath the words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from diptych.text.article import Span
from diptych.text.sides import Side
from diptych.ui.desk.page import Page
from diptych.ui.parts.theme import Palette
from diptych.ui.reader.change_marks import beside_changes, paint_change
from diptych.ui.reader.line_numbers import paint_line_number
from diptych.ui.reader.marks import (
    ONLY,
    ONLY_AWAY,
    Mark,
    MarkTable,
    in_painting_order,
    line_rects,
    paint_beside,
    paint_mark,
    paint_word,
)
from diptych.ui.reader.page_view import PageView

END = 1_000_000_000  # pixels, more than any text has
OURS = ("fold", "facts")  # paragraphs of a page that are not the article's


class ArticleView(PageView):
    """Paints the marks of a page beneath its words; reports clicks and keys."""

    fold_toggled = Signal(int)
    menu_opening = Signal(object, int, int)  # QMenu, place or -1, number of the fold or -1
    mark_clicked = Signal(object, float)  # marks, the height of the pointer in the view
    key_pressed = Signal(str)
    peek_changed = Signal(bool)
    escaped = Signal()

    def __init__(
        self, palette: Palette, parent: QWidget | None = None, *, other_side: Side = Side.RIGHT
    ) -> None:
        super().__init__(other_side, parent)
        self._palette = palette
        self._marks: MarkTable = MarkTable()
        self._words: MarkTable | None = None  # of the current match
        self._current = -1
        self._pulse = 0.0
        self._change: int | None = None
        self.setAcceptDrops(False)  # the whole side takes what is dropped
        self.viewport().setMouseTracking(True)
        self.page_changed.connect(self._forget_marks)

    def _forget_marks(self) -> None:
        self._marks = MarkTable()
        self._words = None

    def set_palette_values(self, palette: Palette) -> None:
        """Paint with another theme; the owner sets the page anew."""
        self._palette = palette
        self.viewport().update()

    def show_marks(self, marks: Iterable[Mark]) -> None:
        """Replace all marks; nothing is laid out again."""
        self._marks = MarkTable(marks)
        self.viewport().update()

    def show_words(self, words: Sequence[Mark]) -> None:
        """Replace the marks of single words in the current match."""
        self._words = MarkTable(words) if words else None
        self.viewport().update()

    def set_current(self, match: int, *, pulse: float = 0.0) -> None:
        """Paint a match as the current one; ``pulse`` of 0 to 1 brightens it."""
        self._current = match
        self._pulse = pulse
        self.viewport().update()

    def set_change(self, number: int | None) -> None:
        """Show the changes of two versions with one of them current, -1 for none.

        Then what both have stays without tint; None shows the matches again.
        """
        self._change = number
        self.viewport().update()

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

    def put_caret(self, place: int) -> int:
        """Move the caret without scrolling; return where it stands, next to what is not shown."""
        if self._page is None:
            return place
        cursor = self.textCursor()
        cursor.setPosition(self._page.map.qt_position(place))
        self._take_cursor(cursor)
        return self.caret_place()

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

    def _marks_at(self, position: QPointF) -> list[Mark]:
        cursor = self.cursorForPosition(position.toPoint())
        return self._marks.at(cursor.block(), cursor.position())

    # Qt overrides

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        from diptych.ui.reader.clicked_word import select_clicked_word

        select_clicked_word(self, event.position())

    def paintEvent(self, event: QPaintEvent) -> None:
        # Before Qt's own painting, so that marks lie beneath the words.
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_marks(painter, event.rect().top(), event.rect().bottom())
        painter.end()
        super().paintEvent(event)

    def _paint_marks(self, painter: QPainter, top: int, bottom: int) -> None:
        layout = self.document().documentLayout()
        scroll = self.verticalScrollBar().value()
        block = self.document().findBlock(self.position_at(scroll + top)).previous()
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
        if self._change is not None:
            marks = beside_changes(marks)
        by_word = self._words is not None and self._change is None
        words = list(self._words.in_block(block)) if self._words is not None and by_word else []
        for mark in in_painting_order(marks, self._current):
            # Words lie over the matches, and under hits and notes, which come last.
            if mark.match < 0 and words:
                self._paint_words(painter, block, words, origin)
                words = []
            rects = line_rects(block, mark.start, mark.end, origin)
            if mark.change >= 0:
                current = mark.change == self._change
                x = self._beside(block, origin)
                paint_change(painter, rects, mark, self._palette, x=x, current=current)
                continue
            current = mark.match >= 0 and mark.match == self._current
            paint_mark(painter, rects, mark, self._palette, current=current, by_word=by_word)
            if mark.ink == ONLY:
                paint_beside(painter, rects, self._palette, x=self._beside(block, origin))
            if current and self._pulse > 0:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._palette.color("accent", 0.35 * self._pulse))
                for rect in rects:
                    painter.drawRoundedRect(rect.adjusted(-3, -1, 3, 1), 4, 4)
        self._paint_words(painter, block, words, origin)
        if self._page is not None:
            paint_line_number(painter, block, origin, self._page, self._palette)

    def _beside(self, block: QTextBlock, origin: QPointF) -> float:
        """Return the x of what stands before the lines of a paragraph."""
        is_right_to_left = block.textDirection() == Qt.LayoutDirection.RightToLeft
        edge = block.layout().boundingRect().right() if is_right_to_left else 0.0
        return origin.x() + edge + (ONLY_AWAY if is_right_to_left else -ONLY_AWAY)

    def _paint_words(
        self, painter: QPainter, block: QTextBlock, words: Sequence[Mark], origin: QPointF
    ) -> None:
        for mark in words:
            rects = line_rects(block, mark.start, mark.end, origin)
            paint_word(painter, rects, mark, self._palette)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        # Whoever has just selected something did not click on a mark.
        if event.button() != Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        anchor = self.anchorAt(event.position().toPoint())
        if anchor.startswith("fold:"):
            self.fold_toggled.emit(int(anchor.removeprefix("fold:")))
            return
        marks = self._marks_at(event.position())
        if marks:
            self.mark_clicked.emit(marks, event.position().y())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu(event.pos())
        # Else each menu would stay in memory until the window closes.
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # From the keyboard it is about the caret, wherever the pointer lies.
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        cursor = self.textCursor() if by_key else self.cursorForPosition(event.pos())
        if not self.textCursor().hasSelection():
            self._take_cursor(cursor)  # what the menu does is done there
        self.setFocus()
        fold = _fold_at(self._page, cursor)
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
            # Qt tells this of the keypad's Enter.
            Qt.KeyboardModifier.KeypadModifier,
        )
        if event.key() == Qt.Key.Key_Space:
            self._page_by(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            return
        if plain and event.key() == Qt.Key.Key_P:
            # A key that is held repeats.
            if not event.isAutoRepeat():
                self.peek_changed.emit(True)
            return
        if plain and event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            fold = _fold_at(self._page, self.textCursor())
            if fold >= 0:
                self.fold_toggled.emit(fold)
                return
        if plain and event.text().isalpha() and event.text().isascii():
            self.key_pressed.emit(event.text().upper())
            return
        super().keyPressEvent(event)
        if event.matches(QKeySequence.StandardKey.MoveToStartOfDocument):
            self.verticalScrollBar().setValue(0)  # the margin above the title as well
            self.pushed.emit(-END)
        if event.matches(QKeySequence.StandardKey.MoveToEndOfDocument):
            self.pushed.emit(END)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_P and not event.isAutoRepeat():
            self.peek_changed.emit(False)
            return
        super().keyReleaseEvent(event)

    def _page_by(self, direction: int) -> None:
        bar, by = self.verticalScrollBar(), direction * round(self.viewport().height() * 0.9)
        before = bar.value()
        bar.setValue(before + by)
        if bar.value() == before:
            self.pushed.emit(by)

    def loadResource(self, _kind: int, _name: QUrl | str) -> None:
        """Load nothing: an article never reaches outside itself."""

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the words of the article, not the lines that Diptych has put between them."""
        cursor, kept = self.textCursor(), []
        block = self.document().findBlock(cursor.selectionStart())
        while block.isValid() and block.position() < cursor.selectionEnd():
            number = block.blockNumber()
            paragraphs = self._page.paragraphs if self._page is not None else ()
            style = paragraphs[number].style if number < len(paragraphs) else ""
            if style not in OURS:
                start = max(cursor.selectionStart() - block.position(), 0)
                end = min(cursor.selectionEnd() - block.position(), block.length() - 1)
                # Qt's line separator, which ``page`` puts into code and tables.
                kept.append(block.text()[start:end].replace("\u2028", "\n"))
            block = block.next()
        data = QMimeData()
        data.setText("\n\n".join(part for part in kept if part))
        return data

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()


def _fold_at(page: Page | None, cursor: QTextCursor) -> int:
    block = cursor.block()
    if page is None or block.blockNumber() >= len(page.paragraphs):
        return -1
    paragraph = page.paragraphs[block.blockNumber()]
    return paragraph.fold if paragraph.style == "fold" else -1
