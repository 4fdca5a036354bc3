# SPDX-License-Identifier: MIT
"""A whole number as a document's markup gives it, which may say anything."""

from __future__ import annotations

from typing import TypeVar

Other = TypeVar("Other")
_LONGEST = 9  # digits; Python makes no number of thousands of them


def whole(words: str | None, otherwise: Other) -> int | Other:
    """Return the number, or ``otherwise`` for what is none, as “²”, or is far too long."""
    return int(words) if words and words.isdecimal() and len(words) <= _LONGEST else otherwise
