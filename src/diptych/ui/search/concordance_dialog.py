# SPDX-License-Identifier: MIT
"""A word in all its contexts, over the pair or the whole library."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QPainter
from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from diptych.ui.parts import text_block, theme
from diptych.ui.parts.controls import Chip, ChoiceBox, set_ink
from diptych.ui.parts.row_delegate import RowDelegate, RowState
from diptych.ui.parts.rows import RowList, RowModel
from diptych.ui.parts.sheet import Sheet
from diptych.ui.parts.theme import Palette
from diptych.ui.search.keyword_rows import (
    LEFT_ORDER,
    RIGHT_ORDER,
    TEXT_ORDER,
    KeywordRow,
    as_table,
    in_order,
)


class KeywordDelegate(RowDelegate[KeywordRow]):
    """Paints the words under one another, their contexts to both sides."""

    def __init__(self, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(palette, parent)
        self._font = theme.reading_font(10.5)
        self._bold = theme.reading_font(10.5, bold=True)
        self._small = theme.ui_font(8.5)
        self._height = text_block.line_height(self._font)

    def row_height(self, row: KeywordRow, width: float) -> float:  # noqa: ARG002
        return self._height + 8

    def paint_row(self, painter: QPainter, rect: QRectF, row: KeywordRow, state: RowState) -> None:
        values = self.values
        if state.selected or state.hovered:
            painter.fillRect(rect, values.color("accent", 0.13 if state.selected else 0.05))
        title_width = rect.width() * 0.2
        title = QRectF(rect.left() + 8, rect.top(), title_width - 16, rect.height())
        muted = values.color("muted")
        text_block.paint_line(painter, title, row.title, font=self._small, ink=muted)
        # A long phrase leaves at least a quarter of the room to the context on each side.
        word_width = min(
            text_block.text_advance(row.word, self._bold) + 2, (rect.width() - title_width) * 0.5
        )
        middle = rect.left() + title_width + (rect.width() - title_width) * 0.5
        word = QRectF(middle - word_width / 2, rect.top(), word_width, rect.height())
        left = QRectF(rect.left() + title_width, rect.top(), 0, rect.height())
        left.setRight(word.left() - 6)
        right = QRectF(word.right() + 6, rect.top(), 0, rect.height())
        right.setRight(rect.right() - 8)
        accent = values.color("accent")
        text_block.paint_line(painter, word, row.word, font=self._bold, ink=accent)
        backwards = text_block.is_right_to_left(f"{row.before}{row.word}{row.after}")
        # Read from right to left, what comes before stands on the right.
        on_left, on_right = (row.after, row.before) if backwards else (row.before, row.after)
        self._paint_context(painter, left, on_left, cut_start=not backwards)
        self._paint_context(painter, right, on_right, cut_start=backwards, at_left=False)
        if state.focused:
            self.paint_focus(painter, rect)

    def _paint_context(
        self, painter: QPainter, rect: QRectF, text: str, *, cut_start: bool, at_left: bool = True
    ) -> None:
        """Draw one context so that it touches the word in the middle of the row."""
        mode = Qt.TextElideMode.ElideLeft if cut_start else Qt.TextElideMode.ElideRight
        shown = QFontMetricsF(self._font).elidedText(
            # No more than could ever fit.
            text_block.one_line(text[-400:] if cut_start else text[:400]).strip(),
            mode,
            max(rect.width(), 0),
        )
        painter.setFont(self._font)
        painter.setPen(self.values.color("ink"))
        side = Qt.AlignmentFlag.AlignRight if at_left else Qt.AlignmentFlag.AlignLeft
        # Absolute: a window read from right to left would exchange the two contexts.
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(rect, int(flags) | int(Qt.TextFlag.TextSingleLine), shown)


class Concordance(Sheet):
    """Asks for a word, lists its contexts, sorts them, copies them as a table."""

    search_requested = Signal(str, str)  # word, pair or library
    go_requested = Signal(object)  # KeywordRow

    def __init__(
        self, parent: QWidget | None = None, *, word: str = "", scope: str = "library"
    ) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Concordance"))
        self.heading.setText(self.tr("A word in all its contexts"))
        self._rows: tuple[KeywordRow, ...] = ()
        self._asked = ("", "")  # word and scope, as told
        self._build()
        self._word.setText(word)
        self._set_scope(scope)

    def show_rows(
        self, rows: Sequence[KeywordRow], total: int | None = None, passed_over: int = 0
    ) -> None:
        """Show the contexts, given as they stand in the texts; ``total`` if there are more.

        ``passed_over`` is the number of articles that were not looked into.
        """
        self._rows = tuple(rows)
        self._show_ordered()
        shown = len(self._rows)
        if not shown:
            said = self.tr("The word was not found.")
        elif total is not None and total > shown:
            said = self.tr("The first {0} of {1} places").format(shown, total)
        else:
            said = self.tr("%n place(s)", "", shown)
        if passed_over:
            more = self.tr("%n more article(s) have the word.", "", passed_over)
            said = f"{said}. {more}"
        self._answer.setText(said)

    def show_message(self, sentence: str) -> None:
        """Say something instead of contexts."""
        self._rows = ()
        self._show_ordered()
        self._answer.setText(sentence)

    def search(self) -> None:
        """Ask for the word in the box."""
        word = self._word.text().strip()
        if word:
            self._answer.setText(self.tr("Looking…"))
            self._asked = (word, self.scope())
            self.search_requested.emit(*self._asked)

    def _await_enter(self) -> None:
        """Say what a word that is typed waits for; to look at every letter would take too long."""
        word = self._word.text().strip()
        if word and word != self._asked[0]:
            self._answer.setText(self.tr("Press Enter to look for it."))

    def search_again(self) -> None:
        """Ask once more for what was asked last: the library is another now."""
        if self._asked[0]:
            self.search_requested.emit(*self._asked)

    def scope(self) -> str:
        """Return over what is searched: pair or library."""
        return "pair" if self._pair.isChecked() else "library"

    def order(self) -> str:
        """Return how the rows are ordered."""
        return str(self._order.currentData())

    def set_palette_values(self, palette: Palette) -> None:
        super().set_palette_values(palette)
        if hasattr(self, "_delegate"):
            self._delegate.set_palette_values(palette)
            self._pair.set_palette_values(palette)
            self._library.set_palette_values(palette)
            set_ink(self._answer, palette.color("muted"))

    def sizeHint(self) -> QSize:
        return QSize(860, 560)

    def _build(self) -> None:
        self._word = QLineEdit()
        self._word.setPlaceholderText(self.tr("A word, Enter to look"))
        self._word.setAccessibleName(self.tr("Word to look for"))
        self._pair = Chip(self.tr("This pair"), self.values)
        self._library = Chip(self.tr("Library"), self.values)
        self._order = ChoiceBox(self.tr("Order of the places"))
        self._order.addItem(self.tr("As they stand"), TEXT_ORDER)
        self._order.addItem(self.tr("By the words before"), LEFT_ORDER)
        self._order.addItem(self.tr("By the words after"), RIGHT_ORDER)
        self._answer = QLabel()
        set_ink(self._answer, self.values.color("muted"))
        self._model = RowModel[KeywordRow](
            key=lambda row: (row.article_id, row.start, row.end),
            spoken=lambda row, *_: f"{row.before} {row.word} {row.after}, {row.title}",
            tooltip=lambda row: f"{row.title}\n{row.before} {row.word} {row.after}",
            parent=self,
        )
        self._delegate = KeywordDelegate(self.values, self)
        self._list = RowList(self._model)
        self._list.setItemDelegate(self._delegate)
        # One height for all: the list need not ask for thousands.
        self._list.setUniformItemSizes(True)
        self._list.setAccessibleName(self.tr("Places"))
        top = QHBoxLayout()
        top.addWidget(self._word, 1)
        top.addWidget(self._pair)
        top.addWidget(self._library)
        top.addWidget(self._order)
        self.body.addLayout(top)
        self.body.addWidget(self._answer)
        self.body.addWidget(self._list, 1)
        self._connect()

    def _connect(self) -> None:
        role = QDialogButtonBox.ButtonRole
        copy = self.buttons.addButton(self.tr("&Copy as table"), role.ActionRole)
        close = self.buttons.addButton(self.tr("Close"), role.RejectRole)
        # Enter in the box searches and presses no button.
        for button in (copy, close):
            button.setAutoDefault(False)
        copy.clicked.connect(self._copy)
        self.buttons.rejected.connect(self.reject)
        self._word.returnPressed.connect(self.search)
        self._word.textEdited.connect(self._await_enter)
        self._order.currentIndexChanged.connect(lambda _: self._show_ordered())
        self._pair.clicked.connect(lambda: self._choose_scope("pair"))
        self._library.clicked.connect(lambda: self._choose_scope("library"))
        self._list.row_activated.connect(self.go_requested)

    def _choose_scope(self, scope: str) -> None:
        self._set_scope(scope)
        self.search()

    def _set_scope(self, scope: str) -> None:
        self._pair.setChecked(scope == "pair")
        self._library.setChecked(scope != "pair")

    def _show_ordered(self) -> None:
        self._list.show_rows(in_order(self._rows, self.order()))

    def _copy(self) -> None:
        header = [self.tr("Article"), self.tr("Before"), self.tr("Word"), self.tr("After")]
        QGuiApplication.clipboard().setText(as_table(self._model.rows, header))
