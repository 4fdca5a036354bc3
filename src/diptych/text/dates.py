# SPDX-License-Identifier: MIT
"""Dates as people write them, also those that count from the day of the article."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property, lru_cache

from diptych.patterns import late_pattern
from diptych.text.article import Span
from diptych.text.calendar import (
    CITED,
    Day,
    all_months,
    day_of,
    full_months,
    languages_read,
    month_number,
    numeric_day,
    order_in,
    weekdays,
)
from diptych.text.lexicon import lines_of, order_of_date, table_of, units, words_of
from diptych.text.numbers import chinese_value, words_values
from diptych.text.numerals import numerals_of
from diptych.text.patterns import any_of, bounded
from diptych.text.tokens import letters
from diptych.values import dataclass

_YEAR = r"(?:1[5-9]|20)\d\d"
_WORD = letters(without="", but="\\d_")
_CHINESE_DIGIT = "[零〇一二三四五六七八九十]"
_TO_COUNT = ("day", "week", "month", "year")
_NO_DAYS = frozenset({"first", "second", "third", "twenty"})  # too common to tell of a date
# Without a word of the calendar only these make a date of digits: 2025, the 20th, 4月3日.
# What is not below U+2E80 is Chinese or the like; named from there on, ``re`` takes ten times
# as long to compile it.
_BARE = late_pattern(rf"{_YEAR}|\d(?i:st|nd|rd|th)\b|[^\x00-\u2e7f]")
# Verbs, and short forms that are words too: months only with a capital.
_ALSO_WORDS = frozenset({"may", "march", "mar", "sep", "dec"})

# In any language, in any text: "3 kwietnia 2025", "14 de febrero de 2025", "1er mai 2025".
_DAY_FIRST = (
    rf"\b(?P<d8>\d{{1,2}})(?:st|nd|rd|th|er|[.ºª])?,?\s+(?:de\s+|of\s+)?(?P<m8>{_WORD})[.׳]?,?\s+"
    rf"(?:de\s+|del\s+)?(?P<y8>{_YEAR})(?!\d)"
)
# "April 3rd, 2025", "grudzień 2025": too many words stand before a year to look everywhere.
_MONTH_FIRST = late_pattern(
    rf"(?P<month>{_WORD})[.׳]?,?(?:\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?)?,?\s+(?:de\s+|of\s+)?"
    rf"(?P<year>{_YEAR})(?!\d)"
)

# "2025. április 3.", "2025 m. balandžio 3": at the beginning of a line, for the same reason.
_YEAR_LINE = late_pattern(
    rf"(?P<year>{_YEAR})\.?\s+(?:m\.\s+)?(?P<month>{_WORD})[.׳]?\s+(?P<day>\d{{1,2}})(?!\d)\.?"
)


@dataclass(frozen=True, eq=False)
class _Reader:
    """What the dates of one language are read by; phrases are patterns by how far they reach."""

    language: str
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    ordinals: Mapping[str, int]
    days_off: Mapping[str, int]
    years_off: Mapping[int, str]
    months_off: Mapping[int, str]
    ago: Mapping[str, str]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What matches a date; one pattern serves all languages that are cited anyway."""
        return _pattern("" if self.language in CITED else self.language)

    @cached_property
    def signs(self) -> frozenset[str]:
        """Words without which, and without digits, a passage tells no date; looking is slow."""
        lengths = (form for unit in _TO_COUNT for form in units()[unit])
        told = (*self.months, *self.weekdays, *self.days_off, *self.ordinals, *lengths)
        parts = {part for word in told for part in re.findall(_WORD, word)}
        return frozenset({*parts, "году", "месяце", "неделе"} - _NO_DAYS)


def may_tell_date(passage: str, words: frozenset[str], language: str = "") -> bool:
    """Tell whether a passage may tell a date; ``words`` are its own, lower case.

    The pattern of dates is slow, and its making takes as long as a hundred passages.
    """
    if not _reader(language).signs.isdisjoint(words) or _BARE.search(passage):
        return True
    return not _NO_DAYS.isdisjoint(words) and any(map(str.isdecimal, passage))


def dates_in(
    text: str, span: Span, *, today: Day | None = None, language: str = ""
) -> Iterator[tuple[Span, Day]]:
    """Yield the dates of a passage; what ``today`` would tell stays 0 without it.

    A day by itself ("the 20th") belongs to the month named before it.
    """
    reader = _reader(language)
    month, at = 0, span.start
    while match := reader.pattern.search(text, at, span.end):
        day = None
        if not _is_in_words_only(match, text, language):
            day = _read(match, reader, text, today, month)
        # A word that is no month may have hidden the year behind it.
        at = match.end("d8") if match["d8"] and day is None else max(match.end(), at + 1)
        # 30 February is a slip or no date at all; neither may meet a real one.
        if day is not None and _exists(day):
            month = day.month or month
            yield Span(match.start(), match.start() + len(match.group().rstrip("."))), day


def date_at_start(text: str, *, language: str = "") -> tuple[int, Day] | None:
    """Return where the date a line begins with ends, and the date, if it tells a year.

    A line by itself may name the month or the year first in any language.
    """
    # Before the pattern of running text: that one trusts fewer names of months.
    found = _MONTH_FIRST.match(text) or _YEAR_LINE.match(text)
    if found and (month := month_number(found["month"], language)):
        day = Day(int(found["year"]), month, int(found["day"] or 0))
        return (found.end(), day) if _exists(day) else None
    first = next(dates_in(text, Span(0, len(text)), language=language), None)
    if first is None or first[0].start or not first[1].year:
        return None
    return first[0].end, first[1]


@cache
def _reader(language: str) -> _Reader:
    languages = languages_read(language)
    return _Reader(
        language=language,
        months=all_months(language),
        weekdays=weekdays(language),
        ordinals=_ordinals(languages),
        days_off=_days_off(languages),
        years_off=_phrases(languages, "years_off"),
        months_off=_phrases(languages, "months_off"),
        ago={unit: "|".join(_told(languages, "ago", unit)) for unit in _TO_COUNT},
    )


def _told(languages: Iterable[str], subject: str, key: str) -> list[str]:
    return [words for each in languages if (words := table_of(each, subject).get(key))]


def _days_off(languages: Iterable[str]) -> Mapping[str, int]:
    """Return how many days "yesterday" and its like are from today."""
    tables = [table_of(each, "days_off") for each in languages]
    return {word: int(off) for t in tables for off, words in t.items() for word in words.split()}


def _ordinals(languages: Iterable[str]) -> Mapping[str, int]:
    """Return the days of a month as words: "first" to "thirty-first"."""
    listed = (enumerate(lines_of(each, "ordinals"), start=1) for each in languages)
    return {name: number for lines in listed for number, name in lines}


def _phrases(languages: Iterable[str], subject: str) -> Mapping[int, str]:
    """Return the patterns of "last year" and its like, by how far that is from now."""
    found: dict[int, list[str]] = {}
    for each in languages:
        for off, pattern in table_of(each, subject).items():
            found.setdefault(int(off), []).append(pattern)
    return {off: "|".join(found[off]) for off in sorted(found)}


# 2025-04-03, 2025/4/3, 2025.04.03
_IN_FIGURES = (
    rf"\b(?P<iso>{_YEAR}(?P<dash>[-/.])\d{{1,2}}(?P=dash)\d{{1,2}})(?!\d)"
    # 03.04.2025, 3. 4. 2025, 3/4/2025, 3-4-2025
    rf"|\b(?P<numeric>(?P<n>\d{{1,2}})(?P<mark>[./-])(?:(?<=\.)\s)?(?P<k>\d{{1,2}})(?P=mark)"
    rf"(?:(?<=\.)\s)?(?P<yn>{_YEAR}))(?!\d)"
)
# 2025年4月3日, 4月3号, 二〇二五年四月, 2025년 4월 3일
_EASTERN = (
    rf"(?P<chinese>(?:(?P<cy>{_YEAR}|[零〇一二三四五六七八九]{{4}})\s?[年년]\s?)?"
    rf"(?P<cm>\d{{1,2}}|[一二三四五六七八九十]{{1,2}})\s?[月월]"
    rf"(?:\s?(?P<cd>\d{{1,2}}|{_CHINESE_DIGIT}{{1,3}})\s?[日号號일])?(?!份?以))"
    # 2025年, not 2025年计划
    rf"|(?P<cyear>{_YEAR}|[一二][零〇一二三四五六七八九]{{3}})[年년](?!计划)"
)
# 2025; not 2025 votes
_ONLY_YEAR = (
    rf"\b(?P<year>{_YEAR})(?![\d,.]*\d|s\b|\s?(?:%|percent|people|million|tonnes?|metres?"
    r"|meters?|km|boats|members|voters|workers|crowns|euros?|dollars?|pounds?|personnes"
    r"|personas|человек))\b"
)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """Return the pattern of a date; where two begin at one place, the first listed is taken."""
    reader = _reader(language)
    # The fuller a form, the earlier: a year alone comes last, or it would cut 2025-04-03.
    parts = (_IN_FIGURES, _EASTERN, _with_month(reader), _from_today(reader), _ONLY_YEAR)
    return re.compile("|".join(parts), re.IGNORECASE)


def _with_month(reader: _Reader) -> str:
    """Return the pattern of dates whose month has a name, and of days by themselves."""
    month, ordinal = any_of(reader.months), any_of(reader.ordinals) or r"(?!)"
    read = languages_read(reader.language)
    before = any_of(word for each in read for word in words_of(each, "before_month"))
    return (
        # April 3, Apr. 3rd, 2025
        rf"\b(?P<m1>{month})[.׳]?\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\b(?![,.]?\d)"
        rf"(?:,?\s+(?P<y1>{_YEAR})\b)?"
        # 3 April, 3rd of April 2025, 3. Okt., 1er avril, 3 de abril de 2025
        rf"|\b(?P<d2>\d{{1,2}}|1er)(?:st|nd|rd|th|[.ºª])?\s+(?:of\s+|de\s+)?"
        rf"(?P<m2>{month})(?!\w)[.׳]?(?:,?\s+(?:de\s+|del\s+)?(?P<y2>{_YEAR})\b)?"
        rf"|{_DAY_FIRST}"
        # the third of April, the last day of April 2025
        rf"|\b(?:the\s)?(?P<o5>{ordinal}|last\sday)\s(?:day\s)?(?:of\s)(?P<m5>{month})\b"
        rf"(?:,?\s(?P<y5>{_YEAR})\b)?"
        # April 2025, abril de 2025
        rf"|\b(?P<m3>{month})[.׳]?,?\s+(?:of\s|de\s)?(?P<y3>{_YEAR})\b"
        # 2025. április 3.
        rf"|{_year_first(reader.language, month)}"
        # in April, до апреля
        rf"|\b(?:{before})\s(?P<m6>{any_of(full_months(reader.language))})\b"
        rf"(?!,?\s(?:de\s|del\s)?\d)"
        # the 20th; on the twentieth.
        rf"|\bthe\s(?P<d4>\d{{1,2}})(?:st|nd|rd|th)\b"
        rf"(?!\s(?:century|time|anniversary|birthday|round|floor))"
        rf"|\b(?:on|of|by|until)\sthe\s(?P<o4>{ordinal})(?=[.,;:!?]|\Z)"
    )


def _from_today(reader: _Reader) -> str:
    """Return the pattern of days, months and years that count from the day of the article."""
    month = any_of(reader.months)
    weekday = any_of(name for name in reader.weekdays if name[0] < "\u4e00")
    counted = "|".join(pattern for pattern in reader.ago.values() if pattern)
    relative = any_of(word for word in reader.days_off if word[0] < "\u4e00") or r"(?!)"
    chinese = any_of(word for word in reader.days_off if word[0] >= "\u4e00") or r"(?!)"
    years, months = reader.years_off.values(), reader.months_off.values()
    return (
        # Monday, last Monday, le lundi, lundi dernier; 上周一. Not "Monday 3 April".
        rf"(?:\b(?P<weekday>(?:(?:last|next|am|le|el|в|во|on)\s)?(?:{weekday})"
        rf"(?:\s(?:pasado|dernier|prochain))?)\b(?!,?\s(?:the\s|den\s|le\s)?(?:\d|{month}))"
        rf"|(?P<cweekday>(?:上|下)?(?:周|星期)[一二三四五六日]))"
        # vor drei Tagen, il y a trois jours; three days ago, три дня назад; 三天前
        rf"|(?P<ago>\b(?:hace|vor|il\sy\sa)\s(?P<n1>\w+)\s(?P<u1>{counted})\b"
        rf"|\b(?P<n2>\w+)\s(?P<u2>{counted})\s(?:ago|назад)\b"
        rf"|(?P<n3>(?<!\d)\d{{1,3}}|[一二三四五六七八九十两]+)(?P<u3>天|周|个星期|个月|年)前)"
        # last year, l'an dernier; next month, 下个月
        + "".join(rf"|(?P<year_{at}>{bounded(p)})" for at, p in enumerate(years))
        + "".join(rf"|(?P<month_{at}>{bounded(p)})" for at, p in enumerate(months))
        # yesterday, hier, 昨天; not "por la mañana", "esta mañana"
        + rf"|(?<!la\s)(?<!\wta\s)\b(?P<relative>{relative})\b|(?P<crelative>{chinese})"
    )


def _year_first(language: str, month: str) -> str:
    """Return the pattern of "2025. április 3.", "2025 m. balandžio 3 d." where it is usual.

    Elsewhere it would take "in 2017 May called an election" for a month.
    """
    if order_of_date(language) != "ymd":
        return r"(?P<y7>(?!))(?P<m7>)(?P<d7>)"
    day = r"(?:\s+(?P<d7>\d{1,2})(?!\d))?"
    return rf"\b(?P<y7>{_YEAR})\.?\s+(?:m\.\s+)?(?P<m7>{month})(?!\w){day}"


def _is_in_words_only(match: re.Match[str], text: str, language: str) -> bool:
    """Tell whether a word that may be a date is none here."""
    word = match.group()
    if match["relative"]:
        # German "der Morgen" is a noun, the morning; "morgen" is tomorrow.
        if word == "Morgen" and match.start() and text[match.start() - 1] != "\n":
            return True
        # In German "hier" is here, in French yesterday.
        return word.lower() == "hier" and language != "fr" and not _is_french(text)
    if match["m6"]:
        return match["m6"].lower() in _ALSO_WORDS and match["m6"][0].islower()
    if match["m1"] or match["m3"]:
        named = match["m1"] or match["m3"]
        return named.lower() in ("may", "march") and named[0].islower()
    return False


@lru_cache(maxsize=64)
def _is_french(text: str) -> bool:
    return bool(re.search(r"\b(?:le|les|des|est|une?)\b", text[:20_000]))


def _read(
    match: re.Match[str], reader: _Reader, text: str, today: Day | None, month: int
) -> Day | None:
    if match["iso"]:
        return day_of(re.sub("[/.]", "-", match["iso"]))
    if match["numeric"]:
        # Who writes the month first puts no dots.
        order = "dmy" if match["mark"] == "." else order_in(text, reader.language)
        return numeric_day(int(match["n"]), int(match["k"]), int(match["yn"]), order=order)
    if match["chinese"]:
        year = _chinese(match["cy"]) or (today.year if today else 0)
        return Day(year, _chinese(match["cm"]), _chinese(match["cd"]))
    if match["cyear"]:
        return Day(_chinese(match["cyear"]))
    if match["ago"]:
        return _ago(match, reader, today)
    if match["d8"]:
        number = month_number(match["m8"], reader.language)
        return Day(int(match["y8"]), number, int(match["d8"])) if number else None
    return _read_words(match, reader, today, month)


def _chinese(written: str | None) -> int:
    if not written:
        return 0
    return int(written) if written.isascii() else int(chinese_value(written) or 0)


def _read_words(match: re.Match[str], reader: _Reader, today: Day | None, month: int) -> Day | None:
    this_year = today.year if today else 0
    months = reader.months
    if match["m1"]:
        return Day(int(match["y1"] or this_year), months[match["m1"].lower()], int(match["d1"]))
    if match["m2"]:
        day = 1 if match["d2"] == "1er" else int(match["d2"])
        return Day(int(match["y2"] or this_year), months[match["m2"].lower()], day)
    if match["m5"]:
        return _ordinal_day(match, reader, this_year)
    if match["m3"]:
        return Day(int(match["y3"]), months[match["m3"].lower()])
    if match["m7"]:
        return Day(int(match["y7"]), months[match["m7"].lower()], int(match["d7"] or 0))
    if match["m6"]:
        return Day(this_year, months[match["m6"].lower()])
    if match["d4"] or match["o4"]:
        day = int(match["d4"]) if match["d4"] else reader.ordinals[match["o4"].lower()]
        return Day(this_year, month or (today.month if today else 0), day)
    if match["year"]:
        return Day(int(match["year"]))
    return _counted(match, reader, today)


def _ordinal_day(match: re.Match[str], reader: _Reader, this_year: int) -> Day:
    year = int(match["y5"] or this_year)
    month = reader.months[match["m5"].lower()]
    day = reader.ordinals.get(match["o5"].lower())
    return Day(year, month, day or calendar.monthrange(year or 2001, month)[1])


def _counted(match: re.Match[str], reader: _Reader, today: Day | None) -> Day | None:
    """Return the day, month or year that "yesterday" or "last year" means."""
    if today is None or not today.year:
        return None
    for at, years in enumerate(reader.years_off):
        if match[f"year_{at}"]:
            return Day(today.year + years)
    for at, months in enumerate(reader.months_off):
        if match[f"month_{at}"] and today.month:
            return _months_from(today, months)
    base = _as_date(today)
    if base is None:
        return None
    word = match["relative"] or match["crelative"]
    if word:
        return _days_from(base, reader.days_off[word.lower()])
    return _days_from(base, _days_to_weekday(match, reader, base))


def _days_to_weekday(match: re.Match[str], reader: _Reader, base: datetime.date) -> int:
    """Return how far the weekday meant is: the last one, unless the next is asked for."""
    words = (match["weekday"] or match["cweekday"]).lower()
    name = next(name for name in reader.weekdays if name in words)
    # News tells what was: "Monday" is the last one, or today.
    ahead = (reader.weekdays[name] - base.weekday()) % 7
    if words.startswith(("next", "下")) or words.endswith("prochain"):
        return ahead or 7
    if not ahead:
        return -7 if words.startswith("last") else 0
    return ahead - 7


def _ago(match: re.Match[str], reader: _Reader, today: Day | None) -> Day | None:
    """Return the day that "three days ago" means, to the month or year if it counts those."""
    written = match["n1"] or match["n2"] or match["n3"]
    unit = match["u1"] or match["u2"] or match["u3"]
    count = _count(written.lower(), reader.language)
    if today is None or not today.year or not 0 < count < 1000:
        return None
    name = next(n for n, forms in reader.ago.items() if re.fullmatch(forms, unit.lower()))
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
    # Russian quoted in an article of another language counts in its own words.
    if "\u0400" <= written[0] <= "\u04ff":
        language = "ru"
    read = words_values([written], numerals_of(language))
    return read[0][0] if read else 0


def _exists(day: Day) -> bool:
    """Tell whether the calendar has such a day; what is not told is no hindrance."""
    if day.month > 12 or day.day > 31:
        return False
    # 2000 was a leap year: 29 February of a year untold may be meant.
    return not day.month or day.day <= calendar.monthrange(day.year or 2000, day.month)[1]


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
