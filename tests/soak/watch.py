# SPDX-License-Identifier: MIT
"""What must not happen while the soak goes on: complaints, leaks, growth."""

from __future__ import annotations

import gc
import logging
import os
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType

import psutil
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

HANDLES_SPARE = 8  # files that come and go: a write-ahead log, a page of the index
THREADS_SPARE = 2
PROCESSES_AT_MOST = 12  # three lanes, each with a reader, and what watches their memory
MEMORY_SPARE = 1.15


class Complaints(logging.Handler):
    """Collects exceptions, warnings of Qt and of Diptych, from whatever thread."""

    def __init__(self, told: Callable[[str], None]) -> None:
        super().__init__(logging.WARNING)
        self._told = told
        logging.getLogger().addHandler(self)
        qInstallMessageHandler(self._qt)
        threading.excepthook = lambda said: told(f"exception in a thread: {said.exc_value!r}")
        sys.unraisablehook = lambda said: told(
            f"exception nobody saw: {said.exc_value!r} in {said.object!r}"
        )

    def watch_exceptions(self) -> None:
        """Hear of uncaught exceptions, after the application has set up its own hook."""
        before = sys.excepthook

        def hook(
            kind: type[BaseException], error: BaseException, trace: TracebackType | None
        ) -> None:
            self._told(f"exception: {error!r}")
            before(kind, error, trace)

        sys.excepthook = hook

    def emit(self, record: logging.LogRecord) -> None:
        self._told(f"log: {record.levelname} {record.name}: {record.getMessage()}")

    def _qt(self, kind: QtMsgType, _: QMessageLogContext, message: str | None) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
            self._told(f"Qt: {message}")


@dataclass(frozen=True, slots=True)
class Load:
    """What the window's process holds at one moment; memory in MiB."""

    actions: int
    memory: float
    family: float  # with the processes that work for it
    handles: int
    threads: int
    processes: int

    def __str__(self) -> str:
        return (
            f"{self.actions:6} actions: {self.memory:6.1f} MiB (all processes {self.family:6.1f}), "
            f"{self.handles} handles, {self.threads} threads, {self.processes} processes"
        )


def load_now(actions: int) -> Load:
    """Measure this process, garbage collected first."""
    gc.collect()
    own = psutil.Process()
    family = 0.0
    children = own.children(recursive=True)
    for child in children:
        try:
            family += _own_memory(child)
        except psutil.Error:
            continue  # it has ended meanwhile
    memory = _own_memory(own)
    return Load(
        actions, memory, memory + family, _handles(), threading.active_count(), len(children)
    )


def _own_memory(process: psutil.Process) -> float:
    """Return the MiB that are the process's own."""
    if not sys.platform.startswith("linux"):
        return process.memory_full_info().uss / 2**20
    info = process.memory_info()
    # Without what is read of files: Qt's libraries count as a process's own as long as no
    # other one has them open, which is a matter of what else runs.
    return (info.rss - info.shared) / 2**20


def grown(first: Load, last: Load) -> list[str]:
    """Return what has grown beyond what is fair between two moments."""
    wrong = []
    if last.memory > first.memory * MEMORY_SPARE:
        wrong.append(f"memory grew from {first.memory:.1f} to {last.memory:.1f} MiB")
    if last.handles > first.handles + HANDLES_SPARE:
        wrong.append(f"open handles grew from {first.handles} to {last.handles}: {_named()}")
    if last.threads > first.threads + THREADS_SPARE:
        wrong.append(f"threads grew from {first.threads} to {last.threads}")
    if last.processes > max(first.processes, PROCESSES_AT_MOST):
        wrong.append(f"processes grew from {first.processes} to {last.processes}")
    return wrong


def _handles() -> int:
    process = psutil.Process()
    return process.num_handles() if sys.platform == "win32" else process.num_fds()


def _named() -> list[str]:
    if not os.path.isdir("/proc/self/fd"):  # noqa: PTH112
        return []
    names = []
    for number in os.listdir("/proc/self/fd"):  # noqa: PTH208
        try:
            names.append(os.readlink(f"/proc/self/fd/{number}"))  # noqa: PTH115
        except OSError:
            continue
    return sorted(names)
