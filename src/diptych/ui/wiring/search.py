# SPDX-License-Identifier: MIT
"""Joins the search field with its results, the library and the panes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from diptych.ui import present
from diptych.ui.controllers.library import LibraryController
from diptych.ui.controllers.pair import PairController
from diptych.ui.controllers.search import PairHit, SearchController
from diptych.ui.reader.split_view import SIDES, SplitView
from diptych.ui.search.panel import SearchResults
from diptych.ui.search.rows import HitRow
from diptych.ui.status import StatusLine
from diptych.ui.toolbar import ClickAway, Toolbar
from diptych.ui.wiring.reading import ReadingWiring

if TYPE_CHECKING:
    from diptych.search.finder import Results

GREATEST_WIDTH = 640
GREATEST_HEIGHT = 560


class SearchWiring(QObject):
    """Shows results while typing, opens them, walks the hits in the pair."""

    def __init__(
        self,
        search: SearchController,
        library: LibraryController,
        pair: PairController,
        *,
        reading: ReadingWiring,
        toolbar: Toolbar,
        results: SearchResults,
        split: SplitView,
        status: StatusLine,
        actions: Mapping[str, QAction],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._search = search
        self._library = library
        self._pair = pair
        self._reading = reading
        self._box = toolbar.search
        self._results = results
        self._split = split
        self._status = status
        self._actions = actions
        self._window = window
        self._from: QWidget | None = None
        self._wanted: tuple[str, HitRow] | None = None
        self._stays_open = False  # after a pin by key, so that the other side can follow
        self._connect()

    def _connect(self) -> None:
        search, box, results, actions = self._search, self._box, self._results, self._actions
        box.textChanged.connect(search.type)
        box.moved.connect(results.move_selection)
        box.chosen.connect(self._choose)
        box.dismissed.connect(self.dismiss)
        box.focused.connect(self._show_again)
        box.left_side_chosen.connect(lambda: self._pin_current("left"))
        box.right_side_chosen.connect(lambda: self._pin_current("right"))
        search.found.connect(self._show)
        search.cleared.connect(self._clear)
        search.failed.connect(self._results.show_message)
        search.pair_hits_changed.connect(self._show_pair_hits)
        search.hit_shown.connect(self._go_to_hit)
        results.hit_chosen.connect(lambda row: self._open(row, self._side_for(row)))
        results.pin_left_requested.connect(lambda row: self._open(row, "left"))
        results.pin_right_requested.connect(lambda row: self._open(row, "right"))
        self._pair.pinned.connect(self._pinned)
        actions["search"].triggered.connect(self.focus)
        actions["search-selection"].triggered.connect(self._search_selection)
        actions["find-next"].triggered.connect(lambda: search.walk(1))
        actions["find-previous"].triggered.connect(lambda: search.walk(-1))
        self._away = ClickAway(box, results)
        self._away.pressed_outside.connect(results.hide)
        self._window.installEventFilter(self._away)

    def focus(self) -> None:
        """Go to the search field from anywhere, remembering where one was."""
        focused = QApplication.focusWidget()
        if focused is not self._box:
            self._from = focused
        self._box.setFocus()
        self._box.selectAll()
        self._show_again()

    def dismiss(self) -> None:
        """Close the results and return to where one was."""
        self._results.hide()
        target = self._from or self._split.panes[self._split.focused_side()].view
        target.setFocus()

    def place(self) -> None:
        """Put the result list under the field."""
        below = self._box.mapTo(self._window, QPoint(0, self._box.height() + 4))
        width = min(max(self._box.width(), 460), GREATEST_WIDTH, self._window.width() - 20)
        left = below.x() - (width - self._box.width()) // 2
        left = max(10, min(left, self._window.width() - width - 10))
        height = min(GREATEST_HEIGHT, self._window.height() - below.y() - 40)
        self._results.setGeometry(left, below.y(), width, height)
        self._results.raise_()

    def _show(self, results: Results) -> None:
        rows = [present.hit_row(h, self._library.entry(h.article_id)) for h in results.hits]
        self._results.show_results(results.query_understood, rows, results.total, results.ms)
        self.place()
        self._results.setVisible(self._box.hasFocus())
        self._mark_pair()

    def _show_again(self) -> None:
        if self._search.results is not None and self._box.text().strip():
            self.place()
            self._results.show()

    def _clear(self) -> None:
        self._results.hide()
        self._mark_pair()

    def _choose(self) -> None:
        row = self._results.current()
        if row is not None:
            self._open(row, self._side_for(row))

    def _pin_current(self, side: str) -> None:
        row = self._results.current()
        if row is not None:
            self._open(row, side, stays_open=True)

    def _side_for(self, row: HitRow) -> str:
        ids = dict(zip(SIDES, self._pair.pinned_ids(), strict=True))
        for side, article_id in ids.items():
            if article_id == row.article_id:
                return side
        return self._pair.free_side()

    def _open(self, row: HitRow, side: str, *, stays_open: bool = False) -> None:
        self._stays_open = stays_open
        self._results.setVisible(stays_open)
        pinned = self._pair.sides[side]
        self._wanted = (side, row)
        if pinned is not None and pinned.article.id == row.article_id:
            self._pinned(side)
        else:
            self._pair.pin(side, row.article_id, place=row.span_start)

    def _pinned(self, side: str, _: object = None) -> None:
        if self._wanted is not None and self._wanted[0] == side:
            row = self._wanted[1]
            self._wanted = None
            pane = self._split.panes[side]
            self._pair.remember_step(self._split.places())
            self._split.reveal(side, row.span_start, row.span_end)
            pane.view.put_caret(row.span_start)
            if self._stays_open:
                self._from = pane.view  # where Esc goes
            else:
                pane.view.setFocus()
        self._mark_pair()

    def _mark_pair(self) -> None:
        articles = {
            side: pinned.article for side, pinned in self._pair.sides.items() if pinned is not None
        }
        self._search.mark_pair(articles)

    def _show_pair_hits(self, hits: tuple[PairHit, ...]) -> None:
        self._reading.show_hits(hits)
        for side in SIDES:
            self._search.stand_at(side, self._split.panes[side].view.caret_place())

    def _go_to_hit(self, hit: PairHit) -> None:
        self._split.reveal(hit.side, hit.span.start, hit.span.end)
        view = self._split.panes[hit.side].view
        view.put_caret(hit.span.start)
        view.setFocus()
        at, total = self._search.position()
        self._status.say(self.tr("Hit {0} of {1}").format(at, total))

    def _search_selection(self) -> None:
        side = self._split.focused_side()
        words = self._split.panes[side].view.textCursor().selectedText().strip()
        if words:
            self.focus()
            self._box.setText(f'"{words}"' if " " in words else words)
        else:
            self._status.say(self.tr("Select some words first."))
