# SPDX-License-Identifier: MIT
"""What each article alone says, the surest first, with how much has a counterpart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from diptych.text.sides import Side
from diptych.ui.matches.rows import OnlyRow
from diptych.ui.parts import text_block, theme
from diptych.ui.parts.controls import Chip, EmptyState, section_font, set_ink
from diptych.ui.parts.row_delegate import RowDelegate, RowState, paint_share
from diptych.ui.parts.rows import RowList, RowModel
from diptych.ui.parts.shares import percent
from diptych.ui.parts.text_block import TextBlock, TextStyle
from diptych.ui.parts.theme import Palette
from diptych.values import dataclass

TEXT_LINES = 3
INSET = 14.0
EDGE = 8.0
LINES_KEPT = 20_000  # passages whose lines were counted; forgotten all at once


@dataclass(frozen=True, slots=True)
class OnlyItem:
    """A line of the list: a side's heading with its coverage, or one of its passages."""

    side: Side
    row: OnlyRow | None
    coverage: float = 0.0
    heading: str = ""


class OnlyHereDelegate(RowDelegate[OnlyItem]):
    """Paints the headings with their coverage, and the passages."""

    def __init__(self, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(palette, parent)
        self._heading_font = section_font()
        self._small = theme.ui_font(8.75)
        self._text_font = theme.reading_font(10.25)
        # A list asks for all of them whenever a row comes or goes.
        self._lines_taken: dict[tuple[str, float], int] = {}

    def row_height(self, row: OnlyItem, width: float) -> float:
        small = text_block.line_height(self._small)
        if row.row is None:
            # As ``_paint_heading`` adds them up.
            return 14 + text_block.line_height(self._heading_font) + 4 + small + 6 + 3 + 10
        lines = self._lines(row.row.text, width)
        place = small + 2 if row.row.place else 0
        # As ``_paint_passage`` does.
        return 8 + place + lines * text_block.line_height(self._text_font) + 9

    def paint_row(self, painter: QPainter, rect: QRectF, row: OnlyItem, state: RowState) -> None:
        if row.row is None:
            self._paint_heading(painter, rect, row)
        else:
            self._paint_passage(painter, rect, row.row, state)

    def coverage_words(self, item: OnlyItem) -> str:
        """Return how much of a side has a counterpart, as a sentence part."""
        share = percent(item.coverage)
        if item.side == Side.LEFT:
            return self.tr("{0} % of the left has a counterpart").format(share)
        return self.tr("{0} % of the right has a counterpart").format(share)

    def _paint_heading(self, painter: QPainter, rect: QRectF, item: OnlyItem) -> None:
        width = rect.width() - 2 * INSET
        height = text_block.line_height(self._heading_font)
        place = QRectF(rect.left() + INSET, rect.top() + 14, width, height)
        muted = self.values.color("muted")
        text_block.paint_line(painter, place, item.heading, font=self._heading_font, ink=muted)
        small = text_block.line_height(self._small)
        place = QRectF(place.left(), place.bottom() + 4, width, small)
        words = self.coverage_words(item)
        text_block.paint_line(painter, place, words, font=self._small, ink=self.values.color("ink"))
        bar = QRectF(place.left(), place.bottom() + 6, width, 3)
        paint_share(painter, bar, item.coverage, self.values)

    def _paint_passage(
        self, painter: QPainter, rect: QRectF, row: OnlyRow, state: RowState
    ) -> None:
        values = self.values
        if state.selected or state.hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(values.color("paper", 1.0 if state.selected else 0.5))
            painter.drawRoundedRect(rect.adjusted(2, 2, -2, -3), 4, 4)
        if state.focused:
            self.paint_focus(painter, rect)
        # The same dotted line that stands beside such a passage in the text.
        painter.setPen(QPen(values.color("only"), 2, Qt.PenStyle.DotLine))
        edge = rect.left() + INSET
        painter.drawLine(round(edge), round(rect.top() + 9), round(edge), round(rect.bottom() - 8))
        x, y, width = edge + EDGE, rect.top() + 8, rect.width() - 2 * INSET - EDGE
        if row.place:
            small = text_block.line_height(self._small)
            place = QRectF(x, y, width, small)
            text_block.paint_line(
                painter, place, row.place, font=self._small, ink=values.color("muted")
            )
            y += small + 2
        # As many lines as were counted for its height, or the last would lie under the next row.
        self._block(row.text, width, self._lines(row.text, rect.width())).paint(painter, x, y)

    def _lines(self, text: str, width: float) -> int:
        lines = self._lines_taken.get((text, width))
        if lines is None:
            # Or a window that is drawn wider and narrower would fill the memory.
            if len(self._lines_taken) >= LINES_KEPT:
                self._lines_taken.clear()
            inner = width - 2 * INSET - EDGE
            lines = text_block.lines_taken(text, self._text_font, inner, TEXT_LINES)
            self._lines_taken[text, width] = lines
        return lines

    def _block(self, text: str, width: float, lines: int) -> TextBlock:
        style = TextStyle(self._text_font, self.values.color("ink"))
        return self.laid_out.block(
            (text, width, lines), lambda: text_block.lay_out(text, style, width, lines=lines)
        )


class OnlyHerePanel(QWidget):
    """Lists the passages of each side that have no counterpart on the other."""

    passage_chosen = Signal(object, int)  # side, index
    marking_toggled = Signal(bool)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build(palette)
        self._list.row_chosen.connect(self._choose)
        self._list.row_activated.connect(self._choose)
        self._marking.toggled.connect(self.marking_toggled)
        self.set_palette_values(palette)
        self.show_nothing_pinned()

    def show_passages(
        self,
        left: Sequence[OnlyRow],
        right: Sequence[OnlyRow],
        coverage_left: float,
        coverage_right: float,
    ) -> None:
        """Show both sides' own passages as given; coverage is 0 to 1."""
        items = [
            # Headings are rows, so that they scroll with what stands under them.
            OnlyItem(Side.LEFT, None, coverage_left, self.tr("Only in the left")),
            *(OnlyItem(Side.LEFT, row) for row in left),
            OnlyItem(Side.RIGHT, None, coverage_right, self.tr("Only in the right")),
            *(OnlyItem(Side.RIGHT, row) for row in right),
        ]
        self._list.show_rows(items)
        self._say_order(
            {
                side: coverage
                for side, rows, coverage in (
                    (Side.LEFT, left, coverage_left),
                    (Side.RIGHT, right, coverage_right),
                )
                if not rows
            }
        )
        self._marking.show()
        self._stack.setCurrentWidget(self._list)

    def _say_order(self, empty: Mapping[Side, float]) -> None:
        """Say how the list is ordered, and of a side with nothing in it how much has no match."""
        words = [self.tr("The surest come first; what is not sure is not listed.")]
        without = {
            Side.LEFT: self.tr("{0} % of the left has no match, but none of it is sure enough."),
            Side.RIGHT: self.tr("{0} % of the right has no match, but none of it is sure enough."),
        }
        words += [without[s].format(100 - percent(c)) for s, c in empty.items() if percent(c) < 100]
        self.order.setText(" ".join(words))
        self.order.show()

    def measure(self, row: OnlyRow) -> None:
        """Find out how high a passage will be, so that listing thousands takes no time."""
        # A list of so many has a bar beside its rows.
        width = self._stack.width() - self._list.verticalScrollBar().sizeHint().width()
        self._delegate.row_height(OnlyItem(Side.LEFT, row), width)

    def show_nothing_pinned(self) -> None:
        """Say that there is no pair to speak of."""
        self._show_message(
            self.tr("What only one of them says"),
            self.tr("Pin two articles to see what each of them leaves out."),
        )

    def show_comparing(self) -> None:
        """Say that nothing is known yet."""
        self._show_message(self.tr("Comparing…"), self.tr("You can read on meanwhile."))

    def show_stopped(self, reason: str = "") -> None:
        """Say why there is no comparison."""
        self._show_message(
            self.tr("Not compared"), reason or self.tr("Press Compare in the list of matches.")
        )

    def show_not_compared(self) -> None:
        """Say that nothing is known of what is missing, as most was never compared."""
        self._show_message(
            self.tr("Not compared by meaning"),
            self.tr(
                "The two are in different languages. Until an encoder that knows both has read "
                "them, nobody can tell what stands only here."
            ),
        )

    def show_not_yet_compared(self) -> None:
        """Say that nothing is known of what is missing, as meaning is still being read."""
        self._show_message(
            self.tr("Not yet compared by meaning"),
            self.tr("What stands only here is told once the two have been read for meaning."),
        )

    def _show_message(self, title: str, text: str) -> None:
        self._empty.show_message(title, text)
        self._list.show_rows(())
        self.order.hide()
        self._marking.hide()
        self._stack.setCurrentWidget(self._empty)

    def set_marking(self, on: bool) -> None:
        """Show whether the passages are marked in the text; nothing is emitted."""
        self._marking.blockSignals(True)
        self._marking.setChecked(on)
        self._marking.blockSignals(False)

    def focus_list(self) -> None:
        """Put the keyboard focus on the list."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        self._delegate.set_palette_values(palette)
        self._empty.set_palette_values(palette)
        self._marking.set_palette_values(palette)
        set_ink(self.order, palette.color("muted"))
        self._list.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(320, 600)

    def _build(self, palette: Palette) -> None:
        self.setMinimumWidth(200)
        self._marking = Chip(self.tr("Mark them in the text"), palette)
        self._marking.setChecked(False)
        # By side and number, so that the current row stays when others come or go.
        model = RowModel[OnlyItem](
            key=lambda item: (item.side, None if item.row is None else item.row.index),
            spoken=self._spoken,
            tooltip=lambda item: "" if item.row is None else item.row.text,
            parent=self,
        )
        self._delegate = OnlyHereDelegate(palette, self)
        self._list = RowList(model)
        self._list.setItemDelegate(self._delegate)
        self._list.setAccessibleName(self.tr("Only here"))
        self._empty = EmptyState(palette)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        self.order = QLabel()
        self.order.setFont(theme.ui_font(9))
        self.order.setWordWrap(True)
        self.order.setContentsMargins(14, 8, 12, 0)
        tools = QHBoxLayout()
        tools.setContentsMargins(14, 10, 12, 0)
        tools.addWidget(self._marking)
        tools.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(tools)
        layout.addWidget(self.order)
        layout.addWidget(self._stack, 1)

    def _choose(self, item: OnlyItem) -> None:
        if item.row is not None:
            self.passage_chosen.emit(item.side, item.row.index)

    def _spoken(self, item: OnlyItem, position: int, count: int) -> str:  # noqa: ARG002
        if item.row is None:
            return f"{item.heading}, {self._delegate.coverage_words(item)}"
        side = self.tr("only left") if item.side == Side.LEFT else self.tr("only right")
        return ", ".join(part for part in (side, item.row.place, item.row.text) if part)
