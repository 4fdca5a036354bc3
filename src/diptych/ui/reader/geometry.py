# SPDX-License-Identifier: MIT
"""Where bands, overview marks and scroll positions lie: plain arithmetic, no screen."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate

from diptych.compare.values import Kind
from diptych.text.article import Span
from diptych.text.sides import Side
from diptych.ui.parts.kinds import LOOKS, PAINTED, Ink
from diptych.values import dataclass

ALIGNMENT_REACH = 10.0  # pixels around the end of an alignment to it
TALLEST_STRIP_MARK = 8.0  # pixels
WIDEST_PACE = 4.0  # of the side that is led, for each pixel of the other


@dataclass(frozen=True, slots=True)
class Extent:
    """The vertical place of a match in its pane, in pixels from the document's top."""

    top: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Joint:
    """One match as the ribbon sees it: its two extents and how it is drawn."""

    match: int
    kind: Kind
    left: Extent
    right: Extent
    differs: bool = False  # the two sides disagree there
    strength: float = 0.0

    def on(self, side: Side) -> Extent:
        return self.left if side == Side.LEFT else self.right


class JointTable:
    """The matches of a pair by height, so that those in view are found at once."""

    def __init__(self, joints: Iterable[Joint] = ()) -> None:
        self.joints = tuple(joints)
        self._left = _Heights([joint.left for joint in self.joints])
        self._right = _Heights([joint.right for joint in self.joints])

    def near(self, *, left_scroll: float, right_scroll: float, height: float) -> list[Joint]:
        """Return in their order the joints of which either end may be in view."""
        numbers = {
            *self._left.between(left_scroll, left_scroll + height),
            *self._right.between(right_scroll, right_scroll + height),
        }
        return [self.joints[number] for number in sorted(numbers)]


class _Heights:
    """Extents sorted by their tops, with the lowest bottom up to each."""

    def __init__(self, extents: Sequence[Extent]) -> None:
        self._order = sorted(range(len(extents)), key=lambda n: extents[n].top)
        self._tops = [extents[n].top for n in self._order]
        # The lowest bottom so far only rises, so that bisection finds who may reach into view.
        self._reach = list(accumulate((extents[n].bottom for n in self._order), max))

    def between(self, top: float, bottom: float) -> list[int]:
        low = bisect_right(self._reach, top)
        return self._order[low : bisect_left(self._tops, bottom)]


@dataclass(frozen=True, slots=True)
class Band:
    """A joint in the lane's own pixels. ``fades`` names the edge it fades towards.

    ``left`` and ``right`` are relative to the viewport's top and clipped to it; a
    side that is out of view has shrunk to the edge on which it lies.
    """

    match: int
    kind: Kind
    left: Extent
    right: Extent
    fades: Side | None  # the side that is out of view
    current: bool
    differs: bool = False
    strength: float = 0.0

    @property
    def rank(self) -> tuple[bool, bool, float]:
        """Where it lies among the bands: whole ones over those that fade, the stronger on top."""
        # In steps of .1, so that bands nearly as strong lie beside those of their kind and are
        # filled as one (``Ribbon.paintEvent``).
        return self.current, self.fades is None, round(self.strength, 1)


def bands(
    joints: Iterable[Joint],
    *,
    left_scroll: float,
    right_scroll: float,
    height: float,
    current: int,
) -> list[Band]:
    """Return the bands to paint: those with an end in view, the topmost last."""
    result = []
    for joint in joints:
        left = _in_view(joint.left, left_scroll, height)
        right = _in_view(joint.right, right_scroll, height)
        if left is None and right is None:
            continue
        fades = Side.LEFT if left is None else Side.RIGHT if right is None else None
        result.append(
            Band(
                joint.match,
                joint.kind,
                left or _edge(joint.left, left_scroll, height),
                right or _edge(joint.right, right_scroll, height),
                fades,
                joint.match == current,
                joint.differs,
                joint.strength,
            )
        )
    result.sort(key=lambda band: (band.rank, PAINTED[band.kind]))
    return result


def _in_view(extent: Extent, scroll: float, height: float) -> Extent | None:
    top, bottom = extent.top - scroll, extent.bottom - scroll
    if bottom <= 0 or top >= height:
        return None
    return Extent(max(top, 0.0), min(bottom, height))


def _edge(extent: Extent, scroll: float, height: float) -> Extent:
    if extent.top - scroll >= height:
        return Extent(height - 2.0, height)
    return Extent(0.0, 2.0)


def band_at(painted: Sequence[Band], x: float, y: float, width: float) -> Band | None:
    """Return the topmost band under a point of the lane."""
    share = min(max(x / width, 0.0), 1.0)
    # ease = 3 s^2 - 2 s^3, near enough to the curve of ``ribbon._outline`` for a pointer.
    ease = share * share * (3 - 2 * share)
    for band in reversed(painted):
        top = band.left.top + (band.right.top - band.left.top) * ease
        bottom = band.left.bottom + (band.right.bottom - band.left.bottom) * ease
        # A pixel more on both sides, or a thin band would hardly be hit.
        if top - 1 <= y <= bottom + 1:
            return band
    return None


def alignment_at(
    alignments: Sequence[tuple[float, float]], x: float, y: float, width: float
) -> int:
    """Return the number of the alignment under a point of the lane, -1 for none."""
    for number, (left, right) in enumerate(alignments):
        on_head = (x < ALIGNMENT_REACH and abs(y - left) < ALIGNMENT_REACH) or (
            x > width - ALIGNMENT_REACH and abs(y - right) < ALIGNMENT_REACH
        )
        if on_head:
            return number
    return -1


@dataclass(frozen=True, slots=True)
class ScrollMap:
    """Piecewise linear map between the heights of two documents.

    Its knots are joined pixel heights, strictly rising on both sides, the first at
    the tops and the last at the bottoms of the documents.
    """

    left: tuple[float, ...]
    right: tuple[float, ...]

    def to_right(self, left: float) -> float:
        """Return the height on the right that belongs to one on the left."""
        return _interpolate(self.left, self.right, left)

    def to_left(self, right: float) -> float:
        """Return the height on the left that belongs to one on the right."""
        return _interpolate(self.right, self.left, right)


def scroll_map(
    pairs: Iterable[tuple[float, float]], left_height: float, right_height: float
) -> ScrollMap:
    """Build the map from joined heights; pairs that would fold it back are left out."""
    knots = [(0.0, 0.0)]
    for left, right in sorted(pairs):
        inside = left < left_height and right < right_height
        if left > knots[-1][0] and right > knots[-1][1] and inside:
            knots.append((left, right))
    # At least a pixel, so that no piece of the map has a height of 0 to divide by.
    knots.append((max(left_height, knots[-1][0] + 1.0), max(right_height, knots[-1][1] + 1.0)))
    return ScrollMap(tuple(knot[0] for knot in knots), tuple(knot[1] for knot in knots))


def _interpolate(here: Sequence[float], there: Sequence[float], value: float) -> float:
    # Beyond its ends the map goes on as its first and its last piece.
    index = min(max(bisect_right(here, value) - 1, 0), len(here) - 2)
    share = (value - here[index]) / (here[index + 1] - here[index])
    return there[index] + share * (there[index + 1] - there[index])


def sync_point(scroll: float, maximum: float, height: float) -> float:
    """Return the height in the view that is kept level with the other pane.

    It slides from the top of the view to its bottom with the reading position, so
    that both documents begin and end together (the idea of Meld's scrolling).
    """
    # Nothing can be scrolled: the middles are level.
    if maximum <= 0:
        return height / 2
    if maximum <= height:
        return height * scroll / maximum
    half = height / 2
    if scroll < half:
        return scroll
    if scroll > maximum - half:
        return height - (maximum - scroll)
    return half


def follow(
    scroll: float,
    *,
    maximum: float,
    height: float,
    other_maximum: float,
    convert: Callable[[float], float],
) -> float:
    """Return where the other pane scrolls to; ``convert`` maps a height across."""
    point = sync_point(scroll, maximum, height)
    # Both at the same height of the view.
    target = convert(scroll + point) - point
    return min(max(target, 0.0), other_maximum)


def paces(views_travelled: float, *, share: float) -> tuple[float, float]:
    """Return how little and how much the other side moves for each pixel of the one scrolled.

    As much as it when the reader begins to scroll, so that what stood level stays so;
    farther on between a quarter and four times as much. ``share`` is how many times as long
    the way of the other side is: far longer or shorter texts keep pace by more, or less.
    """
    freedom = (1.0 + views_travelled) ** 2
    share = max(share, 1e-6)
    most = min(max(WIDEST_PACE, 1.5 * share), 2 * WIDEST_PACE)
    return 1 / min(freedom, max(WIDEST_PACE, 2 / share)), min(freedom, most)


def paced(way: float, by: float, pace: tuple[float, float]) -> float:
    """Return how much of its ``way`` the other side goes with a step ``by``, never back."""
    forward = 1 if by > 0 else -1
    least, most = (each * abs(by) for each in pace)
    return forward * min(max(forward * way, least), most)


def common_height(wanted: float, sides: Sequence[tuple[float, float]]) -> float:
    """Return the height in the view, near the one wanted, that both sides can scroll to.

    ``sides`` are the top of what is brought there and the end of the scrolling,
    in document pixels. Where no height will do, the upper side sets it.
    """
    lowest = min(top for top, _ in sides)
    highest = max(top - maximum for top, maximum in sides)
    return min(max(wanted, highest), lowest)


@dataclass(frozen=True, slots=True)
class StripMark:
    """One mark of an overview strip: heights in strip pixels, the span it stands for."""

    match: int
    ink: Ink
    top: float
    bottom: float
    span: Span
    note: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where something that the overview shows stands in its pane."""

    match: int
    ink: Ink
    extent: Extent
    span: Span
    note: str = ""


def strip_marks(
    standing: Iterable[Standing], document_height: float, height: float
) -> list[StripMark]:
    """Return overview marks, four to eight pixels high and inside the strip.

    ``extents`` are match (-1 for none), kind, span and place of each.
    """
    scale = height / document_height if document_height > 0 else 0.0
    marks = []
    for one in standing:
        extent = one.extent
        top = min(extent.top * scale, max(height - 4.0, 0.0))
        bottom = min(extent.bottom * scale, height, top + TALLEST_STRIP_MARK)
        bottom = max(top + 4.0, bottom)
        marks.append(StripMark(one.match, one.ink, top, bottom, one.span, one.note))
    return marks


def strip_parts(ink: Ink, width: float) -> list[tuple[float, float]]:
    """Return the parts (from, to) of a strip mark of that width: its kind's line style.

    Whole for the same words, two dashes for a claim, dash and dot for facts; hits and
    notes are whole.
    """
    shares = LOOKS[ink].parts if isinstance(ink, Kind) else ((0.0, 1.0),)
    return [(low * width, high * width) for low, high in shares]
