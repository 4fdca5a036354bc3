# SPDX-License-Identifier: MIT
"""Opens the dialogs that look words up, and goes to what they found."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QWidget

from diptych.text.article import Span
from diptych.ui.desk import present
from diptych.ui.desk.library_state import LibraryState
from diptych.ui.desk.pair_state import PairState
from diptych.ui.parts.sides import SIDES
from diptych.ui.parts.status import StatusLine
from diptych.ui.reader.article_view import ArticleView
from diptych.ui.reader.split_view import SplitView
from diptych.ui.search.both_dialog import FacingRow, SearchBoth
from diptych.ui.search.concordance_dialog import Concordance
from diptych.ui.search.lookups_state import LookupsState, QuotePlaces
from diptych.ui.search.presenter import SearchPresenter
from diptych.ui.search.quote_check_dialog import QuoteCheck, QuoteFinding

if TYPE_CHECKING:
    from diptych.search.both import FacingPassages
    from diptych.search.concordance import Concordance as Lines


OF_WORDS = ("search-selection", "check-quote", "concordance", "note")
ROOM_BELOW = 48  # pixels, for the status line


class LookupsPresenter(QObject):
    """Checks quotations, lists words in context, searches both sides."""

    def __init__(
        self,
        lookups: LookupsState,
        library: LibraryState,
        pair: PairState,
        *,
        search: SearchPresenter,
        split: SplitView,
        status: StatusLine,
        actions: Mapping[str, QAction],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._lookups = lookups
        self._library = library
        self._pair = pair
        self._search = search
        self._split = split
        self._status = status
        self._window = window
        self._quotes: QuoteCheck | None = None
        self._words: Concordance | None = None
        self._both: SearchBoth | None = None
        lookups.quote_checked.connect(self._show_findings)
        lookups.lines_found.connect(self._show_lines)
        lookups.both_found.connect(self._show_facing)
        lookups.failed.connect(self._fail)
        self._of_words = [actions[name] for name in OF_WORDS]
        for pane in split.panes.values():
            pane.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            pane.view.customContextMenuRequested.connect(
                lambda place, view=pane.view: self._show_menu(view, place)
            )
        actions["check-quote"].triggered.connect(self._check_quote)
        actions["concordance"].triggered.connect(self._list_word)
        actions["search-both"].triggered.connect(self._search_both)

    def _show_menu(self, view: ArticleView, place: QPoint) -> None:
        """Offer what can be done with the words under the pointer or selected."""
        menu = view.createStandardContextMenu(place)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSeparator()
        menu.addActions(self._of_words)
        menu.popup(view.viewport().mapToGlobal(place))

    # Quotations

    def _check_quote(self) -> None:
        _close(self._quotes)
        dialog = self._quotes = QuoteCheck(self._window, quotation=self._selected())
        dialog.finished.connect(lambda _: self._forget(dialog))
        dialog.check_requested.connect(self._lookups.check_quote)
        dialog.open_requested.connect(lambda finding: self._go_to_finding(finding, ""))
        dialog.pin_left_requested.connect(lambda finding: self._go_to_finding(finding, "left"))
        dialog.pin_right_requested.connect(lambda finding: self._go_to_finding(finding, "right"))
        self._open(dialog)
        dialog.check()

    def _show_findings(self, places: QuotePlaces) -> None:
        if self._quotes is not None:
            self._quotes.show_findings(
                [
                    present.quote_finding(
                        hit, text, places.quotation, self._library.entry(hit.article.id)
                    )
                    for hit, text in places.hits
                ],
                places.passed_over,
            )

    def _go_to_finding(self, finding: QuoteFinding, side: str) -> None:
        self._search.go_to(finding.article_id, finding.start, finding.end, side=side)

    # Words in context

    def _list_word(self) -> None:
        both = all(self._pair.pinned_ids())
        word = self._selected()
        scope = "pair" if both else "library"
        _close(self._words)
        dialog = self._words = Concordance(self._window, word=word, scope=scope)
        dialog.finished.connect(lambda _: self._forget(dialog))
        dialog.search_requested.connect(self._list_places)
        dialog.go_requested.connect(
            lambda row: self._search.go_to(row.article_id, row.start, row.end)
        )
        self._open(dialog)
        dialog.search()

    def _list_places(self, word: str, scope: str) -> None:
        pinned = tuple(filter(None, self._pair.pinned_ids()))
        self._lookups.list_word(word, pinned if scope == "pair" else ())

    def _show_lines(self, found: Lines) -> None:
        if self._words is not None:
            rows = [
                present.keyword_row(line, self._library.entry(line.article)) for line in found.lines
            ]
            self._words.show_rows(rows, found.total, found.passed_over)

    # Both sides

    def _search_both(self) -> None:
        if not all(self._pair.pinned_ids()):
            self._status.say(self.tr("Pin two articles first."))
            return
        query = self._selected() or self._search.query()
        _close(self._both)
        dialog = self._both = SearchBoth(self._window, query=query)
        dialog.finished.connect(lambda _: self._forget(dialog))
        dialog.search_requested.connect(
            lambda words: self._lookups.search_both(words, *self._pair.pinned_ids())
        )
        dialog.go_requested.connect(self._go_to_both)
        self._open(dialog)
        dialog.search()

    def _show_facing(self, rows: tuple[FacingPassages, ...]) -> None:
        if self._both is not None:
            self._both.show_rows([present.facing_row(n, row) for n, row in enumerate(rows)])

    def _go_to_both(self, row: FacingRow) -> None:
        self._pair.remember_step(self._split.places())
        spans = [Span(p.start, p.end) if p is not None else None for p in (row.left, row.right)]
        for side, span in zip(SIDES, spans, strict=True):
            if span is not None:
                self._split.panes[side].view.put_caret(span.start)
        self._split.reveal_both(*spans)

    # All three

    def _open(self, dialog: QDialog) -> None:
        """Show a dialog low in the window, so that the panes' beginnings stay in sight."""
        self._search.close_list()
        dialog.resize(dialog.sizeHint())
        place = self._window.geometry()
        dialog.move(
            place.center().x() - dialog.width() // 2,
            max(place.top(), place.bottom() - dialog.height() - ROOM_BELOW),
        )
        dialog.show()
        dialog.activateWindow()

    def _forget(self, dialog: QDialog) -> None:
        """Send no more answers to a dialog that was closed."""
        if dialog is self._quotes:
            self._quotes = None
        elif dialog is self._words:
            self._words = None
        elif dialog is self._both:
            self._both = None

    def _fail(self, sentence: str) -> None:
        for dialog in (self._quotes, self._words, self._both):
            if dialog is not None:
                dialog.show_message(sentence)

    def _selected(self) -> str:
        view = self._split.panes[self._split.focused_side()].view
        return " ".join(view.textCursor().selectedText().split())


def _close(dialog: QDialog | None) -> None:
    if dialog is not None:
        dialog.reject()
