# SPDX-License-Identifier: MIT
"""Keeps files that a library reads as pickles from running code.

A folder may have come from anyone, with a profile that was sent. Python tells of
every name that a pickle is about to call, whoever reads it.
"""

from __future__ import annotations

import pickle
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

Names = frozenset[tuple[str, str]]


class _Allowed(threading.local):
    """What may be named in this thread; None where nobody reads such files."""

    names: Names | None = None


_allowed = _Allowed()


@contextmanager
def only_pickles_of(names: Names) -> Iterator[None]:
    """Refuse pickles that name anything but these (module, name), in this thread."""
    _watch()
    # Calls may lie in one another; the outer one's names stand again afterwards.
    before, _allowed.names = _allowed.names, names
    try:
        yield
    finally:
        _allowed.names = before


@cache
def _watch() -> None:
    # An audit hook (PEP 578) cannot be taken back, so it is set once and asks the thread.
    sys.addaudithook(_look)


def _look(event: str, named: tuple[Any, ...]) -> None:
    # Called for every audited event of the process: the cheapest question comes first.
    if event == "pickle.find_class" and _allowed.names is not None and named not in _allowed.names:
        raise pickle.UnpicklingError(f"{named} may not be named here")
