# SPDX-License-Identifier: MIT
"""Has vectors of meaning made for the library, the pinned articles first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from diptych.errors import DiptychError, EncoderError
from diptych.meaning.choice import encoders_for, installed_encoders
from diptych.paths import Profile
from diptych.services.encoding import encode_part, level_vectors
from diptych.ui.parts.lanes import ComputeLane, DiskLane
from diptych.ui.parts.translation import told

if TYPE_CHECKING:
    from diptych.library.entry import Entry

SETTLE_MS = 1_000  # let the window come up and the first comparison be done

Task = tuple[str, str]  # article id, name of the encoder


class MeaningState(QObject):
    """Goes through the articles that lack vectors, one part of an article at a time.

    The work is done in a process of its own, so that comparing never waits for
    it. What is pinned meanwhile comes next.
    """

    progressed = Signal(int, int)  # done, of how many; equal when all is
    made = Signal(str)  # an encoder is through with this article
    failed = Signal(str)

    def __init__(
        self,
        disk: DiskLane,
        encoding: ComputeLane,
        profile: Profile,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._disk = disk
        self._encoding = encoding
        self._profile = profile
        self._entries: tuple[Entry, ...] = ()
        self._first: frozenset[str] = frozenset()
        self._made: set[Task] = set()
        self._in_vain: set[Task] = set()
        self._broken: set[str] = set()  # names of encoders that cannot be used
        self._tasks: list[Task] = []
        self._is_running = False
        self.is_paused = False
        self._are_files_read = False
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE_MS)
        self._settling.timeout.connect(self.begin)

    # What is wanted

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Take over which articles there are."""
        self._entries = entries
        self._begin_soon()

    def want_first(self, ids: Sequence[str]) -> None:
        """Make the vectors of these articles before all others."""
        self._first = frozenset(ids)
        self._tasks.sort(key=lambda task: task[0] not in self._first)
        if self._are_files_read and not self._is_running and self._tasks:
            self._next()

    def lacks(self, ids: Sequence[str]) -> bool:
        """Tell whether vectors of these articles are still to be made."""
        return not self.is_paused and any(task[0] in ids for task in self._tasks)

    def pause(self, paused: bool) -> None:
        """Stop after the part under way, or go on."""
        self.is_paused = paused
        if paused:
            self._settling.stop()
            self.progressed.emit(0, 0)
        else:
            self._begin_soon()

    def wait_for_files(self, are_read: bool) -> None:
        """While files are read, make vectors of what is pinned alone: they are waited for."""
        self._are_files_read = are_read
        if not are_read and not self._is_running and self._tasks:
            self._next()

    def _begin_soon(self) -> None:
        if self._entries and not self.is_paused and installed_encoders():
            self._settling.start()

    # Going through them

    def begin(self) -> None:
        """See what is made already and go on with the rest."""
        self._settling.stop()
        known = [entry.id for entry in self._entries]
        work = partial(level_vectors, ids=known)
        self._disk.run("vectors made", work, self._plan, self._fail)

    def _plan(self, made: frozenset[Task]) -> None:
        # A part under way goes on; what follows it is the new plan's.
        self._made = set(made)
        self._tasks = self._planned()
        if not self._is_running:
            self._next()

    def _planned(self) -> list[Task]:
        """Return what lacks: the wanted articles, then the quick encoder for all."""
        tasks = [
            (order, entry.id, encoder.name)
            for entry in self._entries
            for order, encoder in enumerate(encoders_for((entry.language,), words=entry.words))
        ]
        # What is pinned first; then the quick encoder goes through all before the other begins.
        tasks.sort(key=lambda task: (task[1] not in self._first, task[0]))
        settled = self._made | self._in_vain
        return [
            (id_, name)
            for _, id_, name in tasks
            if (id_, name) not in settled and name not in self._broken
        ]

    def _next(self) -> None:
        self._is_running = bool(self._tasks) and not self.is_paused
        if self.is_paused:
            return
        self._report()
        if not self._tasks:
            # With it goes the memory its model takes.
            self._encoding.rest()
            return
        task = self._tasks[0]
        if self._are_files_read and task[0] not in self._first:
            self._is_running = False
            return
        self._encoding.run(
            "encode",
            # It comes from a module without Qt, which would go with it into the process.
            encode_part,
            self._profile,
            *task,
            done=lambda part: self._advance(task, *part),
            failed=lambda error: self._give_up(task, error),
        )

    def _advance(self, task: Task, done: int, total: int, trouble: str) -> None:
        if trouble:
            self._stop(trouble)
            return
        if done >= total:
            self._made.add(task)
            self._drop(task)
            self.made.emit(task[0])
        self._next()

    def _drop(self, task: Task) -> None:
        # A new plan may have dropped it.
        if task in self._tasks:
            self._tasks.remove(task)

    def _give_up(self, task: Task, error: DiptychError) -> None:
        """Leave an encoder that cannot be used, or an article that cannot be read."""
        if isinstance(error, EncoderError):
            self._broken.add(task[1])
            self._tasks = self._planned()
            self._fail(error)
        else:
            self._in_vain.add(task)
            self._drop(task)
        self._next()

    def _stop(self, trouble: str) -> None:
        """Make nothing more that could not be kept, until the next start."""
        self._is_running = False
        self.is_paused = True
        self.progressed.emit(0, 0)
        self.failed.emit(told(trouble))

    def _report(self) -> None:
        """Tell how far it is, in articles; with two encoders each counts twice."""
        done = len(self._made)
        self.progressed.emit(done, done + len(self._tasks))

    def _fail(self, error: DiptychError) -> None:
        self.failed.emit(told(error.sentence))
