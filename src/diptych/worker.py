# SPDX-License-Identifier: MIT
"""A spawned process that calls one function after the other, and can be ended at any time.

``concurrent.futures`` is not used: before Python 3.12 its pool can wait for ever
when its process is ended while a large argument is on the way to it.
"""

from __future__ import annotations

import atexit
import pickle
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from diptych.errors import DiptychError
from diptych.translatable import template

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

    if sys.platform == "win32":  # what a pipe is there
        from multiprocessing.connection import PipeConnection as Connection
    else:
        from multiprocessing.connection import Connection

_ENDED = template("The work was ended from outside before it was done. Try again.")


class WorkerEndedError(DiptychError):
    """The process was ended, from outside or by ``Worker.kill``, before it answered."""


class Worker:
    """Calls module-level functions in a process of its own.

    ``call`` is for one thread at a time; ``kill`` and ``close`` may come from any other.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._process: BaseProcess | None = None
        self._ours: Connection[Any, Any] | None = None
        self._changing = threading.Lock()
        self._closed = False

    def call(self, function: Callable[..., Any], *arguments: Any) -> Any:
        """Return what ``function`` returns, or raise what it raises.

        Starts the process when there is none. Raises WorkerEndedError when it
        ends before it has answered, and after ``close``.
        """
        with self._changing:
            if self._closed:
                raise WorkerEndedError(_ENDED)
            if self._process is None or not self._process.is_alive():
                self._start()
            ours = self._ours
        assert ours is not None
        try:
            ours.send_bytes(pickle.dumps((function, arguments)))
            succeeded, answer = pickle.loads(ours.recv_bytes())
        except (EOFError, OSError) as error:
            self.kill()  # it may still be ending; the next call must not find it alive
            raise WorkerEndedError(_ENDED) from error
        if succeeded:
            return answer
        raise answer

    def kill(self) -> None:
        """End the process at once; a call that is under way raises WorkerEndedError.

        The next call, which may be one that another thread is about to make,
        starts another process.
        """
        with self._changing:
            process, self._process = self._process, None
        atexit.unregister(self.kill)
        if process is not None:
            process.kill()
            process.join()

    def close(self) -> None:
        """End the process and start no other."""
        with self._changing:
            self._closed = True
        self.kill()

    def _start(self) -> None:
        import multiprocessing  # not before: most starts need no process

        from diptych.spawned import starting

        # Forked from a process with threads it might hang on a lock of theirs.
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        # Not a daemon, for those may not start processes, as reading a file does.
        process = context.Process(target=_serve, args=(theirs,), name=self._name, daemon=False)
        with starting(process):
            atexit.register(self.kill)
            # The process alone holds that end, so that reading from ours ends with it.
            theirs.close()
            if self._ours is not None:
                self._ours.close()
            self._process, self._ours = process, ours


def _serve(connection: Connection[Any, Any]) -> None:
    """Answer calls until the other end is closed."""
    # Ctrl+C goes to all that were started from a terminal; who started this one ends it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            function, arguments = pickle.loads(connection.recv_bytes())
        except (EOFError, OSError):  # the latter in the middle of a large argument
            return
        try:
            connection.send_bytes(_answer(function, arguments))
        except OSError:  # whoever asked has ended meanwhile
            return


def _answer(function: Callable[..., Any], arguments: tuple[Any, ...]) -> bytes:
    try:
        return pickle.dumps((True, function(*arguments)))
    except Exception as error:
        # Pickle leaves the traceback behind.
        error.add_note("".join(traceback.format_exception(error)))
        try:
            # What cannot be pickled comes as its traceback.
            return pickle.dumps((False, error))
        except Exception:
            return pickle.dumps((False, RuntimeError("".join(traceback.format_exception(error)))))
