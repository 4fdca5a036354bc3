# SPDX-License-Identifier: MIT
"""The only reader of ``resources/``: inside the wheel, or beside ``src`` in a checkout."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

_PACKAGED = Path(__file__).parent / "resources"
_CHECKOUT = Path(__file__).parents[2] / "resources"


def resource_path(name: str) -> Path:
    """Return the path of a resource such as ``icons/diptych.svg``.

    Raises ValueError for names that would leave the folder and
    FileNotFoundError for resources that do not exist.
    """
    relative = PurePosixPath(name)
    if relative.is_absolute() or ".." in relative.parts:
        raise ValueError(f"not a resource name: {name}")
    root = _PACKAGED if _PACKAGED.is_dir() else _CHECKOUT
    path = root / relative
    if not path.exists():
        raise FileNotFoundError(path)
    return path


def corpus_path() -> Path:
    """Return the folder of the sample articles."""
    packaged = Path(__file__).parent / "corpus"
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / "corpus"
