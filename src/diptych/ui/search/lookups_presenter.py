# SPDX-License-Identifier: MIT
"""Opens the dialogs that look words up, and goes to what they found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from diptych.text.article import Span
from diptych.text.sides import SIDES, Side
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.library_state import LibraryState
from diptych.ui.desk.pair_state import PairState
from diptych.ui.search import present
from diptych.ui.search.lookups_state import LookupsState
from diptych.ui.search.presenter import SearchPresenter

if TYPE_CHECKING:
    from diptych.search.both import FacingPassages
    from diptych.search.concordance import Concordance as Lines
    from diptych.services.searching import QuotePlaces
    from diptych.ui.search.both_dialog import FacingRow, SearchBoth
    from diptych.ui.search.concordance_dialog import Concordance
    from diptych.ui.search.quote_check_dialog import QuoteCheck, QuoteFinding

OF_WORDS = ("check-quote", "concordance")  # in the menu of a right click
ROOM_BELOW = 48  # pixels, for the status line


class LookupsPresenter(QObject):
    """Checks quotations, lists words in context, searches both sides."""

    def __init__(
        self,
        lookups: LookupsState,
        library: LibraryState,
        pair: PairState,
        frame: Frame,
        *,
        search: SearchPresenter,
    ) -> None:
        super().__init__(frame.window)
        self._lookups = lookups
        self._library = library
        self._pair = pair
        self._search = search
        self._texts = frame.texts
        self._status = frame.status
        self._window = frame.window
        self._quotes: QuoteCheck | None = None
        self._words: Concordance | None = None
        self._both: SearchBoth | None = None
        lookups.quote_checked.connect(self._show_findings)
        lookups.lines_found.connect(self._show_lines)
        lookups.both_found.connect(self._show_facing)
        lookups.failed.connect(self._fail)
        pair.pinned.connect(lambda *_: self._pair_changed())
        pair.cleared.connect(lambda _: self._pair_changed())
        actions = frame.actions
        self._of_words = [actions[name] for name in OF_WORDS]
        frame.texts.menu_opening.connect(lambda _, menu, *__: menu.addActions(self._of_words))
        actions["check-quote"].triggered.connect(self._check_quote)
        actions["concordance"].triggered.connect(self._list_word)
        actions["search-both"].triggered.connect(self._search_both)

    def look_again(self) -> None:
        """Ask once more what the open dialogs tell: the library is another now."""
        if self._quotes is not None:
            self._quotes.check_again()
        if self._words is not None:
            self._words.search_again()

    # Quotations

    def _check_quote(self) -> None:
        _close(self._quotes)
        from diptych.ui.search.quote_check_dialog import QuoteCheck  # not before it is asked for

        dialog = self._quotes = QuoteCheck(self._window, quotation=self._selected())
        dialog.finished.connect(lambda _: self._forget(dialog))
        dialog.check_requested.connect(self._lookups.check_quote)
        dialog.open_requested.connect(lambda finding: self._go_to_finding(finding, None))
        dialog.pin_left_requested.connect(lambda finding: self._go_to_finding(finding, Side.LEFT))
        dialog.pin_right_requested.connect(lambda finding: self._go_to_finding(finding, Side.RIGHT))
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
                places.check.passed_over,
            )

    def _go_to_finding(self, finding: QuoteFinding, side: Side | None) -> None:
        self._search.go_to(finding.article_id, finding.start, finding.end, side=side)

    # Words in context

    def _list_word(self) -> None:
        both = all(self._pair.pinned_ids())
        word = self._selected()
        scope = "pair" if both else "library"
        _close(self._words)
        from diptych.ui.search.concordance_dialog import Concordance  # not before it is asked for

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
        from diptych.ui.search.both_dialog import SearchBoth  # not before it is asked for

        dialog = self._both = SearchBoth(self._window, query=query)
        dialog.finished.connect(lambda _: self._forget(dialog))
        dialog.search_requested.connect(
            lambda words: self._lookups.search_both(words, *self._pair.pinned_ids())
        )
        dialog.go_requested.connect(self._go_to_both)
        self._open(dialog)
        dialog.search()

    def _pair_changed(self) -> None:
        """Look again in the articles that stand there now."""
        if self._both is None:
            return
        if all(self._pair.pinned_ids()):
            self._both.search_again()
        else:
            self._both.show_message(self.tr("Pin two articles first."))

    def _show_facing(self, rows: tuple[FacingPassages, ...]) -> None:
        if self._both is not None:
            self._both.show_rows([present.facing_row(n, row) for n, row in enumerate(rows)])

    def _go_to_both(self, row: FacingRow) -> None:
        self._pair.remember_step(self._texts.places())
        spans = [Span(p.start, p.end) if p is not None else None for p in (row.left, row.right)]
        for side, span in zip(SIDES, spans, strict=True):
            if span is not None:
                self._texts.put_caret(side, span.start)
        self._texts.reveal_both(*spans)

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
        # Another one may have taken its place.
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
        return self._texts.selected_words(self._texts.focused_side())


def _close(dialog: QDialog | None) -> None:
    if dialog is not None:
        dialog.reject()
