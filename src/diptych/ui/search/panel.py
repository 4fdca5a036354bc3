# SPDX-License-Identifier: MIT
"""The results under the search box while the reader types."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from diptych.text.sides import Side
from diptych.ui.parts.controls import ChoiceBox, set_ink
from diptych.ui.parts.rows import RowList, RowModel
from diptych.ui.parts.theme import Palette, fill, ui_font
from diptych.ui.search.facet_bar import FacetBar, FacetRow
from diptych.ui.search.hit_delegate import HitDelegate
from diptych.ui.search.rows import HitRow, RowKind, opened, steady

ORDERS = ("relevance", "date", "title")
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
    forget_requested = Signal(str)  # an earlier or saved search
    narrowed = Signal(str)  # a term to be added to the query
    order_chosen = Signal(str)  # one of ORDERS
    left = Signal()  # Esc in one of the chips

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = palette
        self._understood = ""
        self._build()
        self._connect()
        self.set_palette_values(palette)

    # Values in

    def show_results(
        self,
        understood: str,
        rows: Sequence[HitRow],
        total: int,
        ms: float,
    ) -> None:
        """Show the hits of a query, best first; ``total`` counts the articles.

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
        self._count_line.setText(self._count_words(total))
        self._count_line.setToolTip(self.tr("{0} ms").format(round(ms)))
        self._list.setVisible(bool(rows))
        self._message.setVisible(False)
        self._footer.show()
        if not rows:
            self._facets.hide()
        self.updateGeometry()

    def show_facets(self, facets: Sequence[FacetRow]) -> None:
        """Offer to narrow what is shown; the offers of the query before stay until then."""
        self._facets.show_facets(facets)
        self._facets.setVisible(bool(facets))
        self.updateGeometry()

    def show_passages(self, article_id: str, passages: Sequence[HitRow]) -> None:
        """List an article's further passages below its hit."""
        self._list.show_rows(opened(self._model.rows, article_id, passages))
        self.updateGeometry()

    def show_searches(self, rows: Sequence[HitRow]) -> None:
        """List earlier and saved searches while nothing is typed."""
        self._understood = ""
        self._list.show_rows(rows)
        self._list.set_current_key(None)
        self._list.setVisible(bool(rows))
        for part in (self._understood_line, self._footer, self._facets, self._message):
            part.hide()
        self.updateGeometry()

    def set_order(self, order: str) -> None:
        """Show in which order the results are."""
        self._order.setCurrentIndex(ORDERS.index(order))

    def show_message(self, text: str) -> None:
        """Say something instead of results: a hint, a suggestion, why nothing was found."""
        self._understood = ""
        self._list.show_rows(())
        self._list.hide()
        for part in (self._understood_line, self._footer, self._facets):
            part.hide()
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
        self._facets.set_palette_values(palette)
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
        # The keyboard stays in the search field, whose keys steer the list.
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
            # However long the query is, the list does not widen.
            line.setSizePolicy(line.sizePolicy().Policy.Ignored, line.sizePolicy().Policy.Fixed)
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._facets = FacetBar(self._values)
        self._order = ChoiceBox(self.tr("Order of the results"))
        # A click leaves the keyboard in the search field.
        self._order.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._order.setFont(ui_font(8.75))
        for name, words in zip(
            ORDERS,
            (self.tr("Best first"), self.tr("Newest first"), self.tr("By title")),
            strict=True,
        ):
            self._order.addItem(words, name)
        self._footer = QWidget()
        below = QHBoxLayout(self._footer)
        below.setContentsMargins(0, 0, 8, 4)
        below.addWidget(self._count_line, 1)
        below.addWidget(self._order)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self._understood_line)
        layout.addWidget(self._message)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._facets)
        layout.addWidget(self._footer)
        self._message.hide()

    def _connect(self) -> None:
        self._list.clicked.connect(self._click)
        self._list.customContextMenuRequested.connect(self._show_menu)
        self._delegate.pin_requested.connect(self._pin)
        self._delegate.more_clicked.connect(self.more_requested)
        self._facets.chosen.connect(self.narrowed)
        self._facets.left.connect(self.left)
        self._order.activated.connect(lambda place: self.order_chosen.emit(ORDERS[place]))

    # What the reader does

    def _click(self) -> None:
        self.choose_current()

    def _pin(self, side: Side, row: HitRow) -> None:
        (self.pin_left_requested if side == Side.LEFT else self.pin_right_requested).emit(row)

    def _show_menu(self, place: QPoint) -> None:
        row = self._model.row_at(self._list.indexAt(place))
        if row is not None:
            menu = self.row_menu(row)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self._list.viewport().mapToGlobal(place))

    def row_menu(self, row: HitRow) -> QMenu:
        """Return the menu of what can be done with a hit."""
        menu = QMenu(self)
        if row.kind is RowKind.QUERY:
            menu.addAction(self.tr("&Search for this"), lambda: self.hit_chosen.emit(row))
            menu.addAction(self.tr("&Forget"), lambda: self.forget_requested.emit(row.title))
            return menu
        if row.kind is RowKind.NOTE:
            menu.addAction(self.tr("&Open the note"), lambda: self.hit_chosen.emit(row))
            return menu
        menu.addAction(self.tr("&Open at this passage"), lambda: self.hit_chosen.emit(row))
        left = menu.addAction(self.tr("Pin &left"), lambda: self._pin(Side.LEFT, row))
        left.setShortcut("Alt+1")
        right = menu.addAction(self.tr("Pin &right"), lambda: self._pin(Side.RIGHT, row))
        right.setShortcut("Alt+2")
        if row.more:
            menu.addAction(
                self._delegate.more_words(row.more), lambda: self.more_requested.emit(row)
            )
        return menu

    def _count_words(self, total: int) -> str:
        return self.tr("Found in %n article(s)", "", total)

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
        # Six rows in view; the rest is scrolled to.
        heights = [self._list.sizeHintForRow(i) for i in range(min(self._model.rowCount(), 6))]
        parts = (self._understood_line, self._footer, self._facets)
        lines = sum(part.sizeHint().height() for part in parts if not part.isHidden())
        if not self._message.isHidden():
            lines += self._message.heightForWidth(430)
        return QSize(430, sum(heights) + lines + 6)
