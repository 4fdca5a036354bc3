# SPDX-License-Identifier: MIT
"""Dates as articles print them, turned into ISO 8601."""

from __future__ import annotations

import datetime
import re

_MONTHS = {
    1: "january jan januar enero ene janvier janv gennaio gen janeiro январь января янв styczeń "
    "stycznia januari leden ledna січня ocak",
    2: "february feb februar febrero février févr fevrier febbraio fevereiro fev февраль февраля "
    "фев luty lutego februari únor února лютого şubat",
    3: "march mar märz marzo mars março marco март марта мар marzec marca maart březen března "
    "березня mart",
    4: "april apr abril abr avril avr aprile апрель апреля апр kwiecień kwietnia duben dubna "
    "квітня nisan",
    5: "may mai mayo maggio maio май мая maj maja mei květen května травня mayıs",
    6: "june jun juni junio juin giugno giu junho июнь июня июн czerwiec czerwca červen června "
    "червня haziran",
    7: "july jul juli julio juillet juil luglio lug julho июль июля июл lipiec lipca červenec "
    "července липня temmuz",
    8: "august aug agosto ago août aout август августа авг sierpień sierpnia augustus augusti "
    "srpen srpna серпня ağustos",
    9: "september sep sept septiembre setiembre septembre settembre set setembro сентябрь "
    "сентября сен сент wrzesień września září вересня eylül",
    10: "october oct oktober okt octubre octobre ottobre ott outubro out октябрь октября окт "
    "październik października říjen října жовтня ekim",
    11: "november nov noviembre novembre novembro ноябрь ноября ноя нояб listopad listopada "
    "листопада kasım",
    12: "december dec dezember dez diciembre dic décembre déc decembre dicembre dezembro декабрь "
    "декабря дек grudzień grudnia prosinec prosince грудня aralık",
}
_MONTH_OF = {word: month for month, words in _MONTHS.items() for word in words.split()}
_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:[T ]\d{1,2}:\d{2}.{0,20})?")
_YEAR_FIRST = re.compile(r"(\d{4})[./](\d{1,2})[./](\d{1,2})")
_CJK = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日号號일])?")
_DAY_FIRST = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")
_DAY_MONTH = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|er|º|\.)?,?\s+(?:de\s+|of\s+)?([^\W\d_]+)\.?,?\s+(?:de\s+|del\s+)?(\d{4})"
)
_MONTH_DAY = re.compile(r"([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_MONTH_YEAR = re.compile(r"([^\W\d_]+)\.?,?\s+(?:de\s+)?(\d{4})")
_AROUND = re.compile(
    r"^(?:(?:first\s+)?(?:published|posted|updated|last\s+updated|modified|date|created|"
    r"veröffentlicht|aktualisiert|stand|publié|mis à jour|publicado|actualizado|pubblicato|"
    r"опубликовано|обновлено|дата|发布时间|发布|日期|时间|更新)"
    r"(?:\s+(?:on|at|am|le|el|il|em))?\s*[:：–-]?\s*)?"
    r"(?:(?:on|le|el|den|the)\s+)?"
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sat|sun)(?:day)?|montag|dienstag|mittwoch|"
    r"donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    r"lunes|martes|miércoles|jueves|viernes|sábado|domingo|понедельник|вторник|среда|четверг|"
    r"пятница|суббота|воскресенье|星期.|周.)?[.,]?\s*",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"^[\s,|·•–—-]*(?:at\s+|um\s+|à\s+|um\s+|в\s+)?(?:\d{1,2}[:.h]\d{2}(?::\d{2})?)?\s*"
    r"(?:a\.?m\.?|p\.?m\.?|uhr|h|г\.?|года?)?\s*\(?(?:[A-Z]{2,5}|[+-]\d{2}:?\d{2})?\)?\s*"
    r"(?:星期.|周.)?[.,]?$",
    re.IGNORECASE,
)
_LONGEST = 80
_FULL = len("2025-02-14")


def is_iso_date(typed: str) -> bool:
    """Tell whether ``typed`` is a year, a month or a day in ISO form, or nothing."""
    found = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", typed)
    if found is None:
        return not typed
    return 1 <= int(found[2] or 1) <= 12 and 1 <= int(found[3] or 1) <= 31


def date_of_line(line: str) -> str | None:
    """Return the ISO date of a line that is nothing but a date, or None.

    A date whose day and month cannot be told apart (03/04/2025) is given as
    its year alone.
    """
    if len(line) > _LONGEST or not any(character.isdigit() for character in line):
        return None
    rest = line[_AROUND.match(line).end() :] if _AROUND.match(line) else line  # type: ignore[union-attr]
    for pattern, reading in _READINGS:
        match = pattern.match(rest)
        if match and _CLOCK.match(rest[match.end() :]):
            date = reading(match)
            if date:
                return date
    return None


def date_at_end(line: str) -> tuple[int, str]:
    """Return where the date a line ends with begins, and the date, or (0, "")."""
    if len(line) > 2 * _LONGEST or not any(character.isdigit() for character in line[-30:]):
        return 0, ""
    for pattern, reading in _READINGS[:-1]:
        for match in pattern.finditer(line):
            date = reading(match)
            if len(date) == _FULL and match.start() and _CLOCK.match(line[match.end() :]):
                return match.start(), date
    return 0, ""


def iso_date(value: str) -> str:
    """Return the ISO date a metadata field holds, or an empty string."""
    value = " ".join(value.split())[:_LONGEST]
    found = _ISO.match(value)
    if found:
        return _written(found[1], found[2], found[3])
    compact = re.match(r"(?:D:)?(\d{4})(\d{2})(\d{2})(?:\d{4,6}.*|Z|T.*|$)", value)
    if compact:
        return _written(compact[1], compact[2], compact[3])
    if re.fullmatch(r"\d{4}", value):
        return value
    return date_of_line(value) or date_inside(value)


def date_inside(value: str) -> str:
    """Return the first full date somewhere in ``value``, or an empty string."""
    for pattern, reading in _READINGS[:-1]:
        for match in pattern.finditer(value[:300]):
            date = reading(match)
            if len(date) == _FULL:
                return date
    return ""


def _written(year: str, month: str, day: str | None) -> str:
    try:
        date = datetime.date(int(year), int(month), int(day or 1))
    except ValueError:
        return ""
    if not 1000 <= date.year <= 2200:
        return ""
    return date.isoformat() if day else date.isoformat()[:7]


def _day_first(match: re.Match[str]) -> str:
    first, second, year = int(match[1]), int(match[3]), match[4]
    if match[2] == ".":
        return _written(year, match[3], match[1])
    if first > 12 >= second:
        return _written(year, match[3], match[1])
    if second > 12 >= first:
        return _written(year, match[1], match[3])
    return year if first <= 12 and second <= 12 and 1000 <= int(year) <= 2200 else ""


def _named(year: str, month: str, day: str | None) -> str:
    number = _MONTH_OF.get(month.lower())
    return _written(year, str(number), day) if number else ""


_READINGS = (
    (_ISO, lambda m: _written(m[1], m[2], m[3])),
    (_YEAR_FIRST, lambda m: _written(m[1], m[2], m[3])),
    (_CJK, lambda m: _written(m[1], m[2], m[3])),
    (_DAY_FIRST, _day_first),
    (_DAY_MONTH, lambda m: _named(m[3], m[2], m[1])),
    (_MONTH_DAY, lambda m: _named(m[3], m[1], m[2])),
    (_MONTH_YEAR, lambda m: _named(m[2], m[1], None)),
)
