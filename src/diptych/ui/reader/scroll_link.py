# SPDX-License-Identifier: MIT
"""Keeps the two texts level while one of them is scrolled."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from diptych.text.sides import SIDES, Side, other_side
from diptych.ui.reader.article_view import ArticleView
from diptych.ui.reader.geometry import (
    Extent,
    ScrollMap,
    common_height,
    follow,
    paced,
    paces,
    scroll_map,
)


class ScrollLink:
    """Follows the reader on the other side, by what joins the two texts.

    Where the two stand tells all there is to know, so that whatever has moved them
    (a jump, other marks, another text) the other side goes on from there: beside the
    reader at first, and by and by to where the map has it.
    """

    def __init__(self, views: Mapping[Side, ArticleView]) -> None:
        self._views = views
        self._is_on = True
        self._following = False
        self._map = scroll_map((), 1.0, 1.0)
        self._set_apart = 0.0  # pixels that the reader, unlinked, put the right side below the map
        # Where both stood after the latest scrolling; not rounded, or steps of one pixel
        # would lead nowhere.
        self._left_at = dict.fromkeys(SIDES, 0.0)
        self._travelled = math.inf  # pixels scrolled since something else moved the two

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
        self._set_apart = 0.0
        if on:
            here = self._stands(Side.RIGHT)
            self._set_apart = here - self._goal(Side.LEFT)
            self._left_at = {side: self._stands(side) for side in SIDES}

    def take_map(self, joined: ScrollMap) -> None:
        """Go by other joined heights from now on; nothing leaps."""
        before = self._goal(Side.LEFT)
        self._map = joined
        if abs(self._goal(Side.LEFT) - before) > 1:
            self._travelled = 0.0

    @contextmanager
    def jumping(self) -> Iterator[None]:
        """Let both sides be scrolled apart, neither pulling the other."""
        self._following = True
        try:
            yield
        finally:
            self._following = False

    def follow(self, side: Side, by: int) -> None:
        """Scroll the other side to what belongs beside ``side``, which went on by ``by`` pixels."""
        if self._following or not self._is_on:
            return
        driver, led = self._views[side], self._views[other_side(side)]
        if driver.page is None or led.page is None:
            return
        height = float(max(driver.viewport().height(), 1))
        self._begin_at(side, self._stands(side) - by)
        # Who goes farther than is seen reads on elsewhere, not from line to line.
        if abs(by) > height:
            self._set_apart, self._travelled = 0.0, math.inf
            self._lead(other_side(side), self._goal(side))
            return
        here = self._left_at[other_side(side)]
        pace = paces(
            self._travelled / height,
            share=_length(led) / max(_length(driver), 1.0),
        )
        self._travelled += abs(by)
        self._lead(other_side(side), here + paced(self._goal(side) - here, by, pace))

    def push(self, side: Side, by: int) -> None:
        """Scroll the other side on by as much as the reader would go past the end of ``side``."""
        across = other_side(side)
        if self._is_on and self._views[across].page is not None:
            self._begin_at(side, self._stands(side))
            self._lead(across, self._left_at[across] + by)

    def bring_level(self, extents: Mapping[Side, Extent]) -> None:
        """Scroll both sides so that these extents stand at the same height in both."""
        views = self._views
        wanted = min(_good_height(views[side], extent) for side, extent in extents.items())
        ends = [(extent.top, _reach(views[side], extent)) for side, extent in extents.items()]
        height = common_height(wanted, ends)
        with self.jumping():
            for side, extent in extents.items():
                views[side].scroll_to(extent.top - height)

    def _begin_at(self, side: Side, stood: float) -> None:
        """Go on from the latest scrolling, or begin anew if the two stand elsewhere by now."""
        across = other_side(side)
        here = {side: stood, across: self._stands(across)}
        if any(abs(here[each] - self._left_at[each]) >= 1 for each in SIDES):
            self._left_at = here
            self._travelled = self._set_apart = 0.0

    def _lead(self, side: Side, height: float) -> None:
        bar = self._views[side].verticalScrollBar()
        kept = min(max(height, float(bar.minimum())), float(bar.maximum()))
        with self.jumping():  # or the side that is led would lead in turn
            bar.setValue(round(kept))
        self._left_at = {side: kept, other_side(side): self._stands(other_side(side))}

    def _stands(self, side: Side) -> float:
        return float(self._views[side].verticalScrollBar().value())

    def _goal(self, side: Side) -> float:
        """Return where the other side belongs beside ``side`` as it stands."""
        driver, led = self._views[side], self._views[other_side(side)]
        bar, across = driver.verticalScrollBar(), led.verticalScrollBar()
        # At an end both sides are at theirs, although the map may be of a text that was
        # not laid out so far.
        ends = {bar.minimum(): across.minimum(), bar.maximum(): across.maximum()}
        if bar.value() in ends:
            return float(ends[bar.value()])
        is_left = side == Side.LEFT
        highest = float(bar.maximum())
        target = follow(
            # What lies apart counts in pixels of the right side, also where that one leads.
            min(max(bar.value() - (0.0 if is_left else self._set_apart), 0.0), highest),
            maximum=highest,
            height=float(driver.viewport().height()),
            other_maximum=float(across.maximum()),
            convert=self._map.to_right if is_left else self._map.to_left,
        )
        return target + (self._set_apart if is_left else 0.0)


def _length(view: ArticleView) -> float:
    return float(view.verticalScrollBar().maximum())


def _reach(view: ArticleView, extent: Extent) -> float:
    """Return how far the scrolling goes, at least to the end of what was measured."""
    end = extent.bottom - view.viewport().height()
    return max(end, float(view.verticalScrollBar().maximum()))


def _good_height(view: ArticleView, extent: Extent) -> float:
    """Return at what height of the view a passage reads well, whole if it has room."""
    height = view.viewport().height()
    room = max(0.0, height - (extent.bottom - extent.top))
    return min(room / 2, height * 0.3)
