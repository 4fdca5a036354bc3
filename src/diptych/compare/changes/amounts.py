# SPDX-License-Identifier: MIT
"""Whether words that changed make an amount or a day another one: a sign, a unit, a bound.

The facts of a sentence tell figures that differ. What is told here stands beside a figure
that stays, or is part of one.
"""

from __future__ import annotations

import re
import unicodedata

from diptych.compare.changes.values import Finding
from diptych.compare.units import measure
from diptych.text.article import Span
from diptych.text.calendar import is_weekday
from diptych.text.lexicon import lines_of
from diptych.text.numbers import with_plain_digits

_JOINTS = "./:,–-−٫٬'’"
_SIGNS = "-−"
_NUMBER_BEFORE = re.compile(r"\d\s?$")
_NUMBER_AFTER = re.compile(r"\s*(?:\w+\s){0,1}\W?\d")
# 3/4/2025, 3.4.2025, 2025-04-03
_NUMERIC_DAY = re.compile(r"\d{1,4}([./-])\d{1,2}\1\d{1,4}")
# “Percentage points”, “Prozentpunkte”, “процентных пункта”, “个百分点”: what is added up, not
# multiplied.
_POINTS = re.compile(
    r"point|punkt|punto|punti|ponto|пункт|百分点|ポイント|نقطة|נקוד|अंक", re.IGNORECASE
)
_REACH = 24  # code points looked at beside a change
_FEW = 3  # words


def other_amount(texts: tuple[str, str], edit: tuple[Span, Span], language: str) -> Finding | None:
    """Return what a change of words makes of a figure or a day beside them, None for nothing."""
    left, right = (span.of(text).strip() for span, text in zip(edit, texts, strict=True))
    if left and right and left.lower() != right.lower() and all(map(is_weekday, (left, right))):
        return Finding.DATE
    figures = tuple(_figure(text, span) for text, span in zip(texts, edit, strict=True))
    if all(figures) and figures[0] != figures[1]:
        are_days = all(_NUMERIC_DAY.fullmatch(figure) for figure in figures)
        return Finding.DATE if are_days else Finding.NUMBER
    if _is_other_unit(texts, edit) or _is_other_bound(texts, edit, language):
        return Finding.NUMBER
    return None


def _figure(text: str, span: Span) -> str:
    """Return the whole figure that a change is a part of, with its sign; empty for words."""
    text = with_plain_digits(text)
    start, end = span.start, span.end
    while start and (_is_digit(text[start - 1]) or _is_joint(text, start - 1)):
        start -= 1
    while end < len(text) and (_is_digit(text[end]) or _is_joint(text, end)):
        end += 1
    if start and text[start - 1] in _SIGNS and not text[start - 2 : start - 1].isalnum():
        start -= 1
    said = text[start:end].strip()
    is_figure = any(map(_is_digit, said)) and not any(map(str.isalpha, said)) and " " not in said
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
    units = [measure(" ".join(words[:2])) or measure(words[0]) for words in said]
    are_points = [bool(_POINTS.search(" ".join(words))) for words in said]
    return any(units) and (units[0] != units[1] or are_points[0] != are_points[1])


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
    if not _NUMBER_AFTER.match(text, span.end) or not len(span):
        return ""
    # A word of the bound may have stayed: “at” of “at least”.
    around = text[max(0, span.start - _REACH) : span.end + _REACH].lower()
    changed = span.of(text).lower().split()
    for name in ("or_less", "or_more"):
        if any(
            bound in around and any(word in bound.split() for word in changed)
            for bound in lines_of(language, name)
        ):
            return name
    return ""
