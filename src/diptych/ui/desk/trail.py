# SPDX-License-Identifier: MIT
"""Where the reader has been: back and forward over both sides as one step."""

from __future__ import annotations

from diptych.values import dataclass

LONGEST = 200


@dataclass(frozen=True, slots=True)
class Top:
    """Where a text stands in its view: the place at the top, and how many pixels of it are above.

    Exact enough to bring the same pixels back.
    """

    place: int = 0
    past: int = 0


BEGINNING = Top()


@dataclass(frozen=True, slots=True)
class TrailStep:
    """Both articles, where they stand in their views, and where the current match stands."""

    left: str
    right: str
    left_top: Top
    right_top: Top
    match: str = ""  # as ``want_match`` takes it; empty without one


class Trail:
    """A list of steps with a position in it, as in a browser."""

    def __init__(self) -> None:
        self._back: list[TrailStep] = []
        self._forward: list[TrailStep] = []

    def push(self, step: TrailStep) -> None:
        """Remember where one stands before going elsewhere."""
        if not self._back or self._back[-1] != step:
            self._back.append(step)
            del self._back[:-LONGEST]
        # Who goes elsewhere leaves the way forward, as in a browser.
        self._forward.clear()

    def back(self, here: TrailStep) -> TrailStep | None:
        """Return the step before, remembering ``here`` for going forward."""
        return _move(self._back, self._forward, here)

    def forward(self, here: TrailStep) -> TrailStep | None:
        """Return the step that ``back`` came from."""
        return _move(self._forward, self._back, here)


def _move(source: list[TrailStep], target: list[TrailStep], here: TrailStep) -> TrailStep | None:
    if not source:
        return None
    target.append(here)
    return source.pop()
