# SPDX-License-Identifier: MIT
"""Lanes: where work goes that must not hold up the window.

A disk lane is one thread that owns stores of its own: one serves the window's
changes, one its searches, so that nobody waits for an import to find a word. A
compute lane is one spawned process for CPU-bound Python: one compares, one
indexes. In all a newer job of a name supersedes the older one. A thread never
touches Qt, nor holds what is to be called with its answer: it puts the answer into a
queue, and the GUI thread takes it from there while jobs are under way.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from concurrent.futures import ThreadPoolExecutor as Threads
from functools import partial
from queue import SimpleQueue
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from diptych.errors import DiptychError
from diptych.paths import Profile
from diptych.services.stores import Stores
from diptych.values import dataclass
from diptych.worker import Worker

IDLE_MS = 120_000  # so long a process is kept for the next job
TAKE_MS = 4  # between two looks for answers; no reader sees it

Done = Callable[[Any], None]
Failed = Callable[[DiptychError], None]


def _ignore(_: object) -> None:
    """Take an answer nobody waits for."""


def _nothing() -> None:
    """Know nothing beforehand."""


@dataclass(frozen=True)
class _Job:
    name: str
    ticket: int
    done: Done
    failed: Failed


class Lane(QObject):
    """Runs jobs one after the other; answers arrive on the GUI thread."""

    busy_changed = Signal(bool)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tickets: dict[str, int] = {}
        self._waiting: dict[str, Future[Any]] = {}
        # Kept here and not in the future: the last to let go of a callback may be the
        # thread, and a widget that goes with it would end where Qt allows none to end.
        self._jobs: dict[int, _Job] = {}
        self._begun = 0
        self._ended: SimpleQueue[tuple[int, Future[Any]] | Callable[[], None]] = SimpleQueue()
        self._taking = QTimer(self)
        self._taking.setInterval(TAKE_MS)
        self._taking.timeout.connect(self._take)
        # Queued, so that an answer that opens a dialog does not hold up the timer.
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Tell whether an answer is still to come."""
        return bool(self._jobs)

    def _start(
        self, name: str, start: Callable[[], Future[Any]], done: Done, failed: Failed
    ) -> None:
        older = self._waiting.pop(name, None)
        if older is not None:
            older.cancel()
        # Cancelling stops none that is under way: its answer is known by its number and dropped.
        ticket = self._tickets[name] = self._tickets.get(name, 0) + 1
        future = start()
        self._waiting[name] = future
        self._begun += 1
        number = self._begun
        self._jobs[number] = _Job(name, ticket, done, failed)
        self._taking.start()
        self.busy_changed.emit(True)
        # The thread shall hold the queue alone, and nothing of Qt.
        ended = self._ended
        future.add_done_callback(lambda future: ended.put((number, future)))

    def forget(self, name: str) -> None:
        """Drop the answer of a job that is no longer wanted."""
        self._tickets[name] = self._tickets.get(name, 0) + 1
        older = self._waiting.pop(name, None)
        if older is not None:
            older.cancel()

    def _stop_answering(self) -> None:
        """Let no answer arrive any more: who asked may be gone with the window."""
        self._taking.stop()
        self._jobs.clear()

    def _take(self) -> None:
        while not self._ended.empty():
            self._arrived.emit(self._ended.get())

    def _deliver(self, what: tuple[int, Future[Any]] | Callable[[], None]) -> None:
        if isinstance(what, tuple):
            self._end(*what)
        else:
            what()

    def _end(self, number: int, future: Future[Any]) -> None:
        job = self._jobs.pop(number, None)
        # The lane was closed meanwhile.
        if job is None:
            return
        if not self._jobs:
            self._taking.stop()
            self.busy_changed.emit(False)
        if self._waiting.get(job.name) is future:
            del self._waiting[job.name]
        # A newer job of that name was begun since, or its answer is not wanted any more.
        if self._tickets.get(job.name) != job.ticket or future.cancelled():
            return
        try:
            answer = future.result()
        except CancelledError:
            return
        except DiptychError as error:
            job.failed(error)
            return
        job.done(answer)


class DiskLane(Lane):
    """One thread with the stores of the profile; jobs are given its ``Stores``."""

    troubled = Signal(object)  # Translatable: what was left out of what was read, and why

    def __init__(self, profile: Profile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._profile = profile
        self._threads = Threads(max_workers=1, thread_name_prefix="disk")
        self._stores: Stores | None = None
        self._told = 0  # of the stores' troubles
        self._closing = False
        self._stop = threading.Event()

    def run(
        self,
        name: str,
        work: Callable[[Stores], Any],
        done: Done = _ignore,
        failed: Failed = _ignore,
    ) -> None:
        """Do ``work`` with the stores; a waiting older job called ``name`` is dropped.

        Once the lane is closing nothing is begun any more.
        """
        if self._closing:
            return
        self._start(name, lambda: self._threads.submit(self._do, work), done, failed)

    def report(self, call: Callable[[], None]) -> None:
        """Bring a call from inside a job to the GUI thread (progress)."""
        self._ended.put(call)

    @property
    def stopping(self) -> bool:
        """Tell a long job that the application is closing."""
        return self._stop.is_set()

    def close(self) -> None:
        """Finish what is running, drop what waits, close the stores."""
        self._stop.set()
        self.finish()

    def finish(self) -> None:
        """Do all that waits, then close the stores; for work that may not be lost."""
        if self._closing:
            return
        self._closing = True
        # In the thread that opened them, as SQLite demands.
        self._threads.submit(self._close_rooms)
        self._threads.shutdown(wait=True)
        self._stop_answering()

    def _do(self, work: Callable[[Stores], Any]) -> Any:
        if self._stop.is_set():
            raise CancelledError
        if self._stores is None:
            self._stores = Stores(self._profile)
        answer = self._stores.do(work)
        self._tell_troubles(self._stores)
        return answer

    def _tell_troubles(self, stores: Stores) -> None:
        for trouble in stores.troubles[self._told :]:
            self.report(partial(self.troubled.emit, trouble))
        self._told = len(stores.troubles)

    def _close_rooms(self) -> None:
        if self._stores is not None:
            self._stores.close()
            self._stores = None


class ComputeLane(Lane):
    """One spawned process for heavy work; it is started with the first job."""

    def __init__(self, name: str = "compute", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = Worker(name)
        self._threads = Threads(max_workers=1, thread_name_prefix=name)
        self._stop = threading.Event()
        self._free = threading.Event()
        self._free.set()
        self._changing = threading.Lock()
        self._under_way: tuple[str, float] | None = None  # the job's name, when it began
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(IDLE_MS)
        self._resting.timeout.connect(self.rest)
        self.busy_changed.connect(self._note_busy)

    def run(
        self,
        name: str,
        function: Callable[..., Any],
        *arguments: Any,
        first: Callable[[], Any] = _nothing,
        done: Done = _ignore,
        failed: Failed = _ignore,
    ) -> None:
        """Call a module-level function in the process; arguments and answer are pickled.

        What ``first`` knows is the answer, and no process is needed for it. Once the
        lane is closing nothing is begun any more.
        """
        if not self._stop.is_set():
            self._start(
                name,
                lambda: self._threads.submit(self._call, name, first, function, arguments),
                done,
                failed,
            )

    def stop(self, name: str, *, after_s: float = 0.0) -> None:
        """Drop a job; one that has been under way for so long is broken off.

        Its process ends with it, and what that had read; the next job starts another.
        """
        self.forget(name)
        with self._changing:
            if self._under_way is None:
                return
            running, since = self._under_way
            if running == name and monotonic() - since >= after_s:
                self._worker.kill()

    def hold(self, held: bool) -> None:
        """Begin nothing while ``held``: somebody waits for another lane. What runs goes on."""
        if held:
            self._free.clear()
        else:
            self._free.set()

    def rest(self) -> None:
        """End the process if it is idle, to free its memory; the next job starts another."""
        if not self.is_busy:
            self._worker.kill()

    def _note_busy(self, busy: bool) -> None:
        if busy or self._stop.is_set():
            self._resting.stop()
        else:
            self._resting.start()

    def close(self) -> None:
        """End the process without waiting for what it computes."""
        self._resting.stop()
        self._stop.set()
        self._free.set()
        self._worker.close()
        self._threads.shutdown(wait=True, cancel_futures=True)
        self._stop_answering()

    def _call(
        self,
        name: str,
        first: Callable[[], Any],
        function: Callable[..., Any],
        arguments: tuple[Any, ...],
    ) -> Any:
        self._free.wait()
        if self._stop.is_set():
            raise CancelledError
        known = first()
        if known is not None:
            return known
        with self._changing:
            self._under_way = name, monotonic()
        try:
            return self._worker.call(function, *arguments)
        finally:
            with self._changing:  # not before a kill meant for this job has been done
                self._under_way = None
