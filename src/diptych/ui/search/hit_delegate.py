# SPDX-License-Identifier: MIT
"""Paints one hit: the article, the passage with its words marked, how many more."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QPainter

from diptych.text.sides import Side
from diptych.ui.parts import text_block, theme
from diptych.ui.parts.row_delegate import (
    RowDelegate,
    RowState,
    paint_bottom_line,
    paint_pin_button,
)
from diptych.ui.parts.text_block import TextBlock, TextStyle
from diptych.ui.parts.theme import Palette
from diptych.ui.search.rows import HitRow, RowKind
from diptych.values import dataclass

INSET = 14.0
PASSAGE_INSET = 30.0
BUTTON_WIDTH = 24.0
BUTTONS_ROOM = 2 * BUTTON_WIDTH + 8
SNIPPET_LINES = 2


@dataclass(frozen=True, slots=True)
class HitParts:
    """Where the parts of a hit stand."""

    title: QRectF
    meta: QRectF
    snippet: QRectF
    more: QRectF
    left_button: QRectF
    right_button: QRectF


def hit_parts(
    rect: QRectF,
    *,
    title_height: float,
    snippet_height: float,
    more_height: float,
    buttons: bool,
    button_height: float,
    inset: float = INSET,
) -> HitParts:
    """Place the parts: title, what is known of it, the passage, each below the other.

    A row without a title has its passage beside the buttons.
    """
    left, width = rect.left() + inset, rect.width() - inset - INSET
    top = rect.top() + 8
    right = rect.right() - INSET + 4
    title_width = width - (BUTTONS_ROOM if buttons else 0.0)
    # The buttons stand beside the first line, whichever that is.
    snippet_width = width if title_height else width - BUTTONS_ROOM
    # The title and what is known of it take a line each.
    snippet = QRectF(left, top + 2 * title_height, snippet_width, snippet_height)
    return HitParts(
        title=QRectF(left, top, title_width, title_height),
        meta=QRectF(left, top + title_height - 1, width, title_height),
        snippet=snippet,
        more=QRectF(left, snippet.bottom() + 1, width, more_height),
        left_button=QRectF(right - 2 * BUTTON_WIDTH - 3, top - 1, BUTTON_WIDTH, button_height),
        right_button=QRectF(right - BUTTON_WIDTH, top - 1, BUTTON_WIDTH, button_height),
    )


class HitDelegate(RowDelegate[HitRow]):
    """Paints hits; reports clicks on the pin buttons and on "more in this article"."""

    pin_requested = Signal(object, object)  # side, HitRow
    more_clicked = Signal(object)  # HitRow

    def __init__(self, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(palette, parent)
        self._title_font = theme.reading_font(10.75, bold=True)
        self._small = theme.ui_font(8.75)
        self._snippet_font = theme.reading_font(10.25)
        self._title_height = text_block.line_height(self._title_font)

    def row_height(self, row: HitRow, width: float) -> float:
        more = text_block.line_height(self._small) + 1 if row.more else 0
        title = 2 * self._title_height_of(row)
        return 8 + title + self._snippet_height(row, width) + more + (9 if title else 7)

    def paint_row(self, painter: QPainter, rect: QRectF, row: HitRow, state: RowState) -> None:
        values = self.values
        if state.selected:
            painter.fillRect(rect, values.color("accent", 0.14))
            edge = QRectF(rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(edge, values.color("accent"))
        elif state.hovered:
            painter.fillRect(rect, values.color("chip", 0.5))
        paint_bottom_line(painter, rect, values)
        # In every row at once they would be louder than what was found.
        buttons = row.is_in_article and (state.selected or state.hovered)
        parts = self._parts(row, rect, buttons=buttons)
        if row.kind is not RowKind.PASSAGE:
            self._paint_title(painter, parts, row)
        self._block(row, parts.snippet).paint(painter, parts.snippet.left(), parts.snippet.top())
        if row.more:
            words = self.more_words(row.more)
            accent = values.color("accent")
            text_block.paint_line(painter, parts.more, words, font=self._small, ink=accent)
        if buttons:
            paint_pin_button(painter, parts.left_button, "L", palette=values, pinned=False)
            paint_pin_button(painter, parts.right_button, "R", palette=values, pinned=False)

    def _paint_title(self, painter: QPainter, parts: HitParts, row: HitRow) -> None:
        text_block.paint_line(
            painter,
            parts.title,
            row.title,
            font=self._title_font,
            ink=self.values.color("accent" if row.kind is RowKind.QUERY else "ink"),
            align_right=text_block.is_right_to_left(row.title),
        )
        muted = self.values.color("muted")
        text_block.paint_line(painter, parts.meta, row.meta, font=self._small, ink=muted)

    def more_words(self, more: int) -> str:
        """Return the line that opens the article's other hits."""
        return self.tr("%n more in this article", "", more)

    def button_at(self, row: HitRow, rect: QRectF, x: float, y: float) -> str:
        # Whether they are painted or not: the mouse is over the row, so they are.
        parts = self._parts(row, rect, buttons=True)
        if row.is_in_article and parts.left_button.contains(x, y):
            return Side.LEFT
        if row.is_in_article and parts.right_button.contains(x, y):
            return Side.RIGHT
        return "more" if row.more and parts.more.contains(x, y) else ""

    def press_button(self, row: HitRow, name: str) -> None:
        if name == "more":
            self.more_clicked.emit(row)
        else:
            self.pin_requested.emit(name, row)

    def _parts(self, row: HitRow, rect: QRectF, *, buttons: bool) -> HitParts:
        return hit_parts(
            rect,
            title_height=self._title_height_of(row),
            button_height=self._title_height + 1,
            inset=PASSAGE_INSET if row.kind is RowKind.PASSAGE else INSET,
            snippet_height=self._snippet_height(row, rect.width()),
            more_height=text_block.line_height(self._small) if row.more else 0.0,
            buttons=buttons,
        )

    def _snippet_height(self, row: HitRow, width: float) -> float:
        if not row.snippet:
            return 0.0
        lines = text_block.lines_taken(
            row.snippet, self._snippet_font, self._snippet_width(row, width), SNIPPET_LINES
        )
        return lines * text_block.line_height(self._snippet_font)

    def _title_height_of(self, row: HitRow) -> float:
        return 0.0 if row.kind is RowKind.PASSAGE else self._title_height

    def _snippet_width(self, row: HitRow, width: float) -> float:
        if row.kind is RowKind.PASSAGE:
            return width - PASSAGE_INSET - INSET - BUTTONS_ROOM
        return width - 2 * INSET

    def _block(self, row: HitRow, rect: QRectF) -> TextBlock:
        def lay_out() -> TextBlock:
            # As strong on dark paper the mark would outshine the word.
            hit = self.values.color("hit", 0.55 if self.values.dark else 0.75)
            style = TextStyle(self._snippet_font, self.values.color("ink"), hit, highlight=True)
            lines = max(1, round(rect.height() / text_block.line_height(self._snippet_font)))
            return text_block.lay_out(
                row.snippet, style, rect.width(), lines=lines, marks=row.marks
            )

        # With its marks: typing on leaves the passage and marks more of it.
        return self.laid_out.block((row.snippet, row.marks, rect.width()), lay_out)
