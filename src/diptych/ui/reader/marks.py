# SPDX-License-Identifier: MIT
"""Marks under article text: which words are marked, and how each kind is drawn."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from heapq import heappop, heappush
from itertools import accumulate, pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextBlock, QTextLayout

from diptych.compare.values import Kind
from diptych.ui.desk.marks import REACHED
from diptych.ui.parts.kinds import LOOKS, PAINTED, Ink, color_of
from diptych.ui.parts.theme import Palette
from diptych.values import dataclass

DIFFERING = "warning"  # the colour of what the two sides tell otherwise
ONLY = "only"  # what one side alone says
CHANGED = "changed"  # a word of the current match that stands otherwise on the other side
FILL = {"hit": 0.55, "peek": 0.5, ONLY: 0.1, REACHED: 0.1}  # of marks that are no matches
ONLY_AWAY = 9.0  # pixels from the text to the line beside what only one side says
HIGHLIGHT_FILL = 0.34  # of what the reader has marked in a colour
GROUND_FILL = 0.14
CURRENT_FILL = 0.95
DARK_CURRENT_FILL = 0.6


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked range of the pane in Qt positions.

    ``ink`` is the kind of the match, or the name of a colour: only, hit, note, note-red.
    ``match`` numbers the match it belongs to, -1 for none; ``note`` is a note's id.
    A ground is the passage around a shared run, tinted faintly beneath it; where the
    two sides disagree the line under it ``differs`` from that of its kind.
    """

    start: int
    end: int
    ink: Ink
    match: int = -1
    note: str = ""
    is_ground: bool = False
    strength: float = 0.0  # of the match, 0 to 1
    differs: bool = False
    change: int = -1  # the change of two versions it belongs to


class MarkTable:
    """The marks of one document, found by text block."""

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        self._marks = sorted(marks, key=lambda m: (m.start, -m.end))
        self._starts = [mark.start for mark in self._marks]
        # The farthest end so far only rises, so that bisection finds who may reach into a block.
        self._reach = list(accumulate((mark.end for mark in self._marks), max))

    def in_block(self, block: QTextBlock) -> Sequence[Mark]:
        """Return the marks that touch a block, by start."""
        start, end = block.position(), block.position() + block.length()
        low, high = bisect_right(self._reach, start), bisect_left(self._starts, end)
        return [mark for mark in self._marks[low:high] if mark.end > start]

    def at(self, block: QTextBlock, position: int) -> list[Mark]:
        """Return the marks over a Qt position, shortest first."""
        found = [m for m in self.in_block(block) if m.start <= position < m.end]
        return sorted(found, key=lambda m: m.end - m.start)


def in_painting_order(marks: Iterable[Mark], current: int) -> list[Mark]:
    """Return what to paint of one block, bottom first; of the matches, nothing twice.

    Where matches overlap only the strongest is painted, the current one before all:
    two tints on one another would be a colour that stands for nothing. Above them lies
    what the reader looks for or has written.
    """
    marks = list(marks)
    alone = {(m.start, m.end, m.ink): m for m in marks if m.match < 0}
    matches = [m for m in marks if m.match >= 0]
    return [*_side_by_side(matches, current), *alone.values()]


def _side_by_side(marks: Sequence[Mark], current: int) -> list[Mark]:
    """Return matches cut so that each place keeps the strongest mark over it alone."""

    def rank(mark: Mark) -> tuple[bool, bool, float, int]:
        # The current match first, wording before the passage around it, then the stronger, and of
        # equal ones the kind that is painted later.
        return mark.match != current, mark.is_ground, -mark.strength, -_painted(mark)

    borders = sorted({place for mark in marks for place in (mark.start, mark.end)})
    waiting = sorted(marks, key=lambda m: m.start, reverse=True)
    over: list[tuple[tuple[bool, bool, float, int], int, Mark]] = []  # strongest first
    pieces: list[tuple[Mark, int, int]] = []
    for start, end in pairwise(borders):
        while waiting and waiting[-1].start <= start:
            mark = waiting.pop()
            # The count breaks ties, for marks themselves have no order.
            heappush(over, (rank(mark), len(waiting), mark))
        while over and over[0][2].end <= start:
            heappop(over)
        if not over:
            continue
        best = over[0][2]
        goes_on = pieces and pieces[-1][0] is best and pieces[-1][2] == start
        pieces.append((best, pieces.pop()[1] if goes_on else start, end))
    return [replace(mark, start=start, end=end) for mark, start, end in pieces]


def _painted(mark: Mark) -> int:
    return PAINTED[mark.ink] if isinstance(mark.ink, Kind) else -1


def line_rects(block: QTextBlock, start: int, end: int, origin: QPointF) -> list[QRectF]:
    """Return the rectangles that a range covers in one block, a line each."""
    layout: QTextLayout = block.layout()
    low = max(start - block.position(), 0)
    # Without the separator that Qt counts to each block.
    high = min(end - block.position(), block.length() - 1)
    rects = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = line.textStart(), line.textStart() + line.textLength()
        if first >= high or last <= low:
            continue
        x1 = _x(line, max(low, first))
        x2 = _x(line, min(high, last))
        top = origin.y() + line.y()
        # Where it is read from right to left the end lies on the left.
        left, right = min(x1, x2), max(x1, x2)
        rects.append(QRectF(origin.x() + left, top, right - left, line.height()))
    return rects


def _x(line: object, place: int) -> float:
    """Return the x of a place in a line; the binding gives it with the place."""
    x = line.cursorToX(place)  # type: ignore[attr-defined]
    return float(x[0] if isinstance(x, tuple) else x)


def paint_mark(
    painter: QPainter,
    rects: Sequence[QRectF],
    mark: Mark,
    palette: Palette,
    *,
    current: bool,
    by_word: bool = False,
) -> None:
    """Paint one mark: a tint for matches and hits, a line for the others.

    Where the words of the current match are painted one by one, the rest of it keeps
    the usual tint.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    strong = current and not by_word
    fill = (
        GROUND_FILL * palette.tint if mark.is_ground else _fill(mark.ink, palette, current=strong)
    )
    if fill is not None:
        over = 0 if mark.match >= 0 else 1  # matches may stand side by side
        places = [rect.adjusted(-over, 1, over, -1) for rect in rects]
        if is_highlight(mark.ink) or mark.ink == "hit":
            _cover(painter, places, palette)
        painter.setBrush(color_of(mark.ink, palette, fill))
        for place in places:
            painter.drawRoundedRect(place, 3, 3)
    pen = None if mark.is_ground and not mark.differs else _pen(mark, palette, current=current)
    if pen is not None:
        painter.setPen(pen)
        for rect in rects:
            y = rect.bottom() - 1.5
            painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))


def paint_beside(painter: QPainter, rects: Sequence[QRectF], palette: Palette, *, x: float) -> None:
    """Paint the dotted line beside what only one side says: lines under it look like faults."""
    painter.setPen(QPen(palette.color(ONLY, 0.9), 1.8, Qt.PenStyle.DotLine))
    for rect in rects:
        painter.drawLine(QPointF(x, rect.top() + 1), QPointF(x, rect.bottom() - 1))


def paint_word(painter: QPainter, rects: Sequence[QRectF], mark: Mark, palette: Palette) -> None:
    """Paint a word of the current match: strong where it is shared, dotted where not."""
    if mark.ink == CHANGED:
        painter.setPen(QPen(palette.color(DIFFERING, 0.9), 1.8, Qt.PenStyle.DotLine))
        for rect in rects:
            y = rect.bottom() - 3.5  # above the line of the current match
            painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    fill = _fill(mark.ink, palette, current=True)
    painter.setBrush(color_of(mark.ink, palette, fill or CURRENT_FILL))
    for rect in rects:
        painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), 3, 3)


def is_highlight(ink: Ink) -> bool:
    """Tell whether a mark is in a colour that the reader chose."""
    return not isinstance(ink, Kind) and ink.startswith("note-")


def _cover(painter: QPainter, places: Sequence[QRectF], palette: Palette) -> None:
    """Take the tint of a match away where a hit or the reader's own colour goes: they would mix."""
    painter.setBrush(palette.color("paper"))
    for place in places:
        painter.drawRect(place)


def _fill(ink: Ink, palette: Palette, *, current: bool) -> float | None:
    usual = LOOKS[ink].fill * palette.tint if isinstance(ink, Kind) else FILL.get(ink)
    if is_highlight(ink):
        return HIGHLIGHT_FILL
    if usual is None or not current:
        return usual
    return DARK_CURRENT_FILL if palette.dark else CURRENT_FILL


def _pen(mark: Mark, palette: Palette, *, current: bool) -> QPen | None:
    """Return the pen of the line under a mark, None for a mark without one."""
    ink = mark.ink
    if ink == DIFFERING:
        return QPen(palette.color(ink), 2.4)
    if current or ink == REACHED:
        return QPen(palette.color("accent"), 2.0)
    if mark.differs:
        return QPen(palette.color(DIFFERING, 0.75), 1.6, Qt.PenStyle.DashDotDotLine)
    if isinstance(ink, Kind):
        return QPen(color_of(ink, palette, 0.7), 1.4, LOOKS[ink].pen)
    if ink.startswith("note"):
        return QPen(palette.color(ink, 0.9), 2.0)
    return None
