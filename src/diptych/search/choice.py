# SPDX-License-Identifier: MIT
"""Whether the engine for large libraries is there, and from when it is worth having."""

from __future__ import annotations

import importlib.util

LARGE_FROM = 25_000
"""Articles from which the engine for large libraries is felt to be quicker."""


def has_large_engine() -> bool:
    """Tell whether the extra ``large`` is installed."""
    return importlib.util.find_spec("tantivy") is not None
