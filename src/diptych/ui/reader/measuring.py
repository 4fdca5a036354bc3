# SPDX-License-Identifier: MIT
"""Where matches, notes and hits stand in the panes as these are laid out now."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

from diptych.compare.values import Kind, Match
from diptych.text.article import Span
from diptych.text.sides import Side
from diptych.ui.desk.marks import SideMark
from diptych.ui.reader.article_view import ArticleView
from diptych.ui.reader.geometry import Joint, Standing
from diptych.ui.reader.marks import CHANGED, DIFFERING, Mark
from diptych.values import dataclass

if TYPE_CHECKING:
    from diptych.ui.reader.match_words import MatchWords

SHORTEST_RUN = 16  # code points of a mark that counts as shared wording


@dataclass(frozen=True, slots=True)
class MarkedMatch:
    """A match as the panes show it: its number, kind and two spans."""

    match: int
    kind: Kind
    left: Span
    right: Span
    left_runs: tuple[Span, ...] = ()  # shared wording inside, marked more strongly
    right_runs: tuple[Span, ...] = ()
    strength: float = 0.0
    differs: bool = False
    left_figures: tuple[Span, ...] = ()  # those that the other side has otherwise
    right_figures: tuple[Span, ...] = ()

    def figures(self, side: Side) -> tuple[Span, ...]:
        return self.left_figures if side == Side.LEFT else self.right_figures

    def runs(self, side: Side) -> tuple[Span, ...]:
        return self.left_runs if side == Side.LEFT else self.right_runs

    def span(self, side: Side) -> Span:
        return self.left if side == Side.LEFT else self.right


def marked_match(number: int, match: Match) -> MarkedMatch:
    """Return a match as the panes mark it; shared wording stands out in its passage."""
    runs: tuple[tuple[Span, ...], tuple[Span, ...]] = ((), ())
    if match.kind is Kind.SAME_WORDS:
        runs = (
            long_runs(match.evidence.left_marks, match.left),
            long_runs(match.evidence.right_marks, match.right),
        )
    differing = match.evidence.differing
    return MarkedMatch(
        number,
        match.kind,
        match.left,
        match.right,
        *runs,
        strength=match.strength,
        differs=match.is_difference,
        # A side on which a figure is missing has nothing to mark.
        left_figures=tuple(each.left_span for each in differing if len(each.left_span)),
        right_figures=tuple(each.right_span for each in differing if len(each.right_span)),
    )


def long_runs(marks: Sequence[Span], passage: Span) -> tuple[Span, ...]:
    """Return the marks long enough to be wording, not single words, within a passage."""
    return tuple(
        Span(max(m.start, passage.start), min(m.end, passage.end))
        for m in marks
        if len(m) >= SHORTEST_RUN and m.overlaps(passage)
    )


def marks_on(
    view: ArticleView, side: Side, matches: Sequence[MarkedMatch], side_marks: Sequence[SideMark]
) -> Iterator[Mark]:
    """Yield the marks under the text of one pane."""
    ranges = view.ranges
    for m in matches:
        runs = m.runs(side)
        for start, end in ranges(m.span(side)):
            yield Mark(
                start,
                end,
                m.kind,
                m.match,
                is_ground=bool(runs),
                strength=m.strength,
                differs=m.differs,
            )
        for run in runs:
            for start, end in ranges(run):
                yield Mark(start, end, m.kind, m.match, strength=m.strength, differs=m.differs)
    for m in matches:
        for figure in m.figures(side):
            for start, end in ranges(figure):
                yield Mark(start, end, DIFFERING)
    for mark in side_marks:
        if mark.side == side:
            for start, end in ranges(mark.span):
                yield Mark(
                    start,
                    end,
                    mark.hue,
                    -1,
                    mark.note,
                    is_ground=mark.is_ground,
                    change=mark.change,
                )


def word_marks_on(view: ArticleView, side: Side, words: MatchWords | None) -> list[Mark]:
    """Return the marks of single words in the current match of one pane."""
    if words is None:
        return []
    inks = [(words.kind, span) for span in words.shared(side)]
    changed = [(CHANGED, span) for span in words.changed(side)]
    return [
        Mark(start, end, ink) for ink, span in inks + changed for start, end in view.ranges(span)
    ]


def joints_between(
    left: ArticleView, right: ArticleView, matches: Sequence[MarkedMatch]
) -> Generator[None, None, list[Joint]]:
    """Return the matches that are laid out on both sides, with their heights, in steps."""
    # Asked once, for it has Qt look for the line at a height.
    ends = left.laid_out_end(), right.laid_out_end()
    found = []
    for m in matches:
        above = left.extent_before(ends[0], m.left)
        across = right.extent_before(ends[1], m.right)
        if above is not None and across is not None:
            found.append(Joint(m.match, m.kind, above, across, m.differs, m.strength))
        yield
    return found


def on_strip(side: Side, joints: Sequence[Joint], matches: Sequence[MarkedMatch]) -> list[Standing]:
    """Return the matches as the overview strip of a side shows them, the strongest last."""
    spans = {match.match: match.span(side) for match in matches}
    # What is painted last lies on top.
    upwards = sorted(joints, key=lambda joint: joint.strength)
    return [
        Standing(j.match, DIFFERING if j.differs else j.kind, j.on(side), spans[j.match])
        for j in upwards
    ]


def alone_on_strip(
    view: ArticleView, side: Side, side_marks: Sequence[SideMark]
) -> Generator[None, None, list[Standing]]:
    """Return what the overview strip shows besides matches, in steps: notes, hits, changes."""
    end = view.laid_out_end()
    found = []
    for mark in side_marks:
        if mark.side == side and _is_on_strip(mark):
            extent = view.extent_before(end, mark.span)
            if extent is not None:
                found.append(Standing(-1, mark.hue, extent, mark.span, mark.note))
            yield
    return found


def _is_on_strip(mark: SideMark) -> bool:
    # Of a change its passage alone: its words stand at the same height.
    return mark.hue != "only" and (mark.change < 0 or mark.is_ground)


def passage_in(view: ArticleView, span: Span) -> QRect:
    """Return the lines that a span takes in the viewport; the line of the caret if unknown."""
    caret, extent = view.cursorRect(), view.extent(span)
    if extent is None:
        return caret
    top = view.visible_heights()[0]
    low, high = round(extent.top - top), round(extent.bottom - top)
    # Beside the caret, if it stands in the passage.
    left = caret.left() if low <= caret.top() <= high else 0
    return QRect(left, low, max(caret.width(), 1), max(high - low, 1))


def joined_heights(
    left: ArticleView, right: ArticleView, places: Sequence[tuple[int, int]]
) -> list[tuple[float, float]]:
    """Return the heights of joined article places, as far as both sides are laid out."""
    # Asking for a height would make Qt lay out all that is above.
    ends = left.laid_out_end(), right.laid_out_end()
    return [
        (left.height_of(a), right.height_of(b))
        for a, b in places
        if left.qt_position(a) < ends[0] and right.qt_position(b) < ends[1]
    ]


def chained_heights(
    chain: Sequence[tuple[int, int]], matches: Sequence[MarkedMatch], joints: Sequence[Joint]
) -> list[tuple[float, float]]:
    """Return the heights of joined places that begin matches, where those are measured."""
    measured = {joint.match: joint for joint in joints}
    beginning = {(m.left.start, m.right.start): measured.get(m.match) for m in matches}
    found = [beginning.get(places) for places in chain]
    return [(joint.left.top, joint.right.top) for joint in found if joint is not None]
