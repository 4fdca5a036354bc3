# SPDX-License-Identifier: MIT
"""Joins the search field with its results, the library and the panes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QApplication, QWidget

from diptych.text.article import Span
from diptych.text.sides import SIDES, Side
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.library_state import LibraryState
from diptych.ui.desk.pair_state import PairState
from diptych.ui.parts.click_away import ClickAway
from diptych.ui.parts.search_box import SearchBox
from diptych.ui.parts.translation import told
from diptych.ui.search import present
from diptych.ui.search.hits_presenter import HitsPresenter
from diptych.ui.search.panel import SearchResults
from diptych.ui.search.rows import HitRow, RowKind
from diptych.ui.search.state import SearchState

if TYPE_CHECKING:
    from diptych.search.snippets import Snippet
    from diptych.services.searching import Answer

GREATEST_WIDTH = 640  # pixels, as is the height
GREATEST_HEIGHT = 560


class SearchPresenter(QObject):
    """Shows results while typing, opens them, walks the hits in the pair."""

    note_requested = Signal(str)  # its id

    def __init__(
        self,
        search: SearchState,
        library: LibraryState,
        pair: PairState,
        frame: Frame,
        *,
        box: SearchBox,
        results: SearchResults,
    ) -> None:
        super().__init__(frame.window)
        self._search = search
        self._library = library
        self._pair = pair
        self._box = box
        self._results = results
        self._texts = frame.texts
        self._status = frame.status
        self._actions = frame.actions
        self._window = frame.window
        self._from: QWidget | None = None
        self._wanted: tuple[Side, HitRow] | None = None
        self._stays_open = False  # after a pin by key, so that the other side can follow
        self._hits = HitsPresenter(search, pair, frame)
        self._connect()

    def _connect(self) -> None:
        search, box, results, actions = self._search, self._box, self._results, self._actions
        box.textChanged.connect(search.type)
        box.moved.connect(results.move_selection)
        box.chosen.connect(self._choose)
        box.more_wanted.connect(self._list_more)
        box.dismissed.connect(self.dismiss)
        # The window starts without engine and word lists; they are loaded before the first letter.
        box.focused.connect(search.warm_up)
        box.focused.connect(self._show_again)
        box.left_side_chosen.connect(lambda: self._pin_current(Side.LEFT))
        box.right_side_chosen.connect(lambda: self._pin_current(Side.RIGHT))
        search.found.connect(self._show)
        search.counted.connect(lambda _: self._show_facets())
        search.passages_found.connect(self._show_passages)
        search.cleared.connect(self._show_searches)
        search.failed.connect(self._results.show_message)
        results.hit_chosen.connect(self._open_row)
        results.more_requested.connect(lambda row: search.list_passages(row.article_id))
        results.narrowed.connect(self._narrow)
        results.order_chosen.connect(self._sort)
        results.forget_requested.connect(self._forget)
        results.left.connect(self.dismiss)
        results.pin_left_requested.connect(lambda row: self._open(row, Side.LEFT))
        results.pin_right_requested.connect(lambda row: self._open(row, Side.RIGHT))
        self._pair.pinned.connect(self._pinned)
        actions["search"].triggered.connect(self.focus)
        actions["search-selection"].triggered.connect(self._search_selection)
        actions["save-search"].triggered.connect(self._save_search)
        self._away = ClickAway(box, results)
        self._away.pressed_outside.connect(results.hide)
        self._window.installEventFilter(self._away)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            # Clicks are seen by ``ClickAway``; Tab and the keys of other parts lead away as well.
            application.focusChanged.connect(self._hide_when_left)

    def focus(self) -> None:
        """Go to the search field from anywhere, remembering where one was."""
        focused = QApplication.focusWidget()
        # Asked for again from the field, one still came from elsewhere.
        if focused is not self._box:
            self._from = focused
        self._box.setFocus()
        self._box.selectAll()
        self._show_again()

    def clear(self) -> None:
        """Forget what is searched for; nothing is marked any more, the words stay recent."""
        if self._search.query.strip():
            self._search.remember()
            self._box.clear()

    def dismiss(self) -> None:
        """Close the search and return to where one was."""
        self._results.hide()
        if self._from is not None:
            self._from.setFocus()
        else:
            self._texts.focus(self._texts.focused_side())
        self.clear()

    def query(self) -> str:
        """Return what is searched for."""
        return self._search.query

    def go_to(self, article_id: str, start: int, end: int, *, side: Side | None = None) -> None:
        """Open an article at a place, on the side it is pinned on or on one that is wished."""
        row = HitRow(article_id, "", span_start=start, span_end=end)
        self._open(row, side or self._side_for(row))

    def close_list(self) -> None:
        """Take the results away, leaving the query as it is."""
        self._results.hide()

    def place(self) -> None:
        """Put the result list under the field."""
        below = self._box.mapTo(self._window, QPoint(0, self._box.height() + 4))
        width = min(max(self._box.width(), 460), GREATEST_WIDTH, self._window.width() - 20)
        # Under the middle of the field, but 10 pixels off the edges of the window.
        left = below.x() - (width - self._box.width()) // 2
        left = max(10, min(left, self._window.width() - width - 10))
        room = min(GREATEST_HEIGHT, self._window.height() - below.y() - 40)
        height = min(room, self._results.sizeHint().height())
        self._results.setGeometry(left, below.y(), width, height)
        self._results.raise_()

    def _show(self, answer: Answer) -> None:
        results = answer.results
        rows = [present.hit_row(h, self._library.entry(h.article_id)) for h in results.hits]
        rows += [present.note_hit_row(hit) for hit in answer.notes.hits]
        if results.suggestion:
            rows.append(present.query_row(results.suggestion, self.tr("Did you mean this?")))
        total = answer.notes.total if answer.in_notes else results.total
        self._results.show_results(told(results.query_understood), rows, total, results.ms)
        self._show_facets()
        # The answer may come when the reader is elsewhere.
        self._results.setVisible(self._has_focus())
        self._hits.mark()

    def _show_facets(self) -> None:
        """Show the counts as far as they are there, and make room for what is shown."""
        answer, facets = self._search.answer, self._search.facets
        if answer is not None and facets is not None:
            self._results.show_facets(present.facet_rows(facets, answer.results.total))
        self.place()

    def _show_passages(self, article_id: str, passages: tuple[Snippet, ...]) -> None:
        entry = self._library.entry(article_id)
        title = entry.title if entry is not None else ""
        rows = [present.passage_row(article_id, title, passage) for passage in passages]
        self._results.show_passages(article_id, rows)
        self.place()

    def _show_again(self) -> None:
        if self._search.answer is not None and self._box.text().strip():
            self.place()
            self._results.show()
        elif not self._box.text().strip():
            self._show_searches()

    def _show_searches(self) -> None:
        rows = present.search_rows(self._search.searches)
        self._results.show_searches(rows)
        self.place()
        self._results.setVisible(bool(rows) and self._has_focus())

    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is self._box or _is_within(focused, self._results)

    def _hide_when_left(self, _: QWidget | None, now: QWidget | None) -> None:
        """Close the list when the reader goes on elsewhere in the window."""
        # None: another window came to the front, and nobody went on in this one.
        if now is not None and now is not self._box and not _is_within(now, self._results):
            self._results.hide()

    # What the reader does with the list

    def _narrow(self, term: str) -> None:
        """Add a term to the query, and go on typing."""
        # With a blank at the end, to type on.
        self._box.setText(f"{self._box.text().strip()} {term} ")
        self._box.setFocus()

    def _sort(self, order: str) -> None:
        self._search.set_order(order)
        self._box.setFocus()

    def _save_search(self) -> None:
        if not self._search.query.strip():
            self._status.say(self.tr("Type what to search for first."))
            return
        self._search.save_query()
        self._status.say(self.tr("Saved: it is listed when the search field is empty."))

    def _forget(self, query: str) -> None:
        self._search.forget(query)
        if not self._box.text().strip():
            self._show_searches()

    def _choose(self) -> None:
        row = self._results.current()
        if row is not None:
            self._open_row(row)

    def _open_row(self, row: HitRow) -> None:
        if row.kind is RowKind.QUERY:
            self._box.setText(row.title)
            self._box.setFocus()
        elif row.kind is RowKind.NOTE:
            self._search.remember()
            self._results.hide()
            self.note_requested.emit(row.article_id)
        else:
            self._search.remember()
            self._open(row, self._side_for(row))

    def _list_more(self) -> None:
        row = self._results.current()
        if row is not None and row.more:
            self._search.list_passages(row.article_id)

    def _pin_current(self, side: Side) -> None:
        row = self._results.current()
        if row is not None and row.is_in_article:
            self._search.remember()
            self._open(row, side, stays_open=True)

    def _side_for(self, row: HitRow) -> Side:
        ids = dict(zip(SIDES, self._pair.pinned_ids(), strict=True))
        for side, article_id in ids.items():
            if article_id == row.article_id:
                return side
        return self._pair.free_side()

    def _open(self, row: HitRow, side: Side, *, stays_open: bool = False) -> None:
        self._stays_open = stays_open
        self._results.setVisible(stays_open)
        pinned = self._pair.sides[side]
        self._wanted = (side, row)
        if pinned is not None and pinned.article.id == row.article_id:
            # It is pinned already; what follows a pin is done at once.
            self._pinned(side)
        else:
            self._pair.pin(side, row.article_id, place=row.span_start)

    def _pinned(self, side: Side, _: object = None) -> None:
        if self._wanted is not None and self._wanted[0] == side:
            row = self._wanted[1]
            self._wanted = None
            self._pair.remember_step(self._texts.places())
            # A row may tell no end.
            span = Span(row.span_start, max(row.span_start, row.span_end))
            self._texts.go_to(side, span)
            if self._stays_open:
                self._from = self._texts.view(side)  # where Esc goes
            else:
                self._texts.focus(side)
        self._search.hits.look_again()

    def _search_selection(self) -> None:
        side = self._texts.focused_side()
        words = self._texts.selected_words(side)
        if words:
            self.focus()
            # Several words are meant as they stand.
            self._box.setText(f'"{words}"' if " " in words else words)
        else:
            self._status.say(self.tr("Select some words first."))


def _is_within(inner: QObject | None, outer: QObject) -> bool:
    """Tell whether a widget belongs to another, also from a window of its own (a drop-down)."""
    while inner is not None:
        if inner is outer:
            return True
        inner = inner.parent()
    return False
