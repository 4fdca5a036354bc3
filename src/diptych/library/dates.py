# SPDX-License-Identifier: MIT
"""The date of an article, from a line that tells nothing else or a field of its file."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

from diptych.patterns import late_pattern
from diptych.text.article import Span
from diptych.text.calendar import Day, day_with_its_name, is_weekday, order_in, slashed_days
from diptych.text.dates import date_at_start, dates_in
from diptych.text.lexicon import wordings
from diptych.text.numbers import with_plain_digits

# 2025-02-14, 2025-02, 2025-02-14T10:00:00Z
_ISO = late_pattern(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:[T ]\d{1,2}:\d{2}.{0,20})?")
# 20250214, D:20250214103200Z (a PDF's)
_COMPACT = late_pattern(r"(?:D:)?(\d{4})(\d{2})(\d{2})(?:\d{4,6}.*|Z|T.*|$)")
# "Published on", "Stand:", "发布时间：" and the like before a date.
_AROUND = late_pattern(
    lambda: (
        rf"^(?:(?:first\s+)?(?:{wordings('published_on')})"
        r"(?:\s+(?:on|at|am|le|el|il|em))?\s*[:：–-]?\s*"
        r"(?:\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s+[A-Z]{2,4})?,\s+)?)?"
        rf"(?:(?:on|le|el|den|the)\s+)?(?:(?:{wordings('weekdays_in_chinese')})[.,]?\s*)?"
    ),
    re.IGNORECASE,
)
# e.g. “Friday, ” or “Vendredi ”
_FIRST_WORD = late_pattern(r"([^\W\d_]+(?:-[^\W\d_]+)*)[.,]*\s*")
# ", 10:32 GMT", " at 10:32 a.m.", " Uhr", " г.", " 星期五" after a date.
_CLOCK = late_pattern(
    lambda: (
        rf"^[\s,|·•–—-]*(?:(?:г\.|года)[\s,]+)?(?:(?:{wordings('before_a_time')})\s+)?(?:\d{{1,2}}[:.h]\d{{2}}(?::\d{{2}})?)?"
        rf"\s*(?:{wordings('after_a_time')})?\s*\(?(?:[A-Z]{{2,5}}|[+-]\d{{2}}:?\d{{2}})?\)?\s*"
        rf"(?:{wordings('weekdays_in_chinese')})?[.,]?$"
    ),
    re.IGNORECASE,
)
_MONTH_IN_STOPS = late_pattern(r"\b(\d{1,2})[.-]([^\W\d_]{3,9})[.-](\d{4})\b")  # 05.mar.2024
# 3月6日（水）, 3月5日 星期二 10:31
_DAY_IN_BRACKETS = late_pattern(
    r"[（(][月火水木金土日一二三四五六](?:曜日?)?[)）]|(?<=日)\s?(?:星期|周|週)[一二三四五六日天](?=\s)"
)
_KOREAN = late_pattern(r"\b((?:19|20)\d\d)\.\s(\d{1,2})\.\s(\d{1,2})\.?(?!\d)")  # 2024. 3. 5.
_HOUR_IN_SIGNS = late_pattern(r"\s*(\d{1,2})[時时点點]\s?(\d{2})分")  # 18時05分
# ngày 3 tháng 5 năm 2024
_VIETNAMESE = late_pattern(
    r"\b(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2}),?\s+(?:năm\s+)?(\d{4})\b", re.IGNORECASE
)
# Wed, 03/06/2024
_NAMED_DAY = late_pattern(r"\b([^\W\d_]{2,12})\.?,?\s+(\d{1,2})([/-])(\d{1,2})\3((?:19|20)\d\d)\b")
_UNIX = late_pattern(r"1\d{9}(?:\d{3})?")  # seconds or milliseconds since 1970
_LONGEST = 80  # characters of a line that is a date


def date_of_line(line: str) -> str | None:
    """Return the ISO date of a line that is nothing but a date, or None.

    A date whose day and month cannot be told apart (03/04/2025) is given as
    its year alone.
    """
    # Asked for each line of an article: this is soon answered.
    if len(line) > _LONGEST or not any(character.isdigit() for character in line):
        return None
    line = _usually_written(with_plain_digits(line))
    around = _AROUND.match(line)
    rest = line[around.end() :] if around else line
    iso = _ISO.fullmatch(rest.strip(" .,"))
    if iso:
        return _written(iso[1], iso[2], iso[3]) or None
    day = _whole(rest)
    first = _FIRST_WORD.match(rest)
    if day is None and first and is_weekday(first[1]):
        # “Friday, 14 February 2025”: the calendar reads no names of days.
        day = _whole(rest[first.end() :])
    return day.iso() if day else None


def date_at_end(line: str) -> tuple[int, str]:
    """Return where the date a line ends with begins, and the date, or (0, "")."""
    if len(line) > 2 * _LONGEST or not any(character.isdigit() for character in line[-30:]):
        return 0, ""
    line = with_plain_digits(line)
    for place, day in dates_in(line, Span(0, len(line))):
        if _is_whole(day) and place.start and _CLOCK.match(line[place.end :]):
            return place.start, day.iso()
    return 0, ""


def iso_date(value: str) -> str:
    """Return the ISO date a metadata field holds, or an empty string."""
    value = _NAMED_DAY.sub(_with_its_name, with_plain_digits(" ".join(value.split())[:_LONGEST]))
    found = _ISO.match(value)
    if found:
        return _written(found[1], found[2], found[3])
    compact = _COMPACT.match(value)
    if compact:
        return _written(compact[1], compact[2], compact[3])
    # In a field a bare year is a date; in a line it may be any number.
    if re.fullmatch(r"\d{4}", value):
        return value
    if _UNIX.fullmatch(value):
        # Ten digits of seconds, or the first ten of milliseconds.
        return _of_unix_time(int(value[:10]))
    return date_of_line(value) or date_inside(value)


def _usually_written(line: str) -> str:
    """Return a line with its dates in an order and with marks that the calendar reads."""
    line = _NAMED_DAY.sub(_with_its_name, line)
    line = _MONTH_IN_STOPS.sub(r"\1 \2 \3", line)
    line = _HOUR_IN_SIGNS.sub(r" \1:\2", _DAY_IN_BRACKETS.sub(" ", line))
    line = _KOREAN.sub(r"\1-\2-\3", line)
    return _VIETNAMESE.sub(r"\3-\2-\1", line)


def _with_its_name(found: re.Match[str]) -> str:
    """Return an American or European date in ISO 8601, if the name of its day tells which it is."""
    first, second, year = int(found[2]), int(found[4]), int(found[5])
    return day_with_its_name(found[1], first, second, year) or found[0]


def _of_unix_time(seconds: int) -> str:
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).date().isoformat()


def date_inside(value: str) -> str:
    """Return the first full date somewhere in ``value``, or an empty string."""
    value = _NAMED_DAY.sub(_with_its_name, value[:300])
    days = (day for _, day in dates_in(value, Span(0, len(value))))
    return next((day.iso() for day in days if _is_whole(day)), "")


def with_order(date: str, lines: Iterable[str], text: str, language: str) -> str:
    """Return the day that a year stands for, once the language of the text is known.

    A head line (03/04/2025) is read before it is; other dates of the text help too.
    """
    # Only what was left as a year, for want of a language, is looked at again.
    if len(date) != len("2025"):
        return date
    order = order_in(text, language)
    days = (day for line in lines for day in slashed_days(line, order))
    return next((day.iso() for day in days if day.year == int(date)), date)


def _whole(text: str) -> Day | None:
    """Return the date that a text is, but for a time of day; a bare year is none."""
    found = date_at_start(text)
    if found is None or text[: found[0]].strip().isdecimal() or not _CLOCK.match(text[found[0] :]):
        return None
    return found[1]


def _is_whole(day: Day) -> bool:
    return bool(day.year and day.month and day.day)


def _written(year: str, month: str, day: str | None) -> str:
    try:
        date = datetime.date(int(year), int(month), int(day or 1))
    except ValueError:
        return ""
    # Systems write 0001-01-01 or 9999-12-31 for no date.
    if not 1000 <= date.year <= 2200:
        return ""
    return date.isoformat() if day else date.isoformat()[:7]
