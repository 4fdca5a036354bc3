# SPDX-License-Identifier: MIT
"""Paints one note as a card: what it is about, both quotations, the reader's words."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from diptych.notes.anchor import AnchorState
from diptych.notes.link import NoteLink
from diptych.text.sides import Side
from diptych.ui.notes.rows import NoteRow, QuoteRow, tags_shown
from diptych.ui.notes.words import stance_name, state_name
from diptych.ui.parts import text_block, theme
from diptych.ui.parts.controls import section_font
from diptych.ui.parts.row_delegate import RowDelegate, RowState
from diptych.ui.parts.text_block import TextBlock, TextStyle
from diptych.ui.parts.theme import Palette

OUTER_X, OUTER_Y = 12.0, 4.0
INNER_X, INNER_Y = 11.0, 9.0
EDGE = 3.0
LETTER_WIDTH = 15.0
QUOTES_SHOWN = 4
TEXT_LINES = 4
LINKS_SHOWN = 4
ARROW = "→ "


class NoteCardDelegate(RowDelegate[NoteRow]):
    """Paints note cards with the edge in the notes' hue."""

    link_followed = Signal(str)  # id of the other note

    def __init__(self, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(palette, parent)
        self._small = theme.ui_font(8.75)
        self._letter = theme.ui_font(8.75, bold=True)
        self._quote_font = theme.reading_font(9.75)
        self._text_font = theme.ui_font(10)
        self._heading_font = section_font()
        self._small_height = text_block.line_height(self._small)
        self._quote_height = text_block.line_height(self._quote_font)
        self._text_height = text_block.line_height(self._text_font)
        self._heading_line = text_block.line_height(self._heading_font)

    def row_height(self, row: NoteRow, width: float) -> float:
        # As ``paint_row`` adds them up.
        inner = width - 2 * (OUTER_X + INNER_X)
        height = 2 * OUTER_Y + 2 * INNER_Y + self._small_height
        height += self._heading_height(row)
        quote = self._quote_height
        for item in row.quotes[:QUOTES_SHOWN]:
            height += 4 + quote * self._quote_lines(item[2], inner)
        if row.text:
            height += 6 + self._text_height * self._text_lines(row, inner)
        return height + self._links_height(row)

    def paint_row(self, painter: QPainter, rect: QRectF, row: NoteRow, state: RowState) -> None:
        top = self._heading_height(row)
        if top:
            heading = QRectF(rect.left() + 14, rect.top() + 8, rect.width() - 28, top - 8)
            muted = self.values.color("muted")
            text_block.paint_line(painter, heading, row.group, font=self._heading_font, ink=muted)
        card = rect.adjusted(OUTER_X, OUTER_Y + top, -OUTER_X, -OUTER_Y)
        self._paint_card(painter, card, state, row.hue)
        x, width = card.left() + INNER_X, card.width() - 2 * INNER_X
        y = card.top() + INNER_Y
        header = QRectF(x, y, width, self._small_height)
        self._paint_header(painter, header, row)
        y = header.bottom()
        quote = self._quote_height
        for item in row.quotes[:QUOTES_SHOWN]:
            lines = self._quote_lines(item[2], width)
            self._paint_quote(painter, QRectF(x, y + 4, width, lines * quote), QuoteRow(*item))
            y += 4 + lines * quote
        if row.text:
            block = self._block(
                row.text,
                font=self._text_font,
                ink=self.values.color("ink"),
                width=width,
                lines=self._text_lines(row, width),
            )
            block.paint(painter, x, y + 6)
        for link, place in self._link_places(row, card):
            words, accent = f"{ARROW}{link.words}", self.values.color("accent")
            text_block.paint_line(painter, place, words, font=self._text_font, ink=accent)

    def button_at(self, row: NoteRow, rect: QRectF, x: float, y: float) -> str:
        """Return the id of the note that the link at a point leads to."""
        card = rect.adjusted(OUTER_X, OUTER_Y + self._heading_height(row), -OUTER_X, -OUTER_Y)
        for link, place in self._link_places(row, card):
            if place.contains(x, y):
                return link.note_id
        return ""

    def press_button(self, row: NoteRow, name: str) -> None:  # noqa: ARG002
        self.link_followed.emit(name)

    def _link_places(self, row: NoteRow, card: QRectF) -> Iterator[tuple[NoteLink, QRectF]]:
        """Yield the links that are shown with their lines, which are the card's last."""
        top = card.bottom() - INNER_Y - self._links_height(row) + 4
        room = card.width() - 2 * INNER_X
        for number, link in enumerate(row.links[:LINKS_SHOWN]):
            advance = text_block.text_advance(f"{ARROW}{link.words}", self._text_font)
            y = top + number * self._text_height
            # No wider than its words: a click beside them chooses the note.
            yield link, QRectF(card.left() + INNER_X, y, min(advance + 2, room), self._text_height)

    def _links_height(self, row: NoteRow) -> float:
        shown = len(row.links[:LINKS_SHOWN])
        return 4 + shown * self._text_height if shown else 0.0

    def header_words(self, row: NoteRow) -> str:
        """Return the line above a note: what is wrong with its place, stance, time, tags."""
        tags = tags_shown(row.tags)
        copy = self.tr("other version") if row.is_copy else ""
        mark = self.tr("highlight") if row.is_highlight else ""
        sources = dict.fromkeys(each.source for each in row.quotes if each.source)
        other = self.tr("from {0}").format(", ".join(sources)) if sources else ""
        places = " / ".join(dict.fromkeys(each.place for each in row.quotes if each.place))
        parts = (
            other,
            copy,
            mark,
            state_name(row.state),
            stance_name(row.stance),
            row.when,
            places,
            tags,
        )
        return " · ".join(part for part in parts if part)

    def _paint_card(self, painter: QPainter, card: QRectF, state: RowState, hue: str) -> None:
        values = self.values
        shape = QPainterPath()
        shape.addRoundedRect(card, 8, 8)
        painter.fillPath(shape, values.color("paper"))
        painter.save()
        # The clip gives the edge the rounded corners of the card.
        painter.setClipPath(shape)
        edge = QRectF(card.left(), card.top(), EDGE, card.height())
        painter.fillRect(edge, values.color(hue))
        painter.restore()
        rim = values.color("accent" if state.selected else "muted" if state.hovered else "line")
        painter.setPen(QPen(rim, 2.0 if state.selected else 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        if state.focused:
            painter.setPen(QPen(values.color("accent", 0.35), 2.0))
            painter.drawRoundedRect(card.adjusted(-1.5, -1.5, 1.5, 1.5), 9.5, 9.5)

    def _paint_header(self, painter: QPainter, rect: QRectF, row: NoteRow) -> None:
        troubled = row.state in (AnchorState.FUZZY, AnchorState.LOST)
        x = rect.left()
        if row.state is not AnchorState.EXACT:
            dot = QRectF(x, rect.center().y() - 4, 8, 8)
            ink = self.values.color("warning" if troubled else "muted")
            painter.setPen(QPen(ink, 1.4))
            # A full dot is a passage that was lost.
            painter.setBrush(ink if row.state is AnchorState.LOST else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(dot)
            x += 13
        place = QRectF(x, rect.top(), rect.right() - x, rect.height())
        ink = self.values.color("warning" if troubled else "muted")
        text_block.paint_line(painter, place, self.header_words(row), font=self._small, ink=ink)

    def _paint_quote(self, painter: QPainter, rect: QRectF, item: QuoteRow) -> None:
        line = self._quote_height
        # A passage of an article that is not open has no side.
        letter = "L" if item.side == Side.LEFT else "R" if item.side == Side.RIGHT else "“"
        place = QRectF(rect.left(), rect.top(), LETTER_WIDTH, line)
        accent = self.values.color("accent")
        text_block.paint_line(painter, place, letter, font=self._letter, ink=accent)
        block = self._block(
            item.quote,
            font=self._quote_font,
            ink=self.values.color("muted"),
            width=rect.width() - LETTER_WIDTH,
            lines=round(rect.height() / line),
        )
        block.paint(painter, rect.left() + LETTER_WIDTH, rect.top())

    def _heading_height(self, row: NoteRow) -> float:
        return 8 + self._heading_line + 6 if row.group else 0.0

    def _quote_lines(self, quote: str, inner: float) -> int:
        return text_block.lines_taken(quote, self._quote_font, inner - LETTER_WIDTH, 2)

    def _text_lines(self, row: NoteRow, inner: float) -> int:
        return text_block.lines_taken(row.text, self._text_font, inner, TEXT_LINES)

    def _block(self, text: str, *, font: QFont, ink: QColor, width: float, lines: int) -> TextBlock:
        # More of a text is never seen on a card.
        key = (text[:2000], font.key(), width, lines)
        return self.laid_out.block(
            key, lambda: text_block.lay_out(text, TextStyle(font, ink), width, lines=lines)
        )
