# SPDX-License-Identifier: MIT
"""Does long work of the window a moment at a time, so that it answers in between."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from diptych.ui.parts.moment import Moment

_END = object()
_Thing = TypeVar("_Thing")


def gathered(things: Iterable[_Thing], done: Callable[[list[_Thing]], None]) -> Iterator[None]:
    """Gather things, a step for each, and hand them over once all are there."""
    found = []
    for thing in things:
        found.append(thing)
        yield
    done(found)


class Steps(QObject):
    """Runs an iterator for a moment, lets the window live, and goes on.

    The first moment is spent at once: what is short is done when ``start`` returns.
    """

    finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work: Iterator[object] | None = None
        self._next: Callable[[], Iterator[object]] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_running(self) -> bool:
        """Tell whether there is something left to do."""
        return self._work is not None

    def start(self, work: Iterator[object]) -> None:
        """Begin this work; what was not finished is dropped."""
        self.stop()
        self._work = work
        self._go_on()

    def start_when_free(self, begin: Callable[[], Iterator[object]]) -> None:
        """Begin work once what is under way is finished; of several asked for, the last."""
        if self._work is None:
            self.start(begin())
        else:
            self._next = begin

    def finish(self) -> None:
        """Do at once what is left: somebody needs it now."""
        while self._work is not None:
            work = self._work
            if next(work, _END) is _END and work is self._work:
                self._timer.stop()
                self._end()

    def stop(self) -> None:
        """Drop what is not finished."""
        self._timer.stop()
        self._work = self._next = None

    def _go_on(self) -> None:
        moment = Moment()
        work = self._work
        # A step, or who hears that it is finished, may have started other work.
        while work is not None and work is self._work and moment.has_time():
            if next(work, _END) is _END and work is self._work:
                self._end()
                return
        if self._work is not None:
            self._timer.start()

    def _end(self) -> None:
        begin = self._next
        self._work = self._next = None
        self.finished.emit()
        # Who heard of it may have begun something else.
        if begin is not None and self._work is None:
            self.start(begin())
