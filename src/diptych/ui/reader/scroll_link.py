# SPDX-License-Identifier: MIT
"""Keeps the two texts level while one of them is scrolled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from diptych.text.sides import Side, other_side
from diptych.ui.reader.article_view import ArticleView
from diptych.ui.reader.geometry import Extent, ScrollMap, common_height, follow, scroll_map


class ScrollLink:
    """Follows the reader on the other side, by what joins the two texts."""

    def __init__(self, views: Mapping[Side, ArticleView]) -> None:
        self._views = views
        self._is_on = True
        self._following = False
        self._map = scroll_map((), 1.0, 1.0)
        self._offset = 0.0  # pixels the right side stands below where the map puts it
        self._melts = False  # whether that distance goes away as the reader scrolls on
        self._last = 0

    @property
    def is_on(self) -> bool:
        """Tell whether one side follows the other."""
        return self._is_on

    @property
    def is_jumping(self) -> bool:
        """Tell whether a side is being scrolled by us, not by the reader."""
        return self._following

    def set_on(self, on: bool) -> None:
        """Link or unlink scrolling; relinking resumes from where both sides stand."""
        self._is_on = on
        self._remember_offset()

    def take_map(self, joined: ScrollMap) -> None:
        """Go by other joined heights from now on; nothing leaps."""
        self._map = joined
        self._remember_offset()

    @contextmanager
    def jumping(self) -> Iterator[None]:
        """Let both sides be scrolled apart, neither pulling the other."""
        self._following = True
        try:
            yield
        finally:
            self._following = False
        self._remember_offset(melts=True)

    def follow(self, side: Side) -> None:
        """Scroll the other side to what belongs beside ``side``."""
        if self._following or not self._is_on:
            return
        driver, led = self._views[side], self._views[other_side(side)]
        if driver.page is None or led.page is None:
            return
        target = self._target(side)
        bar, driven_by = led.verticalScrollBar(), driver.verticalScrollBar()
        if self._melts:
            # A view's height of scrolling takes the whole distance away.
            way = abs(driven_by.value() - self._last) / max(driver.viewport().height(), 1)
            self._offset *= max(0.0, 1.0 - way)
        self._last = driven_by.value()
        shift = self._offset if side == Side.LEFT else -self._offset
        # At an end both sides are at theirs, whatever distance there was, and
        # although the map may be of a text that was not laid out so far.
        ends = {driven_by.minimum(): bar.minimum(), driven_by.maximum(): bar.maximum()}
        # Or the side that is led would lead in turn.
        self._following = True
        bar.setValue(ends.get(driven_by.value(), round(target + shift)))
        self._following = False

    def bring_level(self, extents: Mapping[Side, Extent]) -> None:
        """Scroll both sides so that these extents stand at the same height in both."""
        views = self._views
        wanted = min(_good_height(views[side], extent) for side, extent in extents.items())
        ends = [(extent.top, _reach(views[side], extent)) for side, extent in extents.items()]
        height = common_height(wanted, ends)
        with self.jumping():
            for side, extent in extents.items():
                views[side].scroll_to(extent.top - height)

    def _target(self, side: Side) -> float:
        driver, led = self._views[side], self._views[other_side(side)]
        bar = driver.verticalScrollBar()
        return follow(
            float(bar.value()),
            maximum=float(bar.maximum()),
            height=float(driver.viewport().height()),
            other_maximum=float(led.verticalScrollBar().maximum()),
            convert=self._map.to_right if side == Side.LEFT else self._map.to_left,
        )

    def _remember_offset(self, *, melts: bool = False) -> None:
        """Keep the distance at which both sides stand now, so that nothing leaps.

        After a jump it melts away over one view height of scrolling; what the
        reader set up by unlinked scrolling stays until the next jump.
        """
        right = self._views[Side.RIGHT].verticalScrollBar()
        self._melts = melts
        self._last = self._views[Side.LEFT].verticalScrollBar().value()
        self._offset = right.value() - self._target(Side.LEFT) if self._is_on else 0.0


def _reach(view: ArticleView, extent: Extent) -> float:
    """Return how far the scrolling goes, at least to the end of what was measured."""
    end = extent.bottom - view.viewport().height()
    return max(end, float(view.verticalScrollBar().maximum()))


def _good_height(view: ArticleView, extent: Extent) -> float:
    """Return at what height of the view a passage reads well, whole if it has room."""
    height = view.viewport().height()
    room = max(0.0, height - (extent.bottom - extent.top))
    return min(room / 2, height * 0.3)
