# SPDX-License-Identifier: MIT
"""Joins the texts with the headings beside them: where one is, where one goes."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from diptych.text.article import Article, Span
from diptych.text.sides import Side
from diptych.ui.desk.found_matches import span_on
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.pair_state import PairState
from diptych.ui.reader.outline_panel import OutlinePanel, OutlineRow, outline_rows
from diptych.ui.reader.split_view import SplitView

FOLLOWS_MS = 100  # a text that is scrolled moves sixty times a second, the list need not


class OutlinePresenter(QObject):
    """Shows the headings of the side one reads, once asked for, and follows the reading."""

    def __init__(
        self, pair: PairState, panel: OutlinePanel, frame: Frame, *, split: SplitView
    ) -> None:
        super().__init__(frame.window)
        self._pair = pair
        self._panel = panel
        self._split = split
        self._tabs = frame.tabs
        self._texts = frame.texts
        self._status = frame.status
        self._actions = frame.actions
        self._side: Side = Side.LEFT
        self._tab = self._tabs.addTab(panel, self.tr("Headings"))
        self._tabs.setTabVisible(self._tab, False)
        self._before = 0  # the tab that was in front
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(FOLLOWS_MS)
        self._connect()

    def _connect(self) -> None:
        split, panel = self._split, self._panel
        self._actions["outline"].triggered.connect(self._toggle)
        split.outline_requested.connect(self._open)
        split.side_focused.connect(self._follow)
        panel.chosen.connect(self._go)
        panel.left.connect(lambda: self._texts.focus(self._side))
        self._tabs.currentChanged.connect(self._turn)
        self._soon.timeout.connect(self._show)
        # What is looked for in one article is not in the next.
        self._pair.pinned.connect(lambda *_: panel.clear_filter())
        for changed in (self._texts.places_changed, split.marks_changed, self._pair.cleared):
            changed.connect(lambda *_: self._show_soon())

    def _toggle(self) -> None:
        """Bring the headings to the front; from within them, put them away."""
        if self._panel.isAncestorOf(QApplication.focusWidget() or self._tabs):
            self._tabs.setCurrentIndex(self._before)
            self._tabs.setTabVisible(self._tab, False)
            self._texts.focus(self._side)
        else:
            self._open(self._texts.focused_side())

    def _open(self, side: Side) -> None:
        view = self._split.panes[side].view
        if view.page is None or not view.page.outline:
            self._status.say(self.tr("This article has no headings."))
            return
        self._side = Side(side)
        if self._tabs.currentIndex() != self._tab:
            self._before = self._tabs.currentIndex()
        self._tabs.setTabVisible(self._tab, True)
        self._tabs.bring(self._panel)
        self._show()
        self._panel.focus_list()

    def _turn(self, at: int) -> None:
        if at == self._tab:
            # As well when a session comes back in which they were in front.
            self._tabs.setTabVisible(self._tab, True)
            self._show()

    def _follow(self, side: Side) -> None:
        self._side = Side(side)  # which Qt hands on as plain text
        self._show_soon()

    def _show_soon(self) -> None:
        if self._tabs.currentIndex() == self._tab and not self._soon.isActive():
            self._soon.start()

    def _show(self) -> None:
        side, pinned = self._side, self._pair.sides[self._side]
        page = self._split.panes[side].view.page
        if pinned is None or page is None:
            self._panel.show_summary("")
            self._panel.show_rows((), counts_changes=False)
            return
        rows = outline_rows(
            page.outline,
            here=self._texts.place_read(side),
            places=self._places_shown(side),
            length=len(pinned.article.text),
        )
        self._panel.show_rows(rows, counts_changes=self._pair.shows_changes)
        self._panel.show_summary(self._summary(pinned.article, rows) if rows else "")

    def _summary(self, article: Article, rows: tuple[OutlineRow, ...]) -> str:
        read = round(100 * self._texts.place_read(self._side) / max(len(article.text), 1))
        chapter = next((row for row in rows if row.is_here), None)
        if chapter is None:
            where = self.tr("You are at {0} % of “{1}”.").format(read, article.called)
        else:
            where = self.tr("You are at {0} % of “{1}” and at {2} % of this part.").format(
                read, article.called, round(100 * chapter.share)
            )
        counts = (
            self.tr("The number beside a heading counts its changes.")
            if self._pair.shows_changes
            else self.tr("The number beside a heading counts its matches.")
        )
        return f"{where} {counts}"

    def _places_shown(self, side: Side) -> list[int]:
        """Return where the changes of a side begin as long as they are shown, else its matches."""
        if self._pair.shows_changes:
            marks = self._split.side_marks
            return [m.span.start for m in marks if m.side is side and m.change >= 0 and m.is_ground]
        found = self._pair.found
        return [span_on(found.matches[number], side).start for number in found.visible]

    def _go(self, place: int) -> None:
        self._pair.remember_step(self._texts.places())
        self._texts.go_to(self._side, Span(place, place + 1))
        self._texts.focus(self._side)
