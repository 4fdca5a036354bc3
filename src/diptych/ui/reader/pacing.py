# SPDX-License-Identifier: MIT
"""Has Qt lay out long documents, and let go of them, a moment at a time."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QAbstractEventDispatcher, QEvent, QObject, QTimerEvent
from PySide6.QtGui import QTextDocument

from diptych.ui.parts.moment import Moment
from diptych.ui.parts.steps import Steps

LENGTH_AT_ONCE = 5_000  # code units, laid out in about 1.5 ms
BLOCKS_AT_ONCE = 500


class LayoutPace(QObject):
    """Lays a document out in even steps.

    Left alone, Qt lays out what is not in view by a timer, and twice as much each
    time: 200,000 characters in the end, in which the window answers nobody. This
    takes the timer's place.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self._reached = 0
        document.documentLayout().installEventFilter(self)

    def begin_again(self) -> None:
        """Note that the lines are to be broken anew, from the top."""
        self._reached = 0

    def eventFilter(self, layout: QObject, event: QEvent) -> bool:
        if not isinstance(event, QTimerEvent) or not _goes_by_intervals(layout, event):
            return False
        last = self._document.characterCount() - 1
        if self._reached >= last:
            return False  # Qt knows best what is left to do
        moment = Moment()
        while self._reached < last and moment.has_time():
            self._reached = min(self._reached + LENGTH_AT_ONCE, last)
            block = self._document.findBlock(self._reached)
            # Asking where a paragraph stands has Qt lay out all up to it.
            self._document.documentLayout().blockBoundingRect(block)
        return True


def _goes_by_intervals(layout: QObject, event: QTimerEvent) -> bool:
    """Tell the timer that lays out, every 10 ms, from that which reports a new height."""
    timers = QAbstractEventDispatcher.instance().registeredTimers(layout)
    return any(timer.timerId == event.timerId() and timer.interval > 0 for timer in timers)


class Retired(QObject):
    """A document no longer shown: what its lines take is given back bit by bit."""

    def __init__(self, document: QTextDocument, parent: QObject) -> None:
        super().__init__(parent)
        document.setParent(self)
        self._document = document
        self._steps = Steps(self)
        self._steps.finished.connect(self.deleteLater)
        self._steps.start(self._emptying())

    def _emptying(self) -> Iterator[None]:
        block = self._document.firstBlock()
        while block.isValid():
            for _ in range(BLOCKS_AT_ONCE):
                # Its lines alone: the paragraphs themselves go with the document.
                block.clearLayout()
                block = block.next()
            yield
