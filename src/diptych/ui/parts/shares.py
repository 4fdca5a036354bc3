# SPDX-License-Identifier: MIT
"""How a share is told in per cent."""

from __future__ import annotations


def percent(share: float) -> int:
    """Return a share, 0 to 1, in per cent: 100 is all of it and 0 nothing of it."""
    rounded = round(share * 100)
    if 0 < share < 1:
        return min(max(rounded, 1), 99)
    return rounded
