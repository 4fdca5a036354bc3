# SPDX-License-Identifier: MIT
"""The column of both texts: set like an article, with whose words they are beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QApplication, QWidget

from diptych.compare.weave import Voice
from diptych.services.retelling import WovenRow
from diptych.text.sides import SIDES, Side
from diptych.ui.desk.page import Page, Paragraph
from diptych.ui.offsets import PaneMap
from diptych.ui.parts.steps import Steps
from diptych.ui.parts.text_block import is_right_to_left
from diptych.ui.parts.theme import Palette, ui_font
from diptych.ui.reader.document import Typography, empty_document, filling
from diptych.ui.reader.page_view import PageView, set_margins
from diptych.values import dataclass

GUTTER = 46.0  # pixels beside the column, for bars and signs
BAR, BAR_OFF = 3.0, 14.0
BEFORE = -4.0  # pixels above a row that is gone to
EYE_LINE = 0.3  # of the height, from the top
CURRENT_FILL = 0.1
ROWS_TRIED = 40  # to find the place again after a text has changed
ROWS_AT_ONCE = 100  # made into paragraphs in about a millisecond
STYLES = {Voice.BOTH: "paragraph", Voice.LEFT: "only-left", Voice.RIGHT: "only-right"}
LETTERS = {Side.LEFT: "L", Side.RIGHT: "R"}
OPEN, CLOSED, UNEQUAL = "▾", "▸", "≠"


@dataclass(frozen=True, slots=True)
class _Top:
    """The row that stands at the top, -1 at the very beginning; pixels of it that are passed."""

    row: int
    beyond: float = BEFORE


def paragraph_of(row: WovenRow) -> Paragraph:
    """Return a row as it is set; a heading that one side has keeps its size."""
    style = "heading" if row.is_heading else STYLES[row.voice]
    return Paragraph(style, row.text, level=2, rtl=is_right_to_left(row.text))


def wordings_of(row: WovenRow) -> tuple[Paragraph, ...]:
    """Return how each side words what both say, as it is set below that."""
    texts = {Side.LEFT: row.left_text, Side.RIGHT: row.right_text}
    return tuple(
        Paragraph("wording", f"{LETTERS[side]}  {text}", rtl=is_right_to_left(text))
        for side, text in texts.items()
    )


class WovenView(PageView):
    """Shows rows one below the other; those of both open to show both wordings."""

    row_wanted = Signal(int)  # side by side
    escaped = Signal()

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(Side.RIGHT, parent)
        self._palette = palette
        self._typography = Typography()
        self._rows: tuple[WovenRow, ...] = ()
        # Those that stand there, while others are being set.
        self._set_now: tuple[WovenRow, ...] = ()
        self._of_block: list[tuple[int, Side | None]] = []  # row; side of a wording under it
        self._open: set[int] = set()
        self._left_at: tuple[list[str], _Top] = ([], _Top(-1))
        self._current = -1
        self._setting = Steps(self)
        self._wanted = -1
        # A wording is gone to when it is sure that no second click selects a word of it.
        self._going = QTimer(self)
        self._going.setSingleShot(True)
        self._going.setInterval(QApplication.doubleClickInterval())
        self._going.timeout.connect(lambda: self.row_wanted.emit(self._wanted))
        self.setAccessibleName(self.tr("Both articles as one"))
        self.viewport().setMouseTracking(True)

    # What is shown

    def show_rows(self, rows: Sequence[WovenRow], *, begin_at: int = -1) -> None:
        """Replace the rows; what stood at the top stays there if it is still told.

        A row to begin at is given where the reader comes from elsewhere.
        """
        if tuple(rows) == self._rows and self._of_block and begin_at < 0:
            return
        self._remember_top()
        self._going.stop()
        self._rows = tuple(rows)
        self._current = -1
        self._set_again(_Top(begin_at) if begin_at >= 0 else self._top_again())

    def clear_rows(self) -> None:
        """Show nothing, and know where the reader was should the rows come back."""
        self._setting.stop()
        self._going.stop()
        self._remember_top()
        self._rows, self._of_block, self._open = (), [], set()
        self._set_now = ()
        self.clear_page()

    def show_current(self, number: int, *, jump: bool) -> None:
        """Mark the row of the current match, -1 for none, and bring it into view."""
        self._current = number
        # While it is being set, what stands there is of other rows.
        if jump and self._of_block and number >= 0 and not self.is_setting:
            self._go_to_block(self.document(), _Top(number, -self.viewport().height() * EYE_LINE))
        self.viewport().update()

    def set_typography(self, typography: Typography) -> None:
        """Set the rows anew in another font or width."""
        if typography != self._typography:
            self._typography = typography
            self._set_again(self._top())

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        self._palette = palette
        self._set_again(self._top())

    @property
    def is_setting(self) -> bool:
        """Tell whether the column is still being set."""
        return self._setting.is_running

    def _set_again(self, top: _Top) -> None:
        if self._rows:
            self._setting.start(self._set_rows(top))

    def _set_rows(self, top: _Top) -> Iterator[None]:
        rows, document = self._rows, empty_document(self._typography)
        paragraphs: list[Paragraph] = []
        of_block: list[tuple[int, Side | None]] = []
        for number, row in enumerate(rows):
            paragraphs.append(paragraph_of(row))
            of_block.append((number, None))
            # What differs stands open from the start. Put in afterwards, while Qt lays out a
            # long column, it left paragraphs below without lines.
            if row.differs:
                paragraphs += wordings_of(row)
                of_block += [(number, side) for side in SIDES]
            if number % ROWS_AT_ONCE == 0:
                yield
        page = Page(tuple(paragraphs), PaneMap("", ()), (), 0)
        yield from filling(document, page, self._typography, self._palette)
        self._of_block, self._set_now = of_block, rows
        self._open = {number for number, row in enumerate(rows) if row.differs}
        self.show_page(page, document, self._typography)
        if top.row >= 0:
            self._go_to_block(document, top)

    def _go_to_block(self, document: QTextDocument, top: _Top) -> None:
        block = document.findBlockByNumber(self._of_block.index((top.row, None)))
        self._take_cursor(QTextCursor(block))  # Qt brings the caret into view with the keyboard
        self.scroll_to(document.documentLayout().blockBoundingRect(block).top() + top.beyond)

    def _top(self) -> _Top:
        """Return which row stands at the top, and how far it is beyond."""
        place = self._goal if self._goal >= 0 else self.verticalScrollBar().value()
        if not self._of_block or place == 0:
            return _Top(-1)
        # Four pixels down, as a page's own top is looked for.
        layout = self.document().documentLayout()
        row = self._row_of(self.document().findBlock(self.position_at(place + 4)))
        if row < 0:
            return _Top(-1)
        block = self.document().findBlockByNumber(self._of_block.index((row, None)))
        return _Top(row, place - layout.blockBoundingRect(block).top())

    def _remember_top(self) -> None:
        if self._of_block:
            top = self._top()
            told = [row.text for row in self._set_now[top.row :]] if top.row >= 0 else []
            self._left_at = told[:ROWS_TRIED], top

    def _top_again(self) -> _Top:
        """Return where the reader was, or the nearest of what came after that is still told."""
        texts, top = self._left_at
        places: dict[str, list[int]] = {text: [] for text in texts}
        for number, row in enumerate(self._rows):
            if row.text in places:
                places[row.text].append(number)
        found = next((text for text in texts if places[text]), None)
        if found is None:
            return _Top(-1)
        # A text may be told twice; the one nearest to where it was is meant.
        nearest = min(places[found], key=lambda number: abs(number - top.row))
        # How far one was in another row says nothing of this one.
        return _Top(nearest, top.beyond if found == texts[0] else BEFORE)

    def _row_of(self, block: QTextBlock) -> int:
        number = block.blockNumber()
        return self._of_block[number][0] if 0 <= number < len(self._of_block) else -1

    # Both wordings

    def toggle_at(self, block: QTextBlock) -> None:
        """Open or close what is told by both, or go where a side says it."""
        number = block.blockNumber()
        # What is being set goes by other numbers.
        if self.is_setting or not 0 <= number < len(self._of_block):
            return
        row, side = self._of_block[number]
        if side is not None or self._set_now[row].voice is not Voice.BOTH:
            self.row_wanted.emit(row)
        else:
            self._toggle(row)

    def _toggle(self, row: int) -> None:
        at = self._of_block.index((row, None))
        place = self.verticalScrollBar().value()
        # Where paragraphs come in or go while Qt lays out a long column, it forgets the lines of
        # others below; the height of all is known only when it is through.
        self.document().size()
        if row in self._open:
            self._open.discard(row)
            self._take_out(at)
        else:
            self._open.add(row)
            self._put_in(at, self._set_now[row])
        with self._held():
            self.verticalScrollBar().setValue(place)
        self.viewport().update()

    def _put_in(self, at: int, row: WovenRow) -> None:
        paragraphs = wordings_of(row)
        block = self.document().findBlockByNumber(at)
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        # Set as a page of its own, so that its formats are made in one place.
        wordings = empty_document(self._typography)
        page = Page(paragraphs, PaneMap("", ()), (), 0)
        for _ in filling(wordings, page, self._typography, self._palette):
            pass
        cursor.beginEditBlock()
        for number in range(len(paragraphs)):
            set_ = wordings.findBlockByNumber(number)
            formats = QTextCursor(set_)
            cursor.insertBlock(formats.blockFormat(), formats.blockCharFormat())
            formats.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            cursor.insertText(paragraphs[number].text, formats.charFormat())
        cursor.endEditBlock()
        self._of_block[at + 1 : at + 1] = [(self._of_block[at][0], side) for side in SIDES]

    def _take_out(self, at: int) -> None:
        first = self.document().findBlockByNumber(at)
        last = self.document().findBlockByNumber(at + len(SIDES))
        cursor = QTextCursor(first)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        # Without the end of the last paragraph, which belongs to the next.
        end = last.position() + last.length() - 1
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        del self._of_block[at + 1 : at + 1 + len(SIDES)]

    # Qt overrides

    def _centre(self, document: QTextDocument) -> None:
        free = self.viewport().width() - self._measure_width
        margin = max(GUTTER, free / 2)
        set_margins(document, margin, margin)

    def resizeEvent(self, event: QResizeEvent) -> None:
        top = self._top()
        super().resizeEvent(event)
        # By the row: pixels mean nothing where lines are broken anew.
        if top.row >= 0 and event.size().width() != event.oldSize().width():
            self._go_to_block(self.document(), top)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._paint_current()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layout, scroll = self.document().documentLayout(), self.verticalScrollBar().value()
        block = self.document().findBlock(self.position_at(scroll + event.rect().top()))
        while block.isValid():
            box = layout.blockBoundingRect(block).translated(0, -scroll)
            if box.top() > event.rect().bottom():
                return
            self._paint_sign(painter, block, box)
            block = block.next()

    def _paint_current(self) -> None:
        """Paint the ground of the current match, below its words."""
        if self._current < 0 or not self._of_block or self.is_setting:
            return
        block = self.document().findBlockByNumber(self._of_block.index((self._current, None)))
        box = self.document().documentLayout().blockBoundingRect(block)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._palette.color("accent", CURRENT_FILL))
        box.translate(0, -self.verticalScrollBar().value())
        painter.drawRoundedRect(box.adjusted(-8, -3, 8, 3), 4, 4)

    def _paint_sign(self, painter: QPainter, block: QTextBlock, box: QRectF) -> None:
        number = self._row_of(block)
        if number < 0:
            return
        row, margin = self._set_now[number], self.document().rootFrame().frameFormat().leftMargin()
        is_wording = self._of_block[block.blockNumber()][1] is not None
        if row.voice is not Voice.BOTH:
            self._paint_bar(painter, row.told_by, margin, box)
        elif not is_wording:
            sign = UNEQUAL if row.differs else OPEN if number in self._open else CLOSED
            place = QRectF(margin - 30, box.top(), 20, painter.fontMetrics().lineSpacing() * 1.6)
            painter.setFont(ui_font(10, bold=row.differs))
            painter.setPen(self._palette.color("warning" if row.differs else "muted"))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, sign)

    def _paint_bar(self, painter: QPainter, side: Side, margin: float, box: QRectF) -> None:
        is_left = side == Side.LEFT
        x = margin - BAR_OFF if is_left else self.viewport().width() - margin + BAR_OFF - BAR
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._palette.color("voice-left" if is_left else "voice-right"))
        painter.drawRoundedRect(QRectF(x, box.top() + 2, BAR, box.height() - 4), 1.5, 1.5)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        block = self.cursorForPosition(event.position().toPoint()).block()
        number = block.blockNumber()
        if self.is_setting or not 0 <= number < len(self._of_block):
            return
        row, side = self._of_block[number]
        if side is not None:
            self._wanted = row
            self._going.start()
        elif self._set_now[row].voice is Voice.BOTH:
            self._toggle(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._going.stop()
        super().mouseDoubleClickEvent(event)
        from diptych.ui.reader.clicked_word import select_clicked_word

        select_clicked_word(self, event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = self._row_of(self.cursorForPosition(QPointF(event.position()).toPoint()).block())
        both = over >= 0 and self._set_now[over].voice is Voice.BOTH
        shape = Qt.CursorShape.PointingHandCursor if both else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & (
            Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
        ):
            self.toggle_at(self.textCursor().block())
            return
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        if event.key() == Qt.Key.Key_Space:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            bar = self.verticalScrollBar()
            step = round(self.viewport().height() * 0.9)
            bar.setValue(bar.value() + (-step if back else step))
            return
        super().keyPressEvent(event)
