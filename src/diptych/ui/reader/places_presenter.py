# SPDX-License-Identifier: MIT
"""Finding words in the pair, peeking, aligning by hand, going to headings."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from diptych.notes.pair_store import Alignment
from diptych.services.articles import readable_text
from diptych.text.sides import Side, other_side
from diptych.ui.desk import present
from diptych.ui.desk.pair_state import PairState, span_on
from diptych.ui.desk.quoting import Quoting
from diptych.ui.notes.state import NotesState
from diptych.ui.parts.status import StatusLine
from diptych.ui.reader.find_bar import FindBar
from diptych.ui.reader.finding import FindQuery, find_spans
from diptych.ui.reader.peek_card import PeekCard
from diptych.ui.reader.split_view import SplitView
from diptych.ui.search.state import PairHit, SearchState

LONGEST_PEEK = 600  # code points


class PlacesPresenter(QObject):
    """What helps the reader to find a place and to tie two places together."""

    def __init__(
        self,
        pair: PairState,
        search: SearchState,
        notes: NotesState,
        *,
        split: SplitView,
        find_bar: FindBar,
        status: StatusLine,
        actions: Mapping[str, QAction],
    ) -> None:
        super().__init__(split)
        self._pair = pair
        self._search = search
        self._notes = notes
        self._split = split
        self._find_bar = find_bar
        self._status = status
        self._peek = PeekCard(split)
        self._pins: tuple[Alignment, ...] = ()
        self._connect(actions)

    def _connect(self, actions: Mapping[str, QAction]) -> None:
        actions["find"].triggered.connect(self._open_find)
        actions["outline"].triggered.connect(lambda: self._show_outline(self._split.focused_side()))
        self._split.outline_requested.connect(self._show_outline)
        actions["align-here"].triggered.connect(self._align_here)
        actions["remove-alignments"].triggered.connect(self._remove_pins)
        self._find_bar.query_changed.connect(self._find)
        self._find_bar.step_requested.connect(self._walk)
        self._split.escaped.connect(self._find_bar.leave)
        self._find_bar.closed.connect(self._close_find)
        self._search.hit_shown.connect(lambda _: self._show_count())
        self._search.pair_hits_changed.connect(lambda _: self._show_count())
        self._split.peek_changed.connect(self._peek_at)
        self._split.peg_chosen.connect(self._remove_pin)
        self._pair.compared.connect(self._load_pins)
        self._notes.pins_loaded.connect(self._show_pins)

    # Find

    def _open_find(self) -> None:
        view = self._split.panes[self._split.focused_side()].view
        self._find_bar.open(view.textCursor().selectedText().strip())

    def _find(self, query: FindQuery) -> None:
        if not self._find_bar.isVisible():
            return
        hits = tuple(
            PairHit(side, span)
            for side in query.sides
            if (pinned := self._pair.sides[side]) is not None
            for span in find_spans(readable_text(pinned.article), query)
        )
        self._search.show_pair_hits(hits)

    def _walk(self, direction: int) -> None:
        """Go to the next hit and stay in the bar: Enter goes on."""
        self._search.walk(direction)
        self._find_bar.words.setFocus()

    def _close_find(self) -> None:
        self._search.show_pair_hits(())
        self._split.panes[self._split.focused_side()].view.setFocus()

    def _show_count(self) -> None:
        self._find_bar.show_count(*self._search.position())

    # Outline

    def _show_outline(self, side: Side) -> None:
        view = self._split.panes[side].view
        outline = view.page.outline if view.page is not None else ()
        if not outline:
            self._status.say(self.tr("This article has no headings."))
            return
        menu = QMenu(self._split)
        here = view.top_place()
        for entry in outline:
            action = menu.addAction("    " * (entry.level - 1) + present.shortened(entry.title, 70))
            action.triggered.connect(lambda _=False, place=entry.place: self._go(side, place))
            if entry.place <= here:
                menu.setDefaultAction(action)  # set bold: this is where the reader is
        menu.popup(view.mapToGlobal(QPoint(30, 30)))

    def _go(self, side: Side, place: int) -> None:
        self._pair.remember_step(self._split.places())
        self._split.reveal(side, place, place + 1)
        self._split.panes[side].view.put_caret(place)

    # Peek

    def _peek_at(self, side: Side, on: bool) -> None:
        if not on:
            self._peek.hide()
            return
        view = self._split.panes[side].view
        found = self._pair.matches_at(side, view.caret_place())
        current = self._pair.current
        number = current if current in found or not found else found[0]
        across = other_side(side)
        pinned = self._pair.sides[across]
        if number < 0 or pinned is None:
            self._status.say(self.tr("Nothing on the other side corresponds to this passage."))
            return
        match = self._pair.matches[number]
        words, _ = Quoting(pinned.article).line(span_on(match, across))
        heading = f"{present.kind_name(match.kind)} · {present.match_label(match)}"
        below = view.mapTo(self._split, view.cursorRect().bottomLeft())
        self._peek.show_words(heading, present.shortened(words, LONGEST_PEEK), below)

    # Alignments by hand

    def _ids(self) -> tuple[str, str]:
        return self._pair.pinned_ids()

    def _load_pins(self) -> None:
        left, right = self._ids()
        if left and right:
            self._notes.load_pins(left, right)
        else:
            self._show_pins(())

    def _show_pins(self, pins: tuple[Alignment, ...]) -> None:
        self._pins = pins
        self._split.show_pegs([(pin.left, pin.right) for pin in pins])

    def _align_here(self) -> None:
        if not all(self._ids()):
            self._status.say(self.tr("Pin two articles first."))
            return
        views = [self._split.panes[side].view for side in (Side.LEFT, Side.RIGHT)]
        new = Alignment(*(view.caret_place() for view in views))
        kept = [p for p in self._pins if (p.left - new.left) * (p.right - new.right) > 0]
        self._keep((*kept, new))
        self._status.say(self.tr("Aligned here. A click on the peg takes it away."))

    def _remove_pin(self, number: int) -> None:
        self._keep(tuple(p for n, p in enumerate(self._pins) if n != number))

    def _remove_pins(self) -> None:
        self._keep(())

    def _keep(self, pins: tuple[Alignment, ...]) -> None:
        ordered = tuple(sorted(pins))
        self._notes.set_alignments(self._ids(), ordered)
        self._show_pins(ordered)
