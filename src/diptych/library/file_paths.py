# SPDX-License-Identifier: MIT
"""Paths as the library names them and as SQLite keeps them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

_MOST_PARTS = 3


def absolute(path: Path) -> Path:
    """Return the path as the library names it: absolute, links not followed (unlike resolve)."""
    return Path(os.path.abspath(path.expanduser()))  # noqa: PTH100


def ends_of(path: Path) -> tuple[str, ...]:
    """Return the ends of a path that may tell it apart: a.txt, first/a.txt, drafts/first/a.txt."""
    parts = path.parts[-_MOST_PARTS:]
    return tuple("/".join(parts[-count:]) for count in range(1, len(parts) + 1))


def telling_end(path: Path, ends: Mapping[str, int]) -> str:
    """Return the shortest end of a path that no other has, by how many have each."""
    found = ends_of(path)
    return next((end for end in found if ends.get(end, 0) <= 1), path.name)


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
