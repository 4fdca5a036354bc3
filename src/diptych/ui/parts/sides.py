# SPDX-License-Identifier: MIT
"""The two sides of a pair."""

from __future__ import annotations

SIDES = ("left", "right")


def other_side(side: str) -> str:
    """Return the side across."""
    return "right" if side == "left" else "left"
