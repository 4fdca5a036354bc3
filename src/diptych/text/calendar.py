# SPDX-License-Identifier: MIT
"""Days as far as they are told, what months are called, and which number is the month.

One rule for dates in figures, wherever Diptych reads one. With dots the day comes first
(3.4.2025), and a number over twelve is the day. 03/04/2025 and 03-04-2025 are read as the
language of the text writes them; English is written both ways, so there another date of
the same text must show the order ("12/25/2024"), and where none does, or they disagree,
only the year is believed.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from diptych.patterns import late_pattern
from diptych.text.lexicon import MONTHS, WEEKDAYS, calendar_languages, names_of, order_of_date
from diptych.values import dataclass

CITED = ("en", "es", "fr", "de", "ru", "zh")
"""Languages whose names of days and months are read in texts of any language.

A text may quote one, or be of an unknown language. Any other name is read beside a day and
a year alone, where no common word can be meant.
"""

# 03/04/2025, 3-4-2025; not 1/2/03/2025 and not a path.
_SLASHED = late_pattern(r"(?<![\w./-])(\d{1,2})([/-])(\d{1,2})\2((?:1[5-9]|20)\d\d)(?!\d)")
_ISO = late_pattern(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Day:
    """A date as far as it is told: 0 stands for what is not."""

    year: int
    month: int = 0
    day: int = 0

    def key(self) -> str:
        """Return the date as one string that equal dates share."""
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"

    def iso(self) -> str:
        """Return the date in ISO 8601, as far as it is told."""
        return self.key().replace("-00", "")


def day_of(iso: str) -> Day | None:
    """Return the day an ISO 8601 date names, None if it names none."""
    parts = [int(part) for part in iso.split("-") if part.isdecimal()]
    return Day(*parts[:3]) if parts else None


def is_iso_date(typed: str) -> bool:
    """Tell whether ``typed`` is a year, a month or a day in ISO form, or nothing."""
    found = _ISO.fullmatch(typed)
    if found is None:
        return not typed
    return 1 <= int(found[2] or 1) <= 12 and 1 <= int(found[3] or 1) <= 31


def date_number(date: str) -> int:
    """Turn ``2025-02-14``, ``2025-02`` or ``2025`` into 20250214, 20250200 or 20250000.

    Anything else gives 0, the number of an unknown date.
    """
    parts = date.strip()[:10].split("-")
    if len(parts) > 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return 0
    year, month, day = (*map(int, parts), 0, 0)[:3]
    if not (1 <= year <= 9999 and month <= 12 and day <= 31):
        return 0
    return year * 10_000 + month * 100 + day


@cache
def languages_read(language: str) -> tuple[str, ...]:
    """Return whose names of days and months a text of this language may use, its own last."""
    if language not in calendar_languages():
        return CITED
    return (*(each for each in CITED if each != language), language)


@cache
def full_months(language: str) -> Mapping[str, int]:
    """Return the full names of months in a text of this language, with their numbers."""
    return _joined(language, MONTHS, short=False)


@cache
def all_months(language: str) -> Mapping[str, int]:
    """Return the full and the short names of months in a text of this language."""
    return _joined(language, MONTHS, short=True)


@cache
def weekdays(language: str) -> Mapping[str, int]:
    """Return the full names of weekdays in a text of this language, 0 for Monday."""
    return _joined(language, WEEKDAYS, short=False)


def month_number(name: str, language: str = "") -> int:
    """Return the month that any language calls so, that of ``language`` first; 0 for none."""
    lower = name.lower().rstrip(".")
    own = all_months(language).get(lower) or _in_any_language(MONTHS).get(lower)
    if own is None and lower.startswith("ב"):  # Hebrew writes "in April" as one word
        return _in_any_language(MONTHS).get(lower[1:], 0)
    return own or 0


def is_weekday(name: str) -> bool:
    """Tell whether a word is a weekday in any language, in full or short."""
    return name.lower().rstrip(".") in _in_any_language(WEEKDAYS)


def day_with_its_name(name: str, first: int, second: int, year: int) -> str:
    """Return the ISO date of ``Wed, 03/06/2024``, where only one order falls on that weekday."""
    weekday = _in_any_language(WEEKDAYS).get(name.lower().rstrip("."))
    found = set()
    for month, day in ((first, second), (second, first)):
        try:
            date = datetime.date(year, month, day)
        except ValueError:
            continue
        if date.weekday() == weekday:
            found.add(date.isoformat())
    return found.pop() if len(found) == 1 else ""


def numeric_day(first: int, second: int, year: int, *, order: str) -> Day | None:
    """Return the date two numbers and a year tell, the year alone if that is all that is sure.

    ``order`` is that of the text, see ``order_in``; dates with dots are always ``dmy``.
    """
    if not (1 <= first <= 31 and 1 <= second <= 31) or min(first, second) > 12:
        return None
    # 4/4 is one day in any order; over twelve is no month.
    if first == second or first > 12 or (second <= 12 and order == "dmy"):
        return Day(year, second, first)
    if second > 12 or order == "mdy":
        return Day(year, first, second)
    return Day(year)


@lru_cache(maxsize=16)
def order_in(text: str, language: str) -> str:
    """Return in which order a text writes dates with slashes: ``dmy``, ``mdy`` or unknown."""
    told = order_of_date(language)
    if told in ("dmy", "mdy"):
        return told
    numbers = [(int(m[1]), int(m[3])) for m in _SLASHED.finditer(text)]
    day_first = any(first > 12 >= second for first, second in numbers)
    month_first = any(second > 12 >= first for first, second in numbers)
    # No date shows the order, or one shows each: then none is to be believed.
    if day_first == month_first:
        return ""
    return "dmy" if day_first else "mdy"


def slashed_days(text: str, order: str) -> Iterator[Day]:
    """Yield the dates in figures parted by slashes or hyphens, read in this order."""
    for found in _SLASHED.finditer(text):
        day = numeric_day(int(found[1]), int(found[3]), int(found[4]), order=order)
        if day is not None:
            yield day


def _joined(language: str, what: str, *, short: bool) -> Mapping[str, int]:
    names: dict[str, int] = {}
    for each in languages_read(language):  # the text's own language comes last and wins
        full, abbreviated = names_of(each, what)
        names |= full
        if short or (each == "en" and what == MONTHS):
            names |= abbreviated
    return names


@cache
def _in_any_language(what: str) -> Mapping[str, int]:
    names: dict[str, int] = {}
    for language in reversed(calendar_languages()):  # the first language wins
        full, short = names_of(language, what)
        names |= {**short, **full}
    return names
