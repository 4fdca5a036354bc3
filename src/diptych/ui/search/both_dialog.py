# SPDX-License-Identifier: MIT
"""A query's passages in the left and the right article, facing each other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QLineEdit, QWidget

from diptych.ui.parts import text_block, theme
from diptych.ui.parts.controls import set_ink
from diptych.ui.parts.row_delegate import RowDelegate, RowState, paint_bottom_line
from diptych.ui.parts.rows import RowList, RowModel
from diptych.ui.parts.search_box import step_meant
from diptych.ui.parts.sheet import Sheet
from diptych.ui.parts.text_block import TextStyle
from diptych.ui.parts.theme import Palette
from diptych.values import dataclass

INSET, LANE, MOST_LINES = 12.0, 36.0, 4
TYPING_MS = 250  # a pause after which what is typed is looked for


@dataclass(frozen=True, slots=True)
class FacingSide:
    """One passage: its words, their marks, its place in the article."""

    text: str
    marks: tuple[tuple[int, int], ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FacingRow:
    """A passage on the left and one on the right; one of them may be missing."""

    number: int
    left: FacingSide | None
    right: FacingSide | None


class FacingDelegate(RowDelegate[FacingRow]):
    """Paints both passages side by side, their words marked."""

    def __init__(self, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(palette, parent)
        self._font = theme.reading_font(10.5)
        self._line = text_block.line_height(self._font)

    def row_height(self, row: FacingRow, width: float) -> float:
        column = self._column(width)
        lines = [
            text_block.lines_taken(side.text, self._font, column, MOST_LINES)
            for side in (row.left, row.right)
            if side is not None
        ]
        # As high as the longer of the two; a side without a passage says so in one line.
        return max(lines, default=1) * self._line + 18

    def paint_row(self, painter: QPainter, rect: QRectF, row: FacingRow, state: RowState) -> None:
        values = self.values
        self.paint_ground(painter, rect, state)
        paint_bottom_line(painter, rect, values)
        column = self._column(rect.width())
        style = TextStyle(
            self._font,
            values.color("ink"),
            values.color("hit", 0.55 if values.dark else 0.75),
            highlight=True,
        )
        places = (rect.left() + INSET, rect.left() + INSET + column + LANE)
        for side, x in zip((row.left, row.right), places, strict=True):
            if side is None:
                room = QRectF(x, rect.top() + 9, column, self._line)
                text_block.paint_line(
                    painter, room, self.missing_words(), font=self._font, ink=values.color("muted")
                )
                continue
            block = text_block.lay_out(side.text, style, column, lines=MOST_LINES, marks=side.marks)
            block.paint(painter, x, rect.top() + 9)
        if row.left is not None and row.right is not None:
            middle = QRectF(places[0] + column, rect.top() + 9, LANE, self._line)
            painter.setFont(theme.ui_font(9))
            painter.setPen(values.color("accent"))
            painter.drawText(middle, int(Qt.AlignmentFlag.AlignCenter), "⟷")

    def missing_words(self) -> str:
        """Return what stands where a side says nothing alike."""
        return self.tr("– nothing like it –")

    def _column(self, width: float) -> float:
        # Never nothing: a column without width would have no end of lines.
        return max(60.0, (width - 2 * INSET - LANE) / 2)


class SearchBoth(Sheet):
    """Asks for words, lists their passages, and goes to a pair of them at each step."""

    search_requested = Signal(str)
    go_requested = Signal(object)  # FacingRow

    def __init__(self, parent: QWidget | None = None, *, query: str = "") -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Search both articles"))
        self.heading.setText(self.tr("The same words on both sides"))
        self._asked = ""  # what was looked for last
        self._build()
        self._query.setText(query)

    def search(self) -> None:
        """Ask for the words in the box; for none nothing is listed."""
        self._typing.stop()
        words = self._query.text().strip()
        if not words:
            self.show_message("")
        # A pause may end with the same words.
        elif words != self._asked:
            self._asked = words
            self._answer.setText(self.tr("Looking…"))
            self.search_requested.emit(words)

    def search_again(self) -> None:
        """Ask once more: the articles are others."""
        self._list.show_rows(())
        # Else the same words would not be looked for again.
        self._asked = ""
        self.search()

    def show_rows(self, rows: Sequence[FacingRow]) -> None:
        """Show the passages of what was asked, those that face each other side by side."""
        if not self._asked:
            return  # the words were taken out of the box meanwhile
        self._list.show_rows(rows)
        facing = sum(row.left is not None and row.right is not None for row in rows)
        if not rows:
            self._answer.setText(self.tr("The words stand in neither article."))
        else:
            words = self.tr("Passages: {0}. Facing each other: {1}. Up and Down go to them.")
            self._answer.setText(words.format(len(rows), facing))

    def show_message(self, sentence: str) -> None:
        """Say something instead of passages."""
        self._asked = ""
        self._list.show_rows(())
        self._answer.setText(sentence)

    def set_palette_values(self, palette: Palette) -> None:
        super().set_palette_values(palette)
        if hasattr(self, "_delegate"):
            self._delegate.set_palette_values(palette)
            set_ink(self._answer, palette.color("muted"))

    def sizeHint(self) -> QSize:
        return QSize(900, 360)

    def _build(self) -> None:
        self._query = QLineEdit()
        self._query.setPlaceholderText(self.tr("Words in both articles"))
        self._query.setAccessibleName(self.tr("Words to look for in both articles"))
        self._query.installEventFilter(self)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._answer: QLabel = QLabel()
        set_ink(self._answer, self.values.color("muted"))
        self._model = RowModel[FacingRow](
            key=lambda row: row.number, spoken=lambda row, *_: self._spoken(row), parent=self
        )
        self._delegate = FacingDelegate(self.values, self)
        self._list = RowList(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setAccessibleName(self.tr("Passages"))
        for part in (self._query, self._answer):
            self.body.addWidget(part)
        self.body.addWidget(self._list, 1)
        close = self.buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        # Enter in the box searches and closes nothing.
        close.setAutoDefault(False)
        self.buttons.rejected.connect(self.reject)
        self._query.textChanged.connect(lambda _: self._typing.start())
        self._typing.timeout.connect(self.search)
        self._query.returnPressed.connect(self.search)
        self._list.row_chosen.connect(self.go_requested)
        self._list.row_activated.connect(self.go_requested)

    def _spoken(self, row: FacingRow) -> str:
        missing = self._delegate.missing_words()
        left = row.left.text if row.left is not None else missing
        right = row.right.text if row.right is not None else missing
        return self.tr("Left: {0}. Right: {1}").format(left, right)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # As in the search field.
        if step := step_meant(event):
            self._list.step(step)
            return True
        return super().eventFilter(watched, event)
