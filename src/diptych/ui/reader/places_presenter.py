# SPDX-License-Identifier: MIT
"""Finding words in the pair, peeking, aligning by hand."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction

from diptych.errors import SearchError
from diptych.notes.pair_store import Alignment
from diptych.services.articles import readable_text
from diptych.text.sides import SIDES, Side, other_side
from diptych.ui.desk import present
from diptych.ui.desk.found_matches import span_on
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.pair_hits import PairHit, PairHits
from diptych.ui.desk.pair_state import PairState
from diptych.ui.desk.quoting import Quoting
from diptych.ui.parts.kinds import saying_name
from diptych.ui.parts.translation import told
from diptych.ui.reader.alignment_state import AlignmentState
from diptych.ui.reader.find_bar import FindBar
from diptych.ui.reader.finding import FindQuery, find_spans
from diptych.ui.reader.measuring import passage_in
from diptych.ui.reader.peek_card import PeekCard
from diptych.ui.reader.split_view import SplitView

LONGEST_PEEK = 600  # code points


class PlacesPresenter(QObject):
    """What helps the reader to find a place and to tie two places together."""

    def __init__(
        self,
        pair: PairState,
        hits: PairHits,
        alignments: AlignmentState,
        frame: Frame,
        *,
        split: SplitView,
        find_bar: FindBar,
    ) -> None:
        super().__init__(split)
        self._pair = pair
        self._hits = hits
        self._alignments = alignments
        self._split = split
        self._texts = frame.texts
        self._find_bar = find_bar
        self._status = frame.status
        self._peek = PeekCard(split)
        self._connect()
        self._connect_actions(frame.actions)

    def _connect(self) -> None:
        split, bar = self._split, self._find_bar
        split.escaped.connect(bar.leave)
        split.peek_changed.connect(self._peek_at)
        split.alignment_chosen.connect(self._remove_alignment)
        bar.query_changed.connect(self._find)
        bar.step_requested.connect(self._walk)
        bar.closed.connect(self._close_find)
        self._hits.shown.connect(lambda _: self._show_count())
        self._hits.changed.connect(lambda _: self._show_count())
        self._alignments.changed.connect(self._show_alignments)
        self._alignments.failed.connect(self._status.say)

    def _connect_actions(self, actions: Mapping[str, QAction]) -> None:
        actions["find"].triggered.connect(self._open_find)
        actions["align-here"].triggered.connect(self._align_here)
        actions["remove-alignments"].triggered.connect(self._remove_alignments)

    # Find

    def _open_find(self) -> None:
        self._find_bar.open(self._texts.selected_words(self._texts.focused_side()))

    def _find(self, query: FindQuery) -> None:
        if not self._find_bar.isVisible():
            return
        self._hits.look = self._find_again
        try:
            hits = tuple(
                PairHit(side, span)
                for side in query.sides
                if (pinned := self._pair.sides[side]) is not None
                for span in find_spans(readable_text(pinned.article), query)
            )
        except SearchError as error:
            self._hits.show(())
            self._find_bar.show_fault(told(error.sentence))
            return
        self._hits.show(hits)

    def _find_again(self) -> None:
        self._find(self._find_bar.query())

    def _walk(self, direction: int) -> None:
        """Go to the next hit and stay in the bar: Enter goes on."""
        # A search may have shown what it found meanwhile.
        if not self._is_finding():
            self._find_again()
        self._hits.walk(direction)
        self._find_bar.words.setFocus()

    def _close_find(self) -> None:
        if self._is_finding():
            self._hits.look = None
            self._hits.show(())
        self._texts.focus(self._texts.focused_side())

    def _is_finding(self) -> bool:
        """Tell whether the hits are those of the find bar."""
        return self._hits.look == self._find_again

    def _show_count(self) -> None:
        if self._is_finding():
            self._find_bar.show_count(*self._hits.position())
        else:
            self._find_bar.show_fault("")

    # Peek

    def _peek_at(self, side: Side, on: bool) -> None:
        if not on:
            self._peek.hide()
            return
        view = self._split.panes[side].view
        found = self._pair.found.matches_at(side, view.caret_place())
        current = self._pair.found.current
        number = current if current in found or not found else found[0]
        across = other_side(side)
        pinned = self._pair.sides[across]
        if number < 0 or pinned is None:
            self._status.say(self.tr("Nothing on the other side corresponds to this passage."))
            return
        match = self._pair.found.matches[number]
        words, _ = Quoting(pinned.article).line(span_on(match, across))
        heading = f"{saying_name(match.saying)} · {present.match_label(match)}"
        passage = passage_in(view, span_on(match, side)).translated(
            view.viewport().mapTo(self._split, QPoint(0, 0))
        )
        self._peek.show_words(heading, present.shortened(words, LONGEST_PEEK), passage)

    # Alignments by hand

    def _show_alignments(self, alignments: tuple[Alignment, ...]) -> None:
        self._split.show_alignments([(each.left, each.right) for each in alignments])

    def _remove_alignments(self) -> None:
        if not self._alignments.kept:
            self._status.say(self.tr("Nothing has been aligned by hand here."))
            return
        take_back = self._alignments.restoring()
        self._alignments.remove_all()
        self._status.say(self.tr("Nothing is aligned by hand any more."), undo=take_back)

    def _remove_alignment(self, number: int) -> None:
        take_back = self._alignments.restoring()
        self._alignments.remove(number)
        self._status.say(self.tr("No longer aligned there."), undo=take_back)

    def _align_here(self) -> None:
        if not all(self._pair.pinned_ids()):
            self._status.say(self.tr("Pin two articles first."))
            return
        take_back = self._alignments.restoring()
        self._alignments.add(Alignment(*(self._texts.caret_place(side) for side in SIDES)))
        self._status.say(
            self.tr("Aligned here. A click on its mark takes it away."), undo=take_back
        )
