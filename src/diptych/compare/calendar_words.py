# SPDX-License-Identifier: MIT
"""Dates as people write them, also those that count from the day of the article."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from diptych.compare.numbers import chinese_value, words_values
from diptych.compare.numerals import numerals_of
from diptych.compare.units import LENGTHS_OF_TIME
from diptych.compare.word_choice import any_of
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
        "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "januar februar märz april mai juni juli august september oktober november dezember",
    )
    for number, name in enumerate(names.split(), start=1)
} | {"sept": 9}
_WEEKDAYS = {
    name: number
    for names in (
        "monday tuesday wednesday thursday friday saturday sunday",
        "montag dienstag mittwoch donnerstag freitag samstag sonntag",
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "lunes martes miércoles jueves viernes sábado domingo",
        "понедельник вторник среду четверг пятницу субботу воскресенье",
        "周一 周二 周三 周四 周五 周六 周日",
        "星期一 星期二 星期三 星期四 星期五 星期六 星期日",
    )
    for number, name in enumerate(names.split())
}
_TO_NINE = "first second third fourth fifth sixth seventh eighth ninth".split()  # noqa: SIM905
_TO_NINETEEN = """tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth
    eighteenth nineteenth"""
_ORDINALS = {
    name: number
    for number, name in enumerate(
        (
            *_TO_NINE,
            *_TO_NINETEEN.split(),
            "twentieth",
            *(f"twenty-{name}" for name in _TO_NINE),
            "thirtieth",
            "thirty-first",
        ),
        start=1,
    )
}
_DAYS_OFF = {
    "yesterday": -1, "today": 0, "tomorrow": 1,
    "позавчера": -2, "вчера": -1, "сегодня": 0, "завтра": 1, "послезавтра": 2,
    "anteayer": -2, "ayer": -1, "hoy": 0, "mañana": 1,
    "vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "übermorgen": 2,
    "avant-hier": -2, "hier": -1, "aujourd'hui": 0, "aujourd’hui": 0, "demain": 1,
    "前天": -2, "昨天": -1, "昨日": -1, "今天": 0, "今日": 0, "明天": 1, "后天": 2,
}  # fmt: skip
_YEARS_OFF = {
    -1: "last year|в прошлом году|el año pasado|(?:im )?(?:letzten|vergangenen|vorigen) jahr"
    "|(?:letztes|vergangenes|voriges) jahr|l[’']an dernier|l[’']année dernière|l[’']an passé|去年",
    0: "this year|в этом году|в нынешнем году|este año|dieses jahr|in diesem jahr|cette année|今年",
    1: "next year|в следующем году|в будущем году|el próximo año|el año que viene"
    "|nächstes jahr|(?:im )?(?:nächsten|kommenden) jahr|l[’']an prochain|l[’']année prochaine|明年",
    -2: "前年",
}
_MONTHS_OFF = {
    -1: "last month|в прошлом месяце|el mes pasado|(?:im )?(?:letzten|vergangenen|vorigen) monat"
    "|(?:letzter|vergangener) monat|le mois dernier|上个月|上月",
    0: "this month|в этом месяце|este mes|dieses? monat|in diesem monat|ce mois-ci|本月|这个月",
    1: "next month|в следующем месяце|el próximo mes|el mes que viene"
    "|(?:im )?(?:nächsten|kommenden) monat|le mois prochain|下个月|下月",
}
_COUNTED_BACK = {
    "day": "days?|дн(?:я|ей)|день|días?|tagen?|jours?|天",
    "week": "weeks?|недел[яиюь]|недель|semanas?|wochen?|semaines?|周|个星期",
    "month": "months?|месяц(?:а|ев)?|mes(?:es)?|monat(?:en)?|mois|个月",
    "year": "years?|год(?:а)?|лет|años?|jahren?|ans?|années?|年",
}


def _bounded(words: str) -> str:
    """Let words end where words end; Chinese ones end anywhere."""
    spaced = "|".join(word for word in words.split("|") if word[0] < "\u4e00")
    chinese = "|".join(word for word in words.split("|") if word[0] >= "\u4e00")
    bounded = rf"\b(?:{spaced})\b" if spaced else ""
    return "|".join(part for part in (bounded, chinese) if part)


_MONTH = any_of(_MONTHS)
_YEAR = r"(?:1[5-9]|20)\d\d"
_SPACED_WEEKDAYS = any_of([name for name in _WEEKDAYS if name[0] < "\u4e00"])
_SPACED_DAYS = frozenset(name for name in _DAYS_OFF if name[0] < "\u4e00")
_CHINESE_DIGIT = "[零〇一二三四五六七八九十]"
_DATE = re.compile(
    rf"\b(?P<iso>{_YEAR}-\d\d-\d\d)\b"
    rf"|\b(?P<dotted>\d{{1,2}}(?P<mark>[./])\d{{1,2}}(?P=mark){_YEAR})\b"
    rf"|(?P<chinese>(?:(?P<cy>{_YEAR}|[零〇一二三四五六七八九]{{4}})年)?"
    rf"(?P<cm>\d{{1,2}}|[一二三四五六七八九十]{{1,2}})月(?:(?P<cd>\d{{1,2}}|{_CHINESE_DIGIT}{{1,3}})[日号])?(?!份?以))"
    rf"|(?P<cyear>{_YEAR}|[一二][零〇一二三四五六七八九]{{3}})年(?!计划)"
    rf"|\b(?P<m1>{_MONTH})\.?\s(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\b(?![,.]?\d)(?:,?\s(?P<y1>{_YEAR})\b)?"
    rf"|\b(?P<d2>\d{{1,2}}|1er)(?:st|nd|rd|th|\.)?\s(?:of\s|de\s)?(?P<m2>{_MONTH})\b\.?"
    rf"(?:,?\s(?:de\s|del\s)?(?P<y2>{_YEAR})\b)?"
    rf"|\b(?:the\s)?(?P<o5>{any_of(_ORDINALS)}|last\sday)\s(?:day\s)?(?:of\s)(?P<m5>{_MONTH})\b(?:,?\s(?P<y5>{_YEAR})\b)?"
    rf"|\b(?P<m3>{_MONTH}),?\s(?:of\s|de\s)?(?P<y3>{_YEAR})\b"
    rf"|\b(?:(?:in|since|until|till|by|during|before|after|early|late|mid|of|en|im|seit|bis|ab|в|с|до|à|dès|depuis)\s)"
    rf"(?P<m6>{_MONTH})\b(?!,?\s(?:de\s|del\s)?\d)"
    rf"|\bthe\s(?P<d4>\d{{1,2}})(?:st|nd|rd|th)\b(?!\s(?:century|time|anniversary|birthday|round|floor))"
    rf"|\b(?:on|of|by|until)\sthe\s(?P<o4>{any_of(_ORDINALS)})(?=[.,;:!?]|\Z)"
    rf"|(?:\b(?P<weekday>(?:(?:last|next|am|le|el|в|во|on)\s)?(?:{_SPACED_WEEKDAYS})(?:\s(?:pasado|dernier|prochain))?)\b(?!,?\s(?:the\s|den\s|le\s)?(?:\d|{_MONTH}))"
    rf"|(?P<cweekday>(?:上|下)?(?:周|星期)[一二三四五六日]))"
    rf"|(?P<ago>\b(?:hace|vor|il\sy\sa)\s(?P<n1>\w+)\s(?P<u1>{'|'.join(_COUNTED_BACK.values())})\b"
    rf"|\b(?P<n2>\w+)\s(?P<u2>{'|'.join(_COUNTED_BACK.values())})\s(?:ago|назад)\b"
    rf"|(?P<n3>(?<!\d)\d{{1,3}}|[一二三四五六七八九十两]+)(?P<u3>天|周|个星期|个月|年)前)"
    + "".join(rf"|(?P<year_{at}>{_bounded(words)})" for at, words in enumerate(_YEARS_OFF.values()))
    + "".join(
        rf"|(?P<month_{at}>{_bounded(words)})" for at, words in enumerate(_MONTHS_OFF.values())
    )
    + rf"|(?<!la\s)(?<!\wta\s)\b(?P<relative>{any_of(_SPACED_DAYS)})\b"
    rf"|(?P<crelative>{any_of(_DAYS_OFF.keys() - _SPACED_DAYS)})"
    rf"|\b(?P<year>{_YEAR})(?![\d,.]*\d|s\b|\s?(?:%|percent|people|million|tonnes?|metres?|meters?|km"
    r"|boats|members|voters|workers|crowns|euros?|dollars?|pounds?|personnes|personas|человек))\b",
    re.IGNORECASE,
)


def day_of(iso: str) -> Day | None:
    """Return the day an ISO 8601 date names, None if it names none."""
    parts = [int(part) for part in iso.split("-") if part.isdigit()]
    return Day(*parts[:3]) if parts else None


# A passage with none of these and no digit tells no date; looking is slow.
_SIGNS = frozenset(
    part
    for word in (*_MONTHS, *_WEEKDAYS, *_DAYS_OFF, *LENGTHS_OF_TIME, *_ORDINALS)
    for part in re.findall(r"[^\W\d_]+", word)
) - {"first", "second", "third", "twenty"}


def may_tell_date(words: frozenset[str]) -> bool:
    """Tell whether a passage of these words, lower case, may tell a date without digits."""
    return not _SIGNS.isdisjoint(words)


def dates_in(
    text: str, span: Span, *, today: Day | None, language: str = ""
) -> Iterator[tuple[Span, Day]]:
    """Yield the dates of a passage; what ``today`` would tell stays 0 without it.

    A day by itself ("the 20th") belongs to the month named before it.
    """
    month = 0
    for match in _DATE.finditer(text, span.start, span.end):
        if _is_in_words_only(match, text):
            continue
        day = _read(match, today, month, language)
        if day is not None and day.month <= 12 and day.day <= 31:
            month = day.month or month
            yield Span(match.start(), match.start() + len(match.group().rstrip("."))), day


def _is_in_words_only(match: re.Match[str], text: str) -> bool:
    """Tell whether a word that may be a date is none here."""
    word = match.group()
    if match["relative"]:
        if word == "Morgen" and match.start() and text[match.start() - 1] != "\n":
            return True
        return word.lower() == "hier" and not _is_french(text)
    if match["m6"]:  # "may" and "march" are verbs, the months have capitals in English
        return match["m6"].lower() in ("may", "march", "mar", "sep", "dec") and (
            match["m6"][0].islower()
        )
    if match["m1"] or match["m3"]:
        named = match["m1"] or match["m3"]
        return named.lower() in ("may", "march") and named[0].islower()
    return False


@lru_cache(maxsize=64)
def _is_french(text: str) -> bool:
    return bool(re.search(r"\b(?:le|les|des|est|une?)\b", text[:20_000]))


def _read(match: re.Match[str], today: Day | None, month: int, language: str) -> Day | None:
    if match["iso"]:
        return day_of(match["iso"])
    if match["dotted"]:
        day, middle, year = (int(part) for part in re.split("[./]", match["dotted"]))
        return Day(year, day, middle) if middle > 12 else Day(year, middle, day)
    if match["chinese"]:
        year = _chinese(match["cy"]) or (today.year if today else 0)
        return Day(year, _chinese(match["cm"]), _chinese(match["cd"]))
    if match["cyear"]:
        return Day(_chinese(match["cyear"]))
    if match["ago"]:
        return _ago(match, today, language)
    return _read_words(match, today, month)


def _chinese(written: str | None) -> int:
    if not written:
        return 0
    return int(written) if written.isascii() else int(chinese_value(written) or 0)


def _read_words(match: re.Match[str], today: Day | None, month: int) -> Day | None:
    this_year = today.year if today else 0
    if match["m1"]:
        return Day(int(match["y1"] or this_year), _MONTHS[match["m1"].lower()], int(match["d1"]))
    if match["m2"]:
        day = 1 if match["d2"] == "1er" else int(match["d2"])
        return Day(int(match["y2"] or this_year), _MONTHS[match["m2"].lower()], day)
    if match["m5"]:
        return _ordinal_day(match, this_year)
    if match["m3"]:
        return Day(int(match["y3"]), _MONTHS[match["m3"].lower()])
    if match["m6"]:
        return Day(this_year, _MONTHS[match["m6"].lower()])
    if match["d4"] or match["o4"]:
        day = int(match["d4"]) if match["d4"] else _ORDINALS[match["o4"].lower()]
        return Day(this_year, month or (today.month if today else 0), day)
    if match["year"]:
        return Day(int(match["year"]))
    return _counted(match, today)


def _ordinal_day(match: re.Match[str], this_year: int) -> Day:
    year = int(match["y5"] or this_year)
    month = _MONTHS[match["m5"].lower()]
    day = _ORDINALS.get(match["o5"].lower())
    return Day(year, month, day or calendar.monthrange(year or 2001, month)[1])


def _counted(match: re.Match[str], today: Day | None) -> Day | None:
    """Return the day, month or year that "yesterday" or "last year" means."""
    if today is None or not today.year:
        return None
    for at, years in enumerate(_YEARS_OFF):
        if match[f"year_{at}"]:
            return Day(today.year + years)
    for at, months in enumerate(_MONTHS_OFF):
        if match[f"month_{at}"] and today.month:
            return _months_from(today, months)
    base = _as_date(today)
    if base is None:
        return None
    word = match["relative"] or match["crelative"]
    if word:
        return _days_from(base, _DAYS_OFF[word.lower()])
    return _days_from(base, _days_to_weekday(match, base))


def _days_to_weekday(match: re.Match[str], base: datetime.date) -> int:
    words = (match["weekday"] or match["cweekday"]).lower()
    name = next(name for name in _WEEKDAYS if name in words)
    ahead = (_WEEKDAYS[name] - base.weekday()) % 7
    if words.startswith(("next", "下")) or words.endswith("prochain"):
        return ahead or 7
    if not ahead:
        return -7 if words.startswith("last") else 0
    return ahead - 7


def _ago(match: re.Match[str], today: Day | None, language: str) -> Day | None:
    """Return the day that "three days ago" means, to the month or year if it counts those."""
    written = match["n1"] or match["n2"] or match["n3"]
    unit = match["u1"] or match["u2"] or match["u3"]
    count = _count(written.lower(), language)
    if today is None or not today.year or not 0 < count < 1000:
        return None
    name = next(n for n, forms in _COUNTED_BACK.items() if re.fullmatch(forms, unit.lower()))
    if name == "year":
        return Day(max(1, today.year - count))
    if name == "month":
        return _months_from(today, -count) if today.month else None
    base = _as_date(today)
    return _days_from(base, -count * (7 if name == "week" else 1)) if base else None


def _count(written: str, language: str) -> int:
    if written.isdecimal():
        return int(written[:4])
    if "\u4e00" <= written[0] <= "\u9fff":
        return int(chinese_value(written) or 0)
    if written in ("a", "an", "un", "una", "une", "einem", "einer"):
        return 1
    if "\u0400" <= written[0] <= "\u04ff":
        language = "ru"
    read = words_values([written], numerals_of(language))
    return read[0][0] if read else 0


def _as_date(day: Day) -> datetime.date | None:
    try:
        return datetime.date(day.year, day.month, day.day)
    except ValueError:
        return None


def _days_from(base: datetime.date, days: int) -> Day | None:
    try:
        day = base + datetime.timedelta(days=days)
    except OverflowError:
        return None
    return Day(day.year, day.month, day.day)


def _months_from(today: Day, months: int) -> Day:
    counted = today.year * 12 + today.month - 1 + months
    return Day(max(1, counted // 12), counted % 12 + 1)
