# SPDX-License-Identifier: MIT
"""What a passage states that can be checked: figures, dates, names, quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from diptych.compare.calendar_words import Day, dates_in
from diptych.compare.numbers import (
    SCALES,
    WORDS,
    chinese_value,
    digits_value,
    plain,
    words_value,
)
from diptych.text.article import Span


class Sort(StrEnum):
    """What sort of fact; the values are those of ``SharedFact.sort``."""

    FIGURE = "figure"
    DATE = "date"
    NAME = "name"
    QUOTATION = "quotation"


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: where it stands, and the key under which the same fact meets it.

    ``unit`` is what a figure counts ("percent", "$", "day"), empty if unknown.
    """

    sort: Sort
    span: Span
    key: str
    unit: str = ""


_SCALE_WORDS = "|".join(sorted((s for s in SCALES if len(s) > 1), key=len, reverse=True))
_SPELLED = "|".join(sorted({*WORDS, *SCALES} - {"k", "m"}, key=lambda w: (-len(w), w)))
_NUMBER = re.compile(
    rf"(?P<currency>[$£€¥₽]|(?:US|HK|A|C)\$|\b(?:USD|EUR|GBP|RMB|CNY|RUB)\s)?\s?"
    rf"(?:(?P<digits>(?<![\w.])\d+(?:[,.'\u00a0\u202f]\d+)*|(?<=[$£€¥₽])\d+(?:[,.]\d+)*"
    rf"|(?<=[\u4e00-\u9fff])\d+(?:[,.]\d+)*)"
    rf"(?P<scale>\s?(?:{_SCALE_WORDS})\b\.?|(?:k|m|bn|tn)\b|[十百千万萬亿億]+)?"
    rf"|\b(?P<spelled>(?:{_SPELLED})(?:(?:[-\s]|\sand\s|\sy\s)(?:{_SPELLED}))*)\b"
    rf"|(?P<chinese>[零一二三四五六七八九两〇十百千万亿]+(?=[年月日个名人次元美亿万%票位天岁家项艘吨米公]))"
    rf")(?P<rest>\s?%|\s?(?:per\s?cent|percent|pct)\b|-?\s?[^\W\d_]+)?",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"%|per\s?cent|percent|pct|процент|por\s?ciento|prozent|pour\s?cent", re.I)
_CURRENCIES = {
    "$": "$", "us$": "$", "usd": "$", "dollar": "$", "dollars": "$", "доллар": "$",
    "долларов": "$", "美元": "$", "£": "£", "gbp": "£", "pounds": "£", "€": "€", "eur": "€",
    "euro": "€", "euros": "€", "евро": "€", "欧元": "€", "¥": "¥", "rmb": "¥", "cny": "¥",
    "yuan": "¥", "元": "¥", "₽": "₽", "rub": "₽", "ruble": "₽", "rubles": "₽", "рублей": "₽",
}  # fmt: skip
_ORDINARY = frozenset(WORDS) - {"one", "uno", "один"}
_QUOTED = re.compile(
    r"“([^“”]{12,600})”|«([^«»]{12,600})»|「([^「」]{4,300})」|\"([^\"\n]{12,600})\""
)
_NAME = re.compile(
    r"(?:(?:[A-ZÀ-ÞА-ЯЁ][\w’'\-]*|[A-Z]\.(?:[A-Z]\.)*)"
    r"(?:\s(?:of|the|de|van|von|al|bin|da|del)(?=\s[A-ZÀ-ÞА-ЯЁ]))?\s?)+"
)


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NOT_NAMES = _listed(
    """the a an this that these those it he she they we i you in on at for but and so if when
    while however as by his her their its our what who how why not no after before since with
    yet still then now there here both some many most all one two three first second third
    finally moreover furthermore meanwhile nevertheless nonetheless despite although though
    because additionally such each every other another under over from to of or yesterday today
    tomorrow monday tuesday wednesday thursday friday saturday sunday january february march
    april may june july august september october november december mr mrs ms dr prof professor
    president minister chancellor senator sir lady lord editor photo image source read more
    about also only even just recently currently в на и но а по из от до для при это этот"""
)


def facts_in(text: str, span: Span, *, language: str, today: Day | None) -> tuple[Fact, ...]:
    """Return the facts of one passage in text order; dates count from ``today``."""
    dates = [Fact(Sort.DATE, place, day.key()) for place, day in dates_in(text, span, today=today)]
    taken = [fact.span for fact in dates]
    found = [*dates]
    found += (f for f in _figures(text, span, language) if not _hits(f.span, taken))
    found += (f for f in _names(text, span) if not _hits(f.span, taken))
    found += _quotations(text, span)
    return tuple(sorted(found, key=lambda fact: (fact.span, fact.sort, fact.key)))


def _hits(span: Span, taken: list[Span]) -> bool:
    return any(span.overlaps(other) for other in taken)


def _figures(text: str, span: Span, language: str) -> Iterator[Fact]:
    for match in _NUMBER.finditer(text, span.start, span.end):
        value = _value(match, language)
        if value is None:
            continue
        unit = _unit(match)
        if match["spelled"] and not unit and match["spelled"].lower() not in _ORDINARY:
            continue
        rest = (match["rest"] or "").strip(" -").lower()
        told_with_unit = not rest or unit == "%" or rest in _CURRENCIES
        end = match.end() if told_with_unit else match.start("rest")
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        yield Fact(Sort.FIGURE, Span(start, end), plain(value), unit)


def _value(match: re.Match[str], language: str) -> Decimal | None:
    if match["digits"]:
        value = digits_value(match["digits"], language)
        scale = (match["scale"] or "").strip().rstrip(".").lower()
        if value is None:
            return None
        for part in [scale] if scale in SCALES else list(scale):
            value *= SCALES[part]
        return value
    if match["spelled"]:
        words = re.split(r"[-\s]+", match["spelled"].lower())
        if words in (["one"], ["mil"]) or all(w in ("and", "y") for w in words):
            return None
        return words_value(words)
    return chinese_value(match["chinese"])


def _unit(match: re.Match[str]) -> str:
    currency = (match["currency"] or "").strip().lower()
    if currency:
        return _CURRENCIES.get(currency, currency)
    rest = (match["rest"] or "").strip(" -").lower()
    if _PERCENT.match(rest):
        return "%"
    if rest in _CURRENCIES:
        return _CURRENCIES[rest]
    if rest in _NOT_NAMES or len(rest) < 2:
        return ""
    return rest[:-1] if rest.endswith("s") and len(rest) > 3 else rest


def _names(text: str, span: Span) -> Iterator[Fact]:
    for match in _NAME.finditer(text, span.start, span.end):
        words = match.group().split()
        start = match.start()
        while words and words[0].lower().strip(".") in _NOT_NAMES:
            start = text.index(words[0], start) + len(words[0])
            words = words[1:]
        if not words:
            continue
        at_beginning = start == span.start or not text[span.start : start].strip(' "“‘«—–-•*(')
        if at_beginning and len(words) == 1:
            continue
        start = text.index(words[0], start)
        written = text[start : match.end()].rstrip()
        yield Fact(Sort.NAME, Span(start, start + len(written)), name_key(written))


def name_key(written: str) -> str:
    """Return the key of a name: no case, no possessive, no full stops, no titles."""
    words = [re.sub(r"['’]s?$", "", word).replace(".", "").lower() for word in written.split()]
    return " ".join(word for word in words if word and word not in _NOT_NAMES) or written.lower()


def _quotations(text: str, span: Span) -> Iterator[Fact]:
    for match in _QUOTED.finditer(text, span.start, span.end):
        words = re.findall(r"[^\W_]+", match.group().lower())
        if len(words) >= 4:
            yield Fact(Sort.QUOTATION, Span(match.start(), match.end()), " ".join(words))
