# SPDX-License-Identifier: MIT
"""Whether words that changed make an amount or a day another one: a sign, a unit, a bound.

The facts of a sentence tell figures that differ. What is told here stands beside a figure
that stays, or is part of one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from diptych.compare.changes.values import Finding
from diptych.compare.units import measure
from diptych.patterns import late_pattern
from diptych.text.article import Span
from diptych.text.calendar import is_weekday
from diptych.text.lexicon import lines_of, wordings
from diptych.text.numbers import with_plain_digits
from diptych.text.tokens import is_unspaced

_JOINTS = "./:,–-−٫٬'’"
_SIGNS = "-−"
_NUMBER_BEFORE = late_pattern(r"\d\s?$")
_NUMBER_NEAR = late_pattern(r"\d([^\d\s]{0,2})$")
# 3/4/2025, 3.4.2025, 2025-04-03
_NUMERIC_DAY = late_pattern(r"\d{1,4}([./-])\d{1,2}\1\d{1,4}")
# “Percentage points”, “Prozentpunkte”, “процентных пункта”, “个百分点”: what is added up, not
# multiplied.
_POINTS = late_pattern(lambda: wordings("points"), re.IGNORECASE)
_REACH = 24  # code points looked at beside a change
_NEAR = 8  # code points between a bound and its figure
_LONGEST_UNIT = 5  # characters, written onto the figure
_FEW = 3  # words
_HALVES_OF_DAY = frozenset({"am", "pm"})
_BOUNDING = {"<": "or_less", "≤": "or_less", ">": "or_more", "≥": "or_more"}


def other_amount(texts: tuple[str, str], edit: tuple[Span, Span], language: str) -> Finding | None:
    """Return what a change of words makes of a figure or a day beside them, None for nothing."""
    if is_other_weekday(texts, edit):
        return Finding.DATE
    figures = tuple(_figure(text, span) for text, span in zip(texts, edit, strict=True))
    if all(figures) and figures[0] != figures[1]:
        are_days = all(_NUMERIC_DAY.fullmatch(figure) for figure in figures)
        return Finding.DATE if are_days else Finding.NUMBER
    is_other_unit = _is_other_unit(texts, edit) or _is_other_unit_unspaced(texts, edit)
    if is_other_unit or _is_other_bound(texts, edit, language):
        return Finding.NUMBER
    return None


def is_other_weekday(texts: tuple[str, str], edit: tuple[Span, Span]) -> bool:
    """Tell whether one weekday was put for another; of 星期一 only the last has changed."""
    days = []
    for text, span in zip(texts, edit, strict=True):
        said = span.of(text).split()[-1:] or [""]
        # Of 星期一 and 月曜日 a character or two stay, before or behind.
        around = (
            text[max(0, span.start - before) : span.end + after]
            for before, after in ((0, 0), (2, 0), (1, 0), (0, 2))
        )
        # Of "peut" and of "ne sous" any two letters may be a weekday in some language.
        days.append(
            next(
                (
                    day
                    for day in (*said, *(each for each in around if is_unspaced(each[:1] or " ")))
                    if day and is_weekday(day)
                ),
                "",
            )
        )
    return all(days) and days[0].lower() != days[1].lower()


def _figure(text: str, span: Span) -> str:
    """Return the whole figure that a change is a part of, with its sign; empty for words."""
    # Around the change alone: of two books there are a thousand.
    begin = max(0, span.start - _REACH)
    text = with_plain_digits(text[begin : span.end + _REACH])
    start, end = span.start - begin, span.end - begin
    while start and (_is_digit(text[start - 1]) or _is_joint(text, start - 1)):
        start -= 1
    while end < len(text) and (_is_digit(text[end]) or _is_joint(text, end)):
        end += 1
    if start and text[start - 1] in _SIGNS and not text[start - 2 : start - 1].isalnum():
        start -= 1
    said = text[start:end].strip()
    is_figure = any(map(_is_digit, said)) and not any(map(str.isalpha, said)) and " " not in said
    said = "".join(sign for sign in said if unicodedata.category(sign) != "Sc")
    return said.replace("−", "-") if is_figure else ""


def _is_digit(sign: str) -> bool:
    # ½ is no digit, and has a value all the same; so has 五, which is told elsewhere.
    return sign.isdigit() or unicodedata.category(sign) == "No"


def _is_joint(text: str, at: int) -> bool:
    around = text[at - 1 : at] + text[at + 1 : at + 2]
    return text[at] in _JOINTS and len(around) == 2 and all(map(_is_digit, around))


def _is_other_unit(texts: tuple[str, str], edit: tuple[Span, Span]) -> bool:
    """Tell whether another unit stands behind the same figure: 10 mg, 10 g."""
    said = [span.of(text).split() for span, text in zip(edit, texts, strict=True)]
    if not all(0 < len(words) <= _FEW for words in said) or not all(
        _NUMBER_BEFORE.search(text[max(0, span.start - _REACH) : span.start])
        for text, span in zip(texts, edit, strict=True)
    ):
        return _are_points(texts, edit)
    units = [_unit(words) for words in said]
    halves = {"".join(words).replace(".", "").lower() for words in said}
    if halves == _HALVES_OF_DAY:
        return True
    are_points = [bool(_POINTS.search(" ".join(words))) for words in said]
    return any(units) and (units[0] != units[1] or are_points[0] != are_points[1])


def _is_other_unit_unspaced(texts: tuple[str, str], edit: tuple[Span, Span]) -> bool:
    """Tell the same where no space parts the figure from its unit: 5公里, 5英里."""
    units = []
    for text, span in zip(texts, edit, strict=True):
        figure = _NUMBER_NEAR.search(text[max(0, span.start - _LONGEST_UNIT) : span.start])
        if figure is None or not len(span) or not is_unspaced(text[span.start]):
            return False
        start = span.start - len(figure[1])
        said = (text[start : start + length] for length in range(_LONGEST_UNIT, 0, -1))
        units.append(next((unit for each in said if (unit := measure(each))), ""))
    return any(units) and units[0] != units[1]


def _unit(words: Sequence[str]) -> str:
    """Return the unit that words begin with: "per cent" is written in two."""
    plain = unicodedata.normalize("NFKC", "".join(words[:2])).strip(".,;:")
    first = unicodedata.normalize("NFKC", words[0]).strip(".,;:。，")
    return measure(plain) or measure(first)


def _are_points(texts: tuple[str, str], edit: tuple[Span, Span]) -> bool:
    """Tell whether per cent became percentage points, or the other way round."""
    before = (
        text[max(0, span.start - _REACH) : span.start]
        for text, span in zip(texts, edit, strict=True)
    )
    said = [span.of(text) for span, text in zip(edit, texts, strict=True)]
    is_percent = any(measure(words.split()[-1]) == "%" for words in before if words.split())
    return is_percent and bool(_POINTS.search(said[0])) != bool(_POINTS.search(said[1]))


def _is_other_bound(texts: tuple[str, str], edit: tuple[Span, Span], language: str) -> bool:
    """Tell whether "at least" became "at most" before a figure."""
    bounds = [_bound(text, span, language) for text, span in zip(texts, edit, strict=True)]
    return {"or_less", "or_more"} == set(bounds)


def _bound(text: str, span: Span, language: str) -> str:
    near = text[max(0, span.start - _NEAR) : span.end + _NEAR]
    if not len(span) or not any(map(str.isdigit, near)):
        return ""
    if sign := _BOUNDING.get(span.of(text)):
        return sign
    # A word of the bound may have stayed: “at” of “at least”.
    start = max(0, span.start - _REACH)
    around = text[start : span.end + _REACH].lower()
    found = [
        (len(bound), name)
        for name in ("or_less", "or_more")
        for bound in lines_of(language, name)
        for place in re.finditer(re.escape(bound), around)
        if Span(start + place.start(), start + place.end()).overlaps(span)
    ]
    # The longest: "not less than" holds "less than".
    return max(found, default=(0, ""))[1]
