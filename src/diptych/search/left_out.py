# SPDX-License-Identifier: MIT
"""Keeps a library from loading what it names and does not use."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType


@contextmanager
def left_out(module: str, *names: str) -> Iterator[None]:
    """Let what is imported meanwhile have ``names`` of a module without loading it.

    Each name is None then. A module that is loaded already stays what it is.
    """
    if module in sys.modules:
        yield
        return
    sys.modules[module] = stand_in = ModuleType(module)
    for name in names:
        setattr(stand_in, name, None)
    try:
        yield
    finally:
        del sys.modules[module]
