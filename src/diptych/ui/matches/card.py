# SPDX-License-Identifier: MIT
"""Paints one match as a card: kind, both quotations, evidence, verdict."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen

from diptych.notes.verdict import Verdict
from diptych.ui.matches.excerpt import excerpt
from diptych.ui.matches.rows import MatchRow
from diptych.ui.parts import text_block, theme
from diptych.ui.parts.controls import MARK_SIZE, paint_kind_mark
from diptych.ui.parts.kinds import LOOKS, saying_name
from diptych.ui.parts.row_delegate import RowDelegate, RowState
from diptych.ui.parts.text_block import TextBlock, TextStyle
from diptych.ui.parts.theme import Palette
from diptych.values import dataclass

Marks = tuple[tuple[int, int], ...]

OUTER_X, OUTER_Y = 12.0, 4.0
STEP = 16.0  # pixels that a card of the same left passage stands in below the first
INNER_X, INNER_Y = 11.0, 9.0
LETTER_WIDTH = 15.0
BUTTON = 22.0
QUOTE_LINES = 2
EVIDENCE_LINES = 3
# Of two comparisons of long articles and more; forgotten all at once, which is simplest.
_HEIGHTS_KEPT = 40_000


@dataclass(frozen=True, slots=True)
class CardParts:
    """Where the parts of a card stand; ``evidence`` has a rectangle for each line."""

    card: QRectF
    header: QRectF
    left: QRectF
    right: QRectF
    evidence: tuple[QRectF, ...]
    accept: QRectF
    reject: QRectF
    note: QRectF
    why: QRectF

    def button_at(self, x: float, y: float) -> str:
        """Return the name of the button (``accept``, ``why``) at a point, else nothing."""
        for name in ("accept", "reject", "note", "why"):
            if getattr(self, name).contains(x, y):
                return name
        return ""


@dataclass(frozen=True, slots=True)
class CardHeights:
    """Line heights of a card, and how many lines its parts have."""

    header: float
    quote: float
    evidence: float
    left_lines: int
    right_lines: int
    evidence_lines: int

    def total(self) -> float:
        """Return the height of the whole row, with the gaps around the card."""
        # Without the left quotation there is one gap less.
        quotes = (self.left_lines + self.right_lines) * self.quote + (10 if self.left_lines else 5)
        evidence = self.evidence_lines * (self.evidence + 2)
        evidence += 3 if evidence else 0
        return 2 * OUTER_Y + 2 * INNER_Y + self.header + quotes + evidence


def card_parts(rect: QRectF, heights: CardHeights) -> CardParts:
    """Place the parts of a card inside its row."""
    card = rect.adjusted(OUTER_X, OUTER_Y, -OUTER_X, -OUTER_Y)
    x, width = card.left() + INNER_X, card.width() - 2 * INNER_X
    y = card.top() + INNER_Y
    header = QRectF(x, y, width, heights.header)
    y = header.bottom() + 5
    left = QRectF(x, y, width, heights.left_lines * heights.quote)
    gap = 5 if heights.left_lines else 0
    right = QRectF(x, left.bottom() + gap, width, heights.right_lines * heights.quote)
    y = right.bottom() + 3
    lines = []
    for _ in range(heights.evidence_lines):
        lines.append(QRectF(x, y + 2, width, heights.evidence))
        y += heights.evidence + 2
    top, right_edge = card.top() + 4, card.right() - 5
    buttons = [
        QRectF(right_edge - BUTTON * place - 2 * (place - 1), top, BUTTON, BUTTON)
        # From the right edge on: accept, the first of them, stands farthest left.
        for place in (4, 3, 2, 1)
    ]
    return CardParts(card, header, left, right, tuple(lines), *buttons)


class MatchCardDelegate(RowDelegate[MatchRow]):
    """Paints match cards; reports clicks on accept, reject, note and why."""

    button_clicked = Signal(str, int)  # accept, reject, note or why; match index

    def __init__(self, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(palette, parent)
        self._quote_font = theme.reading_font(10.25)
        self._small = theme.ui_font(8.75)
        self._letter = theme.ui_font(8.75, bold=True)
        self._header_height = max(text_block.line_height(self._small), MARK_SIZE)
        self._quote_height = text_block.line_height(self._quote_font)
        self._evidence_height = text_block.line_height(self._small)
        self._character_width = (
            # Letters of the sample.
            text_block.text_advance("the night boat and its harbour", self._quote_font) / 30
        )
        # A list asks for all heights anew whenever a row comes or goes.
        self._row_heights: dict[int, float] = {}

    def heights(self, row: MatchRow, width: float) -> CardHeights:
        """Return the heights of a row's card in a list of that width."""
        width = _of_row(row, QRectF(0, 0, width, 1)).width()
        quote_width = width - 2 * (OUTER_X + INNER_X) - LETTER_WIDTH
        return CardHeights(
            self._header_height,
            self._quote_height,
            self._evidence_height,
            0 if row.goes_on else self._quote_lines(row, "L", quote_width),
            self._quote_lines(row, "R", quote_width),
            sum(self._evidence_lines(row, width)) if row.differing or row.denies else 0,
        )

    def evidence(self, row: MatchRow) -> tuple[str, ...]:
        """Return the lines of what speaks against simple agreement."""
        lines = []
        if row.differing:
            pairs = ", ".join(f"{left} / {right}" for left, right in row.differing)
            lines.append(self.tr("differ: {0}").format(pairs))
        if row.denies:
            lines.append(self.tr("one side denies it"))
        return tuple(lines)

    def counterpart(self, row: MatchRow) -> str:
        """Return which of how many counterparts of one passage it is; empty for the only one."""
        at, count = row.counterpart
        return self.tr("counterpart {0} of {1}").format(at, count) if count > 1 else ""

    def row_height(self, row: MatchRow, width: float) -> float:
        # All that a height hangs on; verdicts and notes change none. Not the texts themselves,
        # which would outlive their pair.
        key = hash((row.left_text, row.right_text, row.differing, row.denies, row.goes_on, width))
        height = self._row_heights.get(key)
        if height is None:
            if len(self._row_heights) > _HEIGHTS_KEPT:
                self._row_heights.clear()
            height = self._row_heights[key] = self.heights(row, width).total()
        return height

    def paint_row(self, painter: QPainter, rect: QRectF, row: MatchRow, state: RowState) -> None:
        heights = self.heights(row, rect.width())
        rect = _of_row(row, rect)
        parts = card_parts(rect, heights)
        self._paint_card(painter, parts.card, state)
        # Fainter, yet legible: a verdict may be taken back.
        painter.setOpacity(0.55 if row.verdict is Verdict.REJECTED else 1.0)
        self._paint_header(painter, parts, row, buttons=state.hovered or state.selected)
        if not row.goes_on:
            self._paint_quote(painter, parts.left, row, "L")
        self._paint_quote(painter, parts.right, row, "R")
        self._paint_evidence(painter, parts, row, rect.width())

    def _evidence_lines(self, row: MatchRow, width: float) -> list[int]:
        """Return how many lines each sentence of what parts the two sides takes."""
        room = width - 2 * (OUTER_X + INNER_X)
        return [
            text_block.lines_taken(f"≠ {text}", self._small, room, EVIDENCE_LINES)
            for text in self.evidence(row)
        ]

    def _paint_evidence(
        self, painter: QPainter, parts: CardParts, row: MatchRow, width: float
    ) -> None:
        places = iter(parts.evidence)
        style = TextStyle(self._small, self.values.color("warning"))
        for text, lines in zip(self.evidence(row), self._evidence_lines(row, width), strict=True):
            taken = [next(places) for _ in range(lines)]
            block = text_block.lay_out(f"≠ {text}", style, taken[0].width(), lines=lines)
            block.paint(painter, taken[0].left(), taken[0].top())

    def button_at(self, row: MatchRow, rect: QRectF, x: float, y: float) -> str:
        heights = self.heights(row, rect.width())
        return card_parts(_of_row(row, rect), heights).button_at(x, y)

    def press_button(self, row: MatchRow, name: str) -> None:
        self.button_clicked.emit(name, row.index)

    def _paint_card(self, painter: QPainter, card: QRectF, state: RowState) -> None:
        values = self.values
        painter.setBrush(values.color("paper"))
        rim = values.color("accent" if state.selected else "muted" if state.hovered else "line")
        painter.setPen(QPen(rim, 2.0 if state.selected else 1.0))
        # Half the line's width, so that all of it lies inside of the card.
        inset = 1.0 if state.selected else 0.5
        painter.drawRoundedRect(card.adjusted(inset, inset, -inset, -inset), 8, 8)
        if state.focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(values.color("accent", 0.35), 2.0))
            painter.drawRoundedRect(card.adjusted(-1.5, -1.5, 1.5, 1.5), 9.5, 9.5)

    def _paint_header(
        self, painter: QPainter, parts: CardParts, row: MatchRow, *, buttons: bool
    ) -> None:
        header = parts.header
        mark = QPointF(header.left(), header.center().y() - MARK_SIZE / 2)
        paint_kind_mark(painter, mark, LOOKS[row.kind], self.values)
        x = header.left() + MARK_SIZE + 6
        right = parts.accept.left() - 4 if buttons else header.right()
        signs = self._signs(row)
        # The buttons show what the signs say.
        if signs and not buttons:
            width = text_block.text_advance(signs, self._small)
            place = QRectF(right - width - 1, header.top(), width + 1, header.height())
            ink = self.values.color("accent")
            text_block.paint_line(painter, place, signs, font=self._small, ink=ink)
            right -= width + 8
        which = self.counterpart(row)
        words = " · ".join(part for part in (saying_name(row.saying), row.label, which) if part)
        if buttons and text_block.text_advance(words, self._small) > right - x:
            words = which or row.label or words  # the sign beside it tells the kind
        place = QRectF(x, header.top(), right - x, header.height())
        muted = self.values.color("muted")
        text_block.paint_line(painter, place, words, font=self._small, ink=muted)
        if buttons:
            self._paint_button(painter, parts.accept, "✓", on=row.verdict is Verdict.ACCEPTED)
            self._paint_button(painter, parts.reject, "✕", on=row.verdict is Verdict.REJECTED)
            self._paint_button(painter, parts.note, "✎", on=row.has_note)
            self._paint_button(painter, parts.why, "?", on=False)

    def _signs(self, row: MatchRow) -> str:
        verdicts = {
            None: "",
            Verdict.ACCEPTED: self.tr("✓ accepted"),
            Verdict.REJECTED: self.tr("✕ rejected"),
        }
        parts = [verdicts[row.verdict], "✎" if row.has_note else ""]
        return "  ".join(part for part in parts if part)

    def _paint_button(self, painter: QPainter, rect: QRectF, sign: str, *, on: bool) -> None:
        values = self.values
        painter.setPen(QPen(values.color("line"), 1))
        painter.setBrush(values.color("accent" if on else "chip"))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setFont(theme.ui_font(9.5))
        painter.setPen(values.color("on_accent" if on else "ink"))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), sign)

    def _paint_quote(self, painter: QPainter, rect: QRectF, row: MatchRow, letter: str) -> None:
        line = text_block.line_height(self._quote_font)
        place = QRectF(rect.left(), rect.top(), LETTER_WIDTH, line)
        accent = self.values.color("accent")
        text_block.paint_line(painter, place, letter, font=self._letter, ink=accent)
        width = rect.width() - LETTER_WIDTH
        text, marks = self._quote(row, letter, width)
        block = self._block(row, text, marks, width=width, lines=round(rect.height() / line))
        block.paint(painter, rect.left() + LETTER_WIDTH, rect.top())

    def _quote(self, row: MatchRow, letter: str, width: float) -> tuple[str, Marks]:
        """Return the part of one side's passage that holds what is shared, and its marks."""
        # Letters that the lines have room for.
        room = int(QUOTE_LINES * width / self._character_width)
        if letter == "L":
            return excerpt(row.left_text, row.left_marks, room)
        return excerpt(row.right_text, row.right_marks, room)

    def _quote_lines(self, row: MatchRow, letter: str, width: float) -> int:
        text, _ = self._quote(row, letter, width)
        return text_block.lines_taken(text, self._quote_font, width, QUOTE_LINES)

    def _block(
        self,
        row: MatchRow,
        text: str,
        marks: Marks,
        *,
        width: float,
        lines: int,
    ) -> TextBlock:
        def lay_out() -> TextBlock:
            look = LOOKS[row.kind]
            hue = look.color(self.values)
            # The hues are made to lie under text; as a line they need more weight.
            mark = hue.lighter(135) if self.values.dark else hue.darker(150)
            style = TextStyle(
                self._quote_font, self.values.color("ink"), mark, underline=look.underline
            )
            return text_block.lay_out(text, style, width, lines=lines, marks=marks)

        # With the kind, whose hue and line the marks have.
        return self.laid_out.block((text, marks, width, lines, row.kind), lay_out)


def _of_row(row: MatchRow, rect: QRectF) -> QRectF:
    """Return the part of a row for its card: it stands in where the passage is that above."""
    return rect.adjusted(STEP if row.goes_on else 0.0, 0.0, 0.0, 0.0)
