# SPDX-License-Identifier: MIT
"""Imports a package of another age without what it brings along."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType


@contextmanager
def imported_quietly() -> Iterator[None]:
    """Import Whoosh without what its age brings along.

    Python 3.12 and later warn of its escape sequences whenever they compile it. It
    also takes in ``urllib.request`` for a function it never calls: a tenth of the
    first search, and all of Python's network code in a program that has none.
    """
    network = "urllib.request"
    # Whoever has it loaded keeps the real one; the stand-in goes again, or others would find
    # it.
    is_loaded = network in sys.modules
    if not is_loaded:
        stand_in = sys.modules[network] = ModuleType(network)
        stand_in.urlretrieve = None  # type: ignore[attr-defined]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SyntaxWarning)
            warnings.simplefilter("ignore", DeprecationWarning)
            yield
    finally:
        if not is_loaded:
            del sys.modules[network]
