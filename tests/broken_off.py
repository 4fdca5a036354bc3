# SPDX-License-Identifier: MIT
"""Work on files that ends before some renaming, as when the power fails just then."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest


def broken_off(work: Callable[[], object], renamings: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let ``work`` rename so many files, and end it at the next."""
    replace, number = Path.replace, count()

    def until_the_end(old: Path, new: Path) -> Path:
        if old.exists() and next(number) >= renamings:
            raise KeyboardInterrupt
        return replace(old, new)

    with monkeypatch.context() as ending, suppress(KeyboardInterrupt):
        ending.setattr(Path, "replace", until_the_end)
        work()
