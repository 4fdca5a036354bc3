# SPDX-License-Identifier: MIT
"""Joins the pair with the list of what stands on one side alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from diptych.text.sides import SIDES, Side
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.marks import Layer, SideMark
from diptych.ui.desk.pair_state import PairState
from diptych.ui.matches.only_here import OnlyHerePanel
from diptych.ui.matches.present import only_rows
from diptych.ui.matches.rows import OnlyRow
from diptych.ui.parts.counted import grouped
from diptych.ui.parts.steps import Steps

if TYPE_CHECKING:
    from diptych.compare.values import Comparison
    from diptych.text.article import Article


class OnlyHerePresenter(QObject):
    """Lists such passages, goes to them, and marks them in the texts on request."""

    def __init__(self, pair: PairState, panel: OnlyHerePanel, frame: Frame) -> None:
        super().__init__(frame.window)
        self._pair = pair
        self._panel = panel
        self._texts = frame.texts
        self._tabs = frame.tabs
        self._action = frame.actions["mark-only-here"]
        self._is_marking = False
        self._is_stale = False  # the list is of a moment ago
        self._filling = Steps(self)
        pair.pinned.connect(lambda *_: self._show_pinned())
        pair.cleared.connect(lambda _: self._show_pinned())
        pair.comparing.connect(self._show_comparing)
        pair.stopped.connect(panel.show_stopped)
        pair.compared.connect(self._show)
        pair.found.visible_changed.connect(self._show)  # also when sharpened
        panel.passage_chosen.connect(self._go)
        panel.marking_toggled.connect(self.mark)
        self._action.toggled.connect(self.mark)
        self._tabs.currentChanged.connect(lambda _: self._fill())

    def mark(self, marked: bool) -> None:
        """Mark in both texts what stands on one side alone, or no longer."""
        # Panel and action tell one another: the second hears no news.
        if marked == self._is_marking:
            return
        self._is_marking = marked
        self._action.setChecked(marked)
        self._panel.set_marking(marked)
        self._mark()

    def _show_comparing(self, running: bool) -> None:
        if running:
            self._panel.show_comparing()

    def _show_pinned(self) -> None:
        if not all(self._pair.sides.values()):
            self._panel.show_nothing_pinned()

    def _show(self) -> None:
        self._count()
        self._mark()
        self._is_stale = True
        self._filling.stop()  # of a moment ago
        self._fill()

    def _fill(self) -> None:
        """Fill the list once it is looked at: thousands of rows come with each verdict."""
        if not self._is_stale or self._tabs.currentWidget() is not self._panel:
            return
        self._is_stale = False
        comparison, articles = self._pair.found.as_shown(), self._pair.articles()
        if comparison is None or articles is None:
            return  # what is said is that two are needed, compared, or were not
        if not comparison.knows_meaning:
            self._panel.show_not_compared()
            return
        if not self._pair.knows_absence:
            self._panel.show_not_yet_compared()
            return
        self._filling.start(self._rows_shown(comparison, articles))

    def _rows_shown(
        self, comparison: Comparison, articles: tuple[Article, Article]
    ) -> Iterator[None]:
        """Make a row with each step, for two books thousands, and list them."""
        rows: dict[Side, list[OnlyRow]] = {side: [] for side in SIDES}
        for side, article in zip(SIDES, articles, strict=True):
            for row in only_rows(article, self._pair.found.only(side)):
                rows[side].append(row)
                self._panel.measure(row)
                yield
        self._panel.show_passages(
            rows[Side.LEFT],
            rows[Side.RIGHT],
            comparison.coverage_left,
            comparison.coverage_right,
        )

    def _count(self) -> None:
        # Until meaning was read, the tab would count what is said in other words.
        told = SIDES if self._pair.knows_absence else ()
        count = sum(len(self._pair.found.only(side)) for side in told)
        words = self.tr("Only here {0}").format(grouped(count)) if count else self.tr("Only here")
        self._tabs.setTabText(self._tabs.indexOf(self._panel), words)

    def _mark(self) -> None:
        marked = SIDES if self._is_marking else ()
        self._texts.mark(
            Layer.ONLY_HERE,
            [
                SideMark(side, "only", only.span)
                for side in marked
                for only in self._pair.found.only(side)
            ],
        )

    def _go(self, side: Side, index: int) -> None:
        passages = self._pair.found.only(side)
        # The list may be of a moment ago.
        if index < len(passages):
            self._pair.remember_step(self._texts.places())
            self._texts.go_to_alone(side, passages[index].span)
