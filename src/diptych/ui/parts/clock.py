# SPDX-License-Identifier: MIT
"""What time it is, for the words on screen; pictures and tests stop it."""

from __future__ import annotations

from datetime import datetime

_stopped_at: datetime | None = None


def now() -> datetime:
    """Return the present moment in the reader's time zone."""
    return _stopped_at if _stopped_at is not None else datetime.now().astimezone()


def stop(moment: datetime | None) -> None:
    """Let it be this moment from now on; None starts the clock again."""
    global _stopped_at  # noqa: PLW0603 - one clock for the whole window
    _stopped_at = moment
