# SPDX-License-Identifier: MIT
"""The two sides of a pair."""

from __future__ import annotations

from enum import StrEnum


class Side(StrEnum):
    """Where an article is pinned or was read; the values are part of the JSON contract."""

    LEFT = "left"
    RIGHT = "right"


SIDES = (Side.LEFT, Side.RIGHT)


def other_side(side: Side) -> Side:
    """Return the side across."""
    return Side.RIGHT if side == Side.LEFT else Side.LEFT
