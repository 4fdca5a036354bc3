# SPDX-License-Identifier: MIT
"""The results under the search box while the reader types."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QMenu, QVBoxLayout, QWidget

from diptych.ui.parts.controls import set_ink
from diptych.ui.parts.rows import RowList, RowModel
from diptych.ui.search.hit_delegate import HitDelegate
from diptych.ui.search.rows import HitRow, steady
from diptych.ui.theme import Palette, fill, ui_font

MOST_ROWS_IN_VIEW = 6
_SHEET = """
#search-results { background: @paper; border: 1px solid @line; border-radius: 8px; }
#search-results QListView { background: @paper; }
"""


class SearchResults(QWidget):
    """Lists hits; the focus stays in the search box, which moves the choice."""

    hit_chosen = Signal(object)  # HitRow
    pin_left_requested = Signal(object)
    pin_right_requested = Signal(object)
    more_requested = Signal(object)  # HitRow: list this article's other hits in place

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = palette
        self._understood = ""
        self._build()
        self._connect()
        self.set_palette_values(palette)

    # Values in

    def show_results(self, understood: str, rows: Sequence[HitRow], total: int, ms: float) -> None:
        """Show the hits of a query, best first.

        While the pointer is over the list and the query is the same, rows keep
        their places and new ones come at the end, so that nothing jumps away
        under a click.
        """
        same = understood == self._understood
        if same and self._list.underMouse():
            rows = steady(self._model.rows, rows)
        self._understood = understood
        self._list.show_rows(rows)
        if not same or self._list.current_key() is None:
            self._list.scrollToTop()
            self._list.set_current_key(rows[0].key if rows else None)
        self._understood_line.setText(self.tr("Understood as: {0}").format(understood))
        self._understood_line.setVisible(bool(understood))
        self._count_line.setText(self._count_words(total, ms))
        self._list.setVisible(bool(rows))
        self._message.setVisible(False)
        self._count_line.setVisible(True)
        self.updateGeometry()

    def show_message(self, text: str) -> None:
        """Say something instead of results: a hint, a suggestion, why nothing was found."""
        self._understood = ""
        self._list.show_rows(())
        self._list.hide()
        self._understood_line.hide()
        self._count_line.hide()
        self._message.setText(text)
        self._message.show()
        self.updateGeometry()

    def move_selection(self, by: int) -> None:
        """Move the choice by ``+1`` or ``-1``, stopping at the ends."""
        self._list.step(by)

    def current(self) -> HitRow | None:
        """Return the hit Enter would open."""
        return self._model.row_at(self._list.currentIndex())

    def choose_current(self) -> None:
        """Open the current hit, as Enter in the search box does."""
        row = self.current()
        if row is not None:
            self.hit_chosen.emit(row)

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        self._values = palette
        self.setStyleSheet(fill(_SHEET, palette))
        self._delegate.set_palette_values(palette)
        for line in (self._understood_line, self._count_line):
            set_ink(line, palette.color("muted"))
        self._list.viewport().update()

    # Building

    def _build(self) -> None:
        self.setObjectName("search-results")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._model = RowModel[HitRow](
            key=lambda row: row.key, spoken=self._spoken, tooltip=lambda row: row.title, parent=self
        )
        self._delegate = HitDelegate(self._values, self)
        self._list = RowList(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.set_buttons(self._delegate)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName(self.tr("Search results"))
        self._understood_line = QLabel()
        self._count_line = QLabel()
        self._message = QLabel()
        self._message.setWordWrap(True)
        self._message.setContentsMargins(14, 12, 14, 12)
        for line in (self._understood_line, self._count_line):
            line.setFont(ui_font(8.75))
            line.setContentsMargins(14, 6, 14, 5)
            line.setTextFormat(Qt.TextFormat.PlainText)
            line.setSizePolicy(line.sizePolicy().Policy.Ignored, line.sizePolicy().Policy.Fixed)
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self._understood_line)
        layout.addWidget(self._message)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._count_line)
        self._message.hide()

    def _connect(self) -> None:
        self._list.clicked.connect(self._click)
        self._list.customContextMenuRequested.connect(self._show_menu)
        self._delegate.pin_requested.connect(self._pin)
        self._delegate.more_clicked.connect(self.more_requested)

    # What the reader does

    def _click(self) -> None:
        self.choose_current()

    def _pin(self, side: str, row: HitRow) -> None:
        (self.pin_left_requested if side == "left" else self.pin_right_requested).emit(row)

    def _show_menu(self, place: QPoint) -> None:
        row = self._model.row_at(self._list.indexAt(place))
        if row is not None:
            menu = self.row_menu(row)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self._list.viewport().mapToGlobal(place))

    def row_menu(self, row: HitRow) -> QMenu:
        """Return the menu of what can be done with a hit."""
        menu = QMenu(self)
        menu.addAction(self.tr("&Open at this passage"), lambda: self.hit_chosen.emit(row))
        left = menu.addAction(self.tr("Pin &left"), lambda: self._pin("left", row))
        left.setShortcut("Alt+1")
        right = menu.addAction(self.tr("Pin &right"), lambda: self._pin("right", row))
        right.setShortcut("Alt+2")
        if row.more:
            menu.addAction(
                self._delegate.more_words(row.more), lambda: self.more_requested.emit(row)
            )
        return menu

    def _count_words(self, total: int, ms: float) -> str:
        count = self.tr("%n passage(s) found", "", total)
        return self.tr("{0} · {1} ms").format(count, round(ms))

    def _spoken(self, row: HitRow, position: int, count: int) -> str:
        parts = [
            self.tr("Result {0} of {1}").format(position, count),
            row.title,
            row.meta,
            row.snippet,
            self._delegate.more_words(row.more) if row.more else "",
        ]
        return ", ".join(part for part in parts if part)

    # Qt overrides

    def sizeHint(self) -> QSize:
        heights = [self._list.sizeHintForRow(i) for i in range(min(self._model.rowCount(), 6))]
        lines = self._understood_line.sizeHint().height() + self._count_line.sizeHint().height()
        if not heights:
            return QSize(430, self._message.heightForWidth(430) + 4)
        return QSize(430, sum(heights) + lines + 4)
