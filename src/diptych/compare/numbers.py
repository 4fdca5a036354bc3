# SPDX-License-Identifier: MIT
"""Numbers as people write them: "1,250", "1.2 million", "twenty-one", "3,5 млн", "5000万"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

_SMALL = {
    "en": """zero one two three four five six seven eight nine ten
        eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen""",
    "es": """cero uno dos tres cuatro cinco seis siete ocho nueve
        diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve""",
    "ru": """ноль один два три четыре пять шесть семь восемь девять
        десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать
        восемнадцать девятнадцать""",
}
_TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "ru": "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
}
SCALES = {
    "hundred": 100, "thousand": 10**3, "k": 10**3, "million": 10**6, "millions": 10**6, "m": 10**6,
    "mn": 10**6, "billion": 10**9, "bn": 10**9, "trillion": 10**12, "tn": 10**12, "dozen": 12,
    "mil": 10**3, "millón": 10**6, "millones": 10**6, "cien": 100, "ciento": 100,
    "тысяча": 10**3, "тысячи": 10**3, "тысяч": 10**3, "тыс": 10**3, "миллион": 10**6,
    "миллиона": 10**6, "миллионов": 10**6, "млн": 10**6, "миллиард": 10**9, "миллиарда": 10**9,
    "миллиардов": 10**9, "млрд": 10**9, "сто": 100,
    "十": 10, "百": 100, "千": 10**3, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8,
}  # fmt: skip
_CHINESE = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
WORDS: dict[str, int] = {}
for _words in _SMALL.values():
    WORDS.update({word: value for value, word in enumerate(_words.split())})
for _words in _TENS.values():
    WORDS.update({word: 20 + 10 * place for place, word in enumerate(_words.split())})

_COMMA_DECIMAL = frozenset({"de", "es", "fr", "it", "nl", "pt", "ru", "uk", "pl", "sv", "da", "no"})
_GROUPED = re.compile(r"\d{1,3}(?:([,.' \u00a0\u202f])\d{3})(?:\1\d{3})*(?:[.,]\d+)?")


def digits_value(written: str, language: str) -> Decimal | None:
    """Return the value of a number in digits, read as its language groups them."""
    text = re.sub(r"[\s'\u00a0\u202f]", "", written)
    point, group = (",", ".") if language in _COMMA_DECIMAL else (".", ",")
    grouped = _GROUPED.fullmatch(written)
    if text.count(group) and not grouped:  # "1,5" in an English text, "2.5" in a Russian one
        if text.count(group) > 1 or text.count(point):
            return None
        point, group = group, point
    text = text.replace(group, "").replace(point, ".")
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def words_value(words: Sequence[str]) -> Decimal | None:
    """Return the value of a number in words ("two hundred and five"), None if it is none."""
    total, part, seen = 0, 0, False
    for word in words:
        if word in ("and", "y"):
            continue
        if word in WORDS:
            part += WORDS[word]
        elif word in SCALES:
            scale = SCALES[word]
            part = max(part, 1) * scale
            if scale >= 1000:
                total, part = total + part, 0
        else:
            return None
        seen = True
    return Decimal(total + part) if seen else None


def chinese_value(written: str) -> Decimal | None:
    """Return the value of a number in Chinese characters ("三千二百", "二〇二五")."""
    if all(c in _CHINESE for c in written):
        return Decimal("".join(str(_CHINESE[c]) for c in written))
    total, part, digit = 0, 0, 0
    for character in written:
        if character in _CHINESE:
            digit = _CHINESE[character]
        elif (scale := SCALES.get(character, 0)) >= 10_000:
            total += max(part + digit, 1) * scale
            part = digit = 0
        elif scale:
            part += max(digit, 1) * scale
            digit = 0
        else:
            return None
    return Decimal(total + part + digit)


def plain(value: Decimal) -> str:
    """Return the one way this value is written as a key: no grouping, no idle zeros."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
