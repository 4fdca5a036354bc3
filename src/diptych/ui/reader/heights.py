# SPDX-License-Identifier: MIT
"""Where the lines of a laid-out document stand, remembered until it is laid out anew."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextDocument

from diptych.text.article import Span
from diptych.ui.reader.geometry import Extent


class Heights:
    """Finds heights in a document, in pixels from its top.

    Thousands of places are asked for again and again while a reader judges matches,
    and each answer costs a handful of calls into Qt.
    """

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._spans: dict[Span, Extent] = {}

    def forget(self) -> None:
        """Measure anew: the lines are broken elsewhere now."""
        self._spans.clear()

    def of_span(self, span: Span) -> Extent | None:
        """Return the extent of an article span if it has been measured."""
        return self._spans.get(span)

    def measure(self, span: Span, ranges: Sequence[tuple[int, int]]) -> Extent | None:
        """Return the extent of a span by the Qt ranges that show it, None without any."""
        if not ranges:
            return None
        top = min(self.line(start).top for start, _ in ranges)
        # The line of the last letter: the end itself may stand on the next one.
        extent = Extent(top, max(self.line(end - 1).bottom for _, end in ranges))
        self._spans[span] = extent
        return extent

    def line(self, qt_position: int) -> Extent:
        """Return the extent of the line that holds a position, laying out what is above."""
        block = self._document.findBlock(qt_position)
        box = self._document.documentLayout().blockBoundingRect(block)
        line = block.layout().lineForTextPosition(qt_position - block.position())
        # An empty paragraph has no line.
        if not line.isValid():
            return Extent(box.top(), box.bottom())
        top = box.top() + line.y()
        return Extent(top, top + line.height())
