# SPDX-License-Identifier: MIT
"""What features wish to have marked in the texts, besides the matches."""

from __future__ import annotations

from enum import Enum

from diptych.text.article import Span
from diptych.text.sides import Side
from diptych.values import dataclass

REACHED = "accent"  # hue of the passage gone to: that of what is current elsewhere


class Layer(Enum):
    """Who marks; each has its own marks replaced without touching those of the others."""

    HITS = "hits"
    NOTES = "notes"
    ONLY_HERE = "only here"
    CHANGES = "changes"
    REACHED = "reached"


@dataclass(frozen=True, slots=True)
class SideMark:
    """A mark on one side alone; ``hue`` names a colour: only, hit, note, note-red, accent.

    ``note`` is the id of the note it stands for, empty for other marks; ``change`` the
    number of the change, -1 for none. The whole place of a change is its ground.
    """

    side: Side
    hue: str
    span: Span
    note: str = ""
    change: int = -1
    is_ground: bool = False
