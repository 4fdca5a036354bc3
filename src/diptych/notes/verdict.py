# SPDX-License-Identifier: MIT
"""What the reader can say of a match."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """What the reader said of a match."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
