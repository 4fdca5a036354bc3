# SPDX-License-Identifier: MIT
"""Brings passages of the two texts to the same height, and keeps them there."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject

from diptych.text.article import Span
from diptych.text.sides import SIDES, Side, other_side
from diptych.ui.reader.geometry import Extent
from diptych.ui.reader.scroll_link import ScrollLink
from diptych.ui.reader.side_pane import SidePane


class Levelling(QObject):
    """Goes to passages, later if a page is not set yet, and holds them when lines break anew.

    Once the reader has scrolled on they stand as far apart as they stood then.
    """

    def __init__(self, panes: Mapping[Side, SidePane], link: ScrollLink, parent: QObject) -> None:
        super().__init__(parent)
        self._panes = panes
        self._link = link
        self._spans: dict[Side, Span] = {}  # those gone to last, or of the current match
        self._is_level = False  # until the reader scrolls on
        self._waiting = False  # for a page to be set
        # Pixels that the right one stands lower. Once for all that follows: with each step in
        # which a window is drawn larger they would drift.
        self._apart: float | None = None
        self._scrolled_last = Side.LEFT
        for side, pane in panes.items():
            pane.page_set.connect(self._go_on)
            pane.fold_turned.connect(self._let_go)
            pane.view.scrolled.connect(partial(self._scrolled, side))
            pane.view.lines_breaking.connect(self._note_apart)
            pane.view.width_changed.connect(self._again)
            pane.view.verticalScrollBar().rangeChanged.connect(self._keep_level)

    def bring(self, spans: Mapping[Side, Span]) -> None:
        """Scroll so that these passages stand at the same height, whatever hides them."""
        for side, span in spans.items():
            self._panes[side].unfold(span)
        self._spans, self._is_level, self._apart = dict(spans), True, None
        self._waiting = any(self._panes[side].is_setting for side in spans)
        if self._waiting:
            return
        extents = self._extents(spans)
        if len(extents) > 1:
            self._link.bring_level(extents)
        for side in extents if len(extents) == 1 else ():
            self._panes[side].reveal(spans[side])  # the other side follows
            self.forget()

    def bring_across(self, side: Side, spans: Mapping[Side, Span], y: float) -> None:
        """Bring the passage across beside the one at ``y`` on a side, which stays as it is."""
        across = other_side(side)
        # Before anything is measured, since what unfolds moves all below it.
        self._panes[across].unfold(spans[across])
        self.hold(spans)
        extents = self._extents(spans)
        if self._panes[across].is_setting or len(extents) < len(spans):
            self._panes[across].reveal(spans[across])
            return
        top = extents[side].top - self._panes[side].view.visible_heights()[0]
        with self._link.jumping():
            # Of a passage that begins above the view the pointer tells the height.
            height = top if top >= 0 else y
            self._panes[across].view.scroll_to(extents[across].top - height)

    def hold(self, spans: Mapping[Side, Span]) -> None:
        """Go nowhere now, and let these passages stand as they do when lines break anew."""
        if spans and spans != self._spans:
            self.forget()
            self._spans = dict(spans)

    def forget(self) -> None:
        """Go nowhere later: another article is shown."""
        self._spans = {}
        self._let_go()

    def _let_go(self) -> None:
        self._is_level, self._waiting, self._apart = False, False, None

    def _extents(self, spans: Mapping[Side, Span]) -> dict[Side, Extent]:
        """Return where passages stand, having Qt lay out what is before them."""
        found = {side: self._panes[side].view.extent(span) for side, span in spans.items()}
        return {side: extent for side, extent in found.items() if extent is not None}

    def _scrolled(self, side: Side, _by: int) -> None:
        if not self._link.is_jumping:
            self._scrolled_last = side
            self._let_go()

    def _go_on(self) -> None:
        if self._waiting or self._is_level:
            self.bring(self._spans)
        else:
            self._keep_apart()

    def _again(self) -> None:
        if not self._waiting:
            self._go_on()

    def _keep_level(self) -> None:
        """Go again to what another end of a text has put apart: near it one can go no farther.

        The end comes sooner in a higher view, and in a text that Qt had not yet laid out anew.
        """
        if self._is_level and not self._waiting and not self._stand_level():
            self.bring(self._spans)

    def _stand_level(self) -> bool:
        heights = self._heights(self._extents(self._spans)).values()
        return max(heights, default=0.0) - min(heights, default=0.0) <= 1  # both are rounded

    def _heights(self, extents: Mapping[Side, Extent]) -> dict[Side, float]:
        """Return how far below the top of its view each passage begins."""
        return {
            side: extent.top - self._panes[side].view.visible_heights()[0]
            for side, extent in extents.items()
        }

    # What the reader has scrolled on from

    def _note_apart(self) -> None:
        """Remember how far apart the passages stand: their lines are about to break anew."""
        if self._apart is not None or self._is_level or not self._link.is_on:
            return
        views = {side: self._panes[side].view for side in self._spans}
        # Of what is not laid out yet nothing is seen.
        found = {s: v.extent_before(v.laid_out_end(), self._spans[s]) for s, v in views.items()}
        heights = self._heights({s: extent for s, extent in found.items() if extent is not None})
        # Far from where one reads they join nothing that is seen.
        near = [s for s, y in heights.items() if abs(y) <= views[s].viewport().height()]
        if len(near) == len(SIDES):
            self._apart = heights[Side.RIGHT] - heights[Side.LEFT]

    def _keep_apart(self) -> None:
        """Let the side that is led stand to the one scrolled last as it stood before."""
        stays, led = self._scrolled_last, other_side(self._scrolled_last)
        extents = {} if self._apart is None else self._extents(self._spans)
        if self._apart is None or len(extents) < len(SIDES):
            return
        apart = self._apart if led is Side.RIGHT else -self._apart
        height = self._heights(extents)[stays] + apart
        with self._link.jumping():
            self._panes[led].view.scroll_to(extents[led].top - height)
