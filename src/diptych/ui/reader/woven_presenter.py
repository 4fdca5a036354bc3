# SPDX-License-Identifier: MIT
"""Joins the pair with the page on which both articles are read as one."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QStackedWidget

from diptych.compare.values import Match
from diptych.services.retelling import WovenRow
from diptych.text.article import Span
from diptych.text.sides import SIDES, Side
from diptych.ui.desk.found_matches import span_on
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.pair_state import PairState
from diptych.ui.reader.document import typography_of
from diptych.ui.reader.woven_page import WovenPage
from diptych.ui.reader.woven_state import WovenState


class WovenPresenter(QObject):
    """Turns to the page and back, keeps it true to the pair, and leads from it to the texts."""

    def __init__(
        self,
        pair: PairState,
        state: WovenState,
        frame: Frame,
        *,
        page: WovenPage,
        pages: QStackedWidget,
    ) -> None:
        super().__init__(page)
        self._pair = pair
        self._state = state
        self._page = page
        self._pages = pages
        self._texts = frame.texts
        self._status = frame.status
        self._preferences = frame.preferences
        self._action = frame.actions["woven"]
        self._sizes = frame.actions["larger"], frame.actions["smaller"]
        self._is_stopped = False
        self._comes_from_texts = False
        self._renewing = QTimer(self)  # several changes of a turn are one
        self._renewing.setSingleShot(True)
        self._renewing.setInterval(0)
        self._connect()

    def _connect(self) -> None:
        pair, page = self._pair, self._page
        self._action.toggled.connect(self._turn)
        self._renewing.timeout.connect(self._renew)
        pages_changed = self._pages.currentChanged
        # Other actions turn the pages too.
        pages_changed.connect(lambda _: self._action.setChecked(self._is_shown()))
        for changed in (pair.pinned, pair.cleared, pair.found.visible_changed):
            changed.connect(lambda *_: self._renew_soon())
        pair.comparing.connect(lambda _: self._note_stop(False))
        pair.stopped.connect(lambda _: self._note_stop(True))
        self._state.woven.connect(self._show)
        self._state.failed.connect(self._status.say)
        page.order_chosen.connect(self._take_order)
        page.closed.connect(lambda: self._action.setChecked(False))
        page.banner_followed.connect(self._texts.banner_followed)
        self._texts.banner_changed.connect(self._show_banner)
        page.view.row_wanted.connect(self._go)
        page.view.size_step_requested.connect(self._resize)
        pair.found.current_changed.connect(self._follow)
        self._preferences.changed.connect(lambda _: self._take_typography())
        self._take_typography()

    def _is_shown(self) -> bool:
        return self._pages.currentWidget() is self._page

    def _turn(self, shown: bool) -> None:
        # The action only follows the page.
        if shown == self._is_shown():
            return
        if shown:
            self._pages.setCurrentWidget(self._page)
            for side in SIDES:
                self._show_banner(side)
            self._comes_from_texts = True
            self._renew()
            self._page.focus()
        else:
            self._state.give_up()
            # The texts are the first page.
            self._pages.setCurrentIndex(0)
            self._texts.focus(self._texts.focused_side())

    def _show_banner(self, side: Side) -> None:
        """Say here too what is said of an article's file below its text."""
        pinned = self._pair.sides[side]
        title = pinned.article.called if pinned is not None else ""
        self._page.show_banner(side, title, self._texts.banner(side))

    def _renew_soon(self) -> None:
        if self._is_shown():
            self._renewing.start()

    def _renew(self) -> None:
        """Weave what the pair is now, or say why there is nothing to weave."""
        articles = self._pair.articles()
        if articles is None:
            self._page.show_nothing_pinned()
        elif self._state.weave():
            if not self._state.rows:  # of another pair nothing may stand there meanwhile
                self._page.show_weaving()
            self._page.show_titles(articles[0].called, articles[1].called)
        elif self._is_stopped:
            self._page.show_stopped()
        else:
            self._page.show_waiting()

    def _show(self, rows: tuple[WovenRow, ...]) -> None:
        if not self._is_shown():
            return
        # Who has the keyboard elsewhere keeps it.
        inside = self._page.focusWidget() is not None
        begin_at = self._row_read(rows) if self._comes_from_texts else -1
        # Once: woven anew, the column stays where it is.
        self._comes_from_texts = False
        self._page.show_rows(rows, self._state.order, begin_at=begin_at)
        self._follow(self._pair.found.current, False)
        if inside:
            self._page.focus()

    def _row_read(self, rows: tuple[WovenRow, ...]) -> int:
        """Return the row of the current match, else of what the reader had at the top."""
        found, order = self._pair.found, self._state.order
        if found.current >= 0:
            place = span_on(found.matches[found.current], order).start
        else:
            place = self._texts.top_place(order)
        spans = ((n, row.span(order)) for n, row in enumerate(rows))
        # At 0 one is at the beginning, and so is the column.
        return next((n for n, span in spans if len(span) and span.end > place > 0), -1)

    def _follow(self, match: int, jump: bool) -> None:
        """Mark where the column tells the current match; keys from match to match go there."""
        if self._is_shown():
            self._page.view.show_current(self._row_of(match), jump=jump)

    def _row_of(self, match: int) -> int:
        """Return the row that tells a match, else one that tells of its passage by a stronger."""
        if match < 0:
            return -1
        wanted, order = self._pair.found.matches[match], self._state.order
        rows = list(enumerate(self._state.rows))
        whole = (n for n, row in rows if _tells(row, wanted))
        part = (n for n, row in rows if row.span(order).overlaps(span_on(wanted, order)))
        return next(whole, next(part, -1))

    def _take_order(self, order: Side) -> None:
        self._state.order = order
        self._renew()

    def _note_stop(self, stopped: bool) -> None:
        self._is_stopped = stopped
        self._renew_soon()

    def _resize(self, steps: int) -> None:
        """Let the wheel do what the keys do: all texts are as large."""
        for _ in range(abs(steps)):
            self._sizes[steps < 0].trigger()

    def _take_typography(self) -> None:
        self._page.view.set_typography(typography_of(self._preferences.now))

    def _go(self, number: int) -> None:
        """Show a piece of the column side by side, where it stands in the texts."""
        row = self._state.rows[number]
        self._action.setChecked(False)
        found = self._pair.found
        for match in found.visible:
            if _tells(row, found.matches[match]):
                found.choose(match)
                return
        # For going back.
        self._pair.remember_step(self._texts.places())
        self._texts.go_to_alone(row.told_by, row.span(row.told_by))


def _tells(row: WovenRow, match: Match) -> bool:
    return _lies_in(row.left, match.left) and _lies_in(row.right, match.right)


def _lies_in(part: Span, whole: Span) -> bool:
    return len(part) > 0 and whole.contains(part)
