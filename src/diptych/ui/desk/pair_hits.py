# SPDX-License-Identifier: MIT
"""The places in the pinned pair that hold what is looked for, and which one is shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from diptych.text.article import Span
from diptych.text.sides import Side
from diptych.values import dataclass


@dataclass(frozen=True, slots=True)
class PairHit:
    """A place on a side that holds the searched words."""

    side: Side
    span: Span


class PairHits(QObject):
    """Walks the hits, left article first, whoever has found them."""

    changed = Signal(object)  # tuple[PairHit, ...]
    shown = Signal(object)  # PairHit

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hits: tuple[PairHit, ...] = ()
        self.look: Callable[[], None] | None = None  # by which they were found
        self._at = -1
        self._begin = ("", 0)

    def look_again(self) -> None:
        """Find them in the articles that stand there now, as they were found before."""
        if self.look is None:
            self.show(())
        else:
            self.look()

    def show(self, hits: tuple[PairHit, ...]) -> None:
        """Take over places, to be marked and walked."""
        self.hits = hits
        self._at = -1
        self.changed.emit(hits)

    def stand_at(self, side: Side, place: int) -> None:
        """Continue walking from a place the reader went to."""
        for number, hit in enumerate(self.hits):
            if hit.side == side and hit.span.start <= place < hit.span.end:
                self._at = number

    def begin_at(self, side: Side, place: int) -> None:
        """Begin walking at a place: its next hit is the first one gone to."""
        self._begin = (side, place)

    def walk(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) hit."""
        if self.hits:
            self._at = self._following(direction) % len(self.hits)
            self.shown.emit(self.hits[self._at])

    def _following(self, direction: int) -> int:
        if self._at >= 0:
            return self._at + direction
        # As many hits lie before: the next is the first of the rest.
        before = sum((hit.side, hit.span.start) < self._begin for hit in self.hits)
        return before if direction > 0 else before - 1

    def position(self) -> tuple[int, int]:
        """Return which hit of how many is shown, counted from 1."""
        return self._at + 1, len(self.hits)
