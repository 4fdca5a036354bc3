# SPDX-License-Identifier: MIT
"""Marks the words of a query in the two texts and walks from one to the next."""

from __future__ import annotations

from PySide6.QtCore import QObject

from diptych.text.sides import SIDES
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.marks import Layer, SideMark
from diptych.ui.desk.pair_hits import PairHit
from diptych.ui.desk.pair_state import PairState
from diptych.ui.search.state import SearchState


class HitsPresenter(QObject):
    """Joins the hits in the pair with the texts and with the keys that walk them."""

    def __init__(self, search: SearchState, pair: PairState, frame: Frame) -> None:
        super().__init__(frame.window)
        self._search = search
        self._pair = pair
        self._texts = frame.texts
        self._status = frame.status
        search.cleared.connect(self._forget)
        pair.cleared.connect(lambda _: search.hits.look_again())
        search.hits.changed.connect(self._show)
        search.hits.shown.connect(self._go_to)
        actions = frame.actions
        actions["find-next"].triggered.connect(lambda: self._walk(1))
        actions["find-previous"].triggered.connect(lambda: self._walk(-1))

    def mark(self) -> None:
        """Mark in the pinned articles what is searched for now."""
        self._search.hits.look = self.mark if self._search.query.strip() else None
        self._search.mark_pair(
            {side: pinned.article for side, pinned in self._pair.sides.items() if pinned}
        )

    def _forget(self) -> None:
        """Mark nothing of a search; what the find bar looks for stays."""
        if self._search.hits.look in (self.mark, None):
            self.mark()

    def _walk(self, direction: int) -> None:
        if not self._search.hits.hits:
            self._status.say(self.tr("There is no hit to go to: Ctrl+F searches both articles."))
        self._search.hits.walk(direction)

    def _show(self, hits: tuple[PairHit, ...]) -> None:
        self._texts.mark(Layer.HITS, [SideMark(hit.side, "hit", hit.span) for hit in hits])
        side = self._texts.focused_side()
        self._search.hits.begin_at(side, self._texts.top_place(side))
        # Where a caret stands on a hit, walking goes on from there.
        for side in SIDES:
            self._search.hits.stand_at(side, self._texts.caret_place(side))

    def _go_to(self, hit: PairHit) -> None:
        self._texts.reveal(hit.side, hit.span)
        self._texts.select(hit.side, hit.span)
        # After it is selected, so that what is read aloud is the hit.
        self._texts.focus(hit.side)
        at, total = self._search.hits.position()
        self._status.say(self.tr("Hit {0} of {1}").format(at, total))
