# SPDX-License-Identifier: MIT
"""Joins the pinned article with what the library could be read with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from diptych.text.sides import SIDES, Side, other_side
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.library_list import LibraryList
from diptych.ui.desk.library_state import LibraryState
from diptych.ui.desk.pair_state import ALONE_MS, PairState
from diptych.ui.overview.present_companions import candidate_row
from diptych.ui.overview.read_with import CandidateRow, ReadWith
from diptych.ui.overview.state import CompanionState

if TYPE_CHECKING:
    from diptych.services.companions import Companions

OFFERED = 30  # in the empty side; the library can be sorted by all
PAIR_MS = 2_000  # a pair is read; what else would go with it can wait
COUNTING = "counts of companions"


class CompanionPresenter(QObject):
    """Offers companions in the empty side and in the library's order."""

    shares_changed = Signal(object)  # {article id: 0 to 1}, what each has in common

    def __init__(
        self,
        companions: CompanionState,
        library: LibraryState,
        pair: PairState,
        frame: Frame,
        *,
        offers: Mapping[Side, ReadWith],
        articles: LibraryList,
    ) -> None:
        super().__init__(frame.window)
        self._companions = companions
        self._library = library
        self._pair = pair
        self._offers = offers
        self._articles = articles
        self._texts = frame.texts
        self._actions = frame.actions
        self._asked = ""
        self._rows: tuple[CandidateRow, ...] = ()
        self._is_answered = False
        self._is_reading = False  # for meaning, after which more may be found
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.timeout.connect(self._find)
        companions.found.connect(self._show)
        companions.counted.connect(self._take_counts)
        pair.found.filter_changed.connect(lambda _: self._count())
        companions.failed.connect(frame.status.say)
        pair.pinned.connect(lambda *_: self._ask())
        pair.cleared.connect(lambda _: self._ask())
        library.entries_changed.connect(lambda _: self._ask_again())
        for side, offer in offers.items():
            offer.candidate_requested.connect(partial(self._open, side))
            offer.browse_requested.connect(self._browse)

    def _ask(self) -> None:
        """Look for companions of the one pinned article, or of the left of two."""
        wanted = next((id_ for id_ in self._pair.pinned_ids() if id_), "")
        for side in SIDES:
            self._texts.offer(side, self._pair.sides[other_side(side)] is not None)
            if wanted != self._asked:
                self._offers[side].show_looking()
        # Another article on the other side asks for nothing new, but may be one of those counted.
        if wanted == self._asked:
            self._wait_for_a_partner()
            self._count()
            return
        self._asked = wanted
        self._rows = ()
        self._is_answered = False
        if wanted:
            self._asking.start(ALONE_MS)
            self._wait_for_a_partner()
        else:
            self._asking.stop()
            # Without an article there are no bars.
            self.shares_changed.emit({})

    def _wait_for_a_partner(self) -> None:
        """Do not ask at once for the first of two that come back one after the other."""
        if self._asking.isActive() and all(self._pair.pinned_ids()):
            self._asking.start(PAIR_MS)

    def take_progress(self, done: int, total: int) -> None:
        """Ask anew when the last articles are read for meaning: only now it finds them too."""
        was_reading, self._is_reading = self._is_reading, done < total
        if self._is_reading != was_reading and self._is_answered:
            self._show_rows()
        if total and done == total:
            self._ask_again()

    def _ask_again(self) -> None:
        # An article that was read anew is pinned under another id in a moment.
        if self._library.entry(self._asked) is not None and not self._asking.isActive():
            self._find()

    def _find(self) -> None:
        self._companions.find(self._asked)

    def _show(self, companions: Companions) -> None:
        # Another article was asked for meanwhile.
        if companions.article.id != self._asked:
            return
        self._is_answered = True
        self._rows = tuple(
            candidate_row(companions.article, each, entry)
            for each in companions.found[:OFFERED]
            if (entry := self._library.entry(each.companion.id)) is not None
        )
        self._show_rows()
        self._count()
        self.shares_changed.emit({c.companion.id: c.share for c in companions.found})

    def _show_rows(self) -> None:
        for side in SIDES:
            self._offers[side].show_candidates(self._rows, is_final=not self._is_reading)

    def _count(self) -> None:
        """Have the matches counted that opening each of those offered would list."""
        # With two pinned nothing is offered, and nothing need be counted.
        is_offered = bool(self._asked) and not all(self._pair.pinned_ids())
        pairs = [(self._asked, row.id) for row in self._rows] if is_offered else []
        self._companions.count_pairs(COUNTING, pairs, self._pair.counting)

    def _take_counts(self, counts: Mapping[tuple[str, str], int]) -> None:
        def counted(row: CandidateRow) -> CandidateRow:
            # Counted in either order of the two.
            known = counts.get((self._asked, row.id), counts.get((row.id, self._asked)))
            return row if known is None else replace(row, matches=known)

        rows = tuple(map(counted, self._rows))
        if rows != self._rows:
            self._rows = rows
            self._show_rows()

    def _open(self, side: Side, article_id: str) -> None:
        self._pair.found.want_first_match()
        self._pair.pin(side, article_id)

    def _browse(self) -> None:
        self._actions["toggle-library"].setChecked(True)
        self._articles.focus_list()
