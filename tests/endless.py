# SPDX-License-Identifier: MIT
"""Work for a process of its own that only ends with the process."""

from __future__ import annotations

import threading
from multiprocessing.connection import Client


def wait_for_ever(*_arguments: object) -> None:
    """Never come to an end."""
    threading.Event().wait()


def tell_and_wait(address: str) -> None:
    """Tell a ``Listener`` that the work is under way, and never come to an end."""
    with Client(address):
        wait_for_ever()
