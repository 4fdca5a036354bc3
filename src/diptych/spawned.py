# SPDX-License-Identifier: MIT
"""Starts the processes that work for ours, so that none leaves a trace of Python on the terminal.

Between its first instruction and its first order such a process is in Python's hands: Ctrl+C
would end it with a trace there, and so would the end of whoever was about to give the order.
"""

from __future__ import annotations

import contextlib
import signal
import sys
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess


@contextlib.contextmanager
def starting(process: BaseProcess) -> Iterator[None]:
    """Start a process; Ctrl+C reaches this thread after the block, and that process never."""
    _silence_the_start()
    with _ctrl_c_put_off():
        process.start()
        yield


@cache
def _silence_the_start() -> None:
    """Have Python start processes that end without a word when nobody is left to give orders."""
    from multiprocessing import spawn

    command_line = spawn.get_command_line

    def silent(**named: Any) -> list[str]:
        command = command_line(**named)
        # Frozen, it is ``__main__`` that is started, and that is silent.
        if "-c" in command:
            at = command.index("-c") + 1
            command[at] = f"try:\n {command[at]}\nexcept EOFError:\n raise SystemExit(1) from None"
        return command

    spawn.get_command_line = silent


if sys.platform == "win32":
    _ctrl_c_put_off = contextlib.nullcontext
else:

    @contextlib.contextmanager
    def _ctrl_c_put_off() -> Iterator[None]:
        from multiprocessing import resource_tracker

        resource_tracker.ensure_running()  # here, for it would let Ctrl+C through again
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
