# SPDX-License-Identifier: MIT
"""The two panes with their strips and the ribbon between them, scrolled together."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QPoint, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from diptych.text.article import Article, Span
from diptych.text.sides import SIDES, Side
from diptych.ui.desk.marks import SideMark
from diptych.ui.desk.trail import BEGINNING, Top
from diptych.ui.parts.steps import Steps, gathered
from diptych.ui.parts.theme import Palette
from diptych.ui.reader.document import Typography
from diptych.ui.reader.geometry import (
    JointTable,
    ScrollMap,
    Standing,
    StripMark,
    bands,
    scroll_map,
    strip_marks,
)
from diptych.ui.reader.levelling import Levelling
from diptych.ui.reader.marks import Mark
from diptych.ui.reader.measuring import (
    MarkedMatch,
    alone_on_strip,
    chained_heights,
    joined_heights,
    joints_between,
    marks_on,
    on_strip,
    word_marks_on,
)
from diptych.ui.reader.page_view import SIDE_MARGIN
from diptych.ui.reader.ribbon import Ribbon
from diptych.ui.reader.scroll_link import ScrollLink
from diptych.ui.reader.side_pane import SidePane
from diptych.ui.reader.strip import WIDTH as STRIP

if TYPE_CHECKING:
    from diptych.ui.reader.match_words import MatchWords

PULSE_MS = 300
FEWEST_LETTERS = 40  # to a line; a text in narrower columns is not read


class SplitView(QWidget):
    """Left pane, ribbon, right pane; keeps them level and draws what joins them."""

    match_chosen = Signal(int)
    matches_clicked = Signal(object, object, float)  # side, numbers and height of the pointer
    note_chosen = Signal(str)
    change_clicked = Signal(object, object, float)  # side, numbers and height of the pointer
    side_focused = Signal(object)
    key_pressed = Signal(object, str)  # side, letter
    peek_changed = Signal(object, bool)  # side, whether the key is held
    escaped = Signal()
    band_menu_requested = Signal(QPoint, int)
    alignment_menu_requested = Signal(QPoint, int)
    dropped = Signal(object, object)  # side, Dropped
    places_changed = Signal()
    measured = Signal()  # texts, marks and ribbon stand where they belong
    marks_changed = Signal()  # of matches or of one side, or the page they stand on
    pin_requested = Signal(object, str)  # side, article id
    alignment_chosen = Signal(int)
    outline_requested = Signal(object)  # side
    size_step_requested = Signal(int)  # larger or smaller text

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self._typography = Typography()
        self._matches: tuple[MarkedMatch, ...] = ()
        self.side_marks: tuple[SideMark, ...] = ()
        self._alignments: tuple[tuple[int, int], ...] = ()
        self._stale: set[Side] = set()  # sides that show other marks
        self._current = -1
        self._words: MatchWords | None = None
        self._focused: Side = Side.LEFT
        self._joints = JointTable()
        self._aligned_heights: list[tuple[float, float]] = []
        self._standing: dict[Side, list[Standing]] = {side: [] for side in SIDES}
        self._chain: tuple[tuple[int, int], ...] = ()
        self._reduced_motion = False
        self.shows_changes = False  # of two versions, in place of the matches
        self._build()
        self._connect()

    def _build(self) -> None:
        self.panes = {side: SidePane(side, self._palette) for side in SIDES}
        self.link = ScrollLink({side: pane.view for side, pane in self.panes.items()})
        self.level = Levelling(self.panes, self.link, self)
        self.ribbon = Ribbon(self._palette)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.panes[Side.LEFT], 1)
        row.addWidget(self.ribbon)
        row.addWidget(self.panes[Side.RIGHT], 1)
        # Once a turn, however much has changed in it.
        self._relayout = QTimer(self)
        self._relayout.setSingleShot(True)
        self._relayout.setInterval(0)
        self._marking = Steps(self)
        self._measuring = Steps(self)
        self._pulse = QVariantAnimation(self)
        self._pulse.setDuration(PULSE_MS)
        self._pulse.setStartValue(1.0)
        self._pulse.setEndValue(0.0)
        self._pulse.setEasingCurve(QEasingCurve.Type.OutQuad)

    def _connect(self) -> None:
        self._relayout.timeout.connect(self._measure)
        # In another turn: the window may have something to do.
        self._marking.finished.connect(self._relayout.start)
        for pane in self.panes.values():
            self._pulse.valueChanged.connect(
                lambda value, view=pane.view: view.set_current(self._current, pulse=float(value))
            )
        self.ribbon.match_chosen.connect(self.match_chosen)
        self.ribbon.wheel_turned.connect(self._scroll_by_lane)
        self.ribbon.alignment_chosen.connect(self.alignment_chosen)
        self.ribbon.band_menu_requested.connect(self.band_menu_requested)
        self.ribbon.alignment_menu_requested.connect(self.alignment_menu_requested)
        for side, pane in self.panes.items():
            view = pane.view
            pane.strip.wheel_turned.connect(view.wheelEvent)
            view.scrolled.connect(partial(self.link.follow, side))
            view.pushed.connect(partial(self.link.push, side))
            view.moved.connect(self._moved)
            view.laid_out.connect(self._relayout.start)
            view.page_changed.connect(self._remark)
            pane.fold_toggled.connect(lambda p=pane: p.set_again(self._typography))
            pane.focused.connect(self._note_focus)
            pane.strip.mark_chosen.connect(partial(self._go_to_mark, side))
            pane.pin_requested.connect(self.pin_requested)
            pane.outline_requested.connect(self.outline_requested)
            view.size_step_requested.connect(self.size_step_requested)
            view.mark_clicked.connect(lambda marks, y, s=side: self._clicked(s, marks, y))
            view.key_pressed.connect(lambda key, s=side: self.key_pressed.emit(s, key))
            view.peek_changed.connect(lambda on, s=side: self.peek_changed.emit(s, on))
            view.escaped.connect(self.escaped)
            pane.dropped.connect(partial(self.dropped.emit, side))

    # What is shown

    def show_article(
        self, side: Side, article: Article, facts: str, *, top: Top = BEGINNING
    ) -> None:
        """Put an article on a side, scrolled to ``top``; ``facts`` stand under its title."""
        self.level.forget()
        self.panes[side].show_article(article, facts, self._typography, top=top)

    def show_matches(
        self, matches: Sequence[MarkedMatch], chain: Sequence[tuple[int, int]]
    ) -> None:
        """Replace the marked matches; ``chain`` are joined places for scrolling together."""
        self._matches = tuple(matches)
        self._chain = tuple(chain)
        self._remark()

    def show_side_marks(self, marks: Sequence[SideMark]) -> None:
        """Replace the marks that stand on one side alone."""
        self.side_marks = tuple(marks)
        self._remark()

    def show_alignments(self, alignments: Sequence[tuple[int, int]]) -> None:
        """Replace the manual alignments, pairs of article places."""
        self._alignments = tuple(alignments)
        self._relayout.start()

    def show_words(self, words: MatchWords | None) -> None:
        """Mark the words of the match that is about to be current; None marks none."""
        self._words = words
        for side, pane in self.panes.items():
            pane.view.show_words(word_marks_on(pane.view, side, words))

    def set_current(self, match: int, *, pulse: bool = False) -> None:
        """Mark the current match; the pulse shows where it is after a jump."""
        self._current = match
        self.level.hold(self._spans_of(match))
        for pane in self.panes.values():
            pane.view.set_current(match)
            pane.strip.set_current(match)
        if pulse and match >= 0 and not self._reduced_motion:
            self._pulse.start()
        self._draw_lane()

    def bring_level(self, match: int) -> None:
        """Scroll both panes so that a match stands at the same height in both."""
        if spans := self._spans_of(match):
            self.level.bring(spans)

    def bring_across(self, match: int, side: Side, y: float) -> None:
        """Bring the other side of a match beside the one clicked at ``y``, which stays."""
        if spans := self._spans_of(match):
            self.level.bring_across(side, spans, y)

    def _spans_of(self, match: int) -> dict[Side, Span]:
        return {side: m.span(side) for m in self._matches if m.match == match for side in SIDES}

    def set_typography(self, typography: Typography, *, reduced_motion: bool = False) -> None:
        """Set both panes anew with another font, size or width, places kept."""
        self._reduced_motion = reduced_motion
        if typography != self._typography:
            self._typography = typography
            for pane in self.panes.values():
                pane.set_again(typography)

    def set_palette_values(self, palette: Palette) -> None:
        """Paint with another theme."""
        self._palette = palette
        self.ribbon.set_palette_values(palette)
        for pane in self.panes.values():
            pane.set_palette_values(palette)
            pane.set_again(self._typography)

    def places(self) -> tuple[Top, Top]:
        """Return where both texts stand in their views."""
        return self.panes[Side.LEFT].view.top(), self.panes[Side.RIGHT].view.top()

    def go_to_top(self, side: Side, top: Top) -> None:
        """Bring one side back to where it stood, leaving the other where it is."""
        with self.link.jumping():
            self.panes[side].view.scroll_to_top(top)

    def reveal_both(self, left: Span | None, right: Span | None) -> None:
        """Bring a span of each side to the same height."""
        spans = zip(SIDES, (left, right), strict=True)
        self.level.bring({side: span for side, span in spans if span is not None})

    def focused_side(self) -> Side:
        """Return the side that has the focus, or had it last."""
        return self._focused

    def _scroll_by_lane(self, turned: QWheelEvent) -> None:
        self.panes[self._focused].view.wheelEvent(turned)

    def _note_focus(self, side: Side) -> None:
        self._focused = side
        self.side_focused.emit(side)

    # Marks and lane

    def _go_to_mark(self, side: Side, mark: StripMark) -> None:
        if mark.match >= 0:
            self.match_chosen.emit(mark.match)
            return
        self.panes[side].reveal(mark.span)
        self.panes[side].view.put_caret(mark.span.start)
        if mark.note:
            self.note_chosen.emit(mark.note)

    def _remark(self) -> None:
        """Mark both texts anew, once, however much of it has changed by then."""
        self._stale = set(SIDES)
        self._marking.stop()
        self._measuring.stop()
        self._relayout.start()
        self.marks_changed.emit()

    def _measure(self) -> None:
        """Find where every match stands after text, width or marks have changed.

        In a long text that Qt is still laying out, those that it has reached: this
        is called again with every step.
        """
        if self._marking.is_running:
            return
        if self._stale:
            side = self._stale.pop()
            view = self.panes[side].view
            marks = marks_on(view, side, self._matches, self.side_marks)
            words = word_marks_on(view, side, self._words)

            def show(made: list[Mark]) -> None:
                view.show_marks(made)
                view.show_words(words)

            # Of two long editions there are ten thousand.
            self._marking.start(gathered(marks, show))
            return
        # To begin again with each step would never come to the end of thousands of matches.
        self._measuring.start_when_free(self._measured)

    def _measured(self) -> Iterator[None]:
        """Measure a match at a time, then show them all."""
        left, right = (self.panes[side].view for side in SIDES)
        joints = yield from joints_between(left, right, self._matches)
        alone = {}
        for side in SIDES:
            view = self.panes[side].view
            alone[side] = yield from alone_on_strip(view, side, self.side_marks)
        self._joints = JointTable(joints)
        shown = () if self.shows_changes else joints
        self._standing = {
            side: on_strip(side, shown, self._matches) + alone[side] for side in SIDES
        }
        self._aligned_heights = joined_heights(left, right, self._alignments)
        self.link.take_map(self._scroll_map())
        self._draw_lane()
        self._draw_strips()
        self._draw_viewports()
        self.measured.emit()

    def _scroll_map(self) -> ScrollMap:
        left, right = (self.panes[side].view for side in SIDES)
        alignments = self._aligned_heights
        chain = chained_heights(self._chain, self._matches, self._joints.joints)
        # What the reader aligned wins: matches that would cross it do not count.
        kept = [
            pair
            for pair in chain
            if all((pair[0] - each[0]) * (pair[1] - each[1]) > 0 for each in alignments)
        ]
        return scroll_map(alignments + kept, left.document_height(), right.document_height())

    def _draw_lane(self) -> None:
        left, right = (self.panes[side].view for side in SIDES)
        left_scroll, right_scroll = left.visible_heights()[0], right.visible_heights()[0]
        height = float(self.ribbon.height())
        near = self._joints.near(left_scroll=left_scroll, right_scroll=right_scroll, height=height)
        if self.shows_changes:  # of two versions the bands would only say that all is there
            near = []
        painted = bands(
            near,
            left_scroll=left_scroll,
            right_scroll=right_scroll,
            height=height,
            current=self._current,
        )
        alignments = [(a - left_scroll, b - right_scroll) for a, b in self._aligned_heights]
        self.ribbon.show_bands(painted, alignments)

    def _draw_strips(self) -> None:
        for side, pane in self.panes.items():
            if pane.view.page is None:
                pane.strip.show_marks(())
                continue
            height = float(pane.strip.height())
            marks = strip_marks(self._standing[side], pane.view.document_height(), height)
            pane.strip.show_marks(marks)

    def _draw_viewports(self) -> None:
        for pane in self.panes.values():
            if pane.article is None:
                continue
            top, bottom = pane.view.visible_heights()
            whole = max(pane.view.document_height(), 1.0)
            pane.strip.show_viewport(top / whole, min(bottom / whole, 1.0))

    # Scrolling together

    def _moved(self) -> None:
        self._draw_lane()
        self._draw_viewports()
        self.places_changed.emit()

    def _clicked(self, side: Side, marks: Sequence[Mark], y: float) -> None:
        notes = [mark.note for mark in marks if mark.note]
        matches = [mark.match for mark in marks if mark.match >= 0]
        changes = [mark.change for mark in marks if mark.change >= 0]
        if changes:
            self.change_clicked.emit(side, list(dict.fromkeys(changes)), y)
        elif matches:
            self.matches_clicked.emit(side, matches, y)
        elif notes:
            self.note_chosen.emit(notes[0])


def least_width(split: SplitView) -> int:
    """Return the width in which each column of the texts has forty letters to a line."""
    typography = split.panes[Side.LEFT].typography
    # Two columns with their margins and strips, and the lane.
    letters = replace(typography, measure=FEWEST_LETTERS).measure_width()
    lane = split.ribbon.width() if split.ribbon.isVisibleTo(split) else 0
    return math.ceil(2 * (letters + 2 * SIDE_MARGIN + STRIP) + lane)
