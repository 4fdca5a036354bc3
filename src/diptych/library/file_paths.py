# SPDX-License-Identifier: MIT
"""Paths as the library names them and as SQLite keeps them."""

from __future__ import annotations

import os
from pathlib import Path


def absolute(path: Path) -> Path:
    """Return the path as the library names it: absolute, links not followed (unlike resolve)."""
    return Path(os.path.abspath(path.expanduser()))  # noqa: PTH100


def stored_path(path: Path) -> str | bytes:
    """Return a path as SQLite keeps it: bytes when it holds bytes that are not text."""
    text = str(path)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        # Linux takes any bytes for a name; SQLite takes no lone surrogates for text.
        return os.fsencode(path)
    return text


def path_of(stored: str | bytes) -> Path:
    """Undo ``stored_path``."""
    return Path(os.fsdecode(stored))
