# SPDX-License-Identifier: MIT
"""The moment in the heading of Zotero's notes, written as the reader's system writes it."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from diptych.notes.note import UNKNOWN_TIME
from diptych.patterns import late_pattern

_HEAD = 500  # characters
# (5/3/2024, 10:45:12 AM) as Zotero ends the heading over its annotations
_DATE = late_pattern(
    r"\((?P<one>\d{1,4})(?P<sign>[./-]|\. )(?P<two>\d{1,2})(?P=sign)(?P<three>\d{1,4})[^)\d]*"
    r"(?:(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2}))?)?(?P<rest>[^)\n]*)"
)


def heading_time(markdown: str) -> datetime:
    """Return the moment in the first lines; unknown when there is none or it can be two.

    Only American English puts the month first, and it alone writes AM and PM in
    capitals; a number above twelve settles it in any case.
    """
    found = _DATE.search(markdown[:_HEAD])
    if not found:
        return UNKNOWN_TIME
    try:
        year, month, day = _day(found)
        # Noon where there is no time: the day is the same in most time zones.
        hour = int(found["hour"] or 12) % 24
        half = re.search(r"([ap])\.?\s?m", found["rest"], re.IGNORECASE)
        if half:
            # 12 AM is midnight.
            hour = hour % 12 + (12 if half.group(1).lower() == "p" else 0)
        minute, second = int(found["minute"] or 0), int(found["second"] or 0)
        # The reader's own clock wrote it.
        return datetime(year, month, day, hour, minute, second).astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        return UNKNOWN_TIME


def _day(found: re.Match[str]) -> tuple[int, int, int]:
    one, two, three = (int(found[name]) for name in ("one", "two", "three"))
    # 2024/5/3, as Chinese, Japanese and Swedish have it
    if len(found["one"]) == 4:
        return one, two, three
    year = three if three > 99 else 2000 + three
    is_american = found["sign"] == "/" and bool(re.search(r"[AP]M", found["rest"]))
    if two > 12 or (is_american and one <= 12):
        return year, one, two
    return year, two, one
