# SPDX-License-Identifier: MIT
"""Joins the overview with the library it is about and the pair it leads to."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from shiboken6 import isValid

from diptych.compare.values import Comparison
from diptych.text.sides import Side
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.library_list import LibraryList
from diptych.ui.desk.library_state import LibraryState
from diptych.ui.desk.pair_state import PairState
from diptych.ui.overview.panel import MOST_ARTICLES, OverviewPanel
from diptych.ui.overview.present_companions import pair_digest
from diptych.ui.overview.rows import OverviewArticle
from diptych.ui.overview.state import CompanionState, ComparedPair

OF_THE_TEXTS = ("next-match", "previous-match", "note", "scroll-together", "counterpart")


class OverviewPresenter(QObject):
    """Opens the overview of the chosen articles, counts, sums up, and goes back."""

    vectors_wanted = Signal(object)  # ids of articles whose meaning is wanted first

    def __init__(
        self,
        companions: CompanionState,
        library: LibraryState,
        pair: PairState,
        frame: Frame,
        *,
        panel: OverviewPanel,
        pages: QStackedWidget,
        articles: LibraryList,
    ) -> None:
        super().__init__(panel)
        self._companions = companions
        self._library = library
        self._pair = pair
        self._panel = panel
        self._pages = pages
        self._articles = articles
        self._action = frame.actions["overview"]
        self._library_action = frame.actions["toggle-library"]
        self._left_pane = frame.actions["left-pane"]
        # What would move texts that are out of sight.
        self._of_the_texts = [frame.actions[name] for name in OF_THE_TEXTS]
        self._status = frame.status
        self._texts = frame.texts
        self._shown: tuple[OverviewArticle, ...] = ()
        self._wanted = ("", "")
        self._asked = ("", "")
        self._came_from: QWidget | None = None
        self._is_counting = False
        self._is_outdated = False
        self._counted_by = pair.counting
        self._connect()

    def _connect(self) -> None:
        panel, companions = self._panel, self._companions
        self._action.toggled.connect(self._turn)
        self._library.entries_changed.connect(lambda _: self._follow())
        companions.estimated.connect(panel.estimate)
        companions.counted.connect(self._take_counts)
        companions.progressed.connect(self._progress)
        companions.pair_compared.connect(self._sum_up)
        panel.pair_chosen.connect(self._compare)
        panel.pair_requested.connect(self._open)
        panel.article_chosen.connect(self._articles.select)
        panel.choose_articles_requested.connect(self._choose)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), panel)
        # Elsewhere Esc means something else.
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(lambda: self._action.setChecked(False))

    def _turn(self, shown: bool) -> None:
        for action in self._of_the_texts:
            action.setEnabled(not shown)
        if shown:
            self._asked = self._wanted = ("", "")
            self._came_from = QApplication.focusWidget()
            if self._came_from is not None:
                self._came_from.clearFocus()  # else the focus strays while the page is turned
            self._pages.setCurrentWidget(self._panel)
            self._panel.focus_list()
            self._show()
        else:
            # What nobody sees is not counted on.
            self._companions.stop_counting()
            self._is_counting = self._is_outdated = False
            self._pages.setCurrentIndex(0)
            self._return()

    def _return(self) -> None:
        """Give the keyboard back to what had it before."""
        before, self._came_from = self._came_from, None
        # Qt may have deleted it meanwhile.
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._articles.focus_list()

    def _chosen(self) -> tuple[OverviewArticle, ...]:
        """Return the articles selected in the library, or all."""
        selected = self._articles.selected_ids()
        entries = self._library.entries
        # A single one is merely the one in hand.
        if len(selected) > 1:
            entries = tuple(e for id_ in selected if (e := self._library.entry(id_)) is not None)
        return tuple(OverviewArticle(e.id, e.called, e.date) for e in entries)

    def _show(self) -> None:
        """Show the articles chosen, or the first of them."""
        chosen = self._chosen()
        if len(chosen) > MOST_ARTICLES:
            self._status.say(self.tr("The overview shows {0} articles.").format(MOST_ARTICLES))
        self._shown = chosen[:MOST_ARTICLES]
        # Another filter, or meaning taken in, counts otherwise.
        if self._counted_by != self._pair.counting:
            self._counted_by = self._pair.counting
            self._panel.forget_counts()
        self._panel.show_articles(self._shown)
        ids = self._ids()
        if len(ids) > 1:
            self.vectors_wanted.emit((*self._pair.pinned_ids(), *ids))
            self._count()
        for one, other in (self._wanted, self._pair.pinned_ids()):
            if one != other and {one, other} <= {*ids}:
                self._panel.choose(one, other)
                self._compare(one, other)
                return

    def _ids(self) -> tuple[str, ...]:
        return tuple(article.id for article in self._shown)

    def _follow(self) -> None:
        """Show the articles as they are now, if some were taken out, came or have changed."""
        if self._action.isChecked() and self._chosen()[:MOST_ARTICLES] != self._shown:
            self._show()

    def _count(self) -> None:
        self._companions.count(self._ids(), self._pair.counting)

    def _progress(self, done: int, total: int) -> None:
        self._panel.show_progress(done, total)
        self._is_counting = done < total
        if not self._is_counting and self._is_outdated:
            self._count_again()

    def take_vectors(self, article_id: str) -> None:
        """Count anew, once what is being counted is done, with the meaning of an article."""
        if self._action.isChecked() and article_id in self._ids():
            # Not at once: each article that was read for its meaning would begin all counts anew.
            self._is_outdated = True
            if not self._is_counting:
                self._count_again()

    def _count_again(self) -> None:
        self._is_outdated = False
        if self._action.isChecked():
            self._count()

    def _compare(self, one: str, other: str) -> None:
        self._wanted = (one, other)
        articles, shown = self._pair.articles(), self._pair.found.as_shown()
        if articles is not None and shown is not None and self._wanted == self._pair.pinned_ids():
            self._sum_up(ComparedPair(*articles, shown))  # what lies open is told as it is listed
        else:
            self._companions.compare(one, other, self._pair.counting)

    def _take_counts(self, counts: Mapping[tuple[str, str], int]) -> None:
        """Show counts; of the pair that lies open, what the list shows."""
        # Pairs are counted in either order.
        own = self._pair.pinned_ids(), self._pair.pinned_ids()[::-1]
        shown = self._pair.found.as_shown()
        here = {} if shown is None else {p: _shown(shown) for p in own if p in counts}
        self._panel.add_counts({**counts, **here})

    def _sum_up(self, compared: ComparedPair) -> None:
        ids = compared.left.id, compared.right.id
        self._panel.add_counts({ids: _shown(compared.comparison)})
        # Another square may have been chosen while this one was compared.
        if ids == self._wanted:
            self._panel.show_digest(pair_digest(compared.left, compared.right, compared.comparison))

    def _pin(self, left_id: str, right_id: str) -> None:
        """Put both on the sides, unless they stand there or a click before has asked for it."""
        wanted = (left_id, right_id)
        if wanted in (self._pair.pinned_ids(), self._asked):
            return
        if any(self._pair.pinned_ids()):
            self._pair.remember_step(self._texts.places())  # Back leads to what stood there
        self._pair.pin(Side.LEFT, left_id)
        self._pair.pin(Side.RIGHT, right_id)
        self._asked = wanted

    def _open(self, left_id: str, right_id: str) -> None:
        self._pin(left_id, right_id)
        self._action.setChecked(False)
        # The keyboard goes along to the texts.
        self._left_pane.trigger()

    def _choose(self) -> None:
        self._action.setChecked(False)
        self._library_action.setChecked(True)
        self._articles.focus_list()
        self._status.say(
            self.tr("Select up to {0} articles (Ctrl+click), then open the overview again.").format(
                MOST_ARTICLES
            )
        )


def _shown(comparison: Comparison) -> int:
    return sum(match.shown for match in comparison.matches)
