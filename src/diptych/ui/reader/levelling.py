# SPDX-License-Identifier: MIT
"""Brings passages of the two texts to the same height, and keeps them there."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from diptych.text.article import Span
from diptych.text.sides import Side, other_side
from diptych.ui.reader.geometry import Extent
from diptych.ui.reader.scroll_link import ScrollLink
from diptych.ui.reader.side_pane import SidePane


class Levelling(QObject):
    """Goes to passages, later if a page is not set yet, and again when lines break anew."""

    def __init__(self, panes: Mapping[Side, SidePane], link: ScrollLink, parent: QObject) -> None:
        super().__init__(parent)
        self._panes = panes
        self._link = link
        self._level: dict[Side, Span] = {}  # until the reader scrolls on
        self._waiting = False  # for a page to be set
        for pane in panes.values():
            pane.page_set.connect(self._go_on)
            pane.view.scrolled.connect(self._scrolled)
            pane.view.width_changed.connect(self._again)
            pane.view.verticalScrollBar().rangeChanged.connect(self._keep_level)

    def bring(self, spans: Mapping[Side, Span]) -> None:
        """Scroll so that these passages stand at the same height, whatever hides them."""
        for side, span in spans.items():
            self._panes[side].unfold(span)
        self._level = dict(spans)
        self._waiting = any(self._panes[side].is_setting for side in spans)
        if self._waiting:
            return
        extents = self._extents(spans)
        if len(extents) > 1:
            self._link.bring_level(extents)
        for side in extents if len(extents) == 1 else ():
            self._panes[side].reveal(spans[side])  # the other side follows
            self._level = {}

    def bring_across(self, side: Side, spans: Mapping[Side, Span], y: float) -> None:
        """Bring the passage across beside the one at ``y`` on a side, which stays as it is."""
        across = other_side(side)
        # Before anything is measured, since what unfolds moves all below it.
        self._panes[across].unfold(spans[across])
        extents = self._extents(spans)
        if self._panes[across].is_setting or len(extents) < len(spans):
            self._panes[across].reveal(spans[across])
            return
        top = extents[side].top - self._panes[side].view.visible_heights()[0]
        with self._link.jumping():
            # Of a passage that begins above the view the pointer tells the height.
            height = top if top >= 0 else y
            self._panes[across].view.scroll_to(extents[across].top - height)

    def forget(self) -> None:
        """Go nowhere later: another article is shown."""
        self._level, self._waiting = {}, False

    def _extents(self, spans: Mapping[Side, Span]) -> dict[Side, Extent]:
        """Return where passages stand, having Qt lay out what is before them."""
        found = {side: self._panes[side].view.extent(span) for side, span in spans.items()}
        return {side: extent for side, extent in found.items() if extent is not None}

    def _scrolled(self) -> None:
        if not self._link.is_jumping:
            self.forget()

    def _go_on(self) -> None:
        if self._waiting or self._level:
            self.bring(self._level)

    def _again(self) -> None:
        if self._level and not self._waiting:
            self.bring(self._level)

    def _keep_level(self) -> None:
        """Go again to what another end of a text has put apart: near it one can go no farther.

        The end comes sooner in a higher view, and in a text that Qt had not yet laid out anew.
        """
        if self._level and not self._waiting and not self._stand_level():
            self.bring(self._level)

    def _stand_level(self) -> bool:
        heights = [
            extent.top - self._panes[side].view.visible_heights()[0]
            for side, extent in self._extents(self._level).items()
        ]
        return max(heights, default=0.0) - min(heights, default=0.0) <= 1  # both are rounded
