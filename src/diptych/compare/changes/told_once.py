# SPDX-License-Identifier: MIT
"""What two languages tell in words or signs of their own: a weekday, an hour, a place in a row.

Each is compared only where either sentence tells one alone, so that it is known which
stands for which.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from diptych.compare.changes.findings import Checked
from diptych.compare.changes.values import Edit, Finding
from diptych.patterns import late_pattern
from diptych.text.article import Span
from diptych.text.calendar import weekdays
from diptych.text.lexicon import MONTHS, lines_of, names_of, table_of, words_of
from diptych.text.numbers import chinese_value, with_plain_digits
from diptych.text.numerals import numbers_by_word, numerals_of
from diptych.text.patterns import any_of
from diptych.text.tokens import is_unspaced
from diptych.text.words import words
from diptych.values import dataclass

_HAN = "[一二三四五六七八九十]{1,3}"
# 第四, 四代目, 四番目
_NTH = late_pattern(rf"第(?P<n>{_HAN}|\d{{1,2}})|(?P<m>{_HAN}|\d{{1,2}})(?:代目|番目)")
_FIRST_TOLD = 3  # "second" is a part of a minute, "erst" is "only"
_LAST_LISTED = 10  # of the stems of ordinals, which stand in order
_LONGEST_ENDING = 3  # "vierter", "четвёртого"
_HALF_DAY = 12  # hours
_HOURS, _MINUTES = 24, 60
# What may as well say how long: "15 heures", "15 часов".
_LASTING = frozenset({"fr", "es", "ru", "it", "pt"})


@dataclass(frozen=True, slots=True)
class _Told:
    """What one sentence tells, and where; of what is not ``is_sure`` something else may be told."""

    span: Span
    value: int
    is_sure: bool = True


def told_once(
    sides: tuple[Checked, Checked], spans: tuple[Span, Span]
) -> Iterator[tuple[Edit, Finding]]:
    """Yield what stands once on both sides and is not one: Thursday and Dienstag, 3 and 17 Uhr."""
    for tell, finding in _SORTS:
        left, right = (list(tell(side, span)) for side, span in zip(sides, spans, strict=True))
        if len(left) == len(right) == 1 and left[0].value != right[0].value:
            one, other = left[0], right[0]
            if one.is_sure or other.is_sure:
                yield Edit(one.span, other.span), finding


def _weekdays(side: Checked, span: Span) -> Iterator[_Told]:
    language = side.article.language
    for match in _weekday_pattern(language).finditer(side.text, span.start, span.end):
        name = match["spaced"] or match["unspaced"]
        start = match.start()
        yield _Told(Span(start, start + len(name)), weekdays(language)[name.lower()])


@cache
def _weekday_pattern(language: str) -> re.Pattern[str]:
    names = weekdays(language)
    spaced = any_of(name for name in names if not is_unspaced(name[0]))
    unspaced = any_of(name for name in names if is_unspaced(name[0]))
    return re.compile(rf"\b(?P<spaced>{spaced})s?\b|(?P<unspaced>{unspaced})", re.IGNORECASE)


def _months(side: Checked, span: Span) -> Iterator[_Told]:
    """Yield the months that are named in full: "before the end of March"."""
    language = side.article.language
    months, _ = names_of(language, MONTHS)
    for match in _month_pattern(language).finditer(side.text, span.start, span.end):
        name = match["spaced"] or match["unspaced"]
        place = Span(match.start(), match.start() + len(name))
        # "May", but not "may"; in most languages no month has a capital.
        if language != "en" or (name[0].isupper() and place.start > span.start):
            yield _Told(place, months[name.lower()])


@cache
def _month_pattern(language: str) -> re.Pattern[str]:
    names, _ = names_of(language, MONTHS)
    spaced = any_of(name for name in names if not is_unspaced(name[0])) or "(?!)"
    unspaced = any_of(name for name in names if is_unspaced(name[0]) or name[0].isdigit()) or "(?!)"
    return re.compile(
        rf"\b(?P<spaced>{spaced})\b|(?<![\d十])(?P<unspaced>{unspaced})(?![\d日])", re.IGNORECASE
    )


def _hours(side: Checked, span: Span) -> Iterator[_Told]:
    """Yield times of day in minutes of half a day: at 3 p.m. somebody has 15 Uhr."""
    language = side.article.language
    text = with_plain_digits(side.text[span.start : span.end])
    for match in _hour_pattern(language).finditer(text):
        said = match["hour"] or match["h"] or match["word"] or match["at"]
        hour = int(said) if said.isdecimal() else _hour_in_words(said.lower(), language)
        minute = int(match["minute"] or match["m"] or match["past"] or match["at_minute"] or 0)
        if hour <= _HOURS and minute < _MINUTES:
            place = Span(span.start + match.start(), span.start + match.end())
            is_sure = bool(match["minute"] or match["past"]) or language not in _LASTING
            yield _Told(place, hour % _HALF_DAY * _MINUTES + minute, is_sure)


def _hour_in_words(said: str, language: str) -> int:
    words_for = _hour_words(language)
    return words_for[said] if said in words_for else int(chinese_value(said) or 0)


@cache
def _hour_words(language: str) -> Mapping[str, int]:
    """Return the words for hours: numbers, and in Arabic "the ninth" of the day."""
    values = numerals_of(language).values
    numbers = {word: value for word, value in values.items() if 1 < value <= _HALF_DAY}
    return {**numbers, **numbers_by_word(language, "hours"), **_late_hours(language)}


def _late_hours(language: str) -> Mapping[str, int]:
    """Return the hours that two words tell: الثانية عشرة, the twelfth."""
    told = table_of(language, "hours_of_two_words").items()
    return {phrase: int(hour) for hour, phrase in told}


@cache
def _hour_pattern(language: str) -> re.Pattern[str]:
    """Return what matches 15:30, 3 p.m., 15.30 Uhr, 下午三点, nine o'clock, a las 9."""
    after = any_of(words_of(language, "after_hours")) or "(?!)"
    before = "|".join(lines_of(language, "before_hours")) or "(?!)"
    in_words = any_of(_hour_words(language))
    half = r"(?:\s?[ap]\.?m\b\.?)?"
    return re.compile(
        rf"(?:(?<![\d:.,])(?P<hour>\d{{1,2}}):(?P<minute>\d\d)(?![\d:]){half}"
        rf"|(?:(?<![\d:.,])(?P<h>\d{{1,2}}|{_HAN})(?:[.:](?P<m>\d\d))?|\b(?P<word>{in_words}))"
        rf"\s?{after}(?:\s?(?P<past>\d\d)(?!\d))?(?![a-z\d間])"
        rf"|\b(?:{before})\s(?P<at>\d{{1,2}}|{in_words})(?:[.:h](?P<at_minute>\d\d))?(?![\w.,]*\d)\b"
        r")(?!\s(?:y|e|et)\s|\sو)",  # las nueve y media
        re.IGNORECASE,
    )


def _ordinals(side: Checked, span: Span) -> Iterator[_Told]:
    """Yield the ordinals from the third to the tenth."""
    language = side.article.language
    for match in _NTH.finditer(side.text, span.start, span.end):
        told = match["n"] or match["m"]
        value = int(told) if told.isdecimal() else int(chinese_value(told) or 0)
        if value >= _FIRST_TOLD:
            yield _Told(Span(match.start(), match.end()), value)
    for word in words(side.text, span.start, span.end, language=language):
        value = _nth(word.form, language)
        if value >= _FIRST_TOLD:
            yield _Told(Span(word.start, word.end), value)


def _nth(form: str, language: str) -> int:
    """Return the number of an ordinal, 0 for any other word."""
    listed = lines_of(language, "ordinals")[:_LAST_LISTED]
    if form in listed:
        return listed.index(form) + 1
    # "шесть" is six, "четверг" a Thursday.
    if form in numerals_of(language).values or form in weekdays(language):
        return 0
    # The Hebrew article is written onto its word: הרביעי, "the fourth".
    bare = form.removeprefix("ה") if language == "he" else form
    found = [
        (len(stem), number)
        for number, stems in enumerate(lines_of(language, "ordinal_stems")[:_LAST_LISTED], 1)
        for stem in stems.split()
        if bare.startswith(stem) and len(bare) - len(stem) <= _LONGEST_ENDING
    ]
    return max(found, default=(0, 0))[1]


_Tell = Callable[[Checked, Span], Iterator[_Told]]
_SORTS: tuple[tuple[_Tell, Finding], ...] = (
    (_weekdays, Finding.DATE),
    (_months, Finding.DATE),
    (_hours, Finding.NUMBER),
    (_ordinals, Finding.NUMBER),
)
