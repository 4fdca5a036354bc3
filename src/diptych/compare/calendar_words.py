# SPDX-License-Identifier: MIT
"""Dates as people write them, also those that count from the day of the article."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from diptych.text.article import Span


@dataclass(frozen=True, slots=True)
class Day:
    """A date as far as it is told: 0 stands for what is not."""

    year: int
    month: int = 0
    day: int = 0

    def key(self) -> str:
        """Return the date as one string that equal dates share."""
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"


_MONTHS = {
    name: number
    for names in (
        "january february march april may june july august september october november december",
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "januar februar märz april mai juni juli august september oktober november dezember",
    )
    for number, name in enumerate(names.split(), start=1)
} | {"sept": 9}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = "|".join(sorted(_MONTHS, key=lambda name: (-len(name), name)))
_DATE = re.compile(
    rf"\b(?P<iso>(?:19|20)\d\d-\d\d-\d\d)\b"
    rf"|\b(?P<dotted>\d{{1,2}}\.\d{{1,2}}\.(?:19|20)\d\d)\b"
    rf"|(?P<chinese>(?:(?P<cy>(?:19|20)\d\d)年)?(?P<cm>\d{{1,2}})月(?:(?P<cd>\d{{1,2}})[日号])?)"
    rf"|(?P<cyear>(?:19|20)\d\d)年"
    rf"|\b(?P<m1>(?:{_MONTH}))\.?\s(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s(?P<y1>(?:19|20)\d\d)\b)?"
    rf"|\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th|\.)?\s(?:of\s|de\s)?(?P<m2>(?:{_MONTH}))\b\.?"
    rf"(?:,?\s(?:de\s)?(?P<y2>(?:19|20)\d\d)\b)?"
    rf"|\b(?P<m3>(?:{_MONTH}))\s(?:of\s|de\s)?(?P<y3>(?:19|20)\d\d)\b"
    rf"|\bthe\s(?P<d4>\d{{1,2}})(?:st|nd|rd|th)\b(?!\s(?:century|time|anniversary|birthday|round))"
    rf"|\b(?P<weekday>(?:(?:last|next)\s)?(?:{'|'.join(_WEEKDAYS)}))\b"
    rf"|\b(?P<relative>yesterday|today|tomorrow)\b"
    rf"|\b(?P<year>(?:19|20)\d\d)(?:s\b)?(?![\d,.]*\d|\s?(?:%|percent|people|million))\b",
    re.IGNORECASE,
)


def day_of(iso: str) -> Day | None:
    """Return the day an ISO 8601 date names, None if it names none."""
    parts = [int(part) for part in iso.split("-") if part.isdigit()]
    return Day(*parts[:3]) if parts else None


def dates_in(text: str, span: Span, *, today: Day | None) -> Iterator[tuple[Span, Day]]:
    """Yield the dates of a passage; what ``today`` would tell stays 0 without it."""
    for match in _DATE.finditer(text, span.start, span.end):
        day = _read(match, today)
        if day is not None and day.month <= 12 and day.day <= 31:
            yield Span(match.start(), match.end()), day


def _read(match: re.Match[str], today: Day | None) -> Day | None:
    if match["iso"]:
        return day_of(match["iso"])
    if match["dotted"]:
        day, month, year = (int(part) for part in match["dotted"].split("."))
        return Day(year, month, day)
    if match["chinese"]:
        return Day(
            int(match["cy"] or (today.year if today else 0)),
            int(match["cm"]),
            int(match["cd"] or 0),
        )
    if match["cyear"]:
        return Day(int(match["cyear"]))
    return _read_words(match, today)


def _read_words(match: re.Match[str], today: Day | None) -> Day | None:
    this_year = today.year if today else 0
    if match["m1"]:
        return Day(int(match["y1"] or this_year), _MONTHS[match["m1"].lower()], int(match["d1"]))
    if match["m2"]:
        return Day(int(match["y2"] or this_year), _MONTHS[match["m2"].lower()], int(match["d2"]))
    if match["m3"]:
        return Day(int(match["y3"]), _MONTHS[match["m3"].lower()])
    if match["d4"]:
        return Day(this_year, today.month if today else 0, int(match["d4"]))
    if match["year"]:
        return None if match.group().endswith("s") else Day(int(match["year"]))
    return _counted(match.group().lower(), today)


def _counted(words: str, today: Day | None) -> Day | None:
    """Return the day that "yesterday" or "last Friday" means, None without a full date."""
    if today is None or not today.day:
        return None
    try:
        base = datetime.date(today.year, today.month, today.day)
    except ValueError:
        return None
    steps = {"yesterday": -1, "today": 0, "tomorrow": 1}
    if words in steps:
        step = steps[words]
    else:
        ahead = (_WEEKDAYS.index(words.rsplit(maxsplit=1)[-1]) - base.weekday()) % 7
        step = ahead if words.startswith("next") else ahead - 7 if ahead else 0
        if words.startswith("last") and not ahead:
            step = -7
    try:
        day = base + datetime.timedelta(days=step)
    except OverflowError:
        return None
    return Day(day.year, day.month, day.day)
