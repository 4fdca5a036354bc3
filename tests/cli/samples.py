# SPDX-License-Identifier: MIT
"""The two articles that the command line is tried on, and what its tests are handed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., tuple[int, str, str]]
Ask = Callable[..., Any]
Files = tuple[Path, Path]

LEFT = """The harbour vote

The council of Tarnholm voted on Tuesday to keep the night boat until the end of June.

"We did not come here to win an argument with the other side of the water," the mayor said.

Some 41,000 passengers used the night boat last year, a third of them shift workers.
"""
RIGHT = """The ferry deal

Nobody asked the islanders what they thought of the timetable that was agreed.

The mayor told us: "We did not come here to win an argument with the other side of the water."

Last year the night boat carried 46,000 passengers, according to the harbour office.
"""
SENTENCE = "Some 41,000 passengers used the night boat last year, a third of them shift workers."
OTHER = "Last year the night boat carried 46,000 passengers, according to the harbour office."


def place(path: Path, words: str) -> str:
    start = path.read_text(encoding="utf-8").index(words)
    return f"{path}:{start}-{start + len(words)}"
