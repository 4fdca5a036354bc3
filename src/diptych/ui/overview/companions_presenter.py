# SPDX-License-Identifier: MIT
"""Joins the pinned article with what the library could be read with it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from diptych.text.sides import SIDES, Side, other_side
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.library_state import LibraryState
from diptych.ui.desk.pair_state import PairState
from diptych.ui.library.panel import LibraryPanel
from diptych.ui.library.presenter import LibraryPresenter
from diptych.ui.overview.present_companions import candidate_row
from diptych.ui.overview.state import Companions, CompanionState
from diptych.ui.reader.split_view import SplitView

OFFERED = 30  # in the empty side; the library can be sorted by all


class CompanionPresenter(QObject):
    """Offers companions in the empty side and in the library's order."""

    def __init__(
        self,
        companions: CompanionState,
        library: LibraryState,
        pair: PairState,
        frame: Frame,
        *,
        split: SplitView,
        library_presenter: LibraryPresenter,
        library_panel: LibraryPanel,
    ) -> None:
        super().__init__(split)
        self._companions = companions
        self._library = library
        self._pair = pair
        self._split = split
        self._library_presenter = library_presenter
        self._library_panel = library_panel
        self._actions = frame.actions
        self._asked = ""
        companions.found.connect(self._show)
        companions.failed.connect(frame.status.say)
        pair.pinned.connect(lambda *_: self._ask())
        pair.cleared.connect(lambda _: self._ask())
        library.entries_changed.connect(lambda _: self._ask_again())
        for side in SIDES:
            offer = split.panes[side].read_with
            offer.candidate_requested.connect(lambda id_, s=side: self._open(s, id_))
            offer.browse_requested.connect(self._browse)

    def _ask(self) -> None:
        """Look for companions of the one pinned article, or of the left of two."""
        wanted = next((id_ for id_ in self._pair.pinned_ids() if id_), "")
        for side in SIDES:
            pane = self._split.panes[side]
            pane.offer(self._pair.sides[other_side(side)] is not None)
            if wanted != self._asked:
                pane.read_with.show_looking()
        if wanted == self._asked:
            return
        self._asked = wanted
        if wanted:
            self._companions.find(wanted)
        else:
            self._library_presenter.show_shares({})

    def _ask_again(self) -> None:
        if self._asked:
            self._companions.find(self._asked)

    def _show(self, companions: Companions) -> None:
        if companions.article.id != self._asked:
            return
        rows = [
            candidate_row(companions.article, each, entry)
            for each in companions.found[:OFFERED]
            if (entry := self._library.entry(each.companion.id)) is not None
        ]
        for side in SIDES:
            self._split.panes[side].read_with.show_candidates(rows)
        self._library_presenter.show_shares({c.companion.id: c.share for c in companions.found})

    def _open(self, side: Side, article_id: str) -> None:
        self._pair.want_first_match()
        self._pair.pin(side, article_id)

    def _browse(self) -> None:
        self._actions["toggle-library"].setChecked(True)
        self._library_panel.focus_list()
